import { languages } from '../model/words';
import { lazily } from '../text/lazily';
import { editDistance } from '../text/edit-distance';

/** The stems, how many slips each may have, and its parts: one slip more than that is needed to spoil them all. */
const STEMS = lazily(() =>
  languages()
    .flatMap(({ misspelt }) => misspelt?.split('|') ?? [])
    .map((stem) => {
      const most = Math.min(2, Math.floor((stem.length - 1) / 4));
      const length = Math.ceil(stem.length / (most + 1));
      return { stem, most, parts: stem.match(new RegExp(`.{1,${length}}`, 'g')) ?? [] };
    }),
);

/** Of the word only its beginning counts. Letters that changed places are two slips: they may spoil two parts of the stem. */
const AT_START = { swaps: false, openEnd: true } as const;

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
    const slips = editDistance(stem, word, most, AT_START);
    if (slips === 0) return word;
    if (slips > most || slips >= least) continue;
    best = stem;
    least = slips;
  }
  return best;
}
