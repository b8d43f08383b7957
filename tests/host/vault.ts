import type * as O from 'obsidian';
import { Adapter } from './adapter.ts';
import { Events } from './events.ts';
import { ROOT, TFile, TFolder, parentPath, setPath, type TAbstractFile } from './files.ts';
import { attach, detach, sameKind, walk } from './file-tree.ts';

export type Content = string | ArrayBuffer;

const encoder = new TextEncoder();

function byteLength(content: Content): number {
  return typeof content === 'string' ? encoder.encode(content).byteLength : content.byteLength;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function missing(path: string): Error {
  return new Error(`ENOENT: no such file or directory, open '${path}'`);
}

/** A vault in memory. Its errors are the real one's; nothing is written anywhere else. */
export class Vault extends Events implements O.Vault {
  readonly configDir = '.obsidian';
  readonly adapter: Adapter = new Adapter(this);
  readonly #root: TFolder;
  readonly #entries = new Map<string, TAbstractFile>();
  /** Lower-cased paths: a name that differs in case only is taken, as on most people's disks. */
  readonly #folded = new Set<string>();
  readonly #contents = new Map<O.TFile, Content>();
  readonly #queues = new Map<O.TFile, Promise<unknown>>();

  constructor(readonly name = 'Vault') {
    super();
    this.#root = new TFolder(this);
    this.#root.path = ROOT;
    this.#entries.set(ROOT, this.#root);
  }

  getName(): string {
    return this.name;
  }

  getRoot(): TFolder {
    return this.#root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#entries.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const entry = this.#entries.get(path);
    return entry instanceof TFile ? entry : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const entry = this.#entries.get(path);
    return entry instanceof TFolder ? entry : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.#entries.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter(
      (entry): entry is TFolder => entry instanceof TFolder && (includeRoot || !entry.isRoot()),
    );
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((entry): entry is TFile => entry instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getResourcePath(file: O.TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  /** Fills an empty vault before anybody listens: no events, folders made as needed. */
  seed(files: Record<string, Content>, times: O.DataWriteOptions = {}): void {
    for (const [path, content] of Object.entries(files)) {
      this.#seedFolder(parentPath(path));
      this.#addFile(path, content, times);
    }
  }

  async create(path: string, data: string, options?: O.DataWriteOptions): Promise<TFile> {
    return this.#create(path, data, options);
  }

  async createBinary(path: string, data: ArrayBuffer, options?: O.DataWriteOptions): Promise<TFile> {
    return this.#create(path, data, options);
  }

  async createFolder(path: string): Promise<TFolder> {
    await Promise.resolve();
    if (this.#folded.has(path.toLowerCase())) throw new Error('Folder already exists.');
    const above = parentPath(path);
    if (!this.#entries.has(above)) await this.createFolder(above);
    const folder = this.#addFolder(path);
    this.trigger('create', folder);
    return folder;
  }

  /** Leaves out a byte order mark, and so do all that read by it: what they write again has none. */
  async read(file: O.TFile): Promise<string> {
    return withoutMark(await this.readWithMark(file));
  }

  /** The text as the adapter reads it. */
  async readWithMark(file: O.TFile): Promise<string> {
    await Promise.resolve();
    const content = this.#content(file);
    return typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  }

  cachedRead(file: O.TFile): Promise<string> {
    return this.read(file);
  }

  async readBinary(file: O.TFile): Promise<ArrayBuffer> {
    await Promise.resolve();
    const content = this.#content(file);
    return typeof content === 'string' ? new Uint8Array(encoder.encode(content)).buffer : content;
  }

  /** The text of a note without a promise, for the metadata cache; `null` for what is not text or not there. */
  peek(file: O.TFile): string | null {
    const content = this.#contents.get(file);
    return typeof content === 'string' ? withoutMark(content) : null;
  }

  async modify(file: O.TFile, data: string, options?: O.DataWriteOptions): Promise<void> {
    await Promise.resolve();
    this.#write(file, data, options);
  }

  async modifyBinary(file: O.TFile, data: ArrayBuffer, options?: O.DataWriteOptions): Promise<void> {
    await Promise.resolve();
    this.#write(file, data, options);
  }

  async append(file: O.TFile, data: string, options?: O.DataWriteOptions): Promise<void> {
    await this.modify(file, (await this.readWithMark(file)) + data, options);
  }

  async appendBinary(file: O.TFile, data: ArrayBuffer, options?: O.DataWriteOptions): Promise<void> {
    const before = new Uint8Array(await this.readBinary(file));
    const joined = new Uint8Array(before.length + data.byteLength);
    joined.set(before);
    joined.set(new Uint8Array(data), before.length);
    this.#write(file, joined.buffer, options);
  }

  /** Read, change and write as one step: calls for one file wait for each other, so that no change is lost. */
  process(file: O.TFile, change: (text: string) => string, options?: O.DataWriteOptions): Promise<string> {
    const before = this.#queues.get(file) ?? Promise.resolve();
    const step = before.then(async () => {
      const text = await this.read(file);
      const changed = change(text);
      if (changed !== text) this.#write(file, changed, options);
      return changed;
    });
    this.#queues.set(
      file,
      step.catch(() => undefined),
    );
    return step;
  }

  async delete(entry: O.TAbstractFile, force = false): Promise<void> {
    const own = this.#own(entry);
    if (own instanceof TFolder && own.children.length > 0 && !force) {
      throw new Error(`ENOTEMPTY: directory not empty, rmdir '${own.path}'`);
    }
    await this.drop(own);
  }

  /** Takes a file or folder out, with all that is in it, and tells so. */
  async drop(entry: O.TAbstractFile): Promise<void> {
    await Promise.resolve();
    this.#remove(this.#own(entry));
  }

  async trash(entry: O.TAbstractFile, _system: boolean): Promise<void> {
    await this.drop(entry);
  }

  async rename(entry: O.TAbstractFile, newPath: string): Promise<void> {
    await Promise.resolve();
    const own = this.#own(entry);
    const onlyCase = own.path.toLowerCase() === newPath.toLowerCase();
    if (!onlyCase && this.#folded.has(newPath.toLowerCase())) throw new Error('Destination file already exists!');
    const parent = this.getFolderByPath(parentPath(newPath));
    if (!parent) throw missing(newPath);
    const oldPath = own.path;
    const moved: { entry: TAbstractFile; from: string }[] = [];
    walk(own, (each) => moved.push({ entry: each, from: each.path }));
    for (const { from } of moved) this.#forgetPath(from);
    detach(own);
    attach(own, parent);
    for (const each of moved) {
      setPath(each.entry, newPath + each.from.slice(oldPath.length));
      this.#rememberPath(each.entry);
    }
    for (const each of moved) this.trigger('rename', each.entry, each.from);
  }

  async copy<T extends O.TAbstractFile>(entry: T, newPath: string): Promise<T> {
    const own = this.#own(entry);
    if (own instanceof TFile) await this.#create(newPath, this.#content(own));
    else {
      await this.createFolder(newPath);
      for (const child of own instanceof TFolder ? own.children : [])
        await this.copy(child, `${newPath}/${child.name}`);
    }
    const copied: unknown = this.getAbstractFileByPath(newPath);
    if (!sameKind(copied, entry)) throw missing(newPath);
    return copied;
  }

  static recurseChildren(root: O.TFolder, visit: (entry: O.TAbstractFile) => unknown): void {
    walk(root, visit);
  }

  async #create(path: string, content: Content, options?: O.DataWriteOptions): Promise<TFile> {
    await Promise.resolve();
    if (this.#folded.has(path.toLowerCase())) throw new Error('File already exists.');
    const file = this.#addFile(path, content, options);
    this.trigger('create', file);
    return file;
  }

  #seedFolder(path: string): void {
    if (this.#entries.has(path)) return;
    this.#seedFolder(parentPath(path));
    this.#addFolder(path);
  }

  #addFolder(path: string): TFolder {
    const folder = new TFolder(this);
    this.#add(folder, path);
    return folder;
  }

  #addFile(path: string, content: Content, options: O.DataWriteOptions = {}): TFile {
    const file = new TFile(this);
    this.#add(file, path);
    const now = Date.now();
    file.stat = { ctime: options.ctime ?? now, mtime: options.mtime ?? now, size: byteLength(content) };
    this.#contents.set(file, content);
    return file;
  }

  #add(entry: TAbstractFile, path: string): void {
    const parent = this.getFolderByPath(parentPath(path));
    if (!parent) throw missing(path);
    setPath(entry, path);
    attach(entry, parent);
    this.#rememberPath(entry);
  }

  #write(file: O.TFile, content: Content, options: O.DataWriteOptions = {}): void {
    this.#content(file);
    this.#contents.set(file, content);
    file.stat = {
      ctime: options.ctime ?? file.stat.ctime,
      mtime: options.mtime ?? Math.max(Date.now(), file.stat.mtime),
      size: byteLength(content),
    };
    this.trigger('modify', file);
  }

  #remove(entry: TAbstractFile): void {
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.#remove(child);
    this.#forgetPath(entry.path);
    if (entry instanceof TFile) this.#contents.delete(entry);
    detach(entry);
    this.trigger('delete', entry);
  }

  #content(file: O.TFile): Content {
    const content = this.#contents.get(file);
    if (content === undefined) throw missing(file.path);
    return content;
  }

  #own(entry: O.TAbstractFile): TAbstractFile {
    const own = this.#entries.get(entry.path);
    if (own === undefined || own !== entry) throw missing(entry.path);
    return own;
  }

  #rememberPath(entry: TAbstractFile): void {
    this.#entries.set(entry.path, entry);
    this.#folded.add(entry.path.toLowerCase());
  }

  #forgetPath(path: string): void {
    this.#entries.delete(path);
    this.#folded.delete(path.toLowerCase());
  }
}
