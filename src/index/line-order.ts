import { LineCrossings } from './line-crossings';
import type { LineRow, MapLine } from './map-lines';

/** Which nodes are joined: pairs of their indexes. */
export type Joined = readonly (readonly [number, number])[];

const ROUNDS = 5;
/** Nodes, by the rounds before, up to which a round begins with making edges shorter: on a map of hundreds only the first rounds do. */
const MOST_TO_SHORTEN = 250;
const PASSES = 2;
/** So few are counted crossing as they are drawn, each with each other, to tell the best round; more only as they leave their lines. */
const FEW_EDGES = 160;
/** Nodes, by edges twice, of a map so small that edges are counted for each two nodes that may change places in the best round. */
const SMALL_MAP = 200_000;

/**
 * Orders the nodes of each line, and chooses the line of its row that each node stands in, for few crossings. Barycentre sweeps
 * (Kozo Sugiyama, Shojiro Tagawa and Mitsuhiko Toda, 1981), each line then sifted (Christian Matuszewski, Robby Schönfeld and Paul
 * Molitor, 1999): every node goes to the place where its edges cross those of the others least. Before, nodes of a row change places
 * where that makes their edges shorter. The best round is kept; on a small map, nodes change places in it where edges cross less then.
 *
 * @param nodes How many nodes there are.
 */
export function orderLines(rows: readonly LineRow[], joined: Joined, nodes: number, lineHeight: number): void {
  const order = new LineOrder(rows, joined, nodes, lineHeight);
  const count = (): number => (joined.length > FEW_EDGES ? order.crossings() : order.drawnCrossings(joined));
  let best = count();
  let kept = order.snapshot();
  for (let round = 0; round <= ROUNDS; round++) {
    if (round === ROUNDS) {
      if (nodes * joined.length ** 2 > SMALL_MAP) break;
      order.restore(kept);
      order.untangle(joined);
    } else {
      if (round * nodes <= MOST_TO_SHORTEN) order.shorten();
      order.sweep(round % 2 === 0);
    }
    const crossings = count();
    if (crossings >= best) continue;
    best = crossings;
    kept = order.snapshot();
  }
  order.restore(kept);
}

/** Arrays of numbers throughout: this is run again whenever another note comes into the middle of the map. */
class LineOrder {
  readonly #rows: readonly LineRow[];
  readonly #lineHeight: number;
  /** From the top. */
  readonly #lines: readonly MapLine[];
  /** Where each node stands. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** The neighbours of node `n` are `#near` from `#from[n]` to `#from[n + 1]`. */
  readonly #from: Int32Array;
  readonly #near: Int32Array;
  /** What each node is to be sorted by. */
  readonly #pull: Float64Array;
  /** The number of each node's column, from the left. */
  readonly #column: Int32Array;
  readonly #columns: ReadonlyMap<number, number>;
  readonly #crossings: LineCrossings;

