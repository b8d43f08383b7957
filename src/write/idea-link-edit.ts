import { applyChanges } from '../model/apply-changes';
import type { IdeaLink, PlacedNote } from '../model/note';
import type { TextChange } from '../model/text-change';
import type { Relation } from '../model/vocabulary';
import { foldPath } from '../text/note-name';
import { keepsOthers, linksOf } from './idea-link-check';
import type { Entry } from './idea-link-entries';
import {
  citationsIn,
  definitionBehind,
  definitionLists,
  nextDefinition,
  nextNumber,
  ownFootnotes,
  renumberCitations,
  renumbering,
  takenIds,
  type Citation,
} from './idea-link-footnotes';
import { keepsMeaning, type Edit, type Insertion } from './idea-link-guard';
import { readLines } from './idea-link-lines';
import { isInStep, takeApart, type LinkReading, type ListNote } from './idea-link-note';
import type { Place } from './idea-link-place';
import { placesFor, placesForDefinition } from './idea-link-places';
import {
  blockEnd,
  linesToGo,
  offsetBefore,
  ownLines,
  renumberItems,
  withoutLines,
  writtenLink,
} from './idea-link-removal';
import { entryText, PLAIN, type EntryStyle, type NewEntry } from './idea-link-style';

export type { LinkReading } from './idea-link-note';

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

/** A note whose idea lists are to be edited: several edits of one text read it once. */
export class IdeaLists {
  readonly #note: ListNote;
  readonly #reading: LinkReading;

  constructor(text: string, reading: LinkReading) {
    // Several ways to write one entry ask for the same sentence.
    const known = new Map<string, PlacedNote>();
    const note = (part: string): PlacedNote => known.get(part) ?? remember(known, part, reading.note(part));
    this.#reading = { ...reading, note };
    this.#note = takeApart(text, this.#reading);
  }

