/**
 * Calls `done` when what stands in the document now is painted. The next frame is drawn right after its callbacks: a task posted
 * from there comes after the drawing.
 */
export function whenPainted(win: Window, done: () => void): void {
  win.requestAnimationFrame(() => win.setTimeout(done, 0));
}
