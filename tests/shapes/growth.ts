import type { Counted } from './work.ts';
import type { Kind } from './kinds.ts';
import type { Shape } from './shapes.ts';

/** How much of a shape is taken at first, and where that leaves a doubt. */
const SIZES = [200, 2_000, 20_000] as const;
const LARGE = 200_000;
/** Work that grows with the text and its logarithm, and texts that are not of one piece, are let pass. */
const SLACK = 1.25;
/** What is done once for each character must not rise by more than this while the text grows tenfold, and tenfold again. */
const DOUBT = 1.25;
/** For what is done once, however long the text. */
const ONCE = 20_000;
/** Work for each character that is little even if it grew with a text of the larger sizes: what is bounded is not yet at its bound. */
const LITTLE = 100;

/** What a text of a shape costs to work on, and whether it grows no faster than the text. */
export interface Growth {
  readonly sizes: readonly number[];
  readonly works: readonly number[];
  readonly isLinear: boolean;
}

/**
 * Measures how the work for a shape grows: from 20 to 200 kB, unless less says as much. Where each character more costs at 20 kB
 * hardly more than it did at 2 kB, what grows with the square is a small part of the work there.
 */
export function growthOf(
  { workOf, forget }: Pick<Counted, 'workOf' | 'forget'>,
  kind: Kind,
  { text }: Pick<Shape, 'text'>,
): Growth {
  const { work, ready = (given: string) => () => work(given), bounded = 0, times = 1 } = kind;
  const costOf = (given: string): number => {
    const measuredPart = ready(given);
    // Whatever was made ready: another kind may have read it, and then nothing of it is remembered any more.
    forget();
    return workOf(measuredPart);
  };
  const measured = (wanted: readonly number[]): readonly [sizes: number[], works: number[]] => {
    const texts = wanted.map((size) => text(size / times));
    return [texts.map(({ length }) => length * times), texts.map(costOf)];
  };
  // What is built when it is first needed is there then.
  work(text(SIZES[0] / times));
  const [sizes, works] = measured(sizesFrom(text(1).length * times));
  if (isEvenly(sizes, works) || (works.at(-1) ?? 0) <= bounded) return { sizes, works, isLinear: true };
  const [size = 1, first = 0] = [sizes.at(-1), works.at(-1)];
  const [[larger = 1], [last = 0]] = measured([Math.max(LARGE, 4 * size)]);
  return {
    sizes: [size, larger],
    works: [first, last],
    isLinear: last <= bounded + Math.max(LITTLE * larger, ONCE + SLACK * first * (larger / size)),
  };
}

/**
 * The sizes to begin with, for a shape that has so many characters at least. One that opens with more than the smallest is the same text at
 * that size and at the next, or nearly: what one character more costs would be unknown, and only a large text could tell.
 */
function sizesFrom(least: number): readonly number[] {
  const [tiny, small, size] = SIZES;
  return least <= tiny ? SIZES : [1, least + small, 2 * least + size];
}

/** Whether each character more costs the same in a short text and in a long one; what is done once falls out. */
function isEvenly([tiny = 0, small = 0, size = 0]: readonly number[], works: readonly number[]): boolean {
  const [least = 0, less = 0, all = 0] = works;
  const atFirst = (less - least) / (small - tiny);
  const later = (all - less) / (size - small);
  return later <= DOUBT * atFirst;
}
