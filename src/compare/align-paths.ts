import type { Work } from '../model/work';
import type { Span } from '../text/span';
import type { Band } from './align-band';

/** Lines that say the same; where one of the lists is empty, a gap: nothing in the other text says this. */
export interface AlignedPair {
  /** 0-based, without its end; `from === to` for none. */
  readonly first: Span;
  readonly second: Span;
  /** How likely it is that just these lines belong together, from 0 to 1. */
  readonly sureness: number;
}

/** How many lines of each text a pair can take. */
export const BEADS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
  [3, 1],
  [1, 3],
] as const;

/** What a pair that begins at a cell costs, by the index of its kind in `BEADS`. */
export type CostOf = (row: number, column: number, kind: number) => number;

/** So many cells are gone through before others are asked. */
const CELLS_AT_ONCE = 2000;

/** Finds all paths through a table, in steps. */
export function* findingPaths(table: Band, costOf: CostOf): Work<Paths> {
  const paths = new Paths(table);
  yield* paths.find(costOf);
  return paths;
}

/** All paths from the first cell of a table to its last. */
export class Paths {
  readonly #table: Band;
  /** What each kind of pair costs from each cell. */
  readonly #costs: Float32Array;
  /** The cost of the cheapest path to a cell, and the kind of its last pair. */
  readonly #best: Float64Array;
  readonly #kinds: Uint8Array;
  /** The joint cost of all paths to a cell, and from it. */
  readonly #before: Float64Array;
  readonly #after: Float64Array;

  constructor(table: Band) {
    this.#table = table;
    const { size } = table;
    const empty = (): Float64Array => new Float64Array(size).fill(Infinity);
    [this.#best, this.#before, this.#after] = [empty(), empty(), empty()];
    this.#kinds = new Uint8Array(size);
    this.#costs = new Float32Array(size * BEADS.length).fill(Infinity);
    this.#best[0] = 0;
    this.#before[0] = 0;
    this.#after[size - 1] = 0;
  }

  /** Goes through the table, forwards and back. */
  *find(costOf: CostOf): Work<void> {
    yield* this.#each(false, (cell, next, kind, row, column) => {
      const cost = costOf(row, column, kind);
      this.#costs[cell * BEADS.length + kind] = cost;
      const total = valueAt(this.#best, cell) + cost;
      if (total < valueAt(this.#best, next)) {
        this.#best[next] = total;
        this.#kinds[next] = kind;
      }
      this.#before[next] = joint(valueAt(this.#before, next), valueAt(this.#before, cell) + cost);
    });
    yield* this.#each(true, (cell, next, kind) => {
      const cost = valueAt(this.#costs, cell * BEADS.length + kind);
      this.#after[cell] = joint(valueAt(this.#after, cell), valueAt(this.#after, next) + cost);
    });
  }

  /** The cost of the cheapest path. */
  get least(): number {
    return valueAt(this.#best, this.#table.size - 1);
  }

  /** The pairs of the cheapest path. */
  cheapest(): readonly AlignedPair[] {
    const pairs: AlignedPair[] = [];
    let { rows: row, columns: column } = this.#table;
    while (row > 0 || column > 0) {
      const kind = this.#kinds[this.#table.at(row, column)] ?? 0;
      const [rows, columns] = BEADS[kind] ?? BEADS[0];
      row -= rows;
      column -= columns;
      pairs.push(this.pair(row, column, kind));
    }
    return pairs.reverse();
  }

  /** What it costs to pair line by line. */
  diagonal(): number {
    let cost = 0;
    for (let line = 0; line < this.#table.rows; line++) {
      cost += valueAt(this.#costs, this.#table.at(line, line) * BEADS.length);
    }
    return cost;
  }

  /** The pair that begins at a cell. */
  pair(row: number, column: number, kind: number): AlignedPair {
    const [rows, columns] = BEADS[kind] ?? BEADS[0];
    const cell = this.#table.at(row, column);
    const next = this.#table.at(row + rows, column + columns);
    const through =
      valueAt(this.#before, cell) + valueAt(this.#costs, cell * BEADS.length + kind) + valueAt(this.#after, next);
    return {
      first: { from: row, to: row + rows },
      second: { from: column, to: column + columns },
      sureness: Math.min(1, Math.exp(valueAt(this.#after, 0) - through)),
    };
  }

  /** Calls `visit` for each pair that stays in the table: those that begin at a cell after all that end there, or before them. */
  *#each(
    backwards: boolean,
    visit: (cell: number, next: number, kind: number, row: number, column: number) => void,
  ): Work<void> {
    let cells = 0;
    const table = this.#table;
    for (let at = 0; at <= table.rows; at++) {
      const row = backwards ? table.rows - at : at;
      const first = table.first(row);
      const count = table.last(row) - first;
      for (let step = 0; step <= count; step++) {
        const column = first + (backwards ? count - step : step);
        const cell = table.at(row, column);
        if (++cells % CELLS_AT_ONCE === 0) yield;
        for (let kind = 0; kind < BEADS.length; kind++) {
          const [rows, columns] = BEADS[kind] ?? BEADS[0];
          const next = table.at(row + rows, column + columns);
          if (next !== -1) visit(cell, next, kind, row, column);
        }
      }
    }
  }
}

function valueAt(values: Float64Array | Float32Array, index: number): number {
  return values[index] ?? Infinity;
}

/** The cost of two ways together: −log(e^−a + e^−b). */
function joint(a: number, b: number): number {
  const apart = Math.abs(a - b);
  // Too dear to matter, or no way at all.
  return apart < 20 ? Math.min(a, b) - Math.log1p(Math.exp(-apart)) : Math.min(a, b);
}
