import type { TableFilter } from '../../rank/filter';
import type { Context } from '../core/context';
import type { TableState } from './table-state';
import type { ArrangedTable } from './arranged-table';

/** What the parts of one table are handed. */
export interface TableContext extends Context {
  /** The table as it is arranged now: the same object as long as nothing changed. */
  readonly now: () => ArrangedTable;
  /** Turns it otherwise. */
  readonly change: (changed: Partial<TableState>) => void;
  readonly changeFilter: (changed: Partial<TableFilter>) => void;
  /** Whether what the table is filtered with is unfolded. */
  readonly isFiltering: () => boolean;
  readonly toggleFilter: () => void;
  /** Unfolds what the columns count as. */
  readonly chooseColumns: () => void;
}

/** Something of one table beside its rows. `update` brings it in line with how the table is arranged now. */
export interface TablePart {
  readonly el: HTMLElement;
  readonly update: () => void;
}

/** A list without an item that it has, or with one that it has not. */
export function toggled<T>(items: readonly T[], item: T): readonly T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
