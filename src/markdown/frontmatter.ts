import { LineCursor, lineBreakEnd } from './lines';

/** Where the body begins: the offset behind the frontmatter's closing line, and that line's number plus one. */
export interface FrontmatterEnd {
  readonly offset: number;
  readonly line: number;
}

/** Where frontmatter stands. Between its rules is YAML: whole lines, each with its line break, or nothing. */
export interface FrontmatterPlace {
  /** Offset of the YAML's first character. */
  readonly from: number;
  /** Offset behind its last line break: that of the closing rule. */
  readonly to: number;
  /** Where the body begins. */
  readonly offset: number;
}

const NO_FRONTMATTER: FrontmatterEnd = { offset: 0, line: 1 };
const RULE = '---';
const NEXT_RULE = `\n${RULE}`;
const OPENING = /^\ufeff?---[ \t]*(?:[\r\n]|$)/;
const RETURNED = /^\ufeff?---[ \t]*\r(?!\n)(?:[^]*?\r)??---[ \t]*(?:[\r\n]|$)/;

/**
 * Finds the frontmatter of a note's text without reading it; `null` where there is none. Its rules are lines of `---` and blanks, the
 * first of them the note's first line, behind a byte order mark or not. Lines end in `\n` or `\r\n`: a block of text inside the YAML
 * may hold an indented `---`, and a value any other sign that somebody takes for a line's end.
 */
export function findFrontmatter(text: string): FrontmatterPlace | null {
  const from = afterRule(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (from === -1 || from > text.length) return null;
  for (let at = text.indexOf(NEXT_RULE, from - 1); at !== -1; at = text.indexOf(NEXT_RULE, at + 1)) {
    const offset = afterRule(text, at + 1);
    if (offset !== -1) return { from, to: at + 1, offset };
  }
  return null;
}

/** Where the body of a note begins; what is no frontmatter is body. */
export function frontmatterEnd(text: string): FrontmatterEnd {
  const place = findFrontmatter(text);
  return place === null ? NO_FRONTMATTER : { offset: place.offset, line: linesBefore(text, place.to) + 2 };
}

/** A rule at the very top that opens no frontmatter: none closes it, or lone carriage returns end its lines. Another would close it. */
export function isUnfinishedFrontmatter(text: string): boolean {
  return OPENING.test(text) && findFrontmatter(text) === null;
}

/** As `frontmatterEnd`, but behind what would be frontmatter, did its lines not end in lone carriage returns: to write, that is none. */
export function keptEnd(text: string): FrontmatterEnd {
  const offset = RETURNED.exec(text)?.[0].length ?? 0;
  return offset === 0 ? frontmatterEnd(text) : { offset, line: linesBefore(text, offset) + 1 };
}

/** The offset of the line below the rule that begins at `at`, one behind the text's end where it is the last; -1 where there is no rule. */
function afterRule(text: string, at: number): number {
  if (!text.startsWith(RULE, at)) return -1;
  let end = at + RULE.length;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  if (text.charAt(end) === '\r' && text.charAt(end + 1) === '\n') end++;
  return end === text.length || text.charAt(end) === '\n' ? end + 1 : -1;
}

/** How many lines end before an offset. */
function linesBefore(text: string, end: number): number {
  const cursor = new LineCursor(text);
  while (cursor.next() && lineBreakEnd(text, cursor.end) <= end);
  return cursor.line - 1;
}
