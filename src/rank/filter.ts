import type { TableValues } from './table-values';
import { fold } from '../text/fold';

/** Which rows are shown. Plain data, to be kept in a view's state. */
export interface TableFilter {
  /** Every word of it must stand somewhere in the row; case and `ё` do not matter. `''` finds all. */
  readonly search: string;
  /** A row must have at least one of these marks; `[]` asks for none. */
  readonly marks: readonly string[];
  /**
   * By 0-based column the values of which the row must have one, as `ColumnChoice.value` says; no entry or an empty one asks
   * for none.
   */
  readonly values: Readonly<Record<number, readonly string[]>>;
}

export const NO_FILTER: TableFilter = { search: '', marks: [], values: {} };

/** Whether the filter lets all rows through. */
export function isNoFilter(filter: TableFilter): boolean {
  const chosen = Object.values(filter.values).some((values) => values.length > 0);
  return wordsOf(filter.search).length === 0 && filter.marks.length === 0 && !chosen;
}

/** The columns that are shown, left to right. */
export function shownColumns(values: TableValues, hidden: readonly number[]): readonly number[] {
  const hides = new Set(hidden);
  return [...values.table.header.keys()].filter((column) => !hides.has(column));
}

/**
 * The rows that pass, as indexes of `table.body` in the note's order. What is sought is sought in the columns that are shown; a
 * choice of values or marks holds although its column is hidden.
 */
export function filterRows(
  values: TableValues,
  filter: TableFilter,
  columns: readonly number[] = shownColumns(values, []),
): readonly number[] {
  const passes = rowTest(values, filter, columns);
  return values.table.body.flatMap((_, row) => (passes(row) ? [row] : []));
}

/** One value of a column, to be chosen. */
export interface ColumnChoice {
  /** The cell's text as it is compared; `''` for blank cells. */
  readonly value: string;
  /** The cell's text as it first stands in the note. */
  readonly text: string;
  /** How many rows have it among those that pass the rest of the filter, so that it says what choosing it would show. */
  readonly count: number;
  readonly chosen: boolean;
}

/**
 * The values of a column with counts, in the order of the rows of `order` (a sort by that column), blank last. Values that no
 * row has at present stay, with 0.
 */
export function columnChoices(
  values: TableValues,
  column: number,
  filter: TableFilter,
  order: readonly number[],
  columns: readonly number[] = shownColumns(values, []),
): readonly ColumnChoice[] {
  const { [column]: chosen = [], ...others } = filter.values;
  const passes = rowTest(values, { ...filter, values: others }, columns);
  const { plain } = values.column(column);
  const choices = new Map<string, { text: string; count: number }>();
  for (const row of order) {
    const value = valueAt(values, column, row);
    const choice = choices.get(value) ?? { text: value === '' ? '' : (plain[row] ?? ''), count: 0 };
    if (passes(row)) choice.count++;
    choices.set(value, choice);
  }
  return [...choices]
    .map(([value, { text, count }]) => ({ value, text, count, chosen: chosen.includes(value) }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === ''));
}

/** A mark of the table, to be chosen by its legend chip. */
export interface MarkChoice {
  readonly mark: string;
  /** From the legend, `''` if it says nothing. */
  readonly meaning: string;
  /** How many rows have it among those that pass the rest of the filter. */
  readonly count: number;
  readonly chosen: boolean;
}

/** The table's marks with counts: those of the legend in its order, then the others as they first stand. */
export function markChoices(
  values: TableValues,
  filter: TableFilter,
  columns: readonly number[] = shownColumns(values, []),
): readonly MarkChoice[] {
  const { legend, body } = values.table;
  const passes = rowTest(values, { ...filter, marks: [] }, columns);
  const counts = new Map(Object.keys(legend).map((mark) => [mark, 0]));
  for (const row of body.keys()) {
    for (const mark of values.marksIn(row)) counts.set(mark, (counts.get(mark) ?? 0) + (passes(row) ? 1 : 0));
  }
  return [...counts].map(([mark, count]) => ({
    mark,
    meaning: legend[mark] ?? '',
    count,
    chosen: filter.marks.includes(mark),
  }));
}

/** A filter made ready, so that each row is looked at once. */
function rowTest(values: TableValues, filter: TableFilter, columns: readonly number[]): (row: number) => boolean {
  const words = wordsOf(filter.search);
  const searched = new Set(columns);
  const chosen = Object.entries(filter.values)
    .filter(([, allowed]) => allowed.length > 0)
    .map(([column, allowed]) => ({ column: Number(column), allowed: new Set(allowed) }));
  return (row) =>
    words.every((word) => values.searched(row).some((cell, column) => searched.has(column) && cell.includes(word))) &&
    chosen.every(({ column, allowed }) => allowed.has(valueAt(values, column, row))) &&
    (filter.marks.length === 0 || filter.marks.some((mark) => values.marksIn(row).has(mark)));
}

function wordsOf(search: string): readonly string[] {
  return fold(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function valueAt(values: TableValues, column: number, row: number): string {
  return values.column(column).cells[row]?.kind === 'blank' ? '' : (values.folded(column)[row] ?? '');
}
