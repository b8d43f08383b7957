import type { ColumnAlign } from '../model/table';
import { trimmed } from '../text/trimmed';

/** The columns and rows of a table that are to be written: raw Markdown cells, `rows` no longer than `header`. */
export interface MarkdownTable {
  readonly header: readonly string[];
  readonly align: readonly ColumnAlign[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of some of another's columns, in the order given; cells that are not there are empty. */
export function pickColumns({ header, align, rows }: MarkdownTable, columns: readonly number[]): MarkdownTable {
  return {
    header: columns.map((column) => header[column] ?? ''),
    align: columns.map((column) => align[column] ?? null),
    rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
  };
}

/** A pipe table, one line a row, each ended by `\n`. Read again it has the same cells. */
export function markdownTable({ header, align, rows }: MarkdownTable): string {
  const delimiter = header.map((_, column) => delimiterCell(align[column] ?? null));
  return [rowLine(header.map(tableCell)), rowLine(delimiter), ...rows.map((row) => rowLine(row.map(tableCell)))]
    .map((line) => `${line}\n`)
    .join('');
}

function rowLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The dashes and colons of a column's cell in the delimiter row. */
export function delimiterCell(align: ColumnAlign): string {
  switch (align) {
    case 'left':
      return ':---';
    case 'right':
      return '---:';
    case 'center':
      return ':---:';
    case null:
      return '---';
  }
}

/**
 * A cell's Markdown as it can stand between pipes: its own pipes escaped, its line breaks as `<br>`. A backslash before a pipe would
 * escape the escape, so such a pipe is written as a character reference.
 */
export function tableCell(markdown: string): string {
  return trimmed(withBreaks(markdown), BLANKS).replace(/\\+\|?|\|/g, (signs) => {
    if (!signs.endsWith('|')) return signs;
    return signs.length % 2 === 1 ? `${signs.slice(0, -1)}\\|` : `${signs.slice(0, -1)}&#124;`;
  });
}

const BLANKS = ' \t\u00A0';

/** With `<br>` for line breaks and the white space around them. */
function withBreaks(markdown: string): string {
  const lines = markdown.split(/[\r\n]/);
  const last = lines.length - 1;
  return lines
    .map((line, at) =>
      at === 0 ? (at === last ? line : line.trimEnd()) : at === last ? line.trimStart() : line.trim(),
    )
    .filter((line, at) => line !== '' || at === 0 || at === last)
    .join('<br>');
}
