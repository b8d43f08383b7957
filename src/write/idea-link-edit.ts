import { applyChanges } from '../model/apply-changes';
import type { IdeaLink, Note } from '../model/note';
import type { OutlinedText } from '../model/outline';
import type { TextChange } from '../model/text-change';
import type { Relation } from '../model/vocabulary';
import { keepsOthers, linksOf } from './idea-link-check';
import { entriesOf, type Entry } from './idea-link-entries';
import {
  citationsIn,
  definitionBehind,
  nextNumber,
  ownFootnotes,
  renumberCitations,
  renumbering,
} from './idea-link-footnotes';
import { readLines } from './idea-link-lines';
import { placesFor, type ListNote, type Place } from './idea-link-places';
import { blockEnd, offsetBefore, ownLines, renumberItems, withoutLines, writtenLink } from './idea-link-removal';
import { entryText, PLAIN, type EntryStyle, type NewEntry } from './idea-link-style';

/** What reads notes for an edit of their idea lists. */
export interface LinkReading {
  readonly note: (text: string) => Note;
  readonly outline: (text: string) => OutlinedText;
  /** What a heading says of the list below it. */
  readonly relationOf: (heading: string) => Relation | null;
}

/** What is to be done to the idea lists of a note. */
export type LinkEdit =
  | {
      readonly kind: 'add';
      readonly relation: Relation;
      /** What stands between the brackets: a note's name or path. */
      readonly link: string;
      /** What is said of the idea, as Markdown; `''` for nothing. */
      readonly sentence: string;
      /** What its footnote says, `''` for a link to the idea; `null` for no footnote. */
      readonly footnote: string | null;
    }
  /** `entry` as it was read when the user saw it. */
  | { readonly kind: 'move'; readonly entry: ShownEntry; readonly relation: Relation }
  | { readonly kind: 'remove'; readonly entry: ShownEntry };

/** What an entry is known by. */
export type ShownEntry = Pick<IdeaLink, 'line' | 'target' | 'heading' | 'relation'>;

/**
 * Why an edit is not made. `changed`: the note has no such entry any more; `listed`: the idea is in that list already; `several`:
 * the entry lists several ideas as one; `nested`: other ideas stand inside it; `cited`: it is a footnote that is cited; `form`: it
 * stands in a table or a sentence; `unclear`: whatever is written, the note would be read otherwise than meant.
 */
export type LinkRefusal = 'changed' | 'listed' | 'several' | 'nested' | 'cited' | 'form' | 'unclear';

export type LinkEditResult =
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  | { readonly kind: 'refused'; readonly reason: LinkRefusal };

/**
 * What an edit changes in a note's text, in the note's own style: every other byte is kept. What comes out is read again, and
 * refused unless the reader finds just what was meant, and every other entry as it was.
 */
export function editIdeaLinks(text: string, edit: LinkEdit, reading: LinkReading): LinkEditResult {
  const note = takeApart(text, reading);
  switch (edit.kind) {
    case 'add':
      return add(note, edit, reading);
    case 'move':
    case 'remove': {
      const entry = findEntry(note.entries, edit.entry);
      if (typeof entry === 'string') return { kind: 'refused', reason: entry };
      return edit.kind === 'remove' ? remove(note, entry, reading) : move(note, entry, edit.relation, reading);
    }
  }
}

/** Whether most entries of the note's lists under this relation cite a footnote. */
export function citesFootnotes(text: string, relation: Relation, reading: LinkReading): boolean {
  const [place] = placesFor(takeApart(text, reading), relation, reading.relationOf);
  return place?.style.cite.isUsual ?? false;
}

function takeApart(text: string, reading: LinkReading): ListNote {
  const lines = readLines(text);
  const note = reading.note(text);
  return { text, lines, note, outline: reading.outline(text).outline, entries: entriesOf(text, lines, note) };
}

function findEntry(entries: readonly Entry[], shown: ShownEntry): Entry | LinkRefusal {
  const isIt = (link: IdeaLink): boolean =>
    link.target === shown.target && link.heading === shown.heading && link.relation === shown.relation;
  const same = entries.filter(({ links }) => links.some(isIt));
  // A note that was written in since: the entry may stand on another line.
  const entry =
    same.find(({ links: [link] }) => link?.line === shown.line) ?? (same.length === 1 ? same[0] : undefined);
  if (!entry) return 'changed';
  if (entry.links.length > 1) return 'several';
  if (entries.some(({ first }) => first > entry.first && first <= entry.last)) return 'nested';
  return entry.form === 'inner' ? 'form' : entry;
}

const refused = (reason: LinkRefusal): LinkEditResult => ({ kind: 'refused', reason });

