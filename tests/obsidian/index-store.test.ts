import { forceCloseDatabase, IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import type { App } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NoteEntry } from '../../src/index/note-entry';
import { IndexStore } from '../../src/obsidian/index-store';
import { NO_FACTS } from '../../src/model/note-facts';
import { createHost } from '../host/boot.ts';

const READING = 'as it is read now';
const KEPT = [noteAt('A.md', 1), noteAt('B.md', 2), noteAt('C.md', 3)];

/** What a browser throws, or answers, when its connection to a database is gone. */
const DROPS = {
  'is closing': failing('The database connection is closing.', 'InvalidStateError'),
  'is lost': failing('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError'),
  'is closed': (database: IDBDatabase, begin: () => IDBTransaction) => {
    closeByForce(database);
    return begin();
  },
  'is aborted': (_: IDBDatabase, begin: () => IDBTransaction) => {
    const transaction = begin();
    queueMicrotask(() => transaction.abort());
    return transaction;
  },
} satisfies Record<string, Break>;

/** As a browser does by itself. The package's types take the class for the database. */
function closeByForce(database: IDBDatabase): void {
  Reflect.apply(forceCloseDatabase, undefined, [database]);
}

/** What happens instead of the beginning of a transaction. */
type Break = (database: IDBDatabase, begin: () => IDBTransaction) => IDBTransaction;

function failing(message: string, name: string): Break {
  return () => {
    throw new DOMException(message, name);
  };
}

/** A transaction that the browser aborts with an error of its own. */
function abortedWith(name: string): Break {
  return (_, begin) => {
    const transaction = begin();
    Object.defineProperty(transaction, 'error', { value: new DOMException('', name) });
    queueMicrotask(() => transaction.abort());
    return transaction;
  };
}

/** Breaks the transactions that are begun from now on, counted from 0, for which `isBroken`. */
function breakTransactions(how: Break, isBroken: (index: number) => boolean): { readonly begun: () => number } {
  let index = 0;
  const begin: unknown = Reflect.get(IDBDatabase.prototype, 'transaction');
  if (!(begin instanceof Function)) throw new Error('There are no transactions.');
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const really = (): IDBTransaction => Reflect.apply(begin, this, args) as IDBTransaction;
    return isBroken(index++) ? how(this, really) : really();
  });
  return { begun: () => index };
}

function noteAt(path: string, size: number): NoteEntry {
  return {
    path,
    size,
    mtime: 5,
    links: [{ line: 1, relation: 'upstream', target: 'Up', heading: 'H', description: '', origin: 'list' }],
    facts: NO_FACTS,
    expansion: 0,
  };
}

interface Opened {
  readonly store: IndexStore;
  readonly troubles: string[];
  /** What was stored, by path. */
  readonly found: ReadonlyMap<string, number>;
}

/** Starts: opens the store, and takes what is in it. */
async function start(app: App, reading = READING): Promise<Opened> {
  const troubles: string[] = [];
  const found = new Map<string, number>();
  const store = new IndexStore(app, (trouble) => troubles.push(trouble));
  await store.load(reading, async (entries) => {
    for (const { path, size } of entries) found.set(path, size);
  });
  return { store, troubles, found };
}

/** Starts and keeps the notes. */
async function keep(app: App, notes: readonly NoteEntry[]): Promise<void> {
  const { store } = await start(app);
  await store.save(notes, []);
  store.close();
}

/** What the next start finds, on a device that is well. */
async function findNext(app: App): Promise<Record<string, number>> {
  vi.restoreAllMocks();
  const { store, troubles, found } = await start(app);
  store.close();
  expect(troubles).toEqual([]);
  return Object.fromEntries(found);
}

