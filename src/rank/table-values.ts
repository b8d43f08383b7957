import type { CellReader } from '../model/cell-reader';
import type { Table } from '../model/table';
import { readCellValue, type CellValue } from './cell-value';
import type { CellNumber } from './number';
import { fold } from './words';

/** What most cells of a column say, blank ones left aside. */
export type ColumnContent = 'marks' | 'numbers' | 'text' | 'blank';

/** One column of a table, a value a body row each. */
export interface ColumnValues {
  /** Cells as plain text. */
  readonly plain: readonly string[];
  readonly cells: readonly CellValue[];
  readonly content: ColumnContent;
  /** What cells say as numbers that can be compared within the column; `null` for cells of words, marks or nothing. */
  readonly numbers: readonly (number | null)[];
}

/**
 * A table with every cell read once, on which all turning works. Make it when the table was read and keep it: each column is read
 * when it is first asked for. Rows are indexes of `table.body`, columns 0-based.
 */
export class TableValues {
  readonly #reader: CellReader;
  /** A column that the table does not have is a blank one. */
  readonly column = eachOnce((column) =>
    readColumn(
      this.table.body.map((row) => row.cells[column] ?? ''),
      this.#reader,
    ),
  );

  /** The column's cells as they are searched, a body row each: plain text in which case and `ё` do not matter. */
  readonly folded = eachOnce((column) => this.column(column).plain.map(fold));

  /** The column's cells as rungs, a body row each; `null` where a cell says none. */
  readonly rungs = eachOnce((column): readonly (number | null)[] => {
    const { body, tier } = this.table;
    return tier?.rankColumn === column
      ? tier.rungs.map((rung) => rung.rank)
      : body.map((row) => this.#reader.rank(row.cells[column] ?? ''));
  });

  constructor(
    readonly table: Table,
    reader: CellReader,
  ) {
    this.#reader = reader;
  }

  get rowCount(): number {
    return this.table.body.length;
  }

  get columnCount(): number {
    return this.table.header.length;
  }

  /** The header cell as plain text; `''` for a column that the table does not have. */
  header(column: number): string {
    return this.#reader.plain(this.table.header[column] ?? '');
  }
}

/** Reads each column when it is first asked for, and keeps what was read. */
function eachOnce<T>(read: (column: number) => T): (column: number) => T {
  const known = new Map<number, T>();
  return (column) => {
    const found = known.get(column) ?? read(column);
    known.set(column, found);
    return found;
  };
}

function readColumn(raw: readonly string[], reader: CellReader): ColumnValues {
  const plain = raw.map((cell) => reader.plain(cell));
  const cells = withMinuses(raw.map((cell, row) => readCellValue(cell, reader, plain[row])));
  return { plain, cells, content: contentOf(cells), numbers: comparable(cells) };
}

/** A hyphen in a column that has `+` marks is their opposite, not a blank. */
function withMinuses(cells: readonly CellValue[]): readonly CellValue[] {
  const plus = cells.some((cell) => cell.kind === 'marks' && cell.marks.some(({ mark }) => mark === '+'));
  if (!plus) return cells;
  return cells.map((cell) =>
    cell.kind === 'blank' && cell.dashes > 0
      ? { kind: 'marks', marks: [{ mark: '−', count: cell.dashes, words: '' }] }
      : cell,
  );
}

function contentOf(cells: readonly CellValue[]): ColumnContent {
  const count = { marks: 0, number: 0, word: 0, text: 0, blank: 0 };
  for (const { kind } of cells) count[kind]++;
  const filled = cells.length - count.blank;
  if (filled === 0) return 'blank';
  if (count.marks * 2 >= filled) return 'marks';
  return (count.number + count.word) * 2 >= filled ? 'numbers' : 'text';
}

/**
 * Numbers as they compare within their column. Where several units of one dimension stand, all count in that of the first; an
 * arrow down makes a number negative, but for a column in which every number goes down.
 */
function comparable(cells: readonly CellValue[]): readonly (number | null)[] {
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [cell.number] : []));
  const unit = numbers[0]?.unit ?? null;
  const oneDimension = unit !== null && numbers.every((number) => number.unit?.dimension === unit.dimension);
  const signed = !numbers.every((number) => number.arrow === 'down');
  const valueOf = (number: CellNumber): number => {
    const value = oneDimension ? (number.value * (number.unit?.size ?? unit.size)) / unit.size : number.value;
    return signed && number.arrow === 'down' ? -value : value;
  };
  return cells.map((cell) => {
    if (cell.kind === 'number') return valueOf(cell.number);
    return cell.kind === 'word' ? cell.amount : null;
  });
}
