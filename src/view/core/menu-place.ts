import { Menu, type IconName } from 'obsidian';
import { elementAt } from './event-target';

/** One entry of a menu. It has a tick, or room for one, where `isChecked` is given. */
export interface MenuEntry {
  readonly section?: string;
  readonly icon?: IconName;
  readonly title: string | DocumentFragment;
  readonly isChecked?: boolean;
  readonly run: () => void;
}

/** Shows these entries in a menu below an element. */
export function showEntries(el: Element, entries: readonly MenuEntry[]): void {
  showUnder(addEntries(new Menu(), entries), el);
}

/** Adds these entries to a menu. */
export function addEntries(menu: Menu, entries: readonly MenuEntry[]): Menu {
  for (const { section = '', icon = null, title, isChecked = null, run } of entries) {
    // A menu of the system has no room for more than a few words.
    if (typeof title !== 'string') menu.setUseNativeMenu(false);
    menu.addItem((item) => item.setSection(section).setIcon(icon).setTitle(title).setChecked(isChecked).onClick(run));
  }
  return menu;
}

/** Shows a menu below the button that was clicked. The keyboard clicks too, and its clicks have no place of their own. */
export function showBelow(menu: Menu, evt: MouseEvent, at: Element | null = elementAt(evt)): void {
  const buttonEl = at?.closest('button, .clickable-icon');
  if (buttonEl) showUnder(menu, buttonEl);
  else menu.showAtMouseEvent(evt);
}

function showUnder(menu: Menu, el: Element): void {
  const { left, bottom } = el.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, el.doc);
}
