import { MEDALS, RANK_HEADERS, RANKING_HEADERS, RANKING_LEADS, RUNG_NAME_ENDINGS } from '../model/vocabulary';
import type { Rung, TableRow, Tier } from '../model/table';
import { foldCase } from '../text/fold';
import { lazily } from '../text/lazily';
import { alternatives, phrasePattern, wholeWords } from '../text/phrases';
import { splitLines } from '../text/line-breaks';
import { composed } from '../text/unicode-form';
import { readMarks } from './marks';
import { plainText } from '../markdown/plain-text';
import { readRank, type Rank } from './rank';
import { normalizeHeading } from './vocabulary';

/**
 * Finds the column whose cells are the rungs of a ladder, and reads the rungs. `null` when the rows are no ladder: a running
 * number of unordered items or a column of topics is not one. `lead` is what stands above the table.
 */
export function readTier(header: readonly string[], body: readonly TableRow[], lead = ''): Tier | null {
  const rankColumn = findRankColumn(header, body) ?? (isRanking(body, lead) ? 0 : null);
  if (rankColumn === null) return null;
  const subjectColumn = findSubjectColumn(body, rankColumn);
  return { rankColumn, subjectColumn, rungs: body.map((row) => readRung(row, rankColumn, subjectColumn)) };
}

const startOf = (words: readonly string[]): RegExp => new RegExp(`^${wholeWords(words)}`);
const HEADER_WORDS = lazily(() => startOf(RANK_HEADERS));
const RANKING_WORDS = lazily(() => startOf(RANKING_HEADERS));
const RANKING_LEAD = lazily(() => phrasePattern(RANKING_LEADS));
const NAMED_RUNGS = lazily(() =>
  RUNG_NAME_ENDINGS.map(
    ([header, endings]) =>
      [startOf([header]), new RegExp(`^[^\\p{L}]*[\\p{L}-]+(?:${endings.join('|')})(?!\\p{L})`, 'u')] as const,
  ),
);
/** The rank column stands among the first of a table; further right such words grade something else. */
const COLUMNS_LOOKED_AT = 3;

function findRankColumn(header: readonly string[], body: readonly TableRow[]): number | null {
  if (body.length === 0) return null;
  for (let column = 0; column < Math.min(header.length, COLUMNS_LOOKED_AT); column++) {
    const name = header[column] ?? '';
    if (column === 0 ? isLadder(name, body) : isLaterLadder(name, body, column)) return column;
  }
  return null;
}

/** The first column: rungs below a header that says so, or cells that are rungs by their own words (`T1`, `Tier 2`, 🥇, `S`). */
function isLadder(header: string, body: readonly TableRow[]): boolean {
  const named = isRankHeader(header);
  if (!named && !MAY_BE_RUNG().test(withoutDisguise(body[0]?.cells[0] ?? ''))) return false;
  const read: Rank[] = [];
  for (const row of body) {
    const rank = readRank(row.cells[0] ?? '');
    if (rank !== null) read.push(rank);
    else if (!named) return false;
  }
  if (named) return read.length * 2 >= body.length || hasNamedRungs(normalizeHeading(header), body);
  if (body.length < 2) return false;
  return (
    // Three medals, then numbers.
    read.every((rank, row) => rank.telling || (row > 0 && rank.by === 'number')) ||
    (read.every((rank) => rank.by === 'letter') && read.some((rank) => rank.value <= 1))
  );
}

/** Tells most cells apart from a first place, without reading them. */
const MAY_BE_FIRST = lazily(() => new RegExp(`^[^a-zа-яё]*?(?:1|i(?![a-zа-яё])|${MEDALS[0]})`, 'i'));

