import { kindOfMark, type MarkKind } from '../../model/marks';
import type { Rung, Table, TableRow } from '../../model/table';
import type { ColumnRole } from '../../rank/columns';
import type { RankedRow, ScoreName } from '../../rank/ranking';
import { keyed } from '../core/keyed-list';

/** A mark and how often a row has it. */
export interface MarkCount {
  readonly mark: string;
  readonly count: number;
}

/** A table's row as it is shown. */
export interface RowModel {
  /** Stays with the row when rows are added, moved or taken away. */
  readonly key: string;
  /** Index of `table.body`. */
  readonly index: number;
  readonly line: number;
  /** `null` when the table has no rungs. */
  readonly rung: Rung | null;
  readonly cells: readonly string[];
  readonly value: readonly MarkCount[];
  readonly cost: readonly MarkCount[];
  /** Raw Markdown of the first other cell, for a row without marks; `''` if there is none. */
  readonly hint: string;
}

/** Which columns the narrow look shows in the row itself. */
export interface TableColumns {
  readonly rank: number | null;
  readonly subject: number | null;
}

/** What all rows of a table have in common. It is the same object as long as nothing of it changed. */
export interface RowLayout {
  readonly table: Table;
  readonly columns: TableColumns;
  /** The columns that are shown, left to right. */
  readonly shown: readonly number[];
  /** What the rows are ranked by; `null` where they are not. */
  readonly rankBy: ScoreName | null;
}

/** A row with what it needs to know of its table. */
export interface RowDatum {
  readonly kind: 'row';
  readonly key: string;
  readonly row: RowModel;
  readonly layout: RowLayout;
  /** Where the row stands; `null` where nothing is ranked. */
  readonly ranked: RankedRow | null;
  /** Whether it is the first of those that share its place: it says the place for all of them. */
  readonly isFirst: boolean;
  /** Whether another row has the same place. */
  readonly isShared: boolean;
  readonly isOpen: boolean;
  /** Whether it stands on another rung than in the note. */
  readonly isMoved: boolean;
  /** The columns that do not count for this row in what the table is sorted or ranked by. */
  readonly uncounted: readonly number[];
}

export function columnsOf(table: Table): TableColumns {
  if (table.tier) return { rank: table.tier.rankColumn, subject: table.tier.subjectColumn };
  return { rank: null, subject: table.header.length > 0 ? 0 : null };
}

/**
 * The rows of a table. A mark counts for what its column is; only where that says nothing for what it is itself.
 *
 * @param written the table in the note, and by row the row of it: what is moved stays the same row.
 */
export function rowsOf(
  table: Table,
  roles: () => readonly ColumnRole[],
  written: { readonly table: Table; readonly rows: readonly (number | null)[] },
): readonly RowModel[] {
  const columns = columnsOf(table);
  const rows = table.body.map((row, index) => ({ row, index, rung: table.tier?.rungs[index] ?? null }));
  const nameOf = (row: TableRow | undefined, rung: Rung | null | undefined): string =>
    rung ? `${rung.rankText}|${rung.subject}` : (row?.cells[columns.subject ?? 0] ?? '');
  const { body, tier } = written.table;
  const keys = keyed([...body.entries()], ([index, row]) => nameOf(row, tier?.rungs[index]));
  return rows.map(({ row, index, rung }) => {
    const at = written.rows[index] ?? null;
    const key = at === null ? nameOf(row, rung) : (keys[at]?.key ?? '');
    const value = marksOf(rung, 'value', roles);
    const cost = marksOf(rung, 'cost', roles);
    const hasMarks = value.length + cost.length > 0;
    return {
      key,
      index,
      line: row.line,
      rung,
      cells: row.cells,
      value,
      cost,
      hint: hasMarks ? '' : firstOther(row.cells, columns),
    };
  });
}

function marksOf(rung: Rung | null, kind: MarkKind, roles: () => readonly ColumnRole[]): readonly MarkCount[] {
  const counts = new Map<string, number>();
  for (const { column, marks } of rung?.cells ?? []) {
    if (marks.length === 0) continue;
    const role = roles()[column];
    for (const { mark, count } of marks) {
      const kindHere = role === 'value' || role === 'cost' ? role : kindOfMark(mark);
      if (kindHere === kind) counts.set(mark, (counts.get(mark) ?? 0) + count);
    }
  }
  return [...counts].map(([mark, count]) => ({ mark, count }));
}

function firstOther(cells: readonly string[], { rank, subject }: TableColumns): string {
  return cells.find((cell, column) => column !== rank && column !== subject && cell !== '') ?? '';
}
