import { firstIndex } from './first-index';

/** Stretches of lines or offsets, from their first up to their last, asked for again and again. */
export class Intervals {
  readonly #starts: readonly number[];
  /** How far those go that begin up to one of the starts. */
  readonly #ends: readonly number[];

  constructor(intervals: readonly { readonly first: number; readonly last: number }[]) {
    const ascending = [...intervals].sort((a, b) => a.first - b.first);
    let end = -Infinity;
    this.#starts = ascending.map(({ first }) => first);
    this.#ends = ascending.map(({ last }) => (end = Math.max(end, last)));
  }

  /** Whether one of them holds a place. */
  hold(place: number): boolean {
    const last = firstIndex(this.#starts, (start) => start > place) - 1;
    return place <= (this.#ends[last] ?? -Infinity);
  }
}
