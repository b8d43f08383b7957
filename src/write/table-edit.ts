import type { Table } from '../model/table';
import type { TextChange } from '../model/text-change';
import { cellText, linesOf, readRow, type RowLine, type TextLine } from './table-lines';
import { delimiterCell, tableCell } from './table-markdown';

/** The note as it is now, and the tables that the reader finds in this very text. */
export interface NoteTables {
  readonly text: string;
  readonly tables: readonly Table[];
}

/** What is to be done to a table of a note. */
export type TableEdit =
  | {
      readonly kind: 'apply-order';
      /** Indexes of `table.body`, each once: the row that is to stand first, second, … */
      readonly order: readonly number[];
      /** New cells for one column, from the first row down, whatever row stands there; `null` leaves each row its own. */
      readonly renumber: Renumbering | null;
    }
  /** A copy in the order given, below the table with an empty line between. */
  | {
      readonly kind: 'insert-copy';
      readonly order: readonly number[];
      readonly renumber: Renumbering | null;
      /** A further column of the copy, its cells in the order of `table.body`. */
      readonly column: NewColumn | null;
    }
  /** A further column at the right. */
  | { readonly kind: 'add-column'; readonly column: NewColumn };

export interface Renumbering {
  /** 0-based. */
  readonly column: number;
  /** Raw Markdown, a body row each. */
  readonly cells: readonly string[];
}

export interface NewColumn {
  /** Raw Markdown. */
  readonly header: string;
  /** Raw Markdown, a body row each, in the order of `table.body`. */
  readonly cells: readonly string[];
}

export type TableEditResult =
  /** `changes` is empty where the note already says so. */
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  /** The note no longer has this table at this place: nothing may be written. */
  | { readonly kind: 'refused'; readonly reason: 'table-changed' };

/**
 * What an edit changes in the note's text. Rows move as they are written, byte for byte, with their quote marks; line breaks stay
 * where they are, so that a last line without one stays the last. Nothing else of the text is touched.
 *
 * @param shown The table as it was read when the user saw it.
 * @throws When `order` is no permutation of the rows, or a column has not one cell a row.
 */
export function editTable(note: NoteTables, shown: Table, edit: TableEdit): TableEditResult {
  checkEdit(edit, shown);
  const now = note.tables.find(({ line }) => line === shown.line);
  const lines = now !== undefined && isSameTable(now, shown) ? linesOf(note.text, now.line, now.endLine) : null;
  if (lines === null) return { kind: 'refused', reason: 'table-changed' };
  const written = writeTable(note.text, lines, shown);
  switch (edit.kind) {
    case 'apply-order':
      return replaceLines(written.lines, arrange(written, edit.order, edit.renumber, shown));
    case 'insert-copy':
      return insertCopy(written, edit, shown);
    case 'add-column':
      return replaceLines(written.lines, withColumn(written, edit.column, shown));
  }
}

/**
 * A renumbering that leaves the rank column as it is from top to bottom while the rest of the rows moves: the first row stays
 * tier 1, whatever it is. `null` for a table without rungs.
 */
export function rungsInPlace(table: Table): Renumbering | null {
  if (table.tier === null) return null;
  const { rankColumn } = table.tier;
  return { column: rankColumn, cells: table.body.map((row) => row.cells[rankColumn] ?? '') };
}

/** Whether two readings found the same table, cell for cell; where it stands does not matter. */
function isSameTable(one: Table, other: Table): boolean {
  return (
    one.endLine - one.line === other.endLine - other.line &&
    areEqual(one.header, other.header) &&
    areEqual(one.align, other.align) &&
    one.body.length === other.body.length &&
    one.body.every(({ cells }, index) => areEqual(cells, other.body[index]?.cells ?? []))
  );
}

function areEqual<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** A table's lines as they stand in the note: header, delimiter row, body. */
interface WrittenTable {
  readonly lines: readonly (TextLine & { readonly text: string })[];
  readonly header: RowLine;
  readonly delimiter: RowLine;
  readonly body: readonly RowLine[];
}

function writeTable(text: string, lines: readonly TextLine[], table: Table): WrittenTable {
  const texts = lines.map((line) => ({ ...line, text: text.slice(line.from, line.to) }));
  const [header, delimiter, ...body] = texts.map((line, index) => readRow(line.text, index === 0));
  if (header === undefined || delimiter === undefined || body.length !== table.body.length) {
    throw new Error(`table on line ${table.line} has ${lines.length} lines for ${table.body.length} rows`);
  }
  for (const [index, row] of body.entries()) {
    const cells = table.body[index]?.cells ?? [];
    if (cells.some((cell, column) => cell !== cellAt(row, column))) {
      throw new Error(`row ${index} of the table on line ${table.line} is not written as it was read`);
    }
  }
  return { lines: texts, header, delimiter, body };
}

