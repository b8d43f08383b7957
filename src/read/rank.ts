import { rankWords, rankingWords, scaleTexts } from '../model/ranks';
import { LETTER_SCALE, MEDALS, scalesIn } from '../model/vocabulary';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { openingLetters } from '../text/opening-letters';
import { remembered } from '../text/remembered';
import { alternatives } from '../text/phrases';
import { isLetter } from '../markdown/line-kinds';
import { plainText } from '../markdown/plain-text';

/** A rung as a value. */
export interface Rank {
  readonly value: number;
  /** Whether the cell alone says that it is a rung (`T1`, `Tier 2`, 🥇), so that no header has to. */
  readonly telling: boolean;
  /** Whether it is a letter of a tier list, a code (`T1`), or an ordered word. */
  readonly by: 'number' | 'letter' | 'code' | 'word';
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
/**
 * What may not follow a rung's own sign: more of a name, which makes it a code (`T5-Small`, `S-01`), or a bracket or a prime without a
 * space, which makes it a formula. A range may.
 */
const NO_MORE = String.raw`(?![\p{L}\p{N}_#'’′([{^]|\.\d`;
const RUNG_END = String.raw`${NO_MORE}|-(?!$|\s|\p{L}?\d+(?![\p{L}\d])|\p{L}(?![\p{L}\d])))`;
const LETTER_END = String.raw`${NO_MORE}|-(?!$|\s|[sabcdef](?![\p{L}\d])))`;
/** `Tier 8.3`, `Уровень IV`, `T1`, `L2`: a word or a letter that names rungs, and the rung. */
const NAMED = lazily(
  () =>
    new RegExp(
      `^${alternatives(rankWords())}[\\s№#:-]{0,99}(\\d{1,99}(?:[.,]\\d{1,99})?|[ivxlc]{1,99}|(?:s{1,3}|[abcdef])[+-]?)${RUNG_END}`,
      'u',
    ),
);
/** A letter and a number below a hundred. `T1003.001` is no rung. */
const CODED = lazyPattern(String.raw`^([tlnт])-?(\d{1,2}(?:[.,]\d)?)${RUNG_END}`);
/** Other codes, as `P0` and `SEV-1`: rungs where the header says so. */
const OTHER_CODE = lazyPattern(String.raw`^\p{L}{1,4}-?(\d{1,2})${RUNG_END}`);
const NUMBER = lazyPattern(
  String.raw`^[≈~<>≥≤+]?\s*([−-]?\d{1,99}(?:[.,]\d{1,99})?)\s*(?:st|nd|rd|th|[级級位等层層阶階급위名]|-?(?:й|я|е|ый|ой))?(?![\p{L}\p{N}]|\s*%|[\s\u00A0]\d|\s*\/\s*\d)`,
);
const OPENS_NUMBER = /^[0-9≈~<>≤≥+−-]/;
/** A lone `C` is a letter of a tier list, not a hundred. */
const ROMAN = /^(?!c(?![ivxlc]))([ivxlc]{1,99})(?:\s*[–—-]\s*[ivxlc]{1,99})?(?=$|[\s.,:;()/–—-])/u;
const LETTER = lazily(
  () =>
    new RegExp(
      `^(s{1,3}|[abcdef])((?:\\+|-(?!\\p{L})){0,2})(?:[-\\s]?(?:${alternatives(rankingWords())}))?${LETTER_END}`,
      'u',
    ),
);
/** What decorates the rung is not part of it: `🧱 0` and `#1`. */
const DECORATION = lazyPattern('^[^\\p{L}\\p{N}≈~<>≥≤+−-]{1,999}');
/** A half rung up or down for `A+`, `A-`. */
const LETTER_SIGN = 0.25;

/** Longer cells hardly come twice. */
const LONGEST_KNOWN = 24;
const textOfCell = remembered((cell) => withoutDecoration(plainText(cell)));

/** What a cell says, in small letters, without what decorates it. */
export function rungText(cell: string): string {
  return cell.length > LONGEST_KNOWN ? withoutDecoration(plainText(cell)) : textOfCell(cell);
}

function withoutDecoration(plain: string): string {
  return fold(plain.includes('\u20E3') || plain.includes('🔟') ? withoutKeycaps(plain) : plain)
    .replace(DECORATION(), '')
    .trim();
}

/** Reads the rung that a cell's raw Markdown says; `null` if it says none. `isNamed` where the header says that there are rungs. */
export function readRank(cell: string, isNamed = false): Rank | null {
  return cell.length > LONGEST_KNOWN ? rankIn(cell, isNamed) : (isNamed ? namedRank : bareRank)(cell);
}
const namedRank = remembered((cell) => rankIn(cell, true));
const bareRank = remembered((cell) => rankIn(cell, false));

function rankIn(cell: string, isNamed: boolean): Rank | null {
  const plain = plainText(cell);
  const medal = MEDALS.findIndex((sign) => plain.startsWith(sign));
  if (medal !== -1) return { value: medal + 1, telling: true, by: 'number' };
  const text = withoutDecoration(plain);
  // A formula is none, whatever letter it begins with.
  if (text === '' || plain.startsWith('$')) return null;
  // No word of a rung begins with a sign or a digit.
  if (OPENS_NUMBER.test(text)) {
    const number = NUMBER().exec(text)?.[1];
    return number === undefined ? null : rung(decimal(number), false);
  }
  const named = NAMED().exec(text);
  if (named !== null) return rung(valueOf(named[1] ?? ''), true);
  const coded = CODED().exec(text);
  if (coded !== null) return rung(decimal(coded[2] ?? ''), true, 'code');
  const other = isNamed ? OTHER_CODE().exec(text) : null;
  if (other !== null) return rung(decimal(other[1] ?? ''), false);
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
  const letters = /^s*/.exec(text)?.[0] || text.charAt(0);
  return letterValue(letters, text.slice(letters.length)) ?? romanValue(text);
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

/** `SS` stands a rung above `S`. */
function letterValue(letter: string, sign: string): number | null {
  const place = LETTER_SCALE.findIndex((one) => one === letter.charAt(0)) + 1 - letter.length;
  if (place < -2 || !LETTER_SCALE.some((one) => letter.startsWith(one))) return null;
  const shift = [...sign].reduce((sum, one) => sum + (one === '+' ? -LETTER_SIGN : LETTER_SIGN), 0);
  return place + 1 + shift;
}

/** Ordered words, lowest first, a scale each. */
export const scales = lazily(() => scalesIn(scaleTexts()));
const SCALE_WORD = lazily(() => new RegExp(`^${alternatives(scales().flat())}`));

/** The place of an ordered word in the first scale that has it, from 1. `low-medium` is `low`, `meta-law` no place. */
function wordValue(text: string): number | null {
  if (!SCALE_WORD().test(text)) return null;
  for (const scale of scales()) {
    const place = placeIn(scale, text);
    if (place !== null) return place;
  }
  return null;
}

function placeIn(scale: readonly string[], text: string): number | null {
  const place = scale.findIndex((word) => {
    if (!text.startsWith(word)) return false;
    const rest = text.slice(word.length);
    return rest === '' || /^[\s(,:;.—–]/.test(rest) || (rest.startsWith('-') && SCALE_WORD().test(rest.slice(1)));
  });
  return place === -1 ? null : place + 1;
}

/** The ordered word that opens a text, of those that do the longest; `''` where none does. */
export function scaleWord(text: string): string {
  return SCALE_WORD().exec(text)?.[0] ?? '';
}

const OPENS_SCALE = lazily(() => openingLetters(scales().flat()));

/** Tells most cells apart from an ordered word, by its first letters. */
export function mayOpenScale(cell: string): boolean {
  let at = 0;
  // Whatever decorates a rung is a sign, or one that is no letter of Latin or Cyrillic.
  while (at < cell.length && cell.charCodeAt(at) < 0x80 && !isLetter(cell.charCodeAt(at))) at++;
  return OPENS_SCALE()(cell, at);
}

/**
 * The places of all these texts in one scale; `null` where no scale has them all. What follows the word is a remark (`low (0–3)`), or
 * the same for all (`low risk`, `high risk`).
 */
export function placesInScale(texts: readonly string[]): readonly number[] | null {
  if (!texts.every((text) => SCALE_WORD().test(text))) return null;
  const [first] = texts;
  for (const scale of scales()) {
    // Most scales lack the first already.
    if (first !== undefined && placeIn(scale, first) === null) continue;
    const places = texts.map((text) => placeIn(scale, text) ?? 0);
    if (places.includes(0)) continue;
    const rests = texts.map((text, index) => text.slice(scale[(places[index] ?? 1) - 1]?.length));
    if (new Set(rests.map(firstWord)).size === 1 || rests.every((rest) => /^(?:$|\s*[(,:;.–—\d<>≤≥-])/.test(rest)))
      return places;
  }
  return null;
}

/** The same where what all are is left to the header: `White` below _Belt_. */
export function placesBelow(header: string, texts: readonly string[]): readonly number[] | null {
  const found = placesInScale(texts);
  if (found !== null || header.length > LONGEST_NOUN) return found;
  const noun = fold(header).trim();
  return placesInScale(texts.map((text) => text.replace(/^\S{1,99}/, (word) => `${word} ${noun}`)));
}
/** The header that says what all rungs are is a word. */
const LONGEST_NOUN = 30;

const firstWord = (text: string): string => /^\s*\S+/.exec(text)?.[0].trim() ?? '';
