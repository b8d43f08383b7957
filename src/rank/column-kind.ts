import type { CellValue } from './cell-value';
import type { Reading } from './amount';
import { withoutNoise } from './rounding';
import { MONEY, SECOND, SHARE } from './units';

/** What a column measures. `number` is any that has no other name here. */
export type Measure = 'number' | 'percent' | 'currency' | 'duration' | 'date' | 'words';

/** What the cells of a column count as among each other. */
export interface Comparable {
  readonly measure: Measure;
  /** `null` for a cell that does not count: words, marks, nothing, or what is of another kind than the column. */
  readonly numbers: readonly (number | null)[];
  /** How its unit is written around a number, as in its first cell: `# kg`, `$#`, `§ %` for hundredths; `:` for minutes and seconds; `''` for none, or several currencies. */
  readonly form: string;
}

/** Numbers by themselves, those with words behind them that are no unit, and amounts of money go together. */
const PLAIN = 'number';
const DATE = 'date';
const WORD = 'word';

/** A word that may mean several units asks the others of its column. */
const WEAK_VOTE = 0.001;

/**
 * What the cells of a column say as numbers that can be compared. A column is of one kind, that of most of its cells; cells of another
 * do not count. Where no kind is that of half the cells that say a number, or two are of as many, all count as they are written.
 *
 * Several units of one dimension all count in that of the first. A number without a unit has that of the others, where those have one
 * alone. An arrow down makes a number negative, but for a column in which every number goes down. Dates count in days since 1970.
 */