function add(note: ListNote, edit: Extract<LinkEdit, { kind: 'add' }>, reading: LinkReading): LinkEditResult {
  const { relation, link, sentence } = edit;
  const citations = citationsIn(note.lines);
  const id = edit.footnote === null ? null : nextNumber(citations);
  const footnotes = id === null ? [] : [id];
  const said = sentence.replace(/\s+/g, ' ').trim();
  // What the reader makes of this sentence behind a link, so that its marks do not count as a change.
  const [plain] = reading.note(`- [[${link}]] — ${said}`).ideaLinks;
  if (!plain) return refused('unclear');
  const isListed = linksOf(note.note).some((one) => one.relation === relation && nameOf(one) === nameOf(plain));
  if (isListed) return refused('listed');
  const wanted = { added: { ...plain, relation, footnotes: [...plain.footnotes, ...footnotes] }, removed: [] };
  const source = id === null ? [] : footnoteChanges(note, id, edit.footnote || `[[${link}]]`, reading);
  for (const place of placesFor(note, relation, reading.relationOf)) {
    const entry = { link, sentence: said, footnotes };
    for (const style of [place.style, { ...place.style, open: '', close: '', joint: PLAIN.joint, tail: '' }]) {
      const changes = inOrder([insertion(place, bodyOf(entry, place, style)), ...source]);
      const after = reading.note(applyChanges(note.text, changes));
      if (keepsOthers(note.note, after, wanted)) return { kind: 'changes', changes };
    }
  }
  return refused('unclear');
}

function insertion(place: Place, body: readonly string[]): TextChange {
  return { from: place.at, to: place.at, insert: place.insert(body) };
}

function footnoteChanges(note: ListNote, id: string, said: string, reading: LinkReading): readonly TextChange[] {
  const behind = definitionBehind(note.text, note.lines, citationsIn(note.lines), id, said);
  if (behind) return [behind];
  const [place] = placesFor(note, 'source', reading.relationOf);
  return place ? [insertion(place, [`[^${id}]: ${said}`])] : [];
}

function remove(note: ListNote, entry: Entry, reading: LinkReading): LinkEditResult {
  const citations = citationsIn(note.lines);
  const own = new Map(ownFootnotes(citations, entry));
  if (entry.form === 'footnote') {
    const id = citations.find(({ line, isDefinition }) => line === entry.first && isDefinition)?.id;
    if (id !== undefined && citations.some((one) => one.id === id && one.line !== entry.first)) return refused('cited');
    if (id !== undefined) own.set(id, entry.first);
  }
  const renumber = renumbering(own.keys());
  const gone = [entry, ...Array.from(own.values(), (first) => ({ first, last: blockEnd(note, first) }))];
  const changes = withoutLines(note, gone, [
    ...renumberCitations(note.text, citations, renumber),
    ...renumberItems(note.lines, entry),
  ]);
  const removed = linksOf(note.note).filter(({ line }) =>
    gone.some(({ first, last }) => line - 1 >= first && line - 1 <= last),
  );
  const after = reading.note(applyChanges(note.text, changes));
  const isClean = entry.links.every((link) => removed.includes(link));
  return isClean && keepsOthers(note.note, after, { added: null, removed, renumber })
    ? { kind: 'changes', changes }
    : refused('unclear');
}

function move(note: ListNote, entry: Entry, relation: Relation, reading: LinkReading): LinkEditResult {
  const [link] = entry.links;
  if (!link || link.relation === 'source' || relation === 'source') return refused('form');
  const taken = withoutLines(note, [entry], renumberItems(note.lines, entry));
  const rest = takeApart(applyChanges(note.text, taken), reading);
  for (const place of placesFor(rest, relation, reading.relationOf)) {
    for (const body of bodiesFor(note, entry, link, place)) {
      const at = offsetBefore(taken, place.at);
      const changes = inOrder([{ from: at, to: at, insert: place.insert(body) }, ...taken]);
      const after = reading.note(applyChanges(note.text, changes));
      const wanted = { added: { ...link, relation }, removed: [link] };
      if (keepsOthers(note.note, after, wanted)) return { kind: 'changes', changes };
    }
  }
  return refused('unclear');
}

/** The entry's lines as they stand, for a list of lines; then as a new entry of the list would be written. */
function* bodiesFor(note: ListNote, entry: Entry, link: IdeaLink, place: Place): Generator<readonly string[]> {
  const { form } = place.style;
  if (entry.form !== 'row' && !place.row && (entry.form === 'heading') === (form === 'heading')) {
    yield ownLines(note.lines, entry, place.width);
  }
  const { description: sentence, footnotes } = link;
  if (note.note.markdownLinks.includes(link)) return;
  yield bodyOf({ link: writtenLink(entry, link), sentence, footnotes }, place, place.style);
}

/** The lines of a new entry in a style that need not be the place's own. */
function bodyOf(entry: NewEntry, place: Place, style: EntryStyle): readonly string[] {
  if (place.row) return [place.row(entry)];
  const indent = style.form === 'item' ? ' '.repeat(place.width) : '';
  return entryText(entry, style)
    .split('\n')
    .map((line, index) => (index === 0 ? line : indent + line));
}

function inOrder(changes: readonly TextChange[]): readonly TextChange[] {
  return [...changes].sort((a, b) => a.from - b.from);
}

/** What a link is compared by: the path or the name that it holds, and its heading. */
function nameOf({ target, heading }: IdeaLink): string {
  return `${target.normalize('NFC').toLowerCase().replace(/\.md$/, '')}#${heading.toLowerCase()}`;
}
