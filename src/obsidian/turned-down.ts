import type { App } from 'obsidian';
import { setNewest } from './set-newest';

const STORAGE_KEY = 'idea-tiers-turned-down';

/**
 * The notes that the user does not want to have suggested for another. Kept for this vault on this device, where Obsidian keeps such
 * data; never in notes.
 */
export class TurnedDown {
  readonly #app: App;
  readonly #notes = new Map<string, readonly string[]>();

  constructor(app: App) {
    this.#app = app;
    const stored: unknown = app.loadLocalStorage(STORAGE_KEY);
    for (const [path, ideas] of Object.entries(typeof stored === 'object' && stored !== null ? stored : {})) {
      const known: unknown = ideas;
      if (Array.isArray(known))
        this.#notes.set(
          path,
          (known as unknown[]).filter((idea) => typeof idea === 'string'),
        );
    }
  }

  /** What is not suggested for the note at `path`. */
  of(path: string): readonly string[] {
    return this.#notes.get(path) ?? [];
  }

  add(path: string, idea: string): void {
    setNewest(this.#notes, path, [...this.of(path), idea]);
    this.#save();
  }

  /** All of them may be suggested again. */
  takeBack(path: string): void {
    if (this.#notes.delete(path)) this.#save();
  }

  /** A note, or a folder, has another path now. */
  rename(from: string, to: string): void {
    const moved = (path: string): string =>
      path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
    const before = JSON.stringify([...this.#notes]);
    const after = [...this.#notes].map(([path, ideas]) => [moved(path), ideas.map(moved)] as const);
    if (JSON.stringify(after) === before) return;
    this.#notes.clear();
    for (const [path, ideas] of after) this.#notes.set(path, ideas);
    this.#save();
  }

  #save(): void {
    this.#app.saveLocalStorage(STORAGE_KEY, Object.fromEntries(this.#notes));
  }
}
