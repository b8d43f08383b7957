import type { FrontmatterField } from '../markdown/frontmatter-scan';
import { linksIn } from '../markdown/written-links';
import { applyChanges } from '../model/apply-changes';
import type { IdeaLink, PlacedNote } from '../model/note';
import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { DOWN_ARROWS, UP_ARROWS } from '../model/link-arrows';
import type { Relation } from '../model/vocabulary';
import { fieldNames } from '../model/words';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { LETTER_OR_DIGIT } from '../text/letters';
import { fitsWikilink } from '../text/note-link';
import { decodePercent } from '../text/percent';
import { foldField } from './frontmatter-fields';
import { withoutArrow } from './idea-link-arrows';
import { emphasized, isInCell, isInOnlyRow, withoutCellLink } from './idea-link-cells';
import { entryEnd, type Entry } from './idea-link-entries';
import { lineEndAt } from './idea-link-lines';
import { isInCallout, isInStep, type LinkReading, type ListNote, type PropertyNames } from './idea-link-note';
import { withoutLines, writtenLink } from './idea-link-removal';
import { withoutJoined } from './joined-links';
import { Properties, type PropertyChanges } from './property-values';
import { yamlText } from './yaml';

/** What properties for ideas are called unless the user says otherwise, and where first ideas go. */
export const PROPERTY_NAMES: PropertyNames = {
  isFirst: false,
  names: { upstream: ['up'], downstream: ['down'], direct: ['direct'], related: ['related'], source: ['source'] },
};

/** Whether an entry is written in a field or behind a label, or beside others of which nothing is said: what goes is no line. */
export function isInField({ form, links: [link, ...others], read: { field } }: Entry): boolean {
  const isLabel = link?.origin === 'label' && (others.length > 0 || (form === 'paragraph' && link.description === ''));
  const isField = field !== null && (others.length > 0 || form === 'paragraph');
  // A footnote is quoted by what cites it, with all that it says.
  const isBare =
    form !== 'footnote' && link?.origin === 'list' && link.description === '' && link.footnotes.length === 0;
  const isBeside = others.length > 0 && (isBare || link?.origin === 'line');
  return form === 'property' || form === 'inner' || isLabel || isField || isBeside;
}

/** Whether all lines of an entry hold nothing but its link, and the label before it that says its relation. */
export function isLinkAlone({ text, lines }: ListNote, { last, read, links: [first] }: Entry): boolean {
  const { marker, link, introducer } = read;
  const isLabel = introducer && first?.origin === 'label' && introducer.from >= marker.to;
  const label = isLabel ? introducer : { from: marker.to, to: marker.to };
  const before = text.slice(marker.to, label.from) + text.slice(label.to, link.from);
  return !LETTER_OR_DIGIT().test(before + text.slice(link.to, lines[last]?.to));
}

/** Whether an entry is one of a list that another entry can be put below. */
export function isInList({ form, links: [link] }: Entry): boolean {
  const { origin } = link ?? {};
  return origin === 'list' || origin === 'heading' || (origin === 'row' && form === 'row');
}

/**
 * The changes that take a link out of its field, or from behind its label; the field goes with its last link. `keepsRules`: an empty
 * frontmatter stays. `null` where more than the link would go.
 */
