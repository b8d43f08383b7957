import type { Span } from '../text/span';

/** What one value says, and where: the span is that of its text without quotes. */
export interface YamlValue extends Span {
  readonly text: string;
  /** Between quotes and in a block it is text, whatever it looks like. */
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** Where its pieces stand; `null` where the note has it as it reads. */
  readonly pieces: readonly Piece[] | null;
}

/** A piece of a value's text: its span in the note reads so, or stands for it. */
export interface Piece extends Span {
  /** Offset in the value. */
  readonly at: number;
}

/** A value and the offset behind it, quotes and all. */
export interface ScannedValue {
  readonly value: YamlValue;
  readonly end: number;
}

/** How far a value may go: to `limit`, over lines that are indented by more than `indent` blanks. */
export interface Extent {
  readonly limit: number;
  readonly indent: number;
}

/** The signs of YAML by their codes. */
export const SIGN = {
  tab: 9,
  feed: 10,
  return: 13,
  space: 32,
  bang: 33,
  quote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  apostrophe: 39,
  star: 42,
  plus: 43,
  comma: 44,
  minus: 45,
  colon: 58,
  greater: 62,
  question: 63,
  at: 64,
  bracketOpen: 91,
  backslash: 92,
  bracketClose: 93,
  backtick: 96,
  braceOpen: 123,
  bar: 124,
  braceClose: 125,
} as const;

/** Puts a value's text together that is written in pieces. */
export class PiecedText {
  text = '';
  readonly pieces: Piece[] = [];

  /** What the note has between two offsets, as it reads. */
  copy(note: string, from: number, to: number): void {
    if (from < to) this.put(note.slice(from, to), from, to);
  }

  /** What a span of the note stands for. */
  put(text: string, from: number, to: number): void {
    this.pieces.push({ at: this.text.length, from, to });
    this.text += text;
  }
}

/**
 * The span of the note that a part of a value's text stands in, and the piece in which that ends. Parts that are asked for in
 * ascending order are found in one walk, each from the `piece` of the last.
 */
export function spanIn(value: YamlValue, part: Span, piece = 0): Span & { readonly piece: number } {
  const { pieces } = value;
  if (pieces === null) return { from: value.from + part.from, to: value.from + part.to, piece };
  const first = pieceBefore(pieces, part.from + 1, piece);
  const last = pieceBefore(pieces, part.to, first);
  const start = pieces[first] ?? { at: 0, from: value.from, to: value.to };
  const end = pieces[last] ?? start;
  const isWhole = part.to === (pieces[last + 1]?.at ?? value.text.length);
  return { from: start.from + part.from - start.at, to: isWhole ? end.to : end.from + part.to - end.at, piece: last };
}

/** What a value says in a part of the note that it is written in: with signs and escapes as they read. */
export function textIn({ text, from, pieces }: YamlValue, part: Span): string {
  if (pieces === null) return text.slice(part.from - from, part.to - from);
  return pieces
    .map((piece, index) => {
      const said = text.slice(piece.at, pieces[index + 1]?.at);
      if (said.length !== piece.to - piece.from) return piece.from >= part.from && piece.to <= part.to ? said : '';
      return said.slice(Math.max(0, part.from - piece.from), Math.max(0, part.to - piece.from));
    })
    .join('');
}

/** The piece that holds the sign before an offset. */
function pieceBefore(pieces: readonly Piece[], at: number, from: number): number {
  let index = from;
  while ((pieces[index + 1]?.at ?? Infinity) < at) index++;
  return index;
}

/** Blanks within a line. */
export function isBlank(code: number): boolean {
  return code === SIGN.space || code === SIGN.tab;
}

/** Whether a line, or the text, ends at an offset. */
export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SIGN.feed || (code === SIGN.return && text.charCodeAt(at + 1) === SIGN.feed) || at >= text.length;
}

/** Whether a blank or a line's end is at an offset: only there does a sign before it mean something. */
export function isGap(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at)) || isLineEnd(text, at);
}

/** The offset of the line break at `from` or behind it, `limit` where there is none before that. */
export function lineEnd(text: string, from: number, limit: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 || at > limit ? limit : at;
}

/** The first offset from `at` on that holds no blank. */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

/** The first offset from `at` on that holds no space. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SIGN.space) end++;
  return end;
}

/** The end of a line's words, between `from` and the line break at `to`. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  if (end > from && text.charCodeAt(end - 1) === SIGN.return) end--;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether nothing but blanks, line breaks and remarks stands between the offsets, the first of which is behind a value. */
export function isNothing(text: string, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const start = skipBlanks(text, at);
    const isRemark = text.charCodeAt(start) === SIGN.hash && (start > at || isLineStart(text, start));
    if (start < to && !isRemark && !isLineEnd(text, start)) return false;
    at = lineEnd(text, start, to) + 1;
  }
  return true;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === SIGN.feed;
}
