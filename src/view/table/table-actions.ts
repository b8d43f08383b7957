import type { IconName } from 'obsidian';
import type { MessageKey } from '../../i18n';
import type { ScoreColumn, ShownOrder, ShownTable } from '../../model/table-order';
import type { ColumnAlign } from '../../model/table';

/** The columns and rows of a table that are to be copied, `rows` no longer than `header`. */
export interface CopiedTable {
  readonly header: readonly string[];
  readonly align: readonly ColumnAlign[];
  readonly rows: readonly (readonly string[])[];
}

/** A form in which a table is copied. */
export interface TableFormat {
  readonly icon: IconName;
  readonly title: MessageKey;
  /** The title of copying what is hidden, too. */
  readonly titleOfAll: MessageKey;
  /** Whether it is handed cells as they are written; else as plain text. */
  readonly takesMarkdown: boolean;
  readonly text: (table: CopiedTable) => string;
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
  readonly formats: readonly TableFormat[];
  readonly copy: (format: TableFormat, table: CopiedTable) => void;
}
