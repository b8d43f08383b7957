import type { Work } from '../model/work';

/** A frame has 16 ms, and others want some of them. */
const LONGEST_SLICE_MS = 8;
/** What a work of many steps takes before others are asked. */
const A_STEP_MS = 2;
/** Work waits no longer than this for an idle moment. */
const LONGEST_WAIT_MS = 1000;

/** Work in the background, cut into slices that block no frame. */
export class IdleSlices {
  #spent = LONGEST_SLICE_MS;

  /** Does a small piece of work; waits for an idle moment before it where the pieces before have filled a slice. */
  async run<Result>(work: () => Result): Promise<Result> {
    if (this.#spent >= LONGEST_SLICE_MS) {
      await idle();
      this.#spent = 0;
    }
    const start = performance.now();
    const result = work();
    this.#spent += performance.now() - start;
    return result;
  }

  /** Does a work to its end; `null` where it is stopped before. */
  async finish<Result>(work: Work<Result>, isStopped: () => boolean): Promise<Result | null> {
    while (!isStopped()) {
      const step = await this.run(() => {
        const end = performance.now() + A_STEP_MS;
        let next = work.next();
        while (next.done !== true && performance.now() < end) next = work.next();
        return next;
      });
      if (step.done === true) return step.value;
    }
    return null;
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // WebKit does not tell when it is idle.
    if (typeof window.requestIdleCallback !== 'function') window.setTimeout(resolve, LONGEST_SLICE_MS);
    else window.requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
  });
}
