import { applyChanges } from '../model/apply-changes';
import type { IdeaLink } from '../model/note';
import type { TextChange } from '../model/text-change';
import type { Relation } from '../model/vocabulary';
import { Intervals } from '../text/intervals';
import { isListed, linksOf } from './idea-link-check';
import type { Entry } from './idea-link-entries';
import {
  addedToFields,
  bracketed,
  fieldBelow,
  fitsProperty,
  holdsInProperty,
  isInField,
  isInList,
  isLinkAlone,
  linkIn,
  prefersProperty,
  PROPERTY_NAMES,
  renamedField,
  withoutLink,
} from './idea-link-fields';
import { addedToCells, isInCell } from './idea-link-cells';
import { citationsIn, ownFootnotes, renumberCitations, renumbering, type Citation } from './idea-link-footnotes';
import { bodyOf, checked, checkedInFields, insertion, refused, type LinkEditResult } from './idea-link-made';
import { takeApart, type LinkReading, type ListNote } from './idea-link-note';
import type { Place } from './idea-link-place';
import { firstOf, placesFor } from './idea-link-places';
import { blockEnd, linesToGo, offsetBefore, ownLines, renumberItems, withoutLines } from './idea-link-removal';
import { Properties } from './property-values';

/** Takes a link out of a note, with its entry, and with the footnotes that only this cites. */
export function remove(note: ListNote, entry: Entry, link: IdeaLink, reading: LinkReading): LinkEditResult {
  if (isInField(entry)) {
    const wanted = { added: null, removed: [link] };
    const cut = withoutLink(note, entry, link, false);
    return checkedInFields(note, cut, wanted, false, reading) ?? refused(cut ? 'unclear' : refusalOf(entry));
  }
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
      const goneLines = new Intervals(gone);
      const removed = linksOf(note.note).filter(({ line }) => goneLines.hold(line - 1));
      if (!entry.links.every(({ line }) => goneLines.hold(line - 1))) return refused('unclear');
      for (const others of withoutLines(note, gone, closing)) {
        const made = { parts: [], others, added: [], isMove: false };
        const done = checked(note, made, { added: null, removed, renumber }, reading);
        if (done) return done;
      }
    }
  }
  return refused('unclear');
}

/** Whether a footnote that is defined in the entry is cited outside of it. */
function isCited(citations: readonly Citation[], { first, last }: Entry): boolean {
  const isInside = ({ line }: Citation): boolean => line >= first && line <= last;
  const defined = new Set(citations.filter((one) => isInside(one) && one.isDefinition).map(({ id }) => id));
  return citations.some((one) => !isInside(one) && defined.has(one.id));
}

/** Why a link cannot be taken out of where it stands. */
const refusalOf = ({ form }: Entry): 'property' | 'form' => (form === 'property' ? 'property' : 'form');

/** Puts a link into the list, the property or the field where the note keeps the ideas of another relation. */
export function move(
  note: ListNote,
  entry: Entry,
  link: IdeaLink,
  relation: Relation,
  reading: LinkReading,
): LinkEditResult {
  if (link.relation === 'source' || relation === 'source') return refused('form');
  if (isListed(note.note, link, relation)) return refused('listed');
  const wanted = { added: { ...link, relation }, removed: [link] };
  const isPart = isInField(entry);
  const inField = isPart && !isInList(entry);
  const cuts = isPart ? [withoutLink(note, entry, link, true) ?? []] : movedLines(note, entry);
  for (const taken of cuts) {
    if (taken.length === 0) return refused(refusalOf(entry));
    const rest = takeApart(applyChanges(note.text, taken), reading);
    const here = (one: TextChange): TextChange => ({
      from: offsetBefore(taken, one.from),
      to: offsetBefore(taken, one.to),
      insert: one.insert,
    });
    const inFields = (): LinkEditResult | null => {
      for (const way of firstOf(waysInFields(note, rest, entry, link, relation, reading))) {
        const all = way.isWhole ? way.changes : [...way.changes.map(here), ...taken];
        const done = checkedInFields(note, all, wanted, true, reading);
        if (done) return done;
      }
      return null;
    };
    // Where a link of a list goes, lists come first.
    let isOpen = true;
    for (const place of firstOf(placesFor(rest, relation, reading.relationOf))) {
      if (isOpen && (inField || !place.behind || !isInList(place.behind))) {
        isOpen = false;
        const done = inFields();
        if (done) return done;
        if (inField && holdsInProperty(rest, relation)) {
          return refused(fitsProperty(bracketed(note, entry, link) ?? '') ? 'property' : 'name');
        }
      }
      // Nobody cites it: what is put into a list of footnotes would not be shown.
      if (place.style.form === 'footnote' && entry.form !== 'footnote') continue;
      // A footnote keeps its id where footnotes are listed.
      const marker = entry.form === 'footnote' && place.style.form === 'footnote' ? entry.marker : undefined;
      for (const body of bodiesFor(note, entry, link, place)) {
        const parts = [insertion(rest, place, body, marker, taken)];
        const made = { parts, others: taken, added: [], isMove: true };
        const done = checked(note, made, { ...wanted, inFields: inField }, reading);
        if (done) return done;
      }
    }
  }
  return refused(isCited(citationsIn(note.note), entry) ? 'cited' : 'unclear');
}

