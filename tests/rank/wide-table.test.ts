import { describe, expect, it } from 'vitest';
import { columnRoles } from '../../src/rank/columns';
import { columnChoices, filterRows, markChoices, NO_FILTER, shownColumns } from '../../src/rank/filter';
import { sortRows } from '../../src/rank/order';
import { rankBy } from '../../src/rank/ranking';
import { TableValues } from '../../src/rank/table-values';
import { DEFAULT_WEIGHTS, scoreRows, usedMarks } from '../../src/rank/weights';
import { readNote } from '../../src/read/note';
import { reader } from './tables';

const WIDTH = 2000;
const HEIGHT = 500;

/** Short rows below a wide header, the last of them whole; and how often cells were read. */
function wideTable(header: string): { values: TableValues; cells: number; read: () => number } {
  const rows = [...Array.from({ length: HEIGHT - 1 }, (_, row) => `|${row}|💰`), '|🟢 x'.repeat(WIDTH)];
  const [table] = readNote([header.repeat(WIDTH), '|-'.repeat(WIDTH), ...rows].join('\n')).tables;
  if (table === undefined) throw new Error('no table');
  let read = 0;
  const counting = {
    plain: (cell: string): string => {
      read++;
      return reader.plain(cell);
    },
    rank: (cell: string): number | null => {
      read++;
      return reader.rank(cell);
    },
    marks: (cell: string): ReturnType<typeof reader.marks> => {
      read++;
      return reader.marks(cell);
    },
  };
  const cells = table.header.length + table.body.reduce((sum, row) => sum + row.cells.length, 0);
  return { values: new TableValues(table, counting), cells, read: () => read };
}

describe('a wide table of short rows', () => {
  it.each(['|a', '|cost', '|effect'])('is turned in every way by its written cells, under %j', (header) => {
    const { values, cells, read } = wideTable(header);
    const roles = columnRoles(values);
    expect(roles).toHaveLength(WIDTH);
    scoreRows(values, roles, DEFAULT_WEIGHTS);
    usedMarks(values, roles, DEFAULT_WEIGHTS);
    rankBy(values, 'value', roles, DEFAULT_WEIGHTS);
    expect(filterRows(values, { ...NO_FILTER, search: 'nowhere' })).toEqual([]);
    expect(filterRows(values, { ...NO_FILTER, search: 'x' })).toEqual([HEIGHT - 1]);
    expect(markChoices(values, NO_FILTER).map(({ mark, count }) => [mark, count])).toEqual([
      ['💰', HEIGHT - 1],
      ['🟢', 1],
    ]);
    // A million cells are not written.
    expect(cells).toBeLessThan(5000);
    expect(read()).toBeLessThan(cells * 10);
  });

  it('has of its columns only what is written in them', () => {
    const { values } = wideTable('|a');
    expect(values.written(1).rows).toHaveLength(HEIGHT);
    expect(values.written(2)).toMatchObject({ rows: [HEIGHT - 1], plain: ['🟢 x'], content: 'marks' });
    expect(values.written(WIDTH)).toMatchObject({ rows: [], content: 'blank' });
    expect(values.column(2).plain).toHaveLength(HEIGHT);
  });

  it('is sorted, with the blanks last, and offers the values of a column', () => {
    const { values } = wideTable('|a');
    const context = { roles: columnRoles(values), weights: DEFAULT_WEIGHTS, collator: new Intl.Collator() };
    const order = sortRows(values, [{ column: 7, descending: false }], context);
    expect(order.slice(0, 3)).toEqual([HEIGHT - 1, 0, 1]);
    expect(columnChoices(values, 7, NO_FILTER, order, shownColumns(values, []))).toEqual([
      { value: '🟢 x', text: '🟢 x', count: 1, chosen: false },
      { value: '', text: '', count: HEIGHT - 1, chosen: false },
    ]);
  });
});
