import type { Mark } from '../model/table';
import { COST_WEIGHTS, OTHER_MARK_COST, VALUE_WEIGHTS } from '../model/vocabulary';
import { readAmountBehindMarks } from './cell-value';
import { columnsOf, type ColumnKind, type ColumnRole } from './columns';
import { withoutNoise } from './rounding';
import { spread, type ColumnValues, type TableValues } from './table-values';

/**
 * What marks weigh where that is not the default, by kind of column and mark: `{ value: { '🔥': 2 }, cost: { '🧠': 0 } }`. Marks
 * are spelt as the reader gives them, without a variation selector at the end. The same shape for settings and for one table.
 */
export type MarkWeights = Readonly<Record<ColumnKind, Readonly<Record<string, number>>>>;

/** Nothing but the defaults. */
export const DEFAULT_WEIGHTS: MarkWeights = { value: {}, cost: {} };

/** Several layers of weights as one; later ones win: `mergeWeights(settings, table)`. */
export function mergeWeights(...layers: readonly MarkWeights[]): MarkWeights {
  const merged = (kind: ColumnKind): Readonly<Record<string, number>> =>
    layers.reduce<Record<string, number>>((all, layer) => ({ ...all, ...layer[kind] }), {});
  return { value: merged('value'), cost: merged('cost') };
}

/**
 * What one mark weighs. In a value column `null` says that the mark is not counted. In a cost column every mark counts, never
 * less than 0; one that weighs 0 names no cost.
 */
export function weightOf(mark: string, kind: ColumnKind, weights: MarkWeights): number | null {
  const own = weights[kind][mark];
  switch (kind) {
    case 'value':
      return own ?? VALUE_WEIGHTS[mark] ?? null;
    case 'cost':
      return Math.max(0, own ?? COST_WEIGHTS[mark] ?? OTHER_MARK_COST);
  }
}

/**
 * What the marks of a column weigh. In a value column that repeats one mark, and no other, that mark counts although it weighs nothing
 * elsewhere: `🔥🔥🔥` is more than `🔥`.
 */
function weigher(
  { cells }: Pick<ColumnValues, 'cells'>,
  kind: ColumnKind,
  weights: MarkWeights,
): (mark: string) => number | null {
  const marks = cells.flatMap((cell) => (cell.kind === 'marks' ? cell.marks : []));
  const [scale] = marks;
  const isScale = marks.some(({ count }) => count > 1) && marks.every(({ mark }) => mark === scale?.mark);
  return (mark) => weightOf(mark, kind, weights) ?? (isScale && mark === scale?.mark ? 1 : null);
}

/** A mark that a table uses in a kind of column, for the panel of weights. */
export interface UsedMark {
  readonly mark: string;
  readonly kind: ColumnKind;
  /** How often it stands in the columns of that kind, repeats included. */
  readonly count: number;
  /** `null` for a mark that is not counted. */
  readonly weight: number | null;
  /** From the table's legend, `''` if it says nothing. */
  readonly meaning: string;
}

/** Every mark of the value columns, then every mark of the cost columns, each in the order in which they first stand. */
export function usedMarks(
  values: TableValues,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
): readonly UsedMark[] {
  return (['value', 'cost'] as const).flatMap((kind) => {
    const columns = columnsOf(roles, kind);
    const weighers = columns.map((column) => weigher(values.written(column), kind, weights));
    return [...countMarks(values, columns)].map(([mark, count]) => ({
      mark,
      kind,
      count,
      weight: weighers.map((weigh) => weigh(mark)).find((weight) => weight !== null) ?? null,
      meaning: values.table.legend[mark] ?? '',
    }));
  });
}

function countMarks(values: TableValues, columns: readonly number[]): ReadonlyMap<string, number> {
  // Row by row, although columns are what is read.
  const byRow: Mark[][] = values.table.body.map(() => []);
  for (const column of columns) {
    const { rows, cells } = values.written(column);
    for (const [index, cell] of cells.entries())
      if (cell.kind === 'marks') for (const mark of cell.marks) byRow[rows[index] ?? 0]?.push(mark);
  }
  const counts = new Map<string, number>();
  for (const { mark, count } of byRow.flat()) counts.set(mark, (counts.get(mark) ?? 0) + count);
  return counts;
}

/**
 * "Count only 💰": the weights with every other mark of the table's cost columns at 0, and the mark itself at what it weighs, or
 * at the default where that is 0.
 */
