import type { IndexChange } from './idea-graph';

/** A longer text counts as one of so many words. */
const LONGEST = 4095;
/** Fewer notes tell of no habit. */
const LEAST_NOTES = 5;

/** How many words step 3 has in the notes of a vault. A change costs what it changes; what it comes to, is asked for in idle moments. */
export class StepLengths {
  readonly #words = new Map<string, number>();
  /** By number of words: how many notes have so many. */
  readonly #counts = new Map<number, number>();

  /** Takes changes in, in their order. */
  update(changes: readonly IndexChange[]): void {
    for (const change of changes) {
      if (change.kind === 'set')
        this.#set(change.path, change.facts?.isTemplate === true ? 0 : (change.expansion ?? 0));
      else if (change.kind === 'remove') this.#set(change.path, 0);
      else if (change.kind === 'rename' && change.from !== change.to) {
        this.#set(change.to, this.of(change.from));
        this.#set(change.from, 0);
      }
    }
  }

  /** The words of step 3 of the note at a path; 0 where it has none. */
  of(path: string): number {
    return this.#words.get(path) ?? 0;
  }

  /** As many words as half of the notes that have a step 3 exceed; `null` where those are few. */
  median(): number | null {
    const notes = this.#words.size;
    if (notes < LEAST_NOTES) return null;
    let words = 0;
    for (let seen = 0; seen * 2 < notes; seen += this.#counts.get(words) ?? 0) words++;
    return words;
  }

  #set(path: string, words: number): void {
    this.#add(this.of(path), -1);
    this.#words.delete(path);
    if (words === 0) return;
    const kept = Math.min(words, LONGEST);
    this.#add(kept, 1);
    this.#words.set(path, kept);
  }

  #add(words: number, notes: number): void {
    this.#counts.set(words, (this.#counts.get(words) ?? 0) + notes);
  }
}
