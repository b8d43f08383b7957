import { applyChanges } from '../model/apply-changes';
import type { OutlinedText, Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { fillInMissing, type FillResult } from './fill-in';
import { stepTextChange } from './step-text';
import { ownSteps } from './template-parts';

/**
 * Puts texts into the steps of a note: into those that are empty, into those of `replaced` whatever they say, and under new headings
 * where the note lacks the step. Other steps stay as they are.
 */
export function pasteSteps(
  note: OutlinedText,
  template: OutlinedText,
  texts: ReadonlyMap<StepNumber, string>,
  replaced: ReadonlySet<StepNumber>,
  read: (text: string) => OutlinedText,
): FillResult {
  const given = STEP_NUMBERS.filter((step) => texts.has(step));
  const changes = given.flatMap((step) => {
    const section = ownStep(note, step);
    const isOpen = section && (section.words === 0 || replaced.has(step));
    return isOpen ? [stepTextChange(note, section, texts.get(step) ?? '')] : [];
  });
  const filled = applyChanges(
    note.text,
    changes.sort((a, b) => a.from - b.from),
  );
  const keys = given.filter((step) => !ownStep(note, step)).map((step) => `step${step}` as const);
  const added = fillInMissing(read(filled), template, { keys, texts });
  if (added.kind === 'unclosed') return added;
  const change = changeBetween(note.text, applyChanges(filled, added.changes));
  return { kind: 'changes', changes: change ? [change] : [] };
}

/** A step of the note's own; see `ownSteps`. */
export function ownStep({ outline }: OutlinedText, step: StepNumber): Section | undefined {
  return ownSteps(outline.sections).find(({ key }) => key === `step${step}`);
}

/** The smallest single change that makes one text of the other; `null` where they are equal. */
function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
