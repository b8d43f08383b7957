import { setIcon } from 'obsidian';
import type { SortKey } from '../../rank/order';
import type { Context } from '../context';
import type { Piece } from '../pieces';
import { circled } from './column-name';

export interface HeaderDatum {
  /** Raw Markdown. */
  readonly text: string;
  /** The column as plain text. */
  readonly name: string;
  /** 0-based. */
  readonly column: number;
  readonly isRank: boolean;
  readonly keys: readonly SortKey[];
}

/** A column's header: its text as written, and a button that orders the rows by it. */
export class HeaderCell implements Piece<HeaderDatum> {
  readonly el = createEl('th', { cls: 'idea-tiers-header', attr: { role: 'columnheader', scope: 'col' } });
  private readonly textEl = this.el.createSpan('idea-tiers-header-text');
  private readonly buttonEl = this.el.createEl('button', { cls: 'clickable-icon idea-tiers-header-sort' });
  private readonly iconEl = this.buttonEl.createSpan('idea-tiers-button-icon');
  private readonly placeEl = this.buttonEl.createSpan();
  private column = 0;
  private icon = '';

  /** @param turn is told whether the other keys stay. */
  constructor(
    private readonly ctx: Context,
    turn: (column: number, add: boolean) => void,
  ) {
    this.buttonEl.addEventListener('click', (evt) => turn(this.column, evt.shiftKey));
    this.buttonEl.addEventListener('keydown', (evt) => {
      // A click that a key makes does not tell of Shift everywhere.
      if (evt.key !== 'Enter' || !evt.shiftKey) return;
      evt.preventDefault();
      turn(this.column, true);
    });
  }

  update({ text, name, column, isRank, keys }: HeaderDatum): void {
    const { t } = this.ctx;
    this.column = column;
    this.el.toggleClass('mod-rank', isRank);
    this.ctx.inline.draw(this.textEl, text);
    const at = keys.findIndex((key) => key.column === column);
    const descending = keys[at]?.descending;
    const place = keys.length > 1 && at !== -1 ? circled(at) : '';
    this.el.setAttr('aria-sort', descending === undefined ? 'none' : descending ? 'descending' : 'ascending');
    this.buttonEl.toggleClass('is-active', at !== -1);
    this.buttonEl.setAttr(
      'aria-label',
      place === ''
        ? t('sidebar.sortBy', { column: name })
        : t('sidebar.table.sortKey', { column: name, place: at + 1 }),
    );
    this.placeEl.textContent = place;
    this.setIcon(descending === undefined ? 'chevrons-up-down' : descending ? 'chevron-down' : 'chevron-up');
  }

  private setIcon(icon: string): void {
    if (icon === this.icon) return;
    this.icon = icon;
    setIcon(this.iconEl, icon);
  }
}
