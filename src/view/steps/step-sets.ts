import type { Note, Step } from '../../model/note';
import { STEP_NUMBERS, type StepNumber } from '../../model/vocabulary';

/** One run of 1-2-3. */
export interface StepSet {
  /** As in `Step`. */
  readonly set: number;
  readonly isOwn: boolean;
  /** What there is of each step, `null` where the note has no such step. */
  readonly parts: readonly { readonly number: StepNumber; readonly step: Step | null }[];
}

/** A note's sets: its own, then the others in the note's order. */
export function setsOf({ steps, ownSet }: Pick<Note, 'steps' | 'ownSet'>): readonly StepSet[] {
  const numbers = [...new Set(steps.map((step) => step.set))].sort((a, b) => a - b);
  const own = numbers.filter((set) => set === ownSet);
  return [...own, ...numbers.filter((set) => set !== ownSet)].map((set) => ({
    set,
    isOwn: set === ownSet,
    parts: STEP_NUMBERS.map((number) => ({
      number,
      step: steps.find((step) => step.set === set && step.step === number) ?? null,
    })),
  }));
}

/** How many of a set's steps are there and not empty. */
export function doneIn({ parts }: StepSet): number {
  return parts.filter(({ step }) => step !== null && step.words > 0).length;
}
