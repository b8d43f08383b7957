import { setIcon } from 'obsidian';
import { NO_FILTER } from '../../rank/filter';
import type { Context } from '../context';
import { noRankingReason, rankingExplained, rankingName } from './rank-menu';
import type { TurnedTable } from './turned-table';

/** What is said above a table that is not shown as written: what its places mean, and what is hidden. */
export class TableStatus {
  readonly el = createDiv('idea-tiers-status');
  private readonly rankingEl = this.el.createEl('p', 'idea-tiers-status-line');
  private readonly hiddenEl = this.el.createDiv('idea-tiers-status-line mod-hidden');
  private readonly hiddenTextEl: HTMLElement;
  private turned: TurnedTable | null = null;

  constructor(private readonly ctx: Context) {
    setIcon(this.hiddenEl.createSpan('idea-tiers-button-icon'), 'filter');
    this.hiddenTextEl = this.hiddenEl.createSpan({ attr: { role: 'status' } });
    const clearEl = this.hiddenEl.createEl('button', { cls: 'idea-tiers-text-button mod-clear' });
    clearEl.textContent = ctx.t('sidebar.table.clear');
    clearEl.addEventListener('click', () => this.clear());
  }

  update(turned: TurnedTable): void {
    this.turned = turned;
    const ranking = this.rankingText(turned);
    setText(this.rankingEl, ranking);
    this.rankingEl.toggleClass('is-empty', ranking === '');
    const hidden = this.hiddenText(turned);
    setText(this.hiddenTextEl, hidden);
    this.hiddenEl.toggleClass('is-empty', hidden === '');
  }

  private rankingText({ state, noRanking }: TurnedTable): string {
    const { t } = this.ctx;
    if (state.rankBy === 'tier') return '';
    if (noRanking === null) return rankingExplained(state.rankBy, t);
    return t('sidebar.table.notRanked', {
      ranking: rankingName(state.rankBy, t),
      reason: noRankingReason(noRanking, t),
    });
  }

  private hiddenText({ hiddenRows, values, state }: TurnedTable): string {
    const { t } = this.ctx;
    const columns = state.hidden.length;
    return [
      ...(hiddenRows > 0 ? [t('sidebar.table.rowsHidden', { count: hiddenRows, all: values.rowCount })] : []),
      ...(columns > 0 ? [t('sidebar.table.columnsHidden', { count: columns })] : []),
    ].join(', ');
  }

  private clear(): void {
    if (!this.turned) return;
    this.ctx.tables.setState(this.turned, { ...this.turned.state, filter: NO_FILTER, hidden: [] });
  }
}

function setText(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}
