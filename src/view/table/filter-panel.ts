import type { Table } from '../../model/table';
import { columnChoices, type ColumnChoice } from '../../rank/filter';
import { sortRows } from '../../rank/order';
import { addButton, addDropdown } from '../core/buttons';
import { showEntries } from '../core/menu-place';
import { KeyedList, type KeyedItem } from '../core/keyed-list';
import { columnName } from './column-name';
import { toggled, type TableContext, type TablePart } from './table-context';
import { nameRegion } from '../core/name-region';

/** A column can have as many values as rows. */
const MOST_VALUES = 200;

/** A filter's panel, and the way into it. */
export interface FilterPanel extends TablePart {
  readonly focusSearch: () => void;
}

/** What a table is filtered with besides its legend: a search, the values of a column, and the columns that are shown. */
export function makeFilterPanel(ctx: TableContext): FilterPanel {
  const { t, now, change, changeFilter, tables } = ctx;
  /** The column whose values are offered. */
  let column: number | null = null;
  let options = '';
  const el = createDiv({ cls: 'idea-tiers-filter', attr: { id: ctx.newId() } });
  const searchEl = el.createEl('input', {
    cls: 'idea-tiers-search',
    type: 'search',
    placeholder: t('table.search'),
    attr: { 'aria-label': t('table.search'), spellcheck: 'false' },
  });
  searchEl.addEventListener('input', () => changeFilter({ search: searchEl.value }));
  const lineEl = el.createDiv('idea-tiers-filter-line');
  const columnEl = addDropdown(lineEl, t('table.byValues'));
  columnEl.addEventListener('change', () => {
    column = columnEl.value === '' ? null : Number(columnEl.value);
    drawChoices();
  });
  const [columnsEl] = addButton(lineEl, '', '', t('table.columns'), showColumns);
  columnsEl.setAttr('aria-haspopup', 'menu');
  const choicesEl = el.createDiv({ cls: 'idea-tiers-choices', attr: { role: 'group' } });
  const choicesNameEl = nameRegion(choicesEl, '');
  const choices = new KeyedList<ColumnChoice>(makeChoice, (choice) => choice.value);

  /** Every column but the one that a row is known by can be hidden. */
  function showColumns(): void {
    const { state, values, offered } = now();
    showEntries(
      columnsEl,
      hideableColumns(values.table, offered).map((hideable) => ({
        title: columnName(values, hideable, t),
        isChecked: !state.hidden.includes(hideable),
        run: () => change({ hidden: toggled(state.hidden, hideable) }),
      })),
    );
  }

  function drawOptions(): void {
    const { values, state, offered } = now();
    const names = offered.map((index) => {
      const chosen = state.filter.values[index]?.length ?? 0;
      const name = columnName(values, index, t);
      return { index, text: chosen > 0 ? `${name} (${chosen})` : name };
    });
    const drawn = JSON.stringify(names);
    // Options that are drawn again close a list that is open.
    if (drawn !== options) {
      options = drawn;
      columnEl.empty();
      columnEl.createEl('option', { value: '', text: t('table.byValues') });
      for (const { index, text } of names) columnEl.createEl('option', { value: String(index), text });
    }
    columnEl.value = String(column ?? '');
    columnEl.toggleClass('is-active', Object.keys(state.filter.values).length > 0);
  }

  /** The values of the column, each with the count of rows that choosing it would show. */
  function drawChoices(): void {
    const { values, state, roles, weights, columns } = now();
    choicesEl.toggleClass('is-empty', column === null);
    if (column === null) return;
    choicesNameEl.textContent = columnName(values, column, t);
    const { collator } = tables;
    const order = sortRows(values, [{ column, descending: false }], { roles: roles(), weights, collator });
    choices.draw(choicesEl, columnChoices(values, column, state.filter, order, columns).slice(0, MOST_VALUES));
  }

  function makeChoice({ value }: ColumnChoice): KeyedItem<ColumnChoice> {
    const labelEl = createEl('label', 'idea-tiers-choice');
    const boxEl = labelEl.createEl('input', { type: 'checkbox' });
    const textEl = labelEl.createSpan('idea-tiers-choice-text');
    const countEl = labelEl.createSpan('idea-tiers-choice-count');
    boxEl.addEventListener('change', () => {
      if (column === null) return;
      const { [column]: chosen = [], ...others } = now().state.filter.values;
      const left = toggled(chosen, value);
      changeFilter({ values: left.length === 0 ? others : { ...others, [column]: left } });
    });
    return {
      el: labelEl,
      update: ({ text, count, chosen }) => {
        textEl.textContent = text || t('table.blank');
        textEl.toggleClass('mod-blank', text === '');
        countEl.textContent = String(count);
        boxEl.checked = chosen;
        labelEl.toggleClass('is-none', count === 0 && !chosen);
      },
    };
  }

  return {
    el,
    update: () => {
      el.toggleClass('is-empty', !ctx.isFiltering());
      // What is folded reads no table.
      if (!ctx.isFiltering()) return;
      const { values, state, offered } = now();
      // What is being typed is not touched.
      if (searchEl.value !== state.filter.search) searchEl.value = state.filter.search;
      if (column !== null && !offered.includes(column)) column = null;
      columnsEl.toggleClass('is-active', state.hidden.length > 0);
      columnsEl.toggleClass('is-empty', hideableColumns(values.table, offered).length === 0);
      drawOptions();
      drawChoices();
    },
    focusSearch: () => searchEl.focus(),
  };
}

/** The columns of those offered but those that a row is known by. */
function hideableColumns({ tier }: Table, offered: readonly number[]): readonly number[] {
  const kept = tier ? [tier.rankColumn, tier.subjectColumn] : [0];
  return offered.filter((column) => !kept.includes(column));
}
