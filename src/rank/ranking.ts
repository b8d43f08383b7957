import type { ColumnKind, ColumnRole } from './columns';
import { withoutNoise } from './rounding';
import type { TableValues } from './table-values';
import { scoreRows, type MarkWeights, type RowScore } from './weights';

/** What rows can be ranked by: the tier as written, or what they are worth, cost, or are worth for what they cost. */
export const RANKINGS = ['tier', 'value', 'cost', 'value-for-cost'] as const;
export type RankingName = (typeof RANKINGS)[number];

/** The rankings that need numbers: all but the tier as written. */
export type ScoreName = Exclude<RankingName, 'tier'>;

/** Why a table cannot be ranked so. `…-column`: no column has that role; `…-counted`: there is one, but no cell of it counts. */
export type NoRanking = `no-${ColumnKind}-column` | 'no-value-and-no-cost-column' | `no-${ColumnKind}-counted`;

export interface RankedRow extends RowScore {
  /** Index of `table.body`. */
  readonly row: number;
  /** From 1 within its list. Equal rows share a place, and the next place counts them: 1, 2, 2, 4. */
  readonly place: number;
  /**
   * The number that it is ranked by: worth, cost, or worth divided by cost; `Infinity` for worth that costs 0; `null` where worth
   * is not above zero, or the row names none.
   */
  readonly score: number | null;
}

export interface Ranking {
  readonly kind: 'ranking';
  /** Best first. */
  readonly rows: readonly RankedRow[];
  /** Rows that cannot stand among the others, better first; see `apartFor`. */
  readonly apart: readonly RankedRow[];
  /** What the rows apart do not name: "No cost given", "No value given". */
  readonly apartFor: ColumnKind;
}

export interface Unranked {
  readonly kind: 'unranked';
  readonly reason: NoRanking;
}

interface Candidate extends RowScore {
  readonly row: number;
  /** Worth divided by cost; `null` where worth is not above zero, or one of the two is not named. */
  readonly ratio: number | null;
}

type Compare = (a: Candidate, b: Candidate) => number;

/** What a ranking asks for, which rows it sets apart, how it orders the others, and the number that it goes by. */
interface RankingSpec {
  readonly needs: readonly ColumnKind[];
  readonly apartFor: ColumnKind;
  readonly compare: Compare;
  readonly score: Exclude<keyof Candidate, 'row'>;
}

/** Higher first, nothing last. */
const higher =
  (kind: ColumnKind): Compare =>
  (a, b) =>
    compareNumbers(b[kind] ?? -Infinity, a[kind] ?? -Infinity);

/** Lower first, nothing last. */
const lower =
  (kind: ColumnKind): Compare =>
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

const SPECS: Readonly<Record<ScoreName, RankingSpec>> = {
  value: { needs: ['value'], apartFor: 'value', compare: higher('value'), score: 'value' },
  cost: { needs: ['cost'], apartFor: 'cost', compare: lower('cost'), score: 'cost' },
  'value-for-cost': { needs: ['value', 'cost'], apartFor: 'cost', compare: byValueForCost, score: 'ratio' },
};

/**
 * Ranks a table's rows. Value: highest first, rows that name none apart. Cost: lowest first, rows that name none apart. Value
 * for cost: worth divided by cost, highest first; rows whose worth is not above zero follow, better first and then cheaper (those
 * that name no worth last); rows that name no cost stand apart, better first. Equal rows keep the note's order.
 *
 * More value never moves a row down, more cost never up among the rows that name one.
 */
export function rankBy(
  values: TableValues,
  by: ScoreName,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
): Ranking | Unranked {
  const scores = scoreRows(values, roles, weights);
  const { apartFor, compare, score } = SPECS[by];
  const reason = whyUnranked(by, roles, scores);
  if (reason !== null) return { kind: 'unranked', reason };
  const rows = scores.map((one, row): Candidate => ({ ...one, row, ratio: ratioOf(one) }));
  return {
    kind: 'ranking',
    rows: place(
      rows.filter((row) => row[apartFor] !== null),
      compare,
      score,
    ),
    apart: place(
      rows.filter((row) => row[apartFor] === null),
      higher('value'),
      score,
    ),
    apartFor,
  };
}

/** All rows of a ranking in its order, those apart last: what is applied to the note. */
export function rankedOrder(ranking: Ranking): readonly number[] {
  return [...ranking.rows, ...ranking.apart].map(({ row }) => row);
}

/** Why rows with these scores cannot be ranked so; `null` when they can. */
export function whyUnranked(
  by: ScoreName,
  roles: readonly ColumnRole[],
  scores: readonly RowScore[],
): NoRanking | null {
  const { needs } = SPECS[by];
  const [lacks, ...others] = needs.filter((kind) => !roles.includes(kind));
  if (others.length > 0) return 'no-value-and-no-cost-column';
  if (lacks !== undefined) return `no-${lacks}-column`;
  const uncounted = needs.find((kind) => scores.every((score) => score[kind] === null));
  return uncounted === undefined ? null : `no-${uncounted}-counted`;
}

/** How two rows stand to each other in a ranking: below zero where the first is above; zero where they share a place. */
export function compareScores(by: ScoreName, one: RowScore, other: RowScore): number {
  const { apartFor, compare } = SPECS[by];
  const [a, b] = [one, other].map((score): Candidate => ({ ...score, row: 0, ratio: ratioOf(score) }));
  if (!a || !b) return 0;
  const apart = Number(a[apartFor] === null) - Number(b[apartFor] === null);
  if (apart !== 0) return apart;
  return a[apartFor] === null ? higher('value')(a, b) : compare(a, b);
}

/** Rounded, so that 1 for 3, 2 for 6 and 0.1 for 0.3 share a place. */
function ratioOf({ value, cost }: RowScore): number | null {
  return value === null || cost === null || value <= 0 ? null : withoutNoise(value / cost);
}

function place(rows: readonly Candidate[], compare: Compare, score: RankingSpec['score']): readonly RankedRow[] {
  const sorted = [...rows].sort(compare);
  let place = 0;
  return sorted.map((one, index) => {
    const before = sorted[index - 1];
    if (before === undefined || compare(before, one) !== 0) place = index + 1;
    return { row: one.row, value: one.value, cost: one.cost, place, score: one[score] };
  });
}
