import { lazyPattern } from '../text/lazily';

/** What makes a field need quotes. */
const QUOTED = /[",\r\n]/;

/**
 * Rows as RFC 4180 has them: commas, quotes doubled inside quotes, `\r\n` behind every row. Fields stand as they are given, so that
 * whoever reads the text gets them back.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${csvRow(row)}\r\n`).join('');
}

/** A lone empty field is quoted, for an empty line is no row to many readers. */
function csvRow(row: readonly string[]): string {
  return row.length === 1 && row[0] === '' ? '""' : row.map(csvField).join(',');
}

function csvField(field: string): string {
  return QUOTED.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** What a spreadsheet would work out, not show: formulas by their signs, also behind a tab or line break that it takes for nothing. */
const RUNS = lazyPattern(String.raw`^(?:[=@\t\r]|[+-][\p{L}(])`);
const QUOTED_IN_CELLS = /["\t\r\n]/;

/**
 * Rows as spreadsheets take them from the clipboard, tabs between the cells. A cell that would run there has an apostrophe before it,
 * which says that it is text; numbers with a sign stay numbers.
 */
export function spreadsheetText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(spreadsheetCell).join('\t')}\r\n`).join('');
}

function spreadsheetCell(cell: string): string {
  const text = RUNS().test(cell) ? `'${cell}` : cell;
  return QUOTED_IN_CELLS.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
