import { columnsOf, type ColumnRole } from './columns';
import { withoutNoise } from './rounding';
import type { TableValues } from './table-values';
import { scoreRows, type MarkWeights, type RowScore } from './weights';

/** What rows can be ranked by: the tier as written, or what they are worth, cost, or are worth for what they cost. */
export const RANKINGS = ['tier', 'value', 'cost', 'value-for-cost'] as const;
export type RankingName = (typeof RANKINGS)[number];

/** Why a table cannot be ranked so. `…-column`: no column has that role; `…-counted`: there is one, but no cell of it counts. */
export type NoRanking =
  | 'no-rank-column'
  | 'no-value-column'
  | 'no-cost-column'
  | 'no-value-and-no-cost-column'
  | 'no-value-counted'
  | 'no-cost-counted';

export interface RankedRow extends RowScore {
  /** Index of `table.body`. */
  readonly row: number;
  /** From 1 within its list. Equal rows share a place, and the next place counts them: 1, 2, 2, 4. */
  readonly place: number;
  /** Whether another row has the same place. */
  readonly shared: boolean;
  /**
   * The number that it is ranked by: worth, cost, or worth divided by cost; `Infinity` for worth that costs 0; `null` where worth
   * is not above zero, where the row names none, and for the tier as written.
   */
  readonly score: number | null;
}

export interface Ranking {
  readonly kind: 'ranking';
  readonly by: RankingName;
  /** Best first. */
  readonly rows: readonly RankedRow[];
  /** Rows that cannot stand among the others, in the order that what they do name gives; see `apartFor`. */
  readonly apart: readonly RankedRow[];
  /** What the rows apart do not name: "No cost given", "No value given". */
  readonly apartFor: 'cost' | 'value';
}

export interface Unranked {
  readonly kind: 'unranked';
  readonly reason: NoRanking;
}

/**
 * Ranks a table's rows. Value: highest first, rows that name none apart. Cost: lowest first, rows that name none apart. Value
 * for cost: worth divided by cost, highest first; rows whose worth is not above zero follow, better first and then cheaper (those
 * that name no worth last); rows that name no cost stand apart, better first. Equal rows keep the note's order.
 *
 * More value never moves a row down, more cost never up among the rows that name one.
 */
export function rankBy(
  values: TableValues,
  by: RankingName,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
): Ranking | Unranked {
  const scores = scoreRows(values, roles, weights);
  const reason = whyNot(by, roles, scores);
  if (reason !== null) return { kind: 'unranked', reason };
  const rows = scores.map((score, row): Candidate => ({ ...score, row, ratio: ratioOf(score) }));
  const named = (kind: 'value' | 'cost', then: Compare): Ranking => ({
    kind: 'ranking',
    by,
    rows: place(
      rows.filter((row) => row[kind] !== null),
      then,
      by,
    ),
    apart: place(
      rows.filter((row) => row[kind] === null),
      higher('value'),
      by,
    ),
    apartFor: kind,
  });
  switch (by) {
    case 'tier':
      return {
        kind: 'ranking',
        by,
        rows: asWritten(values, columnsOf(roles, 'rank')[0] ?? 0, rows),
        apart: [],
        apartFor: 'value',
      };
    case 'value':
      return named('value', higher('value'));
    case 'cost':
      return named('cost', lower('cost'));
    case 'value-for-cost':
      return named('cost', byValueForCost);
  }
}

/** All rows of a ranking in its order, those apart last: what is applied to the note. */
export function rankedOrder(ranking: Ranking): readonly number[] {
  return [...ranking.rows, ...ranking.apart].map(({ row }) => row);
}

interface Candidate extends RowScore {
  readonly row: number;
  /** Worth divided by cost; `null` where worth is not above zero, or one of the two is not named. */
  readonly ratio: number | null;
}

type Compare = (a: Candidate, b: Candidate) => number;

function whyNot(by: RankingName, roles: readonly ColumnRole[], scores: readonly RowScore[]): NoRanking | null {
  if (by === 'tier') return roles.includes('rank') ? null : 'no-rank-column';
  const needs = { value: by !== 'cost', cost: by !== 'value' };
  const lacks = { value: needs.value && !roles.includes('value'), cost: needs.cost && !roles.includes('cost') };
  if (lacks.value && lacks.cost) return 'no-value-and-no-cost-column';
  if (lacks.value) return 'no-value-column';
  if (lacks.cost) return 'no-cost-column';
  if (needs.value && scores.every(({ value }) => value === null)) return 'no-value-counted';
  if (needs.cost && scores.every(({ cost }) => cost === null)) return 'no-cost-counted';
  return null;
}

/** Higher first, nothing last. */
const higher =
  (kind: 'value' | 'cost'): Compare =>
  (a, b) =>
    compareNumbers(b[kind] ?? -Infinity, a[kind] ?? -Infinity);

/** Lower first, nothing last. */
const lower =
  (kind: 'value' | 'cost'): Compare =>
  (a, b) =>
    compareNumbers(a[kind] ?? Infinity, b[kind] ?? Infinity);

/** Infinities are equal to themselves, which a difference would not say. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const byValueForCost: Compare = (a, b) => {
  const { ratio: one } = a;
  const { ratio: other } = b;
  if (one !== null && other !== null) {
    // What is worth something and costs 0 is infinitely worth its cost; among such rows the better one is first.
    return compareNumbers(other, one) || (one === Infinity ? higher('value')(a, b) : 0);
  }
  if (one !== null || other !== null) return one !== null ? -1 : 1;
  return higher('value')(a, b) || lower('cost')(a, b);
};

/** Rounded, so that 1 for 3, 2 for 6 and 0.1 for 0.3 share a place. */
function ratioOf({ value, cost }: RowScore): number | null {
  return value === null || cost === null || value <= 0 ? null : withoutNoise(value / cost);
}

function scoreOf(row: Candidate, by: RankingName): number | null {
  switch (by) {
    case 'tier':
      return null;
    case 'value':
    case 'cost':
      return row[by];
    case 'value-for-cost':
      return row.ratio;
  }
}

function place(rows: readonly Candidate[], compare: Compare, by: RankingName): readonly RankedRow[] {
  const sorted = [...rows].sort(compare);
  return withPlaces(sorted, by, (a, b) => compare(a, b) === 0);
}

/** The note's order; neighbours on one rung share its place. */
function asWritten(values: TableValues, column: number, rows: readonly Candidate[]): readonly RankedRow[] {
  const folded = values.folded(column);
  return withPlaces(rows, 'tier', (a, b) => folded[a.row] === folded[b.row] && folded[a.row] !== '');
}

function withPlaces(
  rows: readonly Candidate[],
  by: RankingName,
  equal: (a: Candidate, b: Candidate) => boolean,
): readonly RankedRow[] {
  let first = 0;
  const places = rows.map((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || !equal(before, row)) first = index;
    return first + 1;
  });
  return rows.map((one, index) => {
    const { row, value, cost } = one;
    const place = places[index] ?? index + 1;
    const shared = places[index - 1] === place || places[index + 1] === place;
    return { row, value, cost, place, shared, score: scoreOf(one, by) };
  });
}
