import type { Step } from '../model/note';
import type { StepLanguages } from '../model/vocabulary';
import { commonWords } from '../model/words';
import { fold } from '../text/fold';
import { LETTERS, WORDS } from '../text/letters';
import { remembered } from '../text/remembered';

/** Of the letters of two scripts, the share from which a text counts as written in one. */
const SHARE = 0.8;
/** So many common words of one language, and so many times those of the other, tell which it is. */
const LEAST_WORDS = 3;
const MUCH_MORE = 2;
/** More is not looked at. */
const LONGEST_LOOK = 4000;

/** Scripts of several alphabets, by one that is found in all texts of them. */
const SCRIPTS: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hira', Kore: 'Hang' };

/** The script that a language is written in; `''` for a code that says nothing. */
const scriptOf = remembered((code: string): string => {
  try {
    const script = new Intl.Locale(code).maximize().script ?? '';
    return SCRIPTS[script] ?? script;
  } catch {
    return '';
  }
});

const lettersOf = remembered((script: string) => new RegExp(`\\p{sc=${script}}`, 'gu'));
const commonOf = remembered((code: string) => new Set(fold(commonWords()[code.split('-')[0] ?? ''] ?? '').split(' ')));

/**
 * Which of two languages a text is written in: told by its script, else by common words. `null` where that does not tell, as where one of
 * the languages has no list of words.
 *
 * @param counted What the letters say, where they are counted: it tells Latin from Cyrillic.
 */
export function whichLanguage(
  text: () => string,
  [first, second]: StepLanguages,
  counted?: Step['language'],
): 0 | 1 | null {
  const scripts = [scriptOf(first), scriptOf(second)] as const;
  if (scripts[0] === '' || scripts[1] === '') return null;
  if (scripts[0] === scripts[1]) return byWords(text(), first, second);
  const [one, other] = scripts;
  if (counted !== undefined && isCounted(one) && isCounted(other)) {
    return counted === 'mixed' ? null : (counted === 'ru') === (one === 'Cyrl') ? 0 : 1;
  }
  const look = text().slice(0, LONGEST_LOOK);
  const [ours = 0, theirs = 0] = scripts.map((script) => look.match(lettersOf(script))?.length ?? 0);
  return ours > (ours + theirs) * SHARE ? 0 : theirs > (ours + theirs) * SHARE ? 1 : null;
}

/** Whether a text is written in neither of two languages: in another script, or with the words of another language in theirs. */
export function isInNeither(text: string, [first, second]: StepLanguages): boolean {
  const scripts = [scriptOf(first), scriptOf(second)];
  if (scripts.includes('')) return false;
  const look = text.slice(0, LONGEST_LOOK);
  const count = (pattern: RegExp): number => look.match(pattern)?.length ?? 0;
  const ours = [...new Set(scripts)].reduce((sum, script) => sum + count(lettersOf(script)), 0);
  if (ours < count(LETTERS()) * (1 - SHARE)) return true;
  return (
    scripts[0] === scripts[1] &&
    Object.keys(commonWords()).some((other) => byWords(look, first, other) === 1 && byWords(look, second, other) === 1)
  );
}

function isCounted(script: string): boolean {
  return script === 'Latn' || script === 'Cyrl';
}

function byWords(text: string, first: string, second: string): 0 | 1 | null {
  const [ours, theirs] = [commonOf(first), commonOf(second)];
  if (first === second || ours.size < LEAST_WORDS || theirs.size < LEAST_WORDS) return null;
  let [one, other] = [0, 0];
  for (const [word] of fold(text.slice(0, LONGEST_LOOK)).matchAll(WORDS())) {
    const [isOurs, isTheirs] = [ours.has(word), theirs.has(word)];
    // What both have says nothing.
    if (isOurs && !isTheirs) one++;
    if (isTheirs && !isOurs) other++;
  }
  if (Math.max(one, other) < LEAST_WORDS) return null;
  return one >= other * MUCH_MORE ? 0 : other >= one * MUCH_MORE ? 1 : null;
}
