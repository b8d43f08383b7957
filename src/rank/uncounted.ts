import type { TableValues } from './table-values';
import { addTo } from '../text/grouped';

/** By row the columns of a table that say something there, but nothing that counts: what is of another kind than its column. */
export type Uncounted = ReadonlyMap<number, readonly number[]>;

/** The cells of some columns that do not count among the others of their column, which are numbers. */
export function uncountedIn(values: TableValues, columns: readonly number[]): Uncounted {
  const found = new Map<number, number[]>();
  for (const column of columns) {
    const { content, rows, cells, numbers } = values.written(column);
    if (content !== 'numbers') continue;
    for (const [index, row] of rows.entries()) {
      if (numbers[index] !== null || cells[index]?.kind === 'blank') continue;
      addTo(found, row, column);
    }
  }
  return found;
}
