import {
  PiecedText,
  SIGN,
  isBlank,
  isGap,
  isLineEnd,
  lineEnd,
  skipBlanks,
  skipSpaces,
  trimEnd,
  type Extent,
  type ScannedValue,
  type YamlValue,
} from './yaml-value';

/** Whether a sign begins no value without quotes: it means something of its own, or nothing at all. */
export function opensNoPlain(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case SIGN.minus:
    case SIGN.question:
    case SIGN.colon:
      return isGap(text, at + 1);
    case SIGN.bang:
    case SIGN.quote:
    case SIGN.hash:
    case SIGN.percent:
    case SIGN.ampersand:
    case SIGN.apostrophe:
    case SIGN.star:
    case SIGN.comma:
    case SIGN.greater:
    case SIGN.at:
    case SIGN.bracketOpen:
    case SIGN.bracketClose:
    case SIGN.backtick:
    case SIGN.braceOpen:
    case SIGN.bar:
    case SIGN.braceClose:
      return true;
    default:
      return isGap(text, at);
  }
}

/** Whether a sign ends a value without quotes in a list between brackets. */
export function isFlowSign(code: number): boolean {
  switch (code) {
    case SIGN.comma:
    case SIGN.bracketOpen:
    case SIGN.bracketClose:
    case SIGN.braceOpen:
    case SIGN.braceClose:
      return true;
    default:
      return false;
  }
}

/** Reads a value without quotes, in a list between brackets (`inFlow`) or not; `null` where it would be a field of its own. */
export function readPlain(text: string, from: number, extent: Extent, inFlow: boolean): ScannedValue | null {
  if (
    opensNoPlain(text, from) ||
    (inFlow && isFlowSign(text.charCodeAt(from + 1)) && '-?:'.includes(text.charAt(from)))
  )
    return null;
  let to = from;
  for (let at = from; ;) {
    const { limit } = extent;
    const stop = inFlow ? flowEnd(text, at, limit) : plainEnd(text, at, lineEnd(text, at, limit));
    if (stop === -1) return null;
    to = trimEnd(text, at, stop);
    const endsLine = stop === limit || text.charCodeAt(stop) === SIGN.feed;
    const next = endsLine ? nextLine(text, stop, extent) : -1;
    if (next === -1 || (inFlow && isFlowSign(text.charCodeAt(next)))) break;
    at = next;
  }
  const value = joined(text, from, to, 'plain');
  return value === null ? null : { value, end: to };
}

/** Where a line of a value ends: at a remark, or the line's end; -1 where a colon makes a name of it. */
function plainEnd(text: string, from: number, feed: number): number {
  const line = text.slice(from, feed);
  let hash = line.indexOf('#');
  while (hash !== -1 && !isBlank(line.charCodeAt(hash - 1))) hash = line.indexOf('#', hash + 1);
  const stop = hash === -1 ? feed : from + hash;
  for (let colon = line.indexOf(':'); colon !== -1 && from + colon < stop; colon = line.indexOf(':', colon + 1)) {
    if (isGap(text, from + colon + 1)) return -1;
  }
  return stop;
}

/** The same in a list between brackets, whose signs end it too. A list may be one long line: no more of it is looked at. */
function flowEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === SIGN.feed || isFlowSign(code)) return at;
    if (code === SIGN.hash && at > from && isBlank(text.charCodeAt(at - 1))) return at;
    if (code === SIGN.colon && (isGap(text, at + 1) || isFlowSign(text.charCodeAt(at + 1)))) return -1;
  }
  return limit;
}

/** Where the words of the next filled line begin that goes on with a value; -1 where none does. */
function nextLine(text: string, feed: number, { limit, indent }: Extent): number {
  for (let at = feed + 1; at < limit;) {
    const start = skipSpaces(text, at);
    if (isLineEnd(text, start)) {
      at = lineEnd(text, start, limit) + 1;
      continue;
    }
    const words = skipBlanks(text, start);
    return start - at > indent && text.charCodeAt(words) !== SIGN.hash && !isLineEnd(text, words) ? words : -1;
  }
  return -1;
}

