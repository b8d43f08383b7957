import { RANK_HEADERS } from '../model/vocabulary';
import type { Rung, TableRow, Tier } from '../model/table';
import { readMarks } from './marks';
import { plainText } from './plain';
import { readRank, type Rank } from './rank';
import { normalizeHeading } from './vocabulary';

/**
 * Finds the column whose cells are the rungs of a ladder, and reads the rungs. `null` when the rows are no ladder: a running
 * number of unordered items or a column of topics is not one.
 */
export function readTier(header: readonly string[], body: readonly TableRow[]): Tier | null {
  const rankColumn = findRankColumn(header, body);
  if (rankColumn === null) return null;
  const subjectColumn = findSubjectColumn(header, body, rankColumn);
  return { rankColumn, subjectColumn, rungs: body.map((row) => readRung(row, rankColumn, subjectColumn)) };
}

const HEADER_WORDS = new RegExp(`^(?:${RANK_HEADERS.join('|')})(?![\\p{L}\\p{N}])`, 'u');
/** The rank column stands among the first of a table; further right such words grade something else. */
const COLUMNS_LOOKED_AT = 3;

/** A column that may hold the rungs. */
interface Candidate {
  readonly column: number;
  readonly header: string;
  /** One a row. */
  readonly ranks: readonly (Rank | null)[];
}

function findRankColumn(header: readonly string[], body: readonly TableRow[]): number | null {
  if (body.length < 2) return null;
  const candidates = header.slice(0, COLUMNS_LOOKED_AT).map((cell, column) => ({
    column,
    header: cell,
    ranks: body.map((row) => readRank(row.cells[column] ?? '')),
  }));
  return (
    candidates.find((candidate) => (candidate.column === 0 ? isLadder(candidate) : isLaterLadder(candidate)))?.column ??
    null
  );
}

/** The first column: rungs below a header that says so, or cells that are rungs by their own words (`T1`, `Tier 2`, 🥇, `S`). */
function isLadder({ header, ranks }: Candidate): boolean {
  const read = ranks.filter((rank) => rank !== null);
  if (isRankHeader(header)) return read.length * 2 >= ranks.length;
  if (read.length < ranks.length) return false;
  return (
    read.every((rank) => rank.telling) || (read.every((rank) => rank.letter) && read.some((rank) => rank.value <= 1))
  );
}

/**
 * A later column grades what the first one names ("level of risk") more often than it ranks the rows: only a bare rank word over
 * rungs that rise or fall, no two alike, makes it the ladder.
 */
function isLaterLadder({ header, ranks }: Candidate): boolean {
  if (!isRankHeader(header) || normalizeHeading(header).includes(' ')) return false;
  const values = ranks.map((rank) => rank?.value ?? Number.NaN);
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? Number.NaN));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

function isRankHeader(cell: string): boolean {
  const text = normalizeHeading(cell);
  return HEADER_WORDS.test(text) && text.split(' ').length <= 3;
}

function findSubjectColumn(header: readonly string[], body: readonly TableRow[], rankColumn: number): number | null {
  for (let column = 0; column < header.length; column++) {
    if (column !== rankColumn && body.some((row) => plainText(row.cells[column] ?? '') !== '')) return column;
  }
  return null;
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
