import { CODE } from './lines';
import { decoded } from './references';

/** Where the parts stand of what follows a Markdown link's words: `(address "title")`. */
export interface LinkAddress {
  /** The address as it is written, without the `<` and `>` that it may stand between. */
  readonly from: number;
  readonly to: number;
  /** The address that is meant: escapes and character references decoded, percent signs not. */
  readonly address: string;
  /** Offset behind the closing parenthesis. */
  readonly end: number;
}

/** Parentheses in an address deeper than this are none: it bounds the work. */
const DEEPEST = 32;

/** Reads the address and title of a Markdown link from the parenthesis at `at`; `null` when there are none before `stop`. */
export function linkAddress(text: string, at: number, stop = text.length): LinkAddress | null {
  if (text.charCodeAt(at) !== CODE.parenOpen || at >= stop) return null;
  let from = skipWhite(text, at + 1, stop);
  const isPointed = text.charCodeAt(from) === CODE.less;
  if (isPointed) from++;
  const to = isPointed ? pointedEnd(text, from, stop) : bareEnd(text, from, stop);
  if (to === -1) return null;
  const behind = isPointed ? to + 1 : to;
  let end = skipWhite(text, behind, stop);
  if (end > behind && text.charCodeAt(end) !== CODE.parenClose) {
    end = titleEnd(text, end, stop);
    if (end === -1) return null;
    end = skipWhite(text, end, stop);
  }
  if (end >= stop || text.charCodeAt(end) !== CODE.parenClose) return null;
  return { from, to, address: decoded(text.slice(from, to)), end: end + 1 };
}

/** Behind an address that spaces stand in. */
const TITLE = /\s+(?:"[^"]*"|'[^']*')\s*$/;

/**
 * Reads the same of a link to a note, whose address may have spaces in it, as authors' tools write them, and parentheses in pairs, as
 * in `A (b).md`.
 */
export function noteAddress(text: string, at: number, stop: number): LinkAddress | null {
  const found = linkAddress(text, at, stop);
  if (found !== null || text.charCodeAt(at) !== CODE.parenOpen) return found;
  let open = 0;
  for (let close = at + 1; close < stop; close++) {
    const code = text.charCodeAt(close);
    if (code === CODE.parenOpen && ++open > DEEPEST) return null;
    if (code === CODE.parenClose && open-- === 0) {
      const inside = text.slice(at + 1, close).replace(TITLE, '');
      const address = inside.trim();
      const from = at + 1 + inside.length - inside.trimStart().length;
      return { from, to: from + address.length, address, end: close + 1 };
    }
  }
  return null;
}

const isWhite = (code: number): boolean => code === CODE.space || (code >= CODE.tab && code <= CODE.carriageReturn);

function skipWhite(text: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && isWhite(text.charCodeAt(at))) at++;
  return at;
}

function pointedEnd(text: string, from: number, stop: number): number {
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.greater) return at;
    if (code === CODE.less || code === CODE.lineFeed) return -1;
    if (code === CODE.backslash) at++;
  }
  return -1;
}

function bareEnd(text: string, from: number, stop: number): number {
  let open = 0;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code <= CODE.space) return open === 0 ? at : -1;
    if (code === CODE.parenOpen && ++open > DEEPEST) return -1;
    if (code === CODE.parenClose && open-- === 0) return at;
    if (code === CODE.backslash && text.charCodeAt(at + 1) > CODE.space) at++;
  }
  return -1;
}

function titleEnd(text: string, from: number, stop: number): number {
  const quote = text.charCodeAt(from);
  const closing = quote === CODE.parenOpen ? CODE.parenClose : quote;
  if (quote !== CODE.quote && quote !== CODE.apostrophe && quote !== CODE.parenOpen) return -1;
  for (let at = from + 1; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === closing) return at + 1;
    if (code === CODE.parenOpen && quote === code) return -1;
    if (code === CODE.backslash) at++;
  }
  return -1;
}
