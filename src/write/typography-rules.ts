import Typograf from 'typograf';
import { CALLED, COUNTED, DESIGNATED } from '../model/abbreviations';
import { lazily, lazyPattern } from '../text/lazily';

/** What a piece of running text is set by. */
export type TypographyLanguage = 'ru' | 'en';

/**
 * The library's rules that are made (https://github.com/typograf/typograf/tree/dev/docs), by language; `nbsp` are those for spaces
 * that do not break. Left out are those that guess what is meant or how it is spelt («что то, что» is no «что-то», ` .env` no end of
 * a sentence), and its quotes, which know no signs of emphasis.
 */
const RULES: Readonly<
  Record<TypographyLanguage, { readonly all: readonly string[]; readonly nbsp: readonly string[] }>
> = {
  ru: {
    all: [
      ...['common/punctuation/hellip', 'common/space/delRepeatSpace', 'ru/space/afterHellip'],
      ...['ru/dash/centuries', 'ru/dash/daysMonth', 'ru/dash/decade', 'ru/dash/izpod', 'ru/dash/izza', 'ru/dash/main'],
      ...['ru/dash/month', 'ru/dash/weekday', 'ru/dash/years'],
    ],
    nbsp: [
      ...['common/nbsp/afterNumber', 'common/nbsp/afterSectionMark', 'common/nbsp/afterShortWord'],
      ...['common/nbsp/afterShortWordByList', 'ru/nbsp/abbr', 'ru/nbsp/afterNumberSign', 'ru/nbsp/beforeParticle'],
      ...['ru/nbsp/centuries', 'ru/nbsp/dayMonth', 'ru/nbsp/initials', 'ru/nbsp/mln', 'ru/nbsp/ooo', 'ru/nbsp/page'],
      ...['ru/nbsp/rubleKopek', 'ru/nbsp/see', 'ru/nbsp/year', 'ru/nbsp/years'],
    ],
  },
  en: {
    all: [
      ...['common/punctuation/apostrophe', 'common/punctuation/hellip', 'common/space/delRepeatSpace'],
      'en-US/dash/main',
    ],
    nbsp: ['common/nbsp/afterSectionMark'],
  },
};

type Setter = (text: string) => string;

