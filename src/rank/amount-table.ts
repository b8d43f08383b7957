import { lazyPattern } from '../text/lazily';
import { phrasesIn, wholeWords, type Phrases } from '../text/phrases';
import { grouped } from '../text/grouped';

/** Finds which row of a vocabulary's table a folded text begins with. */
export class AmountTable {
  readonly #rows: readonly (readonly [amount: number, words: Phrases])[];
  /** The letters that phrases begin with, by the first two of them: most texts need no more to be told from all phrases. */
  readonly #openings: ReadonlyMap<string, readonly string[]>;
  readonly #pattern: RegExp;

  /** @throws for a phrase that does not begin with two letters as they are. */
  constructor(rows: readonly (readonly [amount: number, words: Phrases])[]) {
    this.#rows = rows;
    const openings = rows.flatMap(([, words]) => phrasesIn(words).map(opening));
    this.#openings = grouped(openings, (letters) => letters.slice(0, 2));
    this.#pattern = new RegExp(rows.map(([, words]) => `(${wholeWords(words)})`).join('|'), 'y');
  }

  /** The amount of the phrase at `from` and the offset behind it; `null` if none stands there. */
  at(folded: string, from: number): { readonly amount: number; readonly end: number } | null {
    const openings = this.#openings.get(folded.slice(from, from + 2));
    if (!openings?.some((letters) => folded.startsWith(letters, from))) return null;
    this.#pattern.lastIndex = from;
    const found = this.#pattern.exec(folded);
    if (found === null) return null;
    const row = this.#rows[found.findIndex((group, index) => index > 0 && group !== undefined) - 1];
    return row === undefined ? null : { amount: row[0], end: this.#pattern.lastIndex };
  }
}

const OPENING = lazyPattern(String.raw`^\p{L}{2,}(?!\p{L}|\?)|^\p{L}{2,}(?=\p{L}\?)`);

/** The letters of a phrase that stand for themselves and cannot be left out. */
function opening(phrase: string): string {
  const [letters] = OPENING().exec(phrase) ?? [];
  if (letters === undefined) throw new Error(`“${phrase}” does not begin with two letters`);
  return letters;
}
