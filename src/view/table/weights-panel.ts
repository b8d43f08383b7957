import { kindOfMark } from '../../model/marks';
import { countOnly, usedMarks, type UsedMark } from '../../rank/weights';
import { columnRoles, type ColumnKind, type ColumnRole } from '../../rank/columns';
import type { RoleChoice, TableTuning, Weights } from '../../settings';
import type { Context } from '../context';
import { Pieces } from '../pieces';
import { columnName } from './column-name';
import { RoleRow, type RoleDatum } from './role-row';
import type { TurnedTable } from './turned-table';
import { WeightRow } from './weight-row';

const NO_WEIGHTS: Weights = { value: {}, cost: {} };
const KINDS = ['value', 'cost'] as const satisfies readonly ColumnKind[];

/** What the columns of a table count as and what its marks weigh, open to be changed. */
export class WeightsPanel {
  readonly el = createDiv('idea-tiers-weights');
  private readonly rolesEl: HTMLElement;
  private readonly roleRows: Pieces<RoleDatum>;
  private readonly lists: Readonly<Record<ColumnKind, HTMLElement>>;
  private readonly weightRows: Readonly<Record<ColumnKind, Pieces<UsedMark>>>;
  private readonly onlyEl: HTMLButtonElement;
  private readonly everywhereEl: HTMLButtonElement;
  private readonly resetEl: HTMLButtonElement;
  private readonly scopeEl: HTMLElement;
  private turned: TurnedTable | null = null;

  constructor(private readonly ctx: Context) {
    const { t } = ctx;
    this.rolesEl = this.addList(t('sidebar.table.columnsCount'));
    this.roleRows = new Pieces<RoleDatum>(
      () => new RoleRow(t, (column, role) => this.setRole(column, role)),
      ({ column }) => String(column),
    );
    this.lists = {
      value: this.addList(t('sidebar.table.valueMarks')),
      cost: this.addList(t('sidebar.table.costMarks')),
    };
    const rows = (): Pieces<UsedMark> =>
      new Pieces<UsedMark>(
        (used) => new WeightRow(used, ctx, (changed, weight) => this.setWeight(changed, weight)),
        ({ mark }) => mark,
      );
    this.weightRows = { value: rows(), cost: rows() };
    const actionsEl = this.el.createDiv('idea-tiers-weights-actions');
    const addButton = (run: (turned: TurnedTable) => void): HTMLButtonElement => {
      const buttonEl = actionsEl.createEl('button', 'idea-tiers-weights-button');
      buttonEl.addEventListener('click', () => {
        if (this.turned) run(this.turned);
      });
      return buttonEl;
    };
    this.onlyEl = addButton((turned) => this.toggleOnly(turned));
    this.everywhereEl = addButton(({ values, weights }) => ctx.tables.setWeights(values.table, weights));
    this.resetEl = addButton((turned) => this.reset(turned));
    this.everywhereEl.textContent = t('sidebar.table.useEverywhere');
    this.scopeEl = this.el.createEl('p', { cls: 'idea-tiers-status-line', attr: { role: 'status' } });
  }

  /** Only called while the panel is open, for this reads the table. */
  update(turned: TurnedTable): void {
    this.turned = turned;
    const { values, weights } = turned;
    const { t, tables } = this.ctx;
    const roles = turned.roles();
    this.roleRows.draw(
      this.rolesEl,
      roles.flatMap((role, column): RoleDatum[] =>
        role === 'rank' || role === 'subject' ? [] : [{ column, name: columnName(values, column, t), role }],
      ),
    );
    const used = usedMarks(values, roles, weights);
    for (const kind of KINDS) {
      const marks = used.filter((one) => one.kind === kind);
      this.weightRows[kind].draw(this.lists[kind], marks);
      this.lists[kind].parentElement?.toggleClass('is-empty', marks.length === 0);
    }
    const only = onlyMark(used);
    this.onlyEl.toggleClass('is-empty', only === null);
    this.onlyEl.textContent = t('sidebar.table.countOnly', { mark: only?.mark ?? '' });
    this.onlyEl.setAttr('aria-pressed', String(only !== null && countsOnly(used, only.mark)));
    const own = tables.tuningOf(values.table);
    const isOwn = !isNone(own.weights) || Object.keys(own.roles).length > 0;
    const isEverywhere = !isNone(tables.weights);
    this.everywhereEl.toggleClass('is-empty', isNone(own.weights));
    this.resetEl.toggleClass('is-empty', !isOwn && !isEverywhere);
    this.resetEl.textContent = t(isOwn || !isEverywhere ? 'sidebar.table.reset' : 'sidebar.table.resetEverywhere');
    this.scopeEl.textContent = t(
      isOwn ? 'sidebar.table.setForTable' : isEverywhere ? 'sidebar.table.setForAll' : 'sidebar.table.setForNone',
    );
  }

