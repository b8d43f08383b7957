import { setIcon } from 'obsidian';
import type { Translate } from '../../i18n';
import { NO_FILTER } from '../../rank/filter';
import { addButton } from '../buttons';
import { setText } from '../pieces';
import { rankingExplained, rankingName } from './rank-menu';
import type { TableContext, TablePart } from './table-context';
import type { TurnedTable } from './turned-table';
import { uncountedText } from './uncounted-sign';

/** What is said above a table that is not shown as written: what its places mean, and what is hidden. */
export function makeStatus({ t, now, change }: TableContext): TablePart {
  const el = createDiv('idea-tiers-status');
  const rankingEl = el.createEl('p', 'idea-tiers-status-line');
  const uncountedEl = el.createEl('p', 'idea-tiers-status-line');
  const beyondEl = el.createEl('p', 'idea-tiers-status-line');
  const hiddenEl = el.createDiv('idea-tiers-status-line mod-hidden');
  setIcon(hiddenEl.createSpan('idea-tiers-button-icon'), 'filter');
  const hiddenTextEl = hiddenEl.createSpan({ attr: { role: 'status' } });
  addButton(hiddenEl, 'mod-clear', '', t('table.clear'), () => change({ filter: NO_FILTER, hidden: [] }));
  return {
    el,
    update: () => {
      const { hiddenRows, values, state, columnsBeyond, uncounted } = now();
      setText(rankingEl, rankingText(now(), t));
      setText(uncountedEl, uncountedText(uncounted, t));
      setText(beyondEl, columnsBeyond > 0 ? t('table.columnsBeyond', { count: columnsBeyond }) : '');
      const hidden = [
        hiddenRows > 0 ? t('table.rowsHidden', { count: hiddenRows, all: values.rowCount }) : '',
        state.hidden.length > 0 ? t('table.columnsHidden', { count: state.hidden.length }) : '',
      ];
      setText(hiddenTextEl, hidden.filter((part) => part !== '').join(' · '));
      hiddenEl.toggleClass('is-empty', hiddenTextEl.textContent === '');
    },
  };
}

function rankingText({ state: { rankBy }, noRanking }: TurnedTable, t: Translate): string {
  if (rankBy === 'tier') return '';
  if (noRanking === null) return rankingExplained(rankBy, t);
  return t('table.notRanked', { ranking: rankingName(rankBy, t), reason: t(`table.noRanking.${noRanking}`) });
}
