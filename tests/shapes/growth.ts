import type { Counted } from './work.ts';
import type { Kind } from './kinds.ts';
import type { Shape } from './shapes.ts';

/** How much of a shape is taken: enough to tell a square from a line; where these leave a doubt, more. */
const SIZES = [2_000, 20_000] as const;
const LARGE_SIZES = [20_000, 200_000] as const;
/** Work that grows with the text and its logarithm, and texts that are not of one piece, are let pass. */
const SLACK = 1.25;
/** For what is done once, however long the text. */
const ONCE = 20_000;
/** Work for each character that is little even if it grew with a text of the larger sizes: what is bounded is not yet at its bound. */
const LITTLE = 100;

/** What a text of a shape costs to work on, in both sizes, and whether it grows no faster than the text. */
export interface Growth {
  readonly sizes: readonly number[];
  readonly works: readonly number[];
  readonly isLinear: boolean;
}

/** Measures how the work for a shape grows. */
export function growthOf({ workOf }: Counted, kind: Kind, shape: Pick<Shape, 'text'>): Growth {
  const small = measured(workOf, kind, shape, SIZES);
  return small.isLinear ? small : measured(workOf, kind, shape, LARGE_SIZES);
}

function measured(
  workOf: Counted['workOf'],
  { work, bounded = 0 }: Kind,
  { text }: Pick<Shape, 'text'>,
  wanted: readonly number[],
): Growth {
  const texts = wanted.map((size) => text(size));
  const works = texts.map((one) => workOf(() => work(one)));
  const sizes = texts.map(({ length }) => length);
  const [first = 0, last = 0] = works;
  const isLarge = Number(wanted === LARGE_SIZES);
  const [size = 1, larger = 1] = sizes;
  return {
    sizes,
    works,
    isLinear: last <= bounded + Math.max(LITTLE * isLarge * larger, ONCE + SLACK * first * (larger / size)),
  };
}
