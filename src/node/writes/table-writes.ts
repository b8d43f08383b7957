import { translator } from '../../i18n';
import type { Table } from '../../model/table';
import { canFillRows } from '../../model/table-shape';
import type { ScoreColumn } from '../../model/table-order';
import { columnRoles, type ColumnRole } from '../../rank/columns';
import { columnChoices, filterRows, markChoices, NO_FILTER } from '../../rank/filter';
import { sortRows, type SortKey } from '../../rank/order';
import { layOutPicture } from '../../rank/picture';
import { rankBy, rankedOrder, type ScoreName } from '../../rank/ranking';
import { TableValues } from '../../rank/table-values';
import { DEFAULT_WEIGHTS, scoreRows, usedMarks } from '../../rank/weights';
import { readMarks } from '../../read/marks';
import { plainText } from '../../markdown/plain-text';
import { readRank } from '../../read/rank';
import { csvText } from '../../write/table-csv';
import { editTable, rungsInPlace, type TableEdit } from '../../write/table-edit';
import { markdownTable } from '../../write/table-markdown';
import {
  answer,
  bodyParts,
  written,
  type Attempt,
  type WriteKind,
  type WritePromise,
  type Written,
  type WrittenNote,
} from './write-kind';

const t = translator('en');
const CELLS = { plain: plainText, rank: (cell: string) => readRank(cell)?.value ?? null, marks: readMarks };
/** One language for all: the order of text does not depend on where this runs. */
const COLLATOR = new Intl.Collator('en', { numeric: true });
const SCORES: readonly ScoreName[] = ['value-for-cost', 'value', 'cost'];
const SEARCH = { ...NO_FILTER, search: 'о' };
const FRAME = { width: 640, height: 360, margin: { top: 16, right: 16, bottom: 40, left: 48 } };

/** What stands in no row. */
const UNTOUCHED: WritePromise['changes'] = { headings: 'same', footnotes: 'same' };

/** The same rows in another order, and what stands in them. */
const REORDERS: WritePromise = {
  once: true,
  // Numbers that no longer run are no places: `Top 3` ranks by them.
  changes: { ...bodyParts('order'), ...UNTOUCHED, tiers: 'free' },
};

/** One more table below, with all that stands in it. */
const COPIES: WritePromise = {
  once: false,
  // In the text of a step its letters count once more.
  problems: ['idea-repeated', 'step-language'],
  changes: { ...bodyParts('grows'), ...UNTOUCHED, tiers: 'grows', problems: 'as-before' },
};

/** Each row says one thing more. */
const ADDS_A_COLUMN: WritePromise = {
  once: false,
  problems: ['step-language'],
  changes: { ...bodyParts('grows'), ...UNTOUCHED },
};

/** What the instruments of a table write, copy and show: one row a kind. */
export const TABLE_WRITES: readonly WriteKind[] = [
  {
    name: 'apply-order',
    attempts: eachOrder((order, renumber) => ({ kind: 'apply-order', order, renumber })),
    promise: REORDERS,
  },
  {
    name: 'insert-ranked-copy',
    attempts: eachOrder((order, renumber, column) => ({ kind: 'insert-copy', order, renumber, column })),
    promise: COPIES,
  },
  {
    name: 'add-score-column',
    attempts: (note) =>
      chosenTables(note).flatMap((read) => {
        const column = read.table.tier === null ? null : scoreColumn(read);
        return column === null
          ? []
          : [{ what: read.what, make: () => tableEdited(note, read.table, { kind: 'add-column', column }) }];
      }),
    promise: ADDS_A_COLUMN,
  },
  {
    name: 'table-csv',
    attempts: eachTable(({ table, values }) => {
      const columns = [...table.header.keys()];
      const isFilled = canFillRows(table);
      const rows = table.body.map(({ cells }, row) =>
        (isFilled ? columns : [...cells.keys()]).map((column) => values.plain(row, column)),
      );
      return { kind: 'text', text: csvText([columns.map((column) => values.header(column)), ...rows]) };
    }),
    promise: null,
  },
  {
    name: 'table-markdown',
    attempts: eachTable(({ table: { header, align, body } }) => ({
      kind: 'text',
      text: markdownTable({ header, align, rows: body.map(({ cells }) => cells) }),
    })),
    promise: null,
  },
  {
    name: 'table-values',
    attempts: eachTable(({ table, values, roles }) =>
      answer({
        roles,
        columns: table.header.map((_, column) => [
          values.header(column),
          values.column(column),
          values.rungs(column),
          columnChoices(values, column, SEARCH, [...table.body.keys()]),
        ]),
        marks: [markChoices(values, SEARCH), usedMarks(values, roles, DEFAULT_WEIGHTS)],
        found: filterRows(values, SEARCH, [...table.header.keys()]),
        rankings: SCORES.map((name) => rankBy(values, name, roles, DEFAULT_WEIGHTS)),
      }),
    ),
    promise: null,
  },
  {
    name: 'table-picture',
    attempts: eachTable(({ values, roles }) => {
      const rows = scoreRows(values, roles, DEFAULT_WEIGHTS).map((score, row) => ({
        ...score,
        row,
        name: `row ${row}`,
      }));
      return answer(layOutPicture(rows, { ...FRAME, measure: (name) => name.length * 7 }));
    }),
    promise: null,
  },
];

