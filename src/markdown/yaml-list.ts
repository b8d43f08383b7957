import { readBlock } from './yaml-block';
import { isFlowSign, readPlain, readQuoted } from './yaml-scalar';
import {
  SIGN,
  isGap,
  isLineEnd,
  isNothing,
  lineEnd,
  skipBlanks,
  skipSpaces,
  type Extent,
  type ScannedValue,
  type YamlValue,
} from './yaml-value';

/** The values of a list and the offset behind it. An entry without a value is left out. */
export interface ScannedList {
  readonly values: readonly YamlValue[];
  readonly end: number;
}

/** Reads one value that is neither a list nor has fields; `null` for anything else. */
export function readScalar(text: string, at: number, extent: Extent): ScannedValue | null {
  switch (text.charCodeAt(at)) {
    case SIGN.quote:
    case SIGN.apostrophe:
      return readQuoted(text, at, extent);
    case SIGN.bar:
    case SIGN.greater:
      return readBlock(text, at, extent);
    default:
      return readPlain(text, at, extent, false);
  }
}

/** Reads a list between brackets, over several lines where it goes on; `null` where it holds more than plain values. */
export function readFlowList(text: string, from: number, limit: number): ScannedList | null {
  const values: YamlValue[] = [];
  let wantsComma = false;
  for (let at = skipGap(text, from + 1, limit); at < limit && at !== -1; at = skipGap(text, at, limit)) {
    const code = text.charCodeAt(at);
    // Brackets may close at the margin; nothing else stands there.
    if (code === SIGN.bracketClose) return { values, end: at + 1 };
    if (text.charCodeAt(at - 1) === SIGN.feed) return null;
    if (code === SIGN.comma) {
      if (!wantsComma) return null;
      wantsComma = false;
      at++;
      continue;
    }
    if (wantsComma) return null;
    const isQuoted = code === SIGN.quote || code === SIGN.apostrophe;
    const extent = { limit, indent: 0 };
    const found = isQuoted ? readQuoted(text, at, extent) : readPlain(text, at, extent, true);
    if (found === null || (isQuoted && !endsFlowEntry(text, found.end))) return null;
    values.push(found.value);
    wantsComma = true;
    at = found.end;
  }
  return null;
}

/** What stands right behind quotes between brackets. */
function endsFlowEntry(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isGap(text, at) || code === SIGN.comma || code === SIGN.bracketClose;
}

/** The next sign in a list between brackets that is no blank, line break or remark; -1 where a tab stands at the margin. */
function skipGap(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const start = skipBlanks(text, at);
    const isMargin = text.charCodeAt(at - 1) === SIGN.feed;
    if (isMargin && text.charCodeAt(at) === SIGN.tab) return -1;
    const isRemark = text.charCodeAt(start) === SIGN.hash && (start > at || isMargin);
    if (!isRemark && !isLineEnd(text, start)) return start;
    at = lineEnd(text, start, limit) + 1;
  }
  return at;
}

/** Whether an entry of a list begins at an offset. */
export function opensEntry(text: string, at: number): boolean {
  return text.charCodeAt(at) === SIGN.minus && isGap(text, at + 1);
}

/** Reads a list of one entry a line, from the line at `from` on; `null` where an entry is more than a plain value. */
export function readBlockList(text: string, from: number, limit: number): ScannedList | null {
  const indent = skipSpaces(text, from) - from;
  const values: YamlValue[] = [];
  let end = from;
  for (let line = from; line < limit;) {
    const dash = skipSpaces(text, line);
    if (dash - line !== indent || !opensEntry(text, dash)) return null;
    const entry = readEntry(text, dash, { limit, indent });
    if (entry === null) return null;
    if (entry.value) values.push(entry.value);
    end = entry.end;
    const next = nextFilled(text, end, limit);
    if (next === -1) return null;
    line = next;
  }
  return { values, end };
}

/** The value of one entry, which may stand below its dash. */
function readEntry(
  text: string,
  dash: number,
  extent: Extent,
): { readonly value: YamlValue | null; readonly end: number } | null {
  const { limit, indent } = extent;
  let at = skipBlanks(text, dash + 1);
  if (isLineEnd(text, at) || text.charCodeAt(at) === SIGN.hash) {
    const line = nextFilled(text, dash + 1, limit);
    if (line === -1) return null;
    const start = skipSpaces(text, line);
    if (line >= limit || start - line <= indent) return { value: null, end: dash + 1 };
    at = start;
    const code = text.charCodeAt(at);
    if (code === SIGN.bar || code === SIGN.greater) return null;
  }
  if (isFlowSign(text.charCodeAt(at)) || opensEntry(text, at)) return null;
  return readScalar(text, at, extent);
}

/**
 * The beginning of the next line that holds more than blanks and a remark, `limit` where there is none; -1 where something stands
 * behind `from` in its own line.
 */
export function nextFilled(text: string, from: number, limit: number): number {
  let feed = lineEnd(text, from, limit);
  if (!isNothing(text, from, feed)) return -1;
  while (feed + 1 < limit) {
    const next = feed + 1;
    feed = lineEnd(text, next, limit);
    if (!isNothing(text, next, feed)) return next;
  }
  return limit;
}
