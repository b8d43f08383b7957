import type { Table } from '../../model/table';
import type { ShownOrder } from '../../model/table-order';
import { columnRoles, guessedColumns, type ColumnRole } from '../../rank/columns';
import { TableValues } from '../../rank/table-values';
import { countOnly, mergeWeights, type MarkWeights } from '../../rank/weights';
import { tuningOf, withTuning, type Settings, type TableTuning } from '../../settings';
import { lazily } from '../../text/lazily';
import type { TableServices } from '../core/services';
import { movedRows, shownOrder } from './moved-rows';
import type { TableState } from './table-state';
import { isReordered, arrangeTable, type TableDatum, type ArrangedTable } from './arranged-table';

/** What the desk is handed. */
export interface DeskMemory {
  /** Path of the note shown. */
  readonly path: () => string;
  readonly stateOf: (key: string) => TableState;
  readonly setState: (key: string, state: TableState) => void;
}

interface KnownTable {
  readonly values: TableValues;
  readonly arranged: ArrangedTable;
  /** What the table was arranged with. */
  readonly settings: Settings;
  readonly path: string;
}

/** Where tables are arranged: knows how each one is arranged now, keeps what the user chooses, and arranges no table twice for nothing. */
export class TableArrangements {
  readonly #known = new WeakMap<Table, KnownTable>();
  readonly #services: TableServices;
  readonly #memory: DeskMemory;
  /** What the table that was arranged last is known by. */
  #last = '';
  readonly #collator = lazily(() => new Intl.Collator(undefined, { numeric: true }));

  constructor(services: TableServices, memory: DeskMemory) {
    this.#services = services;
    this.#memory = memory;
  }

  /** How text compares: in the locale of who reads. */
  get collator(): Intl.Collator {
    return this.#collator();
  }

  /** The same object as long as nothing changed that decides it. */
  arrange(datum: TableDatum): ArrangedTable {
    const { table } = datum;
    const settings = this.#services.settings();
    const { path } = this;
    const state = this.#memory.stateOf(datum.stateKey);
    const known = this.#known.get(table);
    const tuned = known?.settings === settings && known.path === path ? known.arranged : null;
    if (tuned?.state === state && tuned.datum.key === datum.key) return tuned;
    const { cells } = this.#services;
    // Rows that are moved are another table.
    const isSame = known?.arranged.state.moves === state.moves;
    const moved = isSame
      ? known.arranged.moved
      : state.moves && movedRows(table, state.moves, (cell) => cells.plain(cell));
    const values = isSame ? known.values : new TableValues(moved?.table ?? table, cells);
    const { weights: own, roles: chosen, only = '' } = this.tuningOf(table);
    const roles = (isSame && tuned?.roles) || onDemand(() => columnRoles(values, chosen));
    const merged = mergeWeights(settings.weights, own);
    const weights = tuned?.weights ?? (only === '' ? merged : countOnly(only, values, roles(), merged));
    const arranged = arrangeTable(
      { datum, values, moved, state, roles, guessed: () => guessedColumns(values, chosen), weights },
      this.collator,
    );
    this.#known.set(table, { values, arranged, settings, path });
    return arranged;
  }

  setState({ datum }: ArrangedTable, state: TableState): void {
    this.#last = datum.stateKey;
    this.#memory.setState(datum.stateKey, state);
  }

  /** Path of the note shown. */
  get path(): string {
    return this.#memory.path();
  }

  /** The one of these tables that was arranged last and stands in another order than in the note; `null` if there is none. */
  orderShown(tables: readonly TableDatum[]): ShownOrder | null {
    const isLast = ({ stateKey }: TableDatum): boolean => stateKey === this.#last;
    const lastFirst = [...tables].sort((a, b) => Number(isLast(b)) - Number(isLast(a)));
    const arranged = lastFirst
      .map((datum) => this.arrange(datum))
      .find((one) => one.moved !== null || isReordered(one));
    return arranged ? this.shownOrder(arranged) : null;
  }

  /** The order that a table is shown in, to be written. */
  shownOrder(arranged: ArrangedTable): ShownOrder {
    const { path } = this;
    const { stateKey } = arranged.datum;
    return shownOrder(arranged, path, () => {
      if (path === this.path) this.#memory.setState(stateKey, { ...this.#memory.stateOf(stateKey), moves: null });
    });
  }

  /** What is set for this table alone. */
  tuningOf({ header }: Table): TableTuning {
    return tuningOf(this.#services.settings(), this.path, header);
  }

  tune({ header }: Table, changed: Partial<TableTuning>): void {
    const settings = this.#services.settings();
    const tuning = { ...tuningOf(settings, this.path, header), ...changed };
    this.#services.saveSettings(withTuning(settings, this.path, header, tuning));
  }

  /** Weights that hold for all tables, where that is not the default. */
  get weights(): MarkWeights {
    return this.#services.settings().weights;
  }

  /** Sets the weights for all tables; the table has none of its own any more. */
  setWeights({ header }: Table, weights: MarkWeights): void {
    const settings = { ...this.#services.settings(), weights };
    const tuning = { ...tuningOf(settings, this.path, header), weights: { value: {}, cost: {} }, only: '' };
    this.#services.saveSettings(withTuning(settings, this.path, header, tuning));
  }
}

/** Asks once, and only when somebody wants to know. */
function onDemand(ask: () => readonly ColumnRole[]): () => readonly ColumnRole[] {
  let answer: readonly ColumnRole[] | null = null;
  return () => (answer ??= ask());
}
