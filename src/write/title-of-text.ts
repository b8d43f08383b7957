import { plainText } from '../markdown/plain-text';
import { ABBREVIATIONS } from '../model/abbreviations';
import { lazily } from '../text/lazily';
import { LETTER } from '../text/letters';
import { splitLines } from '../text/line-breaks';

/** A longer title would be cut in most places that show it. */
const LONGEST = 60;
/** What stands further behind is no part of it, whatever it is. */
const LOOKED_AT = 3 * LONGEST;

/** What may stand before the words of a line: quotes, a heading, items, a box to tick, a callout's type. A year is no item's number. */
const MARKERS = /^(?:[\s>]|#+\s|[-+*•]\s|\d{1,3}[.)]\s|\[[ xX]\]\s|\[![^\]]*\][+-]?)+/;

/** Where a sentence may end: the word before, with the full stops within it, and the signs. */
const END = lazily(() => new RegExp(String.raw`([\p{L}\p{N}.]*)([.!?…]+["'»”’)\]]*)(?=\s|$)`, 'gu'));
const IS_SHORT = lazily(() => {
  const words = Object.values(ABBREVIATIONS).join(' ').replaceAll(' ', '|');
  return new RegExp(String.raw`^(?:(?:\p{L}\.)*\p{L}|${words})$`, 'iu');
});
const STARTS_SMALL = lazily(() => new RegExp(String.raw`^\s+\p{Ll}`, 'u'));

/** A title for a text: its first sentence, or as many of its words as a title has. `''` for a text without words. */
export function titleOfText(text: string): string {
  const line = splitLines(text).find((one) => LETTER().test(one)) ?? '';
  const sentence = firstSentence(plainText(line.replace(MARKERS, '')).slice(0, LOOKED_AT));
  const short = sentence.length <= LONGEST ? sentence : sentence.slice(0, LONGEST + 1).replace(/\s+\S*$/, '');
  return short.slice(0, LONGEST).replace(/[\s.,:;!?…—–-]+$/u, '');
}

/** A label, or a field: no sentence. */
const NO_SENTENCE = /[:*_]\s*$|::/;

/** The first sentence of a paragraph, or of a quotation; `''` where it has none. A line of links alone says nothing. */
export function openingSentence(paragraph: string): string {
  const lines = splitLines(paragraph).map((line) => line.replace(MARKERS, ''));
  const saysSomething = (line: string): boolean =>
    LETTER().test(line.replace(/\[\[[^\]]*\]\]/g, '')) && !NO_SENTENCE.test(line);
  return firstSentence(plainText(lines.find(saysSomething) ?? ''));
}

/** A full stop behind an abbreviation ends none, nor does one that small letters follow, or that has no letter before it. */
function firstSentence(text: string): string {
  for (const { 0: found, 1: word = '', 2: signs = '', index } of text.matchAll(END())) {
    const end = index + found.length;
    const isOpen = signs === '.' && (IS_SHORT().test(word) || STARTS_SMALL().test(text.slice(end, end + 8)));
    if (!isOpen && LETTER().test(text.slice(0, end))) return text.slice(0, end);
  }
  return text;
}
