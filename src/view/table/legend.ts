import type { Context } from '../context';
import { markChoices } from '../../rank/filter';
import { Pieces, type Piece } from '../pieces';
import type { TurnedTable } from './turned-table';

interface Chip {
  readonly mark: string;
  readonly meaning: string;
  /** How many rows have the mark; `null` where nobody asked. */
  readonly count: number | null;
  readonly chosen: boolean;
}

class LegendChip implements Piece<Chip> {
  readonly el = createEl('li', 'idea-tiers-chip-item');
  private readonly buttonEl = this.el.createEl('button', 'idea-tiers-chip');
  private readonly markEl = this.buttonEl.createSpan('idea-tiers-chip-mark');
  private readonly meaningEl = this.buttonEl.createSpan();
  private readonly countEl = this.buttonEl.createSpan('idea-tiers-chip-count');
  private mark = '';

  constructor(toggle: (mark: string) => void) {
    this.buttonEl.addEventListener('click', () => toggle(this.mark));
  }

  update({ mark, meaning, count, chosen }: Chip): void {
    this.mark = mark;
    this.markEl.textContent = mark;
    this.meaningEl.textContent = meaning;
    this.countEl.textContent = count === null ? '' : String(count);
    this.buttonEl.setAttr('aria-pressed', String(chosen));
    this.buttonEl.toggleClass('is-active', chosen);
  }
}

/** What a table's marks mean, as chips that show only the rows with such a mark. */
export class Legend {
  readonly el = createEl('ul', { cls: 'idea-tiers-legend', attr: { role: 'list' } });
  private turned: TurnedTable | null = null;
  private readonly chips: Pieces<Chip>;

  constructor(private readonly ctx: Context) {
    this.el.setAttr('aria-label', ctx.t('sidebar.legend'));
    this.chips = new Pieces<Chip>(
      () => new LegendChip((mark) => this.toggle(mark)),
      (chip) => chip.mark,
    );
  }

  /** @param isFiltering Then the other marks of the table are offered too, each with its count of rows. */
  update(turned: TurnedTable, isFiltering: boolean): void {
    this.turned = turned;
    const { values, state, columns } = turned;
    const chips: readonly Chip[] = isFiltering
      ? markChoices(values, state.filter, columns)
      : Object.entries(values.table.legend).map(([mark, meaning]) => ({
          mark,
          meaning,
          count: null,
          chosen: state.filter.marks.includes(mark),
        }));
    this.el.toggleClass('is-empty', chips.length === 0);
    this.chips.draw(this.el, chips);
  }

  private toggle(mark: string): void {
    if (!this.turned) return;
    const { state } = this.turned;
    const { marks } = state.filter;
    const toggled = marks.includes(mark) ? marks.filter((other) => other !== mark) : [...marks, mark];
    this.ctx.tables.setState(this.turned, { ...state, filter: { ...state.filter, marks: toggled } });
  }
}
