import type { TFile } from 'obsidian';
import type { Vault } from '../vault.ts';

/** One file of the folder that is served. */
export interface ListedFile {
  path: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  ctime: number;
  mtime: number;
}

/**
 * Fills a vault with files whose texts come later. A note that is read before its text is there is asked for at once; what is
 * written in the page takes the place of what the folder holds, which never changes.
 */
export class LateTexts {
  private readonly texts = new Map<object, string>();
  private readonly asked = new Map<object, Promise<string>>();
  private readonly missing = new Set<object>();

  constructor(
    private readonly vault: Vault,
    files: readonly ListedFile[],
    private readonly fetchText: (path: string) => Promise<string>,
  ) {
    for (const { path, size, ctime, mtime } of files) {
      vault.seed({ [path]: '' }, { ctime, mtime });
      const file = vault.getFileByPath(path);
      if (!file) throw new Error(`The vault did not take the file ${path}.`);
      file.stat = { ctime, mtime, size };
      this.missing.add(file);
    }
    // Before anybody else listens: whoever hears of a change must read what was written.
    vault.on('modify', (file) => this.forget(file));
    vault.on('delete', (file) => this.forget(file));
    this.takeOver();
  }

  /** Hands in a text that came with the stream; one that was written or read meanwhile stays. */
  arrive(path: string, text: string): void {
    const file = this.vault.getFileByPath(path);
    if (file && this.missing.delete(file)) this.texts.set(file, text);
  }

  /** The text of a file, asked for now if it is not there. */
  async load(file: TFile): Promise<string | null> {
    if (this.missing.has(file)) {
      const asked = this.asked.get(file) ?? this.fetchText(file.path);
      this.asked.set(file, asked);
      const text = await asked;
      if (this.missing.delete(file)) this.texts.set(file, text);
      this.asked.delete(file);
    }
    return this.texts.get(file) ?? null;
  }

  private takeOver(): void {
    const { vault } = this;
    const read = vault.read.bind(vault);
    const readBinary = vault.readBinary.bind(vault);
    const peek = vault.peek.bind(vault);
    vault.read = async (file) => (await this.load(file)) ?? read(file);
    vault.cachedRead = (file) => vault.read(file);
    vault.readBinary = async (file) => {
      const text = await this.load(file);
      return text === null ? readBinary(file) : new TextEncoder().encode(text).buffer;
    };
    vault.peek = (file) => (this.missing.has(file) ? null : (this.texts.get(file) ?? peek(file)));
  }

  private forget(file: unknown): void {
    if (typeof file !== 'object' || file === null) return;
    this.missing.delete(file);
    this.texts.delete(file);
  }
}
