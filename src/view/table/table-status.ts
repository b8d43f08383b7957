import { setIcon } from 'obsidian';
import type { Translate } from '../../i18n';
import { NO_FILTER } from '../../rank/filter';
import { addButton } from '../buttons';
import { setText } from '../pieces';
import { rankingExplained, rankingName, rankingRule } from './rank-menu';
import type { TableContext, TablePart } from './table-context';
import type { TurnedTable } from './turned-table';

/** What is said above a table that is not shown as written: what its places mean, and what is hidden. */
export function makeStatus({ t, now, change, newId }: TableContext): TablePart {
  const el = createDiv('idea-tiers-status');
  const ruleEl = el.createDiv('idea-tiers-status-line mod-rule');
  const rankingEl = ruleEl.createSpan();
  const explainedEl = el.createEl('p', { cls: 'idea-tiers-status-line', attr: { id: newId(), role: 'status' } });
  let isExplained = false;
  const [whyEl] = addButton(ruleEl, 'mod-why', '', '?', () => {
    isExplained = !isExplained;
    explain();
  });
  whyEl.setAttrs({ 'aria-label': t('table.explain'), 'aria-controls': explainedEl.id });
  const beyondEl = el.createEl('p', 'idea-tiers-status-line');
  const hiddenEl = el.createDiv('idea-tiers-status-line mod-hidden');
  setIcon(hiddenEl.createSpan('idea-tiers-button-icon'), 'filter');
  const hiddenTextEl = hiddenEl.createSpan({ attr: { role: 'status' } });
  addButton(hiddenEl, 'mod-clear', '', t('table.clear'), () => change({ filter: NO_FILTER, hidden: [] }));

  /** The whole sentence behind the rule, where it is asked for. */
  function explain(): void {
    const { rankBy } = now().state;
    whyEl.setAttr('aria-expanded', String(isExplained));
    setText(explainedEl, isExplained && isRanked(now()) ? rankingExplained(rankBy, t) : '');
  }

  return {
    el,
    update: () => {
      const { hiddenRows, values, state, columnsBeyond } = now();
      setText(rankingEl, rankingText(now(), t));
      ruleEl.toggleClass('is-empty', state.rankBy === 'tier');
      if (!isRanked(now())) whyEl.remove();
      else if (whyEl.parentElement === null) ruleEl.append(whyEl);
      explain();
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

function isRanked({ state, noRanking }: TurnedTable): boolean {
  return state.rankBy !== 'tier' && noRanking === null;
}

function rankingText({ state: { rankBy }, noRanking }: TurnedTable, t: Translate): string {
  if (rankBy === 'tier') return '';
  if (noRanking === null) return rankingRule(rankBy, t);
  return t('table.notRanked', { ranking: rankingName(rankBy, t), reason: t(`table.noRanking.${noRanking}`) });
}