export function withoutLink(note: ListNote, entry: Entry, link: IdeaLink, keepsRules: boolean): PropertyChanges {
  const { text, lines } = note;
  const { read, links, form } = entry;
  const { field } = read;
  const properties = form === 'property' ? new Properties(text) : null;
  if (properties) {
    const found = field && properties.at(field.key.from);
    return found ? properties.removed(found, field.item, read.link, keepsRules) : null;
  }
  const one = (change: TextChange | null): PropertyChanges => change && [change];
  const line = lines[link.line - 1];
  if (!line) return null;
  const content = { from: line.to - line.content.length + line.marker.length, to: line.to };
  const own = linkIn(text, entry, link);
  const ofLine = field ? null : withoutArrow(text, content, own);
  if (ofLine) return [ofLine];
  if (links.length > 1) return one(withoutJoined(text, read.link, emphasized(text, own)));
  if (isInCell(entry)) return one(withoutCellLink(text, entry));
  const index = link.line - 1;
  const isLast = entryEnd(lines, index, 'item', () => false) === index;
  const ownLine = (): PropertyChanges => {
    const [cut = null] = line.marker === '' || isLast ? withoutLines(note, [{ first: index, last: index }], []) : [];
    return cut;
  };
  if (field === null) {
    // Without its label and its link a heading says nothing.
    const isHeading = line.kind === 'heading' && /^[#\s]*$/.test(text.slice(line.from, read.whole.from));
    return form === 'paragraph' || isHeading ? ownLine() : one(withoutLabel(note, entry, content));
  }
  if (read.whole.from > field.value.from || read.whole.to < field.value.to) {
    return one(withoutJoined(text, field.value, read.whole));
  }
  const before = text.slice(content.from, field.whole.from);
  const behind = text.slice(field.whole.to, content.to);
  if ((before + behind).trim() === '') return ownLine();
  if (field.form === 'line') return one(withoutJoined(text, content, field.whole));
  const space = before.trim() === '' ? 0 : before.length - before.trimEnd().length;
  const next = space > 0 ? 0 : behind.length - behind.trimStart().length;
  return [{ from: field.whole.from - space, to: field.whole.to + next, insert: '' }];
}

/** Takes a label with its one link out of a line of several. */
function withoutLabel({ text, entries }: ListNote, { read, links: [link] }: Entry, line: Span): TextChange | null {
  const { whole, introducer } = read;
  if (link?.origin !== 'label' || !introducer || link.description !== '' || link.footnotes.length > 0) return null;
  const label = text.slice(whole.from, read.link.from).replace(text.slice(introducer.from, introducer.to), '');
  if (LETTER_OR_DIGIT().test(label)) return null;
  const next = entries.find((one) => one.read.whole.from > whole.from && one.read.whole.from < whole.to);
  const to = next ? next.read.whole.from : read.link.to;
  // What stands right behind the link before it parts the two.
  const before = text.slice(line.from, whole.from);
  if (before !== '') return { from: next ? whole.from : line.from + before.trimEnd().length, to, insert: '' };
  return withoutJoined(text, line, { from: whole.from, to: emphasized(text, read.link).to });
}

/** Where one of an entry's links stands. */
export function linkIn(text: string, { read, links }: Entry, link: IdeaLink): Span {
  const found = linksIn(text.slice(read.link.from, read.link.to))[links.indexOf(link)];
  return found ? { from: read.link.from + found.from, to: read.link.from + found.to } : read.link;
}

/** A link with its brackets as another place is to have it; `null` for one that is written in a way of its own. */
export function bracketed({ text, note }: ListNote, entry: Entry, link: IdeaLink): string | null {
  const { from, to } = linkIn(text, entry, link);
  const written = text.slice(from, to);
  if (note.markdownLinks.includes(link)) return /["'\\\n]/.test(written) ? null : written;
  return `[[${writtenLink(link)}]]`;
}

/** Whether a property can hold a link: in properties Obsidian follows wikilinks alone. */
export function fitsProperty(link: string): boolean {
  const [read] = linksIn(link);
  return read?.kind !== 'markdown' || fitsWikilink(decodePercent(read.target).replace(/\.md$/i, ''));
}

/** The properties that hold these entries, or have one of these names: those with a name first. */
export function propertiesFor(
  properties: Properties,
  entries: readonly Entry[],
  names: readonly string[],
): readonly FrontmatterField[] {
  const keys = new Set(entries.map(({ form, read: { field } }) => form === 'property' && field?.key.from));
  const own = new Set(names.map(foldField));
  const isNamed = ({ name }: FrontmatterField): boolean => own.has(foldField(name));
  return properties.all
    .filter((field) => keys.has(field.key.from) || (isNamed(field) && properties.fields.includes(field)))
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

const ARROW = lazyPattern(`${UP_ARROWS}|${DOWN_ARROWS}`);
const TELLING = lazily(() => new RegExp(`^(?:${fieldNames().telling})`));

/**
 * The ways to add a link, with its brackets, to the properties, fields and labels that hold ideas of its relation, the best first.
 * A name that says more than `related`, such as `next` or one that is not known, says that of no other idea.
 */
export function* addedToFields(
  note: ListNote,
  relation: Relation,
  link: string,
  { properties: { names } = PROPERTY_NAMES, relationOf }: LinkReading,
): Generator<readonly TextChange[]> {
  const { text, entries, lines } = note;
  const own = new Set(['x', ...names[relation]].map(foldField));
  const mayHoldMore = ({ group }: IdeaLink): boolean =>
    relation !== 'related' ||
    own.has(foldField(group)) ||
    (relationOf(group) !== null && !TELLING().test(`${fold(group)} `));
  const mine = entries.filter(({ links: [first] }) => first?.relation === relation && mayHoldMore(first));
  const properties = new Properties(text);
  for (const field of fitsProperty(link) ? propertiesFor(properties, mine, names[relation]) : []) {
    const changes = properties.added(field, [link]);
    if (changes) yield changes;
  }
  for (const entry of mine) {
    const { read, links, form } = entry;
    const [first] = links;
    const line = (first?.line ?? 1) - 1;
    const isLabel = first?.origin === 'label' && (form === 'paragraph' || form === 'inner') && first.description === '';
    const isBefore =
      first?.origin === 'line' && ARROW().test(text.slice(read.whole.from, read.link.from).replace(TO_PARTED, ''));
    const behind = first?.origin === 'line' && !isBefore ? arrowBehind(text, read.link, lines[line]) : null;
    const isArrow = isBefore || behind !== null;
    if (isInCell(entry) && !isInOnlyRow(note, entry)) continue;
    if (form === 'property' || !(read.field || isLabel || isArrow) || isInStep(note, line) || isInCallout(note, line))
      continue;
    const hasOn = (other: number): boolean => isArrow && mine.some((one) => one.first === other);
    // Where each has a line of its own, the new one has one below the last.
    if (hasOn(line + 1)) continue;
    const whole = lines[line];
    if (whole && hasOn(line - 1)) {
      const copy = text.slice(whole.from, read.link.from) + link + text.slice(read.link.to, whole.to);
      yield [{ from: whole.to, to: whole.to, insert: lineEndAt(text, whole) + copy }];
    }
    const at = read.field?.value.to ?? (isArrow ? emphasized(text, read.link) : read.link).to;
    const [one, two] = linksIn(text.slice(read.link.from, read.link.to)).slice(-2);
    const joint = one && two ? text.slice(read.link.from + one.to, read.link.from + two.from) : (behind ?? ', ');
    // Emphasis is of each link, not of what joins them.
    const insert = joint.replace(/[*_~=]+/g, '') + link;
    yield [{ from: at, to: at, insert }];
  }
}

/** What parts links of which each has its arrow behind it; and what stands before the last such sign. */
const PARTED = /[|·•]/;
const TO_PARTED = /^[^]*[|·•]/;

/** The arrow right behind a link, with what parts it from the next one; `null` where none stands there. */
function arrowBehind(text: string, link: Span, line: Span | undefined): string | null {
  const { to } = emphasized(text, link);
  const [behind = ''] = /^[^[]*/.exec(text.slice(to, line?.to)) ?? [];
  if (!ARROW().test(behind.split(PARTED, 1).join('')) || LETTER_OR_DIGIT().test(behind)) return null;
  if (PARTED.test(behind)) return behind.replace(/[*_~=]+$/, '');
  const [parted = ' · '] = /[^\S\n]*[|·•][^\S\n]*/.exec(text.slice(line?.from, to)) ?? [];
  return behind.trimEnd() + parted;
}

/** Whether a first idea of a relation goes into a property: as the note keeps its other ideas, else as the user wants it. */
export function prefersProperty(
  note: ListNote,
  relation: Relation,
  relationOf: LinkReading['relationOf'],
  { isFirst }: PropertyNames,
): boolean {
  if (note.outline.sections.some(({ key }) => key === relation)) return false;
  return hasOwnLists(note, relationOf) ? hasProperties(note) && isFirst : hasProperties(note) || isFirst;
}

/** Whether a note keeps ideas in properties. */
export const hasProperties = ({ entries }: ListNote): boolean => entries.some(({ form }) => form === 'property');

/** A field of its own for a first idea, where the note keeps its ideas in fields and in no list. */
export function fieldBegun(
  note: ListNote,
  relation: Relation,
  link: string,
  { properties: { names } = PROPERTY_NAMES, relationOf }: LinkReading,
): PropertyChanges {
  const { entries, outline } = note;
  if (hasOwnLists(note, relationOf) || outline.sections.some(({ key }) => key === relation)) return null;
  const last = entries.findLast(
    ({ first, form, read: { field } }) =>
      field?.form === 'line' && form !== 'property' && !isInStep(note, first) && !isInCallout(note, first),
  );
  return last ? fieldBelow(note, last, names[relation][0] ?? relation, link) : null;
}

/** Whether a note has lists of ideas: links that nothing introduces are none. */
function hasOwnLists({ entries }: ListNote, relationOf: LinkReading['relationOf']): boolean {
  const isOwn = ({ relation, group }: IdeaLink): boolean => relation !== 'related' || relationOf(group) !== null;
  return entries.some((entry) => isInList(entry) && entry.links.some(isOwn));
}

/** Whether a property holds ideas of a relation. */
export function holdsInProperty({ entries }: ListNote, relation: Relation): boolean {
  return entries.some(({ form, links: [link] }) => form === 'property' && link?.relation === relation);
}

/** The changes that give a field which holds this link alone the name of another relation. */
export function renamedField({ text }: ListNote, entry: Entry, name: string): PropertyChanges {
  const { field, whole } = entry.read;
  if (!field || entry.links.length > 1) return null;
  const properties = new Properties(text);
  const found = entry.form === 'property' ? properties.at(field.key.from) : null;
  if (found && properties.has(name, found)) return null;
  const isOnly = found
    ? properties.isOnly(found, field.item)
    : whole.from <= field.value.from && whole.to >= field.value.to;
  return isOnly ? [{ ...field.key, insert: found ? yamlText(name) : name }] : null;
}

/** A line of its own for a field, below the line of one that an entry stands in. */
export function fieldBelow({ text, lines }: ListNote, entry: Entry, name: string, link: string): PropertyChanges {
  const line = lines[entry.first];
  if (entry.read.field?.form !== 'line' || !line) return null;
  const start = `${lineEndAt(text, line)}${line.quote}${line.indent}${line.marker}`;
  return [{ from: line.to, to: line.to, insert: `${start}${name}:: ${link}` }];
}

/** Whether after an edit nothing in the frontmatter says something else but the properties that hold ideas, and those by their links. */
export function keepsProperties(before: ListNote, after: PlacedNote, changes: readonly TextChange[]): boolean {
  const text = applyChanges(before.text, changes);
  const [was, is] = [new Properties(before.text), new Properties(text)];
  const ideas = new Set([before.note, after].flatMap(({ entries }) => entries.map(({ links: [one] }) => one?.group)));
  const said = (whole: string, { all }: Properties): string =>
    JSON.stringify(
      all.flatMap(({ name, from, to, values }, index) => {
        // What a property holds is compared by itself.
        if ((all[index + 1]?.from ?? to) < to) return [];
        if (!ideas.has(name)) return [[name, whole.slice(from, to)]];
        return values.filter((value) => !/\[\[|\]\(/.test(value.text)).map((value) => [name, value.text]);
      }),
    );
  return said(before.text, was) === said(text, is) && (is.isClear || !was.isClear) && is.unread <= was.unread;
}
