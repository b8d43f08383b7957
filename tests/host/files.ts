import type * as O from 'obsidian';

/** The path of a vault's root folder. */
export const ROOT = '/';

export abstract class TAbstractFile implements O.TAbstractFile {
  path = '';
  name = '';
  parent: TFolder | null = null;

  constructor(readonly vault: O.Vault) {}
}

export class TFile extends TAbstractFile implements O.TFile {
  stat: O.FileStats = { ctime: 0, mtime: 0, size: 0 };
  basename = '';
  extension = '';
}

export class TFolder extends TAbstractFile implements O.TFolder {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === ROOT;
  }
}

/** Gives a file or folder its path, and the names that follow from it. */
export function setPath(file: TAbstractFile, path: string): void {
  file.path = path;
  file.name = path.slice(path.lastIndexOf('/') + 1);
  if (!(file instanceof TFile)) return;
  const dot = file.name.lastIndexOf('.');
  file.basename = dot > 0 ? file.name.slice(0, dot) : file.name;
  file.extension = dot > 0 ? file.name.slice(dot + 1).toLowerCase() : '';
}

/** The folder part of a path; the root's path when there is none. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? ROOT : path.slice(0, slash);
}

/** A vault path as Obsidian stores it: no doubled, leading or trailing slashes, no non-breaking spaces, composed accents. */
export function normalizePath(path: string): string {
  const slashes = path.replace(/[\\/]+/g, '/').replace(/^\/|\/$/g, '');
  return (slashes === '' ? ROOT : slashes).replace(/[\u00a0\u202f]/g, ' ').normalize('NFC');
}
