import type { Translate } from '../../i18n';
import type { TableValues } from '../../rank/table-values';

/** A header without the legend that it may hold in brackets: `Gain (🟢=good)` is `Gain`. */
export function withoutLegend(header: string): string {
  return header.replace(/\([^()]*=[^()]*\)/g, '').trim();
}

/** What a column is called: its header as plain text, without a legend in brackets. */
export function columnName(values: TableValues, column: number, t: Translate): string {
  return withoutLegend(values.header(column)) || t('table.columnNumber', { number: column + 1 });
}

/** ① for 0. There are no such signs beyond ⑳. */
export function circled(index: number): string {
  return index < 20 ? String.fromCodePoint(0x2460 + index) : `(${index + 1})`;
}

/** What a row is called: what is ranked in it, else its rung. */
export function rowSubject({ table }: TableValues, row: number): string {
  const { subject = '', rankText = '' } = table.tier?.rungs[row] ?? {};
  return subject || rankText;
}
