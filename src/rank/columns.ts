import { kindOfMark } from '../model/marks';
import { COST_WEIGHTS, HEADER_BREAKS, HEADER_LEADS, VALUE_WEIGHTS } from '../model/vocabulary';
import { headerWords, rungWords } from '../model/words';
import { lazily, lazyPattern } from '../text/lazily';
import { WORDS } from '../text/letters';
import { matchAt } from './match-at';
import type { TableValues } from './table-values';
import { fold } from '../text/fold';
import { wholeWords } from '../text/phrases';

/** What a column is to its table. `rank` holds the rung, `subject` what is ranked. */
export type ColumnRole = 'value' | 'cost' | 'rank' | 'subject' | 'none';

/** The roles that count in a ranking. */
export type ColumnKind = Extract<ColumnRole, 'value' | 'cost'>;

/** What a user chose, by 0-based column; columns left out follow the table. */
type Chosen = Readonly<Record<number, ColumnRole>>;

/** What a column says of itself. */
interface Told {
  readonly role: ColumnRole;
  /** 0 for what is sure; more for what is a guess: by a word of the header, or by the numbers alone. */
  readonly guess: 0 | 1 | 2;
}

const NONE: Told = { role: 'none', guess: 0 };

/**
 * The roles of a table's columns, one a column: what the user chose, else the tier's rank and subject column, else what the
 * header says, else what the marks say, else in a tier table a guess: see `guessedColumns`.
 */
export function columnRoles(values: TableValues, chosen: Chosen = {}): readonly ColumnRole[] {
  return tellRoles(values, chosen).map(({ role }) => role);
}

/**
 * The columns whose role is only a guess. There is none of value where a column is sure to be value, nor of cost where one is
 * sure to be cost; and none by numbers alone where there is one by a word.
 */
export function guessedColumns(values: TableValues, chosen: Chosen = {}): readonly number[] {
  return tellRoles(values, chosen).flatMap(({ guess }, column) => (guess > 0 ? [column] : []));
}

function tellRoles(values: TableValues, chosen: Chosen): readonly Told[] {
  const told = tell(values);
  const surest: Partial<Record<ColumnRole, number>> = {};
  for (const [column, { role, guess }] of told.entries()) {
    if (chosen[column] === undefined) surest[role] = Math.min(surest[role] ?? guess, guess);
  }
  return told.map((own, column) => {
    const choice = chosen[column];
    if (choice !== undefined) return { role: choice, guess: 0 };
    return own.guess === surest[own.role] ? own : NONE;
  });
}

const KNOWN = new WeakMap<TableValues, readonly Told[]>();

/** What the columns say of themselves in a table's first rows, asked once. */
function tell(whole: TableValues): readonly Told[] {
  const known = KNOWN.get(whole);
  if (known) return known;
  const values = whole.head;
  const { tier, header } = values.table;
  const subject = tier === null ? findSubject(values) : tier.subjectColumn;
  const told = header.map((_, column): Told => {
    if (column === tier?.rankColumn) return { role: 'rank', guess: 0 };
    if (column === subject) return { role: 'subject', guess: 0 };
    const said = roleOfHeader(values.header(column));
    if (said !== null) return says(values, column) ? { role: said, guess: 0 } : NONE;
    const role = roleOfMarks(values, column);
    return role === 'none' && tier !== null ? guessRole(values, column) : { role, guess: 0 };
  });
  KNOWN.set(whole, told);
  return told;
}

/** Whether any cell of a column has what can count; a text that happens to begin with `strong` or `no` has not. */
function says(values: TableValues, column: number): boolean {
  const { cells, content, numbers } = values.written(column);
  return cells.some(
    ({ kind }, index) =>
      kind === 'marks' || (typeof numbers[index] === 'number' && (kind !== 'word' || content === 'numbers')),
  );
}

const LONGEST_SCALE = 10;
/** A header that gives the scale of its numbers. */
const SCALE = /%|(?:^|\D)[01]\s*[–—-]\s*\d/u;

/** Numbers and marks by what their header is called, else money and time as cost; parts of a whole, 0 to 10 and ordered words as value. */
function guessRole(values: TableValues, column: number): Told {
  const { cells, content, measure, numbers } = values.written(column);
  if (content !== 'numbers' && content !== 'marks') return NONE;
  const header = values.header(column);
  const named = roleOfHeader(header, GUESSED) ?? (SCALE.test(header) ? 'value' : null);
  if (named === 'none' || (named === null && content === 'marks')) return NONE;
  if (named !== null) return { role: named, guess: 1 };
  switch (measure) {
    case 'currency':
    case 'duration':
      return { role: 'cost', guess: 2 };
    case 'percent':
    case 'words':
      return { role: 'value', guess: 2 };
    case 'date':
      return NONE;
    case 'number': {
      const said = numbers.filter((number) => number !== null);
      const isRunning = said.length > 2 && said.every((number, index) => number === index + 1);
      // Three kilograms are no three of ten.
      const scaled = cells.filter(
        (cell, index) => cell.kind === 'number' && cell.number.readings[0].unit === null && isOfTen(numbers[index]),
      );
      return scaled.length * 2 >= said.length && !isRunning ? { role: 'value', guess: 2 } : NONE;
    }
  }
}

function isOfTen(number: number | null | undefined): boolean {
  return typeof number === 'number' && number >= 0 && number <= LONGEST_SCALE;
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

/** What each kind of column is called; of words that end at one place the first kind has it. */
type Names = readonly (readonly [kind: ColumnKind | 'none', pattern: RegExp])[];

const names = (kind: Names[number][0], words: string): Names[number] => [kind, new RegExp(wholeWords(words), 'uy')];
const SURE = lazily((): Names => [names('cost', headerWords().cost), names('value', headerWords().value)]);
const GUESSED = lazily((): Names => [
  names('none', `${rungWords().counts}|${headerWords().neither}`),
  names('cost', headerWords().guessedCost),
  names('value', headerWords().guessedValue),
]);
const CYRILLIC = lazyPattern('\\p{sc=Cyrl}');
/** Emoji before the words are decoration. */
const LEAD = lazily(() => new RegExp(`^[^\\p{L}]*(?:${wholeWords(HEADER_LEADS)}\\s+)?`, 'u'));
/** A legend, a second name or a qualification is not what the column is. */
const BREAK = lazily(() => new RegExp(`\\s(?:${wholeWords(HEADER_BREAKS)})\\s|[(/,;:=&+→|]|\\s[–—-]\\s`, 'u'));

/**
 * What a header cell's plain text says. English puts the word that counts last (`cost effectiveness`), Russian first
 * («эффективность затрат»). `null` if it says neither; `none` if by these names it is neither.
 */
export function roleOfHeader(header: string, kinds = SURE): Names[number][0] | null {
  const text = fold(header).replace(LEAD(), '');
  const name = text.split(BREAK(), 1)[0] ?? '';
  const found: { readonly kind: Names[number][0]; readonly russian: boolean }[] = [];
  let behind = 0;
  for (const { index } of name.matchAll(WORDS())) {
    if (index < behind) continue;
    const before = behind;
    let kind: Names[number][0] = 'none';
    for (const [one, pattern] of kinds()) {
      const end = matchAt(pattern, name, index)?.end ?? 0;
      if (end > behind) [behind, kind] = [end, one];
    }
    if (behind > before) found.push({ kind, russian: CYRILLIC().test(name.charAt(index)) });
  }
  const said = found.filter(({ kind }) => kind !== 'none');
  const [first = found[0]] = said;
  return (first?.russian === true ? first : (said.at(-1) ?? first))?.kind ?? null;
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
