import { NUMBER_BOUNDS, NUMBER_LEADS } from '../model/amounts';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { phrasePattern, wholeWords } from '../text/phrases';
import { stemOf, tellingWords } from '../text/stems';
import { readCounted, type Amount, type Reading, type Scaled } from './amount';
import { withHalves } from './halves';
import { matchAt } from './match-at';
import { LONGEST_NUMBER, NO_NOTATION, type Notation } from './notation';
import { mayFollowNumber } from './rest';
import { withoutNoise } from './rounding';
import { MONEY, SHARE } from './units';

/** A number that opens a cell. */
export interface CellNumber {
  /**
   * What it may be, the likeliest first; of words that may be two units the column decides. A range is its middle, `8/10` and `80 %` are
   * parts of one, multipliers (`1.5K`, `2 млн`) and powers are multiplied out; never with its arrow's sign.
   */
  readonly readings: readonly [Reading, ...Reading[]];
  /** What an arrow before it says: `⬇ 10×`; `null` without one. */
  readonly arrow: 'up' | 'down' | null;
  /** What follows that is no unit we know, up to a remark: the apples of `5 apples`. */
  readonly words: string;
}

/** A dash, dots or a word between the ends of a range; the dashes may be any. */
const RANGE = lazyPattern(
  '[+×]?\\s*(?:[–—‑−~-]|…|\\.{2,3}|÷|(?:to|до|по)(?=\\s))\\s*(?=[~≈]?[−-]?(?:\\p{Sc}|[A-Z]{2,3}\\p{Sc}?\\s?)?[\\d¼-¾])[~≈]?',
  'uyi',
);
const LEAD = lazily(
  () => new RegExp(`(?:[~≈<>≤≥⩽⩾±=№#]|[×xх](?=\\s?\\d)|${wholeWords(NUMBER_LEADS)}\\.?|\\s)*`, 'iuy'),
);
const TOLERANCE = /\s*(?:±|\+\/?-)\s*/uy;
const UP = /^[⬆↑]\uFE0F?\s*/u;
const DOWN = /^[⬇↓]\uFE0F?\s*/u;
const IN_BRACKETS = /^\(([^()]+)\)$/u;
const CURRENCY = lazyPattern('\\p{Sc}');
const REMARK = /\(([^()]+)\)/gu;
/** What is the same thing still, though it is not named: `5 h (8 at most)`. */
const BOUND = lazily(() => phrasePattern(`${NUMBER_LEADS}|${NUMBER_BOUNDS}`));

/** The ends of `between 5 and 6` are those of `5–6`. */
const BETWEEN = /^(?:between|между)\s+(.*\d\S*)\s+(?:and|и)\s+(?=\S*\d)/iu;

/** `1950–60`, `2020-21` */
const YEARS = /^(1\d|20)(\d\d)[–-](?=\d\d$)/u;
/** `44 BC` comes before `500`. */
const BEFORE_CHRIST = /^(\D*)(\d+)(?:\s?гг?\.?)?\s(?:BCE?|до н\.\s?э\.)$/u;

const ANY_DIGIT = /[\d¼-¾⅐-⅞]/u;

/**
 * Reads the number that opens a cell's plain text; `null` where it is a text that only begins with digits, or where more is written
 * than is understood.
 */
