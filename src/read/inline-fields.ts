import { CODE, skipSpace, trimEnd } from '../markdown/lines';
import type { Span } from '../model/span';
import { lazyPattern } from '../text/lazily';
import { readOpening, type Opening } from './subject';

/** `name:: value`, all of a line or in brackets. */
export interface InlineField {
  readonly name: string;
  /** With its brackets. */
  readonly whole: Span;
  readonly key: Span;
  readonly value: Span;
}

/** A name and its colons at the beginning of a line: `up::`, `**Up**::`, `` `supports::` ``, behind an emoji or a check box. */
const LINE_FIELD = lazyPattern(
  String.raw`(?:\[.\]\s+)?[^\p{L}\p{N}()[\]\n]{0,8}(\p{L}[\p{L}\p{M}\p{N} _/&'’-]{0,60})[*_~=${'`'}]{0,3}\s?::[*_~=${'`'}]{0,3}(?=\s|!?\[\[)`,
  'uy',
);
/** The same in brackets, from the bracket on. */
const IN_BRACKETS = lazyPattern(
  String.raw`[([][*_]{0,2}(\p{L}[\p{L}\p{M}\p{N} _/&'’-]{0,60})[*_]{0,2}::[*_]{0,2}(?=\s|!?\[\[)`,
  'uy',
);
/** A name is no longer, with what may stand around it. */
const LONGEST_KEY = 70;
const LONGEST_VALUE = 1000;

/** Where a field ends and the next one of its line begins: `prev:: [[A]] | next:: [[B]]`. */
const NEXT_FIELD = lazyPattern(String.raw`\]\](?:\s*[|,;·•]\s*|\s+)(?=[*_]{0,2}\p{L}[\p{L}\p{M}\p{N} _-]{0,40}::\s)`);

/**
 * The fields that a line is, whose text stands between two offsets: most often one. None where it is no field, or where the first holds
 * nothing.
 */
export function readLineFields(text: string, from: number, end: number): readonly InlineField[] {
  const fields: InlineField[] = [];
  for (let at = from; at < end;) {
    const pattern = LINE_FIELD();
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const start = pattern.lastIndex;
    if (found === null || start > end || isInCode(found[0])) break;
    const rest = text.slice(start, end);
    const next = rest.includes('::') ? NEXT_FIELD().exec(rest) : null;
    const stop = next === null ? end : start + next.index + ']]'.length;
    const value = { from: skipSpace(text, start, stop), to: trimEnd(text, start, stop) };
    if (value.from >= value.to) break;
    fields.push({ ...keyOf(found, at), whole: { from: at, to: stop }, value });
    at = next === null ? end : start + next.index + next[0].length;
  }
  return fields;
}

/** Whether a mark of code opens in a text and does not close there. */
function isInCode(text: string): boolean {
  return text.split('`').length % 2 === 0;
}

/** The fields in brackets within a line: `(up:: [[A]])`, `[up:: [[A]]]`. */
export function readBracketedFields(text: string, from: number, end: number): readonly InlineField[] {
  const fields: InlineField[] = [];
  const line = text.slice(from, end);
  let behind = 0;
  for (let colons = line.indexOf('::'); colons !== -1; colons = line.indexOf('::', Math.max(behind, colons + 2))) {
    const open = bracketBefore(line, colons, behind);
    if (open === -1) continue;
    const pattern = IN_BRACKETS();
    pattern.lastIndex = open;
    const found = pattern.exec(line);
    if (found === null) continue;
    const start = pattern.lastIndex;
    const close = closing(line, open, start);
    if (close === -1) continue;
    const value = { from: from + skipSpace(line, start, close), to: from + trimEnd(line, start, close) };
    fields.push({ ...keyOf(found, open, from), whole: { from: from + open, to: from + close + 1 }, value });
    behind = close + 1;
  }
  return fields;
}

function keyOf(found: RegExpExecArray, at: number, shift = 0): Pick<InlineField, 'name' | 'key'> {
  const name = (found[1] ?? '').replace(/[_\s]+$/, '');
  const from = shift + at + found[0].indexOf(name);
  return { name, key: { from, to: from + name.length } };
}

function bracketBefore(line: string, colons: number, behind: number): number {
  for (let at = colons - 1; at >= Math.max(behind, colons - LONGEST_KEY); at--) {
    const code = line.charCodeAt(at);
    if (code === CODE.parenOpen || code === CODE.bracketOpen) return at;
  }
  return -1;
}

/** The bracket that closes the one at `open`; the value begins at `from`. */
function closing(line: string, open: number, from: number): number {
  const opens = line.charAt(open);
  const closes = opens === '(' ? ')' : ']';
  let inside = 0;
  for (let at = from; at < Math.min(line.length, from + LONGEST_VALUE); at++) {
    const sign = line.charAt(at);
    if (sign === opens) inside++;
    else if (sign === closes && inside-- === 0) return at;
  }
  return -1;
}

/** Links in a field's value, each with all up to the next as what is said of it. */
export interface FieldLinks {
  readonly opening: Opening;
  /** Where what is said of it ends. */
  readonly end: number;
}

/** What joins a link with words to the next one. */
const JOINS = /(?:[\s,;、，；/|&·•]|<br ?\/?>(?:\s*(?:[-–*]|\d+[.)])(?=\s))?)+$/;

/**
 * Reads the links that a field holds, joined as equals or each with words of its own. None where it begins with words, unless the
 * links may stand `anywhere`.
 */
export function readFieldLinks(text: string, { from, to }: Span, anywhere: boolean): readonly FieldLinks[] {
  const value = text.slice(from, to);
  const openings: { readonly opening: Opening; readonly start: number }[] = [];
  for (let at = 0; at < value.length;) {
    const opening = readOpening(value, at, value.length);
    if (opening !== null) openings.push({ opening, start: at });
    else if (openings.length === 0 && !anywhere) break;
    const next = value.indexOf('[[', opening?.end ?? at + 2 * Number(value.startsWith('[[', at)));
    if (next === -1) break;
    at = next;
  }
  return openings.map(({ opening }, index): FieldLinks => {
    const { start } = openings[index + 1] ?? { start: value.length };
    const end = Math.max(opening.end, opening.end + value.slice(opening.end, start).replace(JOINS, '').length);
    const subjects = opening.subjects.map((one) => ({ ...one, from: from + one.from, end: from + one.end }));
    return { opening: { ...opening, subjects, end: from + opening.end }, end: from + end };
  });
}
