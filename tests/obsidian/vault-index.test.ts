import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Component } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { IndexStore } from '../../src/obsidian/index-store';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { VaultIndex, type Progress } from '../../src/obsidian/vault-index';
import { BUILT_IN, compileVocabulary } from '../../src/read/vocabulary';
import { createHost, type Host } from '../host/boot.ts';
import { eventually } from '../eventually';

const FILES = {
  'A.md': '## Upstream ideas\n\n- [[B]] — because\n',
  'Folder/B.md': '## Related ideas\n\n- [[C]]\n',
  'Folder/C.md': '# No ideas here\n',
  'Left out/D.md': '## Downstream ideas\n\n- [[A]]\n',
};

interface Started {
  readonly index: VaultIndex;
  readonly owner: Component;
  readonly progress: Progress[];
  readonly discards: number;
  /** Another way of reading, told to the index. */
  readAs(id: string): void;
}

function start(host: Host): Started {
  const app = host.app.forPlugins;
  const owner = new Component();
  owner.load();
  const progress: Progress[] = [];
  let discards = 0;
  let id = 'first';
  const vocabularies = new Map([['second', compileVocabulary({ relations: { direct: ['My own words'] }, steps: {} })]]);
  const index = new VaultIndex(
    app,
    new LinkResolver(app),
    {
      vocabulary: () => vocabularies.get(id) ?? BUILT_IN,
      isLeftOut: (path) => path.startsWith('Left out/'),
      isTemplate: (path) => path.startsWith('Molds/'),
      prepare: () => Promise.resolve(),
      id: () => id,
    },
    new IndexStore(app, () => discards++),
    (done) => progress.push(done),
  );
  index.start(owner);
  return {
    index,
    owner,
    progress,
    get discards() {
      return discards;
    },
    readAs: (other) => (id = other),
  };
}

async function complete({ index }: Started): Promise<void> {
  await eventually(() => expect(index.isComplete).toBe(true));
}

async function settle(host: Host, check: () => void): Promise<void> {
  await host.settle();
  await eventually(check);
}

const namesOf = (index: VaultIndex, path: string): string[] =>
  index.neighbours(path).map(({ relation, name, provenance }) => `${relation} ${name} ${provenance}`);

/** Waits until what was read is kept, then ends. */
async function stop({ owner }: Started): Promise<void> {
  await new Promise((resolve) => window.setTimeout(resolve, 50));
  owner.unload();
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => vi.unstubAllGlobals());

