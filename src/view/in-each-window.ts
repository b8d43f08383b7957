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
