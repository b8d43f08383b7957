import type { Span } from '../text/span';
import { findFrontmatter } from './frontmatter';
import { saysSomething, scalarKind, type ScalarKind } from './yaml-kind';
import { nextFilled, opensEntry, readBlockList, readFlowList, readScalar, type ScannedList } from './yaml-list';
import { opensNoPlain, readQuoted } from './yaml-scalar';
import {
  SIGN,
  isBlank,
  isGap,
  isLineEnd,
  isNothing,
  lineEnd,
  skipBlanks,
  skipSpaces,
  trimEnd,
  type YamlValue,
} from './yaml-value';

/**
 * What a field holds. `object`: fields of its own; `unknown`: what is not read without YAML (lists in lists, anchors, tags), or is no
 * YAML at all.
 */
export type ValueKind = ScalarKind | 'list' | 'object' | 'unknown';

/** A field at the margin of the frontmatter. It ends with its value: blank lines and remarks below that are not part of it. */
export interface FrontmatterField extends Span {
  /** Without quotes. */
  readonly name: string;
  readonly key: Span;
  /** With its quotes, brackets and signs; empty, behind the colon, where there is none. */
  readonly value: Span;
  readonly kind: ValueKind;
  /** One value, or those of a list; none of an object, and none of what is unknown. */
  readonly values: readonly YamlValue[];
  /** Its first line, 1-based, and its last. */
  readonly line: number;
  readonly endLine: number;
}

export interface FrontmatterScan {
  /** In the order of the note; a name may come twice. */
  readonly fields: readonly FrontmatterField[];
  /** Each line at the margin begins a field, goes on with one or says nothing: it is known where another field may stand. */
  readonly isClear: boolean;
}

/** Of a note without frontmatter. */
export const NO_FIELDS: FrontmatterScan = { fields: [], isClear: true };

/**
 * Reads the frontmatter of a note's text line by line, without a parser of YAML: once over the text, whatever stands in it. What it
 * says of a field's values is what YAML says, where that can read the frontmatter at all.
 */
export function scanFrontmatter(text: string): FrontmatterScan {
  const place = findFrontmatter(text);
  return place === null ? NO_FIELDS : scanFields(text, place.from, place.to, 2);
}

/** Reads the fields between two offsets of a text, all `indent` from the margin; the first of its lines has the number `line`. */
export function scanFields(text: string, from = 0, to = text.length, line = 1, indent = 0): FrontmatterScan {
  const fields: FrontmatterField[] = [];
  const hasLoneReturns = hasLoneReturn(text.slice(from, to));
  let isClear = !hasLoneReturns;
  let number = line;
  // YAML drops a byte order mark here as well.
  for (let at = text.charCodeAt(from) === 0xfeff ? from + 1 : from; at < to;) {
    const feed = lineEnd(text, at, to);
    const isElsewhere = indent > 0 ? skipSpaces(text, at) !== at + indent : isDocumentMark(text, at);
    const key = isElsewhere ? null : readKey(text, at + indent, feed);
    let next = feed + 1;
    if (key === null) isClear &&= isNothing(text, at, feed);
    else {
      const opening = text.charCodeAt(skipBlanks(text, key.colon + 1));
      while (next < to && belongsAbove(text, next, opening, indent)) next = lineEnd(text, next, to) + 1;
      const limit = Math.min(next, to);
      // Whether a carriage return alone ends a line is not the same to all who read YAML.
      const isUnsure = hasLoneReturns && hasLoneReturn(text.slice(at, limit));
      const value = isUnsure ? whole('unknown', text, key.colon + 1, limit) : readValue(text, key.colon, limit);
      fields.push(fieldOf(key, value, number, number + lineBreaks(text, at, value.end)));
    }
    number += lineBreaks(text, at, next);
    at = next;
  }
  return { fields, isClear };
}

/** The name at the beginning of a line or of an entry. */
export interface FieldKey extends Span {
  /** Without quotes. */
  readonly name: string;
  /** Offset of the colon. */
  readonly colon: number;
}

/** YAML knows no longer names. */
const LONGEST_NAME = 1024;

/** Reads the name of a field that begins at an offset; `null` where none does in the line, which ends at `feed`. */
export function readKey(text: string, at: number, feed: number): FieldKey | null {
  const code = text.charCodeAt(at);
  if (code === SIGN.quote || code === SIGN.apostrophe) {
    const found = readQuoted(text, at, { limit: feed, indent: 0 });
    const colon = found === null ? -1 : skipBlanks(text, found.end);
    if (found === null || text.charCodeAt(colon) !== SIGN.colon || !isGap(text, colon + 1)) return null;
    return { name: found.value.text, from: at, to: found.end, colon };
  }
  if (opensNoPlain(text, at)) return null;
  const stop = Math.min(feed, at + LONGEST_NAME);
  for (let colon = at; colon < stop; colon++) {
    const sign = text.charCodeAt(colon);
    if (sign === SIGN.hash && isBlank(text.charCodeAt(colon - 1))) return null;
    if (sign !== SIGN.colon || !isGap(text, colon + 1)) continue;
    const to = trimEnd(text, at, colon);
    return { name: text.slice(at, to), from: at, to, colon };
  }
  return null;
}

