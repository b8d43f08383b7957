import { DATE_HEADERS } from '../model/amounts';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { phrasePattern } from '../text/phrases';

/** How a column writes what could be read in two ways. */
export interface Notation {
  /** Whether `1,234` is a little more than one; else it is more than a thousand. */
  readonly commaIsDecimal: boolean;
  /** Whether `1.234` is more than a thousand; else it is a little more than one. */
  readonly dotGroups: boolean;
  /** Whether `2/3/2025` is in March; `null` where no cell tells. */
  readonly dayFirst: boolean | null;
  /** Whether `5.3.24` is a day; else it is a version. */
  readonly isDated: boolean;
}

/** How a cell is read of which nothing else is known: a comma before three digits groups, a dot there is decimal. */
export const NO_NOTATION: Notation = { commaIsDecimal: false, dotGroups: false, dayFirst: null, isDated: false };

const SPACE = ' \\u00A0\\u2007\\u2009\\u202F';
const APOSTROPHE = "'’٬";
/** Stands before a fraction and nowhere else. */
const DECIMAL = '٫';
/** Digits with single signs between them. */
const RUNS = `\\d+(?:[.,٫_${SPACE}${APOSTROPHE}]\\d+)*`;

/** Digits as they are written, with what groups them and what stands before the fraction, and no more of them than belong together. */
export interface Digits {
  readonly value: number;
  readonly end: number;
  /** Whether it has a fraction. */
  readonly isWhole: boolean;
}

