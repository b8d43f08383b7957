import { setIcon } from 'obsidian';
import type { Context } from '../context';
import type { Piece } from '../pieces';
import type { TableOrder } from '../view-memory';
import { columnName } from './sort-menu';

export interface HeaderDatum {
  readonly text: string;
  /** 0-based. */
  readonly column: number;
  readonly isRank: boolean;
  readonly order: TableOrder | null;
}

/** A column's header: its text as written, and a button that orders the rows by it. */
export class HeaderCell implements Piece<HeaderDatum> {
  readonly el = createEl('th', { cls: 'idea-tiers-header', attr: { role: 'columnheader', scope: 'col' } });
  private readonly textEl = this.el.createSpan('idea-tiers-header-text');
  private readonly buttonEl = this.el.createEl('button', { cls: 'clickable-icon idea-tiers-header-sort' });
  private column = 0;
  private icon = '';

  constructor(
    private readonly ctx: Context,
    turn: (column: number) => void,
  ) {
    this.buttonEl.addEventListener('click', () => turn(this.column));
  }

  update({ text, column, isRank, order }: HeaderDatum): void {
    this.column = column;
    this.el.toggleClass('mod-rank', isRank);
    this.ctx.inline.draw(this.textEl, text);
    const mine = order?.column === column ? order : null;
    this.el.setAttr('aria-sort', mine ? (mine.descending ? 'descending' : 'ascending') : 'none');
    this.buttonEl.toggleClass('is-active', mine !== null);
    this.buttonEl.setAttr('aria-label', this.ctx.t('sidebar.sortBy', { column: columnName(text, column, this.ctx.t) }));
    this.setIcon(mine ? (mine.descending ? 'chevron-down' : 'chevron-up') : 'chevrons-up-down');
  }

  private setIcon(icon: string): void {
    if (icon === this.icon) return;
    this.icon = icon;
    setIcon(this.buttonEl, icon);
  }
}
