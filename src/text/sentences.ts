import { lazily, lazyPattern } from './lazily';
import { LETTER } from './letters';

/** Where a sentence may end: a sign, with what closes a quote or a mark behind it. */
const END = /[.!?…]["'»”’)\]*_]{0,9}(?=\s|$)/g;
/** Of a longer word its end says as much. */
const LONGEST_WORD = 20;
/** The word before a sign, with the full stops within it. */
const WORD_BEFORE = lazyPattern(String.raw`[\p{L}\p{N}.]*$`);
/** What makes a full stop behind it no full stop by itself. */
const OTHER_SIGN_BEFORE = /[!?…]\.*$/;
/**
 * What a short word or a letter ends that a full stop makes no shorter, where no small letter follows: a measure behind its number
 * («180 см. Вес»), a letter of another alphabet, or that a word before it says to be none of a name («план Б», `and I`).
 */
const ENDS_WHOLE = lazyPattern(
  String.raw`(?:\d[ \xa0]?(?:[слмчтmshlgt]|см|мин|сек|руб|коп)|\d-[а-яё]|°.|/\p{Ll}|[а-яё] [A-Z]|(?:лан|риант|lan|ption|tamin|War) \p{Lu}|(?:and|than) I)$`,
);
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
    return new RegExp(String.raw`^(?:(?:\p{L}{1,2}\.)*\p{L}|${words})$`, 'iu');
  });
  const goesOn = (before: string, next: string): boolean => {
    const [word = ''] = WORD_BEFORE().exec(before) ?? [];
    if (OTHER_SIGN_BEFORE.test(before)) return false;
    return (
      (word !== 'я' && isShort().test(word) && !ENDS_WHOLE().test(before)) ||
      STARTS_SMALL().test(next) ||
      (STARTS_WITH_NUMBER.test(next) && isShortBeforeNumber().test(word))
    );
  };
  return function* (text) {
    let seen = 0;
    let hasLetter = false;
    for (const { 0: signs, index } of text.matchAll(END)) {
      const end = index + signs.length;
      hasLetter ||= LETTER().test(text.slice(seen, end));
      seen = end;
      const isOpen =
        signs.startsWith('.') && goesOn(text.slice(Math.max(0, index - LONGEST_WORD), index), text.slice(end, end + 8));
      if (isOpen || !hasLetter) continue;
      yield end;
      hasLetter = false;
    }
  };
}
