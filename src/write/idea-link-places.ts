import type { Note } from '../model/note';
import type { Outline, Section } from '../model/outline';
import type { Relation } from '../model/vocabulary';
import { entryEnd, type Entry } from './idea-link-entries';
import { headingFor } from './idea-link-heading';
import { columns, lineEndAt, type NoteLine } from './idea-link-lines';
import { rowText } from './idea-link-row';
import { nextMarker, PLAIN, styleOf, type EntryStyle, type NewEntry } from './idea-link-style';

/** A note taken apart for an edit of its idea lists. */
export interface ListNote {
  readonly text: string;
  readonly lines: readonly NoteLine[];
  readonly note: Note;
  readonly outline: Outline;
  readonly entries: readonly Entry[];
}

/** Where an entry can be added, and how it is written there. */
export interface Place {
  /** Offset in the text. */
  readonly at: number;
  /** What is inserted there for the lines of an entry, the first without its marker. */
  readonly insert: (body: readonly string[]) => string;
  readonly style: EntryStyle;
  /** The list's own way to write an entry that is more than lines: a row. `null` for lines. */
  readonly row: ((entry: NewEntry) => string) | null;
  /** Columns of the marker, by which further lines of an item are indented. */
  readonly width: number;
}

/** The order in which the template has the lists. */
const ORDER: readonly Relation[] = ['upstream', 'downstream', 'direct', 'related', 'source'];

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
    const [link] = entries[0]?.links ?? [];
    return link?.relation === relation && (relation !== 'related' || relationOf(group) !== null);
  });
  const isSource = relation === 'source';
  for (const list of isSource ? [] : [...mine].sort((a, b) => b.entries.length - a.entries.length)) {
    const place = placeBehind(note, list);
    if (place) yield place;
  }
  const model = isSource ? { ...PLAIN, marker: '' } : modelStyle(note, lists);
  for (const section of note.outline.sections) {
    const isFree = isSource || !note.entries.some(({ first }) => first >= section.line && first < section.endLine);
    if (section.key === relation && isFree) yield placeBelow(note, section.endLine - 1, [''], section.quote, model);
  }
  yield placeInNewSection(note, relation, model);
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
    if (entry.form === 'inner' || (before && entry.first <= before.last)) continue;
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
    insert: (body) =>
      written([...Array<string>(blanks).fill(''), ...marked(body, next)], head)
        .map((line) => end + line)
        .join(''),
    style,
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
    yield [at, last, /^\S+\s*/.exec(line.content)?.[0] ?? ''];
  }
}

function marked(body: readonly string[], marker: string): readonly string[] {
  return body.map((line, index) => (index === 0 ? marker + line : line));
}

/** The lines behind the quote marks and the indentation of a line of the note. */
function written(body: readonly string[], { quote, indent }: Pick<NoteLine, 'quote' | 'indent'>): readonly string[] {
  return body.map((line) => (line === '' ? quote.trimEnd() : quote + indent + line));
}

/** A place below a line of the note, with lines of its own before it. */
function placeBelow(note: ListNote, index: number, before: readonly string[], quote: string, style: EntryStyle): Place {
  const { text, lines } = note;
  const line = lines[index];
  const end = line ? lineEndAt(text, line) : '\n';
  const below = lines[index + 1];
  const after = below && below.kind !== 'blank' ? end + quote.trimEnd() : '';
  return {
    at: line?.to ?? 0,
    insert: (body) => {
      const all = written([...before, ...marked(body, style.marker)], { quote, indent: '' });
      return (line ? end : '') + all.join(end) + (line ? after : end);
    },
    style,
    row: null,
    width: columns(style.marker),
  };
}

