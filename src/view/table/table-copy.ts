import { canFillRows } from '../../model/table-shape';
import type { CopiedTable } from './table-actions';
import type { ArrangedTable } from './arranged-table';

/** A table for elsewhere, its cells as they are written: what is shown, or with `all` everything as the note has it. */
export function copiedMarkdown(arranged: ArrangedTable, all: boolean): CopiedTable {
  const { header, body } = arranged.values.table;
  return copied(
    arranged,
    all,
    (column) => header[column],
    (row, column) => body[row]?.cells[column],
  );
}

/** The same, its cells as plain text: what reads CSV knows no Markdown. */
export function copiedText(arranged: ArrangedTable, all: boolean): CopiedTable {
  const { values } = arranged;
  return copied(
    arranged,
    all,
    (column) => values.header(column),
    (row, column) => values.plain(row, column),
  );
}

function copied(
  { values, groups, columns }: ArrangedTable,
  all: boolean,
  headerAt: (column: number) => string | undefined,
  cellAt: (row: number, column: number) => string | undefined,
): CopiedTable {
  const { header, align, body } = values.table;
  const chosen = all ? [...header.keys()] : columns;
  const isFilled = canFillRows(values.table);
  const written = (row: number): readonly number[] => (isFilled ? chosen : until(chosen, body[row]?.cells.length ?? 0));
  const rows = all ? [...body.keys()] : groups.flatMap((group) => group.rows.map(({ row }) => row));
  return {
    header: chosen.map((column) => headerAt(column) ?? ''),
    align: chosen.map((column) => align[column] ?? null),
    rows: rows.map((row) => written(row).map((column) => cellAt(row, column) ?? '')),
  };
}

/** Of ascending columns those before `end`, without a look at the others. */
function until(columns: readonly number[], end: number): readonly number[] {
  const first = columns.slice(0, end);
  return first.slice(0, first.findLastIndex((column) => column < end) + 1);
}
