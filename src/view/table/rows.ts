import { kindOfMark } from '../../model/marks';
import type { Table, TableRow, Rung } from '../../model/table';
import { keyed } from '../pieces';
import type { TableOrder } from '../view-memory';

/** A mark and how often a row has it. */
export interface MarkCount {
  readonly mark: string;
  readonly count: number;
}

/** A table's row as it is shown. */
export interface RowModel {
  /** Stays with the row when rows are added, moved or taken away. */
  readonly key: string;
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

export function columnsOf(table: Table): TableColumns {
  if (table.tier) return { rank: table.tier.rankColumn, subject: table.tier.subjectColumn };
  return { rank: null, subject: table.header.length > 0 ? 0 : null };
}

/** The rows of a table, as written. */
export function rowsOf(table: Table): readonly RowModel[] {
  const columns = columnsOf(table);
  const rows = table.body.map((row, index) => ({ row, rung: table.tier?.rungs[index] ?? null }));
  const nameOf = ({ row, rung }: { row: TableRow; rung: Rung | null }): string =>
    rung ? `${rung.rankText}|${rung.subject}` : (row.cells[columns.subject ?? 0] ?? '');
  return keyed(rows, nameOf).map(({ key, item: { row, rung } }) => {
    const marks = Object.entries(rung?.marks ?? {}).map(([mark, count]) => ({ mark, count }));
    return {
      key,
      line: row.line,
      rung,
      cells: row.cells,
      value: marks.filter(({ mark }) => kindOfMark(mark) === 'value'),
      cost: marks.filter(({ mark }) => kindOfMark(mark) === 'cost'),
      hint: marks.length > 0 ? '' : firstOther(row.cells, columns),
    };
  });
}

function firstOther(cells: readonly string[], { rank, subject }: TableColumns): string {
  return cells.find((cell, column) => column !== rank && column !== subject && cell !== '') ?? '';
}

/** The rows in another order. Rows that are equal in that column stay as written; empty ones come last in both directions. */
export function orderRows(rows: readonly RowModel[], table: Table, order: TableOrder | null): readonly RowModel[] {
  if (!order) return rows;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const sign = order.descending ? -1 : 1;
  const byRank = order.column === table.tier?.rankColumn;
  const valueOf = (row: RowModel): number | string | null => {
    if (byRank) return row.rung?.rank ?? null;
    return plain(row.rung?.cells.find((cell) => cell.column === order.column)?.text ?? row.cells[order.column] ?? '');
  };
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * collator.compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}

/** Text to sort by: without the signs of Markdown; `null` for an empty cell. */
function plain(cell: string): string | null {
  const text = cell.replace(/[*_`[\]=~]/g, '').trim();
  return text === '' ? null : text;
}
