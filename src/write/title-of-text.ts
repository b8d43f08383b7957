import { plainText } from '../markdown/plain-text';
import { ABBREVIATIONS, BEFORE_NUMBERS } from '../model/abbreviations';
import { lazyPattern } from '../text/lazily';
import { LETTER } from '../text/letters';
import { splitLines } from '../text/line-breaks';
import { sentenceEnds } from '../text/sentences';

/** A longer title would be cut in most places that show it. */
const LONGEST = 60;
/** What stands further behind is no part of it, whatever it is. */
const LOOKED_AT = 3 * LONGEST;

/**
 * What may stand before the words of a line: quotes, a heading, items, a box to tick, a callout's type, tags, a file that is shown. A year
 * is no item's number.
 */
const MARKERS =
  /^(?:[\s>]|#+\s|#(?!\d)[^\s#]{1,99}(?:$|\s(?!\s{0,9}[a-zа-яё]))|[-+*•◦‣▪●—–]\s|\(?(?:\d{1,3}|[A-Za-zА-яё])\)\s|\d{1,3}\.\s|\[[^\]]\]\s|\[![^\]]{0,99}\][+-]?|!\[\[[^[\]]{0,500}\]\]|!\[[^[\]]{0,500}\]\([^()]{0,999}\)){1,999}/;

/** As many whole phrases as fit, unless that is next to nothing. */
const PHRASE = /^.{19,}[^\s,;:—–-](?=[,;:]\s|\s[—–-]\s)/;

/** The folders of a linked note. */
const FOLDERS = /\[\[[^[\]|]{1,500}\//g;
/** A bracket or a quote that is still open at the end. */
const OPEN = /[(«][^)»]*$|“[^”]*$/;
/** What goes on with a sentence whatever sign is before it: «Стой! — сказал он». */
const GOES_ON = lazyPattern(String.raw`^\s+(?:[—–-]\s+)?\p{Ll}`);

const endsIn = sentenceEnds(ABBREVIATIONS, BEFORE_NUMBERS);

/** A title for a text: its first sentence, or as many of its phrases, or words, as a title has, and no little word at its end. `''` for a text without words. */
export function titleOfText(text: string): string {
  let words = '';
  for (const line of splitLines(text)) {
    if (LETTER().test(line)) words = plainText(line.replace(MARKERS, '').replace(FOLDERS, '[['));
    if (LETTER().test(words)) break;
  }
  const sentence = firstSentence(words.slice(0, LOOKED_AT));
  const cut = sentence.slice(0, LONGEST + 1);
  const short =
    sentence.length <= LONGEST ? sentence : (PHRASE.exec(cut)?.[0] ?? cut.replace(/(?:\s[a-zа-я]{1,3})*\s+\S*$/, ''));
  return short.slice(0, LONGEST).replace(/[\s.,:;!?…—–-]+$/u, '');
}

/** A label, or a field: no sentence. */
const NO_SENTENCE = /[:*_]\s*$|::/;

/** The first sentence of a paragraph, or of a quotation; `''` where it has none. A line of links alone says nothing. */
export function openingSentence(paragraph: string): string {
  const lines = splitLines(paragraph).map((line) => line.trimStart().replace(MARKERS, ''));
  const saysSomething = (line: string): boolean =>
    LETTER().test(line.replace(/\[\[[^[\]]*\]\]/g, '')) && !NO_SENTENCE.test(line);
  return firstSentence(plainText(lines.find(saysSomething) ?? ''));
}

function firstSentence(text: string): string {
  for (const end of endsIn(text)) {
    const next = text.slice(end, end + LOOKED_AT);
    const isWithin = OPEN.test(text.slice(Math.max(0, end - LOOKED_AT), end)) && /[)»”]/.test(next);
    if (!isWithin && !GOES_ON().test(next)) return text.slice(0, end);
  }
  return text;
}
