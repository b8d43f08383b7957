import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnRoles, type ColumnKind, type ColumnRole } from '../../src/rank/columns';
import type { TableValues } from '../../src/rank/table-values';
import {
  countOnly,
  DEFAULT_WEIGHTS,
  mergeWeights,
  partsOf,
  scoreRows,
  usedMarks,
  weighColumn,
  weightOf,
  type MarkWeights,
} from '../../src/rank/weights';
import { columnOf, FIFTEEN, tableOf } from './tables';

function weigh(kind: 'value' | 'cost', cells: readonly string[], weights: MarkWeights = DEFAULT_WEIGHTS) {
  return weighColumn(columnOf('Column', ...cells), 1, kind, weights);
}

describe('weighColumn(values, column, kind, weights)', () => {
  it('counts good, middling and bad marks of a value column as 1, 0 and -1', () => {
    expect(weigh('value', ['🟢', '✅ yes', '⚪', '🟡', '🔴', '❌', '🟢🟢, 🔴 at night'])).toEqual([
      1, 1, 0, 0, -1, -1, 1,
    ]);
  });

  it('counts each star, and no empty one', () => {
    expect(weigh('value', ['⭐⭐⭐', '★★★☆☆', '⭐️'])).toEqual([3, 3, 1]);
    expect(weigh('cost', ['★★★☆☆', '⭐⭐'])).toEqual([3, 2]);
  });

  it('weighs plus and minus against each other', () => {
    expect(weigh('value', ['+', '++', '−', '±', '-'])).toEqual([1, 2, -1, 0, -1]);
  });

  it('does not count other marks of a value column, which is no zero', () => {
    expect(weigh('value', ['🟢', '🧠', '🧠, 🟢', '⚠️'])).toEqual([1, null, 1, null]);
  });

  it('counts every mark of a cost column as often as it stands', () => {
    expect(weigh('cost', ['💰💰💰, 🧠 unclear', '🟢', '❌ no', '🔧'])).toEqual([4, 1, 1, 1]);
  });

  it('lets numbers and ordered words weigh themselves, a cost never less than 0', () => {
    expect(weigh('value', ['~1–5T', '-2', '8/10'])).toEqual([3e12, -2, 0.8]);
    expect(weigh('value', ['high', 'low', 'very high'])).toEqual([3, 1, 4]);
    expect(weigh('cost', ['$5', '-2', '0'])).toEqual([5, 0, 0]);
  });

  it('does not count cells of another kind than their column, and no dates', () => {
    expect(weigh('value', ['~1–5T', '-2', 'high', '8/10'])).toEqual([3e12, -2, null, 0.8]);
    expect(weigh('cost', ['$5', '$2', 'low', 'none'])).toEqual([5, 2, null, 0]);
    expect(weigh('cost', ['2 h', '30 min', '$5'])).toEqual([2, 0.5, null]);
    expect(weigh('value', ['3 Feb 2025', '2025-03-01', 'March 2025'])).toEqual([null, null, null]);
  });

  it('has no weight for blanks and words', () => {
    expect(weigh('value', ['', '—', 'n/a', 'as it comes', '1'])).toEqual([null, null, null, null, 1]);
    expect(weigh('cost', ['', '—', 'as it comes', '1'])).toEqual([null, null, null, 1]);
  });

  it('counts a number behind marks only where no mark of the column is counted', () => {
    expect(weigh('value', ['🔥 80%', '🧊 20%'])).toEqual([0.8, 0.2]);
    expect(weigh('value', ['🔥 80%', '🟢'])).toEqual([null, 1]);
  });

  it('counts a mark that weighs nothing where a column repeats it alone', () => {
    expect(weigh('value', ['🔥🔥🔥', '🔥', '', '🔥🔥'])).toEqual([3, 1, null, 2]);
    expect(weigh('value', ['🔥🔥🔥', '🔥', '🧊'])).toEqual([null, null, null]);
    expect(weigh('value', ['🔥', '🔥'])).toEqual([null, null]);
    expect(weigh('value', ['🔥🔥🔥', '🔥'], { value: { '🔥': 2 }, cost: {} })).toEqual([6, 2]);
    const values = columnOf('Value', '🔥🔥', '🔥');
    expect(usedMarks(values, columnRoles(values), DEFAULT_WEIGHTS).map(({ weight }) => weight)).toEqual([1]);
    expect(partsOf(values, 0, 'value', columnRoles(values), DEFAULT_WEIGHTS).map(({ amount }) => amount)).toEqual([2]);
  });

  it('follows weights of the user, of each kind of column by itself', () => {
    const weights = { value: { '🧠': 2, '🟢': 0.5 }, cost: { '🧠': 3, '🔧': -1 } };
    expect(weigh('value', ['🧠', '🟢🟢'], weights)).toEqual([2, 1]);
    expect(weigh('cost', ['🧠', '🟢🟢', '🔧'], weights)).toEqual([3, 2, null]);
  });
});

describe('weightOf(mark, kind, weights)', () => {
  it('never lets a mark cost less than nothing', () => {
    expect(weightOf('💰', 'cost', { value: {}, cost: { '💰': -4 } })).toBe(0);
  });
});

