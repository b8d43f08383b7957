import { describe, expect, it } from 'vitest';
import {
  columnChoices,
  filterRows,
  isNoFilter,
  markChoices,
  NO_FILTER,
  shownColumns,
  type TableFilter,
} from '../../src/rank/filter';
import { FIFTEEN, tableOf } from './tables';

const VALUES = tableOf(
  'Name|Kind|Effect (🟢=good, ⚪=so so)|Заметка',
  '**Ёлка** [[x\\|forest]]|Tree|🟢, 🔴 in fire|Растёт медленно',
  'Moss|plant|⚪|в тени',
  'Fern|Plant|🟢🟢|В ТЕНИ',
  'Stone|n/a||',
);

const rowsOf = (filter: Partial<TableFilter>, columns?: readonly number[]): readonly number[] =>
  filterRows(VALUES, { ...NO_FILTER, ...filter }, columns);

describe('filterRows(values, filter, columns)', () => {
  it('lets all rows through without a filter', () => {
    expect(rowsOf({})).toEqual([0, 1, 2, 3]);
    expect(isNoFilter(NO_FILTER)).toBe(true);
    expect(isNoFilter({ search: '  ', marks: [], values: { 1: [] } })).toBe(true);
    expect(isNoFilter({ ...NO_FILTER, search: 'x' })).toBe(false);
  });

  it('searches both languages without regard to case, ё and the way й is stored', () => {
    expect(rowsOf({ search: 'елка' })).toEqual([0]);
    expect(rowsOf({ search: 'РАСТЁТ' })).toEqual([0]);
    expect(rowsOf({ search: 'в тени' })).toEqual([1, 2]);
    expect(rowsOf({ search: 'moss' })).toEqual([1]);
    expect(filterRows(tableOf('A|B', 'мой|1', 'мои|2'), { ...NO_FILTER, search: 'мои\u0306' })).toEqual([0]);
  });

  it('searches what is shown, not the Markdown', () => {
    expect(rowsOf({ search: 'forest' })).toEqual([0]);
    expect(rowsOf({ search: '**' })).toEqual([]);
    expect(rowsOf({ search: '[[x' })).toEqual([]);
  });

  it('asks for every word, wherever in the row it stands', () => {
    expect(rowsOf({ search: 'plant тени' })).toEqual([1, 2]);
    expect(rowsOf({ search: 'plant тени fern' })).toEqual([2]);
  });

  it('does not search hidden columns', () => {
    expect(rowsOf({ search: 'plant' }, shownColumns(VALUES, [1]))).toEqual([]);
    expect(shownColumns(VALUES, [1, 3])).toEqual([0, 2]);
  });

  it('asks for one of the marks that are chosen', () => {
    expect(rowsOf({ marks: ['🟢'] })).toEqual([0, 2]);
    expect(rowsOf({ marks: ['🔴', '⚪'] })).toEqual([0, 1]);
    expect(rowsOf({ marks: ['🧠'] })).toEqual([]);
  });

  it('asks for one of the values in each column that has some chosen', () => {
    expect(rowsOf({ values: { 1: ['plant'] } })).toEqual([1, 2]);
    expect(rowsOf({ values: { 1: ['plant', 'tree'], 3: ['в тени'] } })).toEqual([1, 2]);
    expect(rowsOf({ values: { 1: [''] } })).toEqual([3]);
    expect(rowsOf({ values: { 1: [] } })).toEqual([0, 1, 2, 3]);
  });

  it('asks for everything at once', () => {
    expect(rowsOf({ search: 'тени', marks: ['🟢'], values: { 1: ['plant'] } })).toEqual([2]);
  });
});

describe('columnChoices(values, column, filter, order)', () => {
  const order = [3, 2, 1, 0];

  it('counts the values of a column, blanks last', () => {
    expect(columnChoices(VALUES, 1, NO_FILTER, order)).toEqual([
      { value: 'plant', text: 'Plant', count: 2, chosen: false },
      { value: 'tree', text: 'Tree', count: 1, chosen: false },
      { value: '', text: '', count: 1, chosen: false },
    ]);
  });

  it('counts what choosing would show: the rest of the filter holds, the choice of this column does not', () => {
    const filter: TableFilter = { search: '', marks: ['🟢'], values: { 1: ['tree'] } };
    expect(columnChoices(VALUES, 1, filter, order).map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
      ['plant', 1, false],
      ['tree', 1, true],
      ['', 0, false],
    ]);
    expect(columnChoices(VALUES, 3, filter, order).map(({ value, count }) => [value, count])).toEqual([
      ['в тени', 0],
      ['растет медленно', 1],
      ['', 0],
    ]);
  });
});

describe('markChoices(values, filter)', () => {
  it('counts rows by mark, those of the legend first', () => {
    expect(markChoices(VALUES, { ...NO_FILTER, search: 'тени', marks: ['🟢'] })).toEqual([
      { mark: '🟢', meaning: 'good', count: 1, chosen: true },
      { mark: '⚪', meaning: 'so so', count: 1, chosen: false },
      { mark: '🔴', meaning: '', count: 0, chosen: false },
    ]);
  });

  it('counts a row once however often it has the mark', () => {
    expect(markChoices(FIFTEEN, NO_FILTER).find(({ mark }) => mark === '💰')?.count).toBe(3);
  });
});

describe('a mark that a header explains', () => {
  const values = tableOf('Tier|Way|Gain (🟢=good, ⚪ – so so)|Pain', '1|a|🟢|⚪', '2|b|⚪|🟢, 🧊', '3|c|🟢|🧊 ice');

  it('is sought in the column of that header alone', () => {
    expect(filterRows(values, { ...NO_FILTER, marks: ['⚪'] })).toEqual([1]);
    expect(filterRows(values, { ...NO_FILTER, marks: ['🟢'] })).toEqual([0, 2]);
    expect(filterRows(values, { ...NO_FILTER, marks: ['🧊'] })).toEqual([1, 2]);
    expect(filterRows(FIFTEEN, { ...NO_FILTER, marks: ['⚪'] })).not.toContain(2);
  });

  it('is counted there alone', () => {
    expect(markChoices(values, NO_FILTER).map(({ mark, count }) => [mark, count])).toEqual([
      ['🟢', 2],
      ['⚪', 1],
      ['🧊', 2],
    ]);
  });

  it('is sought in all columns where no header explains it', () => {
    const plain = tableOf('Tier|Way|Gain|Pain', '1|a|🟢|⚪', '2|b|⚪|🟢');
    expect(filterRows(plain, { ...NO_FILTER, marks: ['⚪'] })).toEqual([0, 1]);
  });
});
