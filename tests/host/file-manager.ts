import type * as O from 'obsidian';
import { type TFile, TFolder, type TAbstractFile } from './files.ts';
import { changeFrontmatter } from './frontmatter.ts';
import { parseLinktext } from './links.ts';
import type { MetadataCache } from './metadata/cache.ts';
import { Vault } from './vault.ts';

/** A link in a note, and the file it meant before a rename. */
interface LinkTo {
  readonly source: TFile;
  readonly reference: O.ReferenceCache;
  readonly target: TFile;
}

/** File operations that keep links and frontmatter right. */
export class FileManager implements O.FileManager {
  constructor(
    readonly vault: Vault,
    readonly metadataCache: MetadataCache,
  ) {}

  /** New notes go to the root, as in a vault with default settings. */
  getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
    return this.vault.getRoot();
  }

  /** Renames, then rewrites the links to what was renamed. */
  async renameFile(file: O.TAbstractFile, newPath: string): Promise<void> {
    const moved = new Set<O.TAbstractFile>([file]);
    if (file instanceof TFolder) Vault.recurseChildren(file, (each) => moved.add(each));
    const links = this.#linksTo(moved);
    await this.vault.rename(file, newPath);
    for (const source of new Set(links.map((link) => link.source))) {
      const own = links.filter((link) => link.source === source);
      await this.vault.process(source, (text) => own.reduceRight((before, link) => this.#rewrite(before, link), text));
    }
  }

  async promptForDeletion(file: O.TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  async trashFile(file: O.TAbstractFile): Promise<void> {
    await this.vault.drop(file);
  }

  generateMarkdownLink(file: O.TFile, sourcePath: string, subpath = '', alias?: string): string {
    const inNote = file.path === sourcePath && subpath !== '';
    const link = (inNote ? '' : this.metadataCache.fileToLinktext(file, sourcePath, true)) + subpath;
    const embed = file.extension === 'md' ? '' : '!';
    return alias && alias !== link ? `${embed}[[${link}|${alias}]]` : `${embed}[[${link}]]`;
  }

  async processFrontMatter(
    file: O.TFile,
    change: (frontmatter: Record<string, unknown>) => void,
    options?: O.DataWriteOptions,
  ): Promise<void> {
    await this.vault.process(file, (text) => changeFrontmatter(text, change), options);
  }

  async getAvailablePathForAttachment(filename: string, _sourcePath?: string): Promise<string> {
    await Promise.resolve();
    const dot = filename.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [filename.slice(0, dot), filename.slice(dot)] : [filename, ''];
    let path = filename;
    for (let number = 1; this.vault.getAbstractFileByPath(path); number++) path = `${stem} ${number}${extension}`;
    return path;
  }

  #linksTo(files: ReadonlySet<TAbstractFile | O.TAbstractFile>): LinkTo[] {
    return this.vault.getMarkdownFiles().flatMap((source) => {
      const cache = this.metadataCache.getFileCache(source);
      return [...(cache?.links ?? []), ...(cache?.embeds ?? [])]
        .sort((a, b) => a.position.start.offset - b.position.start.offset)
        .flatMap((reference) => {
          const { path } = parseLinktext(reference.link);
          const target = path === '' ? null : this.metadataCache.getFirstLinkpathDest(path, source.path);
          return target && files.has(target) ? [{ source, reference, target }] : [];
        });
    });
  }

  /** Rewrites one link; a note that changed meanwhile at that place is left alone. */
  #rewrite(text: string, { source, reference, target }: LinkTo): string {
    const { start, end } = reference.position;
    if (text.slice(start.offset, end.offset) !== reference.original) return text;
    const { subpath } = parseLinktext(reference.link);
    const link = this.metadataCache.fileToLinktext(target, source.path, true) + subpath;
    const written = reference.original.includes('[[')
      ? reference.original.replace(/(\[\[)[^\]|\\]*/, (_, open: string) => open + link)
      : reference.original.replace(/\]\([^)]*\)$/, () => `](${encodeURI(target.path)}${subpath})`);
    return text.slice(0, start.offset) + written + text.slice(end.offset);
  }
}
