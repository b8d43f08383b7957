import { codeIn, type CodeRange } from '../markdown/code';
import { frontmatterEnd } from '../markdown/frontmatter';

/** One line of a note, as far as the edits of idea lists have to know it. */
export interface NoteLine {
  /** Offset of the line's first character. */
  readonly from: number;
  /** Offset behind its last character, its line break left out. */
  readonly to: number;
  /** How many `>` stand before the content. */
  readonly depth: number;
  /** The quote marks with the space behind the last: `> `. */
  readonly quote: string;
  /** White space between quote marks and content. */
  readonly indent: string;
  readonly content: string;
  /** The content with code, comments and formulas in it blanked, so that offsets stay. */
  readonly plain: string;
  readonly kind: LineKind;
  readonly isFrontmatter: boolean;
}

/** `closed`: frontmatter and blocks of code and the like, in which nothing means anything. */
type LineKind = 'blank' | 'heading' | 'rule' | 'item' | 'definition' | 'text' | 'closed';

const KINDS: readonly (readonly [LineKind, RegExp])[] = [
  ['blank', /^$/],
  ['heading', /^#{1,6}(?:\s|$)/],
  ['rule', /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/],
  ['item', /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/],
  ['definition', /^\[(?!\[)\s*\^?\s*[^[\]]{1,80}\]:/],
];

/** The lines of a text; one that ends in a line break has one more, empty line. */
export function readLines(text: string): readonly NoteLine[] {
  const lines: NoteLine[] = [];
  const front = frontmatterEnd(text).offset;
  const code = codeIn(text);
  let next = 0;
  for (let from = 0; from <= text.length;) {
    const feed = text.indexOf('\n', from);
    const end = feed === -1 ? text.length : feed;
    const to = end > from && text.charAt(end - 1) === '\r' ? end - 1 : end;
    const raw = text.slice(from, to);
    const quote = /^(?:[ \t]*>)*/.exec(raw)?.[0] ?? '';
    const space = quote !== '' && raw.charAt(quote.length) === ' ' ? ' ' : '';
    const rest = raw.slice(quote.length + space.length);
    const content = rest.trimStart();
    const depth = quote.split('>').length - 1;
    const indent = rest.slice(0, rest.length - content.length);
    const isFrontmatter = from < front;
    // What ends before the line is behind; what goes over its end is looked at again.
    while (code[next] && (code[next]?.to ?? 0) < from) next++;
    const here = code.slice(next, firstBehind(code, next, to));
    const isClosed = isFrontmatter || here.some(({ isBlock }) => isBlock);
    const kind = isClosed ? 'closed' : (KINDS.find(([, pattern]) => pattern.test(content))?.[0] ?? 'text');
    const plain = here.reduce((shown, range) => blanked(shown, range, to - content.length), content);
    lines.push({ from, to, depth, quote: quote + space, indent, content, plain, kind, isFrontmatter });
    from = end + 1;
  }
  return lines;
}

/** The first of the ranges, from `first` on, that begins behind `to`. */
function firstBehind(ranges: readonly CodeRange[], first: number, to: number): number {
  let index = first;
  while ((ranges[index]?.from ?? Infinity) <= to) index++;
  return index;
}

/** A text that begins at the offset `start`, with a range blanked as far as it lies in it. */
function blanked(text: string, { from, to }: CodeRange, start: number): string {
  const first = Math.max(0, from - start);
  const end = Math.max(first, Math.min(text.length, to - start));
  return text.slice(0, first) + ' '.repeat(end - first) + text.slice(end);
}

/** Columns of white space; a tab counts to the next four. */
export function columns(space: string): number {
  let width = 0;
  for (const sign of space) width += sign === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** The line break that a line ends in; of the last line, that of the one before it. */
export function lineEndAt(text: string, line: NoteLine): string {
  const at = text.indexOf('\n', line.to);
  const feed = at === -1 ? text.lastIndexOf('\n') : at;
  return feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}
