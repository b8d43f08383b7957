import type { App } from 'obsidian';
import type { StepReminder } from '../model/note-progress';
import { WORDS } from '../text/letters';
import { setNewest } from './set-newest';

const STORAGE_KEY = 'idea-tiers-steps';
const SAVE_WAIT_MS = 1000;

/** Steps 1 and 2 of a set. */
export interface StepPair {
  readonly first: string;
  readonly second: string;
  /** The line of step 2's heading. */
  readonly line: number;
}

/** What is remembered of one note. */
interface Seen {
  /** For each set, what stood in steps 1 and 2 when they last agreed, as far as is known; `null` where one was empty. */
  sets: ([number, number] | null)[];
  /** Keys of reminders that were dismissed. */
  quiet: string[];
}

/**
 * Knows which steps have drifted apart. A note keeps no history, so for each note a number is remembered for the words of step 1 and
 * for those of step 2. They are taken to agree when they are seen first, whenever step 2 has changed, and when the user says so; they
 * have drifted apart while only step 1 is another. Kept for this vault on this device, where Obsidian keeps such data; never in notes.
 */
export class StepBaselines {
  readonly #app: App;
  readonly #notes = new Map<string, Seen>();
  #saveTimer: number | undefined;

  constructor(app: App) {
    this.#app = app;
    const stored: unknown = app.loadLocalStorage(STORAGE_KEY);
    for (const [path, seen] of Object.entries(isObject(stored) ? stored : {})) {
      if (isSeen(seen)) this.#notes.set(path, seen);
    }
  }

  /** Looks at a note's sets, in its order. Gives the reminders for those that have drifted apart. */
  look(path: string, sets: readonly StepPair[]): readonly StepReminder[] {
    const seen = this.#notes.get(path) ?? { sets: [], quiet: [] };
    const before = JSON.stringify(seen);
    const drifted = sets.flatMap(({ first, second, line }, set): StepReminder[] => {
      const now: [number, number] | null = first === '' || second === '' ? null : [hashOf(first), hashOf(second)];
      const agreed = seen.sets[set] ?? null;
      const isDrifted = now !== null && agreed !== null && now[0] !== agreed[0] && now[1] === agreed[1];
      if (!isDrifted) seen.sets[set] = now;
      return isDrifted ? [{ kind: 'drifted', step: 2, line, key: `drifted ${set}` }] : [];
    });
    seen.sets.length = sets.length;
    setNewest(this.#notes, path, seen);
    if (JSON.stringify(seen) !== before) this.#saveSoon();
    return drifted;
  }

  /** What a reminder of a step's text is dismissed by. */
  keyOf(kind: StepReminder['kind'], text: string): string {
    return `${kind} ${hashOf(text)}`;
  }

  isDismissed(path: string, key: string): boolean {
    return this.#notes.get(path)?.quiet.includes(key) ?? false;
  }

  /** The user has seen a reminder: steps that drifted apart agree as they stand now; any other is not told again. */
  dismiss(path: string, { kind, key }: StepReminder): void {
    const seen = this.#notes.get(path);
    if (!seen) return;
    if (kind === 'drifted') seen.sets[Number(key.split(' ')[1])] = null;
    else seen.quiet = [...seen.quiet, key].slice(-6);
    this.#saveSoon();
  }

  /** A note or a folder was moved or renamed. */
  rename(from: string, to: string): void {
    for (const [path, seen] of [...this.#notes]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.#notes.delete(path);
      this.#notes.set(to + path.slice(from.length), seen);
      this.#saveSoon();
    }
  }

  /** Writes what is not written yet. */
  save(): void {
    if (this.#saveTimer === undefined) return;
    window.clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    this.#app.saveLocalStorage(STORAGE_KEY, Object.fromEntries(this.#notes));
  }

  #saveSoon(): void {
    this.#saveTimer ??= window.setTimeout(() => this.save(), SAVE_WAIT_MS);
  }
}

/** A number for a text's words: case, punctuation and markup are no matter (Fowler, Noll and Vo's hash, FNV-1a, of 32 bits). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const [word] of text.toLowerCase().matchAll(WORDS())) {
    for (let at = 0; at <= word.length; at++) hash = Math.imul(hash ^ (word.charCodeAt(at) || 0), 0x01000193);
  }
  return hash >>> 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isSeen(value: unknown): value is Seen {
  return (
    isObject(value) &&
    Array.isArray(value.sets) &&
    Array.isArray(value.quiet) &&
    value.sets.every((set) => set === null || (Array.isArray(set) && set.length === 2))
  );
}
