import { lazily, lazyPattern } from '../text/lazily';
import { firstIndex } from '../text/first-index';
import { atOnce, making, type Work } from '../model/work';
import { diffing } from './diff';
import { grouped } from '../text/grouped';

/** A word or a sign with the place where it stands. */
export interface PlacedWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of both texts: the same in both, or changed; one of the lists of a change may be empty. */
export interface Stretch {
  /** `signs`: only punctuation, capitals or ё; `endings`: the same words, inflected otherwise. */
  readonly kind: 'same' | 'signs' | 'endings' | 'words';
  readonly before: readonly PlacedWord[];
  readonly after: readonly PlacedWord[];
}

export interface ChangedWords {
  readonly stretches: readonly Stretch[];
  /** How many words the first text has, how many of them the second has not, inflections apart, and how many it has besides. */
  readonly words: number;
  readonly changed: number;
  readonly added: number;
}

/** A word with its hyphens and apostrophes, or signs that are no white space and no marks of emphasis. */
const WORD = lazily(
  () =>
    new RegExp(
      String.raw`[\p{L}\p{N}\p{M}]{1,999}(?:[-'’][\p{L}\p{N}\p{M}]+){0,99}|[^\p{L}\p{N}\p{M}\s*_~=${'`'}]{1,999}`,
      'gu',
    ),
);
const IS_WORD = lazyPattern(String.raw`^[\p{L}\p{N}\p{M}]`);

/** So many letters of the words of all changes are compared; words that are left then have no like. */
const MOST_LETTERS = 16_000_000;
/** After so many others are asked. */
const LETTERS_AT_ONCE = 100_000;
/** And after so many words that are the same, or so many runs of words. */
const WORDS_AT_ONCE = 10_000;
const RUNS_AT_ONCE = 1000;

/** The words and signs of a text from one place to another. */
export function placedWords(text: string, from = 0, to = text.length): readonly PlacedWord[] {
  return atOnce(placingWords(text, from, to));
}

/** The same in steps. */
export function placingWords(text: string, from = 0, to = text.length): Work<readonly PlacedWord[]> {
  return making(
    text.slice(from, to).matchAll(WORD()),
    ({ 0: word, index }) => ({ text: word, from: from + index, to: from + index + word.length }),
    ({ 0: word }) => word.length,
  );
}

/** How one text becomes another, word by word. */
export function compareTexts(before: readonly PlacedWord[], after: readonly PlacedWord[]): ChangedWords {
  return atOnce(comparingTexts(before, after));
}

/** The same in steps. */
export function* comparingTexts(before: readonly PlacedWord[], after: readonly PlacedWord[]): Work<ChangedWords> {
  const stretches: Stretch[] = [];
  const letters = { left: MOST_LETTERS, rest: MOST_LETTERS };
  let [changed, added, told] = [0, 0, 0];
  const ours = yield* making(before, folded, lengthOf);
  const theirs = yield* making(after, folded, lengthOf);
  const runs = yield* diffing(ours, theirs);
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run) break;
    if (++told % RUNS_AT_ONCE === 0) yield;
    const next = runs[at + 1];
    const other = run.kind !== 'removed' ? run : next?.kind === 'added' ? next : null;
    const [from, to] = [run.before, run.before + (run.kind === 'added' ? 0 : run.length)];
    const [start, end] = [other?.after ?? 0, other ? other.after + other.length : 0];
    if (run.kind === 'same') {
      yield* pushSame(stretches, before.slice(from, to), after.slice(start, end));
      continue;
    }
    if (other && run !== other) at++;
    const count = yield* changedIn(ours.slice(from, to), theirs.slice(start, end), letters);
    changed += count.changed;
    added += count.added;
    stretches.push({ kind: count.kind, before: before.slice(from, to), after: after.slice(start, end) });
  }
  return { stretches, changed, added, words: (yield* wordsOf(ours)).length };
}

const lengthOf = ({ text }: PlacedWord): number => text.length;

/** A word as it is compared: capitals and ё are no change of a word. */
function folded({ text }: PlacedWord): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** Adds words that are the same, those that are written otherwise each for itself. */
function* pushSame(stretches: Stretch[], before: readonly PlacedWord[], after: readonly PlacedWord[]): Work<void> {
  const push = (kind: 'same' | 'signs', from: number, to: number): void => {
    stretches.push({ kind, before: before.slice(from, to), after: after.slice(from, to) });
  };
  let from = 0;
  for (let at = 0; at <= before.length; at++) {
    if (at % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) yield;
    const isOther = before[at]?.text !== after[at]?.text;
    if (!isOther && at < before.length) continue;
    if (at > from) push('same', from, at);
    if (isOther) push('signs', at, at + 1);
    from = at + 1;
  }
}

function* wordsOf(words: readonly string[]): Work<readonly string[]> {
  const isWord = yield* making(
    words,
    (word) => IS_WORD().test(word),
    ({ length }) => length,
  );
  return words.filter((_, index) => isWord[index]);
}

/** Forms of one word have as many of their first letters in common. */
const LEAST_STEM = 3;

const headOf = (word: string): string => word.slice(0, LEAST_STEM);

/** Words of a change find their like in order; what is left over on the side that has more was changed. */
function* changedIn(
  before: readonly string[],
  after: readonly string[],
  letters: { left: number; rest: number },
): Work<{ readonly kind: Exclude<Stretch['kind'], 'same'>; readonly changed: number; readonly added: number }> {
  const [ours, theirs] = [yield* wordsOf(before), yield* wordsOf(after)];
  const places = grouped(theirs.keys(), (index) => headOf(theirs[index] ?? ''));
  let [like, same, at] = [0, 0, 0];
  for (const word of ours) {
    const near = places.get(headOf(word)) ?? [];
    for (let next = firstIndex(near, (place) => place >= at); next < near.length && letters.left > 0; next++) {
      const found = near[next] ?? 0;
      const other = theirs[found] ?? '';
      letters.left -= Math.min(word.length, other.length);
      if (letters.left < letters.rest) {
        letters.rest = letters.left - LETTERS_AT_ONCE;
        yield;
      }
      if (!isSameWord(word, other)) continue;
      like++;
      if (other === word) same++;
      at = found + 1;
      break;
    }
  }
  const most = Math.max(ours.length, theirs.length);
  return {
    kind: like < most ? 'words' : same < most ? 'endings' : 'signs',
    changed: ours.length - like,
    added: Math.max(0, theirs.length - ours.length),
  };
}

/** Endings of words in Russian, Ukrainian, English, German, French and Spanish: what a word may have in place of another of them. */
const ENDING =
  /^(?:[аеиоуыьэюяёйії]|[аеиоуыюяё][йяюеё]|[ое]го|[ое]му|[аеиоуыюяё][мвхтлн]|[ая]ми|[аеиоуыюя]?(?:л[аои]?|т[иь]|шь|те|нн?(?:ый|ая|ое|ые)?)|с[яь]|ми|ью|s|es|ed|d|ing|ly|e|en|er|em|et|n|t|st|te|ten|a|o|as|os)?(?:с[яь])?$/;

/** Whether two words, in small letters, are forms of one. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  let stem = 0;
  while (stem < shorter && a.charAt(stem) === b.charAt(stem)) stem++;
  // The stem may have taken in the first letters of both endings.
  for (let cut = stem; cut >= Math.max(LEAST_STEM, stem - 2); cut--) {
    if (ENDING.test(a.slice(cut)) && ENDING.test(b.slice(cut))) return true;
  }
  return false;
}
