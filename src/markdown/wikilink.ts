import { CODE } from './lines';

/** The parts of what stands between `[[` and `]]`. */
export interface LinkTarget {
  /** Up to the first of `|`, `#`; a backslash before the `|` (as in table cells) is not part of it. */
  readonly target: string;
  /** Behind the `#`, or `''`. */
  readonly heading: string;
  /** Behind the `|`, or `''`. */
  readonly alias: string;
}

/** Splits what stands between `[[` and `]]`. */
export function linkTarget(inside: string): LinkTarget {
  const pipe = inside.indexOf('|');
  const path = pipe === -1 ? inside : inside.slice(0, inside.charAt(pipe - 1) === '\\' ? pipe - 1 : pipe);
  const alias = pipe === -1 ? '' : inside.slice(pipe + 1).trim();
  const hash = path.indexOf('#');
  return {
    target: (hash === -1 ? path : path.slice(0, hash)).trim(),
    heading: hash === -1 ? '' : path.slice(hash + 1).trim(),
    alias,
  };
}

/** The words that a link shows: its alias, else target and heading as Obsidian writes them. */
export function shownAs({ target, heading, alias }: LinkTarget): string {
  if (alias !== '') return alias;
  if (heading === '') return target;
  return target === '' ? heading : `${target} > ${heading}`;
}

/**
 * Offset behind the wikilink that opens with the first of the brackets at `at`; -1 where none does. Its alias may hold single
 * brackets, but no other link.
 */
export function wikilinkEnd(text: string, at: number, stop = text.length): number {
  if (text.charCodeAt(at) !== CODE.bracketOpen || text.charCodeAt(at + 1) !== CODE.bracketOpen) return -1;
  let isAlias = false;
  for (let end = at + 2; end < stop; end++) {
    const code = text.charCodeAt(end);
    if (code === CODE.pipe) isAlias = true;
    else if (code === CODE.lineFeed) return -1;
    else if (code === CODE.bracketClose && text.charCodeAt(end + 1) === code)
      return text.slice(at + 2, end).trim() === '' ? -1 : end + 2;
    else if (code === CODE.bracketOpen || code === CODE.bracketClose) {
      if (!isAlias || text.charCodeAt(end + 1) === CODE.bracketOpen) return -1;
    }
  }
  return -1;
}