  private addList(title: string): HTMLElement {
    const { newId } = this.ctx;
    const boxEl = this.el.createDiv('idea-tiers-weights-part');
    const titleEl = boxEl.createDiv({ cls: 'idea-tiers-weights-title', text: title, attr: { id: newId() } });
    return boxEl.createEl('ul', {
      cls: 'idea-tiers-weights-list',
      attr: { role: 'list', 'aria-labelledby': titleEl.id },
    });
  }

  /** A role that the table says by itself is not kept. */
  private setRole(column: number, role: RoleChoice): void {
    if (!this.turned) return;
    const { values } = this.turned;
    const { weights, roles } = this.ctx.tables.tuningOf(values.table);
    const { [column]: _before, ...others } = roles;
    const byItself: ColumnRole | undefined = columnRoles(values, others)[column];
    this.tune({ weights, roles: byItself === role ? others : { ...others, [column]: role } });
  }

  private setWeight({ mark, kind }: UsedMark, weight: number | null): void {
    if (!this.turned) return;
    const { weights, roles } = this.ctx.tables.tuningOf(this.turned.values.table);
    const { [mark]: _before, ...others } = weights[kind];
    const changed = weight === null ? others : { ...others, [mark]: weight };
    this.tune({ weights: { ...weights, [kind]: changed }, roles });
  }

  /** Counts one cost mark alone, or all of them again as they weigh everywhere. */
  private toggleOnly({ values, roles, weights }: TurnedTable): void {
    const own = this.ctx.tables.tuningOf(values.table);
    const used = usedMarks(values, roles(), weights).filter(({ kind }) => kind === 'cost');
    const only = onlyMark(used);
    if (only === null) return;
    const rest = Object.fromEntries(
      Object.entries(own.weights.cost).filter(([mark]) => used.every((one) => one.mark !== mark)),
    );
    const counted = countOnly(only.mark, values, roles(), weights).cost;
    const chosen = Object.fromEntries(used.map(({ mark }) => [mark, counted[mark] ?? 0]));
    const cost = countsOnly(used, only.mark) ? rest : { ...rest, ...chosen };
    this.tune({ weights: { ...own.weights, cost }, roles: own.roles });
  }

  private reset({ values }: TurnedTable): void {
    const { tables } = this.ctx;
    const own = tables.tuningOf(values.table);
    const isOwn = !isNone(own.weights) || Object.keys(own.roles).length > 0;
    if (isOwn) this.tune({ weights: NO_WEIGHTS, roles: {} });
    else tables.setWeights(values.table, NO_WEIGHTS);
  }

  private tune(tuning: TableTuning): void {
    if (this.turned) this.ctx.tables.tune(this.turned.values.table, tuning);
  }
}

/** The mark that says money or time itself, and stands most often; `null` when no other cost is to be told from it. */
function onlyMark(used: readonly UsedMark[]): UsedMark | null {
  const costs = used.filter(({ kind }) => kind === 'cost');
  const [first] = costs.filter(({ mark }) => kindOfMark(mark) === 'cost').sort((a, b) => b.count - a.count);
  return costs.length > 1 ? (first ?? null) : null;
}

function countsOnly(used: readonly UsedMark[], only: string): boolean {
  return used.every(({ mark, kind, weight }) => kind !== 'cost' || (mark === only ? weight !== 0 : weight === 0));
}

function isNone({ value, cost }: Weights): boolean {
  return Object.keys(value).length === 0 && Object.keys(cost).length === 0;
}
