import { Component, TFile, type App, type TAbstractFile } from 'obsidian';
import type { LinkResolver } from './link-resolver';
import { NoteInFront, type Front } from './note-in-front';
import { NoteReader, type ReaderListener, type Reading } from './note-reader';
import { LoadedViews } from './open-views';

/** What a view is told through, which follows the current note or is kept on one. */
export interface Follower {
  /** The layout is ready: what is shown can be told. */
  start(): void;
  /** Another note is current, or the same was opened again or left; see `NoteInFront`. */
  onFront(openedAt: number | null): void;
  /** A file or a folder has another path now. */
  onRename(): void;
}

/**
 * The notes that are shown, whichever views and windows show them: one reader a note, kept as long as a view shows it, and which
 * note is the current one. Listens to the app once for all of them, and to nothing where no view is open.
 */
export class ShownNotes extends Component {
  readonly #app: App;
  readonly #links: LinkResolver;
  readonly #reading: Reading;
  /** What views were seen to hold is only known as long as it is watched. */
  #views: LoadedViews;
  readonly #front: NoteInFront;
  readonly #followers = new Set<Follower>();
  readonly #readers = new Set<NoteReader>();
  #watch: Component | null = null;
  /** How often the names in the vault have changed, so that links may lead elsewhere. */
  #names = 0;
  /** A note was made, moved or deleted: links may lead elsewhere once Obsidian has resolved them again. */
  #linksMayDiffer = false;

  constructor(app: App, links: LinkResolver, reading: Reading) {
    super();
    this.#app = app;
    this.#links = links;
    this.#reading = reading;
    this.#views = new LoadedViews(app);
    this.#front = new NoteInFront(app, (openedAt) => this.#onFront(openedAt));
  }

  override onunload(): void {
    for (const reader of this.#readers) reader.stop();
    this.#readers.clear();
    this.#followers.clear();
    this.#watch = null;
  }

  /** The current note; `null` as long as there has been none. */
  get front(): Front | null {
    return this.#front.front;
  }

  /** Asks the workspace once more which note is the current one: the one that is known is gone, or none is. */
  askForFront(): void {
    this.#front.ask();
  }

  /** The note at a path, if there is one now. */
  fileAt(path: string): TFile | null {
    return this.#app.vault.getFileByPath(path);
  }

  /** Tells a follower what happens, from when the layout is ready. Returns what ends that. */
  join(follower: Follower): () => void {
    const { workspace } = this.#app;
    this.#followers.add(follower);
    this.#listen();
    workspace.onLayoutReady(() => {
      if (this.#followers.has(follower)) follower.start();
    });
    return () => {
      this.#followers.delete(follower);
      if (this.#followers.size > 0 || !this.#watch) return;
      this.removeChild(this.#watch);
      this.#watch = null;
    };
  }

  /** The reader of a note, made where no other view shows it: kept until `letGo`. */
  hold(file: TFile, listener: ReaderListener): NoteReader {
    let reader = [...this.#readers].find((each) => each.file === file);
    if (!reader) this.#readers.add((reader = this.#read(file)));
    reader.hold(listener);
    return reader;
  }

  letGo(reader: NoteReader, listener: ReaderListener): void {
    reader.letGo(listener);
    if (reader.isHeld) return;
    reader.stop();
    this.#readers.delete(reader);
  }

  /** Reads all again, for the words that are looked for have changed, or which folders are left out. */
  refresh(): void {
    for (const reader of this.#readers) reader.refresh();
  }

  /** Looks once more for what is wrong in the notes, for more is known of the vault. */
  recheck(): void {
    for (const reader of this.#readers) reader.onFindings();
  }

  #listen(): void {
    if (this.#watch) return;
    const { workspace, vault, metadataCache } = this.#app;
    const watch = this.addChild(new Component());
    this.#watch = watch;
    const views = new LoadedViews(this.#app);
    this.#views = views;
    watch.registerEvent(workspace.on('file-open', () => views.forgetLeft()));
    watch.registerEvent(workspace.on('active-leaf-change', () => views.forgetLeft()));
    this.#front.start(watch);
    watch.registerEvent(workspace.on('editor-change', (_editor, { file }) => file && this.#readerOf(file)?.onEdit()));
    watch.registerEvent(vault.on('modify', (file) => this.#readerOf(file)?.onChange()));
    watch.registerEvent(metadataCache.on('changed', (file) => this.#readerOf(file)?.onChange()));
    watch.registerEvent(vault.on('rename', () => this.#onRename()));
    watch.registerEvent(vault.on('delete', () => this.#onDelete()));
    watch.registerEvent(metadataCache.on('resolved', () => this.#onResolved()));
    workspace.onLayoutReady(() => {
      if (this.#watch !== watch) return;
      // Not before: while the app starts, each note of the vault counts as made.
      watch.registerEvent(vault.on('create', (file) => this.#onCreate(file)));
      this.askForFront();
    });
  }

  #read(file: TFile): NoteReader {
    const [app, links, reading, views] = [this.#app, this.#links, this.#reading, this.#views];
    return new NoteReader({ app, links, reading, views, names: () => this.#names }, file);
  }

  #readerOf({ path }: TAbstractFile): NoteReader | undefined {
    return [...this.#readers].find((reader) => reader.file.path === path);
  }

  #onFront(openedAt: number | null): void {
    const { front } = this;
    if (front && !front.isPast) this.#readerOf(front.file)?.lookAtViews();
    for (const follower of this.#followers) follower.onFront(openedAt);
  }

  #onCreate(file: TAbstractFile): void {
    this.#namesChanged();
    if (!(file instanceof TFile)) return;
    for (const reader of this.#readers) {
      if (reader.isDeleted && reader.file.path === file.path) reader.onCreateAgain(file);
    }
    const { front } = this;
    if (front && front.file !== file && front.file.path === file.path) this.#front.takeAgain(file);
  }

  #onRename(): void {
    this.#namesChanged();
    for (const follower of this.#followers) follower.onRename();
    for (const reader of this.#readers) reader.onRename();
  }

  #onDelete(): void {
    this.#namesChanged();
    for (const reader of this.#readers) reader.onDelete();
  }

  #onResolved(): void {
    if (!this.#linksMayDiffer) return;
    this.#linksMayDiffer = false;
    this.#names++;
    for (const reader of this.#readers) reader.onLinks();
  }

  #namesChanged(): void {
    this.#linksMayDiffer = true;
    this.#names++;
  }
}
