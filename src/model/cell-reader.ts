import type { Mark } from './table';

/**
 * How a cell's raw Markdown is read. Handed in to what turns tables, so that ordinary tables, whose cells the note's model does
 * not read, can be turned like tier tables. All three are total and always answer the same for the same cell.
 */
export interface CellReader {
  /** The cell as plain text, trimmed; `''` for a cell that shows nothing. */
  plain(cell: string): string;
  /** The rung that the cell says, as `Rung.rank` is; `null` if it says none. */
  rank(cell: string): number | null;
  /** The marks of the cell, in order; empty if there are none. */
  marks(cell: string): readonly Mark[];
}
