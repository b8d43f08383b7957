/**
 * Counts inversions: pairs of which the later one is smaller. Binary indexed tree (Peter M. Fenwick, "A New Data Structure for
 * Cumulative Frequency Tables", 1994), as Wilhelm Barth, Petra Mutzel and Michael Jünger count crossings with it.
 */
export class InversionCounter {
  readonly #tree: Int32Array;
  #added = 0;

  /** @param size Values are from 0 to `size` - 1. */
  constructor(size: number) {
    this.#tree = new Int32Array(size + 1);
  }

  /** Forgets what was added. */
  clear(): void {
    this.#tree.fill(0);
    this.#added = 0;
  }

  /** Adds a value. */
  add(value: number): void {
    const tree = this.#tree;
    this.#added++;
    for (let at = value + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  }

  /** How many of the values added so far are greater. */
  greaterThan(value: number): number {
    const tree = this.#tree;
    let upTo = 0;
    for (let at = value + 1; at > 0; at -= at & -at) upTo += tree[at] ?? 0;
    return this.#added - upTo;
  }
}
