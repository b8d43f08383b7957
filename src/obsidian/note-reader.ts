import { parseYaml, type App, type TFile } from 'obsidian';
import { measureSince } from '../model/measure';
import type { Frontmatter } from '../model/frontmatter';
import type { ReadNote } from '../model/shown-note';
import type { StepReminder } from '../model/note-progress';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { noteFindings, type NoteVault } from '../read/author-problems';
import type { Vocabulary } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import type { LinkResolver } from './link-resolver';
import { noteProgress } from './note-progress';
import type { LoadedViews } from './open-views';
import type { StepBaselines } from './step-baselines';

/** How long after the last key an edited note is read again. */
const EDIT_WAIT_MS = 300;
/** How often a view that is loading the note is looked at, and how many times. */
const LOAD_WAIT_MS = 100;
const MOST_LOOKS = 50;

/** The frontmatter is half of many notes, and shown by nothing but its problems: it is read once the rest is painted. */
const CHECK_WAIT_MS = 100;

/** How notes are read, as the settings say now. */
export interface Reading {
  vocabulary(): Vocabulary;
  /** Whether the user has left out the folder of the note at `path`. */
  isLeftOut(path: string): boolean;
  /** What the vault's notes have in common, as far as it is known. */
  readonly vault: Pick<NoteVault, 'meant' | 'usualKind'>;
  /** Whether the user has named the note at `path` as a template. */
  isTemplate(path: string): boolean;
  /** Remembers steps, to tell which have drifted apart. */
  readonly seen: StepBaselines;
}

/** What a reader is handed of the vault. */
export interface ReaderVault {
  readonly app: App;
  readonly links: LinkResolver;
  readonly reading: Reading;
  readonly views: LoadedViews;
  /** Another number whenever a link may lead elsewhere. */
  readonly names: () => number;
}

/** Told of every change, and where the note stood before when it was moved. */
export type ReaderListener = (movedFrom: string | null) => void;

/**
 * Reads one note that is shown, for all views that show it, and tells them of every change: what stands in it, unsaved edits too,
 * and then, when that is painted, what is wrong in it and how far its steps have come. What happens in the vault is told to it.
 */
export class NoteReader {
  readonly #vault: ReaderVault;
  readonly #listeners = new Set<ReaderListener>();
  #file: TFile;
  #isDeleted = false;
  /** What `#read` was read from: of a garbled note, the text before it was repaired. */
  #text = '';
  #read: ReadNote | null = null;
  /** Of the text that was read last; `null` until it is checked. */
  #frontmatter: Frontmatter | null = null;
  /** Counts what was asked for, so that an answer that comes late is known as such. */
  #request = 0;
  #isAsking = false;
  /** Told anew even if the text is the same. */
  #isForced = false;
  #editTimer: number | undefined;
  #loadTimer: number | undefined;
  #checkTimer: number | undefined;

  constructor(vault: ReaderVault, file: TFile) {
    this.#vault = vault;
    this.#file = file;
    this.#ask();
  }

  get file(): TFile {
    return this.#file;
  }

  get isDeleted(): boolean {
    return this.#isDeleted;
  }

  /** What stands in the note; `null` until it is read first. */
  get read(): ReadNote | null {
    return this.#read;
  }

  /** Whether a view shows the note. */
  get isHeld(): boolean {
    return this.#listeners.size > 0;
  }

  hold(listener: ReaderListener): void {
    this.#listeners.add(listener);
  }

  letGo(listener: ReaderListener): void {
    this.#listeners.delete(listener);
  }

