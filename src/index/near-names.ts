import { BETWEEN_WORDS } from '../text/letters';
import type { NameDifference, NearName } from './answers';
import { editDistance } from '../text/edit-distance';
import { fold } from '../text/fold';
import { foldPath, nameOfNote } from '../text/note-name';
import { decodePercent } from '../text/percent';
import { compareTexts } from './note-key';

/** A name as it is compared. */
interface Name {
  readonly path: string;
  readonly name: string;
  /** Letters and digits only, in one case, with one space between words. */
  readonly plain: string;
}

/** Trigrams are told apart by so many bits. Two that fall together only give a name more to look at. */
const GRAM_BITS = 16;

/**
 * Finds the names that are nearly like another one: by the trigrams that they share (after Esko Ukkonen, "Approximate
 * String-Matching with q-grams and Maximal Matches", 1992), then by what differs.
 */
export class NearNames {
  readonly #names: readonly Name[];
  /** The names that hold trigram `g` are `#holders` from `#from[g]` to `#from[g + 1]`. */
  readonly #from: Uint32Array;
  readonly #holders: Uint32Array;

  constructor(paths: Iterable<string>) {
    this.#names = Array.from(paths, (path) => ({ path, name: nameOfNote(path), plain: plainName(nameOfNote(path)) }));
    const grams = this.#names.map(({ plain }) => gramsOf(plain));
    this.#from = new Uint32Array(2 ** GRAM_BITS + 1);
    for (const mine of grams) for (const gram of mine) this.#from[gram + 1] = (this.#from[gram + 1] ?? 0) + 1;
    for (let gram = 0; gram < 2 ** GRAM_BITS; gram++) {
      this.#from[gram + 1] = (this.#from[gram + 1] ?? 0) + (this.#from[gram] ?? 0);
    }
    const next = this.#from.slice();
    this.#holders = new Uint32Array(this.#from.at(-1) ?? 0);
    for (const [index, mine] of grams.entries()) {
      for (const gram of mine) {
        const place = next[gram] ?? 0;
        this.#holders[place] = index;
        next[gram] = place + 1;
      }
    }
  }

  /** Names like that of a link's target, the nearest first. */
  find(target: string, limit: number): NearName[] {
    const name = nameOfNote(decodePercent(target));
    const plain = plainName(name);
    const grams = gramsOf(plain);
    const shared = new Uint16Array(this.#names.length);
    for (const gram of grams) {
      const end = this.#from[gram + 1] ?? 0;
      for (let place = this.#from[gram] ?? 0; place < end; place++) {
        const holder = this.#holders[place] ?? 0;
        shared[holder] = (shared[holder] ?? 0) + 1;
      }
    }
    const least = Math.max(1, Math.min(Math.ceil(grams.length * 0.4), grams.length - 4 * mostTypos(plain)));
    const found: { readonly near: NearName; readonly distance: number; readonly likeness: number }[] = [];
    for (const [index, count] of shared.entries()) {
      const other = this.#names[index];
      if (count < least || other === undefined) continue;
      const difference = differenceOf(name, plain, other);
      if (difference === null) continue;
      found.push({
        near: { path: other.path, name: other.name, difference: difference.kind },
        distance: difference.distance,
        likeness: count / Math.max(grams.length, other.plain.length),
      });
    }
    return found
      .sort((a, b) => a.distance - b.distance || b.likeness - a.likeness || compareTexts(a.near.path, b.near.path))
      .slice(0, limit)
      .map(({ near }) => near);
  }
}

function plainName(name: string): string {
  return fold(name).replace(BETWEEN_WORDS(), ' ').trim();
}

/** Numbers for the groups of three letters in a name and its spaces. */
function gramsOf(plain: string): number[] {
  const spaced = ` ${plain} `;
  const grams: number[] = [];
  for (let at = 2; at < spaced.length; at++) {
    const mixed = (spaced.charCodeAt(at - 2) * 31 + spaced.charCodeAt(at - 1)) * 31 + spaced.charCodeAt(at);
    grams.push((Math.imul(mixed, 0x9e3779b1) >>> 0) >>> (32 - GRAM_BITS));
  }
  return grams;
}

/** Longer names may hold more typos; the shortest ones are other names by one letter. */
function mostTypos(plain: string): number {
  return Math.min(4, Math.floor(plain.length / 4));
}

/** A word more or less is nearer than so many typos or more. */
const WORD_DISTANCE = 2.5;

/** What differs, and by how much, in the words or in the letters, whichever is less. */
function differenceOf(name: string, plain: string, other: Name): Difference | null {
  if (plain === other.plain) {
    return foldPath(name) === foldPath(other.name) ? { kind: 'form', distance: 0 } : { kind: 'sign', distance: 0.5 };
  }
  if (plain.replaceAll(' ', '') === other.plain.replaceAll(' ', '')) return { kind: 'sign', distance: 0.5 };
  const words = extraWords(plain.split(' '), other.plain.split(' '));
  const most = words === null ? mostTypos(plain) : Math.min(mostTypos(plain), Math.floor(WORD_DISTANCE * words));
  // Another number is another note.
  if (Math.abs(plain.length - other.plain.length) <= most && digitsOf(plain) === digitsOf(other.plain)) {
    const distance = editDistance(plain, other.plain, most);
    if (distance <= most) return { kind: 'typo', distance };
  }
  return words === null ? null : { kind: 'word', distance: WORD_DISTANCE * words };
}

interface Difference {
  readonly kind: NameDifference;
  readonly distance: number;
}

function digitsOf(plain: string): string {
  return plain.replace(/\D+/g, ' ').trim();
}

/** How many words one name has more, where that is all; `null` where they differ otherwise, or by more than one word in four. */
function extraWords(a: readonly string[], b: readonly string[]): number | null {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const extra = many.length - few.length;
  if (extra === 0 || extra > Math.max(1, Math.floor(few.length / 4))) return null;
  let found = 0;
  for (const word of many) if (word === few[found]) found++;
  return found === few.length ? extra : null;
}
