import type { LostCharacter, RepairedNote } from '../model/garbled';
import { isLetterAt } from './words';

/** A word that lost letters, or one sign that is lost. */
export interface Gap {
  readonly kind: 'word' | 'sign';
  readonly lost: readonly LostCharacter[];
  /** Offset in the note's text, in UTF-16 units. */
  readonly from: number;
  /** As it stands, in lower case. */
  readonly text: string;
  /** What it stands between, in lower case: words beside a word, characters beside a sign; `''` where it is not known. */
  readonly before: string;
  readonly after: string;
}

/** The gaps of a note, in order. */
export function gapsIn({ text, lost }: Pick<RepairedNote, 'text' | 'lost'>): readonly Gap[] {
  const lostAt = new Map(lost.map((one) => [one.at, one]));
  const isInWord = (at: number): boolean =>
    lostAt.get(at)?.candidates.every((one) => isLetterAt(one, 0)) ?? isLetterAt(text, at);
  const endOf = (at: number, step: 1 | -1, isInside: (at: number) => boolean): number => {
    let end = at;
    while (end >= 0 && end < text.length && isInside(end)) end += step;
    return end;
  };
  const wordAt = (from: number, to: number): string => {
    const word = text.slice(from, to).toLowerCase();
    return word.includes('\uFFFD') ? '' : word;
  };
  const gaps: Gap[] = [];
  for (const [index, one] of lost.entries()) {
    const { at } = one;
    const last = gaps.at(-1);
    if (last && at < last.from + last.text.length) continue;
    if (!isInWord(at)) {
      gaps.push({
        kind: 'sign',
        lost: [one],
        from: at,
        text: text.charAt(at),
        before: text.charAt(at - 1).toLowerCase(),
        after: text.charAt(at + 1).toLowerCase(),
      });
      continue;
    }
    const from = endOf(at, -1, isInWord) + 1;
    const to = endOf(at, 1, isInWord);
    // None of the word was lost before this one: that would have made the gap.
    let end = index;
    while ((lost[end]?.at ?? to) < to) end++;
    const beforeTo = endOf(from - 1, -1, (place) => !isInWord(place)) + 1;
    const afterFrom = endOf(to, 1, (place) => !isInWord(place));
    gaps.push({
      kind: 'word',
      lost: lost.slice(index, end),
      from,
      text: text.slice(from, to).toLowerCase(),
      before: wordAt(endOf(beforeTo - 1, -1, isInWord) + 1, beforeTo),
      after: wordAt(afterFrom, endOf(afterFrom, 1, isInWord)),
    });
  }
  return gaps;
}
