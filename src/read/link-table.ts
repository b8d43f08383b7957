import type { Table, TableRow } from '../model/table';
import { withoutComments } from '../markdown/unseen';
import { headRow, linkColumn, saysMore } from './link-column';
import { isDirected, ListContext, type LinkContext } from './link-context';
import type { FoundEntry } from './link-entries';
import { linksInCell, relationColumns, type RelationColumn } from './relation-columns';
import { cellSpans, CELLS_JOIN, rowSpans, type RowPlace } from './row-spans';
import { readOpening } from './subject';

/** A longer cell names no relation. */
const LONGEST_LABEL = 40;

/**
 * The links of a table whose first telling column holds them, or whose columns are named as relations; `places` says where its rows
 * stand in `text`, if that is asked for.
 */
export function readLinkTable(
  text: string,
  table: Table,
  places: readonly RowPlace[],
  context: LinkContext,
): readonly FoundEntry[] {
  const above = context.listContext();
  const columns = isDirected(above.relation)
    ? []
    : relationColumns(table, (header) => context.relationOfColumn(header));
  return columns.length > 1
    ? readColumns(text, table, places, columns)
    : readRows(text, table, places, context, columns[0]);
}

/** The cells below names of relations. */
function readColumns(
  text: string,
  table: Table,
  places: readonly RowPlace[],
  columns: readonly RelationColumn[],
): readonly FoundEntry[] {
  return table.body.flatMap(({ line, cells }, index) =>
    columns.flatMap(({ column, relation, title }) => {
      const listContext = new ListContext(relation, title, [], null);
      const cell = cells[column] ?? '';
      const place = places[index];
      return linksInCell(cell).map(({ opening, end }): FoundEntry => ({
        line,
        form: 'row',
        origin: 'row',
        opening,
        listContext,
        raw: cell.slice(opening.end, end).trim(),
        spans: place === undefined ? null : cellSpans(text, place, column, opening, end),
      }));
    }),
  );
}

/** The rows whose link stands in one column: `named` where its header says what the links are. */
function readRows(
  text: string,
  table: Table,
  places: readonly RowPlace[],
  context: LinkContext,
  named: RelationColumn | undefined,
): readonly FoundEntry[] {
  const above = context.listContext();
  const listContext = named === undefined ? above : new ListContext(named.relation, named.title, [], null);
  const own = named?.column ?? linkColumn(table, listContext.relation !== null);
  const mayBeLabelled = !(named || own === 0 || isDirected(above.relation));
  const head = mayBeLabelled ? headRow(table, (label) => context.relationOf(label) !== null) : [];
  const rows = [...head, ...table.body];
  const labels = mayBeLabelled ? labelsOf(rows, context) : [];
  const column = own ?? (labels.length > 0 ? linkColumn(table, true) : null);
  if (column === null) return [];
  return rows.flatMap(({ line, cells }, index): readonly FoundEntry[] => {
    const cell = cells[column] ?? '';
    const opening = readOpening(withoutComments(cell), 0, cell.length);
    const said = (column > 0 ? labels[index] : null) ?? listContext;
    const isLabelled = said !== listContext;
    if (opening === null || (own === null && !isLabelled)) return [];
    const others = [...cells.keys()].filter((other) => {
      const words = cells[other] ?? '';
      return other !== column && words !== '' && (other > column || (!(isLabelled && other === 0) && saysMore(words)));
    });
    const rest = others.map((other) => cells[other] ?? '');
    const raw = [cell.slice(opening.end).trim(), ...rest].filter((part) => part !== '').join(CELLS_JOIN);
    const place =
      places.length === 0
        ? undefined
        : (places[index - head.length] ?? { content: table.headerSpan.from, end: table.headerSpan.to });
    const spans = place === undefined ? null : rowSpans(text, place, column, opening, others, said.place);
    return [{ line, form: 'row', origin: isLabelled ? 'label' : 'row', opening, listContext: said, raw, spans }];
  });
}

/** What the words that a row begins with say of its link: `| Parent | [[Idea]] |`. Empty where no row has such. */
function labelsOf(rows: readonly Pick<TableRow, 'cells'>[], context: LinkContext): readonly (ListContext | null)[] {
  const labels = rows.map(({ cells: [label = ''] }) =>
    label.length > LONGEST_LABEL || context.relationOf(label) === null ? null : context.listContext(label),
  );
  return labels.every((label) => label === null) ? [] : labels;
}
