import { setIcon } from 'obsidian';
import { lazyPattern } from '../../text/lazily';
import type { SortKey } from '../../rank/order';
import type { Context } from '../core/context';
import type { KeyedItem } from '../core/keyed-list';
import { circled } from './column-name';

export interface HeaderDatum {
  /** 0-based. */
  readonly column: number;
  /** Raw Markdown. */
  readonly text: string;
  /** The column as plain text. */
  readonly name: string;
  readonly isRank: boolean;
  readonly keys: readonly SortKey[];
}

const SORTS = {
  none: 'chevrons-up-down',
  ascending: 'chevron-up',
  descending: 'chevron-down',
};

const EXPLAINED = lazyPattern('\\p{Extended_Pictographic}\\uFE0F?\\s?[=—–]\\s?[^\\s,;)]+', 'gu');

/** A mark and the first word of what it means stand in one line. */
function joinLegend(el: HTMLElement): void {
  for (const node of [...el.childNodes]) {
    const text = node.nodeType === node.TEXT_NODE ? (node.textContent ?? '') : '';
    const found = text.match(EXPLAINED());
    if (!found) continue;
    const parts = text.split(EXPLAINED());
    node.replaceWith(
      createFragment((fragment) => {
        for (const [at, part] of parts.entries()) {
          fragment.appendText(part);
          if (at < found.length) fragment.createSpan({ cls: 'idea-tiers-together', text: found[at] ?? '' });
        }
      }),
    );
  }
}

/**
 * A column's header: its text as written, and a button that orders the rows by it.
 *
 * @param turn is told whether the other keys stay.
 */
export function makeHeaderCell(
  { column }: HeaderDatum,
  { t, inline }: Context,
  turn: (column: number, add: boolean) => void,
): KeyedItem<HeaderDatum> {
  const el = createEl('th', { cls: 'idea-tiers-header', attr: { role: 'columnheader', scope: 'col' } });
  const textEl = el.createSpan('idea-tiers-header-text');
  const buttonEl = el.createEl('button', { cls: 'clickable-icon idea-tiers-header-sort' });
  const iconEl = buttonEl.createSpan('idea-tiers-button-icon');
  const placeEl = buttonEl.createSpan();
  buttonEl.addEventListener('click', (evt) => turn(column, evt.shiftKey));
  buttonEl.addEventListener('mousedown', (evt) => {
    // Shift would select all the text from where one clicked last.
    if (!evt.shiftKey) return;
    evt.preventDefault();
    buttonEl.focus();
  });
  buttonEl.addEventListener('keydown', (evt) => {
    // A click that a key makes does not tell of Shift everywhere.
    if (evt.key !== 'Enter' || !evt.shiftKey) return;
    evt.preventDefault();
    turn(column, true);
  });
  return {
    el,
    update: ({ text, name, isRank, keys }) => {
      el.toggleClass('mod-rank', isRank);
      if (inline.draw(textEl, text)) joinLegend(textEl);
      const at = keys.findIndex((key) => key.column === column);
      const sort = keys[at] === undefined ? 'none' : keys[at].descending ? 'descending' : 'ascending';
      const isOneOfSeveral = keys.length > 1 && at !== -1;
      if (el.getAttr('aria-sort') !== sort) setIcon(iconEl, SORTS[sort]);
      el.setAttr('aria-sort', sort);
      buttonEl.toggleClass('is-active', at !== -1);
      placeEl.textContent = isOneOfSeveral ? circled(at) : '';
      buttonEl.setAttr(
        'aria-label',
        isOneOfSeveral ? t('table.sortKey', { column: name, place: at + 1 }) : t('table.sortBy', { column: name }),
      );
    },
  };
}
