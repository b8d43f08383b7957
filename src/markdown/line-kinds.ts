import { CODE, lineBreakEnd, skipSpace, trimEnd, type LineCursor } from './lines';
import { LETTER } from '../text/letters';
import { shownEnd } from './unseen';

/** Letters open neither a link nor decoration before one. */
export const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x400 && code <= 0x4ff);

/** `Шаг 1 …`, `шаг 1 …`, `Step 1 …` may stand without any mark. */
export const opensStep = (code: number): boolean => code === 0x428 || code === 0x448 || code === 0x53;

/** White space that is none to Markdown; authors' tools put it behind list markers. */
const isWideSpace = (code: number): boolean =>
  code === CODE.noBreakSpace || code === 0x202f || code === 0x2007 || code === 0x2009;

const isDigit = (code: number): boolean => code >= CODE.zero && code <= CODE.nine;

/** Where a heading's words stand. */
export interface HeadingLine {
  readonly level: number;
  readonly from: number;
  readonly end: number;
}

/** `## Words ##`; `null` when the line is no heading. */
export function headingLine(text: string, { content, end, indent }: LineCursor): HeadingLine | null {
  let at = content;
  while (at < end && text.charCodeAt(at) === CODE.hash) at++;
  const level = at - content;
  const after = text.charCodeAt(at);
  if (level > 6 || indent > 3 || (at < end && after !== CODE.space && after !== CODE.tab)) return null;
  const from = skipSpace(text, at, end);
  const stop = trimEnd(text, from, end);
  let closing = stop;
  while (closing > from && text.charCodeAt(closing - 1) === CODE.hash) closing--;
  const isClosed = closing < stop && (closing === from || text.charCodeAt(closing - 1) === CODE.space);
  return { level, from, end: isClosed ? trimEnd(text, from, closing) : stop };
}

/** Where the text of a list item begins, behind `-`, `*`, `+`, `1.` or `1)` and white space; -1 when the line is none. */
export function itemText(text: string, content: number, end: number): number {
  let marker = content;
  while (marker < content + 9 && isDigit(text.charCodeAt(marker))) marker++;
  const sign = text.charCodeAt(marker++);
  const isMarker =
    marker - content > 1
      ? sign === CODE.dot || sign === CODE.parenClose
      : sign === CODE.dash || sign === CODE.star || sign === CODE.plus;
  if (!isMarker || marker > end) return -1;
  if (marker === end) return end;
  const after = text.charCodeAt(marker);
  if (isWideSpace(after)) return skipSpace(text, marker + 1, end);
  return after === CODE.space || after === CODE.tab ? skipSpace(text, marker, end) : -1;
}

/** What a line above a rule ends in when it is a sentence. */
const STOPS = '.!?…;,';

/** The signs below a line that make it a heading. */
export interface Underline {
  readonly level: 1 | 2;
  /** Where their line ends. */
  readonly end: number;
}

/**
 * The signs on the line below that make a line of text a heading (`===` 1, `---` 2); `null` where none do. Authors draw rules
 * right below sentences, below the last entry of a list and below labels in bold: none of these is a heading by dashes. A lone dash
 * is an item somebody began.
 */
export function underlineOf(text: string, line: LineCursor): Underline | null {
  const { end, depth, content } = line;
  const below = lineBreakEnd(text, end);
  let at = below;
  let sign = text.charCodeAt(at);
  while (sign === CODE.space || sign === CODE.greater || sign === CODE.tab) sign = text.charCodeAt(++at);
  // Most lines are followed by none of these, or by an item.
  if (sign !== CODE.equals && (sign !== CODE.dash || text.charCodeAt(at + 1) !== sign)) return null;
  if (below === end) return null;
  const next = line.fork();
  if (!next.next() || next.depth !== depth || next.indent > 3) return null;
  const stop = trimEnd(text, next.content, next.end);
  for (let at = next.content; at < stop; at++) if (text.charCodeAt(at) !== sign) return null;
  if (sign === CODE.equals) return { level: 1, end: next.end };
  const words = text.slice(content, trimEnd(text, content, end));
  const isRuled = STOPS.includes(words.slice(-1)) || words.includes('[[') || isBoldLabel(words, 0, words.length);
  return isRuled ? null : { level: 2, end: next.end };
}