  constructor(rows: readonly LineRow[], joined: Joined, count: number, lineHeight: number) {
    this.#rows = rows;
    this.#lineHeight = lineHeight;
    this.#lines = rows.flat().sort((a, b) => a.y - b.y);
    this.#x = new Float64Array(count);
    this.#y = new Float64Array(count);
    this.#pull = new Float64Array(count);
    this.#column = new Int32Array(count);
    this.#from = new Int32Array(count + 1);
    const ways = joined.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
    for (const [a] of ways) add(this.#from, a + 1, 1);
    for (let node = 0; node < count; node++) add(this.#from, node + 1, this.#from[node] ?? 0);
    this.#near = new Int32Array(2 * joined.length);
    const next = this.#from.slice();
    for (const [a, b] of ways) {
      this.#near[next[a] ?? 0] = b;
      add(next, a, 1);
    }
    const xs = [...new Set(this.#lines.flatMap((line) => line.xs))].sort((a, b) => a - b);
    this.#columns = new Map(xs.map((x, column) => [x, column]));
    for (const line of this.#lines) this.#place(line);
    this.#crossings = new LineCrossings({ from: this.#from, near: this.#near }, this.#column, this.#y);
  }

  snapshot(): readonly number[][] {
    return this.#lines.map(({ nodes }) => [...nodes]);
  }

  restore(kept: readonly number[][]): void {
    for (const [index, line] of this.#lines.entries()) {
      line.nodes = kept[index] ?? [];
      this.#place(line);
    }
  }

  /** How often edges cross that run straight from node to node, or some of them cross others; of all, each crossing counts twice. */
  drawnCrossings(joined: Joined, some = joined): number {
    let count = 0;
    for (const [a, b] of some) {
      for (const [c, d] of joined) {
        // One that ends where the other does is on neither side of it.
        if (this.#side(a, b, c) * this.#side(a, b, d) < 0 && this.#side(c, d, a) * this.#side(c, d, b) < 0) count++;
      }
    }
    return count;
  }

  /** On which side of the line between two nodes a third one stands: the sign tells. */
  #side(a: number, b: number, node: number): number {
    const x = this.#x[a] ?? 0;
    const y = this.#y[a] ?? 0;
    return ((this.#x[b] ?? 0) - x) * ((this.#y[node] ?? 0) - y) - ((this.#y[b] ?? 0) - y) * ((this.#x[node] ?? 0) - x);
  }

  /** Orders each line by where the others stand, from the top or from the bottom. */
  sweep(isDown: boolean): void {
    for (const line of isDown ? this.#lines : [...this.#lines].reverse()) {
      if (line.nodes.length < 2) continue;
      for (const node of line.nodes) this.#pull[node] = this.#barycentre(node);
      // Nodes of equal pull keep their order.
      line.nodes.sort((a, b) => (this.#pull[a] ?? 0) - (this.#pull[b] ?? 0));
      this.#crossings.look(line);
      this.#crossings.sift(line.nodes);
      this.#place(line);
    }
  }

  /** Lets nodes of a row, in one line or in two, change places as long as that makes their edges shorter: short ones cross less. */
  shorten(): void {
    this.#settle((one, other) => this.#length(one) + this.#length(other));
  }

  /** The same as long as that makes fewer of their edges cross. */
  untangle(joined: Joined): void {
    this.#settle((one, other) =>
      this.drawnCrossings(
        joined,
        joined.filter((ends) => ends.includes(one) || ends.includes(other)),
      ),
    );
  }

  #settle(cost: (one: number, other: number) => number): void {
    for (const row of this.#rows) {
      const nodes = row.flatMap((line) => line.nodes);
      let isBetter = true;
      for (let pass = 0; pass < PASSES && isBetter; pass++) {
        isBetter = false;
        for (const [index, one] of nodes.entries()) {
          for (let next = index + 1; next < nodes.length; next++) {
            const other = nodes[next] ?? 0;
            const before = cost(one, other);
            if (before === 0) continue;
            this.#exchange(one, other);
            if (cost(one, other) < before) isBetter = true;
            else this.#exchange(one, other);
          }
        }
      }
      nodes.sort((a, b) => (this.#x[a] ?? 0) - (this.#x[b] ?? 0));
      for (const line of row) {
        line.nodes = nodes.filter((node) => this.#y[node] === line.y);
        this.#place(line);
      }
    }
  }

  #exchange(one: number, other: number): void {
    for (const places of [this.#x, this.#y]) {
      const place = places[one] ?? 0;
      places[one] = places[other] ?? 0;
      places[other] = place;
    }
  }

  /** Of a node's edges, all in all. */
  #length(node: number): number {
    const x = this.#x[node] ?? 0;
    const y = this.#y[node] ?? 0;
    const end = this.#from[node + 1] ?? 0;
    let sum = 0;
    for (let index = this.#from[node] ?? 0; index < end; index++) {
      const other = this.#near[index] ?? 0;
      sum += Math.sqrt(((this.#x[other] ?? 0) - x) ** 2 + ((this.#y[other] ?? 0) - y) ** 2);
    }
    return sum;
  }

  /** How many edges cross as they leave their lines. A crossing between neighbouring lines counts for both. */
  crossings(): number {
    let count = 0;
    for (const line of this.#lines) {
      this.#crossings.look(line);
      for (const [index, left] of line.nodes.entries())
        for (let next = index + 1; next < line.nodes.length; next++)
          count += this.#crossings.crossingsOf(left, line.nodes[next] ?? 0);
    }
    return count;
  }

  /** Puts the nodes of a line where the line has its places. */
  #place({ nodes, xs, y }: MapLine): void {
    for (const [index, node] of nodes.entries()) {
      const x = xs[index] ?? 0;
      this.#x[node] = x;
      this.#y[node] = y;
      this.#column[node] = this.#columns.get(x) ?? 0;
    }
  }

  /** Where a node's neighbours are on average, from left to right; those in near lines count more. */
  #barycentre(node: number): number {
    const from = this.#from[node] ?? 0;
    const end = this.#from[node + 1] ?? 0;
    if (from === end) return this.#x[node] ?? 0;
    const y = this.#y[node] ?? 0;
    let sum = 0;
    let weights = 0;
    for (let index = from; index < end; index++) {
      const other = this.#near[index] ?? 0;
      const weight = 1 / (this.#lineHeight + Math.abs((this.#y[other] ?? 0) - y));
      sum += weight * (this.#x[other] ?? 0);
      weights += weight;
    }
    return sum / weights;
  }
}

function add(list: Int32Array, index: number, value: number): void {
  list[index] = (list[index] ?? 0) + value;
}
