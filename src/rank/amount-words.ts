import { scalesIn } from '../model/vocabulary';
import { valueWords } from '../model/words';
import { lazily } from '../text/lazily';
import { fold } from '../text/fold';
import { endHere } from '../text/here';
import { wholeWords } from '../text/phrases';
import { countSpacedWords } from '../text/spaced-words';
import { AmountTable } from './amount-table';

const AMOUNTS = lazily(() => new AmountTable(valueWords().amounts));
/** Answers, and the other scales. */
const OTHERS = lazily(() => [
  new AmountTable(valueWords().answers),
  ...scalesIn(valueWords().scales).map(
    (words) => new AmountTable(words.map((word, index) => [index + 1, [fold(word)]])),
  ),
]);
const BETWEEN = /\s*(?:[–—/-]|\sto\s|\sдо\s)\s*/uy;
const FILLERS = lazily(
  () => new RegExp(`^(?:${wholeWords(['from', 'rather', 'quite', 'от', 'довольно', 'скорее'])}\\s+)?`, 'u'),
);
/** What ends a word that stands for itself: the end, a bracket, a comma, a dash. */
const ALONE = /^(?!\.?\s*\d)\s*(?:$|[(,;:.!/–—]|\s-)/u;
/** `high latency` says high; a longer text only begins with the word. */
const MOST_WORDS_AFTER = 3;

/**
 * What an ordered word that opens a cell's plain text says, in both languages: low, medium, high are 1, 2, 3, very low and very
 * high lie outside, a range (`medium–high`) is its middle, no and yes are 0 and 1; words of the other scales
 * count from 1, lowest first. `null` where there is none.
 */
export function readAmountWord(plain: string): number | null {
  const text = fold(plain);
  const from = FILLERS().exec(text)?.[0].length ?? 0;
  const first = AMOUNTS().at(text, from);
  if (first !== null) {
    const behind = endHere(BETWEEN, text, first.end);
    const last = behind >= 0 ? AMOUNTS().at(text, behind) : null;
    const rest = text.slice((last ?? first).end);
    if (!ALONE.test(rest) && countSpacedWords(rest) > MOST_WORDS_AFTER) return null;
    return last === null ? first.amount : (first.amount + last.amount) / 2;
  }
  for (const table of OTHERS()) {
    const found = table.at(text, 0);
    if (found !== null && ALONE.test(text.slice(found.end))) return found.amount;
  }
  return null;
}
