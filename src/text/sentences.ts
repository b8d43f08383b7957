import { lazily, lazyPattern } from './lazily';
import { LETTER } from './letters';

/**
 * Where a sentence may end: the word before, with the full stops within it, and the signs, those that close a quote or a mark among them.
 * Of what is longer than either, its end.
 */
const END = lazyPattern(String.raw`([\p{L}\p{N}.]{0,20})([.!?…]{1,9}["'»”’)\]*_]{0,9})(?=\s|$)`, 'gu');
const FULL_STOP = /^\.["'»”’)\]*_]*$/;
const STARTS_WITH_NUMBER = /^\s+\d/;
const STARTS_SMALL = lazyPattern(String.raw`^\s+\p{Ll}`);

/**
 * A reader of where the sentences of a text end: the offsets behind their signs, ascending. A full stop behind an abbreviation ends
 * none, nor does one that small letters follow, or that has no letter before it; what is left at the end of the text has no offset.
 *
 * @param abbreviations words that a full stop makes short, in lower case, with spaces between, by language.
 * @param beforeNumbers words that it makes short only where a number follows.
 */
export function sentenceEnds(
  abbreviations: Readonly<Record<string, string>>,
  beforeNumbers: string,
): (text: string) => Iterable<number> {
  const isShortBeforeNumber = lazily(() => new RegExp(`^(?:${beforeNumbers.replaceAll(' ', '|')})$`, 'i'));
  const isShort = lazily(() => {
    const words = Object.values(abbreviations).join(' ').replaceAll(' ', '|');
    return new RegExp(String.raw`^(?:(?:\p{L}\.)*\p{L}|${words})$`, 'iu');
  });
  return function* (text) {
    let seen = 0;
    let hasLetter = false;
    for (const { 0: found, 1: word = '', 2: signs = '', index } of text.matchAll(END())) {
      const end = index + found.length;
      hasLetter ||= LETTER().test(text.slice(seen, end));
      seen = end;
      const next = text.slice(end, end + 8);
      const goesOn =
        isShort().test(word) ||
        STARTS_SMALL().test(next) ||
        (STARTS_WITH_NUMBER.test(next) && isShortBeforeNumber().test(word));
      const isOpen = FULL_STOP.test(signs) && goesOn;
      if (isOpen || !hasLetter) continue;
      yield end;
      hasLetter = false;
    }
  };
}
