import { Component, type TFile } from 'obsidian';
import type { StepReminder } from '../model/note-progress';
import { isShownAs, type ShownNote } from '../model/shown-note';
import type { NoteReader } from './note-reader';
import type { Follower, ShownNotes } from './shown-notes';

/**
 * Follows the current note for one view, or stays on the one it is pinned to, and tells `listener` of every change of what is to be
 * shown; `null` as long as there has been no note. Loaded and unloaded with the view.
 */
export class CurrentNote extends Component implements Follower {
  readonly #notes: ShownNotes;
  readonly #listener: (shown: ShownNote | null) => void;
  #reader: NoteReader | null = null;
  #shown: ShownNote | null = null;
  #pinned: string | null = null;
  #isStarted = false;
  /** When the note was opened that is not told of yet; one opening is told by several events, and counts from the first. */
  #openedAt: number | null = null;
  readonly #onRead = (movedFrom: string | null): void => this.#tell(movedFrom);

  constructor(notes: ShownNotes, listener: (shown: ShownNote | null) => void) {
    super();
    this.#notes = notes;
    this.#listener = listener;
  }

  override onload(): void {
    this.register(this.#notes.join(this));
    this.register(() => {
      this.#isStarted = false;
      this.#letGo();
    });
  }

  /** The path of the note that the view is kept on, `null` when it follows the current note. */
  get pinnedPath(): string | null {
    return this.#pinned;
  }

  /** Keeps the view on the note at `path`, or lets it follow the current note again. */
  pin(path: string | null): void {
    this.#pinned = path;
    if (this.#isStarted) this.start();
  }

  /** The user has seen a reminder of the note shown. */
  dismiss(reminder: StepReminder): void {
    if (this.#reader?.file.path === this.#shown?.path) this.#reader?.dismiss(reminder);
  }

  start(): void {
    this.#isStarted = true;
    const pinned = this.#pinned === null ? null : this.#notes.fileAt(this.#pinned);
    if (pinned) {
      this.#aim(pinned, pinned === this.#reader?.file ? null : performance.now());
      return;
    }
    // A note that was deleted while it is shown stays.
    if (this.#pinned !== null && this.#pinned === this.#shown?.path) return;
    this.#pinned = null;
    const file = this.#notes.front?.file;
    if (file && this.#notes.fileAt(file.path) === file)
      this.onFront(file === this.#reader?.file ? null : performance.now());
    else this.#notes.askForFront();
  }

  onFront(openedAt: number | null): void {
    if (this.#pinned !== null) return;
    const { front } = this.#notes;
    if (front) this.#aim(front.file, openedAt);
    else if (!this.#shown) this.#listener(null);
  }

  onRename(): void {
    const reader = this.#reader;
    if (this.#pinned !== null && reader && !reader.isDeleted) this.#pinned = reader.file.path;
  }

  #aim(file: TFile, openedAt: number | null): void {
    if (this.#reader?.file === file) {
      this.#openedAt ??= openedAt;
    } else {
      this.#letGo();
      this.#openedAt = openedAt;
      this.#reader = this.#notes.hold(file, this.#onRead);
    }
    this.#tell(null);
  }

  #letGo(): void {
    if (this.#reader) this.#notes.letGo(this.#reader, this.#onRead);
    this.#reader = null;
  }

  /** Until the note is read, what was shown before stays. */
  #tell(movedFrom: string | null): void {
    const before = this.#shown;
    const read = this.#reader?.read;
    const isPast = this.#pinned === null && this.#notes.front?.isPast === true;
    if (read) {
      const state = this.#reader?.isDeleted ? 'deleted' : isPast ? 'past' : 'current';
      const openedAt = this.#openedAt;
      this.#openedAt = null;
      this.#show({ ...read, state, movedFrom, openedAt });
    } else if (isPast && before?.state === 'current') {
      this.#show({ ...before, state: 'past', movedFrom: null, openedAt: null });
    }
  }

  #show(shown: ShownNote): void {
    if (shown.openedAt === null && isShownAs(shown, this.#shown)) return;
    this.#shown = shown;
    this.#listener(shown);
  }
}
