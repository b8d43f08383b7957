/**
 * What a note speaks of: the beginnings of its words, each as a number, and how often it says them. Two words may share a number; of
 * some 250,000 numbers that is rare.
 */
export interface NoteTerms {
  /** Each term once, in the order of its first word: the number in the upper bits, how often (1 to `MOST_TIMES`) in the lower. */
  readonly packed: Uint32Array;
}

/** How many numbers there are for terms. */
export const TERM_NUMBERS = 1 << 18;
/** The most that a term is counted in one note. */
export const MOST_TIMES = 255;
const TIMES_BITS = 8;

export const packTerm = (number: number, times: number): number =>
  ((number << TIMES_BITS) | Math.min(times, MOST_TIMES)) >>> 0;
export const numberOfTerm = (packed: number): number => packed >>> TIMES_BITS;
export const timesOfTerm = (packed: number): number => packed & MOST_TIMES;
