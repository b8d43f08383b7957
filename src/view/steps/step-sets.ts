import type { Step } from '../../model/note';
import { STEP_NUMBERS, type StepNumber } from '../../model/vocabulary';

/** One run of 1-2-3: what there is of each step, `null` where the note has no such step. */
export type StepSet = readonly { readonly number: StepNumber; readonly step: Step | null }[];

/** A note's sets, in the note's order. */
export function setsOf(steps: readonly Step[]): readonly StepSet[] {
  const numbers = [...new Set(steps.map((step) => step.set))].sort((a, b) => a - b);
  return numbers.map((set) =>
    STEP_NUMBERS.map((number) => ({
      number,
      step: steps.find((step) => step.set === set && step.step === number) ?? null,
    })),
  );
}

/** How many of a set's steps are there and not empty. */
export function doneIn(set: StepSet): number {
  return set.filter(({ step }) => step !== null && step.words > 0).length;
}
