import { TFile, type App, type Component, type TAbstractFile } from 'obsidian';
import type { IdeaAudit, LiveIdeas } from '../index/answers';
import { measureSince } from '../model/measure';
import type { KindLetter } from '../model/note-facts';
import type { IndexChange } from '../index/idea-graph';
import { IdeaIndex } from '../index/idea-index';
import type { NoteEntry } from '../index/note-entry';
import type { Work } from '../model/work';
import { readFacts } from '../read/facts';
import { readIndexed } from '../read/note';
import { readTerms } from '../read/note-terms';
import { isTemplatePath } from '../read/template';
import { nameOfNote } from '../text/note-name';
import type { Vocabulary } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import { IdleSlices } from './idle-slices';
import type { IndexStore } from './index-store';
import type { LinkResolver } from './link-resolver';
import { MeantNames } from './meant-names';

/** How the notes of the vault are read. */
export interface VaultReading {
  vocabulary(): Vocabulary;
  isLeftOut(path: string): boolean;
  /** Whether the user has said of the note at `path`, or of its folder, that it is a template. */
  isTemplate(path: string): boolean;
  /** Awaited before the first note is read. */
  prepare(): Promise<void>;
  /** Another text for another way of reading: what was kept as read in one way is of no use in the other. */
  readonly id: () => string;
}

type Stat = Pick<NoteEntry, 'size' | 'mtime'>;

/** How many notes have been read of those that have to be; `null` when all have. */
export type Progress = { readonly done: number; readonly all: number } | null;

/** Notes asked for at once, and notes kept at once. */
const READ_AT_ONCE = 8;
const SAVE_AT_ONCE = 100;
/** What happens to files is taken in by so many at once: a folder that is renamed may hold thousands. */
const TAKE_AT_ONCE = 20;
/** While many notes are read, views hear of it this often. */
const TELL_EVERY_MS = 500;

/**
 * The one index of the vault's ideas. It does nothing before the layout is ready; then it takes what was kept from the last time,
 * reads the notes that changed since, and follows the vault from then on, in idle moments.
 */
export class VaultIndex extends IdeaIndex implements LiveIdeas {
  readonly #app: App;
  readonly #reading: VaultReading;
  readonly #store: IndexStore;
  readonly #onProgress: (progress: Progress) => void;
  isComplete = false;
  usualExpansion: number | null = null;
  #isStarted = false;
  #isStopped = false;
  #isWorking = false;
  readonly #slices = new IdleSlices();
  /** Set once somebody has asked what the notes speak of. */
  #hearing: Promise<void> | null = null;
  readonly #listeners = new Set<(paths: ReadonlySet<string> | null) => void>();
  /** What happened to files and is not in the index yet. */
  readonly #changes: IndexChange[] = [];
  /** A folder was moved or went. The app tells of the notes in it, too; should it not, that is found by comparing. */
  #isFolderGone = false;
  /** Paths that came or went since Obsidian last resolved all links. */
  readonly #moved = new Set<string>();
  readonly #unread = new Set<TFile>();
  /** Size and time of notes from before they were read, or are being read. */
  readonly #known = new WeakMap<TFile, Stat>();
  readonly #unsaved = new Set<TFile>();
  /** Paths of notes that are not to be kept any longer. */
  readonly #gone = new Set<string>();
  #untold = new Set<string>();
  #toldAt = 0;
  #onFindings = (): void => undefined;
  readonly #meant = new MeantNames(this.facts, () => this.#onFindings());

  constructor(
    app: App,
    links: LinkResolver,
    reading: VaultReading,
    store: IndexStore,
    onProgress: (progress: Progress) => void,
  ) {
    super((target, from) => {
      const path = links.resolve(target, from)?.path ?? null;
      // What Obsidian has resolved may be gone by now.
      return path !== null && app.vault.getFileByPath(path) ? path : null;
    });
    this.#app = app;
    this.#reading = reading;
    this.#store = store;
    this.#onProgress = onProgress;
  }

