import type { Translate } from '../../i18n';
import type { ScoreColumn } from '../../model/table-order';
import { rankBy, type ScoreName } from '../../rank/ranking';
import { digitsFor, formOf } from '../../rank/score-form';
import type { ArrangedTable } from './arranged-table';
import { rankingName } from './rank-menu';
import { inForm } from './score-writer';

/** What a score is asked for where the table is not ranked, the best first. */
const BY_DEFAULT: readonly ScoreName[] = ['value-for-cost', 'value', 'cost'];

/** The column that says what the rows score in what they are ranked by; `null` for a table that cannot be ranked at all. */
export function scoreColumn({ values, state, roles, weights }: ArrangedTable, t: Translate): ScoreColumn | null {
  for (const name of state.rankBy === 'tier' ? BY_DEFAULT : [state.rankBy]) {
    const ranking = rankBy(values, name, roles(), weights);
    if (ranking.kind === 'unranked') continue;
    const scores = new Map([...ranking.rows, ...ranking.apart].map(({ row, score }) => [row, score]));
    const form = name === 'value-for-cost' ? '' : formOf(values, roles(), name);
    const digits = digitsFor([...scores.values()]);
    // As the note may be read by anybody, numbers have no signs of a language.
    const write = (score: number): string =>
      score === Infinity ? '∞' : inForm(score, form, (size) => String(Number(size.toFixed(digits)))).replace('−', '-');
    return {
      header: rankingName(name, t),
      cells: values.table.body.map((_, row) => {
        const score = scores.get(row) ?? null;
        return score === null ? '' : write(score);
      }),
    };
  }
  return null;
}
