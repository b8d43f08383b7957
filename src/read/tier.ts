import { RANK_HEADERS } from '../model/vocabulary';
import type { Rung, TableRow, Tier } from '../model/table';
import { readMarks } from './marks';
import { plainText } from './plain';
import { readRank } from './rank';
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

function findRankColumn(header: readonly string[], body: readonly TableRow[]): number | null {
  if (body.length < 2) return null;
  const columns = header.slice(0, COLUMNS_LOOKED_AT).map((cell, column) => ({
    column,
    named: isRankHeader(cell),
    ranks: body.map((row) => readRank(row.cells[column] ?? '')),
  }));
  for (const { column, named, ranks } of columns) {
    const read = ranks.filter((rank) => rank !== null);
    if (named) {
      if (read.length * 2 >= ranks.length && (column === 0 || isUnnamedNumber(columns[0]?.named, header[0] ?? '')))
        return column;
      continue;
    }
    // Without a header that says so, every cell has to be a rung by its own words: `T1`, `Tier 2`, 🥇, `S`.
    if (column === 0 && read.length === ranks.length && read.every((rank) => rank.telling)) return column;
  }
  return null;
}

/** Header of a first column that may stand before the rank column. */
function isUnnamedNumber(named: boolean | undefined, first: string): boolean {
  return named !== true && first.length <= 24;
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
