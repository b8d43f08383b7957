/** Looks at elements whenever their boxes change: after layout, when looking costs nothing. */
export class BoxWatch {
  private observer: ResizeObserver | null = null;

  constructor(private readonly look: (el: Element) => void) {}

  /** Looks at `el` after the next layout, and then as often as its box changes. */
  watch(el: HTMLElement): void {
    const window = el.doc.defaultView;
    if (!window) return;
    this.observer ??= new window.ResizeObserver((entries) => {
      for (const { target } of entries) this.look(target);
    });
    // Observing anew makes it look again even if what is new in it has a box of the same size.
    this.observer.unobserve(el);
    this.observer.observe(el);
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
  }
}
