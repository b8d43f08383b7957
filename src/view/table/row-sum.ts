import type { Translate } from '../../i18n';
import { columnsOf, type ColumnKind } from '../../rank/columns';
import type { ScoreName } from '../../rank/ranking';
import { partsOf, type Part } from '../../rank/weights';
import { setText, type KeyedItem } from '../core/keyed-list';
import type { ArrangedTable } from './arranged-table';
import { columnName } from './column-name';
import { shownMark } from './mark-strip';
import { placeText } from './place-text';
import { rankingName } from './rank-menu';
import type { RowDatum } from './rows';
import type { TableContext } from './table-context';

/** What each ranking adds up. */
export const SUMS: Readonly<Record<ScoreName, readonly ColumnKind[]>> = {
  value: ['value'],
  cost: ['cost'],
  'value-for-cost': ['value', 'cost'],
};

/** What a ranked row's score comes of: a line for value, one for cost, each mark and number with what it gave. */
export function makeRowSum({ t, now }: TableContext): KeyedItem<RowDatum> {
  const el = createDiv('idea-tiers-sum');
  return {
    el,
    update: ({ row, ranked, layout: { rankBy } }) => {
      const { values, roles, weights, write } = now();
      if (ranked === null || rankBy === null) return;
      const kinds = SUMS[rankBy];
      const { sum, score } = placeText(ranked, rankBy, write(t), t);
      const lines = [
        ...kinds.map((kind): readonly [ScoreName, string] => {
          const parts = partsOf(values, row.index, kind, roles(), weights);
          return [kind, sumText(parts, kind, ranked[kind], now(), t)];
        }),
        ...(kinds.length > 1 && score !== '' ? [[rankBy, sum + score] as const] : []),
      ].filter(([, text]) => text !== '');
      el.empty();
      for (const [name, text] of lines) {
        const lineEl = el.createDiv('idea-tiers-detail-line');
        setText(lineEl.createSpan('idea-tiers-detail-header'), rankingName(name, t));
        setText(lineEl.createSpan('idea-tiers-detail-text'), text);
      }
    },
  };
}

/**
 * `🟢 +1 🟢 +1 = 2`, `💰×5 5 🧠 1 = 6`, of several columns `Depth +7, Clarity +8 = 15`; a mark that is not counted gives `–`.
 */
export function sumText(
  parts: readonly Part[],
  kind: ColumnKind,
  total: number | null,
  { values, roles, write }: ArrangedTable,
  t: Translate,
): string {
  const written = (amount: number): string => write(t)(kind, amount);
  const areSeveral = columnsOf(roles(), kind).length > 1;
  const said = parts.map(({ text, count, amount, column }, at) => {
    const number = amount === null ? '–' : written(amount);
    const name = count > 1 ? `${shownMark(text)}×${count}` : shownMark(text);
    const given = kind === 'value' && amount !== null && amount > 0 ? `+${number}` : number;
    const own = name === number ? given : `${name} ${given}`;
    if (column === null || !areSeveral) return own;
    return `${columnName(values, column, t)} ${own}${at === parts.length - 1 ? '' : ','}`;
  });
  const sum = total === null ? '' : written(total);
  // One number is its own sum.
  return (sum === '' || said.join() === sum ? said : [...said, `= ${sum}`]).join(' ');
}
