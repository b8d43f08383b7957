import type { Translate } from '../../i18n';
import type { ScoreColumn } from '../../model/table-order';
import { rankBy, type ScoreName } from '../../rank/ranking';
import { rankingName } from './rank-menu';
import type { ArrangedTable } from './arranged-table';

/** What a score is asked for where the table is not ranked, the best first. */
const BY_DEFAULT: readonly ScoreName[] = ['value-for-cost', 'value', 'cost'];
const DIGITS = 3;

/** The column that says what the rows score in what they are ranked by; `null` for a table that cannot be ranked at all. */
export function scoreColumn({ values, state, roles, weights }: ArrangedTable, t: Translate): ScoreColumn | null {
  for (const name of state.rankBy === 'tier' ? BY_DEFAULT : [state.rankBy]) {
    const ranking = rankBy(values, name, roles(), weights);
    if (ranking.kind === 'unranked') continue;
    const scores = new Map([...ranking.rows, ...ranking.apart].map(({ row, score }) => [row, score]));
    return {
      header: rankingName(name, t),
      cells: values.table.body.map((_, row) => writeScore(scores.get(row) ?? null)),
    };
  }
  return null;
}

/** As the note may be read by anybody, numbers have no signs of a language. */
function writeScore(score: number | null): string {
  if (score === null) return '';
  return score === Infinity ? '∞' : String(Number(score.toPrecision(DIGITS)));
}
