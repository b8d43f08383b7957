import type { Table } from './table';

/** So many cells may be made for one that is written. */
const MOST_PER_CELL = 16;

/**
 * Whether a table's short rows may be filled up to its full width. In a table that is almost all holes what is made would be out of
 * all proportion to what is written.
 */
export function canFillRows({ header, body }: Pick<Table, 'header' | 'body'>): boolean {
  const written = body.reduce((sum, { cells }) => sum + cells.length, header.length);
  return header.length * (body.length + 1) <= written * MOST_PER_CELL;
}

/** Whether a note holds a table as such: what is made of a tier list is none. */
export function isWritten({ delimiterSpan }: Pick<Table, 'delimiterSpan'>): boolean {
  return delimiterSpan.to > delimiterSpan.from;
}