const newApp = (): App => createHost({}).app.forPlugins;
const sizes = (notes: readonly NoteEntry[]): Record<string, number> =>
  Object.fromEntries(notes.map(({ path, size }) => [path, size]));

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  window.localStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a connection that drops', () => {
  const change = fc.record({
    saved: fc.array(fc.tuple(fc.constantFrom('A.md', 'B.md', 'D.md'), fc.nat(9)), { maxLength: 3 }),
    gone: fc.subarray(['A.md', 'C.md', 'D.md']),
    clears: fc.boolean(),
  });

  test.each(Object.keys(DROPS) as (keyof typeof DROPS)[])(
    '%s: is opened again, and nothing is lost or told',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.nat(12), async (changes, dropAt) => {
          vi.stubGlobal('indexedDB', new IDBFactory());
          const app = newApp();
          await keep(app, KEPT);
          breakTransactions(DROPS[kind], (index) => index === dropAt);
          const { store, troubles, found } = await start(app);
          expect(Object.fromEntries(found)).toEqual(sizes(KEPT));
          const expected = new Map(Object.entries(sizes(KEPT)));
          for (const { saved, gone, clears } of changes) {
            if (clears) {
              await store.clear(READING);
              expected.clear();
            }
            const notes = new Map(saved.map(([path, size]) => [path, noteAt(path, size)]));
            await store.save([...notes.values()], gone);
            for (const path of gone) expected.delete(path);
            for (const [path, { size }] of notes) expected.set(path, size);
          }
          store.close();
          expect(troubles).toEqual([]);
          expect(await findNext(app)).toEqual(Object.fromEntries(expected));
        }),
        { numRuns: 40 },
      );
    },
  );

  test('goes on with a large store where it was', async () => {
    const app = newApp();
    const many = Array.from({ length: 450 }, (_, index) => noteAt(`${index}.md`, index));
    await keep(app, many);
    const { begun } = breakTransactions(DROPS['is lost'], (index) => index === 2);
    const handed: string[] = [];
    await new IndexStore(app, () => undefined).load(READING, async (entries) => {
      handed.push(...entries.map(({ path }) => path));
    });
    expect(handed.sort()).toEqual(many.map(({ path }) => path).sort());
    // How it is read, three parts and the empty one behind them, and the one that failed.
    expect(begun()).toBe(6);
  });

  test('between two uses is found closed before it is used', async () => {
    const app = newApp();
    const open = vi.spyOn(window.indexedDB, 'open');
    const { store, troubles } = await start(app);
    const { result } = open.mock.results[0]?.value as IDBOpenDBRequest;
    const used = vi.spyOn(result, 'transaction');
    closeByForce(result);
    await new Promise((resolve) => window.setTimeout(resolve, 10));
    await store.save(KEPT, []);
    expect(used).not.toHaveBeenCalled();
    expect(open).toHaveBeenCalledTimes(2);
    store.close();
    expect(troubles).toEqual([]);
    expect(await findNext(app)).toEqual(sizes(KEPT));
  });

  test('each time is given up until the next start; nothing is deleted or told', async () => {
    const app = newApp();
    await keep(app, KEPT);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { store, troubles } = await start(app);
    const { begun } = breakTransactions(DROPS['is lost'], () => true);
    await store.save([noteAt('A.md', 9)], ['B.md']);
    expect(begun()).toBe(2);
    await store.clear('in another way');
    await store.save([noteAt('A.md', 9)], ['B.md']);
    expect(begun()).toBe(2);
    expect(troubles).toEqual([]);
    expect(await findNext(app)).toEqual(sizes(KEPT));
  });

  test('of a database that is gone by then: the new one says how its notes are read', async () => {
    const app = newApp();
    await keep(app, KEPT);
    const { store, troubles } = await start(app);
    breakTransactions(
      (database, begin) => {
        closeByForce(database);
        window.indexedDB.deleteDatabase(database.name);
        return begin();
      },
      (index) => index === 0,
    );
    await store.save([noteAt('D.md', 4)], []);
    store.close();
    expect(troubles).toEqual([]);
    expect(await findNext(app)).toEqual({ 'D.md': 4 });
  });
});

describe('a full device', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

  test.each(['while a note is kept', 'while the database is opened'] as const)(
    'is told once %s, and costs nothing that was kept',
    async (when) => {
      const app = newApp();
      await keep(app, KEPT);
      if (when === 'while the database is opened') failToOpen('QuotaExceededError');
      const { store, troubles, found } = await start(app);
      if (when === 'while a note is kept') {
        expect(Object.fromEntries(found)).toEqual(sizes(KEPT));
        breakTransactions(abortedWith('QuotaExceededError'), () => true);
      }
      await store.save([noteAt('A.md', 9)], ['B.md']);
      await store.save([noteAt('D.md', 4)], []);
      store.close();
      expect(troubles).toEqual(['full']);
      expect(await findNext(app)).toEqual(sizes(KEPT));
    },
  );
});

describe('a database that cannot be had', () => {
  test.each(['UnknownError', 'SecurityError', 'InvalidStateError', 'AbortError'])(
    '(%s) is done without, silently, and left as it is',
    async (name) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const app = newApp();
      await keep(app, KEPT);
      failToOpen(name);
      const { store, troubles, found } = await start(app);
      await store.save([noteAt('A.md', 9)], []);
      store.close();
      expect(found.size).toBe(0);
      expect(troubles).toEqual([]);
      expect(await findNext(app)).toEqual(sizes(KEPT));
    },
  );
});

describe('a damaged database', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

  const damages: Record<string, () => void> = {
    'whose data cannot be read': () =>
      void breakTransactions(failing('Failed to read large value', 'DataError'), () => true),
    'that lost a file': () =>
      void breakTransactions(failing('Data lost due to missing file', 'NotReadableError'), () => true),
    'without its stores': () => void breakTransactions(failing('No such store', 'NotFoundError'), () => true),
    'that another version made': () => failToOpen('VersionError'),
    'whose stores cannot be made': () => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(failingStore);
    },
  };

  test.each(Object.entries(damages))(
    '%s is thrown away, which is told once; the next start keeps anew',
    async (_, damage) => {
      const app = newApp();
      await keep(app, KEPT);
      damage();
      const { store, troubles, found } = await start(app);
      await store.save([noteAt('A.md', 9)], []);
      store.close();
      expect(found.size).toBe(0);
      expect(troubles).toEqual(['damaged']);
      expect(await findNext(app)).toEqual({});
      await keep(app, KEPT);
      expect(await findNext(app)).toEqual(sizes(KEPT));
    },
  );
});

function failingStore(): never {
  throw new DOMException('It exists', 'ConstraintError');
}

/** The database is refused whenever it is opened. */
function failToOpen(name: string): void {
  const open = window.indexedDB.open.bind(window.indexedDB);
  vi.spyOn(window.indexedDB, 'open').mockImplementation((database) => {
    const request = open(database);
    request.addEventListener('success', () => request.result.close());
    Object.defineProperty(request, 'error', { value: new DOMException('', name) });
    queueMicrotask(() => void request.onerror?.call(request, new Event('error')));
    return request;
  });
}
