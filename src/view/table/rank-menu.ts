import { Menu } from 'obsidian';
import type { MessageKey, Translate } from '../../i18n';
import { RANKINGS, rankBy, type NoRanking, type RankingName } from '../../rank/ranking';
import { showUnder } from '../menu-place';
import type { TurnedTable } from './turned-table';

const NAMES: Readonly<Record<RankingName, MessageKey>> = {
  tier: 'sidebar.table.rankings.tier',
  value: 'sidebar.table.rankings.value',
  cost: 'sidebar.table.rankings.cost',
  'value-for-cost': 'sidebar.table.rankings.valueForCost',
};

const EXPLAINED: Readonly<Record<RankingName, MessageKey>> = {
  tier: 'sidebar.table.explained.tier',
  value: 'sidebar.table.explained.value',
  cost: 'sidebar.table.explained.cost',
  'value-for-cost': 'sidebar.table.explained.valueForCost',
};

const REASONS: Readonly<Record<NoRanking, MessageKey>> = {
  'no-value-column': 'sidebar.table.noRanking.valueColumn',
  'no-cost-column': 'sidebar.table.noRanking.costColumn',
  'no-value-and-no-cost-column': 'sidebar.table.noRanking.bothColumns',
  'no-value-counted': 'sidebar.table.noRanking.valueCounted',
  'no-cost-counted': 'sidebar.table.noRanking.costCounted',
};

export function rankingName(name: RankingName, t: Translate): string {
  return t(NAMES[name]);
}

/** What the places of a ranking come of, in a sentence. */
export function rankingExplained(name: RankingName, t: Translate): string {
  return t(EXPLAINED[name], { apart: t('sidebar.table.noCost') });
}

export function noRankingReason(reason: NoRanking, t: Translate): string {
  return t(REASONS[reason]);
}

/** What a table can be ranked by; a choice that it does not have is greyed, and says why. */
export function showRankMenu(
  buttonEl: HTMLElement,
  { values, state, roles, weights }: TurnedTable,
  choose: (name: RankingName) => void,
  t: Translate,
): void {
  const menu = new Menu();
  // A menu of the system has no room for a sentence.
  menu.setUseNativeMenu(false);
  for (const name of RANKINGS) {
    const ranking = name === 'tier' ? null : rankBy(values, name, roles(), weights);
    const reason = ranking?.kind === 'unranked' ? ranking.reason : null;
    menu.addItem((item) =>
      item
        .setTitle(entry(rankingName(name, t), reason ? noRankingReason(reason, t) : rankingExplained(name, t)))
        .setChecked(state.rankBy === name && (name !== 'tier' || state.keys.length === 0))
        .setDisabled(reason !== null)
        .onClick(() => choose(name)),
    );
  }
  showUnder(menu, buttonEl);
}

function entry(title: string, note: string): DocumentFragment {
  return createFragment((fragment) => {
    fragment.createDiv({ text: title });
    fragment.createDiv({ cls: 'idea-tiers-menu-note', text: note });
  });
}