export function readNumber(written: string, notation: Notation = NO_NOTATION): CellNumber | null {
  if (written.length > LONGEST_NUMBER) return null;
  const plain = withHalves(written);
  if (!ANY_DIGIT.test(plain)) return null;
  const arrow = UP.test(plain) ? 'up' : DOWN.test(plain) ? 'down' : null;
  const text = withoutFormula(plain)
    .replace(arrow === 'up' ? UP : DOWN, '')
    .replace(/(\d)\uFE0F?\u20E3/gu, '$1')
    .trim()
    .replace(BETWEEN, '$1–')
    .replace(BEFORE_CHRIST, '$1-$2')
    .replace(YEARS, '$1$2–$1');
  const [, owed] = IN_BRACKETS.exec(text) ?? [];
  // Money in brackets is owed.
  if (owed !== undefined) return CURRENCY().test(owed) ? readNumber(`-${owed}`, notation) : null;
  const first = readCounted(text, matchAt(LEAD(), text, 0)?.end ?? 0, notation);
  if (first === null) return null;
  const range = matchAt(RANGE(), text, first.end);
  const isMoney = first.readings[0].unit?.dimension === MONEY.dimension;
  const last = range === null ? null : readCounted(text, range.end, notation, isMoney);
  const middle = last === null ? first : middleOf(first, last);
  if (middle === null) return null;
  const tolerance = matchAt(TOLERANCE, text, middle.end);
  const end = (tolerance === null ? null : readCounted(text, tolerance.end, notation))?.end ?? middle.end;
  const rest = text.slice(end);
  const [reading, ...others] = middle.readings;
  const words = (rest.replace(/^[\s+]+/u, '').split(/[([,;:—–]|^-/u, 1)[0] ?? '').trim();
  const number: CellNumber = { readings: [rounded(reading), ...others.map(rounded)], arrow, words };
  const left = rest.replace(REMARK, (all, remark: string) => {
    const other = readNumber(remark, notation);
    return other !== null && countsElse(number, other) ? '' : all;
  });
  return mayFollowNumber(left, reading.unit !== null) ? number : null;
}

/**
 * Whether a number in brackets counts something else than the one before them, so that it says nothing of it: 200 lines beside 8 hours,
 * but not the other pears of `7 pears (of 12)`, nor hours beside hours.
 */
function countsElse(number: CellNumber, other: CellNumber): boolean {
  const [mine, its] = [number, other].map(({ readings, words }) => [
    ...readings.flatMap(({ unit }) => unit?.dimension ?? []),
    ...tellingWords(words).map(stemOf),
  ]);
  const { unit } = other.readings[0];
  if (!mine?.length || !its?.length || (unit?.dimension === SHARE.dimension && unit.form === undefined)) return false;
  return !its.some((one) => mine.includes(one)) && !BOUND().test(fold(other.words));
}

/** `$2^{10}$` as `2^10`. */
function withoutFormula(plain: string): string {
  if (!plain.startsWith('$') && !plain.includes('\\')) return plain;
  const formula = /^\$([^$]+)\$$/u.exec(plain)?.[1];
  return (formula ?? plain).replace(/\^\{([+−-]?\d+)\}/gu, '^$1').replace(/\s*\\(?:times|cdot)\s*/gu, '×');
}

/** 9.8 of 10 is 0.98, not 0.9800000000000001. What units make of it is rounded where they are compared. */
function rounded({ value, unit }: Reading): Reading {
  return { value: unit === null || unit.dimension === SHARE.dimension ? withoutNoise(value) : value, unit };
}

/**
 * The middle of a range; `null` for ends that do not compare, and for bare ones that go down: a score of `3-2`. What only one end says
 * holds for the other too: `1–5T`, `$5–10k`.
 */
function middleOf(first: Amount, last: Amount): Pick<Amount, 'readings' | 'end'> | null {
  const [start] = first.readings;
  const middles = last.readings.flatMap((to): Scaled[] => {
    const scaled = first.scaled ? 1 : to.factor;
    if (to.unit === null) {
      if (start.unit === null && start.value % 1 === 0 && to.value < start.value * scaled) return [];
      return first.readings.map((from) => ({ ...from, value: (from.value * scaled + to.value) / 2 }));
    }
    const from = first.readings.find(({ unit }) => unit?.dimension === to.unit?.dimension);
    if (from?.unit) {
      const value = from.value * (isScaled(from) ? 1 : scaled);
      return [{ ...from, value: (value + (to.value * to.unit.size) / from.unit.size) / 2 }];
    }
    return start.unit === null ? [{ ...to, value: (start.value * to.factor + to.value) / 2 }] : [];
  });
  const [reading, ...others] = middles;
  return reading === undefined ? null : { readings: [reading, ...others], end: last.end };
}

/** Whether an end says by itself what it is a part of. */
function isScaled({ unit, factor }: Scaled): boolean {
  return factor !== 1 || unit?.dimension !== MONEY.dimension;
}
