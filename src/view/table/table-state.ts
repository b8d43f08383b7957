import { NO_FILTER, isNoFilter, type TableFilter } from '../../rank/filter';
import type { SortKey } from '../../rank/order';
import type { Moves } from '../../rank/moves';
import { RANKINGS, type RankingName } from '../../rank/ranking';
import { fieldsOf, listOf, textsOf } from '../core/state-fields';

/** How a table is arranged; it is never written. Columns are 0-based. */
export interface TableState {
  /** The first decides; `[]` leaves the rows as written. Not both these and a ranking. */
  readonly keys: readonly SortKey[];
  readonly rankBy: RankingName;
  readonly filter: TableFilter;
  readonly hidden: readonly number[];
  /** Rows that were moved to other rungs and wait to be written; `null` for none. */
  readonly moves: WaitingMoves | null;
}

/** Moves, with what tells the table that they are of. */
export interface WaitingMoves extends Moves {
  readonly print: number;
}

/** The table as it is written. */
export const AS_WRITTEN: TableState = { keys: [], rankBy: 'tier', filter: NO_FILTER, hidden: [], moves: null };

export function isAsWritten({ keys, rankBy, filter, hidden, moves }: TableState): boolean {
  return keys.length === 0 && rankBy === 'tier' && hidden.length === 0 && moves === null && isNoFilter(filter);
}

/** Whether rows can be moved: they stand in the order of their rungs. */
export function isInOrder({ keys, rankBy }: TableState): boolean {
  return keys.length === 0 && rankBy === 'tier';
}

/** The state from what a view's state held; whatever is not usable is left out. */
export function readTableState(value: unknown): TableState {
  const fields = fieldsOf(value);
  const filter = fieldsOf(fields.get('filter'));
  const search = filter.get('search');
  const values = [...fieldsOf(filter.get('values'))]
    .map(([column, chosen]) => [Number(column), textsOf(chosen)] as const)
    .filter(([column, chosen]) => isColumn(column) && chosen.length > 0);
  return {
    keys: listOf(fields.get('keys')).flatMap((entry) => {
      const key = fieldsOf(entry);
      const column = key.get('column');
      return isColumn(column) ? [{ column, descending: key.get('descending') === true }] : [];
    }),
    rankBy: RANKINGS.find((name) => name === fields.get('rankBy')) ?? 'tier',
    filter: {
      search: typeof search === 'string' ? search : '',
      marks: textsOf(filter.get('marks')),
      values: Object.fromEntries(values),
    },
    hidden: listOf(fields.get('hidden')).filter(isColumn),
    moves: readMoves(fieldsOf(fields.get('moves'))),
  };
}

/** Whether they are moves of a table is looked at when it is shown. */
function readMoves(fields: ReadonlyMap<string, unknown>): WaitingMoves | null {
  const [order, rungs] = ['order', 'rungs'].map((name) => listOf(fields.get(name)).filter(isColumn));
  const print = fields.get('print');
  return order && rungs && order.length > 0 && typeof print === 'number' ? { order, rungs, print } : null;
}

function isColumn(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
