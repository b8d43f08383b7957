import { BlockCursor } from '../markdown/block-cursor';
import { definitionHead } from '../markdown/line-kinds';
import { readDelimiterRow } from '../markdown/table-row';
import { applyChanges } from '../model/apply-changes';
import type { Span } from '../model/span';
import type { Table } from '../model/table';
import { canFillRows } from '../model/table-shape';
import type { TextChange } from '../model/text-change';
import { cellText, lineBreakAt, readRow, tableLines, type RowLine } from './table-lines';
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
  | { readonly kind: 'refused'; readonly reason: 'table-changed' }
  /** A further column would stand behind so many cells that are not written that they cannot be. */
  | { readonly kind: 'refused'; readonly reason: 'table-too-wide' }
  /** Written elsewhere, a row would be read as something else: the row below a header, the beginning of a comment, of a formula. */
  | { readonly kind: 'refused'; readonly reason: 'table-unclear' }
  /** Items of a tier list that stand in one line: none of them can be moved alone. */
  | { readonly kind: 'refused'; readonly reason: 'items-joined' }
  /** With the items on their new rungs, the list would be read as another one, or as none. */
  | { readonly kind: 'refused'; readonly reason: 'list-unclear' };

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
  if (!now || contentOf(now) !== contentOf(shown)) return { kind: 'refused', reason: 'table-changed' };
  if (addsColumn(edit) && !canFillRows(shown)) return { kind: 'refused', reason: 'table-too-wide' };
  const lines = tableLines(note.text, now);
  const texts = lines.map(({ from, to }) => note.text.slice(from, to));
  const rows = rowsOf(lines.map(({ from, row, to }) => readRow(note.text.slice(from, to), row - from)));
  checkRows(rows, shown);
  const changes = changesOf(note.text, now, rows, { lines, texts }, edit);
  const added = edit.kind === 'insert-copy' ? lines.length + 1 : 0;
  const isClear = changes.length === 0 || (canMove(note.text, now, edit) && keepsLines(note.text, changes, now, added));
  return isClear ? { kind: 'changes', changes } : { kind: 'refused', reason: 'table-unclear' };
}

function changesOf(
  text: string,
  { span, headerSpan, header }: Table,
  rows: WrittenRows,
  { lines, texts }: { readonly lines: readonly Span[]; readonly texts: readonly string[] },
  edit: TableEdit,
): readonly TextChange[] {
  switch (edit.kind) {
    case 'apply-order':
      return replaceLines(lines, texts, arranged(rows, edit));
    case 'insert-copy':
      return [insertCopy(span.to, lineBreakAt(text, headerSpan.to) || '\n', rows, edit, header.length)];
    case 'add-column':
      return replaceLines(lines, texts, withColumn(rows, edit.column, header.length));
  }
}

/**
 * Whether no row that is to be moved reads like the one below a header: another table may begin there. Nor may a row look like a
 * footnote, which its author meant: between pipes it would cite it.
 */
function canMove(text: string, { body }: Table, { kind }: TableEdit): boolean {
  return !body.some(
    ({ span: { from, to } }) =>
      definitionHead(text, from, to) || (kind !== 'add-column' && readDelimiterRow(text, from, to)),
  );
}

/** Whether each line is afterwards what it was, with those of a table that is `added` below this one. */
function keepsLines(text: string, changes: readonly TextChange[], { endLine, line }: Table, added: number): boolean {
  const [before, after] = [lineKinds(text), lineKinds(applyChanges(text, changes))];
  const copy = after.splice(endLine, added);
  // Lines before the body of the note are none of these.
  const rows = before.slice(line + 1, endLine);
  const isCopy = added === 0 || copy.slice(3).join() === rows.join();
  return isCopy && after.join() === before.join();
}

/** What each line of a text is, and how deep it is quoted; nothing for those of frontmatter. */
function lineKinds(text: string): string[] {
  const block = new BlockCursor(text);
  const kinds: string[] = Array<string>(block.at.line).fill('');
  while (block.next()) kinds.push(`${block.kind} ${block.at.depth}`);
  return kinds;
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

function addsColumn(edit: TableEdit): boolean {
  return edit.kind === 'add-column' || (edit.kind === 'insert-copy' && edit.column !== null);
}

/**
 * Whether two readings found the same table shows in this, cell for cell; where it stands does not matter, nor whether an empty
 * cell at a row's end is written.
 */
function contentOf({ line, endLine, header, align, body }: Table): string {
  const rows = body.map(({ cells }) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));
  return JSON.stringify([endLine - line, header, align, rows]);
}

/** A table's rows as they stand in the note: header and delimiter row, then the body. */
interface WrittenRows {
  readonly head: readonly RowLine[];
  readonly body: readonly RowLine[];
}

