import type { MapLine } from './map-lines';

/** The neighbours of node `n` are `near` from `from[n]` to `from[n + 1]`. */
export interface Neighbours {
  readonly from: Int32Array;
  readonly near: Int32Array;
}

/** The crossings of edges as they leave one line, and the order of its nodes in which they are few: sifting. */
export class LineCrossings {
  readonly #from: Int32Array;
  readonly #near: Int32Array;
  readonly #column: Int32Array;
  readonly #y: Float64Array;
  /** Of the line in hand: columns of the neighbours above, ascending, up to `#split[n]`, and of those below, up to `#end[n]`. */
  readonly #ends: Int32Array;
  readonly #split: Int32Array;
  readonly #end: Int32Array;

  /** @param column The number of each node's column, from the left; `y` where it stands. Both change as nodes are put elsewhere. */
  constructor({ from, near }: Neighbours, column: Int32Array, y: Float64Array) {
    this.#from = from;
    this.#near = near;
    this.#column = column;
    this.#y = y;
    this.#ends = near.slice();
    this.#split = column.slice();
    this.#end = column.slice();
  }

  /** Takes a line in hand: notes in which columns the neighbours of its nodes stand. */
  look({ nodes, y }: MapLine): void {
    for (const node of nodes) {
      const start = this.#from[node] ?? 0;
      const end = this.#from[node + 1] ?? 0;
      let split = start;
      let next = end;
      for (let index = start; index < end; index++) {
        const other = this.#near[index] ?? 0;
        const otherY = this.#y[other] ?? 0;
        if (otherY < y) this.#ends[split++] = this.#column[other] ?? 0;
        else if (otherY > y) this.#ends[--next] = this.#column[other] ?? 0;
      }
      // Those beside the node are left out: close the gap.
      this.#ends.copyWithin(split, next, end);
      this.#split[node] = split;
      this.#end[node] = split + end - next;
      sortPart(this.#ends, start, split);
      sortPart(this.#ends, split, split + end - next);
    }
  }

  /** Puts every node of the line in hand where its edges cross those of the others least. */
  sift(nodes: number[]): void {
    for (const node of [...nodes]) {
      const from = nodes.indexOf(node);
      let best = 0;
      let to = from;
      for (let step = -1; step <= 1; step += 2) {
        let more = 0;
        for (let place = from + step; place >= 0 && place < nodes.length; place += step) {
          const other = nodes[place] ?? 0;
          more += step * (this.crossingsOf(other, node) - this.crossingsOf(node, other));
          if (more < best) {
            best = more;
            to = place;
          }
        }
      }
      nodes.splice(from, 1);
      nodes.splice(to, 0, node);
    }
  }

  /** How many edges of two nodes of the line in hand cross. */
  crossingsOf(left: number, right: number): number {
    return this.#inverted(left, right, this.#from, this.#split) + this.#inverted(left, right, this.#split, this.#end);
  }

  /** How many pairs there are of a greater end of `left` and a smaller one of `right`. */
  #inverted(left: number, right: number, from: Int32Array, end: Int32Array): number {
    const ends = this.#ends;
    const leftEnd = end[left] ?? 0;
    const rightEnd = end[right] ?? 0;
    let passed = from[left] ?? 0;
    let count = 0;
    for (let index = from[right] ?? 0; index < rightEnd; index++) {
      const column = ends[index] ?? 0;
      while (passed < leftEnd && (ends[passed] ?? 0) <= column) passed++;
      count += leftEnd - passed;
    }
    return count;
  }
}

/** Sorts a part of a list in place. A node has a dozen neighbours: this is quicker than to call a comparison. */
function sortPart(list: Int32Array, from: number, end: number): void {
  for (let index = from + 1; index < end; index++) {
    const value = list[index] ?? 0;
    let place = index;
    for (; place > from && (list[place - 1] ?? 0) > value; place--) list[place] = list[place - 1] ?? 0;
    list[place] = value;
  }
}
