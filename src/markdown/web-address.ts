import { LETTER_OR_DIGIT } from '../text/letters';
import { CODE } from './lines';

/** Signs that end a sentence, not an address. */
const TRAILING = '.,;:!?"\'»”*_~[]';

/** Where the `http` or `https` begins that the colon at `at` with its two slashes belongs to, not before `from`; -1 if there is none. */
export function addressBefore(text: string, at: number, from: number): number {
  if (text.charCodeAt(at + 1) !== 0x2f || text.charCodeAt(at + 2) !== 0x2f) return -1;
  const start = /https$/i.test(text.slice(Math.max(from, at - 5), at)) ? at - 5 : at - 4;
  if (start < from || !/^https?$/i.test(text.slice(start, at))) return -1;
  return start > 0 && LETTER_OR_DIGIT().test(text.charAt(start - 1)) ? -1 : start;
}

/** Where a web address ends whose host begins at `from`; -1 when it has none. A closing parenthesis needs one that it closes. */
export function webAddressEnd(text: string, from: number): number {
  let end = from;
  let open = 0;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code <= CODE.space || code === CODE.less || code === CODE.greater || code === CODE.pipe) break;
    if (code === CODE.parenOpen) open++;
    else if (code === CODE.parenClose && open-- === 0) break;
    else if (code === CODE.bracketOpen || code === CODE.bracketClose || code === CODE.backtick) break;
    else if (code >= 0x80 && text.charAt(end).trim() === '') break;
  }
  while (end > from && (TRAILING.includes(text.charAt(end - 1)) || text.charCodeAt(end - 1) === CODE.parenOpen)) end--;
  return end > from ? end : -1;
}

/** An address between `<` and `>`. */
export interface PointedAddress {
  readonly href: string;
  /** Offset behind the `>`. */
  readonly end: number;
}

/** A longer one is none. */
const LONGEST = 2000;

/** Reads `<scheme:…>` or `<name@host>` from the `<` at `at`; `null` where something else stands. */
export function pointedAddress(text: string, at: number): PointedAddress | null {
  let isAddress = false;
  let end = at + 1;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code === CODE.greater) break;
    if (!(code > CODE.space) || code === CODE.less || end - at > LONGEST) return null;
    if (code === CODE.colon || code === 0x40) isAddress = true;
  }
  if (!isAddress) return null;
  const inside = text.slice(at + 1, end);
  if (/^[a-z][a-z0-9+.-]{1,31}:/i.test(inside)) return { href: inside, end: end + 1 };
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(inside)
    ? { href: `mailto:${inside}`, end: end + 1 }
    : null;
}
