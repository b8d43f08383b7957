import { Band } from './align-band';
import { joined, traitsOf, type Traits } from './align-traits';
import { SharedWords } from './align-words';
import type { Span } from '../text/span';

/** Lines that say the same; where one of the lists is empty, a gap: nothing in the other text says this. */
export interface AlignedPair {
  /** 0-based, without its end; `from === to` for none. */
  readonly first: Span;
  readonly second: Span;
  /** How likely it is that just these lines belong together, from 0 to 1. */
  readonly sureness: number;
}

export interface Alignment {
  /** `lines`: both texts have the same number of lines, and nothing speaks against the same order. */
  readonly by: 'lines' | 'structure';
  /** Every line of both texts once, in order. */
  readonly pairs: readonly AlignedPair[];
  /** How far the shorter text is surely paired, from 0 to 1. */
  readonly sureness: number;
}

/** How many lines of each text a pair can take. */
const BEADS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
  [3, 1],
  [1, 3],
] as const;

/**
 * What costs how much, in natural logarithms of odds. Found by taking lines out of, and joining lines in, texts of real notes that go
 * line by line, and asking for the most of them back.
 */
const COSTS = {
  pair: 2.5,
  gap: 3,
  /** For each line more on a side. */
  joined: 3.1,
  length: 0.8,
  lengthMost: 5.6,
  /** Standard deviation of a translation's length: of its letters, and of a text of no letters. */
  lengthShare: 0.2,
  lengthBase: 13,
  shape: 1.5,
  question: 1.4,
  colon: 0.9,
  bold: 0.45,
  boldMost: 3,
  sameBold: 0.6,
  word: 0.4,
  rareWord: 1.2,
  least: 0.15,
  /** So much better must another alignment be than line by line where the numbers of lines agree. */
  against: 0.3,
};

/** A pair less sure than this is none: in texts of real notes these are lines that have nothing to do with each other. */
const LEAST_SURE = 0.2;

/**
 * Pairs the lines of a text with those of its translation. The cheapest path through a table of all lines against all lines, as in
 * W. A. Gale and K. W. Church, "A program for aligning sentences in bilingual corpora", Computational Linguistics 19 (1993); besides
 * the lengths, which are all that they compare, words that both languages share count (see `traitsOf`), and bold phrases, list marks
 * and the punctuation at the end. How sure a pair is, is the share of all paths that go through it, weighted by their costs (the
 * forward-backward algorithm). Long texts are looked at along a band; see `Band`.
 */
export function align(first: readonly string[], second: readonly string[]): Alignment {
  const a = first.map(traitsOf);
  const b = second.map(traitsOf);
  const words = new SharedWords(a, b);
  const table = new Band(a.length, b.length, () => words.anchors());
  const shared = words.weigh(table, COSTS.rareWord);
  const isSame = (row: number, column: number): boolean => first[row] === second[column];
  const paths = new Paths(table, costsOf(a, b, table, shared, isSame));
  const diagonal = a.length === b.length ? paths.diagonal() : Infinity;
  const byLines = diagonal <= paths.least + COSTS.against;
  const pairs = byLines
    ? a.map((_, line) => paths.pair(line, line, 0))
    : withoutWildGuesses(withoutNeedlessGaps(paths.cheapest(), paths));
  return {
    by: byLines ? 'lines' : 'structure',
    pairs,
    sureness: overall(pairs, a.length > b.length ? 'second' : 'first'),
  };
}

/** What a pair that begins at a cell costs, by the index of its kind in `BEADS`. */
type CostOf = (row: number, column: number, kind: number) => number;

function costsOf(
  a: readonly Traits[],
  b: readonly Traits[],
  table: Band,
  shared: Float32Array,
  isSame: (row: number, column: number) => boolean,
): CostOf {
  const ofFirst = [a, withNext(a, a), withNext(withNext(a, a), a, 2)];
  const ofSecond = [b, withNext(b, b), withNext(withNext(b, b), b, 2)];
  const wordsAt = (row: number, column: number): number => shared[table.at(row, column)] ?? 0;
  return (row, column, kind) => {
    const [rows, columns] = BEADS[kind] ?? BEADS[0];
    if (rows === 0 || columns === 0) return COSTS.gap;
    // A line that stands in both texts is its own translation, with no line more.
    if (isSame(row, column) || isSame(row + rows - 1, column + columns - 1)) return kind === 0 ? 0 : Infinity;
    const ours = ofFirst[rows - 1]?.[row];
    const theirs = ofSecond[columns - 1]?.[column];
    if (ours === undefined || theirs === undefined) return Infinity;
    const more = rows + columns - 2;
    let words = 0;
    for (let at = 0; at <= more; at++)
      words += wordsAt(row + Math.min(at, rows - 1), column + Math.min(at, columns - 1));
    const cost = COSTS.pair + COSTS.joined * more + difference(ours, theirs) - COSTS.word * words;
    return Math.max(COSTS.least, cost);
  };
}

