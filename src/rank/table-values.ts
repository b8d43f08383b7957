import type { CellReader } from '../model/cell-reader';
import type { Table } from '../model/table';
import { readBehindMarks, readCellValue, type CellValue } from './cell-value';
import { comparable, type Measure } from './column-kind';
import { notationOf, type Notation } from './notation';
import { onScale } from './scale';
import { fold } from '../text/fold';

/** What most cells of a column say, blank ones left aside. */
export type ColumnContent = 'marks' | 'numbers' | 'text' | 'blank';

/** The cells of one column. */
export interface ColumnValues {
  /** Cells as plain text. */
  readonly plain: readonly string[];
  readonly cells: readonly CellValue[];
  readonly content: ColumnContent;
  /** What its numbers measure. */
  readonly measure: Measure;
  /**
   * What cells say as numbers that can be compared within the column; `null` for cells of words, marks or nothing, and for those of
   * another kind than the column.
   */
  readonly numbers: readonly (number | null)[];
  /** How its unit is written around a number; see `Comparable`. */
  readonly form: string;
}

/** The cells that are written in a column: a row that ends before it has none there. */
export interface WrittenColumn extends ColumnValues {
  /** Where they stand: indexes of `table.body`, ascending, one a cell. */
  readonly rows: readonly number[];
}

/** More rows than these are not read to see what a table's columns are. */
const HEAD = 64;

/** Below these headers digits are names: version 1.10 comes after 1.9. */
const NAMES = /^(?:versions?|версия|phone|телефон|isbn)$/i;

const NO_CELLS: readonly number[] = [];

/**
 * A table with every cell read once, on which all turning works. Make it when the table was read and keep it: each column is read
 * when it is first asked for. Rows are indexes of `table.body`, columns 0-based. What goes over many columns goes over those as
 * they are written: a header may be wide and its rows short.
 */
export class TableValues {
  readonly #reader: CellReader;
  /** By column the rows that have a cell in it. */
  #rows: readonly (readonly number[])[] | null = null;
  /** By row the marks that stand in it. */
  #marks: readonly ReadonlySet<string>[] | null = null;

