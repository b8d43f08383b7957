import { plainText } from '../markdown/plain-text';
import { withoutComments } from '../markdown/unseen';
import type { Table, TableRow } from '../model/table';
import { readOpening, unlessProse } from './subject';

/** More than a number or a rung. */
export const saysMore = (cell: string): boolean => plainText(cell).length > 4;

/** A header that is a row like those below it: `| Parent | [[Idea]] |` over `| Child | [[Other]] |`; none where it names columns. */
export function headRow(
  { header, line }: Table,
  isLabel: (cell: string) => boolean,
): readonly Pick<TableRow, 'line' | 'cells'>[] {
  const [label = '', ...cells] = header;
  const isRow = cells.some((cell) => cell.startsWith('[[')) && isLabel(label);
  return isRow ? [{ line, cells: header }] : [];
}

/**
 * The first column that names notes by link; 0-based. Where nothing introduces the table as a list of links, only a number or a
 * rung may stand before it.
 */
export function linkColumn(table: Table, isIntroduced: boolean): number | null {
  let rows: readonly (readonly string[])[] = table.body.map((row) => row.cells);
  for (const column of table.header.keys()) {
    // No column is looked for in rows that end before it.
    rows = rows.filter((row) => row.length > column);
    if (rows.length === 0) return null;
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const links = cells.filter((cell) => {
      const seen = withoutComments(cell);
      return unlessProse(readOpening(seen, 0, cell.length), seen, cell.length) !== null;
    });
    if (links.length > 0 && links.length * 2 >= cells.length) return column;
    if (!isIntroduced && (column > 0 || cells.some(saysMore))) return null;
  }
  return null;
}
