import type { Menu } from 'obsidian';
import { elementAt } from './event-target';

/** Shows a menu below the button that was clicked. The keyboard clicks too, and its clicks have no place of their own. */
export function showBelow(menu: Menu, evt: MouseEvent): void {
  const buttonEl = elementAt(evt)?.closest('button, .clickable-icon');
  if (!buttonEl) {
    menu.showAtMouseEvent(evt);
    return;
  }
  const { left, bottom } = buttonEl.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, buttonEl.doc);
}
