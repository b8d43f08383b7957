import { BlockCursor, type LineKind as BlockKind } from '../markdown/block-cursor';
import { codeIn, type CodeRange } from '../markdown/code';
import { frontmatterEnd } from '../markdown/frontmatter';
import { LineCursor } from '../markdown/lines';

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
  /** The content with code and formulas in it blanked, so that offsets stay. Numbers of footnotes hold in comments, too. */
  readonly plain: string;
  /** The same with comments blanked as well: no link leads from them. */
  readonly shown: string;
  readonly kind: LineKind;
  /** What makes the line `closed`, else `null`. */
  readonly closedBy: Closed | null;
  /** The line on which the innermost callout begins that this one stands in, counted from 0; -1 for none. */
  readonly callout: number;
}

/** `closed`: nothing in it means anything. */
type LineKind = 'blank' | 'heading' | 'rule' | 'item' | 'definition' | 'text' | 'closed';
type Closed = 'frontmatter' | 'code' | 'comment';

/** What a line is to the edits of lists, for each kind that the reader knows. */
const KINDS: Readonly<Record<BlockKind, LineKind>> = {
  blank: 'blank',
  heading: 'heading',
  underline: 'rule',
  rule: 'rule',
  item: 'item',
  definition: 'definition',
  callout: 'text',
  code: 'closed',
  comment: 'closed',
  formula: 'closed',
  html: 'closed',
  delimiter: 'text',
  row: 'text',
  text: 'text',
};

/** The lines of a text as the reader sees them; one that ends in a line break has one more, empty line. */
export function readLines(text: string): readonly NoteLine[] {
  const lines: NoteLine[] = [];
  const front = frontmatterEnd(text).offset;
  const above = new LineCursor(text);
  while (above.next() && above.start < front) lines.push(lineOf(text, above, 'closed', 'frontmatter', -1, []));
  const code = codeIn(text);
  const callouts = new OpenCallouts();
  const block = new BlockCursor(text);
  let next = 0;
  while (block.next()) {
    const { at, kind } = block;
    // What ends before the line is behind; what goes over its end is looked at again.
    while (code[next] && (code[next]?.to ?? 0) < at.start) next++;
    const here = code.slice(next, firstBehind(code, next, at.end));
    const closedBy = KINDS[kind] === 'closed' ? (kind === 'comment' ? 'comment' : 'code') : null;
    const callout = callouts.next(at.depth, kind === 'callout' ? lines.length : null);
    lines.push(lineOf(text, at, KINDS[kind], closedBy, callout, here));
  }
  return lines;
}

function lineOf(
  text: string,
  { start, content: at, end, depth }: LineCursor,
  kind: LineKind,
  closedBy: Closed | null,
  callout: number,
  code: readonly CodeRange[],
): NoteLine {
  const raw = text.slice(start, end);
  const marks = /^(?:[ \t]*>)*/.exec(raw)?.[0] ?? '';
  const quote = marks !== '' && raw.charAt(marks.length) === ' ' ? `${marks} ` : marks;
  const from = Math.max(at, start + quote.length);
  const content = text.slice(from, end);
  const blank = (rest: string, range: CodeRange): string => blanked(rest, range, from);
  const plain = code.filter(({ role }) => role !== 'comment').reduce(blank, content);
  const shown = code.filter(({ role }) => role === 'comment').reduce(blank, plain);
  return {
    from: start,
    to: end,
    depth,
    quote,
    indent: text.slice(start + quote.length, from),
    content,
    plain,
    shown,
    kind,
    closedBy,
    callout,
  };
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

/** Knows in which callouts a line stands. */
class OpenCallouts {
  readonly #open: { readonly depth: number; readonly line: number }[] = [];

  /** The line of the innermost callout's head; `head` is the line's own number where it begins one. */
  next(depth: number, head: number | null): number {
    while ((this.#open.at(-1)?.depth ?? 0) > (head === null ? depth : depth - 1)) this.#open.pop();
    if (head !== null) this.#open.push({ depth, line: head });
    return this.#open.at(-1)?.line ?? -1;
  }
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
