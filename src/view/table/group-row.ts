import type { Translate } from '../../i18n';
import type { ColumnKind } from '../../rank/columns';
import type { KeyedItem } from '../core/keyed-list';

export interface GroupDatum {
  readonly kind: 'group';
  readonly key: string;
  readonly apartFor: ColumnKind;
  readonly columns: number;
}

/** The line above rows that stand apart, for they do not name what the others are ranked by. */
export function makeGroupRow({ apartFor }: GroupDatum, t: Translate): KeyedItem<GroupDatum> {
  const el = createEl('tr', { cls: 'idea-tiers-group-row', attr: { role: 'row' } });
  const cellEl = el.createEl('td', {
    cls: 'idea-tiers-cell',
    text: t(apartFor === 'cost' ? 'table.noCost' : 'table.noValue'),
    attr: { role: 'cell' },
  });
  return { el, update: ({ columns }) => cellEl.setAttr('colspan', columns) };
}
