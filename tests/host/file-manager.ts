import type * as O from 'obsidian';
import { KIND, type Behaviour } from './behaviour.ts';
import { type TFile, TFolder, parentPath, type TAbstractFile } from './files.ts';
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
    readonly behaviour: Behaviour = KIND,
  ) {}

  /** Where the setting says; the root where there is no such folder. */
  getNewFileParent(_sourcePath: string, _newFilePath?: string): TFolder {
    return this.vault.getFolderByPath(this.behaviour.newNoteFolder) ?? this.vault.getRoot();
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
    const { useMarkdownLinks } = this.behaviour;
    const inNote = file.path === sourcePath && subpath !== '';
    const link = (inNote ? '' : this.#linkpath(file, sourcePath, !useMarkdownLinks)) + subpath;
    const embed = file.extension === 'md' ? '' : '!';
    if (useMarkdownLinks) {
      // As the app does: spaces and what no address may hold, and no letters.
      const address = link.replace(/[\\\p{Cc} ]/gu, encodeURIComponent);
      return `${embed}[${alias ?? file.basename}](${address})`;
    }
    return alias && alias !== link ? `${embed}[[${link}|${alias}]]` : `${embed}[[${link}]]`;
  }

  async processFrontMatter(
    file: O.TFile,
    change: (frontmatter: Record<string, unknown>) => void,
    options?: O.DataWriteOptions,
  ): Promise<void> {
    await this.vault.process(file, (text) => changeFrontmatter(text, change), options);
  }

  /** In the folder that the setting names, which is made where it is not there. */
  async getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
    const { attachmentFolder } = this.behaviour;
    const below = attachmentFolder.startsWith('./');
    const folder = below
      ? `${parentPath(sourcePath)}/${attachmentFolder.slice(2)}`.replace(/^\/+/, '')
      : attachmentFolder;
    if (folder !== '' && !this.vault.getFolderByPath(folder)) await this.vault.createFolder(folder);
    const name = folder === '' ? filename : `${folder}/${filename}`;
    const dot = filename.lastIndexOf('.') === -1 ? -1 : name.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let path = name;
    for (let number = 1; this.vault.getAbstractFileByPath(path); number++) path = `${stem} ${number}${extension}`;
    return path;
  }

  /** How a link names a file, by the setting for new links. */
  #linkpath(file: O.TFile, sourcePath: string, omitExtension: boolean): string {
    const path = omitExtension && file.extension === 'md' ? file.path.slice(0, -'.md'.length) : file.path;
    switch (this.behaviour.newLinkFormat) {
      case 'shortest':
        return this.metadataCache.fileToLinktext(file, sourcePath, omitExtension);
      case 'absolute':
        return path;
      case 'relative': {
        const from = sourcePath.split('/').slice(0, -1);
        const to = path.split('/');
        let same = 0;
        while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
        return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
      }
    }
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
