import type { Translate } from '../../i18n';
import { RANKINGS, rankBy, type RankingName, type ScoreName } from '../../rank/ranking';
import { showEntries } from '../menu-place';
import type { TableContext } from './table-context';

export function rankingName(name: RankingName, t: Translate): string {
  return t(`table.rankings.${name}`);
}

/** What the places of a ranking come of, in a few words. */
export function rankingRule(name: ScoreName, t: Translate): string {
  return t(`table.rules.${name}`);
}

/** The same in a sentence. */
export function rankingExplained(name: RankingName, t: Translate): string {
  return t(`table.explained.${name}`, { apart: t('table.noCost') });
}

/** What a table can be ranked by; a choice that it does not have is greyed, and says why. */
export function showRankMenu(buttonEl: HTMLElement, { t, now, change }: TableContext): void {
  const { values, state, roles, weights } = now();
  showEntries(
    buttonEl,
    RANKINGS.map((name) => {
      const ranking = name === 'tier' ? null : rankBy(values, name, roles(), weights);
      const reason = ranking?.kind === 'unranked' ? ranking.reason : null;
      return {
        title: createFragment((fragment) => {
          fragment.createDiv({ text: rankingName(name, t) });
          fragment.createDiv({
            cls: 'idea-tiers-menu-note',
            text: reason ? t(`table.noRanking.${reason}`) : rankingExplained(name, t),
          });
        }),
        isChecked: state.rankBy === name && (name !== 'tier' || state.keys.length === 0),
        isDisabled: reason !== null,
        run: () => change({ keys: [], rankBy: name }),
      };
    }),
  );
}
