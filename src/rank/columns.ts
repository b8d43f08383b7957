import { kindOfMark } from '../model/marks';
import { COST_HEADERS, COST_WEIGHTS, HEADER_BREAKS, VALUE_HEADERS, VALUE_WEIGHTS } from '../model/vocabulary';
import { lazily } from '../text/lazily';
import { WORDS } from '../text/letters';
import type { TableValues } from './table-values';
import { fold } from '../text/fold';
import { wholeWords } from '../text/phrases';

/** What a column is to its table. `rank` holds the rung, `subject` what is ranked. */
export type ColumnRole = 'value' | 'cost' | 'rank' | 'subject' | 'none';

/** The roles that count in a ranking. */
export type ColumnKind = Extract<ColumnRole, 'value' | 'cost'>;

/**
 * The roles of a table's columns, one a column: what the user chose, else the tier's rank and subject column, else what the
 * header says, else what the marks say.
 *
 * @param chosen By 0-based column; columns left out follow the table.
 */
export function columnRoles(
  values: TableValues,
  chosen: Readonly<Record<number, ColumnRole>> = {},
): readonly ColumnRole[] {
  const { tier } = values.table;
  const subject = tier === null ? findSubject(values) : tier.subjectColumn;
  return values.table.header.map((_, column) => {
    const choice = chosen[column];
    if (choice !== undefined) return choice;
    if (column === tier?.rankColumn) return 'rank';
    if (column === subject) return 'subject';
    return roleOfHeader(values.header(column)) ?? roleOfMarks(values, column);
  });
}

/** The columns of a kind, left to right. */
export function columnsOf(roles: readonly ColumnRole[], role: ColumnRole): readonly number[] {
  return roles.flatMap((one, column) => (one === role ? [column] : []));
}

/** Without rungs the first column of text is what the others speak of; a table of numbers alone has none. */
function findSubject(values: TableValues): number | null {
  const column = values.table.header.findIndex((_, index) => values.written(index).content === 'text');
  return column === -1 ? null : column;
}

const VALUE = lazily(() => new RegExp(wholeWords(VALUE_HEADERS), 'uy'));
const COST = lazily(() => new RegExp(wholeWords(COST_HEADERS), 'uy'));
const CYRILLIC = lazily(() => new RegExp('\\p{Script=Cyrillic}', 'u'));
/** Emoji before the words are decoration. */
const DECORATION = lazily(() => new RegExp('^[^\\p{L}]+', 'u'));
/** A legend, a second name or a qualification is not what the column is. */
const BREAK = lazily(() => new RegExp(`\\s(?:${wholeWords(HEADER_BREAKS)})\\s|[(/,;:=&+→|]|\\s[–—-]\\s`, 'u'));

/**
 * What a header cell's plain text says. English puts the word that counts last (`cost effectiveness`), Russian first
 * («эффективность затрат»). `null` if it says neither.
 */
export function roleOfHeader(header: string): ColumnKind | null {
  const text = fold(header).replace(DECORATION(), '');
  const name = text.split(BREAK(), 1)[0] ?? '';
  const found: { readonly kind: ColumnKind; readonly russian: boolean }[] = [];
  let behind = 0;
  for (const { index } of name.matchAll(WORDS())) {
    if (index < behind) continue;
    const cost = endOf(COST(), name, index);
    const value = endOf(VALUE(), name, index);
    const end = Math.max(cost, value);
    if (end === 0) continue;
    behind = end;
    found.push({ kind: cost >= value ? 'cost' : 'value', russian: CYRILLIC().test(name.charAt(index)) });
  }
  const [first] = found;
  return (first?.russian === true ? first : found.at(-1))?.kind ?? null;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** A column tells by its marks when at least half of its filled cells have one that tells. */
function roleOfMarks(values: TableValues, column: number): ColumnRole {
  const { cells, content } = values.written(column);
  if (content !== 'marks') return 'none';
  const count = { value: 0, cost: 0, filled: 0 };
  for (const cell of cells) {
    if (cell.kind !== 'blank') count.filled++;
    if (cell.kind !== 'marks') continue;
    const kinds = new Set(cell.marks.map(({ mark }) => kindTold(mark)));
    if (kinds.has('cost')) count.cost++;
    if (kinds.has('value')) count.value++;
  }
  const kind = count.cost > count.value ? 'cost' : 'value';
  return count[kind] * 2 >= count.filled ? kind : 'none';
}

/** Whether a mark by itself tells what its column is. */
function kindTold(mark: string): ColumnKind | null {
  if (kindOfMark(mark) === 'cost') return 'cost';
  return mark in VALUE_WEIGHTS && !(mark in COST_WEIGHTS) ? 'value' : null;
}
