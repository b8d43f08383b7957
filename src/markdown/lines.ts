/** Character codes that the readers branch on; the bundler puts the numbers in their places. */
export const enum CODE {
  tab = 9,
  lineFeed = 10,
  carriageReturn = 13,
  space = 32,
  bang = 33,
  quote = 34,
  hash = 35,
  dollar = 36,
  percent = 37,
  ampersand = 38,
  apostrophe = 39,
  parenOpen = 40,
  parenClose = 41,
  star = 42,
  plus = 43,
  dash = 45,
  dot = 46,
  zero = 48,
  nine = 57,
  colon = 58,
  semicolon = 59,
  less = 60,
  equals = 61,
  greater = 62,
  bracketOpen = 91,
  backslash = 92,
  bracketClose = 93,
  caret = 94,
  underscore = 95,
  backtick = 96,
  pipe = 124,
  tilde = 126,
  noBreakSpace = 160,
  byteOrderMark = 0xfeff,
}

/** A line and the offset where it begins. */
export interface LineStart {
  readonly line: number;
  readonly offset: number;
}

/**
 * Walks a text line by line without making strings. After `next()` the fields describe the line: offsets into the text, the
 * line's end without its line break (`\n`, `\r\n`, a lone `\r`), how deep it is quoted, and how far its content is indented.
 */
export class LineCursor {
  /** 1-based; 0 before the first `next()`. */
  line: number;
  start = 0;
  end = 0;
  /** Where the content begins, behind quote marks and indentation. */
  content = 0;
  /** How many `>` stand before the content. */
  depth = 0;
  /** Columns of white space between the last quote mark (or the line's start) and the content; a tab counts to the next 4. */
  indent = 0;
  #next: number;
  /** Where the next `\n` stands, and the next `\r`: most texts have none, and are searched for one once. */
  #feed = -1;
  #return = -1;
  /** Where the text was searched for them last, by this cursor or one that shares what it knows, and where they stand. */
  #feeds: Searched = { from: 0, to: -1 };
  #returns: Searched = { from: 0, to: -1 };

  /** Starts before the line at `offset`, which is line `line` of the text. */
  constructor(
    readonly text: string,
    offset = 0,
    line = 1,
  ) {
    this.#next = offset;
    this.line = line - 1;
  }

  /** A cursor at the same place, to look at what comes next. What this one knows it does not look for again. */
  fork(): LineCursor {
    const fork = this.forkAt(this.#next, this.line + 1);
    fork.#feed = this.#feed;
    fork.#return = this.#return;
    return fork;
  }

  /** The same before the line at another place. */
  forkAt(offset: number, line = 1): LineCursor {
    const fork = new LineCursor(this.text, offset, line);
    fork.#feeds = this.#feeds;
    fork.#returns = this.#returns;
    return fork;
  }

  /** Moves to the next line; false when there is none. */
  next(): boolean {
    const { text } = this;
    const { length } = text;
    const start = this.#next;
    if (start > length) return false;
    let at = start;
    let depth = 0;
    let indent = 0;
    let code = CODE.lineFeed as number;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code === CODE.space) indent++;
      else if (code === CODE.tab) indent += 4 - (indent % 4);
      else if (code === CODE.greater) {
        depth++;
        indent = 0;
        if (text.charCodeAt(at + 1) === CODE.space) at++;
        // A byte order mark at the start of the text has no width.
      } else if (code !== CODE.byteOrderMark || at > 0) break;
    }
    // A third of all lines is blank: their end is found.
    let lineEnd = at;
    if (code !== CODE.lineFeed && at !== length) {
      if (this.#feed < at) this.#feed = nextSign(text, '\n', this.#feeds, at);
      lineEnd = this.#feed;
    }
    if (this.#return < at) this.#return = nextSign(text, '\r', this.#returns, at);
    this.#next = lineEnd + 1;
    if (this.#return < lineEnd) {
      lineEnd = this.#return;
      this.#next = lineBreakEnd(text, lineEnd);
    }
    this.line++;
    this.start = start;
    this.end = lineEnd;
    this.content = at;
    this.depth = depth;
    this.indent = indent;
    return true;
  }
}

/** A stretch of a text in which a sign stands nowhere but at `to`, where it does or the text ends. */
interface Searched {
  from: number;
  to: number;
}

/** The next place of a sign from `at` on, or the text's end. No part of the text is searched for it twice. */
function nextSign(text: string, sign: string, searched: Searched, at: number): number {
  if (at > searched.to) {
    const found = text.indexOf(sign, at);
    searched.to = found === -1 ? text.length : found;
  } else if (at < searched.from) {
    const found = text.slice(at, searched.from).indexOf(sign);
    if (found !== -1) searched.to = at + found;
  } else return searched.to;
  searched.from = at;
  return searched.to;
}

/** Behind the line break that begins at `end`, the end of a line; `end` itself where the text ends. */
export function lineBreakEnd(text: string, end: number): number {
  const code = text.charCodeAt(end);
  if (code === CODE.carriageReturn) return text.charCodeAt(end + 1) === CODE.lineFeed ? end + 2 : end + 1;
  return code === CODE.lineFeed ? end + 1 : end;
}

/** Where the line break begins that a line stands behind which begins at `start`; 0 for the first line. */
export function lineBreakStart(text: string, start: number): number {
  if (start === 0) return 0;
  const isPair = text.charCodeAt(start - 1) === CODE.lineFeed && text.charCodeAt(start - 2) === CODE.carriageReturn;
  return isPair ? start - 2 : start - 1;
}

/** Where the line begins that holds the offset `at`. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    if (code === CODE.lineFeed || code === CODE.carriageReturn) break;
    start--;
  }
  return start;
}

/** Where the line ends that holds the offset `at`, its line break left out. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === CODE.lineFeed || code === CODE.carriageReturn) break;
    end++;
  }
  return end;
}

/** Where the content of a line really ends: `end` without the white space before it. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start) {
    const code = text.charCodeAt(end - 1);
    if (code !== CODE.space && code !== CODE.tab && code !== CODE.noBreakSpace) break;
    end--;
  }
  return end;
}

/** The first offset from `start` that is not white space, at most `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  while (start < end) {
    const code = text.charCodeAt(start);
    if (code !== CODE.space && code !== CODE.tab && code !== CODE.noBreakSpace) break;
    start++;
  }
  return start;
}