function cellAt(row: RowLine, column: number): string {
  const span = row.cells[column];
  return span === undefined ? '' : cellText(row, span);
}

/** The table's lines with the body in another order. */
function arrange(
  { header, delimiter, body }: WrittenTable,
  order: readonly number[],
  renumber: Renumbering | null,
  table: Table,
): readonly string[] {
  const rows = order.map((row, place) => {
    const written = body[row];
    if (written === undefined) throw new Error(`no row ${row} in the table on line ${table.line}`);
    return renumber === null ? written.line : withCell(written, renumber.column, renumber.cells[place] ?? '');
  });
  return [header.line, delimiter.line, ...rows];
}

/** A row with another cell in one column, all white space kept. */
function withCell(row: RowLine, column: number, cell: string): string {
  const { line } = row;
  const span = row.cells[column];
  if (span === undefined) return cell === '' ? line : padded(row, column, tableCell(cell));
  if (cellText(row, span) === cell) return line;
  const written = tableCell(cell);
  // A backslash at the end must not escape the pipe behind it.
  const apart = written.endsWith('\\') && line.charAt(span.to) === '|' ? ' ' : '';
  return `${line.slice(0, span.from)}${written}${apart}${line.slice(span.to)}`;
}

/** A row that is given a cell in a column behind its last. */
function padded(row: RowLine, column: number, cell: string): string {
  const missing = column - row.cells.length;
  const line = row.line.trimEnd();
  return `${line}${row.closed ? '' : ' |'}${' |'.repeat(missing)} ${cell} |${row.line.slice(line.length)}`;
}

function withColumn({ header, delimiter, body }: WrittenTable, column: NewColumn, table: Table): readonly string[] {
  const at = table.header.length;
  return [
    appended(header, at, tableCell(column.header)),
    appended(delimiter, at, delimiterCell('right')),
    ...body.map((row, index) => appended(row, at, tableCell(column.cells[index] ?? ''))),
  ];
}

/** A row with one cell more in column `at`. Surplus cells, which no one sees, are moved behind it. */
function appended(row: RowLine, at: number, cell: string): string {
  const surplus = row.cells[at];
  if (surplus === undefined) return padded(row, at, cell);
  return `${row.line.slice(0, surplus.from)}${cell} | ${row.line.slice(surplus.from)}`;
}

function insertCopy(
  written: WrittenTable,
  { order, renumber, column }: Extract<TableEdit, { kind: 'insert-copy' }>,
  table: Table,
): TableEditResult {
  const last = written.lines.at(-1);
  const [first] = written.lines;
  if (last === undefined || first === undefined) throw new Error(`table on line ${table.line} has no lines`);
  const whole = column === null ? written : readAgain(withColumn(written, column, table));
  const [header = '', ...rest] = arrange(whole, order, renumber, table);
  // In a list item the copy stands on, it does not begin another item.
  const { prefix } = written.header;
  const copied = `${prefix.replace(/[^\s>]/g, ' ')}${header.slice(prefix.length)}`;
  const blank = (written.delimiter.prefix.match(/^[ \t>]*>/)?.[0] ?? '').trimEnd();
  const end = first.end === '' ? '\n' : first.end;
  const insert = [blank, copied, ...rest].map((line) => `${end}${line}`).join('');
  return { kind: 'changes', changes: [{ from: last.to, to: last.to, insert }] };
}

function readAgain(lines: readonly string[]): Pick<WrittenTable, 'header' | 'delimiter' | 'body' | 'lines'> {
  const [header, delimiter, ...body] = lines.map((line, index) => readRow(line, index === 0));
  if (header === undefined || delimiter === undefined) throw new Error('table without a header');
  return { header, delimiter, body, lines: [] };
}

function replaceLines(lines: WrittenTable['lines'], texts: readonly string[]): TableEditResult {
  const changes = lines.flatMap(({ from, to, text }, index): TextChange[] => {
    const insert = texts[index] ?? text;
    return insert === text ? [] : [{ from, to, insert }];
  });
  return { kind: 'changes', changes };
}

function checkEdit(edit: TableEdit, { body, line }: Table): void {
  if (edit.kind !== 'add-column') {
    const seen = new Set(edit.order.filter((row) => Number.isInteger(row) && row >= 0 && row < body.length));
    if (seen.size !== body.length || edit.order.length !== body.length) {
      throw new Error(
        `order [${edit.order.join(', ')}] is none of the ${body.length} rows of the table on line ${line}`,
      );
    }
    checkLength(edit.renumber?.cells, 'renumbering');
  }
  if (edit.kind !== 'apply-order') checkLength(edit.column?.cells, 'column');

  function checkLength(cells: readonly string[] | undefined, what: string): void {
    if (cells === undefined || cells.length === body.length) return;
    throw new Error(`${what} of ${cells.length} cells for the ${body.length} rows of the table on line ${line}`);
  }
}
