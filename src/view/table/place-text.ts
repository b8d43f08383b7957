import type { Translate } from '../../i18n';
import type { RankedRow, RankingName } from '../../rank/ranking';

/** What a place comes of: `2 ÷ 5 = 0.4`; `''` where there is nothing to say. */
export function scoreText(ranked: RankedRow, by: RankingName, t: Translate): string {
  return writeScore(ranked, by, t).replace(/-(?=\d)/g, '−');
}

function writeScore({ value, cost, score }: RankedRow, by: RankingName, t: Translate): string {
  switch (by) {
    case 'tier':
      return '';
    case 'value':
    case 'cost':
      return score === null ? '' : t('sidebar.table.number', { number: score });
    case 'value-for-cost':
      if (value === null) return cost === null ? '' : t('sidebar.table.costOnly', { cost });
      if (cost === null) return t('sidebar.table.valueOnly', { value });
      return score === null
        ? t('sidebar.table.noRatio', { value, cost })
        : t('sidebar.table.ratio', { value, cost, score });
  }
}
