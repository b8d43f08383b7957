import type * as O from 'obsidian';
import { Events } from '../events.ts';
import { TFile, parentPath } from '../files.ts';
import type { Vault } from '../vault.ts';
import { LinkTargets } from './link-targets.ts';
import { parseMetadata } from './parse.ts';

/** Milliseconds from a write to the new cache, in place of the real one's worker. */
const DELAY = 20;
/** The longest stretch of background parsing, in milliseconds, before the page gets its turn. */
const SLICE = 8;

export type ParseMetadata = (text: string) => O.CachedMetadata | Promise<O.CachedMetadata>;

type LinkCounts = Record<string, Record<string, number>>;

/**
 * What is known of every note. Links resolve by name at once; a note's own cache comes later: 20 ms after a write, and for the
 * notes of a large vault whenever the page is idle. Until then `getFileCache` gives the old cache, or `null`.
 */
export class MetadataCache extends Events implements O.MetadataCache {
  resolvedLinks: LinkCounts = {};
  unresolvedLinks: LinkCounts = {};
  readonly #caches = new Map<TFile, O.CachedMetadata>();
  readonly #targets = new LinkTargets();
  readonly #stale = new Set<TFile>();
  readonly #unlinked = new Set<TFile>();
  #timer: number | null = null;
  #parse: ParseMetadata = parseMetadata;
  #sliceStart = 0;
  /** The work begun; each piece waits for the one before. */
  #running: Promise<void> = Promise.resolve();

  constructor(readonly vault: Vault) {
    super();
    vault.on('create', (file: O.TAbstractFile) => {
      if (!(file instanceof TFile)) return;
      this.#targets.add(file);
      this.#relinkNamed(file.name);
      this.#invalidate(file);
    });
    vault.on('modify', (file: O.TAbstractFile) => {
      if (file instanceof TFile) this.#invalidate(file);
    });
    vault.on('delete', (file: O.TAbstractFile) => {
      if (file instanceof TFile) this.#forget(file);
    });
    vault.on('rename', (file: O.TAbstractFile, oldPath: string) => {
      if (file instanceof TFile) this.#move(file, oldPath);
    });
  }

