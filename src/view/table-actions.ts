import type { ScoreColumn, ShownOrder, ShownTable } from '../model/table-order';
import type { ColumnAlign } from '../model/table';

/** The columns and rows of a table that are to be copied: raw Markdown cells, `rows` no longer than `header`. */
export interface CopiedTable {
  readonly header: readonly string[];
  readonly align: readonly ColumnAlign[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What a table's buttons can do beyond showing it. Each tells the user how it ended; none throws. Those that write into the note
 * show first what they will write.
 */
export interface TableActions {
  readonly applyOrder: (shown: ShownOrder) => void;
  /** `score` is offered as a further column of the copy. */
  readonly insertRankedTable: (shown: ShownOrder, score: ScoreColumn | null) => void;
  readonly addScoreColumn: (shown: ShownTable, score: ScoreColumn) => void;
  readonly copyAsMarkdown: (table: CopiedTable) => void;
  readonly copyAsCsv: (table: CopiedTable) => void;
  readonly copyForSpreadsheet: (table: CopiedTable) => void;
}
