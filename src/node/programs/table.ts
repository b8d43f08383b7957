import { parseArgs } from 'node:util';
import { translator } from '../../i18n';
import { plainText } from '../../markdown/plain-text';
import type { Table } from '../../model/table';
import { canFillRows } from '../../model/table-shape';
import { columnRoles, type ColumnRole } from '../../rank/columns';
import { sortNumbers, sortRows, type SortKey } from '../../rank/order';
import { rankBy, RANKINGS, type RankedRow, type ScoreName } from '../../rank/ranking';
import { TableValues } from '../../rank/table-values';
import { DEFAULT_WEIGHTS } from '../../rank/weights';
import { readMarks } from '../../read/marks';
import { readNote } from '../../read/note';
import { readRank } from '../../read/rank';
import { repairNote } from '../../repair/repair-note';
import { fold } from '../../text/fold';
import { csvText } from '../../write/table-csv';
import { markdownTable } from '../../write/table-markdown';
import { noteText } from '../note-text';
import { asking, type Output } from '../program';

const STATUS = { ok: 0, unreadable: 1, usage: 2 } as const;
const USAGE =
  'table -- FILE [--table N] [--sort COLUMN[:down]]… [--rank value|cost|value-for-cost] [--format csv|markdown|json]';
const FORMATS = ['csv', 'markdown', 'json'] as const;
const SCORES = RANKINGS.filter((name): name is ScoreName => name !== 'tier');
const CELLS = { plain: plainText, rank: (cell: string) => readRank(cell)?.value ?? null, marks: readMarks };
/** One language for all: the order of text does not depend on where this runs. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

interface Asked {
  readonly file: string;
  /** From 1; `null` for the first tier table, else the first. */
  readonly table: number | null;
  readonly sort: readonly string[];
  readonly rank: ScoreName | null;
  readonly format: (typeof FORMATS)[number];
}

