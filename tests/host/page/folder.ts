import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ListedFile } from './late-texts.ts';

const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Files of a folder, read only; nothing outside of it can be reached, neither by `..` nor through a link. */
export class Folder {
  private constructor(
    readonly root: string,
    readonly name: string,
  ) {}

  /** Throws when `folder` is not a folder that can be read. */
  static async open(folder: string): Promise<Folder> {
    const root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) throw new Error(`${folder} is not a folder.`);
    return new Folder(root, path.basename(path.resolve(folder)));
  }

  /** Every file but those that Obsidian hides, by path. Links that lead out are left out. */
  async list(): Promise<ListedFile[]> {
    const found: ListedFile[] = [];
    const walk = async (relative: string): Promise<void> => {
      // One that cannot be read is as one that is not there; the folder itself was looked at when it was opened.
      const entries = await readdir(path.join(this.root, relative), { withFileTypes: true }).catch((error: unknown) => {
        if (relative === '') throw error;
        return [];
      });
      for (const entry of entries) {
        if (isHidden(entry.name)) continue;
        const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
        if (entry.isDirectory()) await walk(below);
        else if (await this.resolve(below)) found.push(await this.describe(below));
      }
    };
    await walk('');
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The bytes of a file; null when there is none of this path in the folder. */
  async read(relative: string): Promise<Buffer | null> {
    const file = await this.resolve(relative);
    return file === null ? null : readFile(file);
  }

  private async describe(relative: string): Promise<ListedFile> {
    const { size, birthtimeMs, mtimeMs } = await stat(path.join(this.root, relative));
    return { path: relative, size, ctime: Math.round(birthtimeMs), mtime: Math.round(mtimeMs) };
  }

  /** Where a file really is; null for what is hidden, not a file, or not in the folder. */
  private async resolve(relative: string): Promise<string | null> {
    const parts = relative.split('/');
    if (relative.includes('\0') || parts.some((part) => part === '' || isHidden(part))) return null;
    const real = await realpath(path.join(this.root, ...parts)).catch(() => null);
    if (real === null || !real.startsWith(this.root + path.sep)) return null;
    // What is hidden stays so, whatever leads there.
    if (path.relative(this.root, real).split(path.sep).some(isHidden)) return null;
    return (await stat(real)).isFile() ? real : null;
  }
}
