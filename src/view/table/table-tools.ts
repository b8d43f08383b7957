import { setIcon } from 'obsidian';
import type { Context } from '../context';
import { rankingName, showRankMenu } from './rank-menu';
import { showMoreMenu } from './more-menu';
import { showSortMenu, sortText } from './sort-menu';
import type { TurnedTable } from './turned-table';

/** The buttons above a table: sort, rank by, filter, and more. */
export class TableTools {
  readonly el = createDiv({ cls: 'idea-tiers-tools', attr: { role: 'group' } });
  readonly filterEl: HTMLButtonElement;
  private readonly sortEl: HTMLButtonElement;
  private readonly sortTextEl: HTMLElement;
  private readonly rankEl: HTMLButtonElement;
  private readonly rankTextEl: HTMLElement;
  private turned: TurnedTable | null = null;

  /** @param toggleFilter shows or hides what is filtered with. */
  constructor(
    private readonly ctx: Context,
    toggleFilter: () => void,
  ) {
    const { t, tables } = ctx;
    this.el.setAttr('aria-label', t('sidebar.table.tools'));
    [this.sortEl, this.sortTextEl] = this.addButton('idea-tiers-sort', 'arrow-up-narrow-wide', (turned) =>
      showSortMenu(
        this.sortEl,
        turned,
        (keys) => tables.setState(turned, { ...turned.state, keys, rankBy: 'tier' }),
        t,
      ),
    );
    [this.rankEl, this.rankTextEl] = this.addButton('idea-tiers-rank-by', 'trophy', (turned) =>
      showRankMenu(this.rankEl, turned, (rankBy) => tables.setState(turned, { ...turned.state, keys: [], rankBy }), t),
    );
    const [filterEl, filterTextEl] = this.addButton('idea-tiers-filter-toggle', 'list-filter', toggleFilter);
    this.filterEl = filterEl;
    filterTextEl.textContent = t('sidebar.table.filter');
    const [moreEl] = this.addButton('idea-tiers-table-more', 'more-horizontal', (turned) =>
      showMoreMenu(moreEl, turned, ctx),
    );
    moreEl.setAttr('aria-label', t('sidebar.table.more'));
    for (const el of [this.sortEl, this.rankEl, moreEl]) el.setAttr('aria-haspopup', 'menu');
  }

  update(turned: TurnedTable, filterIsOpen: boolean): void {
    const { state, datum, noRanking, hiddenRows } = turned;
    const { t } = this.ctx;
    this.turned = turned;
    setText(this.sortTextEl, sortText(turned, t));
    this.sortEl.toggleClass('is-active', state.keys.length > 0);
    // What an icon alone shows where there is no room for words.
    this.sortEl.setAttr('aria-label', label(t('sidebar.sort'), state.keys.length > 0 ? sortText(turned, t) : ''));
    const isRanked = state.rankBy !== 'tier';
    this.rankEl.toggleClass('is-empty', datum.table.tier === null);
    this.rankEl.toggleClass('is-active', isRanked && noRanking === null);
    setText(this.rankTextEl, isRanked ? rankingName(state.rankBy, t) : t('sidebar.table.rankBy'));
    this.rankEl.setAttr('aria-label', label(t('sidebar.table.rankBy'), isRanked ? rankingName(state.rankBy, t) : ''));
    this.filterEl.setAttr('aria-label', t('sidebar.table.filter'));
    this.filterEl.setAttr('aria-expanded', String(filterIsOpen));
    this.filterEl.toggleClass('is-active', hiddenRows > 0);
  }

  private addButton(cls: string, icon: string, run: (turned: TurnedTable) => void): [HTMLButtonElement, HTMLElement] {
    const buttonEl = this.el.createEl('button', { cls: `idea-tiers-text-button ${cls}` });
    setIcon(buttonEl.createSpan('idea-tiers-button-icon'), icon);
    const textEl = buttonEl.createSpan('idea-tiers-button-text');
    buttonEl.addEventListener('click', () => {
      if (this.turned) run(this.turned);
    });
    return [buttonEl, textEl];
  }
}

function label(what: string, how: string): string {
  return how === '' ? what : `${what}: ${how}`;
}

function setText(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}
