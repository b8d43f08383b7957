import { CURRENCY_CODES, NUMBER_MULTIPLIERS } from '../model/amounts';
import { lazily, lazyPattern } from '../text/lazily';
import { alternatives } from '../text/phrases';
import { matchAt } from './match-at';
import { readDigits, type Notation } from './notation';
import { MONEY, SHARE, readUnits, type Unit } from './units';

/** What one amount may be; where it may be several things, the column decides. */
export interface Reading {
  readonly value: number;
  /** `null` for a number that counts nothing we can compare. */
  readonly unit: Unit | null;
}

/** One with what was multiplied into it. */
export interface Scaled extends Reading {
  readonly factor: number;
}

/** One end of a range, or all there is. */
export interface Amount {
  /** The likeliest first. */
  readonly readings: readonly [Scaled, ...Scaled[]];
  readonly end: number;
  /** Whether it names a multiplier of its own. */
  readonly scaled: boolean;
}

const SPACES = '\\s';
const MULTIPLIERS = lazily(
  () =>
    new Map(NUMBER_MULTIPLIERS.flatMap(([factor, words]) => words.split(' ').map((word) => [word, factor] as const))),
);
const MULTIPLIER = lazily(
  () => new RegExp(`${SPACES}?(${alternatives([...MULTIPLIERS().keys()])})\\.?(?![A-Za-zА-яёÀ-ɏ\\p{N}])`, 'uy'),
);
/** `m` are millions beside a currency alone. */
const MILLION = lazily(
  () => new RegExp(`${SPACES}?(m)(?![\\p{L}\\p{N}])(?=(${SPACES}?(?:\\p{Sc}|${CODES()})|))`, 'uy'),
);
/** The commonest are written in small letters, too. */
const CODES = lazily(() => alternatives([...CURRENCY_CODES.split(' '), 'usd', 'eur', 'gbp', 'rub']));
const SIGN = lazily(() => new RegExp(`([+−‐-—﹣-]?)(?:${money()})?([+−‐-—﹣-]?)`, 'uy'));
const SIGNS = /[+−‐-—﹣-]/gu;
const EXPONENT = /\^([+−-]?\d+)|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/uy;
const TIMES_TEN = lazyPattern(`${SPACES}?[×x·⋅*]${SPACES}?10(?=[\\^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])`, 'uy');
const E_POWER = lazyPattern('[eE]([+-]?\\d+)(?![\\p{L}\\p{N}])', 'uy');
/** The fractions that are one sign: `½`. */
const VULGAR = lazyPattern(`${SPACES}?([¼-¾⅐-⅞])`, 'uy');
const FRACTION = lazyPattern(`(?:${SPACES}(\\d{1,2})[/⁄](\\d{1,3})|-([1-7])/([248]))(?!\\d)`, 'uy');
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function money(): string {
  return `(?:(?:[A-Z]{0,2}\\p{Sc}|${CODES()}(?=[\\s\\d.]))\\.?${SPACES}?)`;
}

/** Billions, millions and thousands. */
const MOST_PARTS = 3;

/** Reads a number with its sign, currency, fraction, powers and multiplier. */
function readAmount(text: string, from: number, notation: Notation, most = MOST_PARTS, isMoney = false): Amount | null {
  const lead = matchAt(SIGN(), text, from);
  if (lead === null) return null;
  const [before = '', first = '', second = ''] = lead.groups;
  const start = lead.end + (text.slice(lead.end).match(/^\s?(?=[\d.,¼-¾⅐-⅞])/u)?.[0].length ?? 0);
  const core = readCore(text, start, notation);
  if (core === null) return null;
  const sign = first + second;
  const million = matchAt(MILLION(), text, core.end);
  const isMillion = isMoney || before.length > sign.length || million?.groups[2] !== '';
  const multiplier = matchAt(MULTIPLIER(), text, core.end) ?? (isMillion ? million : null);
  const word = multiplier?.groups[1] ?? '';
  const factor = word === 'm' ? 1e6 : (MULTIPLIERS().get(word) ?? 1);
  const signed = sign === '' || sign === '+' ? core.value : -core.value;
  const value = signed * factor;
  if (!Number.isFinite(value)) return null;
  const unit = before.length > sign.length ? { ...MONEY, form: `${before.replace(SIGNS, '')}#` } : null;
  const less = multiplier === null || most < 2 ? null : readLess(text, multiplier.end, factor, notation, most);
  if (less !== null) {
    const sum = value + (value < 0 ? -less.value : less.value);
    return { readings: [{ value: sum, unit, factor }], end: less.end, scaled: true };
  }
  // `512 B` are bytes where the others of the column are.
  const asUnit = unit === null && multiplier !== null && word !== 'm' ? (readUnits(word, 0)?.units ?? []) : [];
  return {
    readings: [{ value, unit, factor }, ...asUnit.map((other) => ({ value: signed, unit: other, factor: 1 }))],
    end: (multiplier ?? core).end,
    scaled: multiplier !== null,
  };
}

