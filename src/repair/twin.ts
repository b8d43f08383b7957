import type { RepairedNote } from '../model/garbled';
import type { Work } from '../model/work';
import type { Span } from '../text/span';
import { TextPlaces, SHORTEST_FOUND } from './text-places';

/** How many UTF-16 units on each side have to be the same, where the twin has so much; the first that is found anywhere counts. */
const WIDTHS = [40, 16];
/** A text that shares none of so many stretches is no twin. */
const PROBES = 16;
const SHORTEST_PROBE = 12;

/** Reads lost characters off other texts that say the same. */
export class TwinReader {
  readonly #text: string;
  readonly #candidates: ReadonlyMap<number, readonly string[]>;
  readonly #probes: readonly string[];

  constructor({ text, lost }: Pick<RepairedNote, 'text' | 'lost'>) {
    this.#text = text;
    this.#candidates = new Map(lost.map(({ at, candidates }) => [at, candidates]));
    const every = Math.max(1, Math.floor(lost.length / PROBES));
    this.#probes = lost
      .filter((_, index) => index % every === 0)
      .map(({ at }) => this.#anchor(at, 40))
      .filter(({ from, to }) => to - from >= SHORTEST_PROBE)
      .map(({ from, to }) => text.slice(from, to));
  }

  /** Whether the texts have enough in common for a closer look. */
  isLike(twin: string): boolean {
    return this.#probes.some((probe) => twin.includes(probe));
  }

  /** Tells of each of these losses the character that stands there in the twin, if it is one place or several that are the same. */
  *read(lost: RepairedNote['lost'], twin: string, found: (at: number, character: string) => void): Work<void> {
    const known = yield* TextPlaces.of(twin);
    for (const { at } of lost) {
      const character = this.#read(at, known);
      if (character !== null) found(at, character);
      yield;
    }
  }

  #read(at: number, twin: TextPlaces): string | null {
    for (const width of WIDTHS) {
      const found = this.#places(at, width, twin);
      if (found.size > 1) return null;
      for (const character of found) return this.#candidates.get(at)?.includes(character) ? character : null;
    }
    return null;
  }

  #places(at: number, width: number, twin: TextPlaces): ReadonlySet<string> {
    const found = new Set<string>();
    const { from, to } = this.#anchor(at, width);
    if (to - from < SHORTEST_FOUND) return found;
    const anchor = this.#text.slice(from, to);
    for (const place of twin.find(anchor)) {
      const before = this.#walk(from, Math.max(0, at - width), twin.text, place, -1, at);
      const after = this.#walk(
        to,
        Math.min(this.#text.length, at + width + 1),
        twin.text,
        place + anchor.length,
        1,
        at,
      );
      if (before === null || after === null) continue;
      found.add(before + after);
    }
    return found;
  }

  /**
   * Goes through both texts from a place where they are the same, as far as `end`, and gives what the twin has at `at`, `''` if it
   * is not passed; `null` where they differ. A lost character is one character of the twin.
   */
  #walk(start: number, end: number, twin: string, place: number, step: 1 | -1, at: number): string | null {
    let passed = '';
    for (let here = start, there = place; here !== end; here += step) {
      const index = step > 0 ? here : here - 1;
      const isLost = this.#candidates.has(index);
      const character = isLost ? characterAt(twin, there, step) : twin.charAt(step > 0 ? there : there - 1);
      if (character === '' || (!isLost && character !== this.#text.charAt(index))) return null;
      if (index === at) passed = character;
      there += step * character.length;
    }
    return passed;
  }

  /** The longest stretch without a lost character, at most `width` from `at`. */
  #anchor(at: number, width: number): Span {
    const end = Math.min(this.#text.length, at + width + 1);
    let best: Span = { from: at, to: at };
    let from = Math.max(0, at - width);
    for (let here = from; here <= end; here++) {
      if (here < end && !this.#candidates.has(here)) continue;
      if (here - from > best.to - best.from) best = { from, to: here };
      from = here + 1;
    }
    return best;
  }
}

/** The whole character behind or before a place. */
function characterAt(text: string, place: number, step: 1 | -1): string {
  const start = step > 0 ? place : Math.max(0, place - 2);
  const pair = text.slice(start, start + 2);
  if ((pair.codePointAt(0) ?? 0) > 0xffff) return pair;
  return step > 0 ? pair.slice(0, 1) : text.slice(Math.max(0, place - 1), place);
}
