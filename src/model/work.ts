/** Work that can be left between two of its steps, each of them short, and gone on with later or never. */
export type Work<Result, Step = undefined> = Generator<Step, Result>;

/** Does all of a work at one go. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