function hasLoneReturn(lines: string): boolean {
  return /\r(?!\n)/.test(lines);
}

/** `---` or `...` at the margin: another document begins, which is no frontmatter any more. */
function isDocumentMark(text: string, at: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isGap(text, at + 3);
}

/** Whether a line goes on with the field above, whose value opens with a sign: brackets may close at the margin. */
function belongsAbove(text: string, start: number, opening: number, indent: number): boolean {
  const at = start + indent;
  const code = text.charCodeAt(at);
  if (indent > 0 && isLineEnd(text, skipBlanks(text, start))) return true;
  if (code === SIGN.bracketClose) return opening === SIGN.bracketOpen;
  if (code === SIGN.braceClose) return opening === SIGN.braceOpen;
  return code === SIGN.hash || isGap(text, at) || opensEntry(text, at);
}

/** A value with its signs and quotes. */
interface FoundValue extends Span {
  readonly kind: ValueKind;
  readonly values: readonly YamlValue[];
  /** Where its last line ends, which may be an empty one that counts. */
  readonly end: number;
}

/** Reads what stands behind a colon, and below it as far as `limit`. */
export function readValue(text: string, colon: number, limit: number): FoundValue {
  let at = skipBlanks(text, colon + 1);
  const isBelow = isLineEnd(text, at) || text.charCodeAt(at) === SIGN.hash;
  if (isBelow) {
    const line = nextFilled(text, colon + 1, limit);
    if (line === limit) return { kind: 'empty', values: [], from: colon + 1, to: colon + 1, end: colon + 1 };
    at = skipSpaces(text, line);
    if (opensEntry(text, at)) return found('list', at, readBlockList(text, line, limit), text, limit);
    if (at === line) return whole('unknown', text, at, limit);
    if (readKey(text, at, lineEnd(text, at, limit)) !== null) return whole('object', text, at, limit);
  }
  switch (text.charCodeAt(at)) {
    case SIGN.braceOpen:
      return whole('object', text, at, limit);
    case SIGN.bracketOpen:
      return found('list', at, readFlowList(text, at, limit), text, limit);
    case SIGN.bar:
    case SIGN.greater:
      if (isBelow) return whole('unknown', text, at, limit);
  }
  const scalar = readScalar(text, at, { limit, indent: 0 });
  if (scalar === null) return whole('unknown', text, at, limit);
  const { value, end } = scalar;
  const kind = scalarKind(value);
  return found(kind, at, { values: kind === 'empty' ? [] : [value], end }, text, limit);
}

/** A value that was read, unless more follows it that is not part of it. */
function found(kind: ValueKind, from: number, list: ScannedList | null, text: string, limit: number): FoundValue {
  if (list === null || !isNothing(text, list.end, limit)) return whole('unknown', text, from, limit);
  const { values, end } = list;
  const isTexts = kind !== 'list';
  return { kind, values: isTexts ? values : values.filter(saysSomething), from, to: end, end };
}

/** All that stands there, but for blank lines and remarks at the margin below it. */
function whole(kind: 'object' | 'unknown', text: string, from: number, limit: number): FoundValue {
  let end = limit;
  while (end > from) {
    const start = Math.max(from, text.lastIndexOf('\n', end - 2) + 1);
    const isRemark = start > from && text.charCodeAt(start) === SIGN.hash;
    if (!isRemark && !isLineEnd(text, skipBlanks(text, start))) break;
    end = start;
  }
  const to = trimEnd(text, from, end > from && text.charCodeAt(end - 1) === SIGN.feed ? end - 1 : end);
  return { kind, values: [], from, to, end: to };
}

/** How many lines end between two offsets; as elsewhere in a note, a carriage return alone ends one, too. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === SIGN.feed || (code === SIGN.return && text.charCodeAt(at + 1) !== SIGN.feed)) count++;
  }
  return count;
}

/** A field with what was found of its value. */
export function fieldOf(key: FieldKey, found: FoundValue, line: number, endLine: number): FrontmatterField {
  const { name, from, to } = key;
  const { kind, values } = found;
  const value = { from: found.from, to: found.to };
  return { name, from, to: found.end, key: { from, to }, value, kind, values, line, endLine };
}
