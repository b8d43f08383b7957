import { lazyPattern } from '../text/lazily';

const LONG_WORD = lazyPattern(String.raw`[\p{L}\p{N}]{5,}`, 'gu');
/** So many first letters stay however a word is inflected. */
const STEM = 5;
/** Of the longest words, so many are looked for in a note before it is read, and so many have to be there. */
const PROBES = 12;
const LEAST_PROBES = 4;
/** A shorter text says too little to be known by. */
const LEAST_STEMS = 8;
/** What a message says besides counts, but less. */
const BESIDES = 0.3;
/** From here on texts say the same. */
const SAME = 0.4;

/** Knows a text again that was corrected since, by the words that both have. */
export class SameText {
  readonly #stems: ReadonlySet<string>;
  readonly #probes: readonly string[];

  constructor(text: string) {
    this.#stems = stemsOf(text);
    const longest = [...new Set(Array.from(text.matchAll(LONG_WORD()), ([word]) => word.toLowerCase()))];
    longest.sort((a, b) => b.length - a.length);
    this.#probes = longest.slice(0, PROBES).map((word) => word.slice(0, Math.max(STEM, word.length - 3)));
  }

  /** Whether a note can hold it: quick, for most cannot. */
  isNear(note: string): boolean {
    if (this.#stems.size < LEAST_STEMS) return false;
    let found = 0;
    for (const [index, probe] of this.#probes.entries()) {
      if (note.includes(probe)) found++;
      if (found >= LEAST_PROBES) return true;
      if (found + this.#probes.length - index <= LEAST_PROBES) return false;
    }
    return false;
  }

  /** How far another text says the same, from 0 to 1; 0 where that is too little. */
  likeness(other: string): number {
    const theirs = stemsOf(other);
    let both = 0;
    for (const stem of this.#stems) if (theirs.has(stem)) both++;
    const ours = this.#stems.size;
    const likeness = both / (ours + BESIDES * Math.max(0, theirs.size - ours));
    return ours >= LEAST_STEMS && likeness >= SAME ? likeness : 0;
  }
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.toLowerCase().matchAll(LONG_WORD()), ([word]) => word.slice(0, STEM)));
}
