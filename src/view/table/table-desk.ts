import type { Table } from '../../model/table';
import type { ShownOrder } from '../../model/table-order';
import { columnRoles, type ColumnRole } from '../../rank/columns';
import { TableValues } from '../../rank/table-values';
import { mergeWeights, type MarkWeights } from '../../rank/weights';
import { tuningOf, withTuning, type Settings, type TableTuning } from '../../settings';
import type { TableServices } from '../services';
import type { TableState } from './table-state';
import { isReordered, turnTable, type TableDatum, type TurnedTable } from './turned-table';

const NO_TUNING: TableTuning = { weights: { value: {}, cost: {} }, roles: {} };

/** What the desk is handed. */
export interface DeskMemory {
  /** Path of the note shown. */
  readonly path: () => string;
  readonly stateOf: (key: string) => TableState;
  readonly setState: (key: string, state: TableState) => void;
}

/** Where tables are turned: knows how each one is turned now, keeps what the user chooses, and turns no table twice for nothing. */
export class TableDesk {
  private readonly values = new WeakMap<Table, TableValues>();
  private readonly turned = new WeakMap<Table, TurnedTable & { readonly settings: Settings; readonly path: string }>();
  /** What the table that was turned last is known by. */
  private last = '';
  private knownCollator: Intl.Collator | null = null;

  constructor(
    private readonly services: TableServices,
    private readonly memory: DeskMemory,
  ) {}

  /** The same object as long as nothing changed that decides it. */
  turn(datum: TableDatum): TurnedTable {
    const { table } = datum;
    const settings = this.services.settings();
    const path = this.memory.path();
    const state = this.memory.stateOf(datum.stateKey);
    const known = this.turned.get(table);
    if (known?.settings === settings && known.state === state && known.path === path && known.datum.key === datum.key) {
      return known;
    }
    const values = this.valuesOf(table);
    const { weights, roles } = this.tuningOf(table);
    let read: readonly ColumnRole[] | null = null;
    const input = {
      datum,
      values,
      state,
      roles: () => (read ??= columnRoles(values, roles)),
      weights: mergeWeights(settings.weights, weights),
    };
    const turned = { ...turnTable(input, () => this.collator), settings, path };
    this.turned.set(table, turned);
    return turned;
  }

  setState({ datum }: TurnedTable, state: TableState): void {
    this.last = datum.stateKey;
    this.memory.setState(datum.stateKey, state);
  }

  /** Path of the note shown. */
  get path(): string {
    return this.memory.path();
  }

  /** The one of these tables that was turned last and stands in another order than in the note; `null` if there is none. */
  orderShown(tables: readonly TableDatum[]): ShownOrder | null {
    const sorted = tables.filter(({ stateKey }) => {
      const { keys, rankBy } = this.memory.stateOf(stateKey);
      return keys.length > 0 || rankBy !== 'tier';
    });
    const lastFirst = [...sorted].sort((a, b) => Number(b.stateKey === this.last) - Number(a.stateKey === this.last));
    for (const datum of lastFirst) {
      const turned = this.turn(datum);
      if (isReordered(turned)) return { path: this.path, table: datum.table, order: turned.order };
    }
    return null;
  }

  /** How text compares: in the locale of who reads. */
  get collator(): Intl.Collator {
    this.knownCollator ??= new Intl.Collator(undefined, { numeric: true });
    return this.knownCollator;
  }

  /** What is set for this table alone. */
  tuningOf({ header }: Table): TableTuning {
    return tuningOf(this.services.settings(), this.memory.path(), header) ?? NO_TUNING;
  }

  tune({ header }: Table, tuning: TableTuning): void {
    this.services.saveSettings(withTuning(this.services.settings(), this.memory.path(), header, tuning));
  }

  /** Weights that hold for all tables, where that is not the default. */
  get weights(): MarkWeights {
    return this.services.settings().weights;
  }

  /** Sets the weights for all tables; the table has none of its own any more. */
  setWeights(table: Table, weights: MarkWeights): void {
    const { roles } = this.tuningOf(table);
    const settings = { ...this.services.settings(), weights };
    this.services.saveSettings(
      withTuning(settings, this.memory.path(), table.header, { weights: NO_TUNING.weights, roles }),
    );
  }

  private valuesOf(table: Table): TableValues {
    const known = this.values.get(table);
    if (known !== undefined) return known;
    const values = new TableValues(table, this.services.cells);
    this.values.set(table, values);
    return values;
  }
}