describe('the index of a vault', () => {
  test('reads nothing before the layout is ready, then every note that is not left out', async () => {
    const host = createHost({ files: FILES, starting: true });
    const read = vi.spyOn(host.app.vault, 'cachedRead');
    const started = start(host);
    await host.settle();
    expect(read).not.toHaveBeenCalled();
    host.finishStart();
    await complete(started);
    const { index, progress } = started;
    expect(namesOf(index, 'A.md')).toEqual(['upstream B declared']);
    expect(namesOf(index, 'Folder/B.md')).toEqual(['related C declared', 'downstream A implied']);
    expect(read.mock.calls.map(([file]) => file.path)).not.toContain('Left out/D.md');
    expect(index.has('Left out/D.md')).toBe(true);
    expect(index.audit().unlinked).toEqual([]);
    expect(progress.at(0)).toEqual({ done: 4, all: 4 });
    expect(progress.at(-1)).toBeNull();
    started.owner.unload();
  });

  test('keeps the last measure of its work, and no other', async () => {
    const host = createHost({ files: FILES });
    const started = start(host);
    await complete(started);
    const starts = (): number[] => performance.getEntriesByName('idea-tiers:index').map(({ startTime }) => startTime);
    await settle(host, () => expect(starts()).toHaveLength(1));
    const before = starts();
    await host.app.vault.modify(fileAt(host, 'A.md'), '');
    await settle(host, () => expect(starts()).not.toEqual(before));
    expect(starts()).toHaveLength(1);
    started.owner.unload();
  });

  test('tells which notes a change is about', async () => {
    const host = createHost({ files: FILES });
    const started = start(host);
    await complete(started);
    const { index } = started;
    const told: (ReadonlySet<string> | null)[] = [];
    const end = index.onChange((paths) => told.push(paths));
    await host.app.vault.modify(fileAt(host, 'A.md'), '## Downstream ideas\n\n- [[C]]\n');
    await settle(host, () => expect(namesOf(index, 'A.md')).toEqual(['downstream C declared']));
    expect(told).toEqual([new Set(['A.md', 'Folder/B.md', 'Folder/C.md'])]);
    end();
    await host.app.vault.modify(fileAt(host, 'A.md'), '');
    await settle(host, () => expect(namesOf(index, 'A.md')).toEqual([]));
    expect(told).toHaveLength(1);
    started.owner.unload();
  });

  test('follows notes that are made, renamed and deleted, and folders', async () => {
    const host = createHost({ files: FILES });
    const { vault, fileManager } = host.app;
    const started = start(host);
    await complete(started);
    const { index } = started;
    await vault.create('New.md', '## Upstream ideas\n\n- [[Folder/C]]\n- [[Nothing]]\n');
    await settle(host, () => expect(namesOf(index, 'Folder/C.md')).toContain('downstream New implied'));
    await vault.create('Nothing.md', '');
    await settle(host, () => expect(index.neighbours('New.md').map(({ path }) => path)).toContain('Nothing.md'));
    const folder = vault.getFolderByPath('Folder');
    if (!folder) throw new Error('no folder');
    await fileManager.renameFile(folder, 'Other');
    await settle(host, () => expect(index.has('Folder/C.md')).toBe(false));
    await settle(host, () =>
      expect(namesOf(index, 'Other/B.md')).toEqual(['related C declared', 'downstream A implied']),
    );
    await settle(host, () => expect(namesOf(index, 'Other/C.md')).toContain('downstream New implied'));
    await fileManager.trashFile(folder);
    await settle(host, () => expect(index.neighbours('A.md')).toMatchObject([{ path: null }]));
    expect([...index.paths()].sort()).toEqual(['A.md', 'Left out/D.md', 'New.md', 'Nothing.md']);
    await fileManager.renameFile(fileAt(host, 'Left out/D.md'), 'D.md');
    await settle(host, () => expect(namesOf(index, 'A.md')).toContain('upstream D implied'));
    await fileManager.renameFile(fileAt(host, 'D.md'), 'Left out/D.md');
    await settle(host, () => expect(namesOf(index, 'A.md')).not.toContain('upstream D implied'));
    started.owner.unload();
  });

  test('reads a note again that is called otherwise: it may be a map of content now', async () => {
    const host = createHost({ files: { 'Optics.md': '- [[Lens]]\n', 'Lens.md': '' } });
    const started = start(host);
    await complete(started);
    expect(namesOf(started.index, 'Optics.md')).toEqual(['related Lens declared']);
    await host.app.vault.rename(fileAt(host, 'Optics.md'), 'Optics MOC.md');
    await settle(host, () => expect(namesOf(started.index, 'Optics MOC.md')).toEqual(['downstream Lens declared']));
    started.owner.unload();
  });

  test('takes in hundreds of notes that change at once', { timeout: 30_000 }, async () => {
    const names = Array.from({ length: 200 }, (_, index) => `N${index}.md`);
    const host = createHost({ files: Object.fromEntries(names.map((name) => [name, ''])) });
    const started = start(host);
    await complete(started);
    const told: unknown[] = [];
    started.index.onChange((paths) => told.push(paths));
    for (const name of names) await host.app.vault.modify(fileAt(host, name), '## Upstream ideas\n\n- [[N0]]\n');
    await settle(host, () => expect(started.index.neighbours('N0.md')).toHaveLength(200));
    expect(told.length).toBeLessThan(30);
    started.owner.unload();
  });

  test('takes in a folder of hundreds that moves and goes in pieces, and keeps it in pieces', async () => {
    const links = '## Upstream ideas\n\n- [[N0]]\n- [[N1]]\n';
    const paths = Array.from({ length: 300 }, (_, index) => `Folder/Part ${index % 3}/N${index}.md`);
    const host = createHost({ files: { ...Object.fromEntries(paths.map((path) => [path, links])), 'A.md': links } });
    const { vault, fileManager } = host.app;
    const updates = vi.spyOn(VaultIndex.prototype, 'update');
    const walks = vi.spyOn(VaultIndex.prototype, 'paths');
    const saves = vi.spyOn(IndexStore.prototype, 'save');
    const started = start(host);
    await complete(started);
    const { index } = started;
    updates.mockClear();
    walks.mockClear();
    const folder = vault.getFolderByPath('Folder');
    if (!folder) throw new Error('no folder');
    await fileManager.renameFile(folder, 'Other');
    // That there is one, for all folders within it, tests/obsidian/vault-index-slices.test.ts counts.
    expect(walks.mock.calls.length).toBeLessThanOrEqual(1);
    await settle(host, () => expect([...index.paths()].filter((path) => path.startsWith('Other/'))).toHaveLength(300));
    await settle(host, () => expect(index.neighbours('Other/Part 0/N0.md')).toHaveLength(301));
    expect(namesOf(index, 'A.md')).toEqual(['upstream N0 declared', 'upstream N1 declared']);
    walks.mockClear();
    await fileManager.trashFile(folder);
    expect(walks.mock.calls.length).toBeLessThan(10);
    await settle(host, () => expect([...index.paths()]).toEqual(['A.md']));
    await stop(started);
    expect(Math.max(...updates.mock.calls.map(([changes]) => changes.length))).toBeLessThan(50);
    expect(Math.max(...saves.mock.calls.map(([entries, gone]) => entries.length + gone.length))).toBeLessThan(250);
    const again = start(host);
    await complete(again);
    expect([...again.index.paths()]).toEqual(['A.md']);
    again.owner.unload();
    vi.restoreAllMocks();
  });

  test('goes on past a note that goes while it is read, and says nothing', async () => {
    const host = createHost({ files: FILES });
    const { vault } = host.app;
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const read = vault.cachedRead.bind(vault);
    vi.spyOn(vault, 'cachedRead').mockImplementation(async (file) => {
      if (file.path === 'Folder/C.md') await host.app.fileManager.trashFile(file);
      return read(file);
    });
    const started = start(host);
    await complete(started);
    expect([...started.index.paths()].sort()).toEqual(['A.md', 'Folder/B.md', 'Left out/D.md']);
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
    started.owner.unload();
  });

  test('does nothing more after it is unloaded', async () => {
    const host = createHost({ files: FILES });
    const started = start(host);
    started.owner.unload();
    await host.settle();
    await new Promise((resolve) => window.setTimeout(resolve, 50));
    expect(started.index.isComplete).toBe(false);
  });

  test('reads all notes again when headings mean something else', async () => {
    const host = createHost({ files: { 'A.md': '## My own words\n\n- [[B]]\n', 'B.md': '' } });
    const started = start(host);
    await complete(started);
    expect(namesOf(started.index, 'A.md')).toEqual(['related B declared']);
    started.readAs('second');
    await started.index.refresh();
    await settle(host, () => expect(namesOf(started.index, 'A.md')).toEqual(['direct B declared']));
    started.owner.unload();
  });
});

