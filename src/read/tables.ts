import type { ColumnAlign, Table, TableRow } from '../model/table';
import type { Problem } from '../model/problem';
import { CODE, lineStart, skipSpace, trimEnd } from '../markdown/lines';
import { readLegend } from './legend';
import { readTier } from './tier';

/** A table whose rows are still being read. */
interface OpenTable {
  readonly line: number;
  readonly header: readonly string[];
  readonly align: readonly ColumnAlign[];
  readonly caption: string;
  readonly callout: string;
  /** What stands above the header. */
  readonly above: string;
  readonly body: TableRow[];
  /** Where the header's line begins, and where the last row's ends. */
  readonly from: number;
  end: number;
  endLine: number;
}

/** As much of the text above a table is looked at besides its caption. */
const LEAD_LENGTH = 160;
/** And as much of its caption. */
const CAPTION_LENGTH = 500;

/** Gathers pipe tables as GitHub-flavoured Markdown defines them (https://github.github.com/gfm/#tables-extension-). */
export class TableReader {
  readonly #text: string;
  readonly #rowsAlone: boolean;
  readonly tables: Table[] = [];
  /** Rows that say more than the header has columns for, tables joined to the one above, and legends that contradict themselves. */
  readonly problems: Problem[] = [];
  #open: OpenTable | null = null;

  /** @param rowsAlone whether tiers and legends are not asked for. */
  constructor(text: string, rowsAlone: boolean) {
    this.#text = text;
    this.#rowsAlone = rowsAlone;
  }

  /** Whether rows are being read. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /**
   * Begins a table where a delimiter row with these columns stands below a line that has as many cells, the header. False when
   * it has not.
   *
   * @param caption As plain text.
   */
  begin(
    { line, from, end }: { readonly line: number; readonly from: number; readonly end: number },
    align: readonly ColumnAlign[],
    caption: string,
    callout: string,
  ): boolean {
    const header = splitRow(this.#text, from, end);
    if (header.length !== align.length) return false;
    this.#open = {
      line,
      endLine: line + 1,
      from: lineStart(this.#text, from),
      end,
      header,
      align,
      body: [],
      caption,
      callout,
      above: this.#text.slice(Math.max(0, from - LEAD_LENGTH), from),
    };
    return true;
  }

  /** One more body row. Cells that the header has no column for are dropped; those that do not stand there are not made up. */
  row(line: number, from: number, end: number): void {
    const open = this.#open;
    if (open === null) throw new Error(`table row on line ${line} without a table`);
    const cells = splitRow(this.#text, from, end);
    const { length } = open.header;
    if (cells.length > length) {
      const surplus = cells.slice(length);
      if (surplus.some((cell) => cell !== '')) {
        this.problems.push({ code: 'row-overflow', line, cells: cells.length, columns: length });
      }
      cells.length = length;
    }
    const above = open.body.at(-1);
    if (above && readDelimiterRow(this.#text, from, end))
      this.problems.push({ code: 'table-joined', line: above.line });
    open.body.push({ line, cells });
    open.endLine = line;
    open.end = end;
  }

  /** Ends the open table and returns it; `null` when none is open. */
  close(): Table | null {
    const open = this.#open;
    if (open === null) return null;
    this.#open = null;
    const { line, endLine, header, align, body, caption, callout } = open;
    if (this.#rowsAlone) return { line, endLine, header, align, body, caption, callout, legend: {}, tier: null };
    const tier = readTier(header, body, `${caption.slice(0, CAPTION_LENGTH)}\n${open.above}`);
    const legend = readLegend(this.#text, open, tier, (mark, first, second) =>
      this.problems.push({ code: 'legend-twice', line, mark, first, second }),
    );
    const whole: Table = { line, endLine, header, align, body, caption, callout, legend, tier };
    this.tables.push(whole);
    return whole;
  }
}

/** `|---|:-:|` as the columns' alignment; `null` when the line is not a delimiter row. */
export function readDelimiterRow(text: string, from: number, end: number): ColumnAlign[] | null {
  let at = from;
  if (text.charCodeAt(at) === CODE.pipe) at++;
  let pipes = at - from;
  // Most lines that are looked at are list items, which end here at the first cell: nothing is made for them.
  let align: ColumnAlign[] | null = null;
  for (;;) {
    at = skipSpace(text, at, end);
    const left = text.charCodeAt(at) === CODE.colon && at < end;
    if (left) at++;
    const dashes = at;
    while (at < end && text.charCodeAt(at) === CODE.dash) at++;
    if (at === dashes) return null;
    const right = text.charCodeAt(at) === CODE.colon && at < end;
    if (right) at++;
    at = skipSpace(text, at, end);
    if (at < end && text.charCodeAt(at) !== CODE.pipe) return null;
    align ??= [];
    align.push(left && right ? 'center' : left ? 'left' : right ? 'right' : null);
    if (at >= end) break;
    pipes++;
    at = skipSpace(text, at + 1, end);
    if (at >= end) break;
  }
  return pipes === 0 ? null : align;
}

/** The cells of a row, trimmed, without the outer pipes; `\|` is a pipe of the cell's own. */
export function splitRow(text: string, from: number, end: number): string[] {
  const first = skipSpace(text, from, end);
  const row = text.slice(first, trimEnd(text, first, end));
  let start = row.startsWith('|') ? 1 : 0;
  const cells: string[] = [];
  let escaped = false;
  for (let at = row.indexOf('|', start); at !== -1; at = row.indexOf('|', at + 1)) {
    let before = at;
    while (before > start && row.charCodeAt(before - 1) === CODE.backslash) before--;
    // A backslash that another one escapes escapes nothing.
    if ((at - before) % 2 === 1) escaped = true;
    else {
      cells.push(cellText(row, start, at, escaped));
      start = at + 1;
      escaped = false;
    }
  }
  if (start < row.length || cells.length === 0) cells.push(cellText(row, start, row.length, escaped));
  return cells;
}

function cellText(text: string, from: number, end: number, escaped: boolean): string {
  const start = skipSpace(text, from, end);
  const cell = text.slice(start, trimEnd(text, start, end));
  return escaped ? cell.replaceAll('\\|', '|') : cell;
}
