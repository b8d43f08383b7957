/** Up to so many cells the whole table of all lines against all lines is looked at. */
const MOST_CELLS = 60_000;
/** In a larger one, so many lines before and after the expected one; fewer in very long texts. */
const REACH = 24;
const LEAST_REACH = 4;
const MOST_REACHED = 150_000;

/** A line of the one text that surely belongs to a line of the other; 0-based. */
export interface Anchor {
  readonly row: number;
  readonly column: number;
}

/**
 * The part of a table of places between lines (`rows` + 1 by `columns` + 1) in which an alignment is looked for, so that long texts
 * take time in proportion to their length: around the straight lines from anchor to anchor.
 */
export class Band {
  /** How many cells there are. */
  readonly size: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #offset: Int32Array;

  /** @param anchors in ascending order of both rows and columns; asked for only where the table is large. */
  constructor(
    readonly rows: number,
    readonly columns: number,
    anchors: () => readonly Anchor[],
  ) {
    this.#from = new Int32Array(rows + 1);
    this.#to = new Int32Array(rows + 1).fill(columns);
    this.#offset = new Int32Array(rows + 1);
    if ((rows + 1) * (columns + 1) > MOST_CELLS) this.#narrow([...anchors(), { row: rows, column: columns }]);
    let size = 0;
    for (let row = 0; row <= rows; row++) {
      this.#offset[row] = size - this.first(row);
      size += this.last(row) - this.first(row) + 1;
    }
    this.size = size;
  }

  /** The row's first column. */
  first(row: number): number {
    return this.#from[row] ?? 0;
  }

  /** The row's last column, inclusive. */
  last(row: number): number {
    return this.#to[row] ?? -1;
  }

  /** The index of a cell, −1 where it is outside. */
  at(row: number, column: number): number {
    if (row > this.rows || column < this.first(row) || column > this.last(row)) return -1;
    return (this.#offset[row] ?? 0) + column;
  }

  #narrow(anchors: readonly Anchor[]): void {
    this.#from.fill(this.columns);
    this.#to.fill(0);
    const width = Math.max(LEAST_REACH, Math.min(REACH, MOST_REACHED / this.rows));
    let start: Anchor = { row: 0, column: 0 };
    for (const end of anchors) {
      const slope = (end.column - start.column) / Math.max(1, end.row - start.row);
      const reach = width + slope;
      for (let row = start.row; row <= end.row; row++) {
        // Where all columns belong to one row, that row has them all.
        const column = start.row === end.row ? start.column : start.column + (row - start.row) * slope;
        const first = Math.max(start.column, Math.floor(column - reach));
        const last = start.row === end.row ? end.column : Math.min(end.column, Math.ceil(column + reach));
        this.#from[row] = Math.min(this.first(row), first);
        this.#to[row] = Math.max(this.last(row), last);
      }
      start = end;
    }
  }
}
