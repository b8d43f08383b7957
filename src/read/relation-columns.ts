import type { Relation } from '../model/vocabulary';
import type { Table } from '../model/table';
import { plainText } from '../markdown/plain-text';
import { withoutComments } from '../markdown/unseen';
import { foldPath } from '../text/note-name';
import { readFieldLinks, type FieldLinks } from './inline-fields';

/** A column whose header says what the links in its cells are. */
export interface RelationColumn {
  readonly column: number;
  readonly relation: Relation;
  /** The header as plain text. */
  readonly title: string;
}

/**
 * The columns of a table that holds links below names of relations and nowhere else: `| Broader | Narrower |`, also those that are still
 * empty. None where a link stands twice: the rows tell of each other then, not of the note.
 */
export function relationColumns(
  { header, body }: Table,
  relationOf: (header: string) => Relation | null,
): readonly RelationColumn[] {
  const seen = new Set<string>();
  const columns: RelationColumn[] = [];
  for (const [column, name] of header.entries()) {
    const links = body.flatMap(({ cells }) => linksInCell(cells[column] ?? ''));
    const isEmpty = links.length === 0;
    if (isEmpty && body.some(({ cells }) => (cells[column] ?? '') !== '')) continue;
    const relation = relationOf(name);
    if (relation === null && isEmpty) continue;
    if (relation === null) return [];
    for (const { target } of links.flatMap(({ opening }) => opening.subjects)) {
      if (seen.has(foldPath(target))) return [];
      seen.add(foldPath(target));
    }
    columns.push({ column, relation, title: plainText(name) });
  }
  return columns;
}

/** The links of a cell, each with all up to the next as what is said of it. */
export function linksInCell(cell: string): readonly FieldLinks[] {
  return cell.includes('[') ? readFieldLinks(withoutComments(cell), { from: 0, to: cell.length }, false) : [];
}