/** What may be a range: two numbers, with the word before them and a small letter behind, also one that a format stands before: `A4-листов`. */
const TWO_NUMBERS = lazyPattern(
  String.raw`((?:^|[\s(«„“])(?:([\p{L}\p{N}][\p{L}\p{N}.№#-]{0,99})[ \xa0]+)?[$€£]?)((?:[1-9]\d{0,3}|0(?=[.,]))(?:[.,]\d{1,2})?)-([1-9]\d{0,3}(?:[.,]\d{1,2})?)(?=$|[\s)»“”,;!?…%‰°₽€]|[.:](?:\s|$))(?=(?:[ \xa0]*((?:\p{Lu}[\p{Lu}\d]{0,5}-)?[\p{Ll}%‰°₽€]))?)`,
  'gmu',
);
const TWO_TIMES = /((?:^|[\s(])\d?\d:[0-5]\d)-(?=\d?\d:[0-5]\d(?![\d:-]))/gm;
const YEAR = /^[12]\d{3}$/;

/** Whether a word is one of a list, or begins as one that is long enough to have an ending besides. */
const beginsAs = (list: string): (() => RegExp) =>
  lazily(() => new RegExp(String.raw`^(?:${list.replace(/\S{4,}/g, '$&\\p{Ll}{0,3}').replaceAll(' ', '|')})\.?$`, 'u'));
const IS_DESIGNATED = beginsAs(DESIGNATED);
const IS_COUNTED = beginsAs(COUNTED);
/** The end of a text whose next two numbers are a telephone, a score or a house: «позвонить мне по», `lost by`, «проживает в». */
const ENDS_CALLED = lazily(
  () =>
    new RegExp(
      String.raw`(?:^|[^\p{L}])(?:${CALLED.replaceAll(' ', '|')})\p{Ll}{0,4}(?:[ \xa0]\p{L}{1,9})?[ \xa0](?:по|на|at|on|by)[ \xa0]+$|прожива\p{Ll}{1,9}[ \xa0]в[ \xa0]+$`,
      'iu',
    ),
);

/**
 * Sets ranges of years, pages and amounts, but no dates, versions, telephones, flats, standards and models: of two numbers that rise,
 * both are years, or a small word stands behind, or one before that counts; and none before that a designation follows.
 */
function setRanges(text: string): string {
  return text
    .replace(TWO_TIMES, '$1–')
    .replace(
      TWO_NUMBERS(),
      (
        found: string,
        lead: string,
        word: string = '',
        first: string,
        last: string,
        behind: string = '',
        offset: number,
      ) => {
        const small = word.toLowerCase();
        const isYears = YEAR.test(first) && YEAR.test(last);
        const isTelephone = first.length === 3 && last.length === 4;
        const isAmount = word === small && (IS_COUNTED().test(small) || behind !== '');
        const isCalled = ENDS_CALLED().test(text.slice(Math.max(0, offset - 40), offset) + lead);
        const isRange = amount(first) < amount(last) && !isTelephone && (isYears || (isAmount && !isCalled));
        return isRange && !IS_DESIGNATED().test(small) ? `${lead}${first}–${last}` : found;
      },
    );
}

const amount = (written: string): number => Number(written.replace(',', '.'));

/** Before signs that end something, but no faces and no names of files. */
const SPACE_BEFORE = lazyPattern(String.raw`([\p{L}\p{N}»”)]) +(?=[,;](?!-?[()DP])|[.:!?](?:\s|$))`, 'gmu');
const withoutSpaceBefore: Setter = (text) => text.replace(SPACE_BEFORE(), '$1');
const withSpaceBehind: Setter = (text) => text.replace(/([а-яё]),(?=[а-яё])/giu, '$1, ');

/** Two brackets of one line, with what makes the first a face's. */
const BRACKETS = /([:;='-]?)\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/g;
/** Without blanks along brackets, but where there is nothing within, or one of them is a face's. */
const withoutSpaceWithin: Setter = (text) =>
  text.replace(BRACKETS, (found: string, face: string, within: string) =>
    face !== '' || /(?:^ *|[:;='-])$/.test(within) ? found : `(${withoutSpaceWithin(within.replace(/^ +| +$/g, ''))})`,
  );

/** A sign that no line holds, for a dash that the library would change. */
const SHORT_DASH = '\uE000';
const DASH = /([ \xa0])(--?|–)(?=[ \xa0\n])/g;

/** English text as the library gets it: its short dashes stay, and where they are the text's own, there are no others. */
function withoutShortDashes(text: string, dash: string): string {
  return text.replace(DASH, (found, blank: string, sign: string) =>
    sign === '–' || dash === '–' ? blank + SHORT_DASH : found,
  );
}

/** The library knows those within a word and at its end. */
const OPENING_APOSTROPHE = /(^|[ \xa0(“—])'(?=twas\b|tis\b)/gim;

/** The rules of one language, with or without spaces that do not break. */
function makeSetter(language: TypographyLanguage, nbsp: boolean, dash: string): Setter {
  const { all, nbsp: spaces } = RULES[language];
  const typograf = new Typograf({
    locale: [language === 'ru' ? 'ru' : 'en-US'],
    disableRule: ['*'],
    enableRule: [...all, ...(nbsp ? spaces : [])],
  });
  return (text) => {
    const set = typograf.execute(language === 'en' ? withoutShortDashes(text, dash) : text);
    // What the library does not do, or not with care.
    const done = withoutSpaceBefore(withoutSpaceWithin(setRanges(set))).replaceAll(SHORT_DASH, '–');
    return language === 'ru' ? withSpaceBehind(done) : done.replace(OPENING_APOSTROPHE, '$1’');
  };
}

/** Made when they are asked for: making one takes the library a while. */
const setters = new Map<string, Setter>();

/**
 * Sets lines of running text right, in one go: a rule takes as long for one line as for many. No line changes another.
 *
 * @param dash what an English hyphen between blanks becomes.
 */
export function setLines(
  lines: readonly string[],
  language: TypographyLanguage,
  nbsp: boolean,
  dash: string,
): readonly string[] {
  if (lines.length === 0) return [];
  const key = `${language} ${nbsp} ${dash}`;
  const setter = setters.get(key) ?? makeSetter(language, nbsp, dash);
  setters.set(key, setter);
  const set = setter(lines.join('\n')).split('\n');
  // What the library takes for the end of a line, and is none here, stays as it is.
  return set.length === lines.length ? set : lines;
}