/** The style of the note's longest list, for a list that begins: numbers from 1. */
function modelStyle(note: ListNote, lists: readonly List[]): EntryStyle {
  const usable = lists.filter(({ entries: [entry] }) => {
    const relation = entry?.links[0]?.relation;
    return relation !== 'source' && entry?.form !== 'row' && entry?.form !== 'footnote';
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

function placeInNewSection(note: ListNote, relation: Relation, model: EntryStyle): Place {
  const { lines, outline } = note;
  const sections = outline.sections.filter(({ key }) => key !== 'source' && ORDER.some((one) => one === key));
  const rank = ORDER.indexOf(relation);
  const nearest = (relations: readonly Relation[]): Section | undefined =>
    relations.flatMap((one) => firstFilled(note, sections, one) ?? [])[0];
  const before = nearest(ORDER.slice(0, rank).reverse());
  const container = sections.find(({ key, level }) => key === 'related' && level > 0);
  const isContainer = container !== undefined && endOf(note, container) === container.line - 1;
  const behind = nearest(ORDER.slice(rank + 1, isContainer ? 3 : 4));
  const heading = headingFor(
    note,
    relation,
    before ?? behind ?? (isContainer ? container : null),
    isContainer && !before && !behind,
  );
  const rule = isRuled(note, sections) ? ['---', ''] : [];
  const parted = [...rule, ...heading, ''];
  if (before) return placeBelow(note, endOf(note, before), ['', ...parted], before.quote, model);
  if (behind) return placeAbove(note, behind.line - 1, heading, behind.quote, model, rule);
  if (isContainer) return placeBelow(note, container.line - 1, ['', ...heading, ''], container.quote, model);
  const stop = outline.sections.find(({ key }) => key === 'source' || key === 'step2' || key === 'step3');
  if (stop) return placeAbove(note, ruleAbove(lines, stop.line - 1), heading, stop.quote, model, []);
  const last = lines.findLastIndex(({ kind, content }) => kind !== 'blank' && content !== '');
  return placeBelow(note, last, last === -1 ? [...heading, ''] : ['', ...heading, ''], '', model);
}

/** The section of the relation, one with entries before one without. */
function firstFilled(note: ListNote, sections: readonly Section[], relation: Relation): Section | undefined {
  const mine = sections.filter(({ key }) => key === relation);
  return mine.find((section) => endOf(note, section) > section.line - 1) ?? mine[0];
}

/** The last line of the section's entries, counted from 0; the heading's own where it has none. */
function endOf({ entries }: ListNote, { line, endLine }: Section): number {
  const inside = entries.filter(({ first }) => first >= line && first < endLine);
  return Math.max(line - 1, ...inside.map(({ last }) => last));
}

/** Whether rules stand between the sections. */
function isRuled(note: ListNote, sections: readonly Section[]): boolean {
  return sections.some((section, index) => {
    const next = sections[index + 1];
    if (!next) return false;
    return note.lines.slice(endOf(note, section) + 1, next.line - 1).some(({ kind }) => kind === 'rule');
  });
}

/** The line of the rule above a line, if nothing else stands between, else the line. */
function ruleAbove(lines: readonly NoteLine[], index: number): number {
  let at = index - 1;
  while (lines[at]?.kind === 'blank') at--;
  return lines[at]?.kind === 'rule' && lines[at]?.depth === lines[index]?.depth ? at : index;
}

/** A place above a line of the note, with a heading before it, and a rule behind it where sections have one. */
function placeAbove(
  note: ListNote,
  index: number,
  heading: readonly string[],
  quote: string,
  style: EntryStyle,
  rule: readonly string[],
): Place {
  const { text, lines } = note;
  const line = lines[index];
  if (!line) throw new Error(`no line ${index + 1} to put a section above`);
  const end = lineEndAt(text, line);
  const apart = index > 0 && lines[index - 1]?.kind !== 'blank' ? [''] : [];
  return {
    at: line.from,
    insert: (body) => {
      const all = [...apart, ...heading, '', ...marked(body, style.marker), '', ...rule];
      return written(all, { quote, indent: '' })
        .map((one) => one + end)
        .join('');
    },
    style,
    row: null,
    width: columns(style.marker),
  };
}

function mostUsual(counts: readonly number[]): number | null {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
