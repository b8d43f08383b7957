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
