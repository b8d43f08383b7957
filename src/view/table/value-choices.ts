import { columnChoices, type ColumnChoice } from '../../rank/filter';
import { sortRows } from '../../rank/order';
import type { Context } from '../context';
import { Pieces, type Piece } from '../pieces';
import { columnName } from './column-name';
import type { TurnedTable } from './turned-table';

/** A column can have as many values as rows. */
const MOST_VALUES = 200;

class ChoiceBox implements Piece<ColumnChoice> {
  readonly el = createEl('label', 'idea-tiers-choice');
  private readonly boxEl = this.el.createEl('input', { type: 'checkbox' });
  private readonly textEl = this.el.createSpan('idea-tiers-choice-text');
  private readonly countEl = this.el.createSpan('idea-tiers-choice-count');
  private value = '';

  constructor(
    private readonly ctx: Context,
    toggle: (value: string) => void,
  ) {
    this.boxEl.addEventListener('change', () => toggle(this.value));
  }

  update({ value, text, count, chosen }: ColumnChoice): void {
    this.value = value;
    this.textEl.textContent = text || this.ctx.t('sidebar.table.blank');
    this.textEl.toggleClass('mod-blank', text === '');
    this.countEl.textContent = String(count);
    this.boxEl.checked = chosen;
    this.el.toggleClass('is-none', count === 0 && !chosen);
  }
}

/** The values of a column, each with the count of rows that choosing it would show. */
export class ValueChoices {
  readonly el = createDiv({ cls: 'idea-tiers-choices is-empty', attr: { role: 'group' } });
  private readonly boxes: Pieces<ColumnChoice>;

  constructor(
    private readonly ctx: Context,
    toggle: (value: string) => void,
  ) {
    this.boxes = new Pieces<ColumnChoice>(
      () => new ChoiceBox(ctx, toggle),
      (choice) => choice.value,
    );
  }

  update({ values, state, roles, weights, columns }: TurnedTable, column: number | null): void {
    const { t, tables } = this.ctx;
    this.el.toggleClass('is-empty', column === null);
    if (column === null) return;
    this.el.setAttr('aria-label', columnName(values, column, t));
    const { collator } = tables;
    const order = sortRows(values, [{ column, descending: false }], { roles: roles(), weights, collator });
    this.boxes.draw(this.el, columnChoices(values, column, state.filter, order, columns).slice(0, MOST_VALUES));
  }
}
