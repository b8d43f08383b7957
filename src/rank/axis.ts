import { withoutNoise } from './rounding';

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
/** Steps of a smaller part of the numbers than this would be lost in rounding. */
const FINEST = 1e-9;
const STEPS = [1, 2, 5, 10];

/**
 * An axis that holds all numbers, begins and ends with a tick, and reaches 0 unless that would squeeze the numbers together.
 *
 * @param start Where it begins, in pixels; `end` may be less, as for a vertical axis that grows upwards.
 * @param between About how many pixels should be between two ticks.
 */
export function makeAxis(numbers: readonly number[], start: number, end: number, between: number): Axis {
  const low = numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0);
  const high = numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0);
  const least = low > 0 && low < high * FAR_FROM_ZERO ? 0 : low === high ? Math.min(0, low) : low;
  const most = high < 0 && high > low * FAR_FROM_ZERO ? 0 : low === high ? Math.max(0, high) : high;
  const whole = numbers.every((one) => Number.isInteger(one));
  const count = Math.max(1, Math.floor(Math.abs(end - start) / between));
  const big = Math.max(Math.abs(low), Math.abs(high));
  const step = roundStep(Math.max((most - least) / count, big * FINEST) || 1, whole);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  // Multiples of the step in twelve digits: 0.30000000000000004 is no number for people.
  const valueOf = (index: number): number => withoutNoise(index * step);
  const from = valueOf(first);
  const to = valueOf(last);
  const at = (value: number): number => start + ((value - from) / (to - from)) * (end - start);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tick(valueOf(first + index)));
  function tick(value: number): Tick {
    return { value, at: at(value) };
  }
  return { ticks, middle: tick((from + to) / 2), at };
}

/** The next 1, 2 or 5 times a power of ten; whole numbers have whole steps. */
function roundStep(wanted: number, whole: boolean): number {
  // Smaller ones have no power of ten.
  const power = 10 ** Math.max(-300, Math.floor(Math.log10(wanted)));
  const step = (STEPS.find((one) => one * power >= wanted * 0.999_999) ?? 10) * power;
  return whole ? Math.max(1, step) : step;
}
