import { lazyPattern } from '../text/lazily';
import { endHere, isHere } from '../text/here';
import { followOf, readLabelledOpening, readOpening, type Opening } from './subject';

/** More signs than these before a link are no such words. */
const LONGEST_WORDS = 40;

/** Links that are a line by themselves behind a few words: `See [[A]] · [[B]]`, `Part of [[A]]`, if those are known to announce links. */
export function readWordedOpening(
  text: string,
  from: number,
  end: number,
  announces: (words: string) => boolean,
): Opening | null {
  const at = text.slice(from, Math.min(end, from + LONGEST_WORDS)).indexOf('[[');
  if (at < 2) return null;
  const said = text.slice(from, from + at);
  // A field is none, nor is a letter that something is put under.
  const label = /::|^.:/.test(said) ? '' : said.replace(/[*_:.,>→(]+/g, '').trim();
  // A tag says nothing of the link behind it.
  const opening = label === '' || label.startsWith('#') ? null : readOpening(text, from + at, end);
  if (opening === null || followOf(text, opening.end, end) !== 'end') return null;
  return announces(label) ? { ...opening, label } : null;
}

/** What parts two labels with their links in one line; a space does before one in bold or with a capital letter. */
const BETWEEN = lazyPattern(String.raw`[ \t]*(?:(?:[|·•,;—–/]|\\\|)[ \t]*|(?=\*\*|__|[\p{Lu}\p{Lo}]))`, 'uy');

/** The next label with links in a line, behind the links of the one before: `Prev: [[A]] | Next: [[B]]`. */
export function readNextLabel(text: string, from: number, end: number): Opening | null {
  const at = endHere(BETWEEN(), text, from);
  return at < 0 || at >= end ? null : readLabelledOpening(text, at, end);
}

const OPENS_LABEL = lazyPattern(
  String.raw`(?:\*\*|__)[^*_\n]{1,60}(?::\*\*|:__|\*\*\s*:|__\s*:)|\p{L}[\p{L}\p{M} -]{0,30}:(?=\s|\[\[)|#[\p{L}\p{N}]`,
  'uy',
);

/** Whether a line begins with a label or a tag of its own, so that it does not go on with what another one says. */
export const opensLabel = (text: string, from: number): boolean => isHere(OPENS_LABEL(), text, from);

const LINKS_BELOW =
  /(?:\r\n?|\n)(?:[ \t>]*(?:\r\n?|\n))?[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[.\][ \t]+)?[*_]{0,3}\[\[/y;

/** Whether a list that opens with a link stands below a line which ends at `end`, no more than a blank one between. */
export const opensLinks = (text: string, end: number): boolean => isHere(LINKS_BELOW, text, end);
