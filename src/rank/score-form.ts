import { columnsOf, type ColumnKind, type ColumnRole } from './columns';
import type { TableValues } from './table-values';
import { readUnits, SECOND } from './units';

/**
 * How what rows are worth or cost is written around a number: with its unit where it is one column's; see `Comparable`. Before that of a
 * duration stands how many seconds it has: `3600# h`.
 */
export function formOf(values: TableValues, roles: readonly ColumnRole[], kind: ColumnKind): string {
  const [column, ...others] = columnsOf(roles, kind);
  if (column === undefined || others.length > 0) return '';
  const { content, form, measure } = values.written(column);
  if (content !== 'numbers') return '';
  const [, word] = measure === 'duration' ? (/^#\s*(.+)/u.exec(form) ?? []) : [];
  const unit = readUnits(word ?? '', 0)?.units.find(({ dimension }) => dimension === SECOND.dimension);
  return unit === undefined ? form : unit.size + form;
}

const DIGITS = { least: 3, most: 12 };

/** How many digits a fraction needs for different numbers to look different, and none but zero like zero. */
export function digitsFor(numbers: readonly (number | null)[]): number {
  const all = [...new Set([0, ...numbers.filter((number) => number !== null && Number.isFinite(number))])];
  for (let digits = DIGITS.least; digits < DIGITS.most; digits++) {
    if (new Set(all.map((number) => rounded(number ?? 0, digits))).size === all.length) return digits;
  }
  return DIGITS.most;
}

/** So many digits behind the point as a whole number, rounded as `Intl` does: by how the number is written, halves away from zero. */
function rounded(number: number, digits: number): number {
  const [figures, exponent] = Math.abs(number).toExponential().split('e');
  return Math.sign(number) * Math.round(Number(`${figures}e${Number(exponent) + digits}`));
}
