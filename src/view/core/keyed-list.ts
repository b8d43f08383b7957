/** What `compareDocumentPosition` says of what comes later. */
const FOLLOWING = 4;

/** A component that draws one datum into an element of its own. */
export interface KeyedItem<T> {
  readonly el: HTMLElement;
  /** Brings what stands in `el` in line with the datum. Must not replace what did not change: it may have the focus. */
  update(datum: T): void;
  /** Whether it can be made one of another key by `update`; without this it cannot. */
  canBe?(datum: T): boolean;
}

/** An item that stands in the page, and the key it stands for. */
interface Standing<T> {
  readonly key: string;
  readonly item: KeyedItem<T>;
}

/** A list of elements, one a datum, each kept as long as its key is there. */
export class KeyedList<T> {
  readonly #make: (datum: T) => KeyedItem<T>;
  readonly #keyOf: (datum: T) => string;
  readonly #byEl = new WeakMap<Element, Standing<T>>();
  /** By key: what a part left out, for the draw that follows it. */
  readonly #spare = new Map<string, Standing<T>>();

  constructor(make: (datum: T) => KeyedItem<T>, keyOf: (datum: T) => string) {
    this.#make = make;
    this.#keyOf = keyOf;
  }

  /**
   * Brings what stands in `parent` in line with `data`: same keys keep their elements, in the data's order. Elements whose key is
   * gone are reused where they can be: making and laying out a new one costs several times as much.
   *
   * @param isPart whether `data` is the beginning of what will be drawn soon. What it leaves out is kept for that.
   */
  draw(parent: HTMLElement, data: readonly T[], { isPart = false } = {}): void {
    const [byEl, spare] = [this.#byEl, this.#spare];
    const left = new Map<string, Standing<T>>();
    for (const el of [...parent.children]) {
      const one = byEl.get(el);
      if (one && left.has(one.key)) el.remove();
      else if (one) left.set(one.key, one);
    }
    const keys = data.map(this.#keyOf);
    const wanted = new Set(keys);
    // The focus must not go over to something else.
    const free = new Set(
      [...left.values()].filter(({ key, item: { el } }) => !wanted.has(key) && !el.contains(el.doc.activeElement)),
    );
    const freeFor = (datum: T): Standing<T> | undefined => {
      for (const one of free) if (one.item.canBe?.(datum) && free.delete(one)) return one;
      return undefined;
    };
    const items = data.map((datum, at) => {
      const key = keys[at] ?? '';
      const same = left.get(key) ?? spare.get(key) ?? freeFor(datum);
      const item = same?.item ?? this.#make(datum);
      left.delete(same?.key ?? '');
      spare.delete(key);
      byEl.set(item.el, { key, item });
      return item;
    });
    for (const one of left.values()) {
      if (isPart) spare.set(one.key, one);
      one.item.el.remove();
    }
    if (!isPart) spare.clear();
    putInOrder(
      parent,
      items.map(({ el }) => el),
    );
    for (const [at, datum] of data.entries()) items[at]?.update(datum);
  }
}

/** The key that an element was drawn for by `drawEach`. */
const drawnKeys = new WeakMap<Element, string>();

/** What `drawEach` is told of a list. */
interface ListOf<E extends Element, T> {
  readonly keyOf: (datum: T) => string;
  readonly make: () => E;
  readonly draw: (el: E, datum: T) => void;
}

/** Draws an element of one name for each datum; those with the same keys stay, in the data's order. Gives the elements in it. */
export function drawEach<E extends Element, T>(
  parent: Element,
  name: string,
  data: readonly T[],
  { keyOf, make, draw }: ListOf<E, T>,
): readonly E[] {
  const left = new Map<string, E>();
  for (const el of parent.querySelectorAll<E>(`:scope > ${name}`)) {
    const key = drawnKeys.get(el) ?? '';
    if (left.has(key)) el.remove();
    else left.set(key, el);
  }
  const els = data.map((datum) => {
    const key = keyOf(datum);
    const el = left.get(key) ?? make();
    left.delete(key);
    drawnKeys.set(el, key);
    return el;
  });
  for (const el of left.values()) el.remove();
  putInOrder(parent, els);
  for (const [at, datum] of data.entries()) if (els[at]) draw(els[at], datum);
  return els;
}

/** Puts elements behind one another. What already stands before the next one is not moved: that would cost it the focus. */
function putInOrder(parent: Element, els: readonly Element[]): void {
  els.reduceRight<Element | null>((next, el) => {
    const isThere = el.parentElement === parent && (!next || (el.compareDocumentPosition(next) & FOLLOWING) !== 0);
    if (!isThere) parent.insertBefore(el, next);
    return el;
  }, null);
}

/** A keyed list whose data have their keys. */
export function keyedList<T extends { readonly key: string }>(make: (datum: T) => KeyedItem<T>): KeyedList<T> {
  return new KeyedList(make, ({ key }) => key);
}

/** Keys that stay with their items when the list is edited: the item's name, and a number for the second of that name. */
export function keyed<T>(items: readonly T[], nameOf: (item: T) => string): readonly { key: string; item: T }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: count === 1 ? name : `${name} (${count})`, item };
  });
}

/** Writes a text where it is another: writing the same again would cost a selection in it. */
export function setText(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}

/** The same of a name, which may be broken after each underscore: else that would happen in the middle of a word. */
export function setName(el: Element, name: string): void {
  if (el.textContent === name) return;
  el.empty();
  for (const part of name.match(/[^_]+_*|_+/g) ?? []) {
    // Seen as a space by who reads aloud, unless it is hidden from them.
    if (el.firstChild) el.createEl('wbr', { attr: { 'aria-hidden': 'true' } });
    el.appendText(part);
  }
}
