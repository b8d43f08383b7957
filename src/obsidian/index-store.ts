import type { App } from 'obsidian';
import { restoreEntry, storeEntry, type NoteEntry } from '../index/note-entry';

/** All vaults share one place for databases: this one's is named by a word of its own, kept with the vault on this machine. */
const NAME_KEY = 'idea-tiers-index';
const NOTES = 'notes';
/** How the notes were read. */
const READING = 'reading';
const STORES = [NOTES, READING];
const AT_ONCE = 200;
/** A database that is being deleted elsewhere keeps one waiting; notes are read without it then. */
const LONGEST_WAIT_MS = 5000;

/**
 * Keeps what was read of the notes from one start to the next, in IndexedDB. Nothing here fails: where there is no database, there
 * is nothing to load and nothing is kept.
 */
export class IndexStore {
  readonly #app: App;
  readonly #onDiscard: () => void;
  #database: IDBDatabase | null = null;
  #isClosed = false;
  #isTold = false;

  /** @param onDiscard Something stored was damaged and was thrown away. Called once at most. */
  constructor(app: App, onDiscard: () => void) {
    this.#app = app;
    this.#onDiscard = onDiscard;
  }

  /**
   * Hands what is stored to `take`, some notes at a time. What was read in another way than `reading` says, or is damaged, is thrown
   * away; from then on notes are kept as read in this way. Only damage is told: each new version reads in another way.
   */
  async load(reading: string, take: (entries: readonly NoteEntry[]) => Promise<void>): Promise<void> {
    await this.#open();
    await this.#use(async (database) => {
      const readings = database.transaction(READING).objectStore(READING);
      const stored: unknown = await done(readings.get(READING));
      if (stored !== reading) {
        await this.clear(reading);
        if (stored !== undefined && typeof stored !== 'string') this.#discarded();
        return;
      }
      let range: IDBKeyRange | null = null;
      for (;;) {
        const notes = database.transaction(NOTES).objectStore(NOTES);
        const [keys, found]: [IDBValidKey[], unknown[]] = await Promise.all([
          done(notes.getAllKeys(range, AT_ONCE)),
          done(notes.getAll(range, AT_ONCE)),
        ]);
        const last = keys.at(-1);
        if (last === undefined) return;
        const entries = found.map(restoreEntry);
        await take(entries.filter((entry) => entry !== null));
        const damaged = keys.filter((_, index) => entries[index] === null);
        if (damaged.length > 0) {
          await this.#write(NOTES, (store) => damaged.forEach((key) => store.delete(key)));
          this.#discarded();
        }
        range = IDBKeyRange.lowerBound(last, true);
      }
    });
  }

  /** Forgets all notes, and keeps those to come as read in this way. */
  async clear(reading: string): Promise<void> {
    await this.#write(NOTES, (store) => store.clear());
    await this.#write(READING, (store) => store.put(reading, READING));
  }

  /** Keeps the entries, and forgets the notes at the paths `gone`. */
  async save(entries: readonly NoteEntry[], gone: readonly string[]): Promise<void> {
    await this.#write(NOTES, (store) => {
      for (const path of gone) store.delete(path);
      for (const entry of entries) store.put(storeEntry(entry), entry.path);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#database?.close();
    this.#database = null;
  }

  async #open(): Promise<void> {
    // Missing where the browser keeps nothing, as in a private window.
    const factory: IDBFactory | undefined = window.indexedDB;
    if (factory === undefined) return;
    try {
      const request = factory.open(this.#name());
      request.onupgradeneeded = () => STORES.forEach((store) => request.result.createObjectStore(store));
      const late = new Promise<null>((resolve) => window.setTimeout(resolve, LONGEST_WAIT_MS, null));
      const opened = done(request);
      this.#database = await Promise.race([opened, late]);
      if (this.#database === null) void opened.then((database) => database.close(), console.error);
      else if (this.#isClosed) this.close();
    } catch (error) {
      console.error(error);
    }
  }

  #name(): string {
    const known: unknown = this.#app.loadLocalStorage(NAME_KEY);
    if (typeof known === 'string') return known;
    const name = `${NAME_KEY}-${Math.random().toString(36).slice(2)}`;
    this.#app.saveLocalStorage(NAME_KEY, name);
    return name;
  }

  #write(name: string, work: (store: IDBObjectStore) => void): Promise<void> {
    return this.#use(async (database) => {
      const transaction = database.transaction(name, 'readwrite');
      work(transaction.objectStore(name));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted'));
      });
    });
  }

  /** Works with the database. One that fails is thrown away, and nothing is kept until the next start. */
  async #use(work: (database: IDBDatabase) => Promise<void>): Promise<void> {
    const database = this.#database;
    if (database === null) return;
    try {
      await work(database);
    } catch (error) {
      // Closed while it was at work: the plugin is being unloaded.
      if (this.#database === null) return;
      console.error(error);
      this.close();
      window.indexedDB.deleteDatabase(database.name);
      this.#discarded();
    }
  }

  #discarded(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#onDiscard();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database does not answer'));
  });
}
