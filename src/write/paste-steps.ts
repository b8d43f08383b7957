import { applyChanges } from '../model/apply-changes';
import { ownSteps, type OutlinedText, type PartKey, type Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { STEP_NUMBERS, type StepNumber } from '../model/vocabulary';
import { fillInMissing, type FillResult } from './fill-in';
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
  const other = head && otherSet(filled, head, [], []);
  if (other) return other;
  const put = (sections: readonly Section[]): { readonly added: FillResult; readonly after: OutlinedText } => {
    const added = fillInMissing({ text: filled.text, outline: { ...filled.outline, sections } }, template, {
      keys,
      texts,
    });
    return { added, after: added.kind === 'changes' ? read(applyChanges(filled.text, added.changes)) : filled };
  };
  const isWhole = (after: OutlinedText): boolean =>
    lacking.every((step) => {
      const section = ownStep(after, step);
      if (!section) return false;
      const { from, to, insert } = stepTextChange(after, section, texts.get(step) ?? '');
      return after.text.slice(from, to) === insert;
    });
  let { added, after } = put(filled.outline.sections);
  // Beside a list of ideas a step may take in what stands there: then right above the next step.
  if (!isWhole(after)) ({ added, after } = put(ownSteps(filled.outline)));
  if (added.kind === 'unclosed') return added;
  const change = changeBetween(note.text, after.text);
  return (head && otherSet(after, head, added.changes, keys)) ?? { kind: 'changes', changes: change ? [change] : [] };
}

/**
 * The set that counts as the note's own once something was put above the first step of that which did, or has the steps that were put
 * into it; `null` where it is the same.
 */
function otherSet(
  { outline }: OutlinedText,
  { heading: { from } }: Section,
  added: readonly TextChange[],
  keys: readonly PartKey[],
): Extract<PasteResult, { kind: 'other-set' }> | null {
  const above = added.filter((change) => change.from <= from);
  const place = above.reduce((at, { insert }) => at + insert.length, from);
  const own = ownSteps(outline);
  const hasAll = added.length === 0 || keys.every((key) => own.some((section) => section.key === key));
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