/** Rows counted from 1 below words that say what they are ranked by. */
function isRanking(body: readonly TableRow[], lead: string): boolean {
  const isCounted = (row: TableRow, place: number): boolean => {
    const rank = readRank(row.cells[0] ?? '');
    return rank?.by === 'number' && rank.value === place + 1;
  };
  if (body.length < 3 || !MAY_BE_FIRST().test(withoutDisguise(body[0]?.cells[0] ?? '')) || !body.every(isCounted))
    return false;
  // What another heading or table stands before is not said of this one.
  const [caption = '', ...above] = splitLines(lead);
  const own = above.slice(above.findLastIndex((line) => /^[> ]*[#|]/.test(line)) + 1);
  return RANKING_LEAD().test(normalizeHeading([caption, ...own].join('\n')));
}

/** Rungs with names of their own: any below a word that ranks, else those whose form says that the header is meant with them. */
function hasNamedRungs(header: string, body: readonly TableRow[]): boolean {
  const names = body.map((row) => foldCase(plainText(row.cells[0] ?? '')));
  if (body.length < 2 || new Set(names).size < body.length || names.includes('')) return false;
  if (RANKING_WORDS().test(header)) return true;
  return NAMED_RUNGS().some(
    ([word, rung]) =>
      names.length > 2 && word.test(header) && names.filter((name) => rung.test(name)).length * 2 > names.length,
  );
}

/**
 * A later column grades what the first one names ("level of risk") more often than it ranks the rows: only a bare rank word makes
 * it the ladder, over numbers or letters where the word itself ranks, else over rungs that rise or fall, no two alike.
 */
function isLaterLadder(header: string, body: readonly TableRow[], column: number): boolean {
  if (body.length < 2 || !isRankHeader(header) || normalizeHeading(header).includes(' ')) return false;
  const ranks = ranksIn(body, column);
  if (RANKING_WORDS().test(normalizeHeading(header)) && ranks.every((rank) => rank !== null && rank.by !== 'word'))
    return true;
  const values = ranks.map((rank) => rank?.value ?? Number.NaN);
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? Number.NaN));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

function ranksIn(body: readonly TableRow[], column: number): (Rank | null)[] {
  return body.map((row) => readRank(row.cells[column] ?? ''));
}

/** Tells most cells apart from rungs that need no header, without reading them: a coded or named rung, a letter, a medal. */
const MAY_BE_RUNG = lazily(
  () =>
    new RegExp(
      `^[^a-zа-яё0-9]*(?:[tlnт]-?\\d|${alternatives(RANK_HEADERS)}|[sabcdef][+-]{0,2}(?![a-zа-яё]))|^[\\s*_~=]*(?:${MEDALS.join('|')})`,
      'i',
    ),
);
/** Tells most headers apart without normalizing them. */
const MAY_BE_RANK = lazily(() => new RegExp(`^(?:<[a-z]+>|[ivx]+[.):]|[^a-zа-яё])*${alternatives(RANK_HEADERS)}`, 'i'));

/** The cell as it is where its first signs can be told by a look, else as it reads: tags and character references hide them. */
function withoutDisguise(cell: string): string {
  return composed(/[<&]/.test(cell) ? plainText(cell) : cell);
}

function isRankHeader(cell: string): boolean {
  if (!MAY_BE_RANK().test(withoutDisguise(cell))) return false;
  const text = normalizeHeading(cell);
  return HEADER_WORDS().test(text) && text.split(' ').length <= 3;
}

/** The first column with text; each row is looked at no further than the ones above it have text. */
function findSubjectColumn(body: readonly TableRow[], rankColumn: number): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const { cells } of body) {
    const column = cells.findIndex((cell, index) => index >= first || (index !== rankColumn && plainText(cell) !== ''));
    if (column !== -1 && column < first) first = column;
  }
  return first === Number.POSITIVE_INFINITY ? null : first;
}

function readRung(row: TableRow, rankColumn: number, subjectColumn: number | null): Rung {
  const rankCell = row.cells[rankColumn] ?? '';
  const marks: Record<string, number> = {};
  const cells = row.cells.flatMap((cell, column) => {
    const text = plainText(cell);
    if (column === rankColumn || column === subjectColumn || text === '') return [];
    const found = readMarks(cell);
    for (const { mark, count } of found) marks[mark] = (marks[mark] ?? 0) + count;
    return [{ column, text, marks: found }];
  });
  return {
    rank: readRank(rankCell)?.value ?? null,
    rankText: plainText(rankCell),
    subject: subjectColumn === null ? '' : plainText(row.cells[subjectColumn] ?? ''),
    cells,
    marks,
  };
}
