import { fold } from '../text/fold';
import { addTo } from '../text/grouped';

/** `минут*` stands for `минутами`, not for any longer word. */
const MOST_LETTERS_MORE = 4;

/** Finds what a word means: as it is written, else in any case, else by how it begins. */
export class WordTable<T> {
  readonly #exact = new Map<string, T[]>();
  readonly #folded = new Map<string, T[]>();
  readonly #stems = new Map<string, T[]>();

  /** Words with spaces between them; those that end in `*` are beginnings. */
  constructor(rows: Iterable<readonly [meaning: T, words: string]>) {
    for (const [meaning, words] of rows) {
      for (const word of words.split(' ')) {
        if (word.endsWith('*')) addTo(this.#stems, fold(word.slice(0, -1)), meaning);
        else {
          addTo(this.#exact, word, meaning);
          addTo(this.#folded, fold(word), meaning);
        }
      }
    }
  }

  /** All that it may mean; a single letter only in its case. */
  of(word: string): readonly T[] {
    const found = this.#exact.get(word);
    if (found !== undefined || word.length < 2) return found ?? [];
    const folded = fold(word);
    const other = this.#folded.get(folded);
    if (other !== undefined) return other;
    for (let end = folded.length; end > 1 && end >= folded.length - MOST_LETTERS_MORE; end--) {
      const stem = this.#stems.get(folded.slice(0, end));
      if (stem !== undefined) return stem;
    }
    return [];
  }
}
