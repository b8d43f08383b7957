import type { Span } from './span';

/** A pipe table that Obsidian would render, with every cell as written. */
export interface Table {
  /** From the beginning of the header row to the end of the last row. */
  readonly span: Span;
  /** The header row; see `TableRow.span`. */
  readonly headerSpan: Span;
  /** The row of dashes below it. */
  readonly delimiterSpan: Span;
  /** The header row's line. */
  readonly line: number;
  /** The last body row's line; the delimiter row's line when there is no body. */
  readonly endLine: number;
  /** Raw Markdown of each header cell, trimmed, `\|` already turned into `|`. Its length is the number of columns. */
  readonly header: readonly string[];
  readonly align: readonly ColumnAlign[];
  readonly body: readonly TableRow[];
  /** The nearest heading above, as plain text, or `''`. */
  readonly caption: string;
  /** The type of the innermost callout the table stands in (`nexus_agent`), or `''`. */
  readonly callout: string;
  /** What marks mean, from the header, else from a list near by: `{ '🟢': 'clear gain' }`. */
  readonly legend: Readonly<Record<string, string>>;
  /** Set when the table's rows are rungs. */
  readonly tier: Tier | null;
}

export type ColumnAlign = 'left' | 'right' | 'center' | null;

export interface TableRow {
  /** From what follows quote marks, list marker and indentation to the end of the line; `cellOffsets` finds the cells in it. */
  readonly span: Span;
  readonly line: number;
  /**
   * Raw Markdown a column, as far as the row is written: missing cells are not there and mean `''`, surplus ones are dropped. Never
   * longer than the header, which may be much longer: whatever goes over a table's cells goes over these.
   */
  readonly cells: readonly string[];
}

/** What makes a table a tier table. Columns are 0-based here (the contract's are 1-based). */
export interface Tier {
  readonly rankColumn: number;
  /** What is ranked: the first column that is not the rank column and has text; `null` if there is none. */
  readonly subjectColumn: number | null;
  /** One a body row, in the same order. */
  readonly rungs: readonly Rung[];
}

export interface Rung {
  /**
   * The rung's own value: a number, Roman number or T-number as a number, a range its first; letters, medals and words by the
   * vocabulary's scale; `null` if the cell says none.
   */
  readonly rank: number | null;
  /** The rank cell as plain text. */
  readonly rankText: string;
  /** The subject cell as plain text. */
  readonly subject: string;
  /** The other columns' cells in column order, those without text left out. */
  readonly cells: readonly RungCell[];
  /** Sum of the cells' marks: `{ '🟢': 2, '💰': 5 }`. */
  readonly marks: Readonly<Record<string, number>>;
}

export interface RungCell {
  /** 0-based. */
  readonly column: number;
  /** The cell as plain text. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** An emoji or listed sign that opens a cell or a part of one, with its direct repeats and the words after it. */
export interface Mark {
  /** The sign itself, once. */
  readonly mark: string;
  /** How often it is repeated without anything between: `💰💰💰` is 3. */
  readonly count: number;
  /** The words after it, up to the next part; `''` if none. */
  readonly words: string;
}
