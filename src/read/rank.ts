import { LETTER_SCALE, MEDALS, RANK_HEADERS, RANK_SCALES } from '../model/vocabulary';
import { fold } from '../text/fold';
import { lazily } from '../text/lazily';
import { alternatives } from '../text/phrases';
import { plainText } from '../markdown/plain-text';

/** A rung as a value. */
export interface Rank {
  readonly value: number;
  /** Whether the cell alone says that it is a rung (`T1`, `Tier 2`, 🥇), so that no header has to. */
  readonly telling: boolean;
  /** Whether it is a letter of a tier list, or an ordered word. */
  readonly by: 'number' | 'letter' | 'word';
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
/** `Tier 8.3`, `Уровень IV`, `T1`, `L2`: a word or a letter that names rungs, and the rung. */
const NAMED = lazily(
  () =>
    new RegExp(
      `^${alternatives(RANK_HEADERS)}[\\s№#:-]*(\\d+(?:[.,]\\d+)?|[ivxlc]+|[sabcdef][+-]?)(?![\\p{L}\\p{N}])`,
      'u',
    ),
);
const CODED = lazily(() => new RegExp(String.raw`^([tlnт])-?(\d+(?:[.,]\d+)?)(?![\p{L}\p{N}])`, 'u'));
const NUMBER = lazily(
  () =>
    new RegExp(
      String.raw`^[≈~<>≥≤+]?\s*([−-]?\d+(?:[.,]\d+)?)\s*(?:st|nd|rd|th|-?(?:й|я|е|ый|ой))?(?![\p{L}\p{N}]|\s*%|[\s\u00A0]\d|\s*\/\s*\d)`,
      'u',
    ),
);
/** A lone `C` is a letter of a tier list, not a hundred. */
const ROMAN = /^(?!c(?![ivxlc]))([ivxlc]+)(?:\s*[–—-]\s*[ivxlc]+)?(?=$|[\s.,:;()/–—-])/u;
const LETTER = lazily(() => new RegExp(String.raw`^([sabcdef])([+-]{0,2})(?![\p{L}\p{N}])`, 'u'));
/** What decorates the rung is not part of it: `🧱 0` and `#1`. */
const DECORATION = lazily(() => new RegExp('^[^\\p{L}\\p{N}≈~<>≥≤+−-]+', 'u'));
/** A half rung up or down for `A+`, `A-`. */
const LETTER_SIGN = 0.25;

/** Reads the rung that a cell's raw Markdown says; `null` if it says none. */
export function readRank(cell: string): Rank | null {
  const plain = plainText(cell);
  const medal = MEDALS.findIndex((sign) => plain.startsWith(sign));
  if (medal !== -1) return { value: medal + 1, telling: true, by: 'number' };
  const text = fold(plain.includes('\u20E3') || plain.includes('🔟') ? withoutKeycaps(plain) : plain)
    .replace(DECORATION(), '')
    .trim();
  if (text === '') return null;
  const named = NAMED().exec(text);
  if (named !== null) return rung(valueOf(named[1] ?? ''), true);
  const coded = CODED().exec(text);
  if (coded !== null) return rung(decimal(coded[2] ?? ''), true);
  const number = NUMBER().exec(text);
  if (number !== null) return rung(decimal(number[1] ?? ''), false);
  const roman = ROMAN.exec(text);
  if (roman !== null) return rung(romanValue(roman[1] ?? ''), false);
  const letter = LETTER().exec(text);
  if (letter !== null) return rung(letterValue(letter[1] ?? '', letter[2] ?? ''), false, 'letter');
  return rung(wordValue(text), false, 'word');
}

function withoutKeycaps(text: string): string {
  return text.replace('🔟', '10 ').replace(/([0-9])\uFE0F?\u20E3/gu, '$1 ');
}

function rung(value: number | null, telling: boolean, by: Rank['by'] = 'number'): Rank | null {
  return value === null ? null : { value, telling, by };
}

function valueOf(text: string): number | null {
  if (/^\d/.test(text)) return decimal(text);
  return letterValue(text.charAt(0), text.slice(1)) ?? romanValue(text);
}

function decimal(text: string): number | null {
  const value = Number(text.replace(',', '.').replace('−', '-'));
  return Number.isFinite(value) ? value : null;
}

/** Canonical Roman numerals up to 399; `null` for other words in the same letters. */
function romanValue(text: string): number | null {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === '') return null;
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = ROMAN_DIGITS[text.charAt(at)] ?? 0;
    total += digit < (ROMAN_DIGITS[text.charAt(at + 1)] ?? 0) ? -digit : digit;
  }
  return total;
}

function letterValue(letter: string, sign: string): number | null {
  const place = LETTER_SCALE.findIndex((one) => one === letter);
  if (place === -1) return null;
  const shift = [...sign].reduce((sum, one) => sum + (one === '+' ? -LETTER_SIGN : LETTER_SIGN), 0);
  return place + 1 + shift;
}

const SCALE_WORD = lazily(() => new RegExp(`^${alternatives(RANK_SCALES.flat())}`));

/** The place of an ordered word in the first scale that has it, from 1. `low-medium` is `low`, `meta-law` no place. */
function wordValue(text: string): number | null {
  if (!SCALE_WORD().test(text)) return null;
  for (const scale of RANK_SCALES) {
    const place = scale.findIndex((word) => {
      if (!text.startsWith(word)) return false;
      const rest = text.slice(word.length);
      return rest === '' || /^[\s(,:—–]/.test(rest) || (rest.startsWith('-') && SCALE_WORD().test(rest.slice(1)));
    });
    if (place !== -1) return place + 1;
  }
  return null;
}
