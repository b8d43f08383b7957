/** One line of a text. */
export interface TextLine {
  /** Offset of its first character. */
  readonly from: number;
  /** Offset behind its last character, its line break (`\n` or `\r\n`) left out. */
  readonly to: number;
  /** The line break, `''` for a last line without one. */
  readonly end: '\n' | '\r\n' | '';
}

/** The lines from `first` to `last`, 1-based and inclusive; `null` when the text has fewer. */
export function linesOf(text: string, first: number, last: number): readonly TextLine[] | null {
  const lines: TextLine[] = [];
  let from = 0;
  for (let line = 1; line <= last; line++) {
    const feed = text.indexOf('\n', from);
    const stop = feed === -1 ? text.length : feed;
    const to = feed > from && text.charAt(feed - 1) === '\r' ? feed - 1 : stop;
    if (line >= first) lines.push({ from, to, end: feed === -1 ? '' : to === feed ? '\n' : '\r\n' });
    if (feed === -1) return line === last ? lines : null;
    from = feed + 1;
  }
  return lines;
}

/** One cell of a row's line, by offsets into the line. */
export interface CellSpan {
  /** The cell's text without the white space around it; equal where it is empty. */
  readonly from: number;
  readonly to: number;
}

/** A table row as it is written. */
export interface RowLine {
  readonly line: string;
  /** Quote marks, list markers and indentation before the row: `> > `. */
  readonly prefix: string;
  readonly cells: readonly CellSpan[];
  /** Whether a pipe ends the row. */
  readonly closed: boolean;
  /** Offset behind the row; only white space follows. */
  readonly end: number;
}

/** White space as the reader has it around cells. */
const SPACE = /[ \t\u00A0]/;
/** What stands before a row: quote marks, and before a table's header that opens a list item its marker. */
const PREFIX = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;
const QUOTES = /^[ \t>]*/;

/** Takes a row's line apart. `header`: the row may open a list item. */
export function readRow(line: string, header = false): RowLine {
  const prefix = (header ? PREFIX : QUOTES).exec(line)?.[0] ?? '';
  let end = line.length;
  while (end > prefix.length && SPACE.test(line.charAt(end - 1))) end--;
  let from = skip(line, prefix.length, end);
  if (line.charAt(from) === '|' && from < end) from++;
  const cells: CellSpan[] = [];
  for (let at = from; at < end; at++) {
    const sign = line.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '|') {
      cells.push(trimmed(line, from, at));
      from = at + 1;
    }
  }
  const closed = from === end && cells.length > 0;
  if (!closed) cells.push(trimmed(line, from, end));
  return { line, prefix, cells, closed, end };
}

/** A cell's raw Markdown as the reader gives it, `\|` as `|`. */
export function cellText({ line }: RowLine, { from, to }: CellSpan): string {
  return line.slice(from, to).replaceAll('\\|', '|');
}

function trimmed(line: string, start: number, end: number): CellSpan {
  const from = skip(line, start, end);
  let to = end;
  while (to > from && SPACE.test(line.charAt(to - 1))) to--;
  return { from, to };
}

function skip(line: string, start: number, end: number): number {
  let at = start;
  while (at < end && SPACE.test(line.charAt(at))) at++;
  return at;
}