  /**
   * What an edit changes in the note's text, in the note's own style: every other byte is kept. What comes out is read again, and
   * refused unless the reader finds just what was meant, and every other entry as it was.
   */
  changes(edit: LinkEdit): LinkEditResult {
    switch (edit.kind) {
      case 'add':
        return add(this.#note, edit, this.#reading);
      case 'move':
      case 'remove': {
        const entry = findEntry(this.#note.entries, edit.entry);
        if (typeof entry === 'string') return { kind: 'refused', reason: entry };
        return edit.kind === 'remove'
          ? remove(this.#note, entry, this.#reading)
          : move(this.#note, entry, edit.relation, this.#reading);
      }
    }
  }

  /** Whether most entries of the note's lists under this relation cite a footnote. */
  citesFootnotes(relation: Relation): boolean {
    const [place] = placesFor(this.#note, relation, this.#reading.relationOf);
    return place?.style.cite.isUsual ?? false;
  }
}

function remember(known: Map<string, PlacedNote>, text: string, note: PlacedNote): PlacedNote {
  known.set(text, note);
  return note;
}

/** One edit of a text, as `IdeaLists` makes it. */
export function editIdeaLinks(text: string, edit: LinkEdit, reading: LinkReading): LinkEditResult {
  return new IdeaLists(text, reading).changes(edit);
}

/** What `IdeaLists` says of a text. */
export function citesFootnotes(text: string, relation: Relation, reading: LinkReading): boolean {
  return new IdeaLists(text, reading).citesFootnotes(relation);
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
  if (entry.form === 'inner' || entry.form === 'property') return 'form';
  const isInside = (one: Entry): boolean => one !== entry && one.first >= entry.first && one.first <= entry.last;
  return entries.some(isInside) ? 'nested' : entry;
}

const refused = (reason: LinkRefusal): LinkEditResult => ({ kind: 'refused', reason });

function add(note: ListNote, edit: Extract<LinkEdit, { kind: 'add' }>, reading: LinkReading): LinkEditResult {
  const { relation, link } = edit;
  const said = onOneLine(edit.sentence);
  const source = edit.footnote === null ? null : onOneLine(edit.footnote) || `[[${link}]]`;
  // What the reader makes of this sentence behind a link, so that its marks do not count as a change.
  const cited = source?.includes('[') === true && source.includes('^') ? `\n\n${source}` : '';
  const written = reading.note(`- [[${link}]] — ${said}${cited}`);
  const [plain] = written.ideaLinks;
  if (!plain) return refused('unclear');
  const isListed = linksOf(note.note).some((one) => one.relation === relation && nameOf(one) === nameOf(plain));
  if (isListed) return refused('listed');
  const taken = takenIds(note.note, written);
  for (const place of placesFor(note, relation, reading.relationOf)) {
    // In a list of footnotes the entry is one itself.
    const own = place.style.form === 'footnote' && place.behind ? nextDefinition(place.behind.marker, taken) : null;
    const id = source === null ? null : nextNumber(own ? new Set([...taken, own.id]) : taken);
    const footnotes = id === null ? [] : [id];
    const wanted = { added: { ...plain, relation, footnotes: [...plain.footnotes, ...footnotes] }, removed: [] };
    const entry = { link, sentence: said, footnotes };
    const sources = id === null || source === null ? [null] : definitionsFor(note, place, id, source);
    for (const style of [place.style, { ...place.style, open: '', close: '', joint: PLAIN.joint, tail: '' }]) {
      const item = insertion(note, place, bodyOf(entry, place, style), own?.marker);
      for (const definition of sources) {
        const parts = definition ? [item, definition] : [item];
        const made = { parts, others: [], added: own && id !== null ? [own.id, id] : footnotes, isMove: false };
        const changes = checked(note, made, wanted, reading);
        if (changes) return { kind: 'changes', changes };
      }
    }
  }
  return refused('unclear');
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What an edit is made of. */
interface Made extends Pick<Edit, 'parts' | 'added' | 'isMove'> {
  /** The changes besides. */
  readonly others: readonly TextChange[];
}

/** The changes of an edit; `null` where they do more than was meant. */
function checked(
  note: ListNote,
  { parts, others, added, isMove }: Made,
  wanted: Parameters<typeof keepsOthers>[2],
  reading: LinkReading,
): readonly TextChange[] | null {
  const changes = [...parts.map(({ change }) => change), ...others].sort((a, b) => a.from - b.from);
  const text = applyChanges(note.text, changes);
  const read = reading.note(text);
  if (!keepsOthers(note.note, read, wanted)) return null;
  const after = { text, lines: readLines(text), note: read };
  return keepsMeaning({ before: note, after, changes, parts, added, isMove }) ? changes : null;
}

/** An entry at a place of `note`; `taken` are the changes that made it of the note that is edited. */
function insertion(
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

/** Where the definition of a footnote can be added that an entry at a place cites, the best first. */
function definitionsFor(note: ListNote, place: Place, id: string, said: string): readonly Insertion[] {
  const { text, lines } = note;
  const callout = lines[place.behind?.first ?? -1]?.callout ?? -1;
  const lists = definitionLists(lines, citationsIn(note.note), callout, (line) => isInStep(note, line));
  return [
    ...lists.flatMap((list): Insertion[] => {
      const footnote = note.note.footnotes.find(({ line }) => line - 1 === list.line);
      const change = footnote && definitionBehind(text, lines, footnote, list.isParted, id, said);
      return change ? [{ change, behind: footnote.whole.from }] : [];
    }),
    ...Array.from(placesForDefinition(note), (one) => insertion(note, one, [`[^${id}]: ${said}`])),
  ];
}

function remove(note: ListNote, entry: Entry, reading: LinkReading): LinkEditResult {
  const citations = citationsIn(note.note);
  if (isCited(citations, entry)) return refused('cited');
  const own = new Map(ownFootnotes(note.lines, citations, entry));
  const [definition] = citations.filter(({ line, isDefinition }) => line === entry.first && isDefinition);
  if (entry.form === 'footnote' && definition) own.set(definition.id, entry.first);
  // A footnote may hold more than its own source: then it stays.
  for (const footnotes of own.size === 0 ? [own] : [own, new Map<string, number>()]) {
    const renumber = renumbering(footnotes.keys());
    const sources = Array.from(footnotes.values(), (first) => ({ first, last: blockEnd(note, first) }));
    const closing = [...renumberCitations(note.text, citations, renumber), ...renumberItems(note.lines, entry)];
    for (const lines of linesToGo(note, entry)) {
      const gone = [...lines, ...sources];
      const removed = linksOf(note.note).filter(({ line }) =>
        gone.some(({ first, last }) => line - 1 >= first && line - 1 <= last),
      );
      if (!entry.links.every((link) => removed.includes(link))) return refused('unclear');
      for (const others of withoutLines(note, gone, closing)) {
        const made = { parts: [], others, added: [], isMove: false };
        const changes = checked(note, made, { added: null, removed, renumber }, reading);
        if (changes) return { kind: 'changes', changes };
      }
    }
  }
  return refused('unclear');
}

/** Whether a footnote that is defined in the entry is cited outside of it. */
function isCited(citations: readonly Citation[], { first, last }: Entry): boolean {
  const isInside = ({ line }: Citation): boolean => line >= first && line <= last;
  const defined = citations.filter((one) => isInside(one) && one.isDefinition).map(({ id }) => id);
  return citations.some((one) => !isInside(one) && defined.includes(one.id));
}

function move(note: ListNote, entry: Entry, relation: Relation, reading: LinkReading): LinkEditResult {
  const [link] = entry.links;
  if (!link || link.relation === 'source' || relation === 'source') return refused('form');
  const wanted = { added: { ...link, relation }, removed: [link] };
  const cuts = Array.from(linesToGo(note, entry), (lines) => [
    ...withoutLines(note, lines, renumberItems(note.lines, entry)),
  ]);
  for (const taken of cuts.flat()) {
    const rest = takeApart(applyChanges(note.text, taken), reading);
    for (const place of placesFor(rest, relation, reading.relationOf)) {
      // Nobody cites it: what is put into a list of footnotes would not be shown.
      if (place.style.form === 'footnote' && entry.form !== 'footnote') continue;
      // A footnote keeps its id where footnotes are listed.
      const marker = entry.form === 'footnote' && place.style.form === 'footnote' ? entry.marker : undefined;
      for (const body of bodiesFor(note, entry, link, place)) {
        const parts = [insertion(rest, place, body, marker, taken)];
        const changes = checked(note, { parts, others: taken, added: [], isMove: true }, wanted, reading);
        if (changes) return { kind: 'changes', changes };
      }
    }
  }
  return refused(isCited(citationsIn(note.note), entry) ? 'cited' : 'unclear');
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

/** What a link is compared by: the path or the name that it holds, and its heading. */
function nameOf({ target, heading }: IdeaLink): string {
  return `${foldPath(target)}#${heading.toLowerCase()}`;
}
