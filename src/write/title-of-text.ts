import { plainText } from '../markdown/plain-text';
import { ABBREVIATIONS, BEFORE_NUMBERS } from '../model/abbreviations';
import { LETTER } from '../text/letters';
import { splitLines } from '../text/line-breaks';
import { sentenceEnds } from '../text/sentences';

/** A longer title would be cut in most places that show it. */
const LONGEST = 60;
/** What stands further behind is no part of it, whatever it is. */
const LOOKED_AT = 3 * LONGEST;

/** What may stand before the words of a line: quotes, a heading, items, a box to tick, a callout's type. A year is no item's number. */
const MARKERS = /^(?:[\s>]|#+\s|[-+*•]\s|\d{1,3}[.)]\s|\[[ xX]\]\s|\[![^\]]*\][+-]?){1,999}/;

/** As many whole phrases as fit, unless that is next to nothing. */
const PHRASE = /^.{19,}[^\s,;:—–-](?=[,;:]\s|\s[—–-]\s)/;

const endsIn = sentenceEnds(ABBREVIATIONS, BEFORE_NUMBERS);

/** A title for a text: its first sentence, or as many of its phrases, or words, as a title has. `''` for a text without words. */
export function titleOfText(text: string): string {
  const line = splitLines(text).find((one) => LETTER().test(one)) ?? '';
  const sentence = firstSentence(plainText(line.replace(MARKERS, '')).slice(0, LOOKED_AT));
  const cut = sentence.slice(0, LONGEST + 1);
  const short = sentence.length <= LONGEST ? sentence : (PHRASE.exec(cut)?.[0] ?? cut.replace(/\s+\S*$/, ''));
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
  for (const end of endsIn(text)) return text.slice(0, end);
  return text;
}
