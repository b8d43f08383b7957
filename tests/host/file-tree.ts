import type * as O from 'obsidian';
import { TFile, TFolder, type TAbstractFile } from './files.ts';

/** Visits an entry and all below it, the upper ones first. */
export function walk(entry: O.TAbstractFile, visit: (entry: TAbstractFile) => unknown): void {
  if (entry instanceof TFile || entry instanceof TFolder) visit(entry);
  if (entry instanceof TFolder) for (const child of entry.children) walk(child, visit);
}

/** Puts an entry into a folder. */
export function attach(entry: TAbstractFile, parent: TFolder): void {
  entry.parent = parent;
  parent.children.push(entry);
}

/** Takes an entry out of its folder. Like the real one, a deleted file keeps no parent. */
export function detach(entry: TAbstractFile): void {
  entry.parent?.children.splice(entry.parent.children.indexOf(entry), 1);
  entry.parent = null;
}

/** True when both are files, or both folders. */
export function sameKind<T>(value: unknown, like: T): value is T {
  return (value instanceof TFile && like instanceof TFile) || (value instanceof TFolder && like instanceof TFolder);
}
