import { fold } from './fold';
import { WORDS } from './letters';

/** Shorter words say too little. */
const SHORTEST = 3;
/** How much of a word its endings leave alone, in Russian and English alike. */
const STEM = 5;
/** A shorter word has nothing behind its stem but an ending. */
const LONG = 8;

/** Numbers say how much, and when. */
const NUMBER = /^\d+$/;

/** The words of a text that say something, folded. */
export function tellingWords(text: string): readonly string[] {
  return (fold(text).match(WORDS()) ?? []).filter((word) => word.length >= SHORTEST && !NUMBER.test(word));
}

/** What the forms of a word have in common: its beginning. Cruder than a stemmer, and as good for finding notes that are alike. */
export function stemOf(word: string): string {
  return word.slice(0, STEM);
}

/** More of a word than its stem, from there on: it tells `statistics` from `static`, and words whose stems share a number. */
export function rootOf(word: string): string {
  return (word.length < LONG ? '' : word.slice(STEM, STEM + 2)) + ' ' + word.slice(0, STEM);
}

/** A number below `limit` for a stem, the same on every machine (FNV-1a). */
export function stemNumber(stem: string, limit: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % limit;
}
