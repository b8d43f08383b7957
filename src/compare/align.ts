import { atOnce, making, type Work } from '../model/work';
import { Band } from './align-band';
import { BEADS, findingPaths, type AlignedPair, type CostOf, type Paths } from './align-paths';
import { joined, traitsOf, type Traits } from './align-traits';
import { findingShared } from './align-words';

export interface Alignment {
  /** `lines`: both texts have the same number of lines, and nothing speaks against the same order. */
  readonly by: 'lines' | 'structure';
  /** Every line of both texts once, in order. */
  readonly pairs: readonly AlignedPair[];
  /** How far the shorter text is surely paired, from 0 to 1. */
  readonly sureness: number;
}

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
  return atOnce(aligning(first, second));
}

/** The same in steps. */
export function* aligning(first: readonly string[], second: readonly string[]): Work<Alignment> {
  const a = yield* making(first, traitsOf, ({ length }) => length);
  const b = yield* making(second, traitsOf, ({ length }) => length);
  const words = yield* findingShared(a, b);
  const table = new Band(a.length, b.length, () => words.anchors());
  const shared = yield* words.weighing(table, COSTS.rareWord);
  const isSame = (row: number, column: number): boolean => first[row] === second[column];
  const paths = yield* findingPaths(table, costsOf(a, b, table, shared, isSame));
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