  /** Begins when the layout is ready, and goes on until `owner` is unloaded. */
  start(owner: Component): void {
    const { vault, metadataCache, workspace } = this.#app;
    owner.register(() => {
      this.#isStopped = true;
      this.#listeners.clear();
      this.#meant.stop();
      this.#store.close();
    });
    workspace.onLayoutReady(() => {
      if (this.#isStopped) return;
      owner.registerEvent(vault.on('create', (file) => this.#onCreate(file)));
      owner.registerEvent(vault.on('rename', (file, from) => this.#onRename(file, from)));
      owner.registerEvent(vault.on('delete', (file) => this.#onDelete(file)));
      owner.registerEvent(metadataCache.on('changed', (file) => this.#onChanged(file)));
      owner.registerEvent(metadataCache.on('resolved', () => this.#onResolved()));
      void this.#build();
    });
  }

  /** Reads all notes again, for the way of reading has changed. */
  async refresh(): Promise<void> {
    if (!this.#isStarted) return;
    this.isComplete = false;
    this.#read(this.#app.vault.getMarkdownFiles());
    await this.#store.clear(this.#reading.id());
  }

  onChange(listener: (paths: ReadonlySet<string> | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Finds out what all notes speak of, in idle moments: what is suggested is better then. Nothing is looked at before somebody asks;
   * from then on it is kept in step with the vault.
   */
  hearTerms(): Promise<void> {
    this.#hearing ??= this.#hearAll();
    return this.#hearing;
  }

  async #hearAll(): Promise<void> {
    const files = this.#app.vault.getMarkdownFiles();
    for (let at = 0; at < files.length && !this.#isStopped; at += READ_AT_ONCE) {
      const some = files.slice(at, at + READ_AT_ONCE);
      const texts = await Promise.all(some.map((file) => this.#textOf(file, false)));
      for (const [index, file] of some.entries()) {
        const text = texts[index] ?? '';
        if (text !== '') await this.#slices.run(() => this.#hear(file, repairNote(text)?.text ?? text));
      }
    }
  }

  #hear(file: TFile, text: string): void {
    if (this.#isThere(file) && !this.#reading.isLeftOut(file.path))
      this.terms.set(file.path, readTerms(text, file.path));
  }

  /** Calls `listener` once notes may have other problems, for more is known of the vault. */
  onFindings(listener: () => void): void {
    this.#onFindings = listener;
  }

  /** As `meantNow`, but as far as it is known: it is looked for in idle moments, and told then. */
  meant(target: string): readonly string[] {
    return this.#meant.of(target);
  }

  /** Comes when all that `meant` was asked for is known; `null` where it is. */
  get looking(): Promise<void> | null {
    return this.#meant.looking;
  }

  /** Nothing is a rule before all notes are known. */
  override usualKind(field: string): KindLetter | null {
    return this.isComplete ? super.usualKind(field) : null;
  }

  /** Notes in folders that are left out were not read, so nothing is said of them. */
  override auditing(scope: (path: string) => boolean = () => true): Work<IdeaAudit> {
    return super.auditing((path) => !this.#reading.isLeftOut(path) && scope(path));
  }

  auditSoon(scope: ((path: string) => boolean) | undefined, isStopped: () => boolean): Promise<IdeaAudit | null> {
    return this.#slices.finish(this.auditing(scope), () => this.#isStopped || isStopped());
  }

  async #build(): Promise<void> {
    const start = performance.now();
    this.#isStarted = true;
    this.#isWorking = true;
    const files = this.#app.vault.getMarkdownFiles();
    for (const file of files) this.#unread.add(file);
    try {
      for (let at = 0; at < files.length && !this.#isStopped; at += SAVE_AT_ONCE) {
        const some = files.slice(at, at + SAVE_AT_ONCE);
        await this.#slices.run(() => this.#take(some.map(({ path }) => ({ kind: 'set', path, links: [] }))));
      }
      await this.#reading.prepare();
      const id = this.#reading.id();
      await this.#store.load(id, async (entries) => {
        for (const entry of entries) if (!this.#isStopped) await this.#slices.run(() => this.#restore(entry, id));
      });
    } finally {
      this.#isWorking = false;
    }
    await this.#work(start);
  }

  #restore({ path, size, mtime, links, facts, expansion }: NoteEntry, id: string): void {
    const file = this.#app.vault.getFileByPath(path);
    if (!file || this.#reading.isLeftOut(path)) this.#gone.add(path);
    else if (file.stat.size === size && file.stat.mtime === mtime && id === this.#reading.id()) {
      this.#take([{ kind: 'set', path, links, facts, expansion }]);
      this.#known.set(file, { size, mtime });
      this.#unread.delete(file);
    }
  }

  #read(files: readonly TFile[]): void {
    for (const file of files) if (file.extension === 'md') this.#unread.add(file);
    void this.#work();
  }

  /** Does all that there is to do, once at a time. */
  async #work(start = performance.now()): Promise<void> {
    const isLeft = (): boolean => this.#changes.length + this.#unread.size > 0 || this.#isFolderGone;
    if (this.#isWorking || (this.isComplete && !isLeft())) return;
    this.#isWorking = true;
    try {
      for (let done = 0; !this.#isStopped && isLeft();) {
        await this.#takeAll();
        if (this.#isFolderGone) {
          this.#isFolderGone = false;
          await this.#slices.finish(this.#compare(), () => this.#isStopped);
        }
        const files = takeOut(this.#unread, READ_AT_ONCE);
        const texts = await Promise.all(files.map((file) => this.#textOf(file)));
        for (const [index, file] of files.entries()) {
          const text = texts[index] ?? null;
          if (text === null) continue;
          await this.#takeAll();
          await this.#slices.finish(this.#takeText(file, text), () => this.#isStopped);
        }
        done += files.length;
        if (!this.isComplete) this.#onProgress({ done, all: done + this.#unread.size });
        if (this.#unsaved.size >= SAVE_AT_ONCE) await this.#save();
        if (performance.now() - this.#toldAt > TELL_EVERY_MS) this.#tell(this.#untold);
      }
    } finally {
      this.#isWorking = false;
    }
    if (this.#isStopped) return;
    measureSince(performance, 'index', start);
    const isFirst = !this.isComplete;
    this.#tell(isFirst ? null : this.#untold);
    if (isFirst) {
      this.#meant.start();
      this.#onFindings();
    }
    this.#onProgress(null);
    await this.#save();
  }

  /**
   * The text of a note; `null` when it cannot be read.
   *
   * @param isTaken whether the index takes it in, so that it is known then.
   */
  async #textOf(file: TFile, isTaken = true): Promise<string | null> {
    const { size, mtime } = file.stat;
    if (isTaken) this.#known.set(file, { size, mtime });
    if (this.#reading.isLeftOut(file.path)) return '';
    try {
      return await this.#app.vault.cachedRead(file);
    } catch (error) {
      if (isTaken) this.#known.delete(file);
      // Deleted meanwhile: the vault tells so. Anything else is worth knowing.
      if (this.#isThere(file)) console.error(error);
      return null;
    }
  }

  /** Reads a note and takes it in; what happens to it while a huge one is read comes before. */
  *#takeText(file: TFile, text: string): Work<void> {
    if (!this.#isThere(file)) return;
    const read = repairNote(text)?.text ?? text;
    const { links, expansion } = yield* readIndexed(read, this.#reading.vocabulary(), file.path);
    const { path } = file;
    if (!this.#isThere(file)) return;
    const facts = readFacts(read, path);
    if (this.#hearing !== null) this.#hear(file, read);
    const isTemplate = facts.isTemplate || this.#reading.isTemplate(path);
    this.#take([{ kind: 'set', path, links, facts: isTemplate ? { ...facts, isTemplate } : facts, expansion }]);
    if (this.#reading.isLeftOut(path)) this.#gone.add(path);
    else this.#unsaved.add(file);
  }

  /** Takes some of what has happened to files into the index, in its order, and behind it these changes. */
  #take(changes: readonly IndexChange[]): void {
    this.#changes.push(...changes);
    const some = this.#changes.splice(0, TAKE_AT_ONCE + changes.length);
    for (const path of this.update(some)) this.#untold.add(path);
  }

  async #takeAll(): Promise<void> {
    while (this.#changes.length > 0 && !this.#isStopped) await this.#slices.run(() => this.#take([]));
  }

  #isThere(file: TFile): boolean {
    return this.#app.vault.getFileByPath(file.path) === file;
  }

  /** Obsidian also tells this of notes that it has parsed for the first time, and that were read here before. */
  #onChanged(file: TFile): void {
    const known = this.#known.get(file);
    if (known?.size !== file.stat.size || known.mtime !== file.stat.mtime) this.#read([file]);
  }

  #onCreate(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const { path } = file;
    this.#changes.push(isNote(path) ? { kind: 'set', path, links: [] } : { kind: 'file', path });
    this.#moved.add(path);
    this.#read([file]);
  }

  #onRename(file: TAbstractFile, from: string): void {
    const { path } = file;
    if (!(file instanceof TFile)) return this.#compareSoon();
    this.#forget(from);
    if (!isNote(path) || !isNote(from)) {
      this.#changes.push({ kind: 'remove', path: from });
      this.#onCreate(file);
      return;
    }
    this.#changes.push({ kind: 'rename', from, to: path });
    this.#moved.add(path);
    // What a note is called says what its lists are: a map of content says so by its name. A folder may be one of templates.
    const isRenamed = nameOfNote(path) !== nameOfNote(from);
    if (isRenamed || [path, from].some((one) => this.#reading.isLeftOut(one) || isTemplatePath(one)))
      this.#read([file]);
    else this.#unsaved.add(file);
    void this.#work();
  }

  #onDelete(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return this.#compareSoon();
    this.#remove(file.path);
    void this.#work();
  }

  #remove(path: string): void {
    this.#changes.push({ kind: 'remove', path });
    this.#forget(path);
  }

  #compareSoon(): void {
    this.#isFolderGone = true;
    void this.#work();
  }

  /** Compares what is known with what is there, in one walk for all folders: within one there may be hundreds. */
  *#compare(): Work<void> {
    let looked = 0;
    for (const path of this.paths()) {
      if (!this.#app.vault.getFileByPath(path)) this.#remove(path);
      if (++looked % SAVE_AT_ONCE === 0) yield;
    }
    for (const file of this.#app.vault.getMarkdownFiles()) {
      if (!this.has(file.path)) this.#onCreate(file);
      if (++looked % SAVE_AT_ONCE === 0) yield;
    }
  }

  #forget(path: string): void {
    this.#moved.add(path);
    this.#gone.add(path);
  }

  /** Obsidian may have led links to files that it did not know yet, or no longer: those of their names are led again. */
  #onResolved(): void {
    for (const path of this.#moved) this.#changes.push({ kind: 'file', path });
    this.#moved.clear();
    void this.#work();
  }

  #tell(paths: ReadonlySet<string> | null): void {
    this.isComplete ||= paths === null;
    this.usualExpansion = this.isComplete ? this.lengths.median() : null;
    this.#toldAt = performance.now();
    this.#untold = new Set();
    if (paths === null || paths.size > 0) for (const listener of this.#listeners) listener(paths);
  }

  /** Keeps what is not kept yet, and forgets what is gone: first, for at a path that is gone there may be another note by now. */
  async #save(): Promise<void> {
    while (!this.#isStopped) {
      await this.#takeAll();
      const gone = takeOut(this.#gone, SAVE_AT_ONCE);
      const files = this.#gone.size > 0 ? [] : takeOut(this.#unsaved, SAVE_AT_ONCE);
      const entries = files.flatMap((file): NoteEntry[] => {
        const stat = this.#known.get(file);
        return stat && this.#isThere(file)
          ? [
              {
                path: file.path,
                ...stat,
                links: this.linksOf(file.path),
                facts: this.facts.of(file.path),
                expansion: this.lengths.of(file.path),
              },
            ]
          : [];
      });
      if (gone.length + files.length === 0) return;
      await this.#store.save(entries, gone);
    }
  }
}

/** Takes the first of a set out of it. */
function takeOut<Item>(items: Set<Item>, most: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    items.delete(item);
    taken.push(item);
  }
  return taken;
}

function isNote(path: string): boolean {
  return /\.md$/i.test(path);
}
