import { NUMBER_LEADS, NUMBER_MULTIPLIERS, UNITS } from '../model/vocabulary';
import { lazily } from '../text/lazily';
import { withoutNoise } from './rounding';
import { fold } from '../text/fold';
import { alternatives, wholeWords } from '../text/phrases';
import { countSpacedWords } from '../text/spaced-words';

/** A number that opens a cell. */
export interface CellNumber {
  /**
   * The number itself, never with its arrow's sign: a range its middle, `8/10` and `80 %` as a part of one, multipliers
   * (`1.5K`, `2 млн`) and powers of ten multiplied out.
   */
  readonly value: number;
  /** What an arrow before it says: `⬇ 10×`; `null` without one. */
  readonly arrow: 'up' | 'down' | null;
  /** A unit of which a column may mix several (hours and minutes), else `null`: other units are only words. */
  readonly unit: Unit | null;
}

export interface Unit {
  /** Units of one dimension can be compared. An index of the vocabulary's `UNITS`. */
  readonly dimension: number;
  /** How many of the dimension's first unit it is. */
  readonly size: number;
}

const SPACES = '[ \\u00A0\\u2007\\u2009\\u202F]';
const DIGITS = `[1-9]\\d{0,2}(?:(?:(?:${SPACES}\\d{3})+|(?:['’]\\d{3})+|(?:\\.\\d{3}){2,})(?!\\d)|(?:,\\d{3})+(?![\\d,]))|\\d+`;
const CURRENCY = '[$€£¥₽₴₸₿]';
const MULTIPLIERS = new Map(NUMBER_MULTIPLIERS.flatMap(([factor, words]) => words.map((word) => [word, factor])));
const MULTIPLIER = `(?:${SPACES}?(${alternatives([...MULTIPLIERS.keys()])})\\.?(?![\\p{L}\\p{N}]))?`;
const EXPONENT = '(?:\\^([+−-]?\\d+)|([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))';
const POWER = `(?:[eE]([+-]?\\d+)(?![\\p{L}\\p{N}])|${SPACES}?[×x·*]${SPACES}?10${EXPONENT})?`;
/** One number with its sign, currency, fraction, power of ten and multiplier. */
const NUMBER = lazily(
  () => new RegExp(`([+−‑–-]?)${CURRENCY}?${SPACES}?(${DIGITS}|(?=[.,]\\d))([.,]\\d+)?${POWER}${MULTIPLIER}`, 'uy'),
);
/** What makes a ten that stands alone a power of ten: `10^6`. */
const POWER_OF_TEN = lazily(() => new RegExp(`${EXPONENT}${MULTIPLIER}`, 'uy'));
/** A dash, dots or a word between the ends of a range; the words are folded, the dashes may be any. */
const RANGE = lazily(
  () => new RegExp(`\\+?\\s*(?:[–—‑−-]|…|\\.{2,3}|(?:to|до|по)(?=\\s))\\s*(?=[~≈]?${CURRENCY}?\\d)[~≈]?`, 'uyi'),
);
const OUT_OF = /\s*(?:\/|из|на|out of|of|in)\s*(?=\d)/iuy;
const PERCENT = lazily(() => new RegExp(String.raw`\s*(?:%|percent|per cent|процент\p{L}*)`, 'iuy'));
const PER_MILLE = /\s*‰/uy;
const LEAD = lazily(() => new RegExp(`(?:[~≈<>≤≥±=]|[×xх](?=\\s?\\d)|${wholeWords(NUMBER_LEADS)}\\.?|\\s)*`, 'iuy'));
/** What may not follow: a further part of a date, version or file name, or the text that a running number opens. */
const NO_NUMBER = lazily(() => new RegExp(String.raw`^(?:[._:/^-]\S*\d|_|[.)]\s|[.)]\p{L}|\))`, 'u'));
const UP = /^[⬆↑]\uFE0F?\s*/u;
const DOWN = /^[⬇↓]\uFE0F?\s*/u;
/** A sentence that happens to open with a number is none. */
const MOST_UNIT_WORDS = 4;

