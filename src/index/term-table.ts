import { numberOfTerm, TERM_NUMBERS, timesOfTerm, MOST_TIMES, wordOfTerm, type NoteTerms } from '../model/note-terms';

/** How alike two notes must be, 0 to 1, to be told of. */
const LEAST_ALIKE = 0.05;
/** A term is told that no more than a tenth of the notes hold, or so few. */
const TELLING_SHARE = 0.1;
const TELLING_FEW = 3;

/**
 * What the notes of a vault speak of, kept in step with it. A change costs its own note; a question looks through all notes once, 4
 * bytes a term.
 */
export class TermTable {
  readonly #terms = new Map<string, Uint32Array>();
  /** By term: how many notes hold it. */
  readonly #holders = new Uint32Array(TERM_NUMBERS);
  /** By term: how rare it is, in a vault of `#weighed` notes. */
  readonly #weights = new Float32Array(TERM_NUMBERS);
  #weighed = 0;
  /** By term: its weight in what is asked about, 0 between two questions. */
  readonly #asked = new Float32Array(TERM_NUMBERS);

  /** A note has come or changed. */
  set(path: string, { packed }: NoteTerms): void {
    this.delete(path);
    this.#terms.set(path, packed);
    this.#count(packed, 1);
  }

  /** A note has gone. */
  delete(path: string): void {
    const before = this.#terms.get(path);
    if (before === undefined) return;
    this.#terms.delete(path);
    this.#count(before, -1);
  }

  rename(from: string, to: string): void {
    const terms = this.#terms.get(from);
    if (terms === undefined || from === to) return;
    this.delete(to);
    this.#terms.delete(from);
    this.#terms.set(to, terms);
  }

  /**
   * How alike the notes are to one that speaks of `terms`, 0 to 1: the cosine of their terms, each weighed by how often a note says
   * it and how rare it is (G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988). Notes that are
   * hardly alike are left out.
   */
  alike({ packed }: NoteTerms): Map<string, number> {
    this.#weigh();
    const weights = this.#weights;
    const asked = this.#asked;
    let askedNorm = 0;
    for (const term of packed) {
      const weight = (weights[numberOfTerm(term)] ?? 0) * (TIMES[timesOfTerm(term)] ?? 0);
      asked[numberOfTerm(term)] = weight;
      askedNorm += weight * weight;
    }
    const alike = new Map<string, number>();
    for (const [path, terms] of this.#terms) {
      let norm = 0;
      let dot = 0;
      for (let at = 0; at < terms.length; at++) {
        const term = terms[at] ?? 0;
        const number = numberOfTerm(term);
        const weight = (weights[number] ?? 0) * (TIMES[timesOfTerm(term)] ?? 0);
        norm += weight * weight;
        dot += weight * (asked[number] ?? 0);
      }
      const cosine = dot === 0 ? 0 : dot / Math.sqrt(norm * askedNorm);
      if (cosine >= LEAST_ALIKE) alike.set(path, cosine);
    }
    for (const term of packed) asked[numberOfTerm(term)] = 0;
    return alike;
  }

  /** The terms that make a note like one that speaks of `terms`, those first that do so most; what every tenth note speaks of is left out, and words that only begin alike. */
  shared({ packed }: NoteTerms, path: string, told: number): readonly number[] {
    this.#weigh();
    const own = new Map(Array.from(packed, (term) => [numberOfTerm(term), term]));
    const most = Math.max(TELLING_FEW, this.#terms.size * TELLING_SHARE);
    const shared: { readonly number: number; readonly weight: number }[] = [];
    for (const term of this.#terms.get(path) ?? []) {
      const number = numberOfTerm(term);
      const same = own.get(number) ?? 0;
      if (wordOfTerm(same) !== wordOfTerm(term) || (this.#holders[number] ?? 0) > most) continue;
      const times = (TIMES[timesOfTerm(same)] ?? 0) * (TIMES[timesOfTerm(term)] ?? 0);
      const weight = times * (this.#weights[number] ?? 0) ** 2;
      if (weight > 0) shared.push({ number, weight });
    }
    shared.sort((a, b) => b.weight - a.weight || a.number - b.number);
    return shared.slice(0, told).map(({ number }) => number);
  }

  /** Brings the weights of all terms up to date where a note came or went; what an edit changes is kept up to date. */
  #weigh(): void {
    const notes = this.#terms.size;
    if (notes === this.#weighed) return;
    this.#weighed = notes;
    // Logarithms of some thousand numbers, not of a quarter of a million.
    const rarities = Float64Array.from({ length: notes + 1 }, (_, holders) => rarity(holders, notes));
    for (let number = 0; number < TERM_NUMBERS; number++) {
      this.#weights[number] = rarities[this.#holders[number] ?? 0] ?? 0;
    }
  }

  #count(terms: Uint32Array, by: 1 | -1): void {
    for (const term of terms) {
      const number = numberOfTerm(term);
      const holders = (this.#holders[number] ?? 0) + by;
      this.#holders[number] = holders;
      this.#weights[number] = rarity(holders, this.#weighed);
    }
  }
}

/** How rare a term of some notes is. One that a single note holds makes it like no other. */
function rarity(holders: number, notes: number): number {
  return holders < 2 ? 0 : Math.log(notes / holders);
}

/** What saying a term so often counts. */
const TIMES = Float64Array.from({ length: MOST_TIMES + 1 }, (_, times) => (times === 0 ? 0 : 1 + Math.log(times)));
