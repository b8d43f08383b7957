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
  const first = skipSpace(text, from, end);
  const row = text.slice(first, trimEnd(text, first, end));
  const bounds = cellBounds(row);
  const isPlain = !row.includes('\\');
  const cells: string[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const cell = row.slice(bounds[at], bounds[at + 1]);
    cells.push(isPlain ? cell : unescapedCell(cell));
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
export function cellOffsets(text: string, { from, to }: Span): number[] {
  const first = skipSpace(text, from, to);
  return cellBounds(text.slice(first, trimEnd(text, first, to))).map((at) => first + at);
}

/** The same in a row without white space around: the one rule for what its cells are. */
function cellBounds(row: string): number[] {
  const bounds: number[] = [];
  let start = row.startsWith('|') ? 1 : 0;
  for (let at = row.indexOf('|', start); at !== -1; at = row.indexOf('|', at + 1)) {
    let before = at;
    while (before > start && row.charCodeAt(before - 1) === CODE.backslash) before--;
    // A backslash that another one escapes escapes nothing.
    if ((at - before) % 2 === 1) continue;
    addBounds(bounds, row, start, at);
    start = at + 1;
  }
  if (start < row.length || bounds.length === 0) addBounds(bounds, row, start, row.length);
  return bounds;
}

function addBounds(bounds: number[], row: string, start: number, stop: number): void {
  const from = skipSpace(row, start, stop);
  bounds.push(from, trimEnd(row, from, stop));
}

/** Where the cells of a row stand, as many as `splitRow` gives and as these are trimmed, each as its beginning and its end. */
export function cellPlaces(text: string, from: number, end: number): readonly Span[] {
  const first = skipSpace(text, from, end);
  const stop = trimEnd(text, first, end);
  const places: Span[] = [];
  const push = (begin: number, border: number): void => {
    const start = skipSpace(text, begin, border);
    places.push({ from: start, to: trimEnd(text, start, border) });
  };
  let start = text.charCodeAt(first) === CODE.pipe && first < stop ? first + 1 : first;
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.backslash) at++;
    else if (code === CODE.pipe) {
      push(start, at);
      start = at + 1;
    }
  }
  if (start < stop || places.length === 0) push(start, stop);
  return places;
}
