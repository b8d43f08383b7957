import {
  STEP_FILLERS,
  STEP_LANGUAGES,
  STEP_NUMBERS,
  STEP_NUMERALS,
  STEP_PHRASES,
  type StepLanguages,
  type StepNumber,
} from '../model/vocabulary';
import { languages } from '../model/words';
import type { StepTerms } from '../model/words/language';
import { fold } from '../text/fold';
import { languageName } from '../text/language-name';
import { lazily, lazyPattern } from '../text/lazily';
import { alternatives, IN_WORD, LETTERS, phrasePattern, phrasesIn } from '../text/phrases';
import { remembered } from '../text/remembered';
import { plainText } from '../markdown/plain-text';
import { KEYCAP, SIGNS, type Vocabulary } from './vocabulary';

/** Which step of an answer a heading opens, in any language of the vocabulary, and what says so: the surest first. */
export interface AnswerStep {
  readonly step: StepNumber;
  /** A step's number; what it says; or a number that may be anything's. */
  readonly by: 'step' | 'phrase' | 'part';
}

/** All phrases of a kind, of all languages. */
const all = (phrases: (terms: StepTerms) => string): readonly string[] =>
  languages().flatMap(({ steps }) => phrasesIn(phrases(steps)));

const REMARKS = /\([^)]*\)?/g;
const SAYS_MORE = lazyPattern('\\p{L}{3}');

/** Patterns of the steps, made when the first answer is read. */
const PATTERNS = lazily(() => {
  const [words, parts] = [alternatives(all((steps) => steps.words)), alternatives(all((steps) => steps.parts))];
  const fillers = [...STEP_FILLERS, ...STEP_LANGUAGES, ...all((steps) => steps.fillers)];
  return STEP_NUMBERS.map((step) => {
    const number = alternatives([...STEP_NUMERALS[step], ...all((steps) => steps.numbers[step])]);
    const phrases = [...STEP_PHRASES[step], ...all((steps) => steps.phrases[step])];
    return {
      step,
      numbered: new RegExp(
        `^第?\\s*(?:(?:(${words})|${parts})\\s*${number}|${number}[-.]?[${LETTERS}]{0,3}\\s*(?:(${words})|${parts}))(?!\\.?\\d|[${IN_WORD}])(.*)$`,
      ),
      phrase: said(phrases),
      own: new RegExp(said([...phrases, ...fillers]).source, 'g'),
    };
  });
});

/** Finds phrases as whole words; those of a language that sets no spaces anywhere. */
function said(phrases: readonly string[]): RegExp {
  const isDense = (phrase: string): boolean => phrase > '\u3040';
  return new RegExp(
    `${phrasePattern(phrases.filter((one) => !isDense(one))).source}|${alternatives(phrases.filter(isDense))}`,
  );
}

/** Finds what names a language, in any of those that the vocabulary has and in itself. */
const nameOf = remembered((code: string): RegExp => {
  const names = ['en', 'ru', 'de', 'fr', 'es', 'uk', 'zh', code].map((one) =>
    fold(languageName(code, one)).slice(0, 6),
  );
  return new RegExp(`(?:^|[^${IN_WORD}])(?:${names.filter(Boolean).join('|')})[${LETTERS}]*`, 'g');
});

/**
 * Which step a heading of an answer opens; `null` where it opens none, or says something else besides. It may be told by a number, by
 * what is done, or by the language alone.
 */
export function answerStep(heading: string, vocabulary: Vocabulary): AnswerStep | null {
  const { languages } = vocabulary;
  const known = vocabulary.stepOf(heading);
  if (known?.by === 'both') return { step: known.step, by: 'step' };
  const text = fold(plainText(heading.replace(KEYCAP, '$1 ')))
    .replace(SIGNS(), ' ')
    .replace(REMARKS, ' ')
    .trim();
  const alone = /^[\s(]*(?:([1-3])[.):]?)?[\s:.]*$/.exec(text)?.[1];
  if (alone !== undefined) return { step: STEP_NUMBERS[Number(alone) - 1] ?? 1, by: 'part' };
  const names = (rest: string): string => languages.reduce((left, code) => left.replace(nameOf(code), ' '), rest);
  for (const { step, numbered, own } of PATTERNS()) {
    const found = numbered.exec(text);
    if (!found) continue;
    const [, before, behind, rest = ''] = found;
    if (SAYS_MORE().test(names(rest.replace(own, ' ')))) return null;
    return { step, by: before === undefined && behind === undefined ? 'part' : 'step' };
  }
  const words = text.replace(/^[\s(]*\d[.):]\s*/, '');
  const meant = PATTERNS().filter(
    ({ phrase, own }) => phrase.test(words) && !SAYS_MORE().test(names(words.replace(own, ' '))),
  );
  const [only] = meant;
  if (only) return meant.length > 1 ? null : { step: only.step, by: 'phrase' };
  return byLanguage(words, languages);
}

function byLanguage(words: string, languages: StepLanguages): AnswerStep | null {
  const [first, second] = languages.map((code) => words.search(nameOf(code)) !== -1);
  if (first === second) return null;
  const step = first ? 1 : 2;
  const rest = words.replace(nameOf(languages[step - 1] ?? ''), ' ').replace(PATTERNS()[0]?.own ?? '', ' ');
  return SAYS_MORE().test(rest) ? null : { step, by: 'phrase' };
}
