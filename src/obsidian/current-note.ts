import { Component, FileView, TFile, parseYaml, type App, type TAbstractFile, type WorkspaceLeaf } from 'obsidian';
import type { ShownNote } from '../model/shown-note';
import type { StepReminder } from '../model/note-progress';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { linkProblems } from '../read/problems';
import type { Vocabulary } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import type { LinkResolver } from './link-resolver';
import { noteProgress } from './note-progress';
import { LoadedViews } from './open-views';
import type { SeenSteps } from './seen-steps';

/** How long after the last key an edited note is read again. */
const EDIT_WAIT_MS = 300;
/** How often a view that is loading the note is looked at, and how many times. */
const LOAD_WAIT_MS = 100;
const MOST_LOOKS = 50;
/** A tab is empty for a moment before a note is opened in it: only what stays longer takes the note's place. */
const LEAVE_WAIT_MS = 100;

/** What the types of the plugin's own views begin with. */
const OWN_VIEWS = 'idea-tiers';

/** The frontmatter is half of many notes, and shown by nothing but its problems: it is read once the rest is painted. */
const CHECK_WAIT_MS = 100;

/** How notes are read, as the settings say now. */
export interface Reading {
  vocabulary(): Vocabulary;
  /** Whether the user has left out the folder of the note at `path`. */
  isLeftOut(path: string): boolean;
  /** Remembers steps, to tell which have drifted apart. */
  readonly seen: SeenSteps;
  /** Those that read notes now, to be told when the way of reading changes. */
  readonly readers: Set<{ refresh(): void }>;
}

type Listener = (shown: ShownNote | null) => void;

interface Why {
  /** Set when another note is opened: when that was noticed. */
  readonly openedAt?: number | null;
  /** Tell even if the text is the same. */
  readonly force?: boolean;
}

/**
 * Follows the current note for one view: which note it is, and what stands in it, unsaved edits too. Tells `listener` of every
 * change, and `null` as long as there has been no note. Loaded and unloaded with the view.
 */
export class CurrentNote extends Component {
  readonly #app: App;
  readonly #links: LinkResolver;
  readonly #reading: Reading;
  readonly #views: LoadedViews;
  readonly #listener: Listener;
  #file: TFile | null = null;
  #text = '';
  #shown: ShownNote | null = null;
  #pinned: string | null = null;
  /** Counts what was asked for, so that an answer that comes late is known as such. */
  #request = 0;
  #editTimer: number | undefined;
  #loadTimer: number | undefined;
  #leaveTimer: number | undefined;
  #checkTimer: number | undefined;
  /** A note was made, moved or deleted: links may lead elsewhere once Obsidian has resolved them again. */
  #linksMayDiffer = false;
  #running = false;

  constructor(app: App, links: LinkResolver, reading: Reading, listener: Listener) {
    super();
    this.#app = app;
    this.#links = links;
    this.#reading = reading;
    this.#views = new LoadedViews(app);
    this.#listener = listener;
  }

