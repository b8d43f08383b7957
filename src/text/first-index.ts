/**
 * The index of the first item for which it holds; the number of items where it holds for none. It has to hold for all items
 * behind one for which it holds, as in a list that ascends.
 */
export function firstIndex<T extends object | number>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
