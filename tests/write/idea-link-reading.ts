import { applyChanges, invertChanges } from '../../src/model/apply-changes';
import type { IdeaLink, Note } from '../../src/model/note';
import { readPlacedNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { BUILT_IN } from '../../src/read/vocabulary';
import { remembered } from '../../src/text/remembered';
import { IdeaLists, type LinkEdit, type LinkReading, type LinkRefusal } from '../../src/write/idea-link-edit';

/** Reads notes as the plugin does without settings. */
export const READING: LinkReading = {
  note: (text) => readPlacedNote(text),
  outline: (text) => readOutline(text),
  relationOf: (heading) => BUILT_IN.relationOf(heading),
};

/** The same for many edits of one note: each text is read once. */
export function readingOnce(): LinkReading {
  return { ...READING, note: remembered(READING.note) };
}

/** The note after an edit, or why it was refused. Throws where undoing the edit does not give the note back. */
export function edited(
  text: string,
  edit: LinkEdit,
  lists = new IdeaLists(text, READING),
): string | { readonly refused: LinkRefusal } {
  const result = lists.changes(edit);
  if (result.kind === 'refused') return { refused: result.reason };
  const after = applyChanges(text, result.changes);
  const undone = applyChanges(after, invertChanges(text, result.changes));
  if (undone !== text) throw new Error('undone, the note is not what it was');
  return after;
}

export function linksOf({ ideaLinks, markdownLinks }: Note): readonly IdeaLink[] {
  return [...ideaLinks, ...markdownLinks].sort((a, b) => a.line - b.line);
}

/** The first entry of a note with this target. */
export function entryOf(text: string, target: string): IdeaLink {
  const entry = linksOf(readPlacedNote(text)).find((link) => link.target === target);
  if (!entry) throw new Error(`no entry ${target}`);
  return entry;
}
