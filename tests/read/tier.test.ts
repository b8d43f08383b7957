import { describe, expect, it } from 'vitest';
import { rankWords } from '../../src/model/ranks';
import { readNote } from '../../src/read/note';
import type { TableRow, Tier } from '../../src/model/table';
import { readTier } from '../../src/read/tier';
import { phrasesIn } from '../../src/text/phrases';

/** The tier reading of a table given as rows of cells. */
function tierOf(...rows: readonly (readonly string[])[]): Tier | null {
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  lines.splice(1, 0, `|${'---|'.repeat(rows[0]?.length ?? 0)}`);
  const [table] = readNote(lines.join('\n')).tables;
  if (table === undefined) throw new Error(`no table in ${lines.join('\n')}`);
  return table.tier;
}

const ranks = (...cells: readonly string[]): (number | null)[] | undefined =>
  tierOf(['Tier', 'Thing'], ...cells.map((cell) => [cell, 'x']))?.rungs.map(({ rank }) => rank);

/** A row that counts how often one of its cells is asked for. */
function countedRow(cells: readonly string[], count: () => void): TableRow {
  const counted = new Proxy(cells, {
    get: (target, name, receiver) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) count();
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  return { span: { from: 0, to: 0 }, line: 1, cells: counted };
}

it('looks no further for the subject column than rows are written', () => {
  let asked = 0;
  const count = (): void => void asked++;
  const rungs = Array.from({ length: 200 }, (_, row) => countedRow([String(row + 1)], count));
  const header = ['Tier', ...Array.from({ length: 5000 }, () => '')];
  expect(readTier(header, rungs)).toMatchObject({ rankColumn: 0, subjectColumn: null });
  expect(asked).toBeLessThan(200 * 10);
});

describe('a tier table', () => {
  it.each(phrasesIn(rankWords()))('has numbers below the header %s', (header) => {
    const tier = tierOf([`**${header.toUpperCase()}**`, 'Что'], ['1', 'a'], ['2', 'b']);
    expect(tier).toMatchObject({ rankColumn: 0, subjectColumn: 1 });
  });

  it.each(phrasesIn(rankWords()))('has numbers below the header %s in any language', (header) => {
    expect(tierOf([`${header} (1–2)`, ''], ['1', 'a'], ['2', 'b'])).toMatchObject({ rankColumn: 0 });
  });

  it('is told by the last word of a header as by the first', () => {
    expect(tierOf(['Guest tier', ''], ['Passing', 'a'], ['Kin', 'b'])).not.toBeNull();
    expect(tierOf(['Fixity level', ''], ['Slip', 'a'], ['Weld', 'b'])).toBeNull();
    expect(tierOf(['Fixity level', ''], ['Slip', 'a'], ['Hold', 'b'], ['Weld', 'c'])).not.toBeNull();
    expect(tierOf(['place-any', ''], ['1', 'a'], ['2', 'b'])).toBeNull();
  });

  it('has numbers before names only where words above speak of levels', () => {
    const table = '| Уровень | |\n|---|---|\n| 1. Печь | |\n| 2. Труба | |\n';
    const tier = (text: string): Tier | null => readNote(text).tables[0]?.tier ?? null;
    expect(tier(`## Печь\n\n${table}`)).toBeNull();
    expect(tier(`## Слои печи\n\n${table}`)).not.toBeNull();
    expect(tier(table.replace('Печь', 'Минимум').replace('Труба', 'Максимум'))).not.toBeNull();
  });

  it.each([
    ['T-numbers', 'T1', 'T2'],
    ['named rungs', 'Tier 1', 'Tier 2'],
    ['Russian named rungs', 'Уровень I', 'Уровень II'],
    ['medals', '🥇', '🥈'],
    ['letters from the top', 'S', 'A'],
  ])('needs no header over %s', (_, first, second) => {
    expect(tierOf(['', 'Thing'], [first, 'a'], [second, 'b'])).toMatchObject({ rankColumn: 0 });
  });

  it('may run up, down, with gaps, repeats and ranges', () => {
    expect(ranks('1', '2', '3')).toEqual([1, 2, 3]);
    expect(ranks('3', '2', '1')).toEqual([3, 2, 1]);
    expect(ranks('1', '1', '5–7')).toEqual([1, 1, 5]);
  });

  it('keeps a rung that says no rank among those that do', () => {
    expect(ranks('1', '—', '3')).toEqual([1, null, 3]);
  });

  it('is told by a bare rank word in a later column over rungs that rise or fall', () => {
    expect(tierOf(['Что', 'Ранг'], ['a', '1'], ['b', '2'])).toMatchObject({ rankColumn: 1, subjectColumn: 0 });
    expect(tierOf(['Что', 'Ранг'], ['a', '3'], ['b', '2'])).toMatchObject({ rankColumn: 1 });
    expect(tierOf(['Что', 'Уровень'], ['a', '2'], ['b', '2'], ['c', '1'])).toBeNull();
  });

  it('is told by a word that ranks in a later column, over numbers or letters in any order', () => {
    expect(tierOf(['Что', 'Ранг'], ['a', '2'], ['b', '2'], ['c', '1'])).toMatchObject({ rankColumn: 1 });
    expect(tierOf(['Song', 'Tier'], ['a', 'B'], ['b', 'S'], ['c', 'A'])).toMatchObject({ rankColumn: 1 });
    expect(tierOf(['Song', 'Tier'], ['a', 'high'], ['b', 'high'], ['c', 'low'])).toBeNull();
  });

  it('has rungs of any name below a word that ranks', () => {
    expect(ranks('Юнга', 'Матрос', 'Боцман')).toEqual([null, null, null]);
    expect(tierOf(['Тир', 'Что'], ['Юнга', 'a'], ['Юнга', 'b'])).toBeNull();
    expect(tierOf(['Тир', 'Что'], ['Юнга', 'a'], ['', 'b'])).toBeNull();
  });

  it('has rungs whose names leave out the word above them', () => {
    expect(tierOf(['Уровень', 'Что'], ['🌱 Клеточный', 'a'], ['Лесной', 'b'], ['Планета', 'c'])).toMatchObject({
      rankColumn: 0,
    });
    expect(tierOf(['Уровень', 'Что'], ['Клетка', 'a'], ['Лесной', 'b'], ['Планета', 'c'])).toBeNull();
    expect(tierOf(['Слой', 'Что'], ['Клеточный', 'a'], ['Лесной', 'b'], ['Земной', 'c'])).toBeNull();
  });

  it('goes on with numbers below medals', () => {
    expect(tierOf(['', 'Thing'], ['🥇', 'a'], ['🥈', 'b'], ['3', 'c'])).toMatchObject({ rankColumn: 0 });
    expect(tierOf(['', 'Thing'], ['1', 'a'], ['🥈', 'b'], ['3', 'c'])).toBeNull();
  });

  it('has as subject the column of words behind one of numbers or marks', () => {
    const subjectOf = (...cells: readonly (readonly string[])[]): number | null | undefined =>
      tierOf(['Tier', 'First', 'Second', 'Third'], ...cells.map((row, at) => [String(at + 1), ...row]))?.subjectColumn;
    expect(subjectOf(['90–95 %', 'Oak', 'a'], ['70%', 'Ash', 'b'])).toBe(2);
    expect(subjectOf(['1 h 50 min', '5', 'Oak'], ['45 min', '7', 'Ash'])).toBe(3);
    expect(subjectOf(['USD 1,200', 'Oak', ''], ['USD 900', 'Ash', ''])).toBe(2);
    expect(subjectOf(['🟢🟢', 'Oak', ''], ['🔴', 'Ash', ''])).toBe(2);
    expect(subjectOf(['', 'Oak', ''], ['12', 'Ash', ''])).toBe(2);
    expect(subjectOf(['3D printing', 'Oak', ''], ['5 axes', 'Ash', ''])).toBe(1);
    expect(subjectOf(['12', '5', ''], ['14', '6', ''])).toBe(1);
    expect(subjectOf(['12', '', 'Oak'], ['14', '', ''], ['15', '', ''])).toBe(1);
  });

  it('has as subject the first other column with text', () => {
    expect(tierOf(['Tier', '', 'Thing'], ['1', '', 'a'], ['2', '', 'b'])).toMatchObject({
      subjectColumn: 2,
      rungs: [{ subject: 'a' }, { subject: 'b' }],
    });
    expect(tierOf(['Tier', 'Thing'], ['1', ''], ['2', ''])).toMatchObject({ subjectColumn: null });
  });

  it('gives cells as plain text, with their marks, and leaves empty ones out', () => {
    const tier = tierOf(
      ['Tier', 'Thing', 'A', 'B'],
      ['1', '**[[Saw]]**', '', '🟢🟢 *fast*, 💰'],
      ['2', 'Awl', 'x', ''],
    );
    expect(tier?.rungs[0]).toEqual({
      rank: 1,
      rankText: '1',
      subject: 'Saw',
      cells: [
        {
          column: 3,
          text: '🟢🟢 fast, 💰',
          marks: [
            { mark: '🟢', count: 2, words: 'fast' },
            { mark: '💰', count: 1, words: '' },
          ],
        },
      ],
      marks: { '🟢': 2, '💰': 1 },
    });
    expect(tier?.rungs[1]).toMatchObject({ cells: [{ column: 2, text: 'x' }], marks: {} });
  });

  it('adds up the marks of a row', () => {
    const tier = tierOf(['Tier', 'Thing', 'A', 'B'], ['1', 'x', '💰💰 a; 💰 b', '💰'], ['2', 'y', '', '']);
    expect(tier?.rungs[0]?.marks).toEqual({ '💰': 4 });
  });
});

describe('no tier table', () => {
  it.each<[string, string[][]]>([
    [
      'a running number',
      [
        ['№', 'Что'],
        ['1', 'a'],
        ['2', 'b'],
      ],
    ],
    [
      'a running number below #',
      [
        ['#', 'City'],
        ['1', 'a'],
        ['2', 'b'],
      ],
    ],
    [
      'numbers below no header',
      [
        ['', 'City'],
        ['1', 'a'],
        ['2', 'b'],
      ],
    ],
    [
      'scores out of ten',
      [
        ['Фильм', 'Рейтинг'],
        ['a', '9/10'],
        ['b', '8/10'],
      ],
    ],
    [
      'scores out of ten first',
      [
        ['Рейтинг', 'Фильм'],
        ['9/10', 'a'],
        ['8/10', 'b'],
      ],
    ],
    [
      'per cent',
      [
        ['Level', 'Battery'],
        ['90%', 'a'],
        ['10%', 'b'],
      ],
    ],
    [
      'a grade of something else',
      [
        ['Что', 'Уровень риска'],
        ['a', 'высокий'],
        ['b', 'низкий'],
      ],
    ],
    [
      'places on the map',
      [
        ['Место', 'Зачем'],
        ['Тула', 'a'],
        ['Пермь', 'b'],
      ],
    ],
    [
      'positions in a team',
      [
        ['Position', 'Who'],
        ['Goalkeeper', 'a'],
        ['Back', 'b'],
      ],
    ],
    [
      'two levels with names: no order yet',
      [
        ['Уровень', 'Что'],
        ['Физический', 'a'],
        ['Речевой', 'b'],
      ],
    ],
    [
      'letters of variants',
      [
        ['Вариант', 'Что'],
        ['A', 'a'],
        ['B', 'b'],
      ].concat([['C', 'c']]),
    ],
    [
      'months',
      [
        ['Месяц', 'Дел'],
        ['май', '1'],
        ['июнь', '2'],
      ],
    ],
    [
      'years',
      [
        ['Год', 'Что'],
        ['2023', 'a'],
        ['2024', 'b'],
      ],
    ],
  ])('is %s', (_, rows) => {
    expect(tierOf(...rows)).toBeNull();
  });
});
