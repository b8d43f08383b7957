import type { Translate } from '../../i18n';
import type { Table } from '../../model/table';
import { columnsOf, type ColumnRole } from '../../rank/columns';
import { filterRows, isNoFilter, shownColumns } from '../../rank/filter';
import type { Ladder } from '../../rank/ladder';
import type { MovedTable, Moves } from '../../rank/moves';
import { sortRows } from '../../rank/order';
import { rankBy, type NoRanking, type RankedRow } from '../../rank/ranking';
import type { TableValues } from '../../rank/table-values';
import { uncountedIn, type Uncounted } from '../../rank/uncounted';
import type { MarkWeights } from '../../rank/weights';
import type { TableState } from './table-state';
import { scoreWriter, type WriteScore } from './score-writer';

/** A table as it is shown while moved rows wait to be written. */
export interface MovedRows extends MovedTable {
  readonly ladder: Ladder;
  readonly moves: Moves;
}

/** A table and what it is known by. */
export interface TableDatum {
  readonly key: string;
  /** What its being turned is remembered under: stays the same while the table's body is edited. */
  readonly stateKey: string;
  /** The table's name for who cannot see the page, unlike that of any other table of the note. */
  readonly name: string;
  readonly table: Table;
}

/** Rows that stand together, those that pass the filter. */
export interface TurnedGroup {
  /** What the rows do not name, where they stand apart for it. */
  readonly apartFor: 'value' | 'cost' | null;
  readonly rows: readonly ArrangedRow[];
}

export interface ArrangedRow {
  /** Index of `table.body`. */
  readonly row: number;
  /** `null` where nothing is ranked. */
  readonly ranked: RankedRow | null;
}

/** A table with everything that decides how it is shown, and what comes of it. */
export interface ArrangedTable {
  readonly datum: TableDatum;
  /** Of the table as it is written, or as it will be with the rows that were moved. */
  readonly values: TableValues;
  /** Rows that were moved and are not written yet; `null` for none. */
  readonly moved: MovedRows | null;
  readonly state: TableState;
  /** One a column. Read when first asked for: a table that is shown as written need not be read. */
  readonly roles: () => readonly ColumnRole[];
  /** The columns whose role is a guess. */
  readonly guessed: () => readonly number[];
  readonly weights: MarkWeights;
  readonly groups: readonly TurnedGroup[];
  /** All rows, hidden ones too, in the order that they are shown in. */
  readonly order: readonly number[];
  readonly hiddenRows: number;
  /** The columns that are shown, left to right. */
  readonly columns: readonly number[];
  /** These and the hidden ones between them: what can be chosen from. */
  readonly offered: readonly number[];
  /** How many further columns the table has that are neither shown nor hidden: it is too wide to be drawn. */
  readonly columnsBeyond: number;
  /** Why the table cannot be ranked as asked; then the rows stand as written. */
  readonly noRanking: NoRanking | null;
  /** Cells that do not count in what the rows are sorted or ranked by. */
  readonly uncounted: Uncounted;
  /** How its numbers are written where it is ranked. */
  readonly write: (t: Translate) => WriteScore;
}

export type ArrangementInput = Pick<
  ArrangedTable,
  'datum' | 'values' | 'moved' | 'state' | 'roles' | 'guessed' | 'weights'
>;

/** More columns than these nobody looks at side by side, and they take long to draw. */
export const MOST_COLUMNS = 100;

/** Turns a table. What is shown as written is not read. */
export function arrangeTable(input: ArrangementInput, collator: Intl.Collator): ArrangedTable {
  const { values, state } = input;
  const wanted = shownColumns(values, state.hidden);
  const end = wanted[MOST_COLUMNS] ?? values.columnCount;
  // What a row is known by is always shown.
  const subject = values.table.tier?.subjectColumn ?? 0;
  const isInSight = (column: number): boolean => column < end || column === subject;
  const columns = wanted.filter(isInSight);
  const passes = isNoFilter(state.filter) ? null : new Set(filterRows(values, state.filter, columns));
  const { groups, noRanking } = orderRows(input, collator);
  let writer: WriteScore | null = null;
  const shown = groups.map(({ apartFor, rows }) => ({
    apartFor,
    rows: passes === null ? rows : rows.filter(({ row }) => passes.has(row)),
  }));
  return {
    ...input,
    columns,
    offered: [...values.table.header.keys()].filter(isInSight),
    columnsBeyond: wanted.length - columns.length,
    noRanking,
    uncounted: uncountedIn(values, decidingColumns(input, noRanking)),
    order: groups.flatMap(({ rows }) => rows.map(({ row }) => row)),
    write: (t) => (writer ??= scoreWriter(values, input.roles(), rankedIn(groups), t)),
    groups: shown.filter(({ rows }) => rows.length > 0),
    hiddenRows: passes === null ? 0 : values.rowCount - passes.size,
  };
}

/** All rows that are ranked. */
function rankedIn(groups: readonly TurnedGroup[]): readonly RankedRow[] {
  return groups.flatMap(({ rows }) => rows.flatMap(({ ranked }) => ranked ?? []));
}

/**
 * How many of the two, value and cost, a tier table has columns for; without either it is a ladder and no more. One that is too
 * wide to be drawn whole is not read to find that out.
 */
export function countedKinds({ datum, roles }: ArrangedTable): number {
  if (datum.table.tier === null) return 0;
  return datum.table.header.length > MOST_COLUMNS
    ? 2
    : new Set(roles().filter((role) => role === 'value' || role === 'cost')).size;
}

/** Whether the rows stand by a ranking. */
export function isRanked({ state, noRanking }: ArrangedTable): boolean {
  return state.rankBy !== 'tier' && noRanking === null;
}

/** Whether the rows stand in another order than in the note. */
export function isReordered({ order }: ArrangedTable): boolean {
  return order.some((row, index) => row !== index);
}

/** The columns whose numbers decide the order; none where the rows stand as written. */
function decidingColumns({ state, roles }: ArrangementInput, noRanking: NoRanking | null): readonly number[] {
  if (state.rankBy !== 'tier') {
    return noRanking === null ? [...columnsOf(roles(), 'value'), ...columnsOf(roles(), 'cost')] : [];
  }
  return state.keys.flatMap(({ column }) => (roles()[column] === 'rank' ? [] : [column]));
}

function orderRows(
  { values, state, roles, weights }: ArrangementInput,
  collator: Intl.Collator,
): Pick<ArrangedTable, 'groups' | 'noRanking'> {
  const ranking = state.rankBy === 'tier' ? null : rankBy(values, state.rankBy, roles(), weights);
  if (ranking?.kind === 'ranking') {
    const withPlaces = (rows: readonly RankedRow[]): readonly ArrangedRow[] =>
      rows.map((ranked) => ({ row: ranked.row, ranked }));
    return {
      groups: [
        { apartFor: null, rows: withPlaces(ranking.rows) },
        { apartFor: ranking.apartFor, rows: withPlaces(ranking.apart) },
      ],
      noRanking: null,
    };
  }
  const rows =
    state.keys.length === 0
      ? [...values.table.body.keys()]
      : sortRows(values, state.keys, { roles: roles(), weights, collator });
  return {
    groups: [{ apartFor: null, rows: rows.map((row) => ({ row, ranked: null })) }],
    noRanking: ranking?.reason ?? null,
  };
}