/** What was asked for; `null` where that makes no sense. */
function readArguments(args: readonly string[]): Asked | null {
  const options = {
    table: { type: 'string' },
    sort: { type: 'string', multiple: true },
    rank: { type: 'string' },
    format: { type: 'string', default: 'csv' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...others] = positionals;
  const format = FORMATS.find((name) => name === values.format);
  const rank = SCORES.find((name) => name === values.rank) ?? null;
  const { table, sort = [] } = values;
  if (file === undefined || others.length > 0 || format === undefined) return null;
  if (values.rank !== undefined && (rank === null || sort.length > 0)) return null;
  if (table !== undefined && !/^[1-9]\d*$/.test(table)) return null;
  return { file, table: table === undefined ? null : Number(table), sort, rank, format };
}

/** Prints one table of a note, its rows in the order asked for. */
export const table = asking({ usage: USAGE, read: readArguments, run: printTable, failed: STATUS.unreadable });

async function printTable(asked: Asked, out: Output, err: Output): Promise<number> {
  const stored = await noteText(asked.file);
  const { tables } = readNote(repairNote(stored)?.text ?? stored);
  const chosen =
    asked.table === null ? (tables.find(({ tier }) => tier !== null) ?? tables[0]) : tables[asked.table - 1];
  if (chosen === undefined) {
    err.write(asked.table === null ? `${asked.file} has no table.\n` : `${asked.file} has no table ${asked.table}.\n`);
    return STATUS.unreadable;
  }
  const values = new TableValues(chosen, CELLS);
  const roles = columnRoles(values);
  const rows = orderedRows(values, roles, asked);
  if (typeof rows === 'string') {
    err.write(`${rows}\n`);
    return STATUS.usage;
  }
  out.write(inFormat(asked.format, values, roles, rows));
  return STATUS.ok;
}

/** A row, and where it stands where it is ranked among others. */
interface OrderedRow {
  readonly row: number;
  readonly ranked: RankedRow | null;
}

/** The rows in the order asked for, or why they cannot stand so. */
function orderedRows(
  values: TableValues,
  roles: readonly ColumnRole[],
  { sort, rank }: Asked,
): readonly OrderedRow[] | string {
  if (rank !== null) {
    const ranking = rankBy(values, rank, roles, DEFAULT_WEIGHTS);
    if (ranking.kind === 'unranked') return translator('en')(`table.noRanking.${ranking.reason}`);
    return [
      ...ranking.rows.map((ranked) => ({ row: ranked.row, ranked })),
      ...ranking.apart.map(({ row }) => ({ row, ranked: null })),
    ];
  }
  const keys: SortKey[] = [];
  for (const written of sort) {
    const key = sortKey(values, written);
    if (key === null) return `There is no column “${written}”.`;
    keys.push(key);
  }
  const context = { roles, weights: DEFAULT_WEIGHTS, collator: COLLATOR };
  return sortRows(values, keys, context).map((row) => ({ row, ranked: null }));
}

/** `2`, `2:down`, `Price`, `Price:down`; a header that ends so itself is found as it is. */
function sortKey(values: TableValues, written: string): SortKey | null {
  const whole = columnNamed(values, written);
  if (whole !== null) return { column: whole, descending: false };
  const [, name = '', way] = /^(.*):(up|down)$/su.exec(written) ?? [];
  const column = columnNamed(values, name);
  return column === null ? null : { column, descending: way === 'down' };
}

function columnNamed(values: TableValues, name: string): number | null {
  const headers = values.table.header.map((_, column) => values.header(column));
  const place = /^[1-9]\d*$/.test(name) ? Number(name) - 1 : -1;
  if (place in headers) return place;
  const exact = headers.indexOf(name);
  const column = exact === -1 ? headers.findIndex((header) => fold(header) === fold(name)) : exact;
  return column === -1 || name === '' ? null : column;
}

function inFormat(
  format: Asked['format'],
  values: TableValues,
  roles: readonly ColumnRole[],
  rows: readonly OrderedRow[],
): string {
  const { header, align, body } = values.table;
  const columnsIn = columnsPrinted(values.table);
  switch (format) {
    case 'csv': {
      const cells = rows.map(({ row }) => columnsIn(row).map((column) => values.plain(row, column)));
      return csvText([header.map((_, column) => values.header(column)), ...cells]);
    }
    case 'markdown': {
      const cells = rows.map(({ row }) => columnsIn(row).map((column) => body[row]?.cells[column] ?? ''));
      return markdownTable({ header, align, rows: cells });
    }
    case 'json':
      return `${JSON.stringify(asData(values, roles, rows))}\n`;
  }
}

/** The columns that a row is printed with: all of them, but where a wide header over short rows would make a small note huge. */
function columnsPrinted(table: Table): (row: number) => readonly number[] {
  const columns = [...table.header.keys()];
  if (canFillRows(table)) return () => columns;
  return (row) => columns.slice(0, table.body[row]?.cells.length ?? 0);
}

function asData(values: TableValues, roles: readonly ColumnRole[], rows: readonly OrderedRow[]): object {
  const { table } = values;
  const columnsIn = columnsPrinted(table);
  const context = { roles, weights: DEFAULT_WEIGHTS };
  const counts = new Map<number, ReturnType<typeof sortNumbers>>();
  // Of columns that no row is printed with nothing is asked: there may be as many as rows.
  const countsIn = (column: number): ReturnType<typeof sortNumbers> => {
    const known = counts.get(column);
    if (known !== undefined) return known;
    const found = sortNumbers(values, column, context);
    counts.set(column, found);
    return found;
  };
  return {
    columns: table.header.map((_, column) => {
      const { content, measure } = values.written(column);
      return { text: values.header(column), kind: content === 'numbers' ? measure : content };
    }),
    rows: rows.map(({ row, ranked }) => ({
      line: table.body[row]?.line ?? null,
      rank: table.tier?.rungs[row]?.rank ?? null,
      place: ranked?.place ?? null,
      score: ranked?.score ?? null,
      cells: columnsIn(row).map((column) => ({
        text: values.plain(row, column),
        value: countsIn(column)?.[row] ?? null,
      })),
    })),
  };
}
