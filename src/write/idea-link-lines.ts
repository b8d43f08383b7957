import { BlockCursor, type LineKind as BlockKind } from '../markdown/block-cursor';
import { frontmatterEnd } from '../markdown/frontmatter';
import { CODE, LineCursor, lineBreakEnd } from '../markdown/lines';
import { lineBreakOf } from '../text/line-breaks';
import { OpenCallouts } from './note-lines';

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
  /** What opens the content of an item: `- `, `2.  `; else `''`. */
  readonly marker: string;
  readonly kind: LineKind;
  /** What the reader takes it for. */
  readonly read: BlockKind | 'frontmatter';
  /** What makes the line `closed`, else `null`. */
  readonly closedBy: Closed | null;
  /** The line on which the innermost callout begins that this one stands in, counted from 0; -1 for none. */
  readonly callout: number;
}

/** `closed`: nothing in it means anything. */
type LineKind = 'blank' | 'heading' | 'rule' | 'item' | 'definition' | 'text' | 'closed';
type Closed = 'frontmatter' | 'code' | 'comment';

/** What a line is to the edits of lists, for each kind that the reader knows. */
const KINDS: Readonly<Record<BlockKind | 'frontmatter', LineKind>> = {
  frontmatter: 'closed',
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
  while (above.next() && above.start < front) lines.push(lineOf(text, above, 0, 'frontmatter', -1));
  const callouts = new OpenCallouts();
  const block = new BlockCursor(text);
  while (block.next()) {
    const { at, kind } = block;
    const callout = callouts.next(at.depth, kind === 'callout' ? lines.length : null) ?? -1;
    lines.push(lineOf(text, at, kind === 'item' ? block.from - at.content : 0, kind, callout));
  }
  return lines;
}

function lineOf(
  text: string,
  { start: begin, content: at, end, depth }: LineCursor,
  marker: number,
  read: BlockKind | 'frontmatter',
  callout: number,
): NoteLine {
  // A byte order mark is no part of the line that it stands before.
  const start = begin === 0 && text.charCodeAt(0) === CODE.byteOrderMark ? 1 : begin;
  const raw = text.slice(start, end);
  const marks = /^(?:[ \t]{0,99}>){0,999}/.exec(raw)?.[0] ?? '';
  const quote = marks !== '' && raw.charAt(marks.length) === ' ' ? `${marks} ` : marks;
  const from = Math.max(at, start + quote.length);
  const content = text.slice(from, end);
  return {
    from: start,
    to: end,
    depth,
    quote,
    indent: text.slice(start + quote.length, from),
    content,
    marker: content.slice(0, marker),
    kind: KINDS[read],
    read,
    closedBy: KINDS[read] !== 'closed' ? null : read === 'frontmatter' || read === 'comment' ? read : 'code',
    callout,
  };
}

/** Columns of white space; a tab counts to the next four. */
export function columns(space: string): number {
  let width = 0;
  for (const sign of space) width += sign === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** The line break that a line ends in; of the last line, that of the text. */
export function lineEndAt(text: string, { to }: NoteLine): string {
  return text.slice(to, lineBreakEnd(text, to)) || lineBreakOf(text);
}