describe('what is kept from one start to the next', () => {
  /** Starts over a vault, counts what is read, and stops. */
  async function run(host: Host): Promise<{ read: string[]; started: Started }> {
    const spy = vi.spyOn(host.app.vault, 'cachedRead');
    const started = start(host);
    await complete(started);
    const read = spy.mock.calls.map(([file]) => file.path);
    spy.mockRestore();
    await stop(started);
    return { read, started };
  }

  test('only notes that changed since are read, and answers are the same', async () => {
    const host = createHost({ files: FILES });
    const first = await run(host);
    expect(first.read).toEqual(['A.md', 'Folder/B.md', 'Folder/C.md']);
    const second = await run(host);
    expect(second.read).toEqual([]);
    expect(second.started.index.audit()).toEqual(first.started.index.audit());
    expect(second.started.index.neighbours('A.md')).toEqual(first.started.index.neighbours('A.md'));
    await host.app.vault.modify(fileAt(host, 'A.md'), 'Other text');
    await host.app.fileManager.renameFile(fileAt(host, 'Folder/C.md'), 'Moved.md');
    const third = await run(host);
    // The rename has written the new name into the note that links to it.
    expect(third.read.sort()).toEqual(['A.md', 'Folder/B.md', 'Moved.md']);
    expect((await run(host)).read).toEqual([]);
  });

  test('a note that was renamed while the index ran is not read again', async () => {
    const host = createHost({ files: FILES });
    const started = start(host);
    await complete(started);
    await host.app.vault.rename(fileAt(host, 'Folder/C.md'), 'Moved.md');
    await settle(host, () => expect(started.index.has('Moved.md')).toBe(true));
    await stop(started);
    expect((await run(host)).read).toEqual([]);
  });

  test('damaged entries are thrown away and read again, which is said once', async () => {
    const host = createHost({ files: FILES });
    await run(host);
    await damage(host, 'notes', 'A.md', { path: 'A.md', size: 'large', links: null });
    await damage(host, 'notes', 'Folder/B.md', 17);
    const second = await run(host);
    expect(second.read).toEqual(['A.md', 'Folder/B.md']);
    expect(second.started.discards).toBe(1);
    expect(namesOf(second.started.index, 'A.md')).toEqual(['upstream B declared']);
    const third = await run(host);
    expect(third.read).toEqual([]);
    expect(third.started.discards).toBe(0);
  });

  test('what an older version kept is thrown away and read again, of which nothing is said', async () => {
    const host = createHost({ files: FILES });
    await run(host);
    await damage(host, 'reading', 'reading', 'an older version');
    const second = await run(host);
    expect(second.read).toEqual(['A.md', 'Folder/B.md', 'Folder/C.md']);
    expect(second.started.discards).toBe(0);
    expect((await run(host)).read).toEqual([]);
  });

  test.each([17, null, { version: '0.0.1' }])('what says %j of how it was read is damaged', async (reading) => {
    const host = createHost({ files: FILES });
    await run(host);
    await damage(host, 'reading', 'reading', reading);
    const second = await run(host);
    expect(second.read).toEqual(['A.md', 'Folder/B.md', 'Folder/C.md']);
    expect(second.started.discards).toBe(1);
    expect((await run(host)).read).toEqual([]);
  });

  test('a database that cannot be used is thrown away, and the index works without it', async () => {
    const host = createHost({ files: FILES });
    await run(host);
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.stubGlobal('IDBKeyRange', {
      lowerBound: () => {
        throw new Error('The database is out of order');
      },
    });
    const second = await run(host);
    expect(namesOf(second.started.index, 'A.md')).toEqual(['upstream B declared']);
    expect(second.started.discards).toBe(1);
    error.mockRestore();
    vi.stubGlobal('IDBKeyRange', IDBKeyRange);
    expect((await run(host)).read).toHaveLength(3);
  });

  test('without IndexedDB every start reads all notes', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const host = createHost({ files: FILES });
    expect((await run(host)).read).toHaveLength(3);
    const second = await run(host);
    expect(second.read).toHaveLength(3);
    expect(second.started.discards).toBe(0);
  });
});

async function damage(host: Host, store: string, key: string, value: unknown): Promise<void> {
  const name: unknown = host.app.forPlugins.loadLocalStorage('idea-tiers-index');
  if (typeof name !== 'string') throw new Error('no database');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = window.indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot open'));
  });
  const transaction = database.transaction(store, 'readwrite');
  transaction.objectStore(store).put(value, key);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

function fileAt(host: Host, path: string): NonNullable<ReturnType<Host['app']['vault']['getFileByPath']>> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return file;
}
