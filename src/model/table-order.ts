import type { Table } from './table';

/** A table as the user sees it. */
export interface ShownTable {
  /** Path of its note in the vault. */
  readonly path: string;
  /** As it was read; whether the note still has it is looked at before anything is written. */
  readonly table: Table;
}

/** A table and the order that its rows are shown in. */
export interface ShownOrder extends ShownTable {
  /** Indexes of `table.body`, every one of them once, the row shown first at the head. */
  readonly order: readonly number[];
  /** Where rows were moved to other rungs: of a tier list `order` has only the rows with an item then. */
  readonly moves?: ShownMoves;
}

/** The rungs that moved rows are to stand on. */
export interface ShownMoves {
  /** By place the rung, known by the first row that stands on it in the note. */
  readonly rungs: readonly number[];
  /** By place the rank cell, raw Markdown. */
  readonly cells: readonly string[];
  /** Called once they are written: they wait no longer. */
  readonly written: () => void;
}

/** A further column, for what rows score. */
export interface ScoreColumn {
  /** Raw Markdown. */
  readonly header: string;
  /** Raw Markdown, a body row each, in the order of `table.body`. */
  readonly cells: readonly string[];
}

/** Who knows a table that is shown in another order than it is written in. */
export interface TableOrderSource {
  /** The table that was turned last, `null` when every table is shown as written. Cheap: the palette asks it. */
  orderShown(): ShownOrder | null;
}
