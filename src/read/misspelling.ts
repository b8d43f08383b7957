import { MISSPELT_STEMS } from '../model/vocabulary';
import { lazily } from '../text/lazily';

/** The stems, how many slips each may have, and its parts: one slip more than that is needed to spoil them all. */
const STEMS = lazily(() =>
  MISSPELT_STEMS.map((stem) => {
    const most = Math.min(2, Math.floor((stem.length - 1) / 4));
    const length = Math.ceil(stem.length / (most + 1));
    return { stem, most, parts: stem.match(new RegExp(`.{1,${length}}`, 'g')) ?? [] };
  }),
);

/** Headings are short; what is longer is a sentence that only happens to hold such a word. */
const MOST_WORDS = 9;

/**
 * A normalized heading with its misspelt words set right, as far as the vocabulary lists them: a word may have one slip in a
 * short stem, two in a longer one, and any ending. The text itself where nothing is to be set right.
 */
export function withoutMisspellings(text: string): string {
  const words = text.split(' ');
  return words.length > MOST_WORDS ? text : words.map(meant).join(' ');
}

/** The stem that a word is nearest to; the word itself where none is near, or it begins with one as it should. */
function meant(word: string): string {
  let best = word;
  let least = Infinity;
  for (const { stem, most, parts } of STEMS()) {
    if (!parts.some((part) => word.includes(part))) continue;
    const slips = slipsAtStart(stem, word, most);
    if (slips === 0) return word;
    if (slips > most || slips >= least) continue;
    best = stem;
    least = slips;
  }
  return best;
}

/**
 * How many letters have to be added, left out or replaced to make `stem` of the beginning of `word`; `most + 1` where that is more
 * than `most`. Edit distance (Vladimir Levenshtein, 1965) whose last letters of the word cost nothing (Peter Sellers, 1980).
 */
function slipsAtStart(stem: string, word: string, most: number): number {
  let row = Array.from({ length: stem.length + 1 }, (_, index) => index);
  let least = stem.length;
  for (let at = 1; at <= word.length; at++) {
    const next = [at];
    for (let i = 1; i <= stem.length; i++) {
      const replaced = (row[i - 1] ?? 0) + (stem.charCodeAt(i - 1) === word.charCodeAt(at - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[i] ?? 0) + 1, (next[i - 1] ?? 0) + 1));
    }
    row = next;
    least = Math.min(least, row[stem.length] ?? least);
    if (Math.min(...row) > most) break;
  }
  return Math.min(least, most + 1);
}
