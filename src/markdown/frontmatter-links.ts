import type { FrontmatterField, FrontmatterScan } from './frontmatter-scan';
import type { Span } from '../text/span';
import type { LinkTarget } from './wikilink';
import { linksIn, type WrittenLink } from './written-links';
import { SIGN, isBlank, spanIn, type YamlValue } from './yaml-value';

/** A link to a note in a field of the frontmatter. The span is that of all of it, in the note. */
export interface FrontmatterLink extends LinkTarget, Span {
  readonly kind: 'wikilink' | 'markdown';
  /** The name of the field at the margin. */
  readonly key: string;
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
  return notesIn(value.text).map((link) => {
    const span = spanIn(value, link, piece);
    piece = span.piece;
    return fieldLink(link, key, span.from, span.to);
  });
}

/** Links as they are written, in a value that is not read: `[[A]]` without quotes is a list in a list, or no YAML at all. */
function linksInLines(text: string, { name: key, value }: FrontmatterField): readonly FrontmatterLink[] {
  const links: FrontmatterLink[] = [];
  let start = value.from;
  for (const line of text.slice(value.from, value.to).split('\n')) {
    for (const link of notesIn(line.slice(0, remarkIn(line)))) {
      links.push(fieldLink(link, key, start + link.from, start + link.to));
    }
    start += line.length + 1;
  }
  return links;
}

function fieldLink(
  { kind, target, heading, alias }: WrittenLink,
  key: string,
  from: number,
  to: number,
): FrontmatterLink {
  return { kind, target, heading, alias, key, from, to };
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

const SCHEME = /^(?!file:)[a-z][a-z\d+.-]*:/i;

/** Web addresses are no notes. */
const notesIn = (text: string): readonly WrittenLink[] =>
  linksIn(text).filter(({ kind, target }) => kind === 'wikilink' || !SCHEME.test(target));
