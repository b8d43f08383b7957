import type { Table } from '../model/table';
import type { Entry } from './idea-link-entries';
import type { NoteLine } from './idea-link-lines';
import { entryText, type EntryStyle, type NewEntry } from './idea-link-style';
import { cellText, readRow } from './table-lines';
import { tableCell } from './table-markdown';

/** A table row that lists an idea as the row of `entry` does. */
export function rowText(table: Table, line: NoteLine, entry: Entry, added: NewEntry, style: EntryStyle): string {
  const raw = line.quote + line.indent + line.content;
  const row = readRow(raw);
  const written = row.cells.map((span) => cellText(row, span));
  const column = row.cells.findIndex(({ to }) => entry.read.link.from - line.from < to);
  const isLast = column >= table.header.length - 1;
  const cells = table.header.map((_, index) => {
    const before = written[index] ?? '';
    if (index < column) return /^\d+$/.test(before) ? String(Number(before) + 1) : '';
    if (index === column) return entryText(isLast ? added : { ...added, sentence: '' }, style).trim();
    return index === column + 1 ? added.sentence : '';
  });
  const [open, close] = [raw.slice(row.prefix.length).startsWith('|') ? '| ' : '', row.closed ? ' |' : ''];
  return open + cells.map((cell) => tableCell(cell)).join(' | ') + close;
}
