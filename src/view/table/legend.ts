import { markChoices, type MarkChoice } from '../../rank/filter';
import { nameRegion } from '../core/name-region';
import { KeyedList, type KeyedItem } from '../core/keyed-list';
import { shownMark } from './mark-strip';
import { toggled, type TableContext, type TablePart } from './table-context';
import { addPlainButton } from '../core/buttons';

/** `count` is how many rows have the mark; `null` where nobody asked. */
type Chip = Omit<MarkChoice, 'count'> & { readonly count: number | null };

/**
 * What a table's marks mean, as chips that show only the rows with such a mark. While the table is being filtered, its other marks
 * are offered too, each with its count of rows.
 */
export function makeLegend(ctx: TableContext): TablePart {
  const el = createEl('ul', { cls: 'idea-tiers-legend', attr: { role: 'list' } });
  nameRegion(el, ctx.t('table.legend'));
  const chips = new KeyedList<Chip>(
    (chip) => makeChip(chip, ctx),
    (chip) => chip.mark,
  );
  return {
    el,
    update: () => {
      const { values, state, columns } = ctx.now();
      const { legend } = values.table;
      const told = Object.entries(legend).map(([mark, meaning]) => {
        return { mark, meaning, count: null, chosen: state.filter.marks.includes(mark) };
      });
      const shown = ctx.isFiltering() ? markChoices(values, state.filter, columns) : told;
      el.toggleClass('is-empty', shown.length === 0);
      chips.draw(el, shown);
    },
  };
}

function makeChip({ mark }: Chip, { now, changeFilter }: TableContext): KeyedItem<Chip> {
  const el = createEl('li', 'idea-tiers-chip-item');
  const buttonEl = addPlainButton(el, 'idea-tiers-chip', () =>
    changeFilter({ marks: toggled(now().state.filter.marks, mark) }),
  );
  buttonEl.createSpan({ cls: 'idea-tiers-chip-mark', text: shownMark(mark) });
  const meaningEl = buttonEl.createSpan();
  const countEl = buttonEl.createSpan('idea-tiers-chip-count');
  return {
    el,
    update: ({ meaning, count, chosen }) => {
      meaningEl.textContent = meaning;
      countEl.textContent = String(count ?? '');
      buttonEl.setAttr('aria-pressed', String(chosen));
      buttonEl.toggleClass('is-active', chosen);
    },
  };
}
