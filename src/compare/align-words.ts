import { firstIndex } from '../text/first-index';
import type { Anchor, Band } from './align-band';
import type { Traits } from './align-traits';

/** The words that two texts share, and what they say of which lines belong together. */
export class SharedWords {
  readonly #first: readonly Traits[];
  readonly #second: readonly Traits[];
  /** For each word that both texts have: the lines of the first text, and those of the second. */
  readonly #places: readonly (readonly [readonly number[], readonly number[]])[];

  constructor(first: readonly Traits[], second: readonly Traits[]) {
    this.#first = first;
    this.#second = second;
    const ours = linesByWord(first);
    const theirs = linesByWord(second);
    this.#places = [...ours].flatMap(([word, lines]) => {
      const others = theirs.get(word);
      return others === undefined ? [] : [[lines, others] as const];
    });
  }

  /** By cell of the table: how much the words speak for the pair of lines that begins there. A word counts the more, the rarer it is. */
  weigh(table: Band, most: number): Float32Array {
    const weights = new Float32Array(table.size);
    const count = Math.max(this.#first.length, this.#second.length);
    for (const [rows, columns] of this.#places) {
      const weight = Math.min(most, Math.log((count + 2) / Math.max(rows.length, columns.length)));
      for (const row of rows) {
        const last = table.last(row);
        const first = table.first(row);
        for (let at = firstIndex(columns, (column) => column >= first); at < columns.length; at++) {
          const column = columns[at] ?? Infinity;
          if (column > last) break;
          const cell = table.at(row, column);
          weights[cell] = (weights[cell] ?? 0) + weight;
        }
      }
    }
    return weights;
  }

  /** Lines that share two words which stand nowhere else in either text; of those that cross, the most that do not. */
  anchors(): readonly Anchor[] {
    const votes = new Map<string, Anchor & { count: number }>();
    for (const [[row = 0, ...moreRows], [column = 0, ...moreColumns]] of this.#places) {
      if (moreRows.length + moreColumns.length > 0) continue;
      const key = `${row} ${column}`;
      const vote = votes.get(key);
      if (vote) vote.count++;
      else votes.set(key, { row, column, count: 1 });
    }
    const sure = [...votes.values()].filter(({ count }) => count > 1);
    return longestAscent(sure.sort((a, b) => a.row - b.row || b.column - a.column));
  }
}

function linesByWord(lines: readonly Traits[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  lines.forEach(({ keys }, line) => {
    for (const key of keys) {
      const known = byWord.get(key);
      if (known) known.push(line);
      else byWord.set(key, [line]);
    }
  });
  return byWord;
}

/** The longest run, not of neighbours, whose columns ascend (patience sorting). */
function longestAscent(anchors: readonly Anchor[]): readonly Anchor[] {
  interface Pile {
    readonly top: Anchor;
    readonly before: Pile | null;
  }
  const piles: Pile[] = [];
  const tops: number[] = [];
  for (const top of anchors) {
    const place = firstIndex(tops, (column) => column >= top.column);
    tops[place] = top.column;
    piles[place] = { top, before: piles[place - 1] ?? null };
  }
  const ascent: Anchor[] = [];
  for (let pile = piles.at(-1) ?? null; pile !== null; pile = pile.before) ascent.unshift(pile.top);
  return ascent;
}
