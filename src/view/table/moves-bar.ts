import { Platform } from 'obsidian';
import { addButton } from '../core/buttons';
import { setText } from '../core/keyed-list';
import type { TableContext, TablePart } from './table-context';
import { isInOrder } from './table-state';

/** What stands below a table's rows: what their order is and how it is changed, and what of that waits to be written. */
export interface MovesBar extends TablePart {
  /** Tells where a row went. */
  readonly say: (text: string) => void;
}

/** @param focus gives the focus back to the rows. */
export function makeMovesBar({ t, now, change, actions, tables }: TableContext, focus: () => void): MovesBar {
  const el = createDiv('idea-tiers-moves');
  const waitEl = el.createDiv('idea-tiers-status-line mod-rule');
  const textEl = waitEl.createSpan();
  const [writeEl] = addButton(waitEl, 'mod-clear', 'check', `${t('table.write')}…`, () =>
    actions.applyOrder(tables.shownOrder(now())),
  );
  addButton(waitEl, '', 'undo-2', t('table.discard'), () => {
    saidEl.empty();
    change({ moves: null });
    focus();
  });
  const otherEl = el.createDiv('idea-tiers-status-line mod-rule');
  const otherTextEl = otherEl.createSpan();
  const [orderEl] = addButton(otherEl, 'mod-clear', '', t('table.asWritten'), () =>
    change({ keys: [], rankBy: 'tier' }),
  );
  const saidEl = el.createDiv({ cls: 'idea-tiers-status-line mod-said', attr: { role: 'status' } });
  const hintEl = el.createDiv('idea-tiers-moves-hint');

  function update(): void {
    const { state, moved, hiddenRows, datum } = now();
    const waits = state.moves !== null;
    const isOther = !isInOrder(state);
    el.toggleClass('is-waiting', waits);
    waitEl.toggleClass('is-empty', !waits);
    setText(textEl, t(moved ? 'table.movesWait' : 'table.movesOutdated'));
    writeEl.toggleClass('is-empty', moved === null);
    const other = isOther ? t('table.otherOrder') : hiddenRows > 0 ? t('table.otherRows') : '';
    otherEl.toggleClass('is-empty', (!waits && saidEl.textContent === '') || other === '');
    setText(otherTextEl, other);
    orderEl.toggleClass('is-empty', !isOther);
    const canMove = datum.table.tier !== null && datum.table.body.length > 1;
    setText(
      hintEl,
      canMove && !isOther && !waits ? t(Platform.isMobile ? 'table.orderHintTouch' : 'table.orderHint') : '',
    );
  }

  return {
    el,
    update,
    say: (text) => {
      setText(saidEl, text);
      update();
    },
  };
}
