import { applyChanges } from '../model/apply-changes';
import type { OutlinedText } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { fillInMissing, hasLooseText, type FillOptions, type FillResult } from './fill-in';
import { keepsMeaning, type ReadText } from './idea-link-guard';
import { readLines } from './idea-link-lines';
import type { LinkReading } from './idea-link-note';
import { changeBetween } from './paste-steps';

/** What is filled in; `isPartial` where some of what the note lacks has no place in it. */
export type GuardedFill = FillResult & { readonly isPartial?: boolean };

/**
 * What `fillInMissing` gives, so far as all that stands in the note is read as it was: the result is read once more. Where that is not
 * so, the parts are tried one by one, and those without such a place are left out.
 */
export function fillIn(
  note: OutlinedText,
  template: OutlinedText,
  options: FillOptions,
  reading: Pick<LinkReading, 'note' | 'outline'>,
): GuardedFill {
  const whole = fillInMissing(note, template, options);
  if (whole.kind !== 'changes') return whole;
  const read = (text: string): ReadText => ({ text, lines: readLines(text), note: reading.note(text) });
  const before = read(note.text);
  const puts = options.textIsStep1 === true && hasLooseText(note) ? 'heading' : 'parts';
  const isKept = (changes: readonly TextChange[]): boolean => {
    const after = read(applyChanges(note.text, changes));
    return keepsMeaning({ before, after, changes, parts: [], added: [], isMove: false, puts });
  };
  if (isKept(whole.changes)) return whole;
  const keys = options.keys ?? ['fields', ...template.outline.sections.map(({ key }) => key)];
  for (const key of keys) {
    const part = fillInMissing(note, template, { ...options, keys: [key] });
    if (part.kind !== 'changes' || part.changes.length === 0 || !isKept(part.changes)) continue;
    const text = applyChanges(note.text, part.changes);
    const others = { ...options, keys: keys.filter((one) => one !== key) };
    const rest = fillIn(reading.outline(text, reading.note(text)), template, others, reading);
    if (rest.kind !== 'changes') continue;
    const change = changeBetween(note.text, applyChanges(text, rest.changes));
    return { ...rest, changes: change ? [change] : [] };
  }
  return { kind: 'changes', changes: [], isPartial: true };
}
