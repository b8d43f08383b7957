import { linksIn } from '../markdown/written-links';
import type { IdeaLink } from '../model/note';
import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { LETTER_OR_DIGIT } from '../text/letters';
import type { Entry } from './idea-link-entries';
import type { ListNote } from './idea-link-note';
import { withoutJoined } from './joined-links';
import { cellText, readRow } from './table-lines';

/** Whether an entry stands in a cell below the name of a relation, which holds links as a field does. */
export const isInCell = ({ links: [link], read: { field } }: Entry): boolean =>
  link?.origin === 'row' && field !== null;

/** Whether a table has no other row than an entry's: then its cells are where the note keeps its links. */
export function isInOnlyRow({ note: { tables } }: ListNote, { first }: Entry): boolean {
  return tables.some(({ body: [row, ...others] }) => row?.line === first + 1 && others.length === 0);
}

/** A link with the emphasis that is its own. */
export function emphasized(text: string, { from, to }: Span): Span {
  const marks = /[*_~=]*$/.exec(text.slice(Math.max(0, from - 3), from))?.[0] ?? '';
  return text.startsWith(marks, to) ? { from: from - marks.length, to: to + marks.length } : { from, to };
}

/** What goes with a link of a cell: what is said of it, and its emphasis. */
function partOf(text: string, { read: { whole }, links }: Entry, own: Span): Span {
  const { from, to } = emphasized(text, own);
  return { from, to: links.length === 1 ? Math.max(to, whole.to) : to };
}

/** The change that takes a link that is joined to no other as an equal out of its cell, with what joins it to the others; `null` where words would be left alone. */
export function withoutCellLink(text: string, entry: Entry): TextChange | null {
  const { link, field } = entry.read;
  const { value } = field ?? { value: link };
  const part = partOf(text, entry, link);
  const [before, behind] = [text.slice(value.from, part.from), text.slice(part.to, value.to)];
  if (!LETTER_OR_DIGIT().test(before + behind)) return { ...value, insert: '' };
  const isLeft = linksIn(behind).length === 0 && linksIn(before).length === 0;
  return isLeft ? null : withoutJoined(text, value, part);
}

/** The ways to put a link of a cell, with what is said of it, into another cell of its row: the reader knows what each says. */
export function* addedToCells(
  { text, lines }: ListNote,
  entry: Entry,
  { line: number }: IdeaLink,
  own: Span,
): Generator<TextChange> {
  const line = lines[number - 1];
  const { value = own } = entry.read.field ?? {};
  if (!line) return;
  const { from, to } = partOf(text, entry, own);
  const row = readRow(text.slice(line.from, line.to));
  const said = text.slice(from, to);
  for (const cell of row.cells) {
    const at = line.from + cell.to;
    if (line.from + cell.from === value.from) continue;
    const joint = /\]\](\s*(?:[,;·]|<br ?\/?>(?:\s*[-–*•](?=\s))?)\s*)\[\[/.exec(cellText(row, cell))?.[1] ?? ', ';
    if (cell.from < cell.to) {
      yield { from: at, to: at, insert: joint + said };
      // What is said of the last of several would be said of all.
      const start = line.from + cell.from;
      yield { from: start, to: start, insert: said + joint };
    } else {
      const blanks = row.line.slice(0, cell.from).length - row.line.slice(0, cell.from).trimEnd().length;
      const start = blanks > 1 ? at - blanks + 1 : at;
      const insert = blanks > 1 ? said : blanks === 1 ? `${said} ` : ` ${said} `;
      yield { from: start, to: start, insert };
    }
  }
}
