import { lineBreakEnd, lineStart, trimEnd } from '../markdown/lines';
import { contentStart } from '../markdown/quote-marks';
import { cellOffsets, unescapedCell } from '../markdown/table-row';
import type { Span } from '../model/span';
import type { Table } from '../model/table';

/** A line of a table. */
export interface TableLine extends Span {
  /** Offset of its row, behind quote marks, list marker and indentation. */
  readonly row: number;
}

/** The lines of a table, its header's first, without their line breaks. */
export function tableLines(text: string, { headerSpan, delimiterSpan, body }: Table): readonly TableLine[] {
  const rows = [headerSpan, delimiterSpan, ...body.map(({ span }) => span)];
  return rows.map(({ from, to }) => ({ from: lineStart(text, from), row: from, to }));
}

/** The line break behind a line that ends at `to`; `''` where the text ends. */
export function lineBreakAt(text: string, to: number): string {
  return text.slice(to, lineBreakEnd(text, to));
}

/** A table row as it is written. */
export interface RowLine {
  readonly line: string;
  /** Quote marks, list markers and indentation before the row: `> > `. */
  readonly prefix: string;
  /** Offsets into the line, without the white space around a cell; both are one where it is empty. */
  readonly cells: readonly Span[];
  /** Whether a pipe ends the row. */
  readonly closed: boolean;
  /** Offset behind the row; only white space follows. */
  readonly end: number;
}

/** Takes a row's line apart as the reader does. `content` is where the row begins in it: the reader knows, the line alone may not. */
export function readRow(line: string, content = contentStart(line)): RowLine {
  const offsets = cellOffsets(line, { from: content, to: line.length });
  const cells: Span[] = [];
  for (let cell = 0; cell < offsets.length; cell += 2) {
    cells.push({ from: offsets[cell] ?? 0, to: offsets[cell + 1] ?? 0 });
  }
  const last = cells.at(-1)?.to ?? content;
  const pipe = line.indexOf('|', last);
  return { line, prefix: line.slice(0, content), cells, closed: pipe !== -1, end: trimEnd(line, content, line.length) };
}

/** A cell's raw Markdown as the reader gives it, `\|` as `|`. */
export function cellText({ line }: RowLine, { from, to }: Span): string {
  return unescapedCell(line.slice(from, to));
}
