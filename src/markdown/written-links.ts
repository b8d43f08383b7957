import type { Span } from '../text/span';
import { CODE, lineEnd } from './lines';
import { noteAddress } from './link-address';
import { linkTarget, wikilinkEnd, type LinkTarget } from './wikilink';

/** A link as it is written, of an embed without its `!`. */
export interface WrittenLink extends LinkTarget, Span {
  readonly kind: 'wikilink' | 'markdown';
  /** Where the target stands, without alias, `#…` and the white space around it. */
  readonly name: Span;
}

/** Longer words or addresses are an opening that nobody closed. */
const LONGEST = 1000;

/** An address up to its `#`, which may stand in a character reference, too. */
const NAME = /^(?:&#|[^#])*/;

/** The links in a text that is no code, none of which goes over a line's end. */
export function linksIn(text: string): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  let end = 0;
  for (let at = text.indexOf('['); at !== -1;) {
    if (at >= end) end = lineEnd(text, at);
    const stop = Math.min(end, at + LONGEST);
    const link = wikilinkAt(text, at, stop) ?? markdownLinkAt(text, at, stop);
    if (link !== null && link.target !== '') links.push(link);
    at = text.indexOf('[', link?.to ?? at + 1);
  }
  return links;
}

function wikilinkAt(text: string, from: number, stop: number): WrittenLink | null {
  const to = wikilinkEnd(text, from, stop);
  if (to === -1) return null;
  const inside = text.slice(from + 2, to - 2);
  const link = linkTarget(inside);
  const at = from + 2 + inside.length - inside.trimStart().length;
  return { kind: 'wikilink', ...link, from, to, name: { from: at, to: at + link.target.length } };
}

function markdownLinkAt(text: string, from: number, stop: number): WrittenLink | null {
  const close = wordsEnd(text, from + 1, stop);
  const found = close === -1 ? null : noteAddress(text, close + 1, stop);
  if (found === null) return null;
  const { address, end } = found;
  const [target = ''] = address.split('#', 1);
  const [written = ''] = NAME.exec(text.slice(found.from, found.to)) ?? [];
  return {
    kind: 'markdown',
    target,
    heading: address.slice(target.length + 1),
    alias: text.slice(from + 1, close),
    from,
    to: end,
    name: { from: found.from, to: found.from + written.trimEnd().length },
  };
}

/** The bracket that closes the words of a link. Of links within each other it is the inner one. */
function wordsEnd(text: string, from: number, stop: number): number {
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.bracketClose) return at;
    if (code === CODE.bracketOpen) return -1;
    if (code === CODE.backslash) at++;
  }
  return -1;
}
