import { columnRoles, guessedColumns, type ColumnKind } from '../../rank/columns';
import { usedMarks, type UsedMark } from '../../rank/weights';
import { NO_TUNING, ROLE_CHOICES, withWeight, type TableTuning, type Weights } from '../../settings';
import { KeyedList, setText, type KeyedItem } from '../core/keyed-list';
import { roleName } from '../settings/settings-labels';
import { columnName } from './column-name';
import { makeCostChoice } from './cost-choice';
import type { TableContext, TablePart } from './table-context';
import { isRanked } from './arranged-table';
import { makeWeightRow } from './weight-row';
import { addPlainButton, WEIGHTS_BUTTON } from '../core/buttons';

const KINDS = ['value', 'cost'] as const satisfies readonly ColumnKind[];

interface RoleDatum {
  /** 0-based. */
  readonly column: number;
  readonly name: string;
  readonly role: string;
}

/** What the columns of a table count as and what its marks weigh, open to be changed. */
export function makeWeightsPanel(ctx: TableContext): TablePart {
  const { t, now, tables, newId } = ctx;
  const el = createDiv('idea-tiers-weights');
  const rolesEl = addList(t('table.columnsCount'));
  const roles = new KeyedList<RoleDatum>(makeRoleRow, ({ column }) => String(column));
  const lists = { value: addList(t('table.valueMarks')), cost: addList(t('table.costMarks')) };
  const rowsOf = (): KeyedList<UsedMark> =>
    new KeyedList<UsedMark>(
      (used) => makeWeightRow(used, t, setWeight),
      ({ mark }) => mark,
    );
  const rows = { value: rowsOf(), cost: rowsOf() };
  const actionsEl = el.createDiv('idea-tiers-weights-actions');
  const choice = makeCostChoice(ctx);
  const everywhereEl = addPlainButton(actionsEl, WEIGHTS_BUTTON, () =>
    tables.setWeights(now().values.table, now().weights),
  );
  const resetEl = addPlainButton(actionsEl, WEIGHTS_BUTTON, reset);
  const scopeEl = el.createEl('p', { cls: 'idea-tiers-status-line', attr: { role: 'status' } });
  setText(everywhereEl, t('table.useEverywhere'));

  function addList(title: string): HTMLElement {
    const boxEl = el.createDiv('idea-tiers-weights-part');
    const titleEl = boxEl.createDiv({ cls: 'idea-tiers-weights-title', text: title, attr: { id: newId() } });
    return boxEl.createEl('ul', {
      cls: 'idea-tiers-weights-list',
      attr: { role: 'list', 'aria-labelledby': titleEl.id },
    });
  }

  function makeRoleRow({ column }: RoleDatum): KeyedItem<RoleDatum> {
    const rowEl = createEl('li');
    const labelEl = rowEl.createEl('label', 'idea-tiers-role');
    const nameEl = labelEl.createSpan('idea-tiers-role-name');
    const selectEl = labelEl.createEl('select', 'dropdown');
    for (const role of ROLE_CHOICES) {
      selectEl.createEl('option', { value: role, text: roleName(role, t) });
    }
    selectEl.addEventListener('change', () => setRole(column, selectEl.value));
    return {
      el: rowEl,
      update: ({ name, role }) => {
        setText(nameEl, name);
        selectEl.value = role;
      },
    };
  }

  const own = (): TableTuning => tables.tuningOf(now().values.table);
  const tune = (changed: Partial<TableTuning>): void => tables.tune(now().values.table, changed);

  /** A role that the table says by itself is not kept, unless it was a guess. */
  function setRole(column: number, chosen: string): void {
    const role = ROLE_CHOICES.find((choice) => choice === chosen);
    if (role === undefined) return;
    const { [column]: _before, ...others } = own().roles;
    const { values } = now();
    const isSaid = columnRoles(values, others)[column] === role && !guessedColumns(values, others).includes(column);
    tune({ roles: isSaid ? others : { ...others, [column]: role } });
  }

  /** Another cost that is weighed counts again, and with it ends the choice of one; the others still count nothing. */
  function setWeight({ mark, kind }: UsedMark, weight: number | null): void {
    const { weights, only = '' } = own();
    const isOther = only !== '' && kind === 'cost' && mark !== only;
    const cost = isOther ? { ...weights.cost, ...now().weights.cost } : weights.cost;
    tune({ weights: withWeight({ ...weights, cost }, kind, mark, weight), ...(isOther && { only: '' }) });
  }

  function marks(): readonly UsedMark[] {
    const { values, roles: rolesNow, weights } = now();
    return usedMarks(values, rolesNow(), weights);
  }

  function reset(): void {
    if (isTuned(own())) tune({ ...NO_TUNING, only: '' });
    else tables.setWeights(now().values.table, NO_TUNING.weights);
  }

  return {
    el,
    // Only called while the panel is open, for this reads the table.
    update: () => {
      const { values, roles: rolesNow, guessed, offered } = now();
      roles.draw(
        rolesEl,
        offered.flatMap((column) => {
          const role = rolesNow()[column] ?? 'none';
          const text = columnName(values, column, t);
          const name = guessed().includes(column) ? `${text} · ${t('table.aGuess')}` : text;
          return role === 'rank' || role === 'subject' ? [] : [{ column, name, role }];
        }),
      );
      const used = marks();
      for (const kind of KINDS) {
        const ofKind = used.filter((one) => one.kind === kind);
        rows[kind].draw(lists[kind], ofKind);
        lists[kind].parentElement?.toggleClass('is-empty', ofKind.length === 0);
      }
      // Where the table is ranked, the choice stands beside what it is ranked by.
      if (isRanked(now())) choice.el.remove();
      else if (choice.el.parentElement === null) actionsEl.before(choice.el);
      choice.update();
      const isOwn = isTuned(own());
      const isEverywhere = !isNone(tables.weights);
      everywhereEl.toggleClass('is-empty', isNone(own().weights) && !own().only);
      resetEl.toggleClass('is-empty', !isOwn && !isEverywhere);
      setText(resetEl, t(isOwn || !isEverywhere ? 'table.reset' : 'table.resetEverywhere'));
      setText(scopeEl, t(isOwn ? 'table.setForTable' : isEverywhere ? 'table.setForAll' : 'table.setForNone'));
    },
  };
}

function isTuned({ weights, roles, only = '' }: TableTuning): boolean {
  return only !== '' || !isNone(weights) || Object.keys(roles).length > 0;
}

function isNone({ value, cost }: Weights): boolean {
  return Object.keys(value).length === 0 && Object.keys(cost).length === 0;
}
