import type { Translate } from '../../i18n';
import { Pieces, type Piece } from '../pieces';

interface Chip {
  readonly mark: string;
  readonly meaning: string;
}

class LegendChip implements Piece<Chip> {
  readonly el = createEl('li', { cls: 'idea-tiers-chip' });
  private readonly markEl = this.el.createSpan('idea-tiers-chip-mark');
  private readonly meaningEl = this.el.createSpan();

  update({ mark, meaning }: Chip): void {
    this.markEl.textContent = mark;
    this.meaningEl.textContent = meaning;
  }
}

/** What a table's marks mean, as chips. */
export class Legend {
  readonly el = createEl('ul', { cls: 'idea-tiers-legend', attr: { role: 'list' } });
  private readonly chips = new Pieces<Chip>(
    () => new LegendChip(),
    (chip) => chip.mark,
  );

  update(legend: Readonly<Record<string, string>>, t: Translate): void {
    const chips = Object.entries(legend).map(([mark, meaning]) => ({ mark, meaning }));
    this.el.toggleClass('is-empty', chips.length === 0);
    this.el.setAttr('aria-label', t('sidebar.legend'));
    this.chips.draw(this.el, chips);
  }
}
