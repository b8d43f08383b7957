import type { Section } from '../model/outline';
import type { Relation } from '../model/vocabulary';
import { entryEnd, type Entry } from './idea-link-entries';
import { columns, lineEndAt, type NoteLine } from './idea-link-lines';
import { entriesBetween, isInCallout, isInStep, type ListNote } from './idea-link-note';
import { marked, placeBelow, written, type Place } from './idea-link-place';
import { rowText } from './idea-link-row';
import { placesInNewSection } from './idea-link-sections';
import { nextMarker, PLAIN, styleOf, type EntryStyle } from './idea-link-style';

/**
 * The places for an entry of this relation, the best first: at the end of the longest list, below a heading that has none, in a new
 * section. `relationOf` says what a heading means.
 */
export function* placesFor(
  note: ListNote,
  relation: Relation,
  relationOf: (heading: string) => Relation | null,
): Generator<Place> {
  const lists = listsOf(note);
  // Links that nothing introduces count as related, too: they are no list to add to.
  const mine = lists.filter(({ group, entries }) => {
    const [entry] = entries;
    const link = entry?.links[0];
    // Nor is there one below a line with a label.
    const isLine = link?.origin === 'line' || (link?.origin === 'label' && entry?.form === 'paragraph');
    return link?.relation === relation && !isLine && (relation !== 'related' || relationOf(group) !== null);
  });
  for (const list of mine.sort((a, b) => rankOf(note, a) - rankOf(note, b) || b.entries.length - a.entries.length)) {
    const place = placeBehind(note, list);
    if (place) yield place;
  }
  const model = modelStyle(note, lists);
  for (const section of note.outline.sections) {
    if (section.key !== relation) continue;
    if (entriesBetween(note, section.line, section.endLine).length === 0)
      yield* placeInSection(note, section, relation, model);
  }
  yield* placesInNewSection(note, relation, model);
}

/** The places for a footnote's definition where no list of them stands: at the end of the sources, in a section of their own. */
export function* placesForDefinition(note: ListNote): Generator<Place> {
  const style = { ...PLAIN, marker: '' };
  for (const section of note.outline.sections) yield* placeInSection(note, section, 'source', style);
  yield* placesInNewSection(note, 'source', style);
}

/** So many places are tried, each with what the note would say then, before none is found to do: those behind them are no better. */
const MOST_PLACES = 24;

/** The first of what is tried. */
export function* firstOf<T>(all: Iterable<T>): Generator<T> {
  let count = 0;
  for (const one of all) {
    if (count++ === MOST_PLACES) return;
    yield one;
  }
}

/** Below what the section of the relation holds. A callout without a list is none of the note's own sections. */
function* placeInSection(note: ListNote, section: Section, relation: Relation, style: EntryStyle): Generator<Place> {
  if (section.key !== relation || isInCallout(note, section.line - 1)) return;
  yield placeBelow(note, section.endLine - 1, [''], section.quote, style);
}

