import type { Work } from '../model/work';

/** What is shorter is not looked for. */
export const SHORTEST_FOUND = 6;
/** Beginnings are told apart by so many bits. Two that fall together only give a place more to look at. */
const BITS = 16;
/** Of what stands everywhere so many places are looked at. */
const MOST_PLACES = 128;
const A_STEP = 16_384;
const NONE = -1;

/** The places of a text, so that many pieces of it are found without going through it for each. */
export class TextPlaces {
  readonly text: string;
  /** By number of a stretch: how often it stands there, and where last. */
  readonly #counts = new Uint32Array(1 << BITS);
  readonly #last = new Int32Array(1 << BITS).fill(NONE);
  /** By place: where its stretch stands before. */
  readonly #before: Int32Array;

  private constructor(text: string) {
    this.text = text;
    this.#before = new Int32Array(text.length);
  }

  static *of(text: string): Work<TextPlaces> {
    const places = new TextPlaces(text);
    for (let at = 0; at <= text.length - SHORTEST_FOUND; at++) {
      places.#add(at);
      if (at % A_STEP === 0) yield;
    }
    return places;
  }

  /** Where a piece of at least `SHORTEST_FOUND` units stands, the last place first. */
  *find(piece: string): Iterable<number> {
    let rarest = 0;
    let fewest = Infinity;
    for (let at = 0; at <= piece.length - SHORTEST_FOUND; at++) {
      const count = this.#counts[numberAt(piece, at)] ?? 0;
      if (count >= fewest) continue;
      fewest = count;
      rarest = at;
    }
    let at = this.#last[numberAt(piece, rarest)] ?? NONE;
    for (let left = MOST_PLACES; at !== NONE && left > 0; left--) {
      if (at >= rarest && this.text.startsWith(piece, at - rarest)) yield at - rarest;
      at = this.#before[at] ?? NONE;
    }
  }

  #add(at: number): void {
    const number = numberAt(this.text, at);
    this.#before[at] = this.#last[number] ?? NONE;
    this.#last[number] = at;
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }
}

function numberAt(text: string, at: number): number {
  let mixed = 0;
  for (let next = at; next < at + SHORTEST_FOUND; next++) mixed = Math.imul(mixed ^ text.charCodeAt(next), 0x9e3779b1);
  return mixed >>> (32 - BITS);
}
