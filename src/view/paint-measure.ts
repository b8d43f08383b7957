/**
 * Records a User Timing measure from `start` (milliseconds of `performance.now()`) until what stands in the document now is
 * painted: the next frame is drawn right after its callbacks, and a task posted from there comes after the drawing.
 */
export function measureUntilPainted(win: Window, name: string, start: number): void {
  win.requestAnimationFrame(() => {
    win.setTimeout(() => performance.measure(name, { start }), 0);
  });
}
