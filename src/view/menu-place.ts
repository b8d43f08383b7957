import type { Menu } from 'obsidian';
import { elementAt } from './event-target';

/** Shows a menu below the button that was clicked. The keyboard clicks too, and its clicks have no place of their own. */
export function showBelow(menu: Menu, evt: MouseEvent): void {
  const buttonEl = elementAt(evt)?.closest('button, .clickable-icon');
  if (buttonEl) showUnder(menu, buttonEl);
  else menu.showAtMouseEvent(evt);
}

/** Shows a menu below an element. */
export function showUnder(menu: Menu, el: Element): void {
  const { left, bottom } = el.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, el.doc);
}