/** What is added in a smaller multiplier: the thousands of `2 млн 500 тыс.`. */
function readLess(
  text: string,
  from: number,
  factor: number,
  notation: Notation,
  most: number,
): { readonly value: number; readonly end: number } | null {
  const next = /^ \d/u.test(text.slice(from, from + 2)) ? readAmount(text, from + 1, notation, most - 1) : null;
  if (next === null) return null;
  const [{ value, factor: own }] = next.readings;
  return (own > 1 || factor === 1e3) && own < factor && value < factor ? { value, end: next.end } : null;
}

/** Digits with a fraction or power. */
function readCore(
  text: string,
  from: number,
  notation: Notation,
): { readonly value: number; readonly end: number } | null {
  const digits = readDigits(text, from, notation);
  const vulgar = digits?.isWhole === false ? null : matchAt(VULGAR(), text, digits?.end ?? from);
  if (vulgar !== null) {
    const [top, bottom] = (vulgar.groups[1] ?? '').normalize('NFKC').split('⁄');
    return { value: (digits?.value ?? 0) + Number(top) / Number(bottom), end: vulgar.end };
  }
  if (digits === null) return null;
  const { value, end, isWhole } = digits;
  if (isWhole) {
    const fraction = matchAt(FRACTION(), text, end);
    const [, top1, bottom1, top2, bottom2] = fraction?.groups ?? [];
    const [top, bottom] = [Number(top1 ?? top2), Number(bottom1 ?? bottom2)];
    if (fraction !== null && top > 0 && top < bottom) return { value: value + top / bottom, end: fraction.end };
  }
  const byE = matchAt(E_POWER(), text, end);
  if (byE !== null) return { value: Number(`${value}e${byE.groups[1]}`), end: byE.end };
  const ten = matchAt(TIMES_TEN(), text, end);
  const power = matchAt(EXPONENT, text, ten?.end ?? end);
  if (power === null) return { value, end };
  const exponent = integer(power.groups[1] ?? power.groups[2] ?? '');
  return { value: ten === null ? value ** exponent : value * 10 ** exponent, end: power.end };
}

function integer(text: string): number {
  const plain = [...text].map((sign) => {
    const digit = SUPERSCRIPTS.indexOf(sign);
    return digit === -1 ? sign.replace(/[−⁻]/u, '-').replace('⁺', '+') : String(digit);
  });
  return Number(plain.join(''));
}

const PERCENT = lazyPattern('\\+?\\s*(?:[%％]|percent|per cent|pct|проц(?:ент\\p{L}*|\\.)|п\\.\\s?п\\.?)', 'iuy');
const PER_MILLE = /\s*‰/uy;
const EACH = /\s*(?:\/|per|за)\s*(?=\d)/iuy;
/** A half beside other fractions, or eight points of ten. */
const OVER = /\s*[/⁄]\s*(?=\d)/uy;
const OUT_OF = /\s*(?:из|на|out of|of|in)\s*(?=\d)/iuy;
const GAP = /\+?\s?/uy;
const AND = /\.?,?\s*(?:(?:and|и|&)\s+)?(?=\d)/uy;

/**
 * Reads an amount with what it counts: `10 %`, `8/10`, `5 kg`, `1 h 50 min`.
 *
 * @param isMoney whether it is the end of a range that begins with a sum of money.
 */
