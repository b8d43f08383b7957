import { lazyPattern } from '../text/lazily';
import { atOnce, type Work } from '../model/work';
import { diffing } from './diff';

/** A piece of a line that was changed in place. */
export interface Part {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above so many words in both lines together, a line is compared as a whole. */
const MOST_WORDS = 4000;
/** And where so many steps do not tell, what differs counts as replaced. */
const MOST_STEPS = 1_000_000;

/** A word, white space, a pipe, or what else stands together: an emoji is never torn apart. */
const WORD = lazyPattern(String.raw`[\p{L}\p{N}\p{M}]+|\s+|\||[^\p{L}\p{N}\p{M}\s|]+`, 'gu');

/** How one line becomes another, word by word. */
export function compareWords(before: string, after: string): readonly Part[] {
  return atOnce(comparingWords(before, after));
}

/** The same in steps. */
export function* comparingWords(before: string, after: string): Work<readonly Part[]> {
  const a = before.match(WORD()) ?? [];
  const b = after.match(WORD()) ?? [];
  if (a.length + b.length > MOST_WORDS) {
    return before === after ? [{ kind: 'same', text: before }] : replaceWhole(before, after);
  }
  const runs = yield* diffing(a, b, MOST_STEPS);
  return runs.map(({ kind, before: from, after: to, length }) => ({
    kind,
    text: (kind === 'added' ? b.slice(to, to + length) : a.slice(from, from + length)).join(''),
  }));
}

/** Quotes: where one of a pair is changed, the other has to be. */
const QUOTES = /["«»„“”‘’]/;

/** The second line with those changes alone that lie between two places of the first. */
export function changedWithin(before: string, after: string, from: number, to: number): string {
  let at = 0;
  const steps = compareWords(before, after).map(({ kind, text }) => {
    const start = at;
    if (kind !== 'added') at += text.length;
    return { kind, text, isIn: kind === 'same' || (start >= from && at <= to), isQuote: QUOTES.test(text) };
  });
  const hasAll = steps.every(({ isIn, isQuote }) => isIn || !isQuote);
  return steps
    .map(({ kind, text, isIn, isQuote }) => {
      const isMade = isIn && (hasAll || !isQuote);
      return kind === 'same' || (kind === 'added') === isMade ? text : '';
    })
    .join('');
}

/** Whether, by the words they have in common wherever they stand, that part of the longer line could stay. */
export function couldKeep(share: number, before: string, after: string): boolean {
  const left = new Map<string, number>();
  for (const word of before.match(WORD()) ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of after.match(WORD()) ?? []) {
    const count = left.get(word) ?? 0;
    if (count > 0) same += word.length;
    left.set(word, count - 1);
  }
  return same >= share * Math.max(before.length, after.length);
}

/** One line in place of another. */
export function replaceWhole(before: string, after: string): readonly Part[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Which part of the longer line stays, from 0 to 1. */
export function sameShare(parts: readonly Part[]): number {
  const size = (kind: Part['kind']): number =>
    parts.reduce((sum, part) => sum + (part.kind === kind ? part.text.length : 0), 0);
  const same = size('same');
  const longer = same + Math.max(size('removed'), size('added'));
  return longer === 0 ? 1 : same / longer;
}
