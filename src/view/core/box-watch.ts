import type { ItemView } from 'obsidian';

/** Above this many those that are gone are forgotten. */
const MOST_WATCHED = 2000;

/**
 * Looks at elements whenever their boxes change: after layout, when looking costs nothing. What is seen is told only after all
 * were looked at, for an answer that changes a class would cost the next look a layout of its own.
 */
export class BoxWatch {
  readonly #look: (el: Element) => boolean;
  readonly #tell: (el: Element, seen: boolean) => void;
  #observer: ResizeObserver | null = null;
  /** An observer sees nothing in another window than the one it is of. */
  #window: Window | null = null;
  #watched = new Set<HTMLElement>();

  /**
   * @param look asks an element something about its box; must change nothing.
   * @param tell is handed the answer.
   */
  constructor(look: (el: Element) => boolean, tell: (el: Element, seen: boolean) => void) {
    this.#look = look;
    this.#tell = tell;
  }

  /** Goes on in whatever window `owner` is moved to, and ends with it. */
  livesWith(owner: Pick<ItemView, 'contentEl' | 'register'>): this {
    owner.register(() => this.stop());
    owner.register(
      owner.contentEl.onWindowMigrated(() => {
        const watched = [...this.#watched].filter((el) => el.isConnected);
        this.#watched.clear();
        for (const el of watched) this.watch(el);
      }),
    );
    return this;
  }

  /** Looks at `el` after the next layout, and then as often as its box changes. */
  watch(el: HTMLElement): void {
    const window = el.doc.defaultView;
    if (!window) return;
    if (window !== this.#window) this.stop();
    this.#window = window;
    if (this.#watched.size > MOST_WATCHED)
      this.#watched = new Set([...this.#watched].filter((each) => each.isConnected));
    this.#watched.add(el);
    this.#observer ??= new window.ResizeObserver((entries) => {
      const seen = entries.map(({ target }) => ({ target, seen: this.#look(target) }));
      for (const { target, seen: answer } of seen) this.#tell(target, answer);
    });
    // Observing anew makes it look again even if what is new in it has a box of the same size.
    this.#observer.unobserve(el);
    this.#observer.observe(el);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }
}
