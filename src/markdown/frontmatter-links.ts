import type { FrontmatterField, FrontmatterScan } from './frontmatter-scan';
import { linkTarget, type LinkTarget } from './wikilink';
import type { Span } from '../text/span';
import { SIGN, isBlank, spanIn, type YamlValue } from './yaml-value';

/** A link to a note in a field of the frontmatter. The span is that of all of it, in the note. */
export interface FrontmatterLink extends LinkTarget, Span {
  readonly kind: 'wikilink' | 'markdown';
  /** The name of the field at the margin. */
  readonly key: string;
}

/** A link in a text, by offsets of that. */
interface TextLink extends LinkTarget, Span {
  readonly kind: FrontmatterLink['kind'];
}

/** The links in the fields of a note, in its order; those in remarks are none. */
export function frontmatterLinks(text: string, { fields }: FrontmatterScan): readonly FrontmatterLink[] {
  return fields.flatMap((field) => {
    // Most fields hold none.
    if (!text.slice(field.value.from, field.value.to).includes('[')) return [];
    return field.values.length === 0
      ? linksInLines(text, field)
      : field.values.flatMap((value) => linksOf(value, field.name));
  });
}

/** Links in what a value says, which may be written with escapes or over several lines. */
function linksOf(value: YamlValue, key: string): readonly FrontmatterLink[] {
  let piece = 0;
  return linksIn(value.text).map((link) => {
    const span = spanIn(value, link, piece);
    piece = span.piece;
    return { ...link, key, from: span.from, to: span.to };
  });
}

/** Links as they are written, in a value that is not read: `[[A]]` without quotes is a list in a list, or no YAML at all. */
function linksInLines(text: string, { name: key, value }: FrontmatterField): readonly FrontmatterLink[] {
  const links: FrontmatterLink[] = [];
  let start = value.from;
  for (const line of text.slice(value.from, value.to).split('\n')) {
    for (const link of linksIn(line.slice(0, remarkIn(line)))) {
      links.push({ ...link, key, from: start + link.from, to: start + link.to });
    }
    start += line.length + 1;
  }
  return links;
}

/** Where a remark begins in a line, behind all of it where there is none. */
function remarkIn(line: string): number {
  let quote = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const isOutside = at === 0 || isBlank(line.charCodeAt(at - 1));
    if (quote !== 0) {
      if (code === SIGN.backslash && quote === SIGN.quote) at++;
      else if (code === quote) quote = 0;
    } else if (code === SIGN.hash && isOutside) return at;
    else if ((code === SIGN.quote || code === SIGN.apostrophe) && (isOutside || '[{,'.includes(line.charAt(at - 1))))
      quote = code;
  }
  return line.length;
}

/** The links in a text, none of which goes over a line's end. */
function linksIn(text: string): readonly TextLink[] {
  const links: TextLink[] = [];
  for (let at = text.indexOf('['); at !== -1;) {
    const link = text.charCodeAt(at + 1) === SIGN.bracketOpen ? wikilinkAt(text, at) : markdownLinkAt(text, at);
    if (link !== null && link.target !== '') links.push(link);
    at = text.indexOf('[', link?.to ?? at + 1);
  }
  return links;
}

function wikilinkAt(text: string, from: number): TextLink | null {
  const close = closingBracket(text, from + 2);
  if (close === -1 || text.charCodeAt(close + 1) !== SIGN.bracketClose) return null;
  return { kind: 'wikilink', ...linkTarget(text.slice(from + 2, close)), from, to: close + 2 };
}

/** The next closing bracket, before any that opens and before the line's end. */
function closingBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SIGN.bracketClose) return at;
    if (code === SIGN.bracketOpen || code === SIGN.feed) return -1;
  }
  return -1;
}

const SCHEME = /^(?!file:)[a-z][a-z\d+.-]*:/i;
/** An address without its title and the pointed brackets around it. */
const ADDRESS = /^\s*(?:<([^<>\n]*)>|([^\s<>]+(?: +[^\s<>"']+)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/;

/** A Markdown link to a note: web addresses are none. */
function markdownLinkAt(text: string, from: number): TextLink | null {
  const middle = closingBracket(text, from + 1);
  if (middle === -1 || text.charAt(middle + 1) !== '(') return null;
  const close = closingParenthesis(text, middle + 2);
  const found = close === -1 ? null : ADDRESS.exec(text.slice(middle + 2, close));
  const address = found?.[1] ?? found?.[2];
  if (address === undefined || SCHEME.test(address)) return null;
  const hash = address.indexOf('#');
  return {
    kind: 'markdown',
    target: hash === -1 ? address : address.slice(0, hash),
    heading: hash === -1 ? '' : address.slice(hash + 1),
    alias: text.slice(from + 1, middle),
    from,
    to: close + 1,
  };
}

/** An address is no longer. */
const LONGEST_ADDRESS = 1000;

/** The parenthesis that closes an address, in which one more pair may stand. */
function closingParenthesis(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_ADDRESS);
  let open = 0;
  for (let at = from; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === ')' && open-- === 0) return at;
    if (sign === '\n' || (sign === '(' && ++open > 1)) return -1;
  }
  return -1;
}