function difference(a: Traits, b: Traits): number {
  const mean = (a.length + b.length) / 2;
  const variance = COSTS.lengthBase ** 2 + (COSTS.lengthShare * mean) ** 2;
  let cost = Math.min(COSTS.lengthMost, (COSTS.length * (a.length - b.length) ** 2) / variance);
  if (a.shape !== b.shape) cost += COSTS.shape;
  if (a.ending !== b.ending) cost += a.ending === 'question' || b.ending === 'question' ? COSTS.question : COSTS.colon;
  if (a.bold !== b.bold) cost += COSTS.bold * Math.min(COSTS.boldMost, Math.abs(a.bold - b.bold));
  else if (a.bold > 0) cost -= COSTS.sameBold;
  return cost;
}

/** Each stretch of lines with the line after it, which stands `length` lines behind its first. */
function withNext(stretches: readonly Traits[], lines: readonly Traits[], length = 1): readonly Traits[] {
  return lines.slice(length).map((line, index) => joined(stretches[index] ?? line, line));
}

/** All paths from the first cell of a table to its last. */
class Paths {
  readonly #table: Band;
  /** The cost of the cheapest path. */
  readonly least: number;
  /** What each kind of pair costs from each cell. */
  readonly #costs: Float32Array;
  /** The kind of the last pair on the cheapest path to a cell. */
  readonly #kinds: Uint8Array;
  /** The joint cost of all paths to a cell, and from it. */
  readonly #before: Float64Array;
  readonly #after: Float64Array;

  constructor(table: Band, costOf: CostOf) {
    this.#table = table;
    const { size, rows, columns } = table;
    const best = new Float64Array(size).fill(Infinity);
    this.#kinds = new Uint8Array(size);
    this.#before = new Float64Array(size).fill(Infinity);
    this.#after = new Float64Array(size).fill(Infinity);
    this.#costs = new Float32Array(size * BEADS.length).fill(Infinity);
    best[0] = 0;
    this.#before[0] = 0;
    this.#after[size - 1] = 0;
    this.#each(false, (cell, next, kind, row, column) => {
      const cost = costOf(row, column, kind);
      this.#costs[cell * BEADS.length + kind] = cost;
      const total = valueAt(best, cell) + cost;
      if (total < valueAt(best, next)) {
        best[next] = total;
        this.#kinds[next] = kind;
      }
      this.#before[next] = joint(valueAt(this.#before, next), valueAt(this.#before, cell) + cost);
    });
    this.#each(true, (cell, next, kind) => {
      const cost = valueAt(this.#costs, cell * BEADS.length + kind);
      this.#after[cell] = joint(valueAt(this.#after, cell), valueAt(this.#after, next) + cost);
    });
    this.least = valueAt(best, table.at(rows, columns));
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
  #each(
    backwards: boolean,
    visit: (cell: number, next: number, kind: number, row: number, column: number) => void,
  ): void {
    const table = this.#table;
    for (let at = 0; at <= table.rows; at++) {
      const row = backwards ? table.rows - at : at;
      const first = table.first(row);
      const count = table.last(row) - first;
      for (let step = 0; step <= count; step++) {
        const column = first + (backwards ? count - step : step);
        const cell = table.at(row, column);
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

/**
 * Where as many lines of the one text as of the other are left alone side by side, something was rather said in other words than
 * left out: they are paired, as surely as they were.
 */
function withoutNeedlessGaps(pairs: readonly AlignedPair[], paths: Paths): readonly AlignedPair[] {
  const result: AlignedPair[] = [];
  for (let at = 0; at < pairs.length;) {
    const start = pairs[at];
    if (start === undefined) break;
    let end = at;
    while (isGap(pairs[end])) end++;
    const last = pairs[end - 1];
    const rows = last === undefined ? 0 : last.first.to - start.first.from;
    const next = Math.max(end, at + 1);
    if (last !== undefined && rows > 0 && rows === last.second.to - start.second.from) {
      for (let line = 0; line < rows; line++) {
        result.push(paths.pair(start.first.from + line, start.second.from + line, 0));
      }
    } else for (const pair of pairs.slice(at, next)) result.push(pair);
    at = next;
  }
  return result;
}

/** Lines that are rather not each other's translation leave a gap on either side. */
function withoutWildGuesses(pairs: readonly AlignedPair[]): readonly AlignedPair[] {
  return pairs.flatMap((pair) => {
    const { first, second, sureness } = pair;
    if (sureness >= LEAST_SURE || isGap(pair)) return [pair];
    return [
      { first, second: { from: second.from, to: second.from }, sureness: 1 - sureness },
      { first: { from: first.to, to: first.to }, second, sureness: 1 - sureness },
    ];
  });
}

/** Whether only one of the texts has these lines. */
export function isGap(pair: AlignedPair | undefined): boolean {
  return pair !== undefined && (pair.first.from === pair.first.to || pair.second.from === pair.second.to);
}

/** How many lines of the shorter text are paired, each by how surely it is. */
function overall(pairs: readonly AlignedPair[], shorter: 'first' | 'second'): number {
  let paired = 0;
  let lines = 0;
  for (const pair of pairs) {
    const count = pair[shorter].to - pair[shorter].from;
    lines += count;
    if (!isGap(pair)) paired += count * pair.sureness;
  }
  return lines === 0 ? 0 : paired / lines;
}
