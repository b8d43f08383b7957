import type { TableRow } from '../model/table';
import { lazily } from '../text/lazily';
import { wholeWords } from '../text/phrases';
import { isMonotone, declaresScale } from './ladder-scale';
import { rungText } from './rank';
import type { RankHeader } from './rank-header';
import { rungWords } from '../model/words';

const ASPECT = lazily(() => new RegExp(`^${wholeWords(rungWords().aspects)}`));
/** Longer ones are sentences. */
const MOST_WORDS = 3;
const LONGEST_NAME = 60;

/** Rungs with names of their own: any below a word that ranks, else those that something else says to have an order. */
export function hasNamedRungs(
  { kind, names: form }: RankHeader,
  header: readonly string[],
  body: readonly TableRow[],
  words: () => string,
): boolean {
  const names = body.map((row) => rungText(row.cells[0] ?? ''));
  const isFormula = body.some(({ cells: [cell = ''] }) => cell.startsWith('$'));
  if (body.length < 2 || names.includes('') || isFormula) return false;
  if (kind === 'ranking') return areGroups(names);
  if (new Set(names).size < names.length) return false;
  if (kind === 'priority') return areShort(ownWords(names));
  if (names.length < 3 || mostly(names, ASPECT())) return false;
  return (
    (form !== null && mostly(names, form)) ||
    (kind === 'last' && areShort(names)) ||
    declaresScale(words()) ||
    amountsRise(header, body)
  );
}

/** Names that are no two alike, and no sentences. */
export function areShortNames(names: readonly string[]): boolean {
  return !names.includes('') && new Set(names).size === names.length && areShort(names);
}

/** No name comes again after another; where one is repeated there are three at least. */
function areGroups(names: readonly string[]): boolean {
  const different = new Set(names).size;
  const runs = names.filter((name, at) => name !== names[at - 1]).length;
  return different === runs && (different === names.length || different > 2);
}

/** Without the words that others have, too: _Not urgent and not important_ is short beside _Urgent, not important_. */
function ownWords(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(/[\s,]+/));
  const rows = new Map<string, number>();
  for (const word of words.flatMap((all) => [...new Set(all)])) rows.set(word, (rows.get(word) ?? 0) + 1);
  return words.map((all) => all.filter((word) => rows.get(word) === 1).join(' '));
}

const areShort = (names: readonly string[]): boolean =>
  names.every(
    (name) => name.length <= LONGEST_NAME && name.replace(/\s*\([^)]*\)/g, '').split(/\s+/).length <= MOST_WORDS,
  );

const mostly = (names: readonly string[], form: RegExp): boolean =>
  names.filter((name) => form.test(name)).length * 2 > names.length;

/** Other columns that rise, or fall, with the rows: two at least, for one may be sorted. */
function amountsRise(header: readonly string[], body: readonly TableRow[]): boolean {
  let rising = 0;
  for (let column = 1; column < Math.min(header.length, COLUMNS_COMPARED); column++) {
    const values = body.map((row) => Number.parseFloat(/\d+(?:\.\d+)?/.exec(row.cells[column] ?? '')?.[0] ?? ''));
    if (isMonotone(values)) rising++;
  }
  return rising > 1;
}
const COLUMNS_COMPARED = 8;
