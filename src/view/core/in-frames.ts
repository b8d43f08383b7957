import type { Work } from '../../model/work';
import { whenPainted } from './when-painted';

/** A frame has 16 ms, and others want some of them. */
const LONGEST_SLICE_MS = 8;

/**
 * Does a work that somebody waits for: at once as far as a frame has room for it, and the rest a slice a frame, so that what stands
 * can be used meanwhile. `null` where it is stopped before its end.
 */
export function inFrames<Result>(
  win: Window,
  work: Work<Result>,
  isStopped: () => boolean,
): Result | Promise<Result | null> {
  const slice = (): IteratorResult<undefined, Result> => {
    const end = performance.now() + LONGEST_SLICE_MS;
    let step = work.next();
    while (step.done !== true && performance.now() < end) step = work.next();
    return step;
  };
  const goOn = async (): Promise<Result | null> => {
    for (;;) {
      await new Promise<void>((resolve) => whenPainted(win, resolve));
      if (isStopped()) return null;
      const step = slice();
      if (step.done === true) return step.value;
    }
  };
  const first = slice();
  return first.done === true ? first.value : goOn();
}

/**
 * Works for one element, of which only the last counts: it is done in frames, and left where another is begun or the element is taken
 * out of the page; `done` is handed `null` then. `busyEl` is what is filled. Tells whether it was done at once.
 */
export function lastInFrames(
  el: HTMLElement,
  busyEl: HTMLElement,
): <Result>(work: Work<Result>, done: (result: Result | null) => void) => boolean {
  let last: unknown = null;
  return (work, done) => {
    last = work;
    const result = inFrames(el.win, work, () => last !== work || !el.isConnected);
    const isDone = !(result instanceof Promise);
    busyEl.setAttr('aria-busy', !isDone);
    if (isDone) done(result);
    else
      void result.then((made) => {
        if (last !== work) return;
        busyEl.setAttr('aria-busy', false);
        done(made);
      });
    return isDone;
  };
}
