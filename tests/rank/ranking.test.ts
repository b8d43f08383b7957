import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnRoles, type ColumnRole } from '../../src/rank/columns';
import { RANKINGS, rankBy, rankedOrder, type RankedRow, type Ranking, type ScoreName } from '../../src/rank/ranking';
import { TableValues } from '../../src/rank/table-values';
import { countOnly, DEFAULT_WEIGHTS, type MarkWeights } from '../../src/rank/weights';
import { readNote } from '../../src/read/note';
import { FIFTEEN, reader, tableOf } from './tables';

function rank(values: TableValues, by: ScoreName, weights: MarkWeights = DEFAULT_WEIGHTS): Ranking {
  const ranking = rankBy(values, by, columnRoles(values), weights);
  if (ranking.kind === 'unranked') throw new Error(ranking.reason);
  return ranking;
}

/** Rows from 1 by place: `9 | 2 3`. */
function places(rows: readonly RankedRow[]): string {
  const groups = new Map<number, number[]>();
  for (const { row, place } of rows) groups.set(place, [...(groups.get(place) ?? []), row + 1]);
  return [...groups.values()].map((group) => group.join(' ')).join(' | ');
}

function countingOnlyMoney(values: TableValues): MarkWeights {
  return countOnly('💰', values, columnRoles(values), DEFAULT_WEIGHTS);
}

const GOLDEN = '9 | 2 3 4 5 8 11 12 15 | 1 | 7 10 | 6 14 | 13';
const GOLDEN_MONEY = { ranked: '5 | 1 | 13', apart: '9 | 2 3 4 8 11 12 15 | 7 10 | 6 14' };

describe('rankBy(values, by, roles, weights)', () => {
  it('ranks by value for cost: by ratio, then what is not worth more than nothing, better first and cheaper', () => {
    const { rows, apart } = rank(FIFTEEN, 'value-for-cost');
    expect(places(rows)).toBe(GOLDEN);
    expect(apart).toEqual([]);
  });

  it('sets rows that name no cost apart when only 💰 counts', () => {
    const { rows, apart, apartFor } = rank(FIFTEEN, 'value-for-cost', countingOnlyMoney(FIFTEEN));
    expect(places(rows)).toBe(GOLDEN_MONEY.ranked);
    expect(places(apart)).toBe(GOLDEN_MONEY.apart);
    expect(apartFor).toBe('cost');
  });

  const data = process.env.IDEA_TIERS_DATA;
  it.skipIf(data === undefined)('ranks the table that it was made for, in its real note (IDEA_TIERS_DATA)', () => {
    const note = 'corpus/notes/22_AI_Research_mainstream/Production AI Techniques Tiered Table.md';
    const table = readNote(readFileSync(path.join(data ?? '', note), 'utf8')).tables.find(({ tier }) => tier !== null);
    if (table === undefined) throw new Error(`no tier table in ${note}`);
    const values = new TableValues(table, reader);
    expect(columnRoles(values)).toEqual(['rank', 'subject', 'none', 'value', 'cost']);
    expect(places(rank(values, 'value-for-cost').rows)).toBe(GOLDEN);
    const money = rank(values, 'value-for-cost', countingOnlyMoney(values));
    expect(places(money.rows)).toBe(GOLDEN_MONEY.ranked);
    expect(places(money.apart)).toBe(GOLDEN_MONEY.apart);
  });

  it('says what each row is worth, costs and scores', () => {
    const rows = new Map(rank(FIFTEEN, 'value-for-cost').rows.map((one) => [one.row + 1, one]));
    expect(rows.get(9)).toEqual({ row: 8, value: 2, cost: 1, place: 1, score: 2 });
    expect(rows.get(5)).toEqual({ row: 4, value: 1, cost: 1, place: 2, score: 1 });
    expect(rows.get(1)).toEqual({ row: 0, value: 2, cost: 6, place: 10, score: 0.333333333333 });
    expect(rows.get(13)).toEqual({ row: 12, value: -1, cost: 4, place: 15, score: null });
  });

  it('ranks by value, highest first, and by cost, lowest first, those that name none apart', () => {
    const values = tableOf('Name|Value|Cost', 'a|1|5', 'b||1', 'c|3|', 'd|-1|1', 'e|3|0', 'f||');
    const value = rank(values, 'value');
    expect([places(value.rows), places(value.apart), value.apartFor]).toEqual(['3 5 | 1 | 4', '2 6', 'value']);
    const cost = rank(values, 'cost');
    expect([places(cost.rows), places(cost.apart), cost.apartFor]).toEqual(['5 | 2 4 | 1', '3 | 6', 'cost']);
  });

  it('takes what costs 0 for the best bargain, and a row without worth for the last', () => {
    const values = tableOf('Name|Value|Cost', 'a|9|1', 'b|1|0', 'c|2|0', 'd||1', 'e|-5|1', 'f|0|0', 'g|5|');
    const ranking = rank(values, 'value-for-cost');
    expect(places(ranking.rows)).toBe('3 | 2 | 1 | 6 | 5 | 4');
    expect(places(ranking.apart)).toBe('7');
    expect(ranking.rows.map(({ score }) => score)).toEqual([Infinity, Infinity, 9, null, null, null]);
    expect(rankedOrder(ranking)).toEqual([2, 1, 0, 5, 4, 3, 6]);
  });

  it('lets equal ratios share a place', () => {
    const values = tableOf('Name|Value|Cost', 'a|1|3', 'b|2|6', 'c|0.1|0.3', 'd|1|7', 'e|3|21');
    expect(places(rank(values, 'value-for-cost').rows)).toBe('1 2 3 | 4 5');
  });

  it.each<[ScoreName, readonly ColumnRole[], string]>([
    ['value', ['none', 'none', 'cost'], 'no-value-column'],
    ['cost', ['none', 'value', 'none'], 'no-cost-column'],
    ['value-for-cost', ['none', 'none', 'cost'], 'no-value-column'],
    ['value-for-cost', ['none', 'value', 'none'], 'no-cost-column'],
    ['value-for-cost', ['none', 'none', 'none'], 'no-value-and-no-cost-column'],
    ['value', ['value', 'none', 'none'], 'no-value-counted'],
    ['value-for-cost', ['cost', 'value', 'none'], 'no-cost-counted'],
  ])('does not rank by %s with the roles %j: %s', (by, roles, reason) => {
    const values = tableOf('Name|A|B', 'some words|1|2', 'more words|2|3');
    expect(rankBy(values, by, roles, DEFAULT_WEIGHTS)).toEqual({ kind: 'unranked', reason });
  });
});