/** Reads the number that opens a cell's plain text; `null` where it is a text that only begins with digits. */
export function readNumber(plain: string): CellNumber | null {
  if (!/\d/.test(plain)) return null;
  const arrow = UP.test(plain) ? 'up' : DOWN.test(plain) ? 'down' : null;
  const text = plain
    .replace(arrow === 'up' ? UP : DOWN, '')
    .replace(/(\d)\uFE0F?\u20E3/gu, '$1')
    .trim();
  const first = readOne(text, match(LEAD(), text, 0)?.end ?? 0);
  if (first === null) return null;
  let { end, value } = first;
  const range = match(RANGE(), text, end);
  const last = range === null ? null : readOne(text, range.end);
  if (last !== null) {
    // The multiplier of the end holds for the beginning too: `1–5T`.
    value = ((first.scaled ? value : value * last.factor) + last.value) / 2;
    end = last.end;
  }
  const part = readPart(text, end);
  // 9.8 of 10 is 0.98, not 0.9800000000000001.
  value = withoutNoise(value / part.divisor);
  const rest = text.slice(part.end);
  return isRestOfNumber(rest) ? { value, arrow, unit: readUnit(rest) } : null;
}

interface One {
  readonly value: number;
  readonly end: number;
  readonly factor: number;
  /** Whether it names a multiplier of its own. */
  readonly scaled: boolean;
}

function readOne(text: string, from: number): One | null {
  const found = match(NUMBER(), text, from);
  if (found === null) return null;
  const [, sign = '', digits = '', fraction = '', exponent, timesExponent, timesSuper, multiplier] = found.groups;
  const power = exponent ?? timesExponent ?? timesSuper;
  // A lone `10^6` is a power of ten, not ten times one.
  const isTen = (fraction === '' ? digits : fraction.slice(1)) === '10' && (power ?? multiplier) === undefined;
  const lone = isTen ? match(POWER_OF_TEN(), text, found.end) : null;
  const [, loneExponent, loneSuper, loneMultiplier] = lone?.groups ?? [];
  const mantissa = lone === null ? Number(`${digits.replace(/\D/g, '') || '0'}${fraction.replace(',', '.')}`) : 1;
  const word = multiplier ?? loneMultiplier;
  const factor = word === undefined ? 1 : (MULTIPLIERS.get(word) ?? 1);
  const value = mantissa * 10 ** integer(power ?? loneExponent ?? loneSuper ?? '0') * factor;
  if (!Number.isFinite(value)) return null;
  return {
    value: sign === '' || sign === '+' ? value : -value,
    end: (lone ?? found).end,
    factor,
    scaled: word !== undefined,
  };
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function integer(text: string): number {
  const plain = [...text].map((sign) => {
    const digit = SUPERSCRIPTS.indexOf(sign);
    return digit === -1 ? sign.replace(/[−⁻]/u, '-') : String(digit);
  });
  return Number(plain.join(''));
}

/** `/10`, `%` and the like behind a number: what it is divided by. */
function readPart(text: string, from: number): { readonly divisor: number; readonly end: number } {
  const outOf = match(OUT_OF, text, from);
  const whole = outOf === null ? null : readOne(text, outOf.end);
  if (whole !== null && whole.value > 0) return { divisor: whole.value, end: whole.end };
  const percent = match(PERCENT(), text, from);
  if (percent !== null) return { divisor: 100, end: percent.end };
  const perMille = match(PER_MILLE, text, from);
  return perMille === null ? { divisor: 1, end: from } : { divisor: 1000, end: perMille.end };
}

function isRestOfNumber(rest: string): boolean {
  if (NO_NUMBER().test(rest)) return false;
  const unit = rest.split(/[([,;:—–]|\.\s|\s[-/]\s/u, 1)[0] ?? '';
  return countSpacedWords(unit) <= MOST_UNIT_WORDS;
}

const UNIT_PATTERNS = lazily(() =>
  UNITS.map((sizes) => sizes.map(([size, words]) => ({ size, pattern: new RegExp(`^${wholeWords(words)}`, 'u') }))),
);

function readUnit(rest: string): Unit | null {
  const text = fold(rest).replace(/^[+\s]+/u, '');
  if (text === '') return null;
  for (const [dimension, units] of UNIT_PATTERNS().entries()) {
    const found = units.find(({ pattern }) => pattern.test(text));
    if (found !== undefined) return { dimension, size: found.size };
  }
  return null;
}

function match(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly groups: readonly (string | undefined)[]; readonly end: number } | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : { groups: [...found], end: pattern.lastIndex };
}
