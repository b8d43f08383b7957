import type { TextChange } from './text-change';

/** The text with the changes made. Throws where they are out of order, overlap, or reach out of the text: that is our mistake. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    if (from < at || to < from || to > text.length) {
      throw new Error(`a text change from ${from} to ${to} does not fit in behind ${at} of ${text.length}`);
    }
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** The changes that bring back `text` out of what `applyChanges(text, changes)` gives. */
export function invertChanges(text: string, changes: readonly TextChange[]): readonly TextChange[] {
  let shift = 0;
  return changes.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

/** The same changes, those that touch as one: where several are made at one place, hosts differ in their order. */
export function joinChanges(changes: readonly TextChange[]): readonly TextChange[] {
  const joined: TextChange[] = [];
  for (const change of changes) {
    const before = joined.at(-1);
    if (before?.to !== change.from) joined.push(change);
    else joined.splice(-1, 1, { from: before.from, to: change.to, insert: before.insert + change.insert });
  }
  return joined;
}

/** The changes but for those that begin in the lines `left` (1-based). */
export function withoutLines(
  text: string,
  changes: readonly TextChange[],
  left: ReadonlySet<number>,
): readonly TextChange[] {
  let [line, at] = [1, 0];
  return changes.filter(({ from }) => {
    line += breaksIn(text, at, from);
    at = from;
    return !left.has(line);
  });
}

/** Which line (1-based) of the text becomes which, of those that a change alters within. */
export function linePairs(text: string, changes: readonly TextChange[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let [line, at, shift] = [1, 0, 0];
  for (const { from, to, insert } of changes) {
    line += breaksIn(text, at, from);
    const removed = breaksIn(text, from, to);
    const added = breaksIn(insert + text.charAt(to), 0, insert.length);
    if (removed === 0 && added === 0) pairs.set(line, line + shift);
    at = from;
    shift += added - removed;
  }
  return pairs;
}

/** How many line breaks end between two offsets: a change may begin or end between the two signs of one. */
function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at);
    if (sign === '\n' || (sign === '\r' && text.charAt(at + 1) !== '\n')) count++;
  }
  return count;
}