  /** Ends what is under way. */
  stop(): void {
    this.#request++;
    this.#listeners.clear();
    window.clearTimeout(this.#editTimer);
    window.clearTimeout(this.#loadTimer);
    window.clearTimeout(this.#checkTimer);
  }

  /** The note was opened in a view: that may hold another text, or be about to have one. All else has been told. */
  lookAtViews(): void {
    if (this.#isDeleted || this.#isAsking) return;
    const { views } = this.#vault;
    const text = views.textOf(this.#file);
    if (text !== null) this.#take(text);
    else if (this.#loadTimer === undefined && views.isAwaited(this.#file)) this.#ask();
  }

  /** Reads the note again even if its text is the same, for the words that are looked for have changed. */
  refresh(): void {
    if (this.#isDeleted) return;
    this.#isForced = true;
    this.#ask();
  }

  /** The user has seen a reminder of the note. */
  dismiss(reminder: StepReminder): void {
    this.#vault.reading.seen.dismiss(this.#file.path, reminder);
    this.#check();
  }

  /** Somebody types in it. */
  onEdit(): void {
    window.clearTimeout(this.#editTimer);
    this.#editTimer = window.setTimeout(() => this.onChange(), EDIT_WAIT_MS);
  }

  /** Its file has changed. */
  onChange(): void {
    if (!this.#isDeleted) this.#ask();
  }

  /** Something was moved: a folder's rename moves the note in it, so what counts is where the note is now. */
  onRename(): void {
    const read = this.#read;
    const { path, basename: name } = this.#file;
    if (this.#isDeleted || !read || read.path === path) return;
    this.#tell({ ...read, path, name, resolve: this.#resolver() }, read.path);
    // What it is called says what its lists are: a map of content says so by its name.
    if (name !== read.name || this.#vault.reading.isLeftOut(path) !== read.isLeftOut) this.refresh();
  }

  onDelete(): void {
    if (this.#vault.app.vault.getFileByPath(this.#file.path) === this.#file) return;
    this.#request++;
    if (this.#isDeleted) return;
    this.#isDeleted = true;
    if (this.#read) this.#tell(this.#read);
  }

  /** The note was deleted, and there is one at its path again: once that is read, it is the note. */
  onCreateAgain(file: TFile): void {
    this.#file = file;
    this.#isForced = true;
    this.#ask();
  }

  /** Links may lead elsewhere now. */
  onLinks(): void {
    if (!this.#read) return;
    this.#tell({ ...this.#read, resolve: this.#resolver() });
    this.#checkSoon();
  }

  /** More is known of the vault. */
  onFindings(): void {
    if (this.#read) this.#checkSoon();
  }

  #resolver(): ReadNote['resolve'] {
    const { links, names } = this.#vault;
    return links.remembering(this.#file.path, names);
  }

  #ask(): void {
    const { app, views } = this.#vault;
    const file = this.#file;
    const request = ++this.#request;
    this.#isAsking = false;
    this.#endLoad();
    const text = views.textOf(file);
    if (text !== null) {
      this.#take(text);
      return;
    }
    this.#isAsking = true;
    void app.vault.cachedRead(file).then(
      (stored) => {
        if (request !== this.#request) return;
        this.#isAsking = false;
        this.#take(views.look(file, stored) ?? stored);
        this.#awaitView(stored);
      },
      (error: unknown) => {
        if (request === this.#request) this.#isAsking = false;
        // Deleted while it was read: the vault's own event tells so. Anything else is worth knowing.
        if (app.vault.getFileByPath(file.path)) throw error;
      },
    );
  }

  /** A view that is loading the note is looked at until it has it, so that what is typed then is known to be the note's. */
  #awaitView(stored: string, tries = MOST_LOOKS): void {
    const { views } = this.#vault;
    this.#endLoad();
    if (tries === 0 || !views.isAwaited(this.#file)) return;
    this.#loadTimer = window.setTimeout(() => {
      views.look(this.#file, stored);
      this.#awaitView(stored, tries - 1);
    }, LOAD_WAIT_MS);
  }

  #endLoad(): void {
    window.clearTimeout(this.#loadTimer);
    this.#loadTimer = undefined;
  }

  #take(text: string): void {
    const before = this.#read;
    if (before && text === this.#text && !this.#isForced) return;
    this.#isForced = false;
    this.#isDeleted = false;
    this.#text = text;
    this.#frontmatter = null;
    const start = performance.now();
    const { path, basename: name } = this.#file;
    const { reading } = this.#vault;
    const isLeftOut = reading.isLeftOut(path);
    const garbled = isLeftOut ? null : repairNote(text);
    const read = garbled?.text ?? text;
    const note = readNote(isLeftOut ? '' : read, reading.vocabulary(), path);
    measureSince(performance, 'read', start);
    const problems = before?.problems ?? note.problems;
    const progress = note.steps.length === 0 ? null : (before?.progress ?? null);
    const resolve = before?.resolve ?? this.#resolver();
    this.#tell({ path, name, text: read, garbled, note, problems, progress, isLeftOut, resolve });
    this.#checkSoon();
  }

  #checkSoon(): void {
    window.clearTimeout(this.#checkTimer);
    // Counted from when the views have drawn what they were told, however long that took.
    this.#checkTimer = window.setTimeout(() => {
      this.#checkTimer = window.setTimeout(() => this.#check(), CHECK_WAIT_MS);
    });
  }

  /** Tells what is wrong with the frontmatter and, here where the vault is known, with the links too; and how far the steps have come. */
  #check(): void {
    const read = this.#read;
    if (!read || this.#isDeleted || read.isLeftOut) return;
    const { note, path, text, resolve } = read;
    const frontmatter = (this.#frontmatter ??= readFrontmatter(text, (yaml): unknown => parseYaml(yaml)));
    const { reading } = this.#vault;
    const progress = noteProgress(path, text, note, frontmatter, reading.seen);
    const { problems } = noteFindings(
      { path, text, note, frontmatter },
      {
        ...reading.vault,
        resolve: (link) => resolve(link)?.path ?? null,
        isTemplate: reading.isTemplate(path),
      },
    );
    // What is the same stays the same object, so that it is not drawn again.
    const checked = { problems: kept(read.problems, problems), progress: kept(read.progress, progress) };
    if (checked.problems !== read.problems || checked.progress !== read.progress) this.#tell({ ...read, ...checked });
  }

  #tell(read: ReadNote, movedFrom: string | null = null): void {
    this.#read = read;
    for (const listener of this.#listeners) listener(movedFrom);
  }
}

/** For plain data: what was there before, where it is the same. */
function kept<Data>(before: Data, after: Data): Data {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