  override onload(): void {
    const { workspace, vault, metadataCache } = this.#app;
    this.#running = true;
    this.#reading.readers.add(this);
    this.register(() => {
      this.#running = false;
      this.#reading.readers.delete(this);
      this.#request++;
      window.clearTimeout(this.#editTimer);
      window.clearTimeout(this.#loadTimer);
      window.clearTimeout(this.#leaveTimer);
      window.clearTimeout(this.#checkTimer);
    });
    this.registerEvent(workspace.on('file-open', (file) => this.#follow(file, performance.now())));
    this.registerEvent(workspace.on('active-leaf-change', (leaf) => this.#followLeaf(leaf)));
    this.registerEvent(workspace.on('editor-change', (_editor, info) => this.#onEdit(info.file)));
    this.registerEvent(vault.on('modify', (file) => this.#onChange(file)));
    this.registerEvent(vault.on('create', (file) => this.#onCreate(file)));
    this.registerEvent(vault.on('rename', () => this.#onRename()));
    this.registerEvent(vault.on('delete', () => this.#onDelete()));
    this.registerEvent(metadataCache.on('changed', (file) => this.#onChange(file)));
    this.registerEvent(metadataCache.on('resolved', () => this.#onResolved()));
    workspace.onLayoutReady(() => {
      if (this.#running) this.#start();
    });
  }

  /** The path of the note that the view is kept on, `null` when it follows the current note. */
  get pinnedPath(): string | null {
    return this.#pinned;
  }

  /** Keeps the view on the note at `path`, or lets it follow the current note again. */
  pin(path: string | null): void {
    this.#pinned = path;
    if (this.#app.workspace.layoutReady) this.#start();
  }

  /** Reads the note again even if its text is the same, for the words that are looked for have changed. */
  refresh(): void {
    const file = this.#file;
    const shown = this.#shown;
    if (file && shown && shown.state !== 'deleted') this.#read(file, shown.state, { force: true });
  }

  /** The user has seen a reminder of the note shown. */
  dismiss(reminder: StepReminder): void {
    if (!this.#shown) return;
    this.#reading.seen.dismiss(this.#shown.path, reminder);
    this.#check();
  }

  #start(): void {
    const pinned = this.#pinned === null ? null : this.#app.vault.getFileByPath(this.#pinned);
    if (pinned) this.#open(pinned);
    else if (this.#pinned !== null && this.#pinned !== this.#shown?.path) this.#pinned = null;
    if (this.#pinned === null) this.#follow(this.#app.workspace.getActiveFile());
  }

  #followLeaf(leaf: WorkspaceLeaf | null): void {
    const { leftSplit, rightSplit } = this.#app.workspace;
    const root = leaf?.getRoot();
    // A click into a sidebar, ours too, does not change which note is the current one.
    if (!leaf || root === leftSplit || root === rightSplit) return;
    this.#follow(leaf.view instanceof FileView ? leaf.view.file : null);
  }

  #follow(file: TFile | null, openedAt: number | null = null): void {
    this.#views.forgetLeft();
    window.clearTimeout(this.#leaveTimer);
    if (this.#pinned !== null) return;
    if (file?.extension === 'md') {
      this.#open(file, openedAt);
      return;
    }
    this.#leaveTimer = window.setTimeout(() => this.#leave(), LEAVE_WAIT_MS);
  }

  /** What is in front is no note: the last one stays. A tab of ours, such as the map, is about the note: it stays as it is. */
  #leave(): void {
    if (this.#app.workspace.getMostRecentLeaf()?.view.getViewType().startsWith(OWN_VIEWS)) return;
    this.#request++;
    if (this.#shown?.state === 'current') this.#tell({ ...this.#shown, state: 'past', openedAt: null });
    else if (!this.#shown) this.#listener(null);
  }

  #open(file: TFile, openedAt: number | null = null): void {
    const isNew = file !== this.#file || this.#shown === null;
    this.#read(file, 'current', { openedAt: openedAt ?? (isNew ? performance.now() : null) });
  }

  #read(file: TFile, state: 'current' | 'past', why: Why): void {
    const request = ++this.#request;
    window.clearTimeout(this.#loadTimer);
    const text = this.#views.textOf(file);
    if (text !== null) {
      this.#take(file, text, state, why);
      return;
    }
    void this.#app.vault.cachedRead(file).then(
      (stored) => {
        if (request !== this.#request) return;
        this.#take(file, this.#views.look(file, stored) ?? stored, state, why);
        this.#awaitView(file, stored);
      },
      (error: unknown) => {
        // Deleted while it was read: the vault's own event tells so. Anything else is worth knowing.
        if (this.#app.vault.getFileByPath(file.path)) throw error;
      },
    );
  }

  /** A view that is loading the note is looked at until it has it, so that what is typed then is known to be the note's. */
  #awaitView(file: TFile, stored: string, tries = MOST_LOOKS): void {
    if (tries === 0 || !this.#views.isAwaited(file)) return;
    this.#loadTimer = window.setTimeout(() => {
      this.#views.look(file, stored);
      this.#awaitView(file, stored, tries - 1);
    }, LOAD_WAIT_MS);
  }

  #take(file: TFile, text: string, state: 'current' | 'past', why: Why): void {
    const before = this.#shown;
    if (before && file === this.#file && text === this.#text && !why.force) {
      const openedAt = why.openedAt ?? null;
      if (before.state !== state || openedAt !== null) this.#tell({ ...before, state, openedAt });
      return;
    }
    this.#file = file;
    this.#text = text;
    const start = performance.now();
    const { path, basename: name } = file;
    const isLeftOut = this.#reading.isLeftOut(path);
    const garbled = isLeftOut ? null : repairNote(text);
    const read = garbled?.text ?? text;
    const note = readNote(isLeftOut ? '' : read, this.#reading.vocabulary());
    // Measures are kept as long as the window: the last one is enough.
    performance.clearMeasures('idea-tiers:read');
    performance.measure('idea-tiers:read', { start });
    const same = before?.path === path ? before : null;
    const problems = same?.problems ?? note.problems;
    const progress = note.steps.length === 0 ? null : (same?.progress ?? null);
    const openedAt = why.openedAt ?? null;
    const moved = { movedFrom: null, openedAt };
    this.#tell({ path, name, text: read, garbled, note, problems, progress, state, isLeftOut, ...moved });
    this.#checkSoon();
  }

  #checkSoon(): void {
    window.clearTimeout(this.#checkTimer);
    this.#checkTimer = window.setTimeout(() => this.#check(), CHECK_WAIT_MS);
  }

  /** Tells what is wrong with the frontmatter and, here where the vault is known, with the links too; and how far the steps have come. */
  #check(): void {
    const shown = this.#shown;
    if (!shown || shown.state === 'deleted' || shown.isLeftOut) return;
    const { note, path, text } = shown;
    const frontmatter = readFrontmatter(text, (yaml): unknown => parseYaml(yaml));
    const links = linkProblems(note, path, (link, from) => this.#links.resolve(link, from)?.path ?? null);
    const progress = noteProgress(path, text, note, frontmatter, this.#reading.seen);
    const problems = [...frontmatter.problems, ...note.problems, ...links].sort((a, b) => a.line - b.line);
    if (isSame(problems, shown.problems) && isSame(progress, shown.progress)) return;
    this.#tell({ ...shown, problems, progress, openedAt: null });
  }

  #tell(shown: ShownNote): void {
    this.#shown = { ...shown, movedFrom: null };
    this.#listener(shown);
  }

  #onEdit(file: TFile | null): void {
    if (!file || file.path !== this.#shown?.path) return;
    window.clearTimeout(this.#editTimer);
    this.#editTimer = window.setTimeout(() => this.#onChange(file), EDIT_WAIT_MS);
  }

  #onChange(file: TAbstractFile): void {
    const shown = this.#shown;
    if (!(file instanceof TFile) || file.path !== shown?.path || shown.state === 'deleted') return;
    this.#read(file, shown.state, {});
  }

  #onCreate(file: TAbstractFile): void {
    this.#linksMayDiffer = true;
    if (file instanceof TFile && this.#shown?.state === 'deleted' && file.path === this.#shown.path) this.#open(file);
  }

  /** A folder's rename moves the note in it, so what counts is where the note is now. */
  #onRename(): void {
    this.#linksMayDiffer = true;
    const file = this.#file;
    const shown = this.#shown;
    if (this.#pinned !== null && file && this.#pinned === shown?.path) this.#pinned = file.path;
    if (!file || !shown || file.path === shown.path) return;
    this.#tell({ ...shown, path: file.path, name: file.basename, movedFrom: shown.path, openedAt: null });
  }

  #onDelete(): void {
    this.#linksMayDiffer = true;
    const file = this.#file;
    const shown = this.#shown;
    if (!file || !shown || shown.state === 'deleted' || this.#app.vault.getFileByPath(shown.path)) return;
    this.#request++;
    this.#file = null;
    this.#tell({ ...shown, state: 'deleted', openedAt: null });
  }

  #onResolved(): void {
    if (!this.#linksMayDiffer || !this.#shown) return;
    this.#linksMayDiffer = false;
    this.#tell({ ...this.#shown, openedAt: null });
    this.#checkSoon();
  }
}

/** For plain data. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
