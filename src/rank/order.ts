import { kindOfMark } from '../model/marks';
import type { ColumnKind, ColumnRole } from './columns';
import type { TableValues } from './table-values';
import { weighColumn, type MarkWeights } from './weights';

/** One key of an order. The first decides, each further one where those before it say equal. */
export interface SortKey {
  /** 0-based. */
  readonly column: number;
  readonly descending: boolean;
}

/** What an order depends on beside the table. */
export interface OrderContext {
  readonly roles: readonly ColumnRole[];
  readonly weights: MarkWeights;
  /** How text compares: the reader's locale, with `numeric` so that `Step 10` follows `Step 9`. */
  readonly collator: Pick<Intl.Collator, 'compare'>;
}

/**
 * The rows in the order of the keys; as written where there are none. Cells compare by what they say: rungs in rung order, marks
 * by what they weigh, numbers by value, text by the collator. Cells that do not say what their column does follow the others,
 * blank ones come last, whichever way the key goes. Rows that are equal in all keys keep the note's order.
 *
 * @returns All row indexes of `table.body`.
 */
export function sortRows(values: TableValues, keys: readonly SortKey[], context: OrderContext): readonly number[] {
  const orders = keys.map(({ column, descending }) =>
    compareIn(readKeys(values, column, context), descending, context),
  );
  // Array.prototype.sort is stable.
  return values.table.body
    .map((_, row) => row)
    .sort((a, b) => {
      for (const compare of orders) {
        const result = compare(a, b);
        if (result !== 0) return result;
      }
      return 0;
    });
}

/**
 * What a header's button does to the keys: a plain click sorts one way, then the other, then as written by this column alone; with
 * `add` (Shift) the other keys stay and this one turns, or joins as the last.
 *
 * @param first whether the first way is descending.
 */
export function turnKey(keys: readonly SortKey[], column: number, add: boolean, first = false): readonly SortKey[] {
  const at = keys.findIndex((key) => key.column === column);
  const key = keys[at];
  const descending = key === undefined ? first : !first;
  const next = key?.descending === !first ? null : { column, descending };
  const turned = next === null ? [] : [next];
  if (!add) return turned;
  return key === undefined ? [...keys, ...turned] : [...keys.slice(0, at), ...turned, ...keys.slice(at + 1)];
}

/** What the two ways of a column are called, and whether the first of them descends: good marks stand above bad ones, low costs above high ones. */
export interface ColumnOrder {
  readonly kind: 'marks' | 'numbers' | 'other';
  readonly descending: boolean;
}

export function columnOrder(values: TableValues, column: number, roles: readonly ColumnRole[]): ColumnOrder {
  const { content } = values.written(column);
  const role = roles[column] ?? 'none';
  if (role === 'rank' || (content !== 'marks' && content !== 'numbers')) return { kind: 'other', descending: false };
  const kind = role === 'value' || role === 'cost' || content === 'numbers' ? role : kindOfColumn(values, column);
  return { kind: content, descending: content === 'marks' ? kind !== 'cost' : kind === 'value' };
}

/** What a cell sorts by: a number, else its text. */
interface Key {
  readonly number: number | null;
  /** `''` for a blank cell. */
  readonly text: string;
}

type Compare = (a: number, b: number) => number;

function compareIn(keys: readonly Key[], descending: boolean, { collator }: OrderContext): Compare {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const one = keys[a];
    const other = keys[b];
    if (one === undefined || other === undefined) return 0;
    if (one.number !== null && other.number !== null) return sign * (one.number - other.number);
    const group = groupOf(one) - groupOf(other);
    if (group !== 0) return group;
    return one.text === other.text ? 0 : sign * collator.compare(one.text, other.text);
  };
}

function groupOf({ number, text }: Key): number {
  return number !== null ? 0 : text === '' ? 2 : 1;
}

function readKeys(values: TableValues, column: number, context: OrderContext): readonly Key[] {
  const { plain, cells } = values.column(column);
  const numbers = sortNumbers(values, column, context);
  return plain.map((text, row) => ({
    number: numbers?.[row] ?? null,
    text: cells[row]?.kind === 'blank' ? '' : text,
  }));
}

/**
 * What the cells of a column count as where rows are sorted by it, a body row each, `null` for one that does not count; `null` for a
 * column of text.
 */
export function sortNumbers(
  values: TableValues,
  column: number,
  { roles, weights }: Pick<OrderContext, 'roles' | 'weights'>,
): readonly (number | null)[] | null {
  const role = roles[column] ?? 'none';
  if (role === 'rank') return values.rungs(column);
  const { content, numbers } = values.column(column);
  switch (content) {
    case 'marks':
      return weighMarks(values, column, role, weights);
    case 'numbers':
      return numbers;
    case 'text':
    case 'blank':
      return null;
  }
}

/**
 * Marks as they sort. Those that weigh nothing stand between good and bad; in a column where no mark weighs anything, and that is
 * no value column, more marks are more.
 */
function weighMarks(
  values: TableValues,
  column: number,
  role: ColumnRole,
  weights: MarkWeights,
): readonly (number | null)[] {
  const { cells } = values.column(column);
  const kind = role === 'value' || role === 'cost' ? role : kindOfColumn(values, column);
  const weighed = weighColumn(values, column, kind, weights);
  const counted = cells.some((cell, row) => cell.kind === 'marks' && weighed[row] !== null);
  return cells.map((cell, row) => {
    const weight = weighed[row] ?? null;
    if (weight !== null || cell.kind !== 'marks') return weight;
    return counted || role !== 'none' ? 0 : cell.marks.reduce((sum, { count }) => sum + count, 0);
  });
}

function kindOfColumn(values: TableValues, column: number): ColumnKind {
  const kinds = values
    .written(column)
    .cells.flatMap((cell) => (cell.kind === 'marks' ? cell.marks.map(({ mark }) => kindOfMark(mark)) : []));
  return kinds.filter((kind) => kind === 'cost').length * 2 > kinds.length ? 'cost' : 'value';
}
