import type { Translate } from '../../i18n';
import type { RankedRow, ScoreName } from '../../rank/ranking';
import type { RowScore } from '../../rank/weights';
import type { WriteScore } from './score-writer';

/** What a place comes of, and the number that it goes by; `''` where there is nothing to say. */
export interface PlaceText {
  /** `2 ÷ 5 = `, or what a row names of the two that is no ratio: `value 0, cost 1`. */
  readonly sum: string;
  readonly score: string;
  /** The score, else what stands for it where there is little room: `0 ÷ 1`. */
  readonly short: string;
}

/** @param isShared whether another row has the same place, and no marks tell the two apart. */
export function placeText(
  ranked: RankedRow,
  by: ScoreName,
  write: WriteScore,
  t: Translate,
  isShared = false,
): PlaceText {
  const { score: number, ...row } = ranked;
  const score = number === null ? '' : write(by, number);
  if (by !== 'value-for-cost') return { sum: '', score, short: score };
  const value = row.value === null ? '' : write('value', row.value);
  const cost = row.cost === null ? '' : write('cost', row.cost);
  if (value === '' || cost === '') return { sum: scoreText(row, write, t), score: '', short: value || cost };
  const ratio = t('table.ratio', { value, cost });
  if (score === '') return { sum: scoreText(row, write, t), score: '', short: ratio };
  return { sum: `${ratio} = `, score, short: isShared ? `${ratio} = ${score}` : score };
}

/** `value 1, cost 1`: what a row names of the two. */
export function scoreText({ value, cost }: RowScore, write: WriteScore, t: Translate): string {
  return [
    ...(value === null ? [] : [t('table.valueOnly', { value: write('value', value) })]),
    ...(cost === null ? [] : [t('table.costOnly', { cost: write('cost', cost) })]),
  ].join(', ');
}
