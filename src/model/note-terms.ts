/**
 * What a note speaks of: the beginnings of its words, each as a number, and how often it says them. Two words may share a number; of
 * some 250,000 numbers that is rare.
 */
export interface NoteTerms {
  /**
   * Each term once, in the order of its first word: from the upper bits down a number for more of that word, the term's own, and how
   * often it is said (1 to `MOST_TIMES`).
   */
  readonly packed: Uint32Array;
}

/** How many numbers there are for terms. */
export const TERM_NUMBERS = 1 << 18;
/** How many numbers there are for more of a word than its beginning. */
export const WORD_NUMBERS = 1 << 6;
/** The most that a term is counted in one note. */
export const MOST_TIMES = 255;
const TIMES_BITS = 8;
const NUMBER_BITS = 26;

export const packTerm = (number: number, times: number, word: number): number =>
  ((word << NUMBER_BITS) | (number << TIMES_BITS) | Math.min(times, MOST_TIMES)) >>> 0;
export const numberOfTerm = (packed: number): number => (packed >>> TIMES_BITS) & (TERM_NUMBERS - 1);
export const wordOfTerm = (packed: number): number => packed >>> NUMBER_BITS;
export const timesOfTerm = (packed: number): number => packed & MOST_TIMES;
