import type { TextChange } from '../model/text-change';
import type { PlacedWord, Stretch } from './changed-words';
import { foldSpace } from '../text/fold-space';

/** What stands between words: it goes with the words where they go, and comes with them. */
const gapBetween = (text: string, before: PlacedWord | undefined, after: PlacedWord | undefined): string =>
  before && after ? text.slice(before.to, after.from) : '';

type Pair = readonly [before: PlacedWord | undefined, after: PlacedWord | undefined];

/** 1 where a blank is missing in the second text that the first has there; below 0 where it has so many too many: a comma has none. */
function gapChange(texts: { readonly before: string; readonly after: string }, first: Pair, second: Pair): number {
  if (!first.every(Boolean) || !second.every(Boolean)) return 0;
  const [was, is] = [gapBetween(texts.before, ...first), gapBetween(texts.after, ...second)];
  if (was !== '') return /\s/.test(is) ? 0 : 1;
  return /^[^\S\n]*$/.test(is) ? -is.length : 0;
}

/**
 * The change that puts the words of the first text back in place of those of the second, in one stretch of both. Line breaks and signs of
 * emphasis of the second stay.
 *
 * @param texts What the words of the first and of the second stand in.
 */
export function takeBack(
  texts: { readonly before: string; readonly after: string },
  stretches: readonly Stretch[],
  index: number,
): TextChange | null {
  const stretch = stretches[index];
  const [first, last] = [stretch?.after[0], stretch?.after.at(-1)];
  const [raw, rawLast] = [stretch?.before[0], stretch?.before.at(-1)];
  const [earlier, later] = [stretches[index - 1], stretches[index + 1]];
  const words = raw && rawLast ? foldSpace(texts.before.slice(raw.from, rawLast.to)) : '';
  if (first && last) {
    const written = texts.after.slice(first.from, last.to);
    // Half a pair of signs of emphasis would be left.
    const signs = (written.match(/\*+|__/g) ?? []).filter((_, at, all) => all.length % 2 === 1 && at === 0).join('');
    const before = earlier?.after.at(-1);
    if (words !== '') {
      const lead = gapChange(texts, [earlier?.before.at(-1), raw], [before, first]);
      const trail = gapChange(texts, [rawLast, later?.before[0]], [last, later?.after[0]]);
      const insert = (lead > 0 ? ' ' : '') + words + signs + (trail > 0 ? ' ' : '');
      return { from: first.from + Math.min(0, lead), to: last.to - Math.min(0, trail), insert };
    }
    const gap = gapBetween(texts.after, before, first);
    if (before && /^[^\S\n]+$/.test(gap)) return { from: before.to, to: last.to, insert: signs };
    const behind = before ? '' : gapBetween(texts.after, last, later?.after[0]);
    return { from: first.from, to: last.to + (/^[^\S\n]+$/.test(behind) ? behind.length : 0), insert: signs };
  }
  const [before, after] = [earlier?.after.at(-1), later?.after[0]];
  if (!raw || !rawLast || (!before && !after)) return null;
  if (before) {
    const gap = gapBetween(texts.before, earlier?.before.at(-1), raw) === '' ? '' : ' ';
    return { from: before.to, to: before.to, insert: gap + words };
  }
  const gap = gapBetween(texts.before, rawLast, later?.before[0]) === '' ? '' : ' ';
  return after ? { from: after.from, to: after.from, insert: words + gap } : null;
}
