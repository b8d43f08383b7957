import { nice, ticks } from 'd3';

/** An axis of the picture: round numbers from end to end, and where they lie, in pixels. */
export interface Axis {
  /** Lowest first. */
  readonly ticks: readonly Tick[];
  /** Where the axis is divided for the quadrants. */
  readonly middle: Tick;
  /** Where a number of the axis lies. */
  readonly at: (value: number) => number;
}

export interface Tick {
  readonly value: number;
  readonly at: number;
}

/** Numbers that lie closer together than to 0 are not drawn from 0, for nothing would be seen of their differences. */
const FAR_FROM_ZERO = 0.6;
/** Beyond this, the difference of two numbers may be none; what is nearer to 0 than one by it is 0. */
const LARGEST = 1e300;
/** Numbers that differ by a smaller part of themselves have no ticks between them. */
const FINEST = 1e-9;

/**
 * An axis that holds all numbers, begins and ends with a tick, and reaches 0 unless that would squeeze the numbers together.
 *
 * @param start Where it begins, in pixels; `end` may be less, as for a vertical axis that grows upwards.
 * @param between About how many pixels should be between two ticks.
 */
export function makeAxis(numbers: readonly number[], start: number, end: number, between: number): Axis {
  const drawn = numbers.map(within);
  const low = drawn.reduce((least, one) => Math.min(least, one), drawn[0] ?? 0);
  const high = drawn.reduce((most, one) => Math.max(most, one), drawn[0] ?? 0);
  const isNarrow = high - low <= Math.max(Math.abs(low), Math.abs(high)) * FINEST;
  const least = low > 0 && low < high * FAR_FROM_ZERO ? 0 : isNarrow ? Math.min(0, low) : low;
  const most = high < 0 && high > low * FAR_FROM_ZERO ? 0 : isNarrow ? Math.max(0, high) : high;
  const [from, to, marks] = roundEnds(
    least,
    most === least ? least + 1 : most,
    Math.max(1, Math.floor(Math.abs(end - start) / between)),
    numbers.every((one) => Number.isInteger(one)),
  );
  const at = (value: number): number => start + ((within(value) - from) / (to - from)) * (end - start);
  const tick = (value: number): Tick => ({ value, at: at(value) });
  return { ticks: marks.map(tick), middle: tick((from + to) / 2), at };
}

/** Round ends around two numbers, and at most `count + 1` round numbers from one end to the other. */
function roundEnds(
  least: number,
  most: number,
  count: number,
  whole: boolean,
): readonly [from: number, to: number, ticks: readonly number[]] {
  for (let wanted = count; wanted > 1; wanted--) {
    const [from, to] = nice(least, most, wanted);
    const marks = ticks(from, to, wanted);
    const isFine = marks.length <= count + 1 && marks[0] === from && marks.at(-1) === to;
    if (isFine && (!whole || marks.every((mark) => Number.isInteger(mark)))) return [from, to, marks];
  }
  const [from, to] = nice(least, most, 1);
  return [from, to, [from, to]];
}

function within(value: number): number {
  return Math.abs(value) * LARGEST < 1 ? 0 : Math.min(LARGEST, Math.max(-LARGEST, value));
}
