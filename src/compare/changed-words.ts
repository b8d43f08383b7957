import { lazily, lazyPattern } from '../text/lazily';
import { diff } from './diff';

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

/** The words and signs of a text from one place to another. */
export function placedWords(text: string, from = 0, to = text.length): readonly PlacedWord[] {
  return Array.from(text.slice(from, to).matchAll(WORD()), ({ 0: word, index }) => ({
    text: word,
    from: from + index,
    to: from + index + word.length,
  }));
}

/** How one text becomes another, word by word. */
export function compareTexts(before: readonly PlacedWord[], after: readonly PlacedWord[]): ChangedWords {
  const stretches: Stretch[] = [];
  let [changed, added] = [0, 0];
  const runs = diff(before.map(folded), after.map(folded));
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run) break;
    const next = runs[at + 1];
    const ours = run.kind === 'added' ? [] : before.slice(run.before, run.before + run.length);
    if (run.kind === 'same') {
      pushSame(stretches, ours, after.slice(run.after, run.after + run.length));
      continue;
    }
    const other = run.kind === 'added' ? run : next?.kind === 'added' ? next : null;
    const theirs = other ? after.slice(other.after, other.after + other.length) : [];
    if (other && run !== other) at++;
    const count = changedIn(ours, theirs);
    changed += count.changed;
    added += count.added;
    stretches.push({ kind: count.kind, before: ours, after: theirs });
  }
  return { stretches, changed, added, words: wordsOf(before).length };
}

/** A word as it is compared: capitals and ё are no change of a word. */
function folded({ text }: PlacedWord): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** Adds words that are the same, those that are written otherwise each for itself. */
function pushSame(stretches: Stretch[], before: readonly PlacedWord[], after: readonly PlacedWord[]): void {
  const push = (kind: 'same' | 'signs', from: number, to: number): void => {
    stretches.push({ kind, before: before.slice(from, to), after: after.slice(from, to) });
  };
  let from = 0;
  for (let at = 0; at <= before.length; at++) {
    const isOther = before[at]?.text !== after[at]?.text;
    if (!isOther && at < before.length) continue;
    if (at > from) push('same', from, at);
    if (isOther) push('signs', at, at + 1);
    from = at + 1;
  }
}

function wordsOf(words: readonly PlacedWord[]): readonly string[] {
  return words.flatMap((word) => (IS_WORD().test(word.text) ? [folded(word)] : []));
}

/** Words of a change find their like in order; what is left over on the side that has more was changed. */
function changedIn(
  before: readonly PlacedWord[],
  after: readonly PlacedWord[],
): { readonly kind: Exclude<Stretch['kind'], 'same'>; readonly changed: number; readonly added: number } {
  const [ours, theirs] = [wordsOf(before), wordsOf(after)];
  let [like, same, at] = [0, 0, 0];
  for (const word of ours) {
    const found = theirs.findIndex((other, index) => index >= at && isSameWord(word, other));
    if (found === -1) continue;
    like++;
    if (theirs[found] === word) same++;
    at = found + 1;
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
  for (let cut = stem; cut >= Math.max(3, stem - 2); cut--) {
    if (ENDING.test(a.slice(cut)) && ENDING.test(b.slice(cut))) return true;
  }
  return false;
}
