import type { Step } from '../model/note';
import { STEP_NUMBERS } from '../model/vocabulary';
import { grouped } from '../text/grouped';

/** A step that stands in the text of no other. */
export interface StandingStep {
  readonly step: Step;
  /** How deep its heading is quoted. */
  readonly depth: number;
}

/** Which of the two languages of steps 1 and 2 a step is written in, 2 for neither; `null` where that cannot be told. */
export type LanguageOf = (step: Step) => 0 | 1 | 2 | null;

/**
 * The set of steps that is the note's own; `null` where it has none. Of those that are quoted least the last is the note's, for a prompt
 * stands above its answer. But a run that lacks a step is only another version of what a set above it says, unless that is no more than
 * a prompt: one language throughout.
 *
 * @param standing Without what stands in callouts.
 */
export function ownSetOf(standing: readonly StandingStep[], languageOf: LanguageOf): number | null {
  const least = standing.reduce((depth, one) => Math.min(depth, one.depth), Infinity);
  const steps = standing.flatMap(({ step, depth }) => (depth > least ? [] : [step]));
  const sets = grouped(steps, ({ set }) => set);
  const own = [...sets.values()];
  const last = own.at(-1);
  const goesOn = last && own.findLast((set) => set !== last && isOtherVersion(last, set, languageOf));
  return (goesOn ?? last)?.[0]?.set ?? null;
}

/** Whether a run is another version of steps that a set above it has. */
function isOtherVersion(run: readonly Step[], set: readonly Step[], languageOf: LanguageOf): boolean {
  const stepOf = (steps: readonly Step[], number: number): Step | undefined =>
    steps.find(({ step }) => step === number);
  const [first, second] = [stepOf(set, 1), stepOf(set, 2)];
  if (run.length >= STEP_NUMBERS.length || !first || first.words === 0) return false;
  const language = languageOf(first);
  if (language !== null && second && languageOf(second) === language) return false;
  return !stepOf(run, 1) || STEP_NUMBERS.every((number) => (stepOf(set, number)?.words ?? 0) > 0);
}
