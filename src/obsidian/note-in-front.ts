import { FileView, type App, type Component, type TFile, type WorkspaceLeaf } from 'obsidian';

/** A tab is empty for a moment before a note is opened in it: only what stays longer takes the note's place. */
const LEAVE_WAIT_MS = 100;

/** What the types of the plugin's own views begin with. */
const OWN_VIEWS = 'idea-tiers';

/** The note that is current. */
export interface Front {
  readonly file: TFile;
  /** What is in front now is no note, so that this one stays. */
  readonly isPast: boolean;
}

/** @param openedAt When it was noticed that the note is opened, by `performance.now()`; `null` where it is not. */
type Listener = (openedAt: number | null) => void;

/** Says which note is the current one, and nothing of what stands in it. */
export class NoteInFront {
  readonly #app: App;
  readonly #changed: Listener;
  #front: Front | null = null;
  #leaveTimer: number | undefined;

  /** @param changed is called when another note is current, or the same is opened again or left; also when there still is none. */
  constructor(app: App, changed: Listener) {
    this.#app = app;
    this.#changed = changed;
  }

  get front(): Front | null {
    return this.#front;
  }

  /** Follows the workspace from now on, until `owner` is unloaded. */
  start(owner: Component): void {
    const { workspace } = this.#app;
    owner.registerEvent(workspace.on('file-open', (file) => this.#follow(file, performance.now())));
    owner.registerEvent(workspace.on('active-leaf-change', (leaf) => this.#followLeaf(leaf)));
    owner.register(() => {
      window.clearTimeout(this.#leaveTimer);
      this.#front = null;
    });
  }

  /** Asks the workspace which note is the current one. */
  ask(): void {
    this.#follow(this.#app.workspace.getActiveFile(), null);
  }

  /** The current note was deleted, and there is one at its path again. */
  takeAgain(file: TFile): void {
    this.#set({ file, isPast: false }, null);
  }

  #followLeaf(leaf: WorkspaceLeaf | null): void {
    const { leftSplit, rightSplit } = this.#app.workspace;
    const root = leaf?.getRoot();
    // A click into a sidebar, ours too, does not change which note is the current one.
    if (!leaf || root === leftSplit || root === rightSplit) return;
    this.#follow(leaf.view instanceof FileView ? leaf.view.file : null, null);
  }

  #follow(file: TFile | null, openedAt: number | null): void {
    window.clearTimeout(this.#leaveTimer);
    if (file?.extension !== 'md') {
      this.#leaveTimer = window.setTimeout(() => this.#leave(), LEAVE_WAIT_MS);
      return;
    }
    const isNew = file !== this.#front?.file;
    this.#set({ file, isPast: false }, openedAt ?? (isNew ? performance.now() : null));
  }

  /** What is in front is no note: the last one stays. A tab of ours, such as the map, is about the note: it stays as it is. */
  #leave(): void {
    if (this.#app.workspace.getMostRecentLeaf()?.view.getViewType().startsWith(OWN_VIEWS)) return;
    this.#set(this.#front && { ...this.#front, isPast: true }, null);
  }

  #set(front: Front | null, openedAt: number | null): void {
    this.#front = front;
    this.#changed(openedAt);
  }
}
