import { addButton } from '../core/buttons';
import { nameRegion } from '../core/name-region';
import { setText } from '../core/keyed-list';
import { showMoreMenu } from './more-menu';
import { rankingName, showRankMenu } from './rank-menu';
import { showSortMenu, sortText } from './sort-menu';
import type { TableContext, TablePart } from './table-context';
import { countedKinds, isRanked } from './arranged-table';

/** The buttons above a table: sort, rank by, filter, and more. */
export function makeTools(ctx: TableContext, filterId: string): TablePart {
  const { t, now, isFiltering } = ctx;
  const el = createDiv({ cls: 'idea-tiers-tools', attr: { role: 'group' } });
  nameRegion(el, t('table.tools'));
  const add = (cls: string, icon: string, run: () => void): readonly [HTMLButtonElement, HTMLElement] =>
    addButton(el, `idea-tiers-${cls}`, icon, '', run);
  const sort = add('sort', 'arrow-up-narrow-wide', () => showSortMenu(sort[0], ctx));
  const rank = add('rank-by', 'trophy', () => showRankMenu(rank[0], ctx));
  const filter = add('filter-toggle', 'list-filter', ctx.toggleFilter);
  const more = add('table-more', 'more-horizontal', () => showMoreMenu(more[0], ctx));
  filter[0].setAttr('aria-controls', filterId);
  setText(filter[1], t('table.filter'));
  // Where there is no room for words, an icon alone is shown.
  filter[0].setAttr('aria-label', t('table.filter'));
  more[0].setAttr('aria-label', t('table.more'));
  for (const [buttonEl] of [sort, rank, more]) buttonEl.setAttr('aria-haspopup', 'menu');

  /** A button that says what it does, or how it is done now. */
  function say([buttonEl, textEl]: typeof sort, what: string, how: string): void {
    setText(textEl, how || what);
    buttonEl.setAttr('aria-label', how ? `${what}: ${how}` : what);
  }

  return {
    el,
    update: () => {
      const { state, hiddenRows } = now();
      const isAsked = state.rankBy !== 'tier';
      say(sort, t('table.sort'), sortText(now(), t));
      say(rank, t('table.rankBy'), isAsked ? rankingName(state.rankBy, t) : '');
      sort[0].toggleClass('is-active', state.keys.length > 0);
      rank[0].toggleClass('is-active', isRanked(now()));
      rank[0].toggleClass('is-empty', !isAsked && countedKinds(now()) === 0);
      filter[0].toggleClass('is-active', hiddenRows > 0);
      filter[0].setAttr('aria-expanded', String(isFiltering()));
    },
  };
}
