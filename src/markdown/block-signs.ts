// By what signs a line opens or closes a block, told of the line alone: which of them hold where it stands, `CodeBlocks` knows.
import { backticksAt } from './code-spans';
import { bracketClose, isRule } from './line-kinds';
import { CODE, skipSpace } from './lines';

/** Whether quote marks stand at the margin, each with a space behind it or each without one. */
export function isRegular(text: string, start: number, depth: number, length: number): boolean {
  if (length === depth) return true;
  if (length !== 2 * depth) return false;
  for (let at = start; at < start + length; at += 2) if (text.charCodeAt(at) !== CODE.greater) return false;
  return true;
}

/** Signs that may open a block or a container, or make a line a heading or a rule. */
const MAY_OPEN = new Uint8Array(128);
for (const sign of '#`~<%$-*+_=[>0123456789 \t') MAY_OPEN[sign.charCodeAt(0)] = 1;

/** Whether a line's text is words by what it begins with. */
export function isPlain(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const code = text.charCodeAt(at);
  if (code >= MAY_OPEN.length) return code !== CODE.byteOrderMark && code !== CODE.noBreakSpace;
  if (MAY_OPEN[code] === 0) return true;
  if (code === CODE.bracketOpen) return text.charCodeAt(at + 1) === code;
  // Strong words are no rule.
  if (code !== CODE.star || text.charCodeAt(at + 1) !== code || at + 2 >= end) return false;
  const behind = text.charCodeAt(at + 2);
  return behind >= MAY_OPEN.length || (behind !== CODE.star && behind !== CODE.space && behind !== CODE.tab);
}

/** Behind the colon of a footnote's head; the end of the line where there is none. */
export function footnoteMarkerEnd(text: string, from: number, end: number): number {
  if (text.charCodeAt(from + 1) !== CODE.caret) return end;
  const close = bracketClose(text, from + 2, end);
  return close > from + 2 && text.charCodeAt(close + 1) === CODE.colon && text.charCodeAt(from + 2) !== CODE.space
    ? close + 2
    : end;
}

/** Behind the marker of an item that begins at `from`. */
export function markerEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) >= CODE.zero && text.charCodeAt(at) <= CODE.nine) at++;
  return at + 1;
}

/** Whether a line's text is a heading, by the signs that it begins with. */
export function isHeading(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== CODE.hash) return false;
  const behind = at + signsAt(text, at, CODE.hash);
  const code = text.charCodeAt(behind);
  return behind - at <= 6 && (behind >= end || code === CODE.space || code === CODE.tab);
}

/** Whether a line's text is a rule: told at once of most that are none. */
export function isRuleAt(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  return (code === CODE.dash || code === CODE.star || code === CODE.underscore) && isRule(text, at, end);
}

/** What makes a heading of the line above. */
export function isUnderline(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== CODE.equals && code !== CODE.dash) return false;
  let to = at + 1;
  while (to < end && text.charCodeAt(to) === code) to++;
  return !/[^ \t]/.test(text.slice(to, end));
}

/** The length of the fence that opens a code block at `at`; 0 when none does. Words behind it may hold no backtick of its kind. */
export function fenceLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const length = code === CODE.backtick ? backticksAt(text, at) : signsAt(text, at, code);
  if (length < 3 || (code === CODE.backtick && text.slice(at + length, end).includes('`'))) return 0;
  return length;
}

function signsAt(text: string, at: number, code: number): number {
  let end = at;
  while (text.charCodeAt(end) === code) end++;
  return end - at;
}

/** Whether what stands at `at` closes a fence of `code`, at least `length` long. Authors cite footnotes behind it. */
export function closesFence(text: string, at: number, end: number, code: number, length: number): boolean {
  const found = signsAt(text, at, code);
  if (found < length) return false;
  const rest = skipSpace(text, at + found, end);
  if (rest === end) return true;
  return text.charCodeAt(rest) === CODE.bracketOpen && /^(?:\[\^[^\]\s]+\]\s*)+$/.test(text.slice(rest, end));
}
