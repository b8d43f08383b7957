import type { StepNumber } from '../model/vocabulary';
import type { Candidate } from './step-heading';

/** Where a step stands among the others. */
export interface StepRun {
  /** Which run of 1-2-3 it belongs to, from 1. */
  readonly set: number;
  /** It stands in the text of another step. */
  readonly isInner: boolean;
  /** The next one that is not part of its text. */
  readonly next: Candidate | undefined;
}

/** A run that may go on. */
interface OpenRun {
  readonly set: number;
  readonly depth: number;
  /** Of its heading that stands highest; 0 where none is more than a line that acts as one. */
  level: number;
  readonly steps: Set<StepNumber>;
}

/**
 * Numbers the runs of 1-2-3. What is quoted more deeply than the step above it, or begins anew below headings of a lower level, is a
 * part of its text: it has runs of its own, and behind it the run before goes on.
 */
export function runsOf(candidates: readonly Candidate[]): readonly StepRun[] {
  const open: OpenRun[] = [];
  let count = 0;
  const found = candidates.map((candidate) => {
    const { depth, level } = candidate;
    const { step } = candidate.meaning;
    while (open.length > 0 && isBehind(open.at(-1), open.at(-2), depth, level)) open.pop();
    let run = open.at(-1);
    if (run?.depth !== depth || step === 1 || run.steps.has(step)) {
      const isBelow = run?.depth === depth && level > run.level && run.level > 0;
      if (run?.depth === depth && !isBelow) open.pop();
      run = { set: ++count, depth, level, steps: new Set() };
      open.push(run);
    }
    run.steps.add(step);
    if (level > 0) run.level = Math.min(run.level || level, level);
    return { candidate, set: run.set, inner: open.length };
  });
  // From the last to the first: of what comes behind, only what stands no deeper counts for those before it.
  const below: { readonly inner: number; readonly candidate: Candidate }[] = [];
  const runs: StepRun[] = [];
  for (const { candidate, set, inner } of found.reverse()) {
    while ((below.at(-1)?.inner ?? 0) > inner) below.pop();
    const last = below.at(-1);
    if (last?.inner === inner) below.pop();
    below.push({ inner, candidate });
    runs.push({ set, isInner: inner > 1, next: last?.candidate });
  }
  return runs.reverse();
}

/** Whether the innermost run has ended where a heading of this depth and level stands. */
function isBehind(run: OpenRun | undefined, around: OpenRun | undefined, depth: number, level: number): boolean {
  if (run === undefined || run.depth !== depth) return (run?.depth ?? 0) > depth;
  return around?.depth === depth && level > 0 && level <= around.level;
}
