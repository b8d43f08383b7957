/**
 * Watches `el` with what belongs to the window that it stands in: now, and anew whenever it is moved to another, for an observer sees
 * nothing there, and dies with the window that it is of.
 *
 * @param watch begins, and gives what ends it.
 * @returns what ends it for good.
 */
export function inEachWindow(el: HTMLElement, watch: (win: typeof window) => () => void): () => void {
  let stop: (() => void) | undefined;
  const start = (): void => {
    stop?.();
    const win = el.doc.defaultView;
    stop = win ? watch(win) : undefined;
  };
  start();
  const forget = el.onWindowMigrated(start);
  return () => {
    forget();
    stop?.();
  };
}

/** Tells whether something of `el` can be seen, whenever that changes: not so behind another tab or in a folded sidebar. */
export function watchVisible(el: HTMLElement, tell: (isVisible: boolean) => void): () => void {
  return inEachWindow(el, (win) => {
    const observer = new win.IntersectionObserver((entries) => tell(entries.at(-1)?.isIntersecting ?? true));
    observer.observe(el);
    return () => observer.disconnect();
  });
}

/** Tells the size of `el`, and every other that it comes to have. */
export function watchSize(el: HTMLElement, tell: (size: DOMRectReadOnly) => void): () => void {
  return inEachWindow(el, (win) => {
    const observer = new win.ResizeObserver((entries) => {
      const last = entries.at(-1);
      if (last) tell(last.contentRect);
    });
    observer.observe(el);
    return () => observer.disconnect();
  });
}