export function comparable(cells: readonly CellValue[]): Comparable {
  const votes = votesOf(cells);
  const [winner] = [...votes].sort(
    ([one, count], [other, most]) => most - count || Number(one === WORD) - Number(other === WORD),
  );
  const kind = winner?.[0] ?? PLAIN;
  const read = readerOf(kind, cells);
  const counted = cells.map(read);
  const saying = cells.filter((cell) => cell.kind === 'number' || cell.kind === 'date' || isAmount(cell)).length;
  const says = counted.filter((number) => number !== null).length;
  const isTied = says < saying && [...votes].some(([other, count]) => other !== kind && count === winner?.[1]);
  const isOne = says * 2 >= saying && !isTied;
  const numbers = isOne ? counted : cells.map(asWritten);
  const currencies = cells.flatMap((cell) =>
    cell.kind === 'number'
      ? (inDimension(cell.number.readings, MONEY.dimension)?.unit?.form?.replace(/[#\s]/g, '') ?? [])
      : [],
  );
  const isMixed = kind === MONEY.dimension && new Set(currencies).size > 1;
  // `5 m`, `6 m`: minutes or metres, nobody says.
  const isSure = kind === SHARE.dimension || (votes.get(kind) ?? 0) >= 1;
  return {
    measure: isOne && isSure ? measureOf(kind) : 'number',
    numbers: withArrows(cells, numbers),
    form: isOne && !isMixed ? (unitsOf(cells).get(kind)?.form ?? '') : '',
  };
}

function measureOf(kind: string): Measure {
  switch (kind) {
    case SHARE.dimension:
      return 'percent';
    case WORD:
      return 'words';
    case 'currency':
    case 'duration':
    case DATE:
      return kind;
    default:
      return 'number';
  }
}

function isAmount(cell: CellValue): boolean {
  return cell.kind === 'word' && cell.amount !== 0;
}

/** How many cells speak for each kind, in the order in which they first stand. */
function votesOf(cells: readonly CellValue[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const add = (kind: string, weight: number): void => void votes.set(kind, (votes.get(kind) ?? 0) + weight);
  // `28.12` beside `03.02`
  const hasDays = cells.some((cell) => cell.kind === 'date' && cell.date.isYearless);
  for (const cell of cells) {
    if (cell.kind === 'date' || (hasDays && cell.kind === 'number' && cell.date?.isYearless === true)) add(DATE, 1);
    else if (isAmount(cell)) add(WORD, 1);
    else if (cell.kind === 'number') {
      const { readings } = cell.number;
      for (const [index, { unit }] of readings.entries()) {
        add(unit?.dimension ?? PLAIN, readings.length === 1 ? 1 : WEAK_VOTE / (index + 1));
      }
      // Years alone are numbers, but no hindrance to the dates of a column.
      if (cell.date !== null) add(DATE, WEAK_VOTE);
    }
  }
  return votes;
}

/** What a cell counts as in a column of a kind. */
function readerOf(kind: string, cells: readonly CellValue[]): (cell: CellValue) => number | null {
  if (kind === DATE) {
    const dates = cells.flatMap((cell) => (cell.kind === 'date' ? [cell.date] : []));
    const isYearless = dates.filter((date) => date.isYearless).length * 2 > dates.length;
    return (cell) =>
      (cell.kind === 'date' || cell.kind === 'number') && cell.date?.isYearless === isYearless ? cell.date.days : null;
  }
  if (kind === WORD) return (cell) => (cell.kind === 'word' ? cell.amount : null);
  const units = unitsOf(cells);
  const unit = kind === PLAIN ? null : (units.get(kind) ?? null);
  return (cell) => {
    // None is none of anything.
    if (cell.kind === 'word') return cell.amount === 0 ? 0 : null;
    if (cell.kind !== 'number') return null;
    const { readings, words } = cell.number;
    const bare = readings.find((one) => one.unit === null);
    if (unit === null) {
      if (bare !== undefined) return bare.value;
      // Of `2025 г.` nobody counts the years, nor the grams.
      if (cell.date !== null) return readings[0].value;
      const [{ value, unit: own }] = readings;
      if (own?.dimension === MONEY.dimension) return value * own.size;
      const isOnly =
        units.size === 1 &&
        own !== SECOND &&
        own?.dimension !== SHARE.dimension &&
        units.get(own?.dimension ?? '')?.isOnly;
      return isOnly === true ? value : null;
    }
    const found = inDimension(readings, kind);
    if (found?.unit) return (found.value * found.unit.size) / unit.size;
    if (bare === undefined || words !== '') return null;
    return bare.value === 0 || (unit.isOnly && kind !== SHARE.dimension) ? bare.value : null;
  };
}

/** The first unit of a dimension in a column. */
interface UnitOfColumn {
  readonly size: number;
  readonly isOnly: boolean;
  readonly form: string;
}

/** By dimension the first unit of it that stands in the cells, and whether it is the only one. */
function unitsOf(cells: readonly CellValue[]): ReadonlyMap<string, UnitOfColumn> {
  const units = new Map<string, UnitOfColumn>();
  for (const cell of cells) {
    for (const { unit } of cell.kind === 'number' ? cell.number.readings : []) {
      if (unit === null) continue;
      const size = units.get(unit.dimension)?.size ?? unit.size;
      // Beside `1:30` nobody knows what `5` are.
      const isOnly = size === unit.size && unit !== SECOND && units.get(unit.dimension)?.isOnly !== false;
      const form = units.get(unit.dimension)?.form || (unit === SECOND ? ':' : (unit.form ?? ''));
      units.set(unit.dimension, { size, isOnly, form });
    }
  }
  return units;
}

function inDimension(readings: readonly Reading[], dimension: string): Reading | undefined {
  return readings.find(({ unit }) => unit?.dimension === dimension);
}

function asWritten(cell: CellValue): number | null {
  if (cell.kind === 'number') return cell.number.readings[0].value;
  return cell.kind === 'word' ? cell.amount : null;
}

function withArrows(cells: readonly CellValue[], numbers: readonly (number | null)[]): readonly (number | null)[] {
  const arrows = cells.flatMap((cell) => (cell.kind === 'number' ? [cell.number.arrow] : []));
  const isSigned = !arrows.every((arrow) => arrow === 'down');
  return cells.map((cell, index) => {
    const number = numbers[index] ?? null;
    if (number === null) return null;
    return withoutNoise(isSigned && cell.kind === 'number' && cell.number.arrow === 'down' ? -number : number);
  });
}
