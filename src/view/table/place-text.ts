import type { Translate } from '../../i18n';
import type { RankedRow, ScoreName } from '../../rank/ranking';
import type { RowScore } from '../../rank/weights';

/** What a place comes of: `2 ÷ 5 = 0.4`; `''` where there is nothing to say. */
export function placeText(ranked: RankedRow, by: ScoreName, t: Translate): string {
  const { value, cost, score } = ranked;
  if (by !== 'value-for-cost') return score === null ? '' : t('table.number', { number: score });
  return value === null || cost === null || score === null
    ? scoreText(ranked, t)
    : t('table.ratio', { value, cost, score });
}

/** `value 1, cost 1`: what a row names of the two. */
export function scoreText({ value, cost }: RowScore, t: Translate): string {
  return [
    ...(value === null ? [] : [t('table.valueOnly', { value })]),
    ...(cost === null ? [] : [t('table.costOnly', { cost })]),
  ].join(', ');
}
