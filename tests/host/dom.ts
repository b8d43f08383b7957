import { setup } from 'obsidian-test-mocks/setup';

interface Delegation {
  readonly type: string;
  readonly selector: string;
  readonly listener: (this: HTMLElement, event: Event, target: HTMLElement) => unknown;
  readonly callback: (event: Event) => void;
}

const delegations = new WeakMap<EventTarget, Delegation[]>();

type Delegated = Delegation['listener'];

/** Obsidian's own members of DOM prototypes: the mocks' ones, and those of them mended that do not do what the typings say. */
export function installDom(): void {
  setup();
  // The mocks leave an app of theirs behind; a plugin that reads the global must meet ours, or none.
  Reflect.deleteProperty(window, 'app');
  Object.assign(HTMLElement.prototype, {
    find(this: HTMLElement, selector: string): Element | null {
      return this.querySelector(selector);
    },
    on: addDelegated,
    off: removeDelegated,
    onClickEvent(
      this: HTMLElement,
      listener: (this: HTMLElement, event: MouseEvent) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void {
      this.addEventListener('click', listener, options);
      this.addEventListener('auxclick', listener, options);
    },
    onNodeInserted,
    onWindowMigrated,
    isShown(this: HTMLElement): boolean {
      return this.isConnected && !hiddenWithin(this);
    },
  });
  Object.assign(Document.prototype, { on: addDelegated, off: removeDelegated });
  Object.assign(Element.prototype, { matchParent });
  Object.assign(Element.prototype, {
    isActiveElement(this: Element): boolean {
      return this.ownerDocument.activeElement === this;
    },
  });
}

function addDelegated(
  this: EventTarget,
  type: string,
  selector: string,
  listener: Delegated,
  options?: boolean | AddEventListenerOptions,
): void {
  const callback = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const target = event.target.closest(selector);
    if (target instanceof HTMLElement && this instanceof Node && this.contains(target))
      listener.call(target, event, target);
  };
  delegations.set(this, [...(delegations.get(this) ?? []), { type, selector, listener, callback }]);
  this.addEventListener(type, callback, options);
}

function removeDelegated(
  this: EventTarget,
  type: string,
  selector: string,
  listener: Delegated,
  options?: boolean | AddEventListenerOptions,
): void {
  const kept: Delegation[] = [];
  for (const each of delegations.get(this) ?? []) {
    if (each.type !== type || each.selector !== selector || each.listener !== listener) kept.push(each);
    else this.removeEventListener(type, each.callback, options);
  }
  delegations.set(this, kept);
}

/** Calls back when the element comes into its document; with `once` the first time only. */
function onNodeInserted(this: HTMLElement, listener: () => unknown, once = false): () => void {
  let connected = this.isConnected;
  const observer = new MutationObserver(() => {
    if (connected === this.isConnected) return;
    connected = this.isConnected;
    if (!connected) return;
    if (once) observer.disconnect();
    listener();
  });
  observer.observe(this.ownerDocument, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Who wants to be told that an element has come into another window, and the window that it was in last. */
interface Migration {
  readonly el: HTMLElement;
  readonly listener: (win: Window) => unknown;
  win: Window;
}

const migrations = new Set<Migration>();

function onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown): () => void {
  const migration: Migration = { el: this, listener, win: this.win };
  migrations.add(migration);
  return () => migrations.delete(migration);
}

/** Tells those whose elements have come into another window; as in the app a little later. */
export function tellMigrated(): void {
  window.setTimeout(() => {
    for (const migration of migrations) {
      const { el, listener } = migration;
      if (!el.isConnected || el.win === migration.win) continue;
      migration.win = el.win;
      listener(el.win);
    }
  });
}

const PATCHED = ['Node', 'Element', 'HTMLElement', 'SVGElement', 'Document', 'DocumentFragment', 'UIEvent', 'Event'];

/** Another window has prototypes of its own: the same members are put into them. */
export function installDomIn(win: Window): void {
  for (const name of PATCHED) {
    const [own, other] = [window, win].map((each): unknown => Reflect.get(each, name));
    if (typeof own !== 'function' || typeof other !== 'function') continue;
    const from: unknown = own.prototype;
    const to: unknown = other.prototype;
    if (typeof from !== 'object' || typeof to !== 'object' || from === null || to === null) continue;
    for (const key of Reflect.ownKeys(from)) {
      const descriptor = Object.getOwnPropertyDescriptor(from, key);
      if (descriptor && !Reflect.has(to, key)) Object.defineProperty(to, key, descriptor);
    }
  }
}

/** The element itself or the nearest around it that fits, up to and with `last`. */
function matchParent(this: Element, selector: string, last?: Element): Element | null {
  if (this.matches(selector)) return this;
  if (this === last || !this.parentElement) return null;
  return matchParent.call(this.parentElement, selector, last);
}

function hiddenWithin(element: HTMLElement): boolean {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    if (window.getComputedStyle(each).display === 'none') return true;
  }
  return false;
}
