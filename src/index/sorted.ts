import type { Work } from '../model/work';

/** So much is done in one step of what is done over and over. */
const A_STEP = 256;

/** What `items` are in order, equals as they came. */
export function* sorted<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Work<Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += A_STEP) {
    runs.push(items.slice(at, at + A_STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<Item>(a: readonly Item[], b: readonly Item[], compare: (a: Item, b: Item) => number): Work<Item[]> {
  const merged: Item[] = [];
  const rest = b.values();
  let next = rest.next();
  for (const item of a) {
    for (; next.done !== true && compare(next.value, item) < 0; next = rest.next()) merged.push(next.value);
    merged.push(item);
    if (merged.length % A_STEP === 0) yield;
  }
  for (; next.done !== true; next = rest.next()) merged.push(next.value);
  return merged;
}
