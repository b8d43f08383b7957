import { priorityWords, rankingWords } from '../model/ranks';
import type { Table, Tier } from '../model/table';
import { isWritten } from '../model/table-shape';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { wholeWords } from '../text/phrases';

/**
 * What a table's rungs are to its rows. `shared`: several rows can stand on one, and a row takes the rung that it is moved to.
 * `places`: each row has its own, which is its place, and stays there when the row leaves it. `names`: each row is called by its rung
 * and takes it along.
 */
export interface Ladder {
  readonly kind: 'shared' | 'places' | 'names';
  /** By row the first row that stands on the same rung: what the rung is known by here. */
  readonly rungOf: readonly number[];
  /** By row its rank cell taken apart: what belongs to the rung, and what is the row's own around it. */
  readonly cells: readonly RungCellParts[];
}

interface RungCellParts {
  readonly before: string;
  readonly sign: string;
  readonly after: string;
}

/** `**1. Name**`, `L2 — Name`, `Level IV: Name`: a counted name, which is the row's and not the rung's. */
const COUNTED = lazyPattern(
  String.raw`^([\s*_~=]*)((?:\p{L}+[\s-]*)?[\d∞]+(?:[.,]\d+)?|(?:\p{L}+[\s-]+)?(?!C\b)[IVXLC]+)((?:[.):]|\s+[—–-])\s*[\p{L}*_].*)$`,
  'su',
);
/** `Tier 1: Core`, `P0: now`: such words say what the rung is. */
const NAMES_RUNG = lazily(() => new RegExp(`^(?:[tтpр][\\d-]|${wholeWords(`${rankingWords()}|${priorityWords()}`)})`));

/** The ladder of a tier table; `null` for a table that has none, or nothing that could be moved. */
export function ladderOf(table: Table): Ladder | null {
  const { tier, body, header } = table;
  if (tier === null || body.length < 2) return null;
  const cells = takenApart(body.map((row) => row.cells[tier.rankColumn] ?? ''));
  // An empty cell goes on with the rung above it.
  let above = '';
  const keys = cells.map(({ sign }, row) => {
    const isWhole = cells[row]?.after === '';
    const key = fold(isWhole ? (tier.rungs[row]?.rankText ?? '') : sign).trim();
    return (above = key === '' ? above : key);
  });
  const first = new Map<string, number>();
  const rungOf = keys.map((key, row) => {
    const known = first.get(key) ?? row;
    first.set(key, known);
    return known;
  });
  return { kind: isWritten(table) ? kindOf(tier, rungOf, header[tier.rankColumn] ?? '') : 'shared', rungOf, cells };
}

/** All cells taken apart, or none: where one is no counted name, the words are the rungs'. */
function takenApart(cells: readonly string[]): readonly RungCellParts[] {
  const parts = cells.map((cell): RungCellParts | null => {
    const [, before = '', sign = '', after = ''] = COUNTED().exec(cell) ?? [];
    return after === '' || NAMES_RUNG().test(fold(sign)) ? null : { before, sign, after };
  });
  return cells.map((cell, row) => {
    const part = parts.includes(null) ? null : parts[row];
    return part ?? { before: '', sign: cell, after: '' };
  });
}

/** Rungs that say no place name their rows, unless the header says that they rank them. */
function kindOf({ rungs }: Tier, rungOf: readonly number[], header: string): Ladder['kind'] {
  if (rungOf.some((rung, row) => rung !== row)) return 'shared';
  const read = rungs.filter(({ rank }) => rank !== null);
  const ranks = read.length * 2 >= rungs.length || RANKING().test(fold(header));
  return ranks ? 'places' : 'names';
}

const RANKING = lazily(() => new RegExp(`^[^\\p{L}]*${wholeWords(rankingWords())}`, 'u'));
