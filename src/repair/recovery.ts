import { frontmatterFacts } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import type { FoundCharacter, RepairedNote } from '../model/garbled';
import { atOnce, type Work } from '../model/work';
import { foldCase } from '../text/fold';
import { nameOfNote } from '../text/note-name';
import { Guesser } from './guesser';
import { repairNote } from './repair-note';
import { TwinReader } from './twin';

/** Finds what a garbled note lost in the other notes of its vault, which are handed in one after the other. */
export class Recovery {
  readonly #note: RepairedNote;
  readonly #twins: TwinReader;
  readonly #guesser: Guesser | null;
  readonly #found = new Map<number, FoundCharacter>();

  /** @param guess Whether to guess, by all notes, what is in no twin. */
  constructor(note: RepairedNote, guess: boolean) {
    this.#note = note;
    this.#twins = new TwinReader(note);
    this.#guesser = guess ? new Guesser(note) : null;
  }

  /** Nothing is left to be found. */
  get isComplete(): boolean {
    return this.#found.size === this.#note.lost.length;
  }

  /** Takes in one note. A garbled one is no help, unless all of it can be restored. */
  read(path: string, text: string): void {
    atOnce(this.reading(path, text));
  }

  /** As `read`, in steps. */
  *reading(path: string, text: string): Work<void> {
    const repaired = repairNote(text);
    if (repaired === null) this.#guesser?.learn(text);
    else if (repaired.lost.length > 0) return;
    const healthy = repaired?.text ?? text;
    if (!this.#twins.isLike(healthy)) return;
    yield;
    const open = this.#note.lost.filter(({ at }) => !this.#found.has(at));
    yield* this.#twins.read(open, healthy, (at, character) => this.#found.set(at, { at, character, twin: path }));
  }

  /** What was found, in the order of the note: exact where a twin has it, else a guess. */
  found(): readonly FoundCharacter[] {
    const guesses = this.#guesser?.guesses();
    return this.#note.lost.flatMap(({ at }) => {
      const guess = guesses?.get(at);
      return this.#found.get(at) ?? (guess === undefined ? [] : { at, character: guess, twin: null });
    });
  }
}

/** The repaired text with these characters in place of lost ones. */
export function putBack({ text }: Pick<RepairedNote, 'text'>, found: readonly FoundCharacter[]): string {
  let filled = '';
  let from = 0;
  for (const { at, character } of found) {
    filled += text.slice(from, at) + character;
    from = at + 1;
  }
  return filled + text.slice(from);
}

/**
 * The paths with those first that are named like a note: a twin is soonest found there.
 *
 * @param text The note's text, whose frontmatter may have a title.
 */
export function namesakesFirst(paths: readonly string[], path: string, text: string): readonly string[] {
  const title = frontmatterFacts(scanFrontmatter(text)).title ?? '';
  const names = new Set([foldCase(nameOfNote(path)), foldCase(title)]);
  const isNamesake = (other: string): boolean => names.has(foldCase(nameOfNote(other)));
  return [...paths.filter(isNamesake), ...paths.filter((other) => !isNamesake(other))];
}
