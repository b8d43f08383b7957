import { BETWEEN_WORDS } from '../text/letters';
import type { NameDifference, NearName } from './answers';
import { editDistance } from '../text/edit-distance';
import { fold } from '../text/fold';
import { foldPath, nameOfNote } from '../text/note-name';
import { decodePercent } from '../text/percent';
import { compareTexts } from './note-key';
import { addTo } from '../text/grouped';

/** A name as it is compared: that of a note, or an alias. */
interface Name {
  readonly path: string;
  readonly said: string;
  /** Letters and digits only, in one case, with one space between words. */
  readonly plain: string;
}

interface Found {
  readonly near: NearName;
  readonly distance: number;
  readonly likeness: number;
  readonly isMeant: boolean;
}

/** Trigrams are told apart by so many bits. Two that fall together only give a name more to look at. */
const GRAM_BITS = 16;

/** Answers that are kept: more than the links of a note. */
const MEMORY = 2000;

/**
 * Finds the names that are nearly like another one: by the trigrams that they share (after Esko Ukkonen, "Approximate
 * String-Matching with q-grams and Maximal Matches", 1992), then by what differs. A name that comes or goes costs its own length.
 */
export class NearNames {
  /** `null` where a name has gone. */
  readonly #names: (Name | null)[] = [];
  readonly #free: number[] = [];
  readonly #ofPath = new Map<string, readonly number[]>();
  /** By trigram: the places of the names that hold it. */
  readonly #holders = new Map<number, number[]>();
  #shared = new Uint16Array(0);
  readonly #found = new Map<string, readonly Found[]>();

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  /** A note has come. Aliases count as names. */
  add(path: string, aliases: readonly string[] = []): void {
    this.#found.clear();
    const places = [nameOfNote(path), ...aliases].map((said) => {
      const place = this.#free.pop() ?? this.#names.length;
      const plain = plainName(said);
      this.#names[place] = { path, said, plain };
      for (const gram of gramsOf(plain)) {
        addTo(this.#holders, gram, place);
      }
      return place;
    });
    this.#ofPath.set(path, places);
  }

  /** A note has gone. */
  delete(path: string): void {
    const places = this.#ofPath.get(path);
    if (places === undefined) return;
    this.#found.clear();
    this.#ofPath.delete(path);
    for (const place of places) {
      for (const gram of gramsOf(this.#names[place]?.plain ?? '')) {
        const holders = this.#holders.get(gram) ?? [];
        const last = holders.pop();
        const at = holders.indexOf(place);
        if (last !== undefined && at !== -1) holders[at] = last;
      }
      this.#names[place] = null;
      this.#free.push(place);
    }
  }

  /** Notes whose name or alias is like a link's target, the nearest first. */
  find(target: string, limit: number): NearName[] {
    return this.#search(target)
      .slice(0, limit)
      .map(({ near }) => near);
  }

  /**
   * The names of the notes, the nearest first, that a link without a note must have meant: said with other signs or in another
   * form, an alias for the name, letters of its words mistyped, or one word of a long title left out. What is less near may well be
   * a note that is still to be written.
   */
  meant(target: string, limit: number): readonly string[] {
    const names = this.#search(target).flatMap(({ near, isMeant }) => (isMeant ? [near.name] : []));
    return [...new Set(names)].slice(0, limit);
  }

  /** Whether the answers for a target are known, so that asking for them costs nothing. */
  knows(target: string): boolean {
    return this.#found.has(target);
  }

  #search(target: string): readonly Found[] {
    const known = this.#found.get(target);
    if (known !== undefined) return known;
    const said = nameOfNote(decodePercent(target));
    const plain = plainName(said);
    const grams = gramsOf(plain);
    if (this.#shared.length < this.#names.length) this.#shared = new Uint16Array(this.#names.length * 2);
    const shared = this.#shared.fill(0);
    for (const gram of grams)
      for (const holder of this.#holders.get(gram) ?? []) shared[holder] = (shared[holder] ?? 0) + 1;
    const least = Math.max(1, Math.min(Math.ceil(grams.length * 0.4), grams.length - 4 * mostTypos(plain)));
    const byPath = new Map<string, Found>();
    for (let place = 0; place < this.#names.length; place++) {
      const count = shared[place] ?? 0;
      const other = count < least ? null : (this.#names[place] ?? null);
      const difference = other === null ? null : differenceOf(said, plain, other, this.#isWord);
      if (other === null || difference === null) continue;
      const { path } = other;
      const found = {
        ...difference,
        near: { path, name: nameOfNote(path), difference: difference.kind },
        likeness: count / Math.max(grams.length, other.plain.length),
      };
      const before = byPath.get(path);
      if (before === undefined || nearest(found, before) < 0) byPath.set(path, found);
    }
    const all = [...byPath.values()].sort(nearest);
    if (this.#found.size >= MEMORY) this.#found.clear();
    this.#found.set(target, all);
    return all;
  }

  /** Whether a word is one of a name in the vault. */
  readonly #isWord = (word: string): boolean => {
    let fewest: readonly number[] | null = null;
    for (const gram of gramsOf(word)) {
      const holders: readonly number[] = this.#holders.get(gram) ?? [];
      if (fewest === null || holders.length < fewest.length) fewest = holders;
    }
    return (fewest ?? []).some((place) => ` ${this.#names[place]?.plain ?? ''} `.includes(` ${word} `));
  };
}

const nearest = (a: Found, b: Found): number =>
  a.distance - b.distance || b.likeness - a.likeness || compareTexts(a.near.path, b.near.path);

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
function differenceOf(said: string, plain: string, other: Name, isWord: (word: string) => boolean): Difference | null {
  const sameNumbers = digitsOf(plain) === digitsOf(other.plain);
  if (plain === other.plain && foldPath(said) === foldPath(other.said)) {
    return { kind: 'form', distance: 0, isMeant: true };
  }
  if (plain.replaceAll(' ', '') === other.plain.replaceAll(' ', '')) {
    return { kind: 'sign', distance: 0.5, isMeant: sameNumbers && plain.length >= SHORTEST_MEANT };
  }
  const [mine, others] = [plain.split(' '), other.plain.split(' ')];
  const words = extraWords(mine, others);
  const most = words === null ? mostTypos(plain) : Math.min(mostTypos(plain), Math.floor(WORD_DISTANCE * words));
  const isMeant =
    sameNumbers && (mine.length === others.length ? areMistyped(mine, others, isWord) : isWordMissed(mine, others));
  // Another number is another note.
  if (Math.abs(plain.length - other.plain.length) <= most && sameNumbers) {
    const distance = editDistance(plain, other.plain, most);
    if (distance <= most) return { kind: 'typo', distance, isMeant };
  }
  return words === null ? null : { kind: 'word', distance: WORD_DISTANCE * words, isMeant };
}

interface Difference {
  readonly kind: NameDifference;
  readonly distance: number;
  /** Whether this is so little that one name must have been meant for the other. */
  readonly isMeant: boolean;
}

/** With other signs a shorter name is another one: "C", "C++". */
const SHORTEST_MEANT = 4;
/** A title of so many words is hardly another one's without one of them. */
const WORDS_OF_LONG_TITLE = 4;
/** A name of a single shorter word is easily another word: "Hearing", "Heating". */
const LONG_WORD = 8;

/** A letter, or a Roman number: what stands there tells names apart. */
const NUMERAL = /^(?:.|x{0,3}(?:ix|iv|v?i{0,3}))$/;

/** Whether one long title has a word more than the other, which tells nothing apart. */
function isWordMissed(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length < WORDS_OF_LONG_TITLE || extraWords(few, many) !== 1) return false;
  const missed = many.find((word, at) => word !== few[at]) ?? '';
  return !NUMERAL.test(missed);
}

/**
 * Whether the words that differ are the same ones mistyped: one letter in each, another one for every six from twelve on. In a title
 * of few words a word that other names of the vault have was hardly mistyped, nor one that begins otherwise.
 */
function areMistyped(a: readonly string[], b: readonly string[], isWord: (word: string) => boolean): boolean {
  return a.every((word, at) => {
    const other = b[at] ?? '';
    const length = Math.max(word.length, other.length);
    if (word === other) return true;
    if (length < SHORTEST_MEANT || NUMERAL.test(word) || NUMERAL.test(other)) return false;
    if (areSwapped(word, other)) return true;
    if (a.length === 1 && length < LONG_WORD) return other === word.slice(0, -1) || word === other.slice(0, -1);
    const most = Math.max(1, Math.floor(length / 6));
    const slips = editDistance(word, other, most);
    if (slips > most || a.length >= WORDS_OF_LONG_TITLE) return slips <= most;
    const same = sameStart(word, other);
    return same >= leastStart(word, other, slips) && (length - same <= LONGEST_ENDING || !isWord(word));
  });
}

/** What a word's form changes in it. */
const LONGEST_ENDING = 2;

function sameStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
  return at;
}

/** Slips are rare where a word begins, and there another letter makes another word: `macro` and `micro`, `hyper` and `hypo`, `a`. */
function leastStart(a: string, b: string, slips: number): number {
  if (slips > 1) return 4;
  return a.length === b.length ? 2 : 1;
}

/** Whether two letters beside one another have changed places. */
function areSwapped(a: string, b: string): boolean {
  const at = sameStart(a, b);
  const swapped = b.charAt(at + 1) + b.charAt(at);
  return a.slice(at, at + 2) === swapped && a.slice(at + 2) === b.slice(at + 2);
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
