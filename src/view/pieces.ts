import { select } from 'd3';

/** A component that draws one datum into an element of its own. */
export interface Piece<T> {
  readonly el: HTMLElement;
  /** Brings what stands in `el` in line with the datum. Must not replace what did not change: it may have the focus. */
  update(datum: T): void;
  /** Whether it can be made one of another key by `update`; without this it cannot. */
  canBe?(datum: T): boolean;
}

/** A list of pieces, one a datum, each kept as long as its key is there. */
export class Pieces<T> {
  readonly #make: (datum: T) => Piece<T>;
  readonly #keyOf: (datum: T) => string;
  readonly #byEl = new WeakMap<HTMLElement, Piece<T>>();
  /** By key: what a part left out, for the draw that follows it. */
  readonly #spare = new Map<string, HTMLElement>();

  constructor(make: (datum: T) => Piece<T>, keyOf: (datum: T) => string) {
    this.#make = make;
    this.#keyOf = keyOf;
  }

  /**
   * Brings the pieces that stand in `parent` in line with `data`: same keys keep their elements, in the data's order. A piece that
   * is not wanted any more is made one that is, if it can be: making and laying out a new one costs several times as much.
   *
   * @param isPart whether `data` is the beginning of what will be drawn soon. What it leaves out is kept for that.
   */
  draw(parent: HTMLElement, data: readonly T[], { isPart = false } = {}): void {
    const [byEl, keyOf, spare] = [this.#byEl, this.#keyOf, this.#spare];
    const shown = select(parent)
      .selectChildren<HTMLElement, T>()
      .filter(function () {
        return byEl.has(this);
      })
      .data(data, keyOf);
    // The focus must not go over to something else.
    const left = new Set(
      shown
        .exit()
        .nodes()
        .filter((el) => !el.contains(el.doc.activeElement)),
    );
    const kept = new Set<HTMLElement>();
    shown
      .join(
        (enter) =>
          enter.append((datum) => {
            const same = spare.get(keyOf(datum));
            if (same) {
              spare.delete(keyOf(datum));
              return same;
            }
            for (const el of left) {
              if (byEl.get(el)?.canBe?.(datum) !== true) continue;
              left.delete(el);
              kept.add(el);
              return el;
            }
            const piece = this.#make(datum);
            byEl.set(piece.el, piece);
            return piece.el;
          }),
        (update) => update,
        (exit) =>
          exit
            .filter(function () {
              return !kept.has(this);
            })
            .each(function (datum) {
              if (isPart) spare.set(keyOf(datum), this);
            })
            .remove(),
      )
      .each(function (datum) {
        byEl.get(this)?.update(datum);
      });
    if (!isPart) spare.clear();
  }
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
