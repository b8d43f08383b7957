import type { App, Component, SectionCache, TFile } from 'obsidian';
import { frontmatterFacts } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { repairNote } from '../repair/repair-note';

/** No longer does anybody wait for Obsidian to read a note: there are some that it never does. In milliseconds. */
const LONGEST_WAIT_MS = 5000;

/** What notes say of themselves: the description in their frontmatter, else their first sentence. Garbled ones are read repaired. */
export class NoteAbout {
  readonly #app: App;
  readonly #sentenceIn: (text: string) => string;
  /** The first sentences of notes that have no description, by when the note was changed. */
  readonly #known = new WeakMap<TFile, { readonly mtime: number; readonly sentence: string }>();

  /** What goes on once Obsidian has read the note at a path, or nobody waits for that any longer. */
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Listens as long as `owner` is loaded. */
  constructor(app: App, owner: Component, sentenceIn: (text: string) => string) {
    this.#app = app;
    this.#sentenceIn = sentenceIn;
    owner.registerEvent(app.metadataCache.on('changed', ({ path }) => this.#goOn(path)));
    // Of a note that was moved meanwhile nothing else tells.
    const goOnAll = (): void => {
      for (const path of [...this.#waiting.keys()]) this.#goOn(path);
    };
    owner.registerEvent(app.metadataCache.on('resolved', goOnAll));
    owner.register(goOnAll);
  }

  #goOn(path: string): void {
    const waiting = this.#waiting.get(path) ?? [];
    this.#waiting.delete(path);
    for (const goOn of waiting) goOn();
  }

  /**
   * What the note at `path` says of itself, `''` if nothing: at once where nothing has to be read for it. One that Obsidian has not
   * read is waited for once.
   */
  of(path: string, mayWait = true): string | Promise<string> {
    const file = this.#app.vault.getFileByPath(path);
    if (!file) return '';
    const cache = this.#app.metadataCache.getFileCache(file);
    if (!cache) {
      if (!mayWait) return this.#scanned(file);
      const waiting = this.#waiting.get(path) ?? [];
      this.#waiting.set(path, waiting);
      return new Promise<void>((resolve) => {
        const timer = window.setTimeout(() => this.#goOn(path), LONGEST_WAIT_MS);
        waiting.push(() => {
          window.clearTimeout(timer);
          resolve();
        });
      }).then(() => this.of(path, false));
    }
    const description: unknown = cache.frontmatter?.['description'];
    if (typeof description === 'string' && description.trim() !== '') return repaired(description);
    const known = this.#known.get(file);
    return known?.mtime === file.stat.mtime ? known.sentence : this.#read(file, cache.sections ?? []);
  }

  /** What a note that Obsidian has not come to says in its frontmatter. */
  async #scanned(file: TFile): Promise<string> {
    const text = await this.#app.vault.cachedRead(file).catch(() => '');
    return repaired(frontmatterFacts(scanFrontmatter(text)).description ?? '');
  }

  async #read(file: TFile, sections: readonly SectionCache[]): Promise<string> {
    const { mtime } = file.stat;
    // A note that cannot be read says nothing; whoever opens it is told why.
    const text = await this.#app.vault.cachedRead(file).catch(() => '');
    let sentence = '';
    for (const { type, position } of sections) {
      if (type !== 'paragraph' && type !== 'blockquote') continue;
      sentence = this.#sentenceIn(repaired(text.slice(position.start.offset, position.end.offset)));
      if (sentence !== '') break;
    }
    this.#known.set(file, { mtime, sentence });
    return sentence;
  }
}

/** What a wrong decoding leaves is never ASCII alone. */
const MAY_BE_GARBLED = /[^\0-\x7f]/;

/** A text, or a part of one, as it reads repaired where it is garbled. */
export function repaired(text: string): string {
  return MAY_BE_GARBLED.test(text) ? (repairNote(text)?.text ?? text) : text;
}
