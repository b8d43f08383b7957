import { setIcon } from 'obsidian';
import type { Translate } from '../../i18n';
import { NO_FILTER } from '../../rank/filter';
import { addButton } from '../core/buttons';
import { setText } from '../core/keyed-list';
import { columnName } from './column-name';
import { makeCostChoice } from './cost-choice';
import { rankingExplained, rankingName, rankingRule } from './rank-menu';
import type { TableContext, TablePart } from './table-context';
import { isRanked, MOST_COLUMNS, type ArrangedTable } from './arranged-table';
import { uncountedText } from './uncounted-sign';

const KINDS = ['value', 'cost'] as const;

/** What is said above a table that is not shown as written: what its places mean, and what is hidden. */
export function makeStatus(ctx: TableContext): TablePart {
  const { t, now, change, newId, tables } = ctx;
  const el = createDiv('idea-tiers-status');
  const ruleEl = el.createDiv('idea-tiers-status-line mod-rule');
  const rankingEl = ruleEl.createSpan();
  const choice = makeCostChoice(ctx);
  const explainedEl = el.createEl('p', { cls: 'idea-tiers-status-line', attr: { id: newId(), role: 'status' } });
  let isExplained = false;
  const [whyEl] = addButton(ruleEl, 'mod-why', '', '?', () => {
    isExplained = !isExplained;
    explain();
  });
  whyEl.setAttrs({ 'aria-label': t('table.explain'), 'aria-controls': explainedEl.id });
  const guessEl = el.createDiv('idea-tiers-status-line mod-rule');
  const guessTextEl = guessEl.createSpan();
  addButton(guessEl, '', 'check', t('table.accept'), () => keepGuess(false));
  addButton(guessEl, '', 'arrow-left-right', t('table.turnRound'), () => keepGuess(true));
  const uncountedEl = el.createEl('p', 'idea-tiers-status-line');
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

  /** What is guessed of the columns holds from now on, or the opposite. */
  function keepGuess(isTurned: boolean): void {
    const { values, roles, guessed } = now();
    const kept = guessed().map(
      (column) => [column, (roles()[column] === 'cost') === isTurned ? 'value' : 'cost'] as const,
    );
    tables.tune(values.table, { roles: { ...tables.tuningOf(values.table).roles, ...Object.fromEntries(kept) } });
  }

  /** `Value: Depth, Clarity; Cost: Time`. */
  function guessText(): string {
    const { values, roles, guessed } = now();
    const said = KINDS.map((kind) => {
      const names = guessed().flatMap((column) => (roles()[column] === kind ? [columnName(values, column, t)] : []));
      return names.length === 0 ? '' : `${rankingName(kind, t)}: ${names.join(', ')}`;
    });
    return said.filter((text) => text !== '').join('; ');
  }

  return {
    el,
    update: () => {
      const { hiddenRows, values, state, columnsBeyond, uncounted } = now();
      setText(rankingEl, rankingText(now(), t));
      setText(uncountedEl, uncountedText(uncounted, t));
      ruleEl.toggleClass('is-empty', state.rankBy === 'tier');
      if (!isRanked(now())) whyEl.remove();
      else if (whyEl.parentElement === null) ruleEl.append(whyEl);
      explain();
      if (!isRanked(now())) choice.el.remove();
      else {
        if (choice.el.parentElement === null) ruleEl.after(choice.el);
        choice.update();
      }
      const guess = values.columnCount > MOST_COLUMNS ? '' : guessText();
      setText(guessTextEl, `${guess} · ${t('table.aGuess')}`);
      guessEl.toggleClass('is-empty', guess === '');
      setText(beyondEl, columnsBeyond > 0 ? t('table.columnsBeyond', { count: columnsBeyond }) : '');
      const hidden = [
        hiddenRows > 0 ? t('table.rowsShown', { count: values.rowCount - hiddenRows, all: values.rowCount }) : '',
        state.hidden.length > 0 ? t('table.columnsHidden', { count: state.hidden.length }) : '',
      ];
      setText(hiddenTextEl, hidden.filter((part) => part !== '').join(' · '));
      hiddenEl.toggleClass('is-empty', hiddenTextEl.textContent === '');
    },
  };
}

function rankingText({ state: { rankBy }, noRanking }: ArrangedTable, t: Translate): string {
  if (rankBy === 'tier') return '';
  if (noRanking === null) return rankingRule(rankBy, t);
  return t('table.notRanked', { ranking: rankingName(rankBy, t), reason: t(`table.noRanking.${noRanking}`) });
}
