import type { Component } from 'obsidian';
import { elementAt } from './event-target';

const GROUP = '.idea-tiers-group';
const ITEM = '.idea-tiers-item';
/** What has the focus when an item is reached with the arrow keys. */
const PRIMARY = '.idea-tiers-primary';
const HEAD = '.idea-tiers-section-head';
const CONTROL = 'a, button';

/**
 * Makes each group of items one stop of the Tab key. The arrow keys run up and down through all items and the heads of sections,
 * as they stand in the page, and within an item from control to control. Works by class names, so that items may come and go.
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
    const items = seenIn(group, ITEM);
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
    const at = elementAt(evt)?.closest<HTMLElement>(`${ITEM}, ${HEAD}`);
    // What the item or the head has done by itself is done.
    if (!at || evt.defaultPrevented || evt.ctrlKey || evt.metaKey || evt.altKey) return;
    if (this.#move(evt.key, at)) evt.preventDefault();
  }

  #move(key: string, at: HTMLElement): boolean {
    const group = at.closest(GROUP);
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const all = seenIn(this.#root, `${ITEM}, ${HEAD}`);
        const from = all.indexOf(at);
        return focusFirst(key === 'ArrowDown' ? all.slice(from + 1) : all.slice(0, Math.max(from, 0)).reverse());
      }
      case 'Home':
      case 'End': {
        const items = group ? seenIn(group, ITEM) : seenIn(this.#root, `${ITEM}, ${HEAD}`);
        return focusFirst(key === 'Home' ? items : items.reverse());
      }
      case 'ArrowRight':
        return at.matches(ITEM) && focusBeside(at, 1);
      case 'ArrowLeft':
        return (at.matches(ITEM) && focusBeside(at, -1)) || focusHead(at);
      default:
        return false;
    }
  }
}

/** What can be seen: what stands in a folded section may be built, but is not there. The head of that is. */
function seenIn(el: Element, selector: string): HTMLElement[] {
  return [...el.querySelectorAll<HTMLElement>(selector)].filter((one) => !around(one)?.closest('.is-collapsed'));
}

/** Where an item stands, and what the section of a head stands in. */
function around(stop: HTMLElement): Element | null | undefined {
  return stop.matches(HEAD) ? stop.parentElement?.parentElement : stop;
}

/** Focuses the first of these that can have the focus. */
function focusFirst(stops: readonly HTMLElement[]): boolean {
  return stops.some((stop) =>
    stop.matches(HEAD) ? takesFocus(stop) : [...stop.querySelectorAll<HTMLElement>(PRIMARY)].some(takesFocus),
  );
}

/** To the head of the section that an item, or another section, stands in. */
function focusHead(stop: HTMLElement): boolean {
  const head = around(stop)?.closest('.idea-tiers-section')?.querySelector<HTMLElement>(HEAD);
  return head ? takesFocus(head) : false;
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
