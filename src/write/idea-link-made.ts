import { applyChanges } from '../model/apply-changes';
import type { TextChange } from '../model/text-change';
import { keepsOthers } from './idea-link-check';
import { keepsProperties } from './idea-link-fields';
import { keepsMeaning, type Edit, type Insertion } from './idea-link-guard';
import { readLines } from './idea-link-lines';
import type { LinkReading, ListNote } from './idea-link-note';
import type { Place } from './idea-link-place';
import { offsetBefore } from './idea-link-removal';
import type { PropertyChanges } from './property-values';
import { entryText, type EntryStyle, type NewEntry } from './idea-link-style';

/**
 * Why an edit is not made. `changed`: the note has no such entry any more; `listed`: the idea is in that list already; `several`:
 * the entry lists several ideas as one; `nested`: other ideas stand inside it; `cited`: it is a footnote that is cited; `form`: it
 * stands in a table or a sentence; `property`: its property is written in a way that cannot be changed safely; `name`: no property can hold a link to a note so called; `unclear`: whatever is
 * written, the note would be read otherwise than meant.
 */
export type LinkRefusal =
  'changed' | 'listed' | 'several' | 'nested' | 'cited' | 'form' | 'property' | 'name' | 'unclear';

interface LinkChanges {
  readonly kind: 'changes';
  readonly changes: readonly TextChange[];
}

export type LinkEditResult = LinkChanges | { readonly kind: 'refused'; readonly reason: LinkRefusal };

export const refused = (reason: LinkRefusal): LinkEditResult => ({ kind: 'refused', reason });

/** What an edit is made of. */
export interface Made extends Pick<Edit, 'parts' | 'added' | 'isMove'> {
  /** The changes besides. */
  readonly others: readonly TextChange[];
}

/** The changes of an edit; `null` where they do more than was meant. */
export function checked(
  note: ListNote,
  { parts, others, added, isMove }: Made,
  wanted: Parameters<typeof keepsOthers>[2],
  reading: LinkReading,
): LinkChanges | null {
  const changes = [...parts.map(({ change }) => change), ...others].sort((a, b) => a.from - b.from);
  const text = applyChanges(note.text, changes);
  const read = reading.note(text);
  if (!keepsOthers(note.note, read, wanted)) return null;
  const after = { text, lines: readLines(text), note: read };
  return keepsMeaning({ before: note, after, changes, parts, added, isMove }) ? { kind: 'changes', changes } : null;
}

/** The same of changes in fields and properties: what else these hold stays. */
export function checkedInFields(
  note: ListNote,
  changes: PropertyChanges,
  wanted: Parameters<typeof keepsOthers>[2],
  isMove: boolean,
  reading: LinkReading,
): LinkChanges | null {
  const made = { parts: [], others: changes ?? [], added: [], isMove };
  const all = changes && checked(note, made, { ...wanted, inFields: true }, reading);
  return all && keepsProperties(note, reading.note(applyChanges(note.text, all.changes)), all.changes) ? all : null;
}

/** An entry at a place of `note`; `taken` are the changes that made it of the note that is edited. */
export function insertion(
  { lines }: ListNote,
  place: Place,
  body: readonly string[],
  marker?: string,
  taken: readonly TextChange[] = [],
): Insertion {
  const at = offsetBefore(taken, place.at);
  const list = place.behind && lines[place.behind.first];
  const change = { from: at, to: at, insert: place.insert(body, marker) };
  return { change, behind: list ? offsetBefore(taken, list.to) : null };
}

/** The lines of a new entry in a style that need not be the place's own. */
export function bodyOf(entry: NewEntry, place: Place, style: EntryStyle): readonly string[] {
  if (place.row) return [place.row(entry)];
  const indent = style.form === 'item' ? ' '.repeat(place.width) : '';
  return entryText(entry, style)
    .split('\n')
    .map((line, index) => (index === 0 ? line : indent + line));
}
