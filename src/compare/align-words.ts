import { making, type Work } from '../model/work';
import { firstIndex } from '../text/first-index';
import type { Anchor, Band } from './align-band';
import type { Traits } from './align-traits';
import { addTo } from '../text/grouped';

/** The lines of both texts that a word stands in. */
type Places = readonly [first: readonly number[], second: readonly number[]];

/** So many cells are weighed before others are asked. */
const CELLS_AT_ONCE = 50_000;

/** Looks for the words that two texts share. */
export function* findingShared(first: readonly Traits[], second: readonly Traits[]): Work<SharedWords> {
  const ours = yield* linesByWord(first);
  const theirs = yield* linesByWord(second);
  const places = [...ours].flatMap(([word, lines]): Places[] => {
    const others = theirs.get(word);
    return others === undefined ? [] : [[lines, others]];
  });
  return new SharedWords(places, Math.max(first.length, second.length));
}

/** The words that two texts share, and what they say of which lines belong together. */
class SharedWords {
  readonly #places: readonly Places[];
  /** Of the longer text. */
  readonly #lines: number;

  constructor(places: readonly Places[], lines: number) {
    this.#places = places;
    this.#lines = lines;
  }

  /** By cell of the table: how much the words speak for the pair of lines that begins there. A word counts the more, the rarer it is. */
  *weighing(table: Band, most: number): Work<Float32Array> {
    const weights = new Float32Array(table.size);
    let cells = 0;
    for (const [rows, columns] of this.#places) {
      const weight = Math.min(most, Math.log((this.#lines + 2) / Math.max(rows.length, columns.length)));
      for (const row of rows) {
        const last = table.last(row);
        const first = table.first(row);
        for (let at = firstIndex(columns, (column) => column >= first); at < columns.length; at++) {
          const column = columns[at] ?? Infinity;
          if (column > last) break;
          if (++cells % CELLS_AT_ONCE === 0) yield;
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

function* linesByWord(lines: readonly Traits[]): Work<Map<string, number[]>> {
  const byWord = new Map<string, number[]>();
  const note = ([line, { keys }]: readonly [number, Traits]): void => {
    for (const key of keys) {
      addTo(byWord, key, line);
    }
  };
  yield* making(lines.entries(), note, ([, { length }]) => length);
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
  for (let pile = piles.at(-1) ?? null; pile !== null; pile = pile.before) ascent.push(pile.top);
  return ascent.reverse();
}