  /** A column as it is written. One that the table does not have is empty. */
  readonly written = eachOnce((column): WrittenColumn => {
    const rows = (this.#rows ??= rowsByColumn(this.table))[column] ?? NO_CELLS;
    const raw = rows.map((row) => this.table.body[row]?.cells[column] ?? '');
    return { rows, ...readColumn(raw, this.#reader, this.header(column)) };
  });

  /** A column with a value for each body row, blank where none is written. For one column that is turned by, not for all. */
  readonly column = eachOnce((column): ColumnValues => {
    const { rows, plain, cells, content, measure, numbers, form } = this.written(column);
    return {
      plain: spread(rows, plain, '', this.rowCount),
      cells: spread(rows, cells, readCellValue('', this.#reader), this.rowCount),
      content,
      measure,
      form,
      numbers: spread(rows, numbers, null, this.rowCount),
    };
  });

  /** A row's written cells as they are searched, by column: plain text in which case and `ё` do not matter. */
  readonly searched = eachOnce((row): readonly string[] =>
    (this.table.body[row]?.cells ?? []).map((cell) => fold(this.#reader.plain(cell))),
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

  /** The table's first rows, for what is asked of any table that is shown, however long it is. */
  get head(): TableValues {
    const { table } = this;
    return table.body.length <= HEAD
      ? this
      : new TableValues({ ...table, body: table.body.slice(0, HEAD) }, this.#reader);
  }

  get rowCount(): number {
    return this.table.body.length;
  }

  get columnCount(): number {
    return this.table.header.length;
  }

  /** A cell as plain text; `''` where none is written. */
  plain(row: number, column: number): string {
    return this.#reader.plain(this.table.body[row]?.cells[column] ?? '');
  }

  /** The marks of a row, as they first stand in it. One that a header explains is meant in that header's column alone. */
  marksIn(row: number): ReadonlySet<string> {
    return (this.#marks ??= this.#readMarks())[row] ?? new Set();
  }

  #readMarks(): readonly ReadonlySet<string>[] {
    const marks = this.table.body.map(() => new Set<string>());
    const columns = [...this.table.header.keys()];
    const explained = new Map(
      Object.keys(this.table.legend).map((mark) => {
        const own = columns.filter((column) => explains(this.header(column), mark));
        return [mark, own.length > 0 ? new Set(own) : null] as const;
      }),
    );
    for (const column of columns) {
      const { rows, cells } = this.written(column);
      for (const [index, cell] of cells.entries()) {
        for (const { mark } of cell.kind === 'marks' ? cell.marks : []) {
          if (explained.get(mark)?.has(column) ?? true) marks[rows[index] ?? 0]?.add(mark);
        }
      }
    }
    return marks;
  }

  /** The header cell as plain text; `''` for a column that the table does not have. */
  header(column: number): string {
    return this.#reader.plain(this.table.header[column] ?? '');
  }
}

/** Whether a header says what a mark means: `Gain (🟢=good)`. */
function explains(header: string, mark: string): boolean {
  const [, ...behind] = header.split(mark);
  return behind.some((text) => /^\uFE0F?\s*(?:[=—–:]|-\s)/u.test(text));
}

/** Reads each column or row when it is first asked for, and keeps what was read. */
function eachOnce<T>(read: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const found = known.get(index) ?? read(index);
    known.set(index, found);
    return found;
  };
}

/** By column the rows that have a cell in it: as many numbers as cells are written. */
function rowsByColumn({ body }: Table): readonly (readonly number[])[] {
  const columns: number[][] = [];
  for (const [row, { cells }] of body.entries()) {
    for (const column of cells.keys()) (columns[column] ??= []).push(row);
  }
  return columns;
}

/** One value a row: those that stand in `rows`, and the same for all others. */
export function spread<T>(rows: readonly number[], values: readonly T[], otherwise: T, rowCount: number): readonly T[] {
  const all = new Array<T>(rowCount).fill(otherwise);
  for (const [index, row] of rows.entries()) all[row] = values[index] ?? otherwise;
  return all;
}

function readColumn(raw: readonly string[], reader: CellReader, header: string): ColumnValues {
  const plain = raw.map((cell) => reader.plain(cell));
  const notation = notationOf(plain, header);
  const isNames = NAMES.test(header);
  const read = raw.map((cell, row): CellValue => {
    const value = readCellValue(cell, reader, plain[row], notation);
    return isNames && value.kind === 'number' ? { kind: 'text' } : value;
  });
  const cells = onScale(withMinuses(withoutOneMark(read, plain, notation)), plain, reader);
  const { numbers, ...counted } = comparable(cells);
  return { plain, cells, content: contentOf(cells, numbers), numbers, ...counted };
}

/** Where one mark opens every cell, it tells none from another: the numbers or dates behind it are what the column says. */
function withoutOneMark(
  cells: readonly CellValue[],
  plain: readonly string[],
  notation: Notation,
): readonly CellValue[] {
  const marks = cells.flatMap((cell) => (cell.kind === 'marks' ? cell.marks : []));
  const behind = cells.map((cell, index) => {
    if (cell.kind !== 'marks') return cell;
    return cell.marks.length > 1 ? null : readBehindMarks(plain[index] ?? '', notation);
  });
  const isOne = marks.every(({ mark, count }) => count === 1 && mark === marks[0]?.mark);
  return isOne && behind.every((cell) => cell !== null) ? behind : cells;
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

function contentOf(cells: readonly CellValue[], numbers: readonly (number | null)[]): ColumnContent {
  const filled = cells.filter(({ kind }) => kind !== 'blank').length;
  if (filled === 0) return 'blank';
  if (cells.filter(({ kind }) => kind === 'marks').length * 2 >= filled) return 'marks';
  return numbers.filter((number) => number !== null).length * 2 >= filled ? 'numbers' : 'text';
}
