import type { Rung, Table, TableRow } from '../model/table';
import { isWritten } from '../model/table-shape';
import type { Ladder } from './ladder';

/** Where the rows of a table are to stand that were moved to other rungs. */
export interface Moves {
  /** Indexes of `table.body`, the row that is to stand first at the head; of a tier list only those with an item. */
  readonly order: readonly number[];
  /** By place the rung that the row there is to stand on, known by the first row that stands on it in the note. */
  readonly rungs: readonly number[];
}

/** A table with its rows moved, as if it were written so. */
export interface MovedTable {
  readonly table: Table;
  /** By row of `table` its place in the moves; `null` for a rung of a tier list that nothing stands on. */
  readonly places: readonly (number | null)[];
  /** By row of `table` its rung. */
  readonly rungs: readonly number[];
}

/** No row moved. */
export function noMoves(table: Table, { rungOf }: Ladder): Moves {
  const order = [...table.body.keys()].filter((row) => !isEmptyRung(table, row));
  return { order, rungs: order.map((row) => rungOf[row] ?? row) };
}

export function isMoved(table: Table, ladder: Ladder, { order, rungs }: Moves): boolean {
  const none = noMoves(table, ladder);
  return order.join() !== none.order.join() || rungs.join() !== none.rungs.join();
}

/** Whether moves are such of this table: what was kept of them may be damaged. */
export function areMovesOf(table: Table, ladder: Ladder, { order, rungs }: Moves): boolean {
  const none = noMoves(table, ladder);
  const isSame = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join();
  if (
    !isSame(
      [...order].sort((a, b) => a - b),
      none.order,
    ) ||
    rungs.length !== order.length
  )
    return false;
  switch (ladder.kind) {
    case 'shared':
      return rungs.every((rung) => ladder.rungOf[rung] === rung);
    case 'places':
      return isSame(rungs, none.rungs);
    case 'names':
      return isSame(rungs, order);
  }
}

/** The rungs, as they first stand in the note. */
export function rungsIn({ rungOf }: Ladder): readonly number[] {
  return [...new Set(rungOf)];
}

/**
 * Moves the row at a place to another one, among the places as they are without it.
 *
 * @param rung where several rows share rungs: the one that it takes.
 */
export function moveTo(ladder: Ladder, { order, rungs }: Moves, from: number, to: number, rung: number): Moves {
  const row = order[from];
  if (row === undefined) return { order, rungs };
  const moved = inserted(order, from, to, row);
  switch (ladder.kind) {
    case 'shared':
      return { order: moved, rungs: inserted(rungs, from, to, rung) };
    case 'places':
      return { order: moved, rungs };
    case 'names':
      return { order: moved, rungs: moved };
  }
}