function* movedLines(note: ListNote, entry: Entry): Generator<readonly TextChange[]> {
  for (const lines of linesToGo(note, entry)) yield* withoutLines(note, lines, renumberItems(note.lines, entry));
}

/** What puts a link into a field, in the note without it; `isWhole` where that is all, in the note as it stands. */
interface WayInField {
  readonly changes: readonly TextChange[];
  readonly isWhole: boolean;
}

/** Into those that hold ideas of the relation; then, out of a field, into one of its own. */
function* waysInFields(
  note: ListNote,
  rest: ListNote,
  entry: Entry,
  link: IdeaLink,
  relation: Relation,
  reading: LinkReading,
): Generator<WayInField> {
  const { properties = PROPERTY_NAMES, relationOf } = reading;
  const [name = relation] = properties.names[relation];
  const gone = isInField(entry) ? withoutLink(note, entry, link, true) : null;
  if (gone && isInCell(entry)) {
    for (const put of addedToCells(note, entry, link, linkIn(note.text, entry, link))) {
      yield { changes: [...gone, put], isWhole: true };
    }
  }
  const isAlone =
    link.description === '' && link.footnotes.length === 0 && (isInField(entry) || isLinkAlone(note, entry));
  const written = isAlone ? bracketed(note, entry, link) : null;
  if (written !== null) {
    for (const changes of addedToFields(rest, relation, written, reading)) yield { changes, isWhole: false };
  }
  const renamed = renamedField(note, entry, name);
  if (renamed) yield { changes: renamed, isWhole: true };
  if (written === null) return;
  const isProperty = entry.form === 'property' || prefersProperty(rest, relation, relationOf, properties);
  if (isProperty && fitsProperty(written)) {
    for (const changes of new Properties(rest.text).begunFor(name, written, relationOf))
      if (changes) yield { changes, isWhole: false };
  }
  const below = fieldBelow(note, entry, name, written);
  // Where the whole line goes there is nothing that a line could stand below.
  if (below?.[0] && gone?.[0] && gone[0].to <= below[0].from) yield { changes: [...gone, ...below], isWhole: true };
}

/** What an entry of a list that letters count begins with. */
const LETTER = /^[a-zа-я][.)][ \t]+(?=[*_~=]{0,3}(?:\[|$))/i;

/** The entry's lines as they stand, for a list of lines; then as a new entry of the list would be written. */
function* bodiesFor(note: ListNote, entry: Entry, link: IdeaLink, place: Place): Generator<readonly string[]> {
  const { form } = place.style;
  // An arrow before a link that stands alone says what it was.
  const isOwn = entry.form !== 'row' && link.origin !== 'line';
  if (!isInField(entry) && isOwn && !place.row && (entry.form === 'heading') === (form === 'heading')) {
    const [first = '', ...more] = ownLines(note.lines, entry, place.width);
    // A letter counts in its own list.
    yield [(LETTER.exec(place.style.open)?.[0] ?? '') + first.replace(LETTER, ''), ...more];
  }
  const { description: sentence, footnotes } = link;
  const written = bracketed(note, entry, link);
  if (written !== null) yield bodyOf({ link: written, sentence, footnotes }, place, place.style);
}
