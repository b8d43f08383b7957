import type { ShownOrder } from '../../model/table-order';
import type { Table } from '../../model/table';
import { ladderOf } from '../../rank/ladder';
import { areMovesOf, movedCells, noMoves, printOf, withMoves } from '../../rank/moves';
import type { WaitingMoves } from './table-state';
import type { MovedRows, ArrangedTable } from './arranged-table';

/** The table with its rows moved; `null` where the moves are of another text of it. */
export function movedRows(table: Table, moves: WaitingMoves, plain: (cell: string) => string): MovedRows | null {
  const ladder = ladderOf(table);
  if (ladder === null || printOf(table) !== moves.print || !areMovesOf(table, ladder, moves)) return null;
  return { ladder, moves, ...withMoves(table, ladder, moves, plain) };
}

/** A table's ladder and where its rows stand on it now; `null` for a table whose rows cannot be moved. */
export function standingOf({ datum: { table }, moved }: ArrangedTable): Omit<MovedRows, 'table'> | null {
  if (moved !== null) return moved;
  const ladder = ladderOf(table);
  if (ladder === null) return null;
  const moves = noMoves(table, ladder);
  const places = table.body.map((): number | null => null);
  for (const [place, row] of moves.order.entries()) places[row] = place;
  return { ladder, moves, places, rungs: ladder.rungOf };
}

/** By row of the table that is shown the row of the one in the note. */
export function writtenRows({ moved, values }: Pick<ArrangedTable, 'moved' | 'values'>): readonly (number | null)[] {
  return moved === null
    ? [...values.table.body.keys()]
    : moved.places.map((place) => (place === null ? null : (moved.moves.order[place] ?? null)));
}

/** Whether a row of the table that is shown stands on another rung than in the note. */
export function isOnOtherRung({ ladder, moves, places }: MovedRows, row: number): boolean {
  const place = places[row] ?? null;
  const written = place === null ? null : (moves.order[place] ?? null);
  if (place === null || written === null) return false;
  return ladder.kind === 'shared' ? ladder.rungOf[written] !== moves.rungs[place] : written !== place;
}

/** The order that a table is shown in, for the note; where rows were moved, as they were moved. */
export function shownOrder(
  { order, moved, datum: { table } }: ArrangedTable,
  path: string,
  written: () => void,
): ShownOrder {
  if (moved === null) return { path, table, order };
  const { ladder, moves } = moved;
  return { path, table, order: moves.order, moves: { rungs: moves.rungs, cells: movedCells(ladder, moves), written } };
}
