import type { Translate } from '../../i18n';
import { RANKINGS, rankBy, type RankingName, type ScoreName } from '../../rank/ranking';
import { showEntries, type MenuEntry } from '../core/menu-place';
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

/** What a table can be ranked by, and the way to what it cannot be ranked by as yet. */
export function showRankMenu(buttonEl: HTMLElement, { t, now, change, chooseColumns }: TableContext): void {
  const { values, state, roles, weights } = now();
  const names = RANKINGS.filter((name) => name === 'tier' || rankBy(values, name, roles(), weights).kind === 'ranking');
  showEntries(buttonEl, [
    ...names.map((name): MenuEntry => {
      return {
        title: createFragment((fragment) => {
          fragment.createDiv({ text: rankingName(name, t) });
          fragment.createDiv({ cls: 'idea-tiers-menu-note', text: rankingExplained(name, t) });
        }),
        isChecked: state.rankBy === name && (name !== 'tier' || state.keys.length === 0),
        run: () => change({ keys: [], rankBy: name }),
      };
    }),
    ...(names.length < RANKINGS.length ? [{ section: 'choose', title: t('table.choose'), run: chooseColumns }] : []),
  ]);
}
