import type { Span } from '../model/span';
import type { ColumnAlign } from '../model/table';
import { CODE, skipSpace, trimEnd } from './lines';

/** `|---|:-:|` as the columns' alignment; `null` when the line is not a delimiter row. */
export function readDelimiterRow(text: string, from: number, end: number): ColumnAlign[] | null {
  let at = from;
  if (text.charCodeAt(at) === CODE.pipe) at++;
  let pipes = at - from;
  // Most lines that are looked at are list items, which end here at the first cell: nothing is made for them.
  let align: ColumnAlign[] | null = null;
  for (;;) {
    at = skipSpace(text, at, end);
    const left = text.charCodeAt(at) === CODE.colon && at < end;
    if (left) at++;
    const dashes = at;
    while (at < end && text.charCodeAt(at) === CODE.dash) at++;
    if (at === dashes) return null;
    const right = text.charCodeAt(at) === CODE.colon && at < end;
    if (right) at++;
    at = skipSpace(text, at, end);
    if (at < end && text.charCodeAt(at) !== CODE.pipe) return null;
    align ??= [];
    align.push(left && right ? 'center' : left ? 'left' : right ? 'right' : null);
    if (at >= end) break;
    pipes++;
    at = skipSpace(text, at + 1, end);
    if (at >= end) break;
  }
  return pipes === 0 ? null : align;
}

/** The cells of a row, trimmed, without the outer pipes; `\|` is a pipe of the cell's own. */
export function splitRow(text: string, from: number, end: number): string[] {
  const at = cellOffsets(text, { from, to: end });
  const cells: string[] = [];
  for (let cell = 0; cell < at.length; cell += 2) {
    cells.push(unescapedCell(text.slice(at[cell], at[cell + 1])));
  }
  return cells;
}

/** What a cell says that is written so between pipes: `\|` is a pipe of its own. */
export function unescapedCell(written: string): string {
  return written.replaceAll('\\|', '|');
}

/**
 * Where the cells of a row stand that is written in `row`, without the white space around them: where the first begins, where it
 * ends, where the second begins, and so on. Both are one where a cell is empty.
 */
export function cellOffsets(text: string, row: Span): number[] {
  const first = skipSpace(text, row.from, row.to);
  // The row alone: what follows it is not searched for pipes.
  const written = text.slice(first, trimEnd(text, first, row.to));
  const offsets: number[] = [];
  const add = (start: number, stop: number): void => {
    const from = skipSpace(written, start, stop);
    offsets.push(first + from, first + trimEnd(written, from, stop));
  };
  let start = written.startsWith('|') ? 1 : 0;
  for (let at = written.indexOf('|', start); at !== -1; at = written.indexOf('|', at + 1)) {
    let before = at;
    while (before > start && written.charCodeAt(before - 1) === CODE.backslash) before--;
    // A backslash that another one escapes escapes nothing.
    if ((at - before) % 2 === 1) continue;
    add(start, at);
    start = at + 1;
  }
  if (start < written.length || offsets.length === 0) add(start, written.length);
  return offsets;
}
