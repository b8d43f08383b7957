import type { IdeaLink } from '../model/note';
import type { Relation } from '../model/vocabulary';
import { isListed, linksOf } from './idea-link-check';
import { foldSpace } from '../text/fold-space';
import { linkToNote } from '../text/note-link';
import { remembered } from '../text/remembered';
import type { Entry } from './idea-link-entries';
import {
  addedToFields,
  fieldBegun,
  fitsProperty,
  hasProperties,
  holdsInProperty,
  isInField,
  isInList,
  prefersProperty,
  PROPERTY_NAMES,
} from './idea-link-fields';
import {
  citationsIn,
  definitionBehind,
  definitionLists,
  nextDefinition,
  nextNumber,
  takenIds,
} from './idea-link-footnotes';
import type { Insertion } from './idea-link-guard';
import {
  bodyOf,
  checked,
  checkedInFields,
  insertion,
  refused,
  type LinkEditResult,
  type LinkRefusal,
} from './idea-link-made';
import { isInStep, takeApart, type LinkReading, type ListNote } from './idea-link-note';
import type { Place } from './idea-link-place';
import { firstOf, placesFor, placesForDefinition } from './idea-link-places';
import { PLAIN } from './idea-link-style';
import { move, remove } from './idea-link-take';
import { Properties, type PropertyChanges } from './property-values';

export type { LinkEditResult, LinkRefusal } from './idea-link-made';
export type { LinkReading } from './idea-link-note';

/** What is to be done to the idea lists of a note. */
export type LinkEdit =
  | {
      readonly kind: 'add';
      readonly relation: Relation;
      /** A note's name, or as much of its path as tells it from others. */
      readonly link: string;
      /** `#Heading`. */
      readonly subpath?: string;
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

/** A note whose idea lists are to be edited: several edits of one text read it once. */
export class IdeaLists {
  readonly #note: ListNote;
  readonly #reading: LinkReading;

  constructor(text: string, reading: LinkReading) {
    // Several ways to write one entry ask for the same sentence.
    this.#reading = { ...reading, note: remembered(reading.note) };
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
        const [found, link] = entry;
        return edit.kind === 'remove'
          ? remove(this.#note, found, link, this.#reading)
          : move(this.#note, found, link, edit.relation, this.#reading);
      }
    }
  }

  /** Whether most entries of the note's lists under this relation cite a footnote. */
  citesFootnotes(relation: Relation): boolean {
    const [place] = placesFor(this.#note, relation, this.#reading.relationOf);
    return place?.style.cite.isUsual ?? false;
  }
}

/** One edit of a text, as `IdeaLists` makes it. */
export function editIdeaLinks(text: string, edit: LinkEdit, reading: LinkReading): LinkEditResult {
  return new IdeaLists(text, reading).changes(edit);
}

/** What `IdeaLists` says of a text. */
export function citesFootnotes(text: string, relation: Relation, reading: LinkReading): boolean {
  return new IdeaLists(text, reading).citesFootnotes(relation);
}

function findEntry(entries: readonly Entry[], shown: ShownEntry): readonly [Entry, IdeaLink] | LinkRefusal {
  const isIt = (link: IdeaLink): boolean =>
    link.target === shown.target && link.heading === shown.heading && link.relation === shown.relation;
  const same = entries.filter(({ links }) => links.some(isIt));
  // A note that was written in since: the entry may stand on another line.
  const entry =
    same.find(({ links: [link] }) => link?.line === shown.line) ?? (same.length === 1 ? same[0] : undefined);
  const link = entry?.links.find(isIt);
  if (!entry || !link) return 'changed';
  if (isInField(entry)) return [entry, link];
  if (entry.links.length > 1) return 'several';
  const isInside = (one: Entry): boolean => one !== entry && one.first >= entry.first && one.first <= entry.last;
  return entries.some(isInside) ? 'nested' : [entry, link];
}

function add(note: ListNote, edit: Extract<LinkEdit, { kind: 'add' }>, reading: LinkReading): LinkEditResult {
  const { relation } = edit;
  const link = linkToNote(edit.link, '', edit.subpath);
  const said = onOneLine(edit.sentence);
  const source = edit.footnote === null ? null : onOneLine(edit.footnote) || link;
  // What the reader makes of this sentence behind a link, so that its marks do not count as a change.
  const cited = source?.includes('[') === true && source.includes('^') ? `\n\n${source}` : '';
  const written = reading.note(`- ${link} — ${said}${cited}`);
  const [plain] = linksOf(written);
  if (!plain) return refused('unclear');
  if (isListed(note.note, plain, relation)) return refused('listed');
  const taken = takenIds(note.note, written);
  // A field holds links alone.
  let isOpen = said === '' && source === null;
  for (const place of firstOf(placesFor(note, relation, reading.relationOf))) {
    if (isOpen && (!place.behind || !isInList(place.behind))) {
      isOpen = false;
      for (const way of firstOf(waysInFields(note, relation, link, reading))) {
        const done = checkedInFields(note, way, { added: { ...plain, relation }, removed: [] }, false, reading);
        if (done) return done;
      }
      if (holdsInProperty(note, relation)) return refused(fitsProperty(link) ? 'property' : 'name');
    }
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
        const done = checked(note, made, wanted, reading);
        if (done) return done;
      }
    }
  }
  return refused('unclear');
}

/** Into the fields that hold ideas of the relation; into a field or a property of its own, where first ideas go there. */
function* waysInFields(
  note: ListNote,
  relation: Relation,
  link: string,
  reading: LinkReading,
): Generator<PropertyChanges> {
  const { properties = PROPERTY_NAMES, relationOf } = reading;
  yield* addedToFields(note, relation, link, reading);
  const isInProperty = prefersProperty(note, relation, relationOf, properties);
  // A field beside fields, unless the note keeps others in properties.
  if (!hasProperties(note)) yield fieldBegun(note, relation, link, reading);
  if (isInProperty && fitsProperty(link))
    yield* new Properties(note.text).begunFor(properties.names[relation][0] ?? relation, link, relationOf);
}

const onOneLine = (text: string): string => foldSpace(text).trim();

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
    ...Array.from(firstOf(placesForDefinition(note)), (one) => insertion(note, one, [`[^${id}]: ${said}`])),
  ];
}
