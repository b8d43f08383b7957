import type { IdeaLink } from '../model/note';
import type { Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { firstIndex } from '../text/first-index';
import { Intervals } from '../text/intervals';
import { entryEnd, type Entry } from './idea-link-entries';
import { columns, lineEndAt, type NoteLine } from './idea-link-lines';
import { entriesBetween, type ListNote } from './idea-link-note';
import { itemsBehind } from './idea-link-places';

/** Lines of a note, from 0, both inclusive. */
type LineSpan = Pick<Entry, 'first' | 'last'>;

/** The last line of the entry or footnote that begins at a line. */
export function blockEnd({ byLine, lines }: ListNote, first: number): number {
  const found = byLine[firstIndex(byLine, (entry) => entry.first >= first)];
  return (found?.first === first ? found.last : null) ?? entryEnd(lines, first, 'footnote', () => false);
}

/**
 * The lines that go with an entry: its own, its heading stays and waits. Where the heading would be read as a part of what stands
 * above it, of a step, say, it goes along with the only entry that it has.
 */
export function* linesToGo({ entries, lines, outline }: ListNote, entry: Entry): Generator<readonly LineSpan[]> {
  yield [entry];
  const isIn = ({ first }: Entry, { line, endLine }: Section): boolean => first >= line && first < endLine;
  const section = outline.sections.findLast((one) => one.set === 0 && isIn(entry, one));
  const isAlone = section && entries.every((one) => one === entry || !isIn(one, section));
  if (isAlone && lines.slice(section.line, entry.first).every(({ kind }) => kind === 'blank')) {
    yield [{ first: section.line - 1, last: entry.last }];
  }
}

/**
 * The changes that take these lines out of the note, with the blank lines they leave behind, and `others` outside them; then those
 * that leave a blank line where none parts what stands above from what stands below.
 */
export function* withoutLines(
  note: ListNote,
  spans: readonly LineSpan[],
  others: readonly TextChange[],
): Generator<readonly TextChange[]> {
  const cuts: { from: number; to: number }[] = [];
  for (const cut of spans.map((span) => cutOf(note, span)).sort((a, b) => a.from - b.from)) {
    const before = cuts.at(-1);
    if (before && cut.from <= before.to) before.to = Math.max(before.to, cut.to);
    else cuts.push(cut);
  }
  const inside = new Intervals(cuts.map(({ from, to }) => ({ first: from, last: to - 1 })));
  const outside = others.filter(({ from }) => !inside.hold(from));
  for (const blanks of [cuts.map(() => ''), cuts.map((cut) => blankFor(note, cut))]) {
    const gone = cuts.map((cut, index) => ({ ...cut, insert: blanks[index] ?? '' }));
    yield [...gone, ...outside].sort((a, b) => a.from - b.from);
  }
}

/** A blank line for what is cut out, or what stood above and below it would become one: a quote, a heading and its underline. */
function blankFor({ text, lines }: ListNote, cut: { readonly from: number; readonly to: number }): string {
  const at = firstIndex(lines, ({ from }) => from >= cut.from);
  const [above, first] = [lines[at - 1], lines[at]];
  const below = lines[firstIndex(lines, ({ from }) => from >= cut.to)];
  if (first?.from !== cut.from || below?.from !== cut.to || !above || above.kind === 'blank' || below.kind === 'blank')
    return '';
  return first.quote.trimEnd() + lineEndAt(text, first);
}

/** What is cut out with some lines: of the blank lines before and behind them the fewer, for the others part what is left. */
function cutOf(note: ListNote, { first, last }: LineSpan): { from: number; to: number } {
  const { text, lines } = note;
  let above = first;
  while (lines[above - 1]?.kind === 'blank' && lines[above - 1]?.depth === lines[first]?.depth) above--;
  let below = last;
  while (lines[below + 1]?.kind === 'blank' && lines[below + 1]?.depth === lines[first]?.depth) below++;
  // The next entry takes this one's place.
  const isFollowed = entriesBetween(note, below + 1, below + 2).some(({ form }) => form !== 'heading');
  if (isFollowed || first === 0 || (lines[below + 1] && below - last < first - above)) above = first;
  else below = last;
  const from = lines[above];
  const to = lines[below + 1];
  if (to) return { from: from?.from ?? 0, to: to.from };
  // The note's last line: the line break before it goes.
  return { from: lines[above - 1]?.to ?? 0, to: text.length };
}

/** The changes by which the items behind a numbered one close up, as far as their numbers go on from its own. */
export function renumberItems(lines: readonly NoteLine[], entry: Entry): readonly TextChange[] {
  let number = entry.form === 'item' ? numberOf(entry.marker) : null;
  const changes: TextChange[] = [];
  if (number === null) return changes;
  for (const [first, , marker] of itemsBehind(lines, entry)) {
    const line = lines[first];
    if (!line || numberOf(marker) !== number + 1) break;
    const from = line.to - line.content.length;
    changes.push({ from, to: from + String(number + 1).length, insert: String(number) });
    number++;
  }
  return changes;
}

function numberOf(marker: string): number | null {
  const digits = /^\d+/.exec(marker)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** Where an offset of the text after the changes stands in the text before them. */
export function offsetBefore(changes: readonly TextChange[], offset: number): number {
  let shift = 0;
  for (const { from, to, insert } of changes) {
    if (offset <= from + shift) break;
    shift += insert.length - (to - from);
  }
  return offset - shift;
}

/** The lines of an entry as they stand, without marker and quote marks, for a list whose markers are `width` columns wide. */
export function ownLines(lines: readonly NoteLine[], { first, last, marker }: Entry, width: number): readonly string[] {
  const head = lines[first];
  const margin = columns(head?.indent ?? '') + columns(marker);
  return lines.slice(first, last + 1).map(({ indent, content }, index) => {
    if (index === 0) return content.slice(marker.length);
    if (content === '' || indent === '') return content;
    return ' '.repeat(Math.max(0, columns(indent) - margin) + width) + content;
  });
}

/** A link as it stands between its brackets. */
export function writtenLink({ target, heading, alias }: IdeaLink): string {
  return `${target}${heading === '' ? '' : `#${heading}`}${alias === '' ? '' : `|${alias}`}`;
}
