import type { CopiedTable } from '../table-actions';
import type { TurnedTable } from './turned-table';

/** Which part of a table is meant: what is shown, in its order and with its columns alone, or all of it as the note has it. */
export type CopyPart = 'shown' | 'all';

/** A table for elsewhere, its cells as they are written. */
export function copiedMarkdown(turned: TurnedTable, part: CopyPart): CopiedTable {
  const { table } = turned.values;
  return copied(
    turned,
    part,
    (column) => table.header[column] ?? '',
    (row, column) => table.body[row]?.cells[column] ?? '',
  );
}

/** A table for elsewhere, its cells as plain text: what reads CSV knows no Markdown. */
export function copiedText(turned: TurnedTable, part: CopyPart): CopiedTable {
  const { values } = turned;
  return copied(
    turned,
    part,
    (column) => values.header(column),
    (row, column) => values.column(column).plain[row] ?? '',
  );
}

function copied(
  { values, groups, columns }: TurnedTable,
  part: CopyPart,
  headerAt: (column: number) => string,
  cellAt: (row: number, column: number) => string,
): CopiedTable {
  const { header, align, body } = values.table;
  const chosen = part === 'all' ? [...header.keys()] : columns;
  const rows = part === 'all' ? [...body.keys()] : groups.flatMap((group) => group.rows.map(({ row }) => row));
  return {
    header: chosen.map(headerAt),
    align: chosen.map((column) => align[column] ?? null),
    rows: rows.map((row) => chosen.map((column) => cellAt(row, column))),
  };
}