function rowsOf(rows: readonly RowLine[]): WrittenRows {
  return { head: rows.slice(0, 2), body: rows.slice(2) };
}

/** Nothing may be written into a row that is taken apart here otherwise than where the table was read. */
function checkRows({ body }: WrittenRows, table: Table): void {
  const columns = table.header.length;
  for (const [index, { cells }] of table.body.entries()) {
    const row = body[index];
    const written = row?.cells.slice(0, columns).map((span) => cellText(row, span)) ?? [];
    // Either of the two may have an empty cell at its end that the other has not.
    const longer = written.length > cells.length ? written : cells;
    if (row === undefined || longer.some((_, column) => (cells[column] ?? '') !== (written[column] ?? ''))) {
      throw new Error(`row ${index} of the table on line ${table.line} is not written as it was read`);
    }
  }
}

/** The table's lines with the body in another order. */
function arranged(
  { head, body }: WrittenRows,
  { order, renumber }: Extract<TableEdit, { readonly order: unknown }>,
): readonly string[] {
  const rows = order.flatMap((row) => body[row] ?? []);
  return [
    ...head.map(({ line }) => line),
    ...rows.map((row, place) => (renumber ? withCell(row, renumber.column, renumber.cells[place] ?? '') : row.line)),
  ];
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
  const { line, end, closed } = row;
  return `${line.slice(0, end)}${closed ? '' : ' |'}${' |'.repeat(missing)} ${cell} |${line.slice(end)}`;
}

/** The table's lines with a further column in place `at`. */
function withColumn({ head, body }: WrittenRows, { header, cells }: NewColumn, at: number): readonly string[] {
  const column = [tableCell(header), delimiterCell('right'), ...cells.map(tableCell)];
  return [...head, ...body].map((row, index) => appended(row, at, column[index] ?? ''));
}

/** The same as rows, to be written into once more. */
function withNewColumn(rows: WrittenRows, column: NewColumn, at: number): WrittenRows {
  const before = [...rows.head, ...rows.body];
  return rowsOf(withColumn(rows, column, at).map((line, index) => readRow(line, before[index]?.prefix.length)));
}

/** A row with one cell more in column `at`. Surplus cells, which no one sees, are moved behind it. */
function appended(row: RowLine, at: number, cell: string): string {
  const surplus = row.cells[at];
  if (surplus === undefined) return padded(row, at, cell);
  return `${row.line.slice(0, surplus.from)}${cell} | ${row.line.slice(surplus.from)}`;
}

/** A row that can be read as nothing else: text without a pipe explains marks where it looks like an item of a legend. */
function withPipes(row: RowLine): RowLine {
  const { line, prefix, end } = row;
  return line.includes('|') ? row : readRow(`${prefix}| ${line.slice(prefix.length, end)} |`, prefix.length);
}

/** @param behind Where the table ends. @param end The line break that the copy takes. */
function insertCopy(
  behind: number,
  end: string,
  rows: WrittenRows,
  edit: Extract<TableEdit, { kind: 'insert-copy' }>,
  width: number,
): TextChange {
  const { column } = edit;
  // In a list item the copy stands on, it does not begin another item.
  const [prefix = '', belowHeader = ''] = rows.head.map((row) => row.prefix);
  const piped = { ...rows, body: rows.body.map(withPipes) };
  const whole = column === null ? piped : withNewColumn(piped, column, width);
  const [header = '', ...rest] = arranged(whole, edit);
  const copied = `${prefix.replace(/[^\s>]/g, ' ')}${header.slice(prefix.length)}`;
  const blank = (/^[ \t>]*>/.exec(belowHeader)?.[0] ?? '').trimEnd();
  const insert = [blank, copied, ...rest].map((line) => `${end}${line}`).join('');
  return { from: behind, to: behind, insert };
}

function replaceLines(
  lines: readonly Span[],
  before: readonly string[],
  after: readonly string[],
): readonly TextChange[] {
  return lines.flatMap(({ from, to }, index): TextChange[] => {
    const insert = after[index];
    return insert === undefined || insert === before[index] ? [] : [{ from, to, insert }];
  });
}

function checkEdit(edit: TableEdit, { body, line }: Table): void {
  const rows = `the ${body.length} rows of the table on line ${line}`;
  const check = (cells: readonly string[] | undefined, what: string): void => {
    if (cells && cells.length !== body.length) throw new Error(`${what} of ${cells.length} cells for ${rows}`);
  };
  if (edit.kind !== 'apply-order') check(edit.column?.cells, 'column');
  if (edit.kind === 'add-column') return;
  check(edit.renumber?.cells, 'renumbering');
  if ([...edit.order].sort((a, b) => a - b).join() !== [...body.keys()].join()) {
    throw new Error(`order [${edit.order.join(', ')}] is none of ${rows}`);
  }
}