/** Reads a value between quotes, over several lines where it goes on; `null` where they never close, or YAML has no such sign. */
export function readQuoted(text: string, from: number, extent: Extent): ScannedValue | null {
  const isDouble = text.charCodeAt(from) === SIGN.quote;
  const close = isDouble ? doubleEnd(text, from + 1, extent.limit) : singleEnd(text, from + 1, extent.limit);
  if (close === -1 || !goesOn(text, from, close, extent.indent)) return null;
  const value = joined(text, from + 1, close, isDouble ? 'double' : 'single');
  return value === null ? null : { value, end: close + 1 };
}

function doubleEnd(text: string, from: number, limit: number): number {
  const first = text.slice(from, limit).indexOf('"');
  if (first === -1) return -1;
  const escape = text.slice(from, from + first).indexOf('\\');
  if (escape === -1) return from + first;
  for (let at = from + escape; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === SIGN.quote) return at;
    if (code === SIGN.backslash) at++;
  }
  return -1;
}

function singleEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (text.charCodeAt(at) !== SIGN.apostrophe) continue;
    if (text.charCodeAt(at + 1) !== SIGN.apostrophe) return at;
    at++;
  }
  return -1;
}

/** Whether all lines between two offsets but the first are blank or indented by more than `indent`. */
function goesOn(text: string, from: number, to: number, indent: number): boolean {
  // Most values are of one line, which may go on far behind them.
  if (!text.slice(from, to).includes('\n')) return true;
  for (let feed = lineEnd(text, from, to); feed < to; feed = lineEnd(text, feed + 1, to)) {
    const start = skipSpaces(text, feed + 1);
    if (start - feed - 1 <= indent && !isLineEnd(text, start)) return false;
  }
  return true;
}

/** The text of a value: a line break with the blanks around it is a space, each blank line a line break. */
function joined(text: string, from: number, to: number, style: YamlValue['style']): YamlValue | null {
  const isQuoted = style !== 'plain';
  const whole = text.slice(from, to);
  const sign = style === 'single' ? "'" : '\\';
  if (!whole.includes('\n') && !(isQuoted && whole.includes(sign)))
    return { text: whole, from, to, style, pieces: null };
  const value = new PiecedText();
  let start = from;
  for (let at = from; at < to;) {
    const code = text.charCodeAt(at);
    if (code === SIGN.feed) {
      const end = trimEnd(text, start, at);
      value.copy(text, start, end);
      const { breaks, next } = skipBreaks(text, at, to);
      value.put(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), end, next);
      start = at = next;
    } else if (style === 'single' && code === SIGN.apostrophe) {
      value.copy(text, start, at + 1);
      start = at += 2;
    } else if (style === 'double' && code === SIGN.backslash) {
      const escape = readEscape(text, at);
      if (escape === null) return null;
      value.copy(text, start, at);
      if (escape.text !== '') value.put(escape.text, at, escape.end);
      start = at = escape.end;
    } else at++;
  }
  value.copy(text, start, to);
  return { text: value.text, from, to, style, pieces: value.pieces };
}

/** Line breaks from an offset on, with the blanks around them. */
function skipBreaks(text: string, from: number, to: number): { readonly breaks: number; readonly next: number } {
  let breaks = 0;
  let next = from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === SIGN.feed) breaks++;
    else if (!isBlank(code) && code !== SIGN.return) break;
    next = at + 1;
  }
  return { breaks, next };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What a backslash and the signs behind it stand for; `null` for nothing that YAML knows. */
function readEscape(text: string, at: number): { readonly text: string; readonly end: number } | null {
  if (isLineEnd(text, at + 1)) return { text: '', end: skipBlanks(text, lineEnd(text, at + 1, text.length) + 1) };
  const letter = text.charAt(at + 1);
  const known = ESCAPES[letter];
  if (known !== undefined) return { text: known, end: at + 2 };
  const digits = text.slice(at + 2, at + 2 + (HEX_DIGITS[letter] ?? 0));
  const code = /^[\da-f]+$/i.test(digits) && digits.length === HEX_DIGITS[letter] ? parseInt(digits, 16) : Infinity;
  return code > 0x10ffff ? null : { text: String.fromCodePoint(code), end: at + 2 + digits.length };
}
