import { KeyedList, type KeyedItem } from '../core/keyed-list';
import { whenPainted } from '../core/when-painted';

/** Fewer lines than these are drawn at once, in sight or not. */
const FEW = 60;
/** New lines can be lower than the old ones by so much, and by a few lines more. */
const LOWER = 0.9;
const MORE = 4;
/** In pixels, where there is no line yet to measure: lower ones no theme has. */
const LEAST_LINE = 20;
const ALL = Infinity;
/** Each further frame draws so many lines more, or by so much of those that stand: a layout costs by all of them, if less than by new ones. */
const IN_A_FRAME = 40;
const GROWTH = 1.05;

/**
 * The lines of a table's body. When the reader arranges a long table, what is in sight is drawn first and the rest after it is painted:
 * the answer to a click waits for what can be seen of it, not for the layout of hundreds of rows below.
 */
export class ProgressiveRows<T> {
  readonly #scrollEl: HTMLElement;
  readonly #bodyEl: HTMLElement;
  readonly #pieces: KeyedList<T>;
  #lines: readonly T[] = [];
  #drawn = 0;
  /** How many lines are in sight at most. */
  #sight = ALL;
  /** Of the table as it stands, in pixels. */
  #height = 0;
  /** What is to come is for the last one that was drawn. */
  #turn = 0;

  /** @param scrollEl what scrolls the table, `bodyEl` being inside of it. */
  constructor(scrollEl: HTMLElement, bodyEl: HTMLElement, make: (line: T) => KeyedItem<T>, keyOf: (line: T) => string) {
    this.#scrollEl = scrollEl;
    this.#bodyEl = bodyEl;
    this.#pieces = new KeyedList<T>(make, keyOf);
  }

  /** To be called before anything is changed when the table is arranged anew, while asking where things stand costs no layout. */
  look(): void {
    this.#height = this.#scrollEl.getBoundingClientRect().height;
    const { top, height } = this.#bodyEl.getBoundingClientRect();
    const line = this.#drawn === 0 ? LEAST_LINE : (height / this.#drawn) * LOWER;
    const room = Math.max(0, this.#bodyEl.win.innerHeight - top);
    // What has no box is not in sight: it is nothing to wait for.
    this.#sight = line > 0 ? Math.ceil(room / line) + MORE : ALL;
  }

  /** Draws these lines: all of them, unless a look went before. */
  draw(lines: readonly T[]): void {
    const count = lines.length > FEW ? this.#sight : ALL;
    this.#sight = ALL;
    this.#lines = lines;
    this.#drawTo(count);
  }

  /** Draws now what is still to come. */
  finish(): void {
    if (this.#drawn < this.#lines.length) this.#drawTo(ALL);
  }

  #drawTo(count: number): void {
    const turn = ++this.#turn;
    const isPart = count < this.#lines.length;
    this.#drawn = Math.min(count, this.#lines.length);
    // What is read stays where it is while the body grows below it, and while it is shorter than it was.
    if (isPart) this.#setGrowing(true);
    this.#scrollEl.setCssStyles({ minHeight: isPart ? `${this.#height}px` : '' });
    this.#pieces.draw(this.#bodyEl, isPart ? this.#lines.slice(0, count) : this.#lines, { isPart });
    if (!this.#scrollEl.hasClass('is-growing')) return;
    whenPainted(this.#bodyEl.win, () => {
      if (turn !== this.#turn || !this.#bodyEl.isConnected) return;
      if (isPart) this.#drawTo(Math.ceil(count * GROWTH) + IN_A_FRAME);
      else this.#setGrowing(false);
    });
  }

  /** All of the sidebar is told, which scrolls; there is no other such table in it, or it keeps still for that one, too. */
  #setGrowing(isGrowing: boolean): void {
    this.#scrollEl.toggleClass('is-growing', isGrowing);
    const pageEl = this.#scrollEl.closest('.idea-tiers-scroll');
    pageEl?.toggleClass('is-growing', isGrowing || pageEl.querySelector('.is-growing') !== null);
  }
}