export function countOnly(
  mark: string,
  values: TableValues,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
): MarkWeights {
  const used = countMarks(values, columnsOf(roles, 'cost'));
  const cost = Object.fromEntries([...used.keys()].map((other) => [other, 0]));
  const own = weightOf(mark, 'cost', weights);
  return { ...weights, cost: { ...weights.cost, ...cost, [mark]: own === null || own === 0 ? OTHER_MARK_COST : own } };
}

/**
 * What a column's cells weigh, one a body row; `null` where a cell names nothing that counts, which is no zero. Marks weigh what
 * the weights say as often as they stand; numbers and ordered words weigh themselves, in a cost column never less than 0. A
 * number behind marks counts only in a column of which no mark is counted.
 */
export function weighColumn(
  values: TableValues,
  column: number,
  kind: ColumnKind,
  weights: MarkWeights,
): readonly (number | null)[] {
  const { rows, weighed } = weighWritten(values, column, kind, weights);
  return spread(rows, weighed, null, values.rowCount);
}

/** What the cells weigh that are written in a column. */
function weighWritten(
  values: TableValues,
  column: number,
  kind: ColumnKind,
  weights: MarkWeights,
): { readonly rows: readonly number[]; readonly weighed: readonly (number | null)[] } {
  const { rows, cells, numbers, plain, measure } = values.written(column);
  const weigh = weigher({ cells }, kind, weights);
  const sums = cells.map((cell) => {
    if (cell.kind !== 'marks') return null;
    const counted = cell.marks.flatMap(({ mark, count }) => {
      const weight = weigh(mark);
      return weight === null ? [] : [weight * count];
    });
    const sum = total(counted);
    return kind === 'cost' && sum === 0 ? null : sum;
  });
  const marksCount = kind === 'cost' || sums.some((sum) => sum !== null);
  const weighed = cells.map((cell, index) => {
    if (cell.kind === 'marks') return marksCount ? (sums[index] ?? null) : readAmountBehindMarks(plain[index] ?? '');
    // A later day is not worth more than an earlier one.
    const number = measure === 'date' ? null : (numbers[index] ?? null);
    return kind === 'cost' && number !== null ? Math.max(0, number) : number;
  });
  return { rows, weighed };
}

/** What one mark, number or word of a row adds to what the row is worth or costs. */
export interface Part {
  /** The mark, or the cell's plain text. */
  readonly text: string;
  /** How often the mark is repeated. */
  readonly count: number;
  /** `null` for a mark that is not counted. */
  readonly amount: number | null;
  /** Of a number or word the column that it stands in; `null` for a mark, which says by itself what it is. */
  readonly column: number | null;
}

/** What a row is worth, or costs, part by part in its cells' order: what counts of them adds up to its score. */
export function partsOf(
  values: TableValues,
  row: number,
  kind: ColumnKind,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
): readonly Part[] {
  return columnsOf(roles, kind).flatMap((column): readonly Part[] => {
    const { cells, plain } = values.column(column);
    const cell = cells[row];
    const weigh = weigher({ cells }, kind, weights);
    const amount = weighColumn(values, column, kind, weights)[row] ?? null;
    const marks = (cell?.kind === 'marks' ? cell.marks : []).map(({ mark, count }) => {
      const weight = weigh(mark);
      return { text: mark, count, amount: weight === null ? null : withoutNoise(weight * count), column: null };
    });
    // A number behind marks counts where none of them does.
    if (amount === null || marks.some((part) => part.amount !== null)) return marks;
    return [{ text: plain[row] ?? '', count: 1, amount, column }];
  });
}

/** What a row is worth and what it costs: the sum of its columns, `null` where none of them names anything. */
export interface RowScore {
  readonly value: number | null;
  readonly cost: number | null;
}

/** The scores of all rows, in the note's order. */
export function scoreRows(
  values: TableValues,
  roles: readonly ColumnRole[],
  weights: MarkWeights,
): readonly RowScore[] {
  const sums = (kind: ColumnKind): readonly (number | null)[] => {
    const parts: number[][] = values.table.body.map(() => []);
    for (const column of columnsOf(roles, kind)) {
      const { rows, weighed } = weighWritten(values, column, kind, weights);
      for (const [index, weight] of weighed.entries()) if (weight !== null) parts[rows[index] ?? 0]?.push(weight);
    }
    return parts.map(total);
  };
  const value = sums('value');
  const cost = sums('cost');
  return values.table.body.map((_, row) => ({ value: value[row] ?? null, cost: cost[row] ?? null }));
}

/** `null` for nothing. */
function total(parts: readonly number[]): number | null {
  if (parts.length === 0) return null;
  return withoutNoise(parts.reduce((sum, part) => sum + part, 0));
}
