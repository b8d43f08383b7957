import { atOnce, type Work } from '../model/work';

/** A stretch of two lists: the same in both, only in the first, or only in the second. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  /** Index in the first list where it begins; for what was added, where it would stand. */
  readonly before: number;
  /** Index in the second list where it begins; for what was removed, where it would have stood. */
  readonly after: number;
  readonly length: number;
}

/** Some tenths of a second; enough for two thousand lines in quite another order. */
const MOST_STEPS = 16_000_000;
/** After so many, some thousandths of a second, others are asked. */
const STEPS_AT_ONCE = 100_000;

/**
 * How one list becomes another with the fewest removals and additions, as runs in order; between two runs that are the same, what
 * is removed comes first. E. W. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986), in its variant
 * that needs linear space, so that a long table in quite another order is no matter of memory. How long it takes grows with both the
 * lists and what differs: where `most` steps do not tell what became of a stretch, all of it counts as replaced.
 */
export function diff(before: readonly string[], after: readonly string[], most?: number): readonly Run[] {
  return atOnce(diffing(before, after, most));
}

/** The same in steps. */
export function* diffing(before: readonly string[], after: readonly string[], most = MOST_STEPS): Work<readonly Run[]> {
  const numbers = new Map<string, number>();
  const changed = { before: new Uint8Array(before.length), after: new Uint8Array(after.length) };
  const a = numbered(before, numbers);
  const b = numbered(after, numbers);
  const budget = { left: most, rest: most - STEPS_AT_ONCE };
  yield* compare({ list: a, from: 0, to: a.length }, { list: b, from: 0, to: b.length }, changed, budget);
  return runsOf(changed.before, changed.after);
}

/** A stretch of a list; `to` is exclusive. */
interface Span {
  readonly list: Int32Array;
  readonly from: number;
  readonly to: number;
}

interface Changed {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Equal texts as equal numbers, which compare faster. */
function numbered(texts: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(texts, (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

/** How many steps may still be taken. */
interface Budget {
  left: number;
  /** How many are left when others are asked next. */
  rest: number;
}

/** Marks what is only in one of the spans. */
function* compare(a: Span, b: Span, changed: Changed, budget: Budget): Work<void> {
  const [left, right] = withoutSameEnds(a, b);
  if (left.from === left.to) changed.after.fill(1, right.from, right.to);
  else if (right.from === right.to) changed.before.fill(1, left.from, left.to);
  else {
    const found = yield* middle(left, right, budget);
    if (found === null) {
      changed.before.fill(1, left.from, left.to);
      changed.after.fill(1, right.from, right.to);
      return;
    }
    const { x, y } = found;
    yield* compare({ ...left, to: left.from + x }, { ...right, to: right.from + y }, changed, budget);
    yield* compare({ ...left, from: left.from + x }, { ...right, from: right.from + y }, changed, budget);
  }
}

function withoutSameEnds(a: Span, b: Span): readonly [Span, Span] {
  let { from: aFrom, to: aTo } = a;
  let { from: bFrom, to: bTo } = b;
  while (aFrom < aTo && bFrom < bTo && a.list[aFrom] === b.list[bFrom]) {
    aFrom++;
    bFrom++;
  }
  while (aFrom < aTo && bFrom < bTo && a.list[aTo - 1] === b.list[bTo - 1]) {
    aTo--;
    bTo--;
  }
  return [
    { ...a, from: aFrom, to: aTo },
    { ...b, from: bFrom, to: bTo },
  ];
}

/** No path has come to a diagonal. */
const NOWHERE = -2;

/** A point, from the spans' starts, that a shortest path goes through: where paths from both ends first meet; `null` out of steps. */
function* middle(a: Span, b: Span, budget: Budget): Work<{ readonly x: number; readonly y: number } | null> {
  const width = a.to - a.from;
  const height = b.to - b.from;
  const delta = width - height;
  const most = Math.ceil((width + height) / 2);
  budget.left -= width + height;
  const forward = reach(width, height, most, (x, y) => a.list[a.from + x] === b.list[b.from + y]);
  const backward = reach(width, height, most, (x, y) => a.list[a.to - 1 - x] === b.list[b.to - 1 - y]);
  for (let steps = 0; steps <= most; steps++) {
    budget.left -= 2 * steps + 2;
    if (budget.left < 0) return null;
    if (budget.left < budget.rest) {
      budget.rest = budget.left - STEPS_AT_ONCE;
      yield;
    }
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const x = forward.extend(diagonal, steps);
      // With an odd difference of lengths, paths meet while the one from the start is a step longer.
      if (delta % 2 !== 0 && x >= 0 && x + backward.at(delta - diagonal, steps - 1) >= width) {
        return { x, y: x - diagonal };
      }
    }
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const x = backward.extend(diagonal, steps);
      if (delta % 2 === 0 && x >= 0 && x + forward.at(delta - diagonal, steps) >= width) {
        return { x: width - x, y: height - (x - diagonal) };
      }
    }
  }
  throw new Error('diff: the paths from both ends do not meet');
}

/** How far paths from one end come on each diagonal (x − y) with a number of steps. */
interface Reach {
  /** The furthest x on a diagonal after at most `steps` steps; far below zero where no path is. */
  at(diagonal: number, steps: number): number;
  /** Takes one more step onto a diagonal, and then all that is the same. Gives x, negative where no path comes. */
  extend(diagonal: number, steps: number): number;
}

function reach(width: number, height: number, most: number, isSame: (x: number, y: number) => boolean): Reach {
  const furthest = new Int32Array(2 * most + 3).fill(NOWHERE);
  // The first step down from here begins at the corner.
  furthest[most + 2] = 0;
  return {
    at: (diagonal, steps) => {
      const x = Math.abs(diagonal) <= steps ? (furthest[most + 1 + diagonal] ?? NOWHERE) : NOWHERE;
      return x < 0 ? -Infinity : x;
    },
    extend: (diagonal, steps) => {
      const index = most + 1 + diagonal;
      const down = diagonal === steps && steps > 0 ? NOWHERE : (furthest[index + 1] ?? NOWHERE);
      const right = diagonal === -steps ? NOWHERE : (furthest[index - 1] ?? NOWHERE) + 1;
      let x = Math.max(
        down >= 0 && down - diagonal <= height ? down : NOWHERE,
        right > 0 && right <= width ? right : NOWHERE,
      );
      if (x >= 0) while (x < width && x - diagonal < height && isSame(x, x - diagonal)) x++;
      furthest[index] = x;
      return x;
    },
  };
}

function runsOf(removed: Uint8Array, added: Uint8Array): readonly Run[] {
  const runs: Run[] = [];
  let before = 0;
  let after = 0;
  while (before < removed.length || after < added.length) {
    const start = { before, after };
    while (removed[before] === 1) before++;
    if (before > start.before) runs.push({ kind: 'removed', ...start, length: before - start.before });
    while (added[after] === 1) after++;
    if (after > start.after) runs.push({ kind: 'added', before, after: start.after, length: after - start.after });
    const same = { before, after };
    while (before < removed.length && removed[before] === 0 && added[after] === 0) {
      before++;
      after++;
    }
    if (before > same.before) runs.push({ kind: 'same', ...same, length: before - same.before });
  }
  return runs;
}