/** The note's own lists come before those in its text, and those before what stands in a chat. */
function rankOf(note: ListNote, { entries }: List): number {
  const first = entries[0]?.first ?? 0;
  const head = note.lines[note.lines[first]?.callout ?? -1];
  if (head && /^\[!nexus_/i.test(head.content)) return 2;
  return isInStep(note, first) ? 1 : 0;
}

/** A run of entries of one relation, form and indentation, nothing but text between. */
interface List {
  readonly group: string;
  readonly entries: Entry[];
}

function listsOf({ lines, entries }: ListNote): readonly List[] {
  const lists: List[] = [];
  let before: Entry | null = null;
  for (const entry of entries) {
    // What stands inside another entry is no part of its list.
    if (entry.form === 'inner' || entry.form === 'property' || (before && entry.first <= before.last)) continue;
    const list = lists.at(-1);
    if (list && before && isOneList(lines, before, entry)) list.entries.push(entry);
    else lists.push({ group: entry.links[0]?.group ?? '', entries: [entry] });
    before = entry;
  }
  return lists;
}

function isOneList(lines: readonly NoteLine[], a: Entry, b: Entry): boolean {
  const [one, other] = [lines[a.first], lines[b.first]];
  const [link, next] = [a.links[0], b.links[0]];
  return (
    a.form === b.form &&
    link?.relation === next?.relation &&
    link?.group === next?.group &&
    one?.quote === other?.quote &&
    one?.indent === other?.indent &&
    (a.form === 'heading' ||
      !lines.slice(a.last + 1, b.first).some(({ kind }) => kind === 'heading' || kind === 'rule'))
  );
}

function placeBehind(note: ListNote, { entries }: List): Place | null {
  const { text, lines } = note;
  const entry = entries.at(-1);
  const head = entry && lines[entry.first];
  if (!entry || !head) return null;
  const style = styleOf(entries, note.entries);
  const table = note.note.tables.find(({ line, endLine }) => entry.first >= line - 1 && entry.first < endLine);
  const [last, marker] = entry.form === 'item' ? lastItem(lines, entry) : [entry.last, entry.marker];
  const at = lines[table ? table.endLine - 1 : last];
  if (!at) return null;
  const gap = entries.slice(1).map(({ first }, index) => first - (entries[index]?.last ?? first) - 1);
  const blanks = mostUsual(gap) ?? (entry.form === 'paragraph' || entry.form === 'heading' ? 1 : 0);
  const end = lineEndAt(text, at);
  const next = nextMarker(marker, entries.at(-2)?.marker ?? null);
  return {
    at: at.to,
    insert: (body, own = next) =>
      written([...Array<string>(blanks).fill(''), ...marked(body, own)], head)
        .map((line) => end + line)
        .join(''),
    style,
    behind: entry,
    row: table ? (added) => rowText(table, head, entry, added, style) : null,
    width: columns(next),
  };
}

/** The last item of an entry's list, links or not, as the number of its last line and its marker. */
function lastItem(lines: readonly NoteLine[], entry: Entry): readonly [last: number, marker: string] {
  let { last, marker } = entry;
  for (const [first, end, mark] of itemsBehind(lines, entry)) {
    if (!/\d/.test(mark) && first > last + 1) break;
    [last, marker] = [end, mark];
  }
  return [last, marker];
}

/** The items behind an entry that go on with its list: first line, last line, marker. */
export function* itemsBehind(
  lines: readonly NoteLine[],
  entry: Entry,
): Generator<readonly [first: number, last: number, marker: string]> {
  const head = lines[entry.first];
  let { last } = entry;
  for (;;) {
    let at = last + 1;
    while (lines[at]?.kind === 'blank' && lines[at]?.depth === head?.depth) at++;
    const line = lines[at];
    if (line?.kind !== 'item' || line.depth !== head?.depth || columns(line.indent) !== columns(head.indent)) return;
    last = entryEnd(lines, at, 'item', () => false);
    yield [at, last, line.marker];
  }
}

/** The style of the note's longest list, for a list that begins: numbers from 1. */
function modelStyle(note: ListNote, lists: readonly List[]): EntryStyle {
  const usable = lists.filter(({ entries: [entry] }) => {
    const [link] = entry?.links ?? [];
    // A line of its own is no list.
    const isList = link?.origin === 'list' || link?.origin === 'heading';
    return isList && link.relation !== 'source' && entry?.form !== 'row' && entry?.form !== 'footnote';
  });
  const [longest] = usable.sort((a, b) => weight(b) - weight(a));
  if (!longest) return PLAIN;
  const style = styleOf(longest.entries, note.entries);
  return { ...style, marker: style.marker.replace(/\d+/, '1') };
}

/** Directed lists are what a section of ideas looks like; others only stand in for them. */
function weight({ entries }: List): number {
  return entries[0]?.links[0]?.relation === 'related' ? entries.length : entries.length * 1000;
}

function mostUsual(counts: readonly number[]): number | null {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
