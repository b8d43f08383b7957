import type { App } from 'obsidian';
import { restoreEntry, storeEntry, type NoteEntry } from '../index/note-entry';
import { completed, done, KeptDatabase, type DatabaseTrouble } from './kept-database';

/** All vaults share one place for databases: this one's is named by a word of its own, kept with the vault on this machine. */
const NAME_KEY = 'idea-tiers-index';
const NOTES = 'notes';
/** How the notes were read. */
const READING = 'reading';
const STORES = [NOTES, READING];
const AT_ONCE = 200;

/**
 * Keeps what was read of the notes from one start to the next, in IndexedDB. Nothing here fails: where there is no database, there
 * is nothing to load and nothing is kept.
 */
export class IndexStore {
  readonly #app: App;
  readonly #onTrouble: (trouble: DatabaseTrouble) => void;
  readonly #database: KeptDatabase;
  /** How the notes are read that are kept. */
  #reading: string | null = null;
  readonly #told = new Set<DatabaseTrouble>();

  /**
   * @param onTrouble Something stored could not be used and was thrown away, or there is no room to keep more. Called once at most
   * for each.
   */
  constructor(app: App, onTrouble: (trouble: DatabaseTrouble) => void) {
    this.#app = app;
    this.#onTrouble = onTrouble;
    this.#database = new KeptDatabase(
      () => this.#name(),
      (request) => this.#make(request),
      (trouble) => this.#tell(trouble),
    );
  }

  /**
   * Hands what is stored to `take`, some notes at a time. What was read in another way than `reading` says, or is damaged, is thrown
   * away; from then on notes are kept as read in this way. Only damage is told: each new version reads in another way.
   */
  async load(reading: string, take: (entries: readonly NoteEntry[]) => Promise<void>): Promise<void> {
    const stored = await this.#database.use(async (database) => {
      const readings = database.transaction(READING).objectStore(READING);
      return { reading: (await done(readings.get(READING))) as unknown };
    });
    if (stored === null) return;
    if (stored.reading !== reading) {
      await this.clear(reading);
      if (stored.reading !== undefined && typeof stored.reading !== 'string') this.#tell('damaged');
      return;
    }
    this.#reading = reading;
    for (let last: IDBValidKey | null = null; ;) {
      const part = await this.#database.use((database) => this.#take(database, last, take));
      if (part === null || part.last === null) return;
      last = part.last;
    }
  }

  /** Forgets all notes, and keeps those to come as read in this way. */
  async clear(reading: string): Promise<void> {
    this.#reading = reading;
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
    this.#database.close();
  }

  /** Hands over what is stored behind the key `after`, some notes of it; tells the last key of them. */
  async #take(
    database: IDBDatabase,
    after: IDBValidKey | null,
    take: (entries: readonly NoteEntry[]) => Promise<void>,
  ): Promise<{ readonly last: IDBValidKey | null }> {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const notes = database.transaction(NOTES).objectStore(NOTES);
    const [keys, found]: [IDBValidKey[], unknown[]] = await Promise.all([
      done(notes.getAllKeys(range, AT_ONCE)),
      done(notes.getAll(range, AT_ONCE)),
    ]);
    const entries = found.map(restoreEntry);
    await take(entries.filter((entry) => entry !== null));
    const damaged = keys.filter((_, index) => entries[index] === null);
    if (damaged.length > 0) {
      await this.#write(NOTES, (store) => damaged.forEach((key) => store.delete(key)));
      this.#tell('damaged');
    }
    return { last: keys.at(-1) ?? null };
  }

  /** Makes the stores. A database that was deleted behind our back is made again in the midst of work: it says how it is read. */
  #make({ result, transaction }: IDBOpenDBRequest): void {
    for (const store of STORES) result.createObjectStore(store);
    if (this.#reading !== null) transaction?.objectStore(READING).put(this.#reading, READING);
  }

  #name(): string {
    const known: unknown = this.#app.loadLocalStorage(NAME_KEY);
    if (typeof known === 'string') return known;
    const name = `${NAME_KEY}-${Math.random().toString(36).slice(2)}`;
    this.#app.saveLocalStorage(NAME_KEY, name);
    return name;
  }

  async #write(name: string, work: (store: IDBObjectStore) => void): Promise<void> {
    await this.#database.use(async (database) => {
      const transaction = database.transaction(name, 'readwrite');
      const kept = completed(transaction);
      work(transaction.objectStore(name));
      await kept;
    });
  }

  #tell(trouble: DatabaseTrouble): void {
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    this.#onTrouble(trouble);
  }
}