/** A table and what its cells say. */
interface ReadTable {
  readonly what: string;
  readonly table: Table;
  readonly values: TableValues;
  readonly roles: readonly ColumnRole[];
}

function readTable(table: Table): ReadTable {
  const values = new TableValues(table, CELLS);
  return { what: `table in line ${table.line}`, table, values, roles: columnRoles(values) };
}

/** The tables that are written into: the first, and the first with rungs. */
function chosenTables({ note: { tables } }: WrittenNote): readonly ReadTable[] {
  const chosen = [tables[0], tables.find(({ tier }) => tier !== null)];
  return [...new Set(chosen)].flatMap((table) => (table ? [readTable(table)] : []));
}

function eachTable(make: (read: ReadTable) => Written): WriteKind['attempts'] {
  return ({ note }) =>
    note.tables.map((table): Attempt => ({ what: `table in line ${table.line}`, make: () => make(readTable(table)) }));
}

/** A write for each order that a table can be shown in; one more with the rungs where they are, one with the score. */
function eachOrder(
  editOf: (
    order: readonly number[],
    renumber: ReturnType<typeof rungsInPlace>,
    column: ScoreColumn | null,
  ) => TableEdit,
): WriteKind['attempts'] {
  return (note) =>
    chosenTables(note).flatMap((read): readonly Attempt[] => {
      const { what, table } = read;
      const reversed = [...table.body.keys()].reverse();
      return [
        ...ordersOf(read).map(({ name, order }) => ({
          what: `${what} by ${name}`,
          make: () => tableEdited(note, table, editOf(order, null, null)),
          again: (then: WrittenNote): Written => {
            const now = chosenTables(then).find((one) => one.what === what);
            // Rows that are no ladder any more sort otherwise.
            const isSame = now?.table.tier?.rankColumn === table.tier?.rankColumn;
            const other = now && isSame ? ordersOf(now).find((one) => one.name === name) : undefined;
            return now && other
              ? tableEdited(then, now.table, editOf(other.order, null, null))
              : { kind: 'refused', reason: 'another order' };
          },
        })),
        {
          what: `${what} reversed, rungs in place`,
          make: () => tableEdited(note, table, editOf(reversed, rungsInPlace(table), scoreColumn(read))),
          // Turned round once more, they stand as they stood.
          again: null,
        },
      ];
    });
}

interface NamedOrder {
  readonly name: string;
  readonly order: readonly number[];
}

function ordersOf({ table, values, roles }: ReadTable): readonly NamedOrder[] {
  const keys: readonly (readonly SortKey[])[] = [
    [{ column: 0, descending: true }],
    [
      { column: table.header.length - 1, descending: false },
      { column: 1, descending: true },
    ],
  ];
  const context = { roles, weights: DEFAULT_WEIGHTS, collator: COLLATOR };
  const sorted = keys.map((some) => ({ name: JSON.stringify(some), order: sortRows(values, some, context) }));
  const ranked = SCORES.flatMap((name): readonly NamedOrder[] => {
    const ranking = rankBy(values, name, roles, DEFAULT_WEIGHTS);
    return ranking.kind === 'ranking' ? [{ name, order: rankedOrder(ranking) }] : [];
  });
  return [...sorted, ...ranked];
}

/** The column with the score, as a table that is not ranked is offered it. */
function scoreColumn({ table, values, roles }: ReadTable): ScoreColumn | null {
  for (const name of SCORES) {
    const ranking = rankBy(values, name, roles, DEFAULT_WEIGHTS);
    if (ranking.kind === 'unranked') continue;
    const scores = new Map([...ranking.rows, ...ranking.apart].map(({ row, score }) => [row, score]));
    const written = (score: number | null): string =>
      score === null ? '' : score === Infinity ? '∞' : String(Number(score.toPrecision(3)));
    return {
      header: t(`table.rankings.${name}`),
      cells: table.body.map((_, row) => written(scores.get(row) ?? null)),
    };
  }
  return null;
}

function tableEdited(note: WrittenNote, table: Table, change: TableEdit): Written {
  return written(note, editTable({ text: note.text, tables: note.note.tables }, table, change));
}
