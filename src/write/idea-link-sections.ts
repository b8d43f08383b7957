import type { Section } from '../model/outline';
import type { Relation } from '../model/vocabulary';
import { headingFor } from './idea-link-heading';
import type { NoteLine } from './idea-link-lines';
import { entriesBetween, isInCallout, isInStep, type ListNote } from './idea-link-note';
import { placeAbove, placeBelow, type Place } from './idea-link-place';
import type { EntryStyle } from './idea-link-style';

/** The order in which the template has the lists. */
const ORDER: readonly Relation[] = ['upstream', 'downstream', 'direct', 'related', 'source'];

/** New sections: beside those that the note has, else before its later steps and its sources, else at its end. */
export function* placesInNewSection(note: ListNote, relation: Relation, model: EntryStyle): Generator<Place> {
  const { lines } = note;
  // What stands in a callout or in the text of a step is no neighbour.
  const own = note.outline.sections.filter(({ line }) => !isInCallout(note, line - 1) && !isInStep(note, line - 1));
  const sections = own.filter(({ key }) => key !== 'source' && ORDER.some((one) => one === key));
  const rank = ORDER.indexOf(relation);
  const nearest = (relations: readonly Relation[]): Section | undefined =>
    relations.flatMap((one) => firstFilled(note, sections, one) ?? [])[0];
  const before = nearest(ORDER.slice(0, rank).reverse());
  const container = sections.find(({ key, level }) => key === 'related' && level > 0);
  const isContainer = container !== undefined && endOf(note, container) === container.headEnd - 1;
  const behind = nearest(ORDER.slice(rank + 1, isContainer ? 3 : 4));
  const heading = headingFor(
    note,
    relation,
    before ?? behind ?? (isContainer ? container : null),
    isContainer && !before && !behind,
  );
  const rule = isRuled(note, sections) ? ['---', ''] : [];
  const parted = [...rule, ...heading, ''];
  if (before) {
    yield placeBelow(note, endOf(note, before), ['', ...parted], before.quote, model);
    yield placeBelow(note, before.endLine - 1, ['', ...parted], before.quote, model);
  }
  if (behind) yield placeAbove(note, behind.line - 1, heading, behind.quote, model, rule);
  if (isContainer) {
    yield placeBelow(note, container.headEnd - 1, ['', ...heading, ''], container.quote, model);
    yield placeBelow(note, container.endLine - 1, ['', ...heading, ''], container.quote, model);
  }
  const stop = own.find(({ key }) => key === 'source' || key === 'step2' || key === 'step3');
  if (stop) yield placeAbove(note, ruleAbove(lines, stop.line - 1), heading, stop.quote, model, []);
  const last = lines.findLastIndex(({ kind, content }) => kind !== 'blank' && content !== '');
  yield placeBelow(note, last, last === -1 ? [...heading, ''] : ['', ...heading, ''], '', model);
  // Below the heads of old messages, and below a code block that is never closed, all is theirs.
  const unclosed = note.outline.unclosed.find(({ depth }) => depth === 0);
  const closed = Math.min(unclosed?.line ?? Infinity, note.note.turns[0]?.line ?? Infinity) - 1;
  const isBelowText = lines
    .slice(0, closed)
    .some(({ kind, closedBy }) => kind !== 'blank' && closedBy !== 'frontmatter');
  if (isBelowText && closed < lines.length) yield placeAbove(note, closed, heading, '', model, []);
}

/** The section of the relation, one with entries before one without. */
function firstFilled(note: ListNote, sections: readonly Section[], relation: Relation): Section | undefined {
  const mine = sections.filter(({ key }) => key === relation);
  return mine.find((section) => endOf(note, section) > section.headEnd - 1) ?? mine[0];
}

/** The last line of the section's entries, counted from 0; the heading's own where it has none. */
function endOf(note: ListNote, { line, headEnd, endLine }: Section): number {
  return entriesBetween(note, line, endLine).reduce((end, { last }) => Math.max(end, last), headEnd - 1);
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