/** `---`, `* * *`, `___`. */
export function isRule(text: string, content: number, end: number): boolean {
  const sign = text.charCodeAt(content);
  let signs = 0;
  for (let at = content; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === sign) signs++;
    else if (code !== CODE.space && code !== CODE.tab) return false;
  }
  return signs >= 3 && sign !== CODE.plus;
}

/** Whether a line ends the table above it because another block begins there. */
export function startsBlock(text: string, content: number, end: number): boolean {
  const code = text.charCodeAt(content);
  switch (code) {
    case CODE.hash:
      return /^#{1,6}(?:\s|$)/.test(text.slice(content, Math.min(end, content + 8)));
    case CODE.backtick:
      return text.startsWith('```', content);
    case CODE.tilde:
      return text.startsWith('~~~', content);
    case CODE.less:
      return text.startsWith('<!--', content);
    case CODE.caret:
      return shownEnd(text, content, end) === content;
    case CODE.dash:
    case CODE.star:
    case CODE.plus:
    case CODE.underscore: {
      const after = text.charCodeAt(content + 1);
      const isItem = code !== CODE.underscore && (after === CODE.space || after === CODE.tab);
      return isItem || isRule(text, content, end);
    }
    default:
      return isDigit(code) && /^1[.)][ \t]/.test(text.slice(content, content + 4));
  }
}

/** Whether `**Label**`, `🔹 **Label:**` or `1. **Label**:` is all that stands there. */
export function isBoldLabel(text: string, from: number, end: number): boolean {
  for (let at = from; at < end - 4; at++) {
    const sign = text.charCodeAt(at);
    if (isLetter(sign)) return false;
    if ((sign !== CODE.star && sign !== CODE.underscore) || text.charCodeAt(at + 1) !== sign) continue;
    // Of three stars the first is emphasis of its own.
    if (text.charCodeAt(at + 2) === sign) continue;
    const close = text.slice(at + 2, end).indexOf(sign === CODE.star ? '**' : '__');
    if (close > 0) return !holdsLetter(text, at + 4 + close, end) && !holdsLetter(text, from, at);
  }
  return false;
}

function holdsLetter(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return LETTER().test(text.slice(at, end));
    if (isLetter(code)) return true;
  }
  return false;
}

/** The head of a footnote definition. */
export interface DefinitionHead {
  readonly id: string;
  /** Whether Obsidian takes it for a footnote, too. */
  readonly isFootnote: boolean;
  /** Offset behind the colon. */
  readonly from: number;
}

/** A footnote's id is no text. */
const LONGEST_ID = 80;

/**
 * `[^id]:` at the beginning of a line, also as authors' tools write it: `[²]:`, `[ ^7 ]:`, `[^a name]:`. `null` when the line
 * defines nothing.
 */
export function definitionHead(text: string, content: number, end: number): DefinitionHead | null {
  if (text.charCodeAt(content) !== CODE.bracketOpen) return null;
  const close = bracketClose(text, content + 1, end);
  if (close === -1 || text.charCodeAt(close + 1) !== CODE.colon) return null;
  const isPlain = text.charCodeAt(content + 1) === CODE.caret && isIdSign(text.charCodeAt(content + 2));
  // So most are: a number or a word of ASCII.
  if (isPlain && isIdSign(text.charCodeAt(close - 1)))
    return { id: text.slice(content + 2, close), isFootnote: true, from: close + 2 };
  const label = text.slice(content + 1, close).trim();
  const isFootnote = label.startsWith('^');
  const id = isFootnote ? label.slice(1).trim() : label;
  return id === '' ? null : { id, isFootnote, from: close + 2 };
}

const isIdSign = (code: number): boolean => isDigit(code) || isLetter(code);

/** Where the bracket closes that an id from `from` stands in; -1 when another opens before, or when it is too long for an id. */
export function bracketClose(text: string, from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + LONGEST_ID); at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.bracketClose) return at;
    if (code === CODE.bracketOpen) return -1;
  }
  return -1;
}

const CALLOUT = /\[!([^\]|\s]{1,80})[^\]\r\n]{0,200}\]/y;

/** The type of the callout whose head stands at `content` of a quoted line, in lower case; `null` when none does. */
export function calloutType(text: string, content: number): string | null {
  if (text.charCodeAt(content + 1) !== CODE.bang) return null;
  CALLOUT.lastIndex = content;
  return CALLOUT.exec(text)?.[1]?.toLowerCase() ?? null;
}