describe('mergeWeights(...layers)', () => {
  it('lets a table override the settings mark by mark', () => {
    const settings = { value: { '🧠': 1, '🔥': 2 }, cost: { '🔧': 2 } };
    const table = { value: { '🔥': 3 }, cost: {} };
    expect(mergeWeights(settings, table)).toEqual({ value: { '🧠': 1, '🔥': 3 }, cost: { '🔧': 2 } });
    expect(mergeWeights()).toEqual(DEFAULT_WEIGHTS);
  });
});

describe('usedMarks(values, roles, weights)', () => {
  it('lists each mark of a kind of column with count, weight and meaning', () => {
    const values = tableOf('Tier|Name|Effect (🟢=good, 🧠=clever)|Cost', '1|a|🟢🟢, 🧠|💰💰💰', '2|b|🔴|💰, 🟢');
    expect(usedMarks(values, columnRoles(values), DEFAULT_WEIGHTS)).toEqual([
      { mark: '🟢', kind: 'value', count: 2, weight: 1, meaning: 'good' },
      { mark: '🧠', kind: 'value', count: 1, weight: null, meaning: 'clever' },
      { mark: '🔴', kind: 'value', count: 1, weight: -1, meaning: '' },
      { mark: '💰', kind: 'cost', count: 4, weight: 1, meaning: '' },
      { mark: '🟢', kind: 'cost', count: 1, weight: 1, meaning: 'good' },
    ]);
  });
});

describe('countOnly(mark, values, roles, weights)', () => {
  it('takes every other cost away and leaves value alone', () => {
    const roles = columnRoles(FIFTEEN);
    const weights = countOnly('💰', FIFTEEN, roles, { value: { '🧠': 1 }, cost: { '🔧': 4, '💰': 0 } });
    expect(scoreRows(FIFTEEN, roles, weights).map(({ cost }) => cost)).toEqual([
      5,
      null,
      null,
      null,
      1,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      3,
      null,
      null,
    ]);
    expect(weights.value).toEqual({ '🧠': 1 });
  });
});

describe('scoreRows(values, roles, weights)', () => {
  it('adds up several columns of a kind and lets blanks be', () => {
    const values = tableOf('Name|Value|Impact|Cost|Risk', 'a|1|0.1|5|low', 'b||0.2||', 'c|0.1|0.2|—|high', 'd||||');
    expect(scoreRows(values, columnRoles(values), DEFAULT_WEIGHTS)).toEqual([
      { value: 1.1, cost: 6 },
      { value: 0.2, cost: null },
      { value: 0.3, cost: 3 },
      { value: null, cost: null },
    ]);
  });
});

describe('partsOf(values, row, kind, roles, weights)', () => {
  const parts = (values: TableValues, row: number, kind: ColumnKind): string[] =>
    partsOf(values, row, kind, columnRoles(values), DEFAULT_WEIGHTS).map(
      ({ text, count, amount }) => `${text} ${count} ${amount}`,
    );

  it('says what each mark gave', () => {
    expect(parts(FIFTEEN, 0, 'value')).toEqual(['🟢 1 1', '🟢 1 1']);
    expect(parts(FIFTEEN, 0, 'cost')).toEqual(['💰 5 5', '🧠 1 1']);
    expect(parts(columnOf('Value', '🟢, 🦄 rare'), 0, 'value')).toEqual(['🟢 1 1', '🦄 1 null']);
  });

  it('says what numbers and words gave, of all columns of the kind', () => {
    const values = tableOf('Name|Value|Impact|Cost', 'a|8/10|high|-2', 'b|🔥 80%||$5', 'c|||');
    expect(parts(values, 0, 'value')).toEqual(['8/10 1 0.8', 'high 1 3']);
    expect(parts(values, 0, 'cost')).toEqual(['-2 1 0']);
    expect(parts(values, 1, 'value')).toEqual(['🔥 80% 1 0.8']);
    expect(parts(values, 2, 'cost')).toEqual([]);
  });

  it('adds up to the score, whatever the cells', () => {
    const cell = fc.constantFrom(
      '',
      '-',
      '🟢',
      '🟢🟢, 🔴',
      '🦄',
      '🦄 80%',
      '💰💰💰, 🧠',
      '☆',
      '5',
      '-2',
      'high',
      'as it comes',
      '+',
    );
    const row = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const values = tableOf('Name|Value|Impact|Cost', ...rows.map((cells, at) => `n${at}|${cells.join('|')}`));
        const roles: readonly ColumnRole[] = ['subject', 'value', 'value', 'cost'];
        for (const [at, score] of scoreRows(values, roles, DEFAULT_WEIGHTS).entries()) {
          for (const kind of ['value', 'cost'] as const) {
            const given = partsOf(values, at, kind, roles, DEFAULT_WEIGHTS).map(({ amount }) => amount ?? 0);
            expect(given.reduce((sum, one) => sum + one, 0)).toBeCloseTo(score[kind] ?? 0, 9);
          }
        }
      }),
    );
  });
});
