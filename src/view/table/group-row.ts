import type { Translate } from '../../i18n';
import type { Piece } from '../pieces';

export interface GroupDatum {
  readonly apartFor: 'value' | 'cost';
  readonly columns: number;
}

/** The line above rows that stand apart, for they do not name what the others are ranked by. */
export class GroupRow implements Piece<GroupDatum> {
  readonly el = createEl('tr', { cls: 'idea-tiers-group-row', attr: { role: 'row' } });
  private readonly cellEl = this.el.createEl('td', { cls: 'idea-tiers-cell', attr: { role: 'cell' } });

  constructor(private readonly t: Translate) {}

  update({ apartFor, columns }: GroupDatum): void {
    this.cellEl.setAttr('colspan', String(columns));
    this.cellEl.textContent = this.t(apartFor === 'cost' ? 'sidebar.table.noCost' : 'sidebar.table.noValue');
  }
}