export function readCounted(text: string, from: number, notation: Notation, isMoney = false): Amount | null {
  const amount = readAmount(text, from, notation, MOST_PARTS, isMoney);
  if (amount === null) return null;
  const [{ value, unit, factor }] = amount.readings;
  const of = (whole: number, end: number, part: Unit | null = SHARE): Amount => ({
    ...amount,
    readings: [{ value: value / whole, unit: part, factor: factor / whole }],
    end,
  });
  if (unit === null) {
    const all = readWhole(OUT_OF, text, amount.end, notation);
    if (all !== null) return of(all.value, all.end);
    const quotient = readWhole(OVER, text, amount.end, notation);
    // `80/20`, `24/7` and `2024/25` are names; `3/2` is not.
    if (
      quotient !== null &&
      ((value <= quotient.value && (value < 1500 || quotient.value - value !== 1)) ||
        (value <= 20 && quotient.value <= 10))
    ) {
      const part = of(quotient.value, quotient.end);
      return { ...part, readings: [part.readings[0], { ...part.readings[0], unit: null }] };
    }
    const percent = matchAt(PERCENT(), text, amount.end);
    if (percent !== null)
      return of(100, percent.end, { ...SHARE, form: `§${text.slice(amount.end, percent.end).replace('+', '')}` });
    const perMille = matchAt(PER_MILLE, text, amount.end);
    if (perMille !== null) return of(1000, perMille.end);
  }
  const counted = unit === null ? readUnits(text, matchAt(GAP, text, amount.end)?.end ?? amount.end) : null;
  const end = counted?.end ?? amount.end;
  const form = `#${text.slice(amount.end, end).replace('+', '')}`;
  const units = counted?.units.map((one) => ({ ...one, form })) ?? (unit === null ? [] : [unit]);
  if (units.some(({ dimension }) => dimension === MONEY.dimension)) {
    const each = readWhole(EACH, text, end, notation);
    if (each !== null) return of(each.value, each.end, units[0]);
  }
  const [first, ...others] = units.map((one): Scaled => ({ value, unit: one, factor }));
  if (first === undefined) return amount;
  return withSmaller(text, { ...amount, readings: [first, ...others], end }, notation);
}

/** The number behind a sign or word that divides by it; `null` where none stands there, or nothing can be divided by it. */
function readWhole(
  sign: RegExp,
  text: string,
  from: number,
  notation: Notation,
): { readonly value: number; readonly end: number } | null {
  const found = matchAt(sign, text, from);
  const whole = found === null ? null : readAmount(text, found.end, notation);
  if (whole === null || whole.readings[0].value <= 0) return null;
  return { value: whole.readings[0].value, end: whole.end };
}

/** Adds what follows in units of the same kind, each smaller than the one before it. */
function withSmaller(
  text: string,
  amount: Amount,
  notation: Notation,
  before = amount.readings.map(({ unit }) => unit),
): Amount {
  const and = matchAt(AND, text, amount.end);
  const next = and === null ? null : readAmount(text, and.end, notation);
  if (next === null || next.scaled) return amount;
  const smaller = readUnits(text, matchAt(GAP, text, next.end)?.end ?? next.end);
  const more = next.readings[0].value;
  const added = amount.readings.flatMap((reading, index): { readonly reading: Scaled; readonly less: Unit }[] => {
    const { value, unit } = reading;
    const last = before[index] ?? null;
    const less =
      smaller?.units.filter((one) => isLess(one, last)).at(-1) ?? (smaller ? null : bareAfter(last, text, next));
    if (unit === null || less === null) return [];
    const sum = value + (Math.sign(value) || 1) * ((more * less.size) / unit.size);
    return [{ reading: { ...reading, value: sum }, less }];
  });
  const [first, ...others] = added.map(({ reading }) => reading);
  if (first === undefined) return amount;
  const all: Amount = { ...amount, readings: [first, ...others], end: smaller?.end ?? next.end };
  return smaller === null
    ? all
    : withSmaller(
        text,
        all,
        notation,
        added.map(({ less }) => less),
      );
}

function isLess(one: Unit, unit: Unit | null): boolean {
  return one.dimension === unit?.dimension && one.size < unit.size;
}

/** `1 h 50` leaves out what fifty are. */
function bareAfter(unit: Unit | null, text: string, { readings, end }: Amount): Unit | null {
  const isSexagesimal = unit?.dimension === 'duration' && (unit.size === 3600 || unit.size === 60);
  if (!isSexagesimal || readings[0].value >= 60 || !/^\s*(?:$|[([])/u.test(text.slice(end))) return null;
  return { ...unit, size: unit.size / 60 };
}