  getFileCache(file: O.TFile): O.CachedMetadata | null {
    return file instanceof TFile ? (this.#caches.get(file) ?? null) : null;
  }

  getCache(path: string): O.CachedMetadata | null {
    const file = this.vault.getFileByPath(path);
    return file && this.getFileCache(file);
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return linkpath === '' ? this.vault.getFileByPath(sourcePath) : this.#targets.find(linkpath, sourcePath);
  }

  /** The shortest link text for a file: its name, or its path where another file has the same name. */
  fileToLinktext(file: O.TFile, _sourcePath: string, omitMdExtension = true): string {
    const text = this.#targets.count(file.name) > 1 ? file.path : file.name;
    return omitMdExtension && file.extension === 'md' ? text.slice(0, -'.md'.length) : text;
  }

  isUserIgnored(_path: string): boolean {
    return false;
  }

  /** Takes in the names of a filled vault; no note is parsed. */
  indexNames(): void {
    for (const file of this.vault.getFiles()) this.#targets.add(file);
  }

  /** Parses with this from now on; `parse` may hand the work to a worker, as the real one does. */
  parseWith(parse: ParseMetadata): void {
    this.#parse = parse;
  }

  /** Parses every note now, without events: for small vaults. */
  indexAll(): void {
    for (const file of this.vault.getMarkdownFiles()) {
      const text = this.vault.peek(file);
      if (text !== null) this.#caches.set(file, parseMetadata(text));
    }
    for (const file of this.#caches.keys()) this.#link(file);
  }

  /** Parses this note before all others, if it was not parsed yet; when the page has painted what it shows now. */
  prioritise(file: O.TFile): void {
    if (!(file instanceof TFile) || file.extension !== 'md' || this.#caches.has(file)) return;
    void this.#enqueue(() => idle().then(() => this.#indexNew(file)));
  }

  /** Parses all other notes, one after another, each when the page is idle. */
  async indexInBackground(parse: ParseMetadata = this.#parse): Promise<void> {
    this.parseWith(parse);
    for (const file of this.vault.getMarkdownFiles()) {
      if (this.#caches.has(file)) continue;
      await this.#enqueue(() => this.#indexNew(file));
      if (performance.now() - this.#sliceStart < SLICE) continue;
      await idle();
      this.#sliceStart = performance.now();
    }
    this.trigger('resolved');
  }

  /** Settles when nothing is left to parse or link but what `indexInBackground` does. */
  async settled(): Promise<void> {
    await this.#running;
    while (this.#timer !== null) {
      await new Promise((resolve) => window.setTimeout(resolve, DELAY));
      await this.#running;
    }
  }

  /** Begins a piece of work when those before it are done. One that fails is reported, and does not hold up the next. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.then(work).catch((error: unknown) => {
      window.setTimeout(() => {
        throw error;
      });
    });
    return this.#running;
  }

  async #indexNew(file: TFile): Promise<void> {
    if (this.#caches.has(file) || !(await this.#refresh(file))) return;
    this.#link(file);
    this.trigger('resolve', file);
  }

  /** Parses a note and tells `changed`. False when it has no text, or another one by now: then a later turn sees to it. */
  async #refresh(file: TFile): Promise<boolean> {
    const text = this.vault.peek(file);
    if (text === null) return false;
    const cache = await this.#parse(text);
    if (this.vault.peek(file) !== text) return false;
    this.#caches.set(file, cache);
    this.trigger('changed', file, text, cache);
    return true;
  }

  #invalidate(file: TFile): void {
    if (file.extension === 'md') this.#stale.add(file);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== null) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = null;
      void this.#enqueue(() => this.#catchUp());
    }, DELAY);
  }

  async #catchUp(): Promise<void> {
    const stale = [...this.#stale];
    this.#stale.clear();
    for (const file of stale) if (await this.#refresh(file)) this.#unlinked.add(file);
    const unlinked = [...this.#unlinked];
    this.#unlinked.clear();
    for (const file of unlinked) {
      this.#link(file);
      this.trigger('resolve', file);
    }
    this.trigger('resolved');
  }

  #forget(file: TFile): void {
    const before = this.#caches.get(file) ?? null;
    this.#caches.delete(file);
    this.#stale.delete(file);
    this.#unlinked.delete(file);
    this.#targets.remove(file);
    delete this.resolvedLinks[file.path];
    delete this.unresolvedLinks[file.path];
    if (file.extension === 'md') this.trigger('deleted', file, before);
    this.#relinkNamed(file.name);
    this.#schedule();
  }

  /** A rename keeps the cache and tells nobody `changed`, as the typings say; only links are looked at again. */
  #move(file: TFile, oldPath: string): void {
    const oldName = oldPath.slice(oldPath.lastIndexOf('/') + 1);
    this.#targets.remove(file, oldName);
    this.#targets.add(file);
    for (const links of [this.resolvedLinks, this.unresolvedLinks]) {
      const own = links[oldPath];
      delete links[oldPath];
      if (own) links[file.path] = own;
    }
    if (parentPath(oldPath) !== parentPath(file.path) && this.#caches.has(file)) this.#unlinked.add(file);
    this.#relinkNamed(oldName);
    this.#relinkNamed(file.name);
    this.#schedule();
  }

  /** Marks the notes for re-linking whose links name a file of this name. */
  #relinkNamed(name: string): void {
    const wanted = name.toLowerCase();
    for (const [file, cache] of this.#caches) {
      const named = references(cache).some(({ link }) => {
        const base = (link.split('#')[0] ?? '').replaceAll('%23', '#').split('/').pop()?.toLowerCase();
        return base === wanted || `${base}.md` === wanted;
      });
      if (named) this.#unlinked.add(file);
    }
  }

  #link(file: TFile): void {
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of references(this.#caches.get(file) ?? {})) {
      const linkpath = (link.split('#')[0] ?? '').replaceAll('%23', '#');
      if (linkpath === '') continue;
      const target = this.getFirstLinkpathDest(linkpath, file.path);
      if (target) resolved[target.path] = (resolved[target.path] ?? 0) + 1;
      else unresolved[linkpath] = (unresolved[linkpath] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
  }
}

function references(cache: O.CachedMetadata): O.Reference[] {
  return [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])];
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(() => resolve());
    else window.setTimeout(resolve);
  });
}
