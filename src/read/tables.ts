import type { ColumnAlign, Table, TableRow } from '../model/table';
import type { Problem } from '../model/problem';
import type { Span } from '../model/span';
import { lineStart } from '../markdown/lines';
import { readDelimiterRow, splitRow } from '../markdown/table-row';
import { LegendReader } from './legend';
import { readTier, tierIn } from './tier';

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
  readonly headerSpan: Span;
  readonly delimiterSpan: Span;
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
  #legends: LegendReader | null = null;
  /** Whether a table of one row was read that is no ladder by itself. */
  #hasLoneRows = false;

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
   * Begins a table: a delimiter row with these columns stands below a line that has as many cells, the header.
   *
   * @param delimiterSpan The delimiter row.
   * @param caption As plain text.
   */
  begin(
    { line, from, end }: { readonly line: number; readonly from: number; readonly end: number },
    delimiterSpan: Span,
    align: readonly ColumnAlign[],
    caption: string,
    callout: string,
  ): void {
    const header = splitRow(this.#text, from, end);
    if (header.length !== align.length) throw new Error(`line ${line} is no header of ${align.length} columns`);
    this.#open = {
      line,
      endLine: line + 1,
      headerSpan: { from, to: end },
      delimiterSpan,
      from: lineStart(this.#text, from),
      end: delimiterSpan.to,
      header,
      align,
      body: [],
      caption,
      callout,
      above: this.#text.slice(Math.max(0, from - LEAD_LENGTH), from),
    };
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
    open.body.push({ span: { from, to: end }, line, cells });
    open.endLine = line;
    open.end = end;
  }

  /** Ends the open table and returns it; `null` when none is open. */
  close(): Table | null {
    const open = this.#open;
    if (open === null) return null;
    this.#open = null;
    if (this.#rowsAlone) return tableOf(open, {}, null);
    const { line, header, body, caption } = open;
    const tier = readTier(header, body, `${caption.slice(0, CAPTION_LENGTH)}\n${open.above}`);
    this.#legends ??= new LegendReader(this.#text);
    const legend = this.#legends.read(open, tier, (mark, first, second) =>
      this.problems.push({ code: 'legend-twice', line, mark, first, second }),
    );
    const whole = tableOf(open, legend, tier);
    this.tables.push(whole);
    this.#hasLoneRows ||= isLoneRow(whole);
    return whole;
  }

  /** All tables, once the last one is closed: one of a lone row is a ladder's where the tables of the same header are one together. */
  finish(): readonly Table[] {
    return this.#hasLoneRows ? withLoneRungs(this.tables) : this.tables;
  }
}

const isLoneRow = ({ body, tier }: Table): boolean => body.length === 1 && tier === null;

function withLoneRungs(tables: readonly Table[]): readonly Table[] {
  const keyOf = ({ header }: Table): string => header.join('|');
  const lone = new Set(tables.filter(isLoneRow).map(keyOf));
  // What a copy of a table says once more is the same row.
  const rows = new Map<string, Map<string, TableRow>>();
  for (const table of tables) {
    const key = keyOf(table);
    if (!lone.has(key)) continue;
    const all = rows.get(key) ?? new Map<string, TableRow>();
    rows.set(key, all);
    for (const row of table.body) if (!all.has(row.cells.join('|'))) all.set(row.cells.join('|'), row);
  }
  const ladders = new Map<string, number | undefined>();
  for (const table of tables) {
    const key = keyOf(table);
    const all = rows.get(key);
    // Once a header: many thousands of tables may have the same.
    if (all && all.size > 1 && !ladders.has(key))
      ladders.set(key, readTier(table.header, [...all.values()])?.rankColumn);
  }
  return tables.map((table) => {
    const rankColumn = isLoneRow(table) ? ladders.get(keyOf(table)) : undefined;
    return rankColumn === undefined ? table : { ...table, tier: tierIn(table.header, table.body, rankColumn) };
  });
}

/** Spelled out: many thousands are made in a vault, and copies by spreading take longer than all the rest. */
function tableOf(open: OpenTable, legend: Table['legend'], tier: Table['tier']): Table {
  return {
    span: { from: open.headerSpan.from, to: open.end },
    headerSpan: open.headerSpan,
    delimiterSpan: open.delimiterSpan,
    line: open.line,
    endLine: open.endLine,
    header: open.header,
    align: open.align,
    body: open.body,
    caption: open.caption,
    callout: open.callout,
    legend,
    tier,
  };
}