function inserted(list: readonly number[], from: number, to: number, item: number): readonly number[] {
  const others = list.filter((_, at) => at !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

/** Moves the row at a place onto a rung: behind the last row that stands there, else between those above and below it. */
export function moveToRung(ladder: Ladder, moves: Moves, from: number, rung: number): Moves {
  if (ladder.kind !== 'shared') return moveTo(ladder, moves, from, moves.rungs.indexOf(rung), rung);
  const others = moves.rungs.filter((_, at) => at !== from);
  const last = others.lastIndexOf(rung);
  const below = others.findIndex((other) => other > rung);
  const to = last !== -1 ? last + 1 : below === -1 ? others.length : below;
  return moveTo(ladder, moves, from, to, rung);
}

/**
 * Moves the row at a place by one step: past the row next to it, or where that stands on another rung, onto that rung, which is
 * then the nearer end of it. A rung between the two that all rows have left is a step, too. `null` where there is nothing further.
 *
 * @param next the place of the row next to it, of those that are shown; `null` where there is none.
 */
export function step(ladder: Ladder, moves: Moves, from: number, next: number | null, by: 1 | -1): Moves | null {
  if (ladder.kind !== 'shared') return next === null ? null : moveTo(ladder, moves, from, next, from);
  const all = rungsIn(ladder);
  const own = moves.rungs[from] ?? from;
  const other = next === null ? null : (moves.rungs[next] ?? next);
  if (next !== null && other === own) return moveTo(ladder, moves, from, next, own);
  const beside = all[all.indexOf(own) + by];
  const isLeft = beside !== undefined && !moves.rungs.includes(beside);
  const rung = isLeft ? beside : other;
  if (rung === null) return null;
  // Rows that are not shown may stand between: it goes as far as the one that is.
  const to = next === null ? from : by < 0 ? next + 1 : next - 1;
  return moveTo(ladder, moves, from, to, rung);
}

/** The rank cells of a table with its rows moved, by place, in the notation of the rungs they stand on. */
export function movedCells(ladder: Ladder, { order, rungs }: Moves): readonly string[] {
  return order.map((row, place) => {
    const rung = rungs[place] ?? row;
    const own = ladder.cells[row];
    if (own === undefined) return '';
    const isOwn = ladder.kind === 'names' || ladder.rungOf[row] === rung;
    // An empty cell goes on with the rung above it.
    const goesOn = own.sign !== '' || (place > 0 && rungs[place - 1] === rung);
    if (isOwn && (goesOn || ladder.kind !== 'shared')) return own.before + own.sign + own.after;
    return own.before + (ladder.cells[rung]?.sign ?? '') + own.after;
  });
}

/** The table as it is to be, to be shown, sorted and ranked like any other. */
export function withMoves(table: Table, ladder: Ladder, moves: Moves, plain: (cell: string) => string): MovedTable {
  const cells = movedCells(ladder, moves);
  const { tier, body } = table;
  if (tier === null) throw new Error(`the table of line ${table.line} has no rungs`);
  const rows = moves.order.map((row, place): PlacedRow => {
    const [was, rung] = [body[row], tier.rungs[row]];
    if (was === undefined || rung === undefined) throw new Error(`no row ${row} in the table of line ${table.line}`);
    const cell = cells[place] ?? '';
    const at = moves.rungs[place] ?? row;
    if (cell === (was.cells[tier.rankColumn] ?? '')) return { place, at, row: was, rung };
    const filled = Array.from({ length: Math.max(was.cells.length, tier.rankColumn + 1) }, (_, column) =>
      column === tier.rankColumn ? cell : (was.cells[column] ?? ''),
    );
    const { rank = null } = tier.rungs[at] ?? {};
    return { place, at, row: { ...was, cells: filled }, rung: { ...rung, rank, rankText: plain(cell) } };
  });
  const all = isWritten(table) ? rows : rungsIn(ladder).flatMap((at) => onRung(table, at, rows));
  return {
    table: { ...table, body: all.map(({ row }) => row), tier: { ...tier, rungs: all.map(({ rung }) => rung) } },
    places: all.map(({ place }) => place),
    rungs: all.map(({ at }) => at),
  };
}

interface PlacedRow {
  readonly place: number | null;
  /** Its rung, as in `Moves`. */
  readonly at: number;
  readonly row: TableRow;
  readonly rung: Rung;
}

/** The rows that stand on a rung of a tier list; one without an item where none does. */
function onRung(table: Table, at: number, rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const there = rows.filter((row) => row.at === at);
  const [row, rung] = [table.body[at], table.tier?.rungs[at]];
  if (there.length > 0 || row === undefined || rung === undefined) return there;
  return [{ place: null, at, row: { ...row, cells: [row.cells[0] ?? '', ''] }, rung: { ...rung, subject: '' } }];
}

/** Whether a row stands for a rung of a tier list that holds nothing. */
function isEmptyRung(table: Table, row: number): boolean {
  return !isWritten(table) && (table.body[row]?.cells[1] ?? '') === '';
}

/** A number that tells a table's text from most others. */
export function printOf({ header, body }: Table): number {
  let print = 0;
  for (const letter of JSON.stringify([header, body.map(({ cells }) => cells)])) {
    print = (Math.imul(print, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  }
  return print;
}
