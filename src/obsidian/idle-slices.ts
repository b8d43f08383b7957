/** A frame has 16 ms, and others want some of them. */
const LONGEST_SLICE_MS = 8;
/** Work waits no longer than this for an idle moment. */
const LONGEST_WAIT_MS = 1000;

/** Work in the background, cut into slices that block no frame. */
export class IdleSlices {
  #spent = LONGEST_SLICE_MS;

  /** Does a small piece of work; waits for an idle moment before it where the pieces before have filled a slice. */
  async run(work: () => void): Promise<void> {
    if (this.#spent >= LONGEST_SLICE_MS) {
      await idle();
      this.#spent = 0;
    }
    const start = performance.now();
    work();
    this.#spent += performance.now() - start;
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // WebKit does not tell when it is idle.
    if (typeof window.requestIdleCallback !== 'function') window.setTimeout(resolve, LONGEST_SLICE_MS);
    else window.requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
  });
}
