/**
 * Records a User Timing measure from `start` (milliseconds of `performance.now()`) until what stands in the document now is
 * painted, then calls `done`. The next frame is drawn right after its callbacks: a task posted from there comes after the drawing.
 */
export function measureUntilPainted(win: Window, name: string, start: number, done: () => void): void {
  win.requestAnimationFrame(() => {
    win.setTimeout(() => {
      performance.measure(name, { start });
      done();
    }, 0);
  });
}
