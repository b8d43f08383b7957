import type { Component } from 'obsidian';
import { elementAt } from './event-target';

const GROUP = '.idea-tiers-group';
const ITEM = '.idea-tiers-item';
/** What has the focus when an item is reached with the arrow keys. */
const PRIMARY = '.idea-tiers-primary';
const CONTROL = 'a, button';

/**
 * Makes each group of items one stop of the Tab key: the arrow keys go from item to item and, within an item, from control to
 * control. Works by class names, so that items may come and go.
 */
export class Roving {
  readonly #current = new WeakMap<Element, HTMLElement>();

  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Listens as long as `owner` is loaded. */
  handle(owner: Component): void {
    owner.registerDomEvent(this.#root, 'keydown', (evt) => this.#onKey(evt));
    owner.registerDomEvent(this.#root, 'focusin', (evt) => {
      const item = elementAt(evt)?.closest<HTMLElement>(ITEM);
      const group = item?.closest(GROUP);
      if (!item || !group || this.#current.get(group) === item) return;
      this.#current.set(group, item);
      this.#updateGroup(group);
    });
  }

  /** To be called when items have come or gone. */
  update(): void {
    for (const group of this.#root.querySelectorAll(GROUP)) this.#updateGroup(group);
  }

  #updateGroup(group: Element): void {
    const items = itemsOf(group);
    const known = this.#current.get(group);
    const current = known && items.includes(known) ? known : items[0];
    for (const item of items) {
      for (const control of item.querySelectorAll<HTMLElement>(CONTROL)) {
        const tabIndex = item === current ? 0 : -1;
        if (control.tabIndex !== tabIndex || !control.hasAttribute('tabindex')) control.tabIndex = tabIndex;
      }
    }
  }

  #onKey(evt: KeyboardEvent): void {
    const item = elementAt(evt)?.closest<HTMLElement>(ITEM);
    const group = item?.closest(GROUP);
    if (!item || !group || evt.ctrlKey || evt.metaKey || evt.altKey) return;
    if (this.#move(evt.key, item, group)) evt.preventDefault();
  }

  #move(key: string, item: HTMLElement, group: Element): boolean {
    const items = itemsOf(group);
    const at = items.indexOf(item);
    switch (key) {
      case 'ArrowDown':
        return focusFirst(items.slice(at + 1, at + 2), PRIMARY);
      case 'ArrowUp':
        return at > 0 && focusFirst(items.slice(at - 1, at), PRIMARY);
      case 'Home':
        return focusFirst(items.slice(0, 1), PRIMARY);
      case 'End':
        return focusFirst(items.slice(-1), PRIMARY);
      case 'ArrowRight':
      case 'ArrowLeft':
        return focusBeside(item, key === 'ArrowRight' ? 1 : -1);
      default:
        return false;
    }
  }
}

/** The items that can be seen: those in what is folded are built, but not there. */
function itemsOf(group: Element): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(ITEM)].filter((item) => !item.closest('.is-collapsed'));
}

function focusFirst(items: readonly HTMLElement[], selector: string): boolean {
  for (const item of items) {
    for (const el of item.querySelectorAll<HTMLElement>(selector)) if (takesFocus(el)) return true;
  }
  return false;
}

function focusBeside(item: HTMLElement, step: 1 | -1): boolean {
  const controls = [...item.querySelectorAll<HTMLElement>(CONTROL)];
  const from = controls.findIndex((control) => control === item.doc.activeElement);
  for (let at = from + step; at >= 0 && at < controls.length; at += step) {
    const control = controls[at];
    if (control && takesFocus(control)) return true;
  }
  return false;
}

/** What the look in use hides cannot have the focus: then nothing happens, and the answer is false. */
function takesFocus(el: HTMLElement): boolean {
  el.focus();
  return el.doc.activeElement === el;
}
