import { applyChanges } from '../model/apply-changes';
import { ownSteps, type OutlinedText, type Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { fillInMissing, type FillResult } from './fill-in';
import { filledLines } from './placeholders';
import { stepTextChange } from './step-text';

export type PasteResult =
  | FillResult
  /** The note has several sets of steps, and with these texts the one that begins in `line` would count as its own. */
  | { readonly kind: 'other-set'; readonly line: number };

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
): PasteResult {
  const given = STEP_NUMBERS.filter((step) => texts.has(step));
  const changes = given.flatMap((step) => {
    const section = ownStep(note, step);
    const isOpen = section && (section.words === 0 || replaced.has(step));
    return isOpen ? [stepTextChange(note, section, texts.get(step) ?? '')] : [];
  });
  const filled = read(
    applyChanges(
      note.text,
      changes.sort((a, b) => a.from - b.from),
    ),
  );
  const lacking = given.filter((step) => !ownStep(note, step));
  const keys = lacking.map((step) => `step${step}` as const);
  const [head] = ownSteps(note.outline);
  const other = head && otherSet(filled, head, [], true);
  if (other) return other;
  const put = (sections: readonly Section[]): FillResult =>
    fillInMissing({ text: filled.text, outline: { ...filled.outline, sections } }, template, { keys, texts });
  const withAdded = (result: FillResult): OutlinedText =>
    result.kind === 'changes' ? read(applyChanges(filled.text, result.changes)) : filled;
  let added = put(filled.outline.sections);
  let after = withAdded(added);
  // Beside a list of ideas a step may take in what stands there: then right above the next step.
  const takesMore = lacking.some((step) => {
    const { endLine = 0, headEnd = 0 } = ownStep(after, step) ?? {};
    return endLine - headEnd > 1 + filledLines(texts.get(step) ?? '').length;
  });
  if (takesMore) after = withAdded((added = put(ownSteps(filled.outline))));
  if (added.kind === 'unclosed') return added;
  const hasAll = lacking.every((step) => ownStep(after, step));
  const change = changeBetween(note.text, after.text);
  return (head && otherSet(after, head, added.changes, hasAll)) ?? { kind: 'changes', changes: change ? [change] : [] };
}

/**
 * The set that counts as the note's own once something was put above the first step of that which did, or the same where it did not get
 * all that was put into it; `null` where nothing is amiss.
 */
function otherSet(
  { outline }: OutlinedText,
  { heading: { from } }: Section,
  added: readonly TextChange[],
  hasAll: boolean,
): Extract<PasteResult, { kind: 'other-set' }> | null {
  const above = added.filter((change) => change.from <= from);
  const place = above.reduce((at, { insert }) => at + insert.length, from);
  const own = ownSteps(outline);
  return hasAll && own.some(({ heading }) => heading.from === place)
    ? null
    : { kind: 'other-set', line: own[0]?.line ?? 1 };
}

/** A step of the note's own; see `ownSteps`. */
export function ownStep({ outline }: OutlinedText, step: StepNumber): Section | undefined {
  return ownSteps(outline).find(({ key }) => key === `step${step}`);
}

/** The smallest single change that makes one text of the other; `null` where they are equal. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
