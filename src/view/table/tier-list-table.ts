import type { Translate } from '../../i18n';
import type { Table } from '../../model/table';
import type { TierItem, TierList, TierOfList } from '../../model/tier-list';

/** What no text holds stands nowhere in it. */
const NOWHERE = { from: 0, to: 0 };

/** A tier list as a table that no note holds: a row an item, so that it is shown, turned and copied as tables are. */
export function tableOfTierList({ line, caption, tiers }: TierList, t: Translate): Table {
  const rows = tiers.flatMap(({ items, ...tier }) => rowsOf(tier, items));
  return {
    span: NOWHERE,
    headerSpan: NOWHERE,
    delimiterSpan: NOWHERE,
    line,
    endLine: rows.at(-1)?.line ?? line,
    header: [t('table.tierHeader'), t('table.itemHeader')],
    align: [null, null],
    body: rows.map(({ line: at, tier, item }) => ({
      span: NOWHERE,
      line: at,
      cells: [tier.rankText, item?.markdown ?? ''],
    })),
    caption,
    callout: '',
    legend: {},
    tier: {
      rankColumn: 0,
      subjectColumn: 1,
      rungs: rows.map(({ tier: { rank, rankText }, item }) => {
        return { rank, rankText, subject: item?.text ?? '', cells: [], marks: {} };
      }),
    },
  };
}

interface Row {
  readonly line: number;
  readonly tier: Omit<TierOfList, 'items'>;
  readonly item: TierItem | null;
}

/** A rung that nothing stands on has a row, too. */
function rowsOf(tier: Row['tier'], items: readonly TierItem[]): readonly Row[] {
  return items.length === 0
    ? [{ line: tier.line, tier, item: null }]
    : items.map((item) => ({ line: item.line, tier, item }));
}
