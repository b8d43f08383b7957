import type { Translate } from '../../i18n';
import type { RankedRow, ScoreName } from '../../rank/ranking';
import type { RowScore } from '../../rank/weights';

/** What a place comes of, and the number that it goes by; `''` where there is nothing to say. */
export interface PlaceText {
  /** `2 ÷ 5 = `, or what a row names of the two that is no ratio: `value 0, cost 1`. */
  readonly sum: string;
  readonly score: string;
  /** The score, else what stands for it where there is little room: `0 ÷ 1`. */
  readonly short: string;
}

/** @param isShared whether another row has the same place, and no marks tell the two apart. */
export function placeText(ranked: RankedRow, by: ScoreName, t: Translate, isShared = false): PlaceText {
  const { value, cost, score } = ranked;
  const number = score === null ? '' : t('table.number', { number: score });
  if (by !== 'value-for-cost') return { sum: '', score: number, short: number };
  if (value === null || cost === null) {
    const one = value ?? cost;
    return { sum: scoreText(ranked, t), score: '', short: one === null ? '' : t('table.number', { number: one }) };
  }
  const ratio = t('table.ratio', { value, cost });
  if (number === '') return { sum: scoreText(ranked, t), score: '', short: ratio };
  return { sum: `${ratio} = `, score: number, short: isShared ? `${ratio} = ${number}` : number };
}

/** `value 1, cost 1`: what a row names of the two. */
export function scoreText({ value, cost }: RowScore, t: Translate): string {
  return [
    ...(value === null ? [] : [t('table.valueOnly', { value })]),
    ...(cost === null ? [] : [t('table.costOnly', { cost })]),
  ].join(', ');
}
