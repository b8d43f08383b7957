import { Menu } from 'obsidian';
import type { Table } from '../../model/table';
import type { Context } from '../context';
import { showUnder } from '../menu-place';
import { columnName } from './column-name';
import type { TurnedTable } from './turned-table';
import { ValueChoices } from './value-choices';

/** What a table is filtered with besides its legend: a search, the values of a column, and the columns that are shown. */
export class FilterPanel {
  readonly el = createDiv('idea-tiers-filter is-empty');
  private readonly searchEl: HTMLInputElement;
  private readonly columnEl: HTMLSelectElement;
  private readonly choices: ValueChoices;
  private readonly columnsEl: HTMLButtonElement;
  private turned: TurnedTable | null = null;
  private column: number | null = null;
  private options = '';

  constructor(private readonly ctx: Context) {
    const { t } = ctx;
    this.el.id = ctx.newId();
    this.searchEl = this.el.createEl('input', {
      cls: 'idea-tiers-search',
      type: 'search',
      placeholder: t('sidebar.table.search'),
      attr: { 'aria-label': t('sidebar.table.search'), spellcheck: 'false' },
    });
    this.searchEl.addEventListener('input', () => this.setFilter({ search: this.searchEl.value }));
    const lineEl = this.el.createDiv('idea-tiers-filter-line');
    this.columnEl = lineEl.createEl('select', { cls: 'dropdown', attr: { 'aria-label': t('sidebar.table.byValues') } });
    this.columnEl.addEventListener('change', () => this.chooseColumn());
    this.columnsEl = lineEl.createEl('button', {
      cls: 'idea-tiers-text-button',
      text: t('sidebar.table.columns'),
      attr: { 'aria-haspopup': 'menu' },
    });
    this.columnsEl.addEventListener('click', () => this.showColumns());
    this.choices = new ValueChoices(ctx, (value) => this.toggleValue(value));
    this.el.append(this.choices.el);
  }

  /** Only called while the panel is open, for this reads the table. */
  update(turned: TurnedTable): void {
    this.turned = turned;
    const { search } = turned.state.filter;
    // What is being typed is not touched.
    if (this.searchEl.value !== search) this.searchEl.value = search;
    if (this.column !== null && this.column >= turned.values.columnCount) this.column = null;
    this.drawOptions(turned);
    this.columnsEl.toggleClass('is-active', turned.state.hidden.length > 0);
    this.columnsEl.toggleClass('is-empty', hideableColumns(turned.values.table).length === 0);
    this.choices.update(turned, this.column);
  }

  focusSearch(): void {
    this.searchEl.focus();
  }

  private drawOptions({ values, state }: TurnedTable): void {
    const { t } = this.ctx;
    const names = values.table.header.map((_, column) => {
      const chosen = state.filter.values[column]?.length ?? 0;
      const name = columnName(values, column, t);
      return chosen > 0 ? t('sidebar.table.columnChosen', { column: name, count: chosen }) : name;
    });
    const options = JSON.stringify(names);
    if (options !== this.options) {
      this.options = options;
      this.columnEl.empty();
      this.columnEl.createEl('option', { value: '', text: t('sidebar.table.byValues') });
      names.forEach((text, column) => this.columnEl.createEl('option', { value: String(column), text }));
    }
    this.columnEl.value = this.column === null ? '' : String(this.column);
    this.columnEl.toggleClass('is-active', Object.keys(state.filter.values).length > 0);
  }

  private chooseColumn(): void {
    this.column = this.columnEl.value === '' ? null : Number(this.columnEl.value);
    if (this.turned) this.choices.update(this.turned, this.column);
  }

  private toggleValue(value: string): void {
    const { turned, column } = this;
    if (!turned || column === null) return;
    const { [column]: chosen = [], ...others } = turned.state.filter.values;
    const toggled = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    this.setFilter({ values: toggled.length === 0 ? others : { ...others, [column]: toggled } });
  }

  private setFilter(changed: Partial<TurnedTable['state']['filter']>): void {
    if (!this.turned) return;
    const { state } = this.turned;
    this.ctx.tables.setState(this.turned, { ...state, filter: { ...state.filter, ...changed } });
  }

  /** Every column but the one that a row is known by can be hidden. */
  private showColumns(): void {
    const { turned } = this;
    if (!turned) return;
    const { state, values } = turned;
    const menu = new Menu();
    for (const column of hideableColumns(turned.values.table)) {
      const isShown = !state.hidden.includes(column);
      const hidden = isShown ? [...state.hidden, column] : state.hidden.filter((other) => other !== column);
      menu.addItem((item) =>
        item
          .setTitle(columnName(values, column, this.ctx.t))
          .setChecked(isShown)
          .onClick(() => this.ctx.tables.setState(turned, { ...state, hidden })),
      );
    }
    showUnder(menu, this.columnsEl);
  }
}

/** The columns of a table but those that a row is known by. */
export function hideableColumns({ header, tier }: Table): readonly number[] {
  const kept = tier ? [tier.rankColumn, tier.subjectColumn] : [0];
  return [...header.keys()].filter((column) => !kept.includes(column));
}
