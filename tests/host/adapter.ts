import type * as O from 'obsidian';
import { TFile, TFolder, ROOT, parentPath } from './files.ts';
import type { Content, Vault } from './vault.ts';

/**
 * The files below the vault. What the vault shows goes through the vault, so that its events tell of it; hidden files, such as
 * those of `configDir`, are kept here, as the real vault does not list them.
 */
export class Adapter implements O.DataAdapter {
  readonly #hidden = new Map<string, Content>();

  constructor(readonly vault: Vault) {}

  getName(): string {
    return this.vault.getName();
  }

  async exists(path: string): Promise<boolean> {
    await Promise.resolve();
    return this.#hidden.has(path) || this.#entry(path) !== null;
  }

  async stat(path: string): Promise<O.Stat | null> {
    await Promise.resolve();
    const entry = this.#entry(path);
    if (entry instanceof TFile) return { type: 'file', ...entry.stat };
    if (entry instanceof TFolder) return { type: 'folder', ctime: 0, mtime: 0, size: 0 };
    const content = this.#hidden.get(path);
    if (content === undefined) return null;
    return {
      type: 'file',
      ctime: 0,
      mtime: 0,
      size: typeof content === 'string' ? content.length : content.byteLength,
    };
  }

  async list(path: string): Promise<O.ListedFiles> {
    await Promise.resolve();
    const folder = this.#entry(path);
    const children = folder instanceof TFolder ? folder.children : [];
    const hidden = [...this.#hidden.keys()].filter((each) => parentPath(each) === path);
    return {
      files: [...children.filter((child) => child instanceof TFile).map((child) => child.path), ...hidden],
      folders: children.filter((child) => child instanceof TFolder).map((child) => child.path),
    };
  }

  async read(path: string): Promise<string> {
    const file = this.vault.getFileByPath(path);
    if (file) return this.vault.readWithMark(file);
    const content = this.#hiddenContent(path);
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const file = this.vault.getFileByPath(path);
    if (file) return this.vault.readBinary(file);
    const content = this.#hiddenContent(path);
    return typeof content === 'string' ? new Uint8Array(new TextEncoder().encode(content)).buffer : content;
  }

  async write(path: string, data: string, options?: O.DataWriteOptions): Promise<void> {
    const file = this.vault.getFileByPath(path);
    if (isHidden(path)) this.#hidden.set(path, data);
    else if (file) await this.vault.modify(file, data, options);
    else await this.vault.create(path, data, options);
  }

  async writeBinary(path: string, data: ArrayBuffer, options?: O.DataWriteOptions): Promise<void> {
    const file = this.vault.getFileByPath(path);
    if (isHidden(path)) this.#hidden.set(path, data);
    else if (file) await this.vault.modifyBinary(file, data, options);
    else await this.vault.createBinary(path, data, options);
  }

  async append(path: string, data: string, options?: O.DataWriteOptions): Promise<void> {
    await this.write(path, (await this.read(path)) + data, options);
  }

  async appendBinary(path: string, data: ArrayBuffer, options?: O.DataWriteOptions): Promise<void> {
    const file = this.vault.getFileByPath(path);
    if (file) await this.vault.appendBinary(file, data, options);
  }

  async process(path: string, change: (data: string) => string, options?: O.DataWriteOptions): Promise<string> {
    const file = this.vault.getFileByPath(path);
    if (file) return this.vault.process(file, change, options);
    const changed = change(await this.read(path));
    await this.write(path, changed, options);
    return changed;
  }

  getResourcePath(path: string): string {
    return `vault/${encodeURI(path)}`;
  }

  async mkdir(path: string): Promise<void> {
    if (!isHidden(path) && this.#entry(path) === null) await this.vault.createFolder(path);
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.remove(path);
    return true;
  }

  async trashLocal(path: string): Promise<void> {
    await this.remove(path);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    const folder = this.vault.getFolderByPath(path);
    if (folder && (recursive || folder.children.length === 0)) await this.vault.drop(folder);
  }

  async remove(path: string): Promise<void> {
    const entry = this.#entry(path);
    if (entry) await this.vault.drop(entry);
    else this.#hidden.delete(path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    const entry = this.#entry(path);
    if (entry) await this.vault.rename(entry, newPath);
  }

  async copy(path: string, newPath: string): Promise<void> {
    const entry = this.#entry(path);
    if (entry) await this.vault.copy(entry, newPath);
  }

  #entry(path: string): O.TAbstractFile | null {
    return this.vault.getAbstractFileByPath(path === '' ? ROOT : path);
  }

  #hiddenContent(path: string): Content {
    const content = this.#hidden.get(path);
    if (content === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return content;
  }
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}