/** Rows of whole or broken numbers; `null` is a blank cell. */
const amount = fc.option(fc.oneof(fc.integer({ min: -5, max: 9 }), fc.constantFrom(0.1, 0.25, 0.3, 1.5)), { freq: 5 });
const rows = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 });
type Row = readonly [value: number | null, cost: number | null];

function tableOfRows(all: readonly Row[]): TableValues {
  return tableOf('Name|Value|Cost', ...all.map(([value, cost], row) => `n${row}|${value ?? ''}|${cost ?? ''}`));
}

/** Each row's place among those ranked; `null` for one apart. Behind the ranked ones when nothing can be ranked. */
function placeOf(all: readonly Row[], row: number, by: ScoreName): number | null {
  const values = tableOfRows(all);
  const ranking = rankBy(values, by, ['subject', 'value', 'cost'], DEFAULT_WEIGHTS);
  if (ranking.kind === 'unranked') return null;
  return ranking.rows.find((one) => one.row === row)?.place ?? null;
}

describe('a ranking of any table', () => {
  const by = fc.constantFrom<ScoreName>('value', 'cost', 'value-for-cost');
  const more = fc.constantFrom(0.05, 1, 3, 20);

  it('never moves a row down when it is worth more', () => {
    fc.assert(
      fc.property(rows, fc.nat(), by, more, (all, at, ranking, step) => {
        const row = at % all.length;
        const before = placeOf(all, row, ranking);
        const [value, cost] = all[row] ?? [null, null];
        fc.pre(before !== null && value !== null);
        const after = placeOf(all.with(row, [(value ?? 0) + step, cost]), row, ranking);
        expect(after).not.toBeNull();
        expect(after ?? Infinity).toBeLessThanOrEqual(before ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it('never moves a row up when it costs more', () => {
    fc.assert(
      fc.property(rows, fc.nat(), by, more, (all, at, ranking, step) => {
        const row = at % all.length;
        const before = placeOf(all, row, ranking);
        const [value, cost] = all[row] ?? [null, null];
        fc.pre(before !== null && cost !== null);
        const after = placeOf(all.with(row, [value, (cost ?? 0) + step]), row, ranking);
        expect(after ?? 0).toBeGreaterThanOrEqual(before ?? Infinity);
      }),
      { numRuns: 300 },
    );
  });

  it('holds every row once, equal ones in the order of the note, at one place', () => {
    fc.assert(
      fc.property(rows, by, (all, name) => {
        const ranking = rankBy(tableOfRows(all), name, ['subject', 'value', 'cost'], DEFAULT_WEIGHTS);
        fc.pre(ranking.kind === 'ranking');
        if (ranking.kind !== 'ranking') return;
        expect([...rankedOrder(ranking)].sort((a, b) => a - b)).toEqual(all.map((_, row) => row));
        for (const list of [ranking.rows, ranking.apart]) {
          for (const [index, one] of list.entries()) {
            const before = list[index - 1];
            expect(one.place).toBeLessThanOrEqual(index + 1);
            if (before === undefined) continue;
            expect(one.place === before.place || one.place === index + 1).toBe(true);
            if (one.place === before.place) expect(before.row).toBeLessThan(one.row);
            if (one.value === before.value && one.cost === before.cost) expect(one.place).toBe(before.place);
          }
        }
      }),
    );
  });

  it('has the same places whatever order the rows are written in', () => {
    fc.assert(
      fc.property(rows, by, (all, name) => {
        const backwards = [...all].reverse();
        for (const row of all.keys()) {
          expect(placeOf(backwards, all.length - 1 - row, name)).toBe(placeOf(all, row, name));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is offered under four names, the first being the tier as written', () => {
    const [tier, ...scores] = RANKINGS;
    expect(tier).toBe('tier');
    expect(scores.map((name) => rankBy(FIFTEEN, name, columnRoles(FIFTEEN), DEFAULT_WEIGHTS).kind)).toEqual([
      'ranking',
      'ranking',
      'ranking',
    ]);
  });
});
