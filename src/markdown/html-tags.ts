import type { InlineStyle } from '../model/inline';
import { decoded } from './references';

/** A tag as HTML writes one. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly kind: 'opening' | 'closing' | 'empty';
  /** Offset behind the `>`. */
  readonly end: number;
}

/** A longer tag is none: it bounds the work for texts of nothing but `<`. */
const LONGEST_TAG = 1000;
const TAG =
  /<(?:\/([a-z][a-z0-9-]*)\s*|([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*(\/?))>/iy;

/** Reads the tag that opens with the `<` at `at`; `null` when there is none by the rules of HTML in Markdown. */
export function tagAt(text: string, at: number): HtmlTag | null {
  // Most such signs open none.
  if (!/[a-z/]/i.test(text.charAt(at + 1))) return null;
  const near = text.slice(at, at + LONGEST_TAG);
  TAG.lastIndex = 0;
  const found = TAG.exec(near);
  if (found === null) return null;
  const [whole, closing, opening = '', , slash] = found;
  const end = at + whole.length;
  if (closing !== undefined) return { name: closing.toLowerCase(), kind: 'closing', end };
  return { name: opening.toLowerCase(), kind: slash === '' ? 'opening' : 'empty', end };
}

/** The value of an attribute of the tag that stands between two offsets; `''` where it has none. */
export function attributeOf(text: string, from: number, to: number, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+))`, 'i').exec(
    text.slice(from, to),
  );
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '', { escapes: false });
}

/** Elements that are what a sign of Markdown is, or what none is. */
const STYLES: ReadonlyMap<string, InlineStyle> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['var', 'emphasis'],
  ['dfn', 'emphasis'],
  ['s', 'strike'],
  ['del', 'strike'],
  ['strike', 'strike'],
  ['mark', 'highlight'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['kbd', 'key'],
  ['sup', 'raised'],
  ['sub', 'lowered'],
]);
/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'li p dt dd tr td th hr div ul ol dl table thead tbody tfoot details summary blockquote pre center section article header footer figure figcaption h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
/** Of those, the ones that nobody has to close. */
const UNCLOSED: ReadonlySet<string> = new Set('li p dt dd tr td th hr'.split(' '));
/** Elements that hold nothing, and show nothing that text could show. */
const EMPTY: ReadonlySet<string> = new Set('wbr input col source track'.split(' '));

/** What a tag does to the text around it. */
export type TagMeaning =
  | { readonly does: 'break' | 'picture' }
  /** Shows nothing by itself; a block's text begins and ends lines. */
  | { readonly does: 'nothing'; readonly block: boolean }
  /** Means something only together with the one that closes it, or that it closes. */
  | { readonly does: 'pair'; readonly style: InlineStyle | 'link' | null; readonly block: boolean };

/** What a tag means by its name. */
export function meaningOf({ name, kind }: HtmlTag): TagMeaning {
  if (name === 'br') return { does: 'break' };
  if (name === 'img') return { does: 'picture' };
  const block = BLOCKS.has(name);
  if (kind === 'empty' || EMPTY.has(name) || UNCLOSED.has(name)) return { does: 'nothing', block };
  return { does: 'pair', style: name === 'a' ? 'link' : (STYLES.get(name) ?? null), block };
}