/** A longer cell is a text, whatever it begins with. */
export const LONGEST_NUMBER = 10_000;
const NUMERAL = lazyPattern(`${RUNS}|[.,]\\d+`, 'uy');
const NUMERALS = lazyPattern(RUNS, 'gu');
const PARTS = /\d+|\D/gu;
const DATES = /(?:^|[^\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/gu;
/** The month's name before its day: a slash beside it parts them in that order, too. */
const AMERICAN = /[a-z]{3}\.? \d\d?, \d{4}/i;
const DATED = lazily(() => phrasePattern(DATE_HEADERS));

/** How the signs between runs of digits are to be taken. */
interface Grouping {
  /** How many runs are the whole part. */
  readonly whole: number;
  /** What groups them; `''` for a single run. */
  readonly sign: string;
  /** Whether it could be a fraction just as well: a comma or dot before the last three digits. */
  readonly isAmbiguous: boolean;
}

/** Reads digits at an offset. */
export function readDigits(text: string, from: number, notation: Notation): Digits | null {
  const pattern = NUMERAL();
  pattern.lastIndex = from;
  const written = pattern.exec(text)?.[0];
  if (written === undefined) return null;
  const parts = written.match(PARTS) ?? [];
  if (parts[0] === '.' || parts[0] === ',') {
    return { value: Number(`0.${parts[1] ?? ''}`), end: from + written.length, isWhole: false };
  }
  const { whole, sign, isAmbiguous } = groupingOf(parts);
  const groups = !isAmbiguous || (sign === ',' ? !notation.commaIsDecimal : notation.dotGroups) ? whole : 1;
  const digits = parts.slice(0, groups * 2 - 1);
  const [point = '', fraction] = parts.slice(groups * 2 - 1);
  const hasFraction = fraction !== undefined && isPoint(point) && !(groups > 1 && point === sign);
  const taken = hasFraction ? [...digits, point, fraction] : digits;
  const integer = digits.filter((_, index) => index % 2 === 0).join('');
  return {
    value: Number(hasFraction ? `${integer}.${fraction}` : integer),
    end: from + taken.join('').length,
    isWhole: !hasFraction,
  };
}

function isPoint(sign: string): boolean {
  return sign === '.' || sign === ',' || sign === DECIMAL;
}

/** Of runs of digits (at even places) and the signs between them those that one kind of sign groups. */
function groupingOf(parts: readonly string[]): Grouping {
  const [first = '', sign = ''] = parts;
  const isSame = (other: string): boolean =>
    other === sign || (APOSTROPHE.includes(sign) && APOSTROPHE.includes(other));
  if (first.length > 3 || first.startsWith('0') || sign === DECIMAL) return { whole: 1, sign: '', isAmbiguous: false };
  let end = 1;
  while (parts[end] !== undefined && isSame(parts[end] ?? '') && parts[end + 1]?.length === 3) end += 2;
  if (end === 1 && sign === ',' && first.length < 3) end = indianEnd(parts);
  const whole = (end + 1) / 2;
  const next = parts[end] ?? '';
  // What groups does not go on behind the groups, unless it is a space or the sentence's comma before another number.
  if (isPoint(sign) && next === sign) return { whole: 1, sign: '', isAmbiguous: false };
  return { whole, sign: whole > 1 ? sign : '', isAmbiguous: isPoint(sign) && whole === 2 && !isPoint(next) };
}

/** Lakhs and crores: `12,34,567`. */
function indianEnd(parts: readonly string[]): number {
  let end = 1;
  while (parts[end] === ',' && parts[end + 1]?.length === 2) end += 2;
  return end > 1 && parts[end] === ',' && parts[end + 1]?.length === 3 ? end + 2 : 1;
}

const CYRILLIC = /[а-яё]/iu;
const MONEY = lazyPattern('\\p{Sc}|[A-Z]{3}|руб|р\\.');

/**
 * How a column writes what could be read in two ways, by the cells that can only be read in one. Where none tells, by what is likely:
 * nobody groups by spaces in one cell and by commas in the next, nor by commas in Russian, money has no thousandths, and who writes thousandths does not
 * have whole tenths in every cell.
 */
export function notationOf(cells: readonly string[], header: string): Notation {
  const votes = { comma: 0, dot: 0, spaces: 0, round: 0, odd: 0, thousandths: 0, dayFirst: 0, monthFirst: 0, dots: 0 };
  const isEuro = /€|EUR/u.test(header);
  const isRussian = CYRILLIC.test(header);
  let hasRussian = isRussian;
  for (const cell of cells) {
    hasRussian ||= CYRILLIC.test(cell);
    if (cell.length > LONGEST_NUMBER || !/\d[.,٫/\s'’-]\d/u.test(cell)) continue;
    for (const [, one, sign, other, year] of cell.matchAll(DATES)) {
      if (sign === '.' && (year?.length === 4 || (one + (other ?? '')).length === 4)) votes.dots++;
      if (Number(one) > 12) votes.dayFirst++;
      if (Number(other) > 12) votes.monthFirst++;
    }
    const isInEuro = isEuro || cell.includes('€');
    const isMoney = isInEuro || MONEY().test(header + cell);
    for (const [written] of cell.matchAll(NUMERALS())) vote(written.match(PARTS) ?? [], isInEuro, isMoney, votes);
  }
  const isFraction = votes.spaces > 0 || (hasRussian && votes.thousandths > 0);
  return {
    commaIsDecimal: votes.comma > 0 || (votes.comma === 0 && isFraction),
    dotGroups: votes.comma > 0 ? votes.dot >= 0 : votes.comma === 0 && votes.odd === 0 && votes.round > 1,
    dayFirst:
      votes.dayFirst !== votes.monthFirst
        ? votes.dayFirst > votes.monthFirst
        : isRussian || (votes.dots > 0 && !cells.some((cell) => AMERICAN.test(cell)))
          ? true
          : null,
    isDated: votes.dots > 0 || DATED().test(fold(header)),
  };
}

/** `comma` counts for a comma that is decimal, and so for a dot that groups; `dot` for a dot that groups, alone. */
function vote(
  parts: readonly string[],
  isEuro: boolean,
  isMoney: boolean,
  votes: { comma: number; dot: number; spaces: number; round: number; odd: number; thousandths: number },
): void {
  if (parts.length < 3) return;
  const { whole, sign, isAmbiguous } = groupingOf(parts);
  if (isAmbiguous) {
    if (sign === '.' && isEuro) votes.round += 2;
    else {
      const isRound = parts[2]?.endsWith('00') === true;
      if (sign === '.') votes[isRound ? 'round' : 'odd']++;
      else if (!isRound && !isMoney) votes.thousandths++;
    }
    return;
  }
  const point = parts[whole * 2 - 1] ?? '';
  // Versions and dates have more of the same.
  const isFraction = isPoint(point) && parts.length === whole * 2 + 1;
  if (!isPoint(sign) && whole > 1) votes.spaces++;
  if (isFraction) votes.comma += point === ',' ? 1 : -1;
  if (sign === ',') votes.comma--;
  if (sign === '.') votes.comma++;
  if (isFraction && point === '.') votes.dot--;
}
