import { rankWords, rankingWords } from '../model/ranks';
import { MEDALS } from '../model/vocabulary';
import { plainText } from '../markdown/plain-text';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { openingLetters } from '../text/opening-letters';
import { alternatives, phrasesIn, wholeWords } from '../text/phrases';
import { placesInScale, readRank, scales, scaleWord } from './rank';

/** What a heading says as a rung. */
export interface RungHeading {
  readonly rank: number | null;
  /** As written, without the words around it. */
  readonly text: string;
  /** Rungs of one scale have the same: the word that names them, `letter`, `medal`, or `word`. */
  readonly scale: string;
  /** `sure` where the words say that it ranks; a bare letter, and a level of something, may be the heading of anything. */
  readonly isSure: boolean;
  /** What it is to be looked up by in a scale of words; `''` for others. */
  readonly word: string;
}

const SIGN = String.raw`(?:\d{1,3}(?:[.,]\d)?|[ivx]{1,5}|(?:s{1,3}|[a-f])(?:\+|-(?!\p{L}))*)`;
/** What may follow: nothing, or words behind a sign or a dash. */
const END = String.raw`(?=$|\s*[:.,(–—|=\[]|\s+-\s|\s*[^\p{L}\p{N}\s-])`;
/** The second of a range belongs to the rung. */
const NAMED = lazily(
  () => new RegExp(String.raw`^(${alternatives(rankWords())})[\s№#:-]*(${SIGN}(?:\s?[–—-]\s?${SIGN})?)${END}`, 'u'),
);
const LETTERED = lazily(
  () =>
    new RegExp(
      String.raw`^((?:s{1,3}|[a-f])(?:\+|-(?!\p{L}))*)(?:[\s-]?(${wholeWords(rankingWords())}|[级級]))?${END}`,
      'u',
    ),
);
const CODED = lazyPattern(String.raw`^([tтp])-?(\d{1,2})${END}`);
/** `1. Level` counts the rung. */
const RANKING = lazily(() => new RegExp(`^${wholeWords(rankingWords())}`));
const DECORATION = lazyPattern(String.raw`^[^\p{L}\p{N}]*(?:\d{1,2}[.)]\s+)?[^\p{L}\p{N}]*`);
/** Words of a scale stand alone, or with one noun. */
const MOST_WORDS = 2;
/** A rung's words are few. */
const LONGEST = 80;
const LONGEST_LETTERS = 3;
const MOST_SIGNS = 8;
const LONGEST_WORD = 20;
/** The first words of what may name rungs, or be one. */
const FIRST_WORDS = lazily(
  () =>
    new Set(['t', 'т', 'p', ...phrasesIn(rankWords()), ...scales().flat()].map((word) => word.split(/[ -]/)[0] ?? '')),
);
const MAY_OPEN = lazily(() => openingLetters([...FIRST_WORDS()]));
/** The first half of a medal, and the second of a golden one; silver and bronze follow. */
const MEDAL = 0xd83e;
const GOLD = 0xdd47;

const STAR = 0x2605;
const STAR_EMOJI = 0x2b50;
/** So many of them, of so many as there can be. */
const STARS = /^(?:(★{1,99})☆{0,99}|(⭐{1,99}))(?![^\s:.,(–—-])/;

const isWordCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code < 0x2000) ||
  (code >= 0x3040 && code < 0xd800);
/** `abcdefs`, in small or capital letters. */
const isRungCode = (code: number): boolean => {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x66) || small === 0x73;
};

/** Reads a heading, or the words of a bold line, as a rung; `null` if it is none. Most are told apart by their first word. */
export function readRungHeading(text: string, from: number, end: number): RungHeading | null {
  if (end - from > LONGEST) return null;
  const at = rungStart(text, from, end);
  if (at === -1) return null;
  const mayBe = at === end || isLettered(text, at, end) || (MAY_OPEN()(text, at) && isFirstWord(text, at, end));
  return mayBe ? headingOf(plainText(text.slice(from, end))) : null;
}

/** Where the first word stands, if a rung may begin with its letters; `end` where a medal or a star stands before it, else -1. */
export function rungStart(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isWordCode(code) || at - from === MOST_SIGNS) return isRungCode(code) || MAY_OPEN()(text, at) ? at : -1;
    if (code === STAR || code === STAR_EMOJI) return end;
    const next = code === MEDAL ? text.charCodeAt(at + 1) : 0;
    if (next >= GOLD && next <= GOLD + 2) return end;
  }
  return -1;
}

/** Whether a word is nothing but letters that rungs are made of: `S`, `SSS`, `S级`. */
function isLettered(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isRungCode(text.charCodeAt(at))) at++;
  if (at === from || at - from > LONGEST_LETTERS) return false;
  const isGrade = at < end && '级級'.includes(text.charAt(at));
  return wordEnd(text, at, end) === (isGrade ? at + 1 : at);
}

/** Whether a word is one that names rungs, or that is one, and stands where it may. */
function isFirstWord(text: string, at: number, end: number): boolean {
  const stop = wordEnd(text, at, end);
  return stop > at && stop - at <= LONGEST_WORD && FIRST_WORDS().has(fold(text.slice(at, stop)));
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isWordCode(text.charCodeAt(at))) at++;
  return at;
}

function headingOf(plain: string): RungHeading | null {
  const medal = MEDALS.findIndex((sign) => plain.startsWith(sign));
  if (medal !== -1) return { rank: medal + 1, text: MEDALS[medal] ?? '', scale: 'medal', isSure: true, word: '' };
  const [stars = '', dark = '', gold = ''] = STARS.exec(plain.replace(/\ufe0f/g, '')) ?? [];
  if (stars !== '') return { rank: (dark || gold).length, text: stars, scale: 'stars', isSure: true, word: '' };
  // Small letters are as long as large ones where a rung's own sign is written in them.
  const shown = plain.replace(DECORATION(), '');
  const text = fold(shown);
  if (text.length !== shown.length) return null;
  const rung = (sign: string, at: number, scale: string, isSure: boolean): RungHeading => ({
    rank: readRank(sign)?.value ?? null,
    text: shown.slice(at, at + sign.length),
    scale,
    isSure,
    word: '',
  });
  const named = NAMED().exec(text);
  if (named !== null) {
    const [all, word = '', sign = ''] = named;
    return rung(sign, all.length - sign.length, word, RANKING().test(word));
  }
  const lettered = LETTERED().exec(text);
  if (lettered !== null) {
    const [, sign = '', word = ''] = lettered;
    return rung(sign, 0, 'letter', word !== '');
  }
  const coded = CODED().exec(text);
  if (coded !== null)
    return {
      ...rung(
        coded[2] ?? '',
        0,
        `code ${coded[1] ?? ''}`,
        coded[1] !== 'p' || scaleWord(text.slice(coded[0].length).replace(DECORATION(), '')) !== '',
      ),
      text: shown.slice(0, coded[0].length),
    };
  const known = scaleWord(text);
  if (known === '' || (text !== known && text.split(/\s+/).length > MOST_WORDS)) return null;
  const place = placesInScale([text]);
  return place === null
    ? null
    : {
        rank: place[0] ?? null,
        text: shown.slice(0, known.length),
        scale: 'word',
        isSure: false,
        word: text,
      };
}
