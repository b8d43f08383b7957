import { Component } from 'obsidian';
import type { Follower, ShownNotes } from './shown-notes';

/**
 * Follows the current note for a view that needs no more of it than its path: tells `listener` of that as soon as it is another,
 * before anything is read. Loaded and unloaded with the view.
 */
export class CurrentPath extends Component implements Follower {
  readonly #notes: ShownNotes;
  readonly #listener: (path: string) => void;
  #path: string | null = null;

  constructor(notes: ShownNotes, listener: (path: string) => void) {
    super();
    this.#notes = notes;
    this.#listener = listener;
  }

  override onload(): void {
    this.register(this.#notes.join(this));
  }

  start(): void {
    this.#tell();
  }

  onFront(): void {
    this.#tell();
  }

  onRename(): void {
    this.#tell();
  }

  #tell(): void {
    const path = this.#notes.front?.file.path ?? null;
    if (path === null || path === this.#path) return;
    this.#path = path;
    this.#listener(path);
  }
}
