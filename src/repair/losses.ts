import type { FoundCharacter, Loss, RepairedNote } from '../model/garbled';
import type { TextChange } from '../model/text-change';
import { lineSpans, splitLines } from '../text/line-breaks';

/** How many UTF-16 units of a line are shown on each side of a loss. */
const AROUND = 24;

/** What a user has to decide on: all that is lost but for what a twin has. */
export function lossesIn({ text, lost }: RepairedNote, found: readonly FoundCharacter[]): readonly Loss[] {
  const foundAt = new Map(found.map((one) => [one.at, one]));
  const shown = (from: number, to: number): string => {
    let part = '';
    for (let at = from; at < to; at++) part += foundAt.get(at)?.character ?? text.charAt(at);
    return part;
  };
  let line = 1;
  let counted = 0;
  return lost.flatMap(({ at, candidates }): readonly Loss[] => {
    line += splitLines(text.slice(counted, at)).length - 1;
    counted = at;
    const known = foundAt.get(at);
    if (known && known.twin !== null) return [];
    return [
      {
        at,
        line,
        before: splitLines(shown(Math.max(0, at - AROUND), at)).at(-1) ?? '',
        after: (splitLines(shown(at + 1, Math.min(text.length, at + 1 + AROUND)))[0] ?? '').trimEnd(),
        guess: known?.character ?? null,
        candidates,
      },
    ];
  });
}

/**
 * The changes that make one text the other, a line each, but for the lines `left` as they are, counted from 1. Throws where one has more
 * lines: then they are not the same note.
 */
export function changesByLine(
  before: string,
  after: string,
  left: ReadonlySet<number> = new Set(),
): readonly TextChange[] {
  const spans = lineSpans(before);
  const lines = splitLines(after);
  if (spans.length !== lines.length) throw new Error('a repaired note has other lines than the garbled one');
  return spans.flatMap(({ from, to }, index): readonly TextChange[] => {
    const insert = lines[index] ?? '';
    return left.has(index + 1) || before.slice(from, to) === insert ? [] : [{ from, to, insert }];
  });
}
