import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { StepBaselines } from '../../src/obsidian/step-baselines';
import IdeaTiersPlugin from '../../src/main';
import { DEFAULT_SETTINGS, loadSettings, storedSettings } from '../../src/settings';
import { createHost, type Host } from '../host/boot';
import { eventually } from '../eventually';

const FOLDER = path.resolve(import.meta.dirname, '../kept');
const ROOT = path.resolve(import.meta.dirname, '../..');
const DATA = '.obsidian/plugins/idea-tiers/data.json';
/** A version that none has been before. */
const LATER = '99.0.0';

/**
 * What each released version leaves on a device, as that version itself wrote it: `data.json`, and in `storage.json` what lies in
 * Obsidian's storage, with the notes it was read from. The hashes keep it so: a version that writes something else gets files of its
 * own, and must go on reading these.
 */
const RELEASED = {
  '0.1.0': {
    'data.json': 'a03ef9b55ed738e1eeb1eaf7d5ff4fdf391c227de4d22bc023b154d03c75d861',
    'storage.json': '09641c7d44d36dba4c2c2b15fbb58e8a6de73b181f3c56668f7411c425bd59e3',
  },
};

/** Settings that a version had and this one does not have any more. */
const DROPPED: Readonly<Record<keyof typeof RELEASED, readonly string[]>> = { '0.1.0': ['ribbonIcon'] };

const Storage = z.object({
  files: z.record(z.string(), z.object({ mtime: z.number(), text: z.string() })),
  localStorage: z.record(z.string(), z.unknown()),
  database: z.object({ version: z.number(), stores: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
type Storage = z.infer<typeof Storage>;

const { version: PRESENT } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'manifest.json'), 'utf8')));

const notices = (): readonly (string | null)[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent);

describe.each(Object.entries(RELEASED))('what version %s leaves', (version, hashes) => {
  const textOf = (file: string): string => readFileSync(path.join(FOLDER, version, file), 'utf8');
  const data = z.record(z.string(), z.unknown()).parse(JSON.parse(textOf('data.json')));
  const storage = Storage.parse(JSON.parse(textOf('storage.json')));
  const paths = Object.keys(storage.files);
  const notes = Object.keys(storage.database.stores.notes ?? {});
  const dropped = Object.entries(DROPPED).find(([name]) => name === version)?.[1] ?? [];

  it.each(Object.entries(hashes))('stands here as it was written: %s', (file, hash) => {
    expect(createHash('sha256').update(textOf(file)).digest('hex')).toBe(hash);
  });

  it('is the settings, each with the value that the user gave it', () => {
    const { version: _, ...fields } = data;
    const kept = Object.entries(fields).filter(([name]) => !dropped.includes(name));
    const { settings, damaged } = loadSettings(data);
    expect(damaged).toEqual([]);
    expect(settings).toMatchObject(Object.fromEntries(kept));
    // Loaded again from what this version writes, nothing is another.
    expect(loadSettings(storedSettings(settings, data))).toEqual({ settings, damaged: [] });
    // A default would come back from nothing.
    const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_SETTINGS };
    expect(kept.filter(([name, value]) => JSON.stringify(value) === JSON.stringify(defaults[name]))).toEqual([]);
  });

  it.runIf(version === PRESENT)('is every setting that there is', () => {
    expect(Object.keys(data).sort()).toEqual([...Object.keys(DEFAULT_SETTINGS), 'version'].sort());
  });

  describe('on a device', () => {
    const error = vi.spyOn(console, 'error');

    beforeEach(() => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      vi.stubGlobal('IDBKeyRange', IDBKeyRange);
      error.mockReset();
      document.body.empty();
    });
    afterEach(() => vi.unstubAllGlobals());

    /** A vault with the notes of then, and no plugin yet. */
    async function vault(): Promise<Host> {
      const texts = Object.entries(storage.files).map(([file, { text }]) => [file, text] as const);
      const host = createHost({ files: Object.fromEntries(texts), starting: true });
      for (const [file, { mtime }] of Object.entries(storage.files)) {
        const found = host.app.vault.getFileByPath(file);
        if (found) found.stat = { ...found.stat, ctime: mtime, mtime };
      }
      await host.app.vault.adapter.write(DATA, textOf('data.json'));
      return host;
    }

    /** Starts the plugin in some version, and gives the notes that were read until the index was whole. */
    async function start(host: Host, pluginVersion: string): Promise<readonly string[]> {
      const read = vi.spyOn(host.app.vault, 'cachedRead');
      performance.clearMeasures('idea-tiers:index');
      const plugin = await host.loadPlugin(IdeaTiersPlugin, {
        id: 'idea-tiers',
        name: 'Idea Tiers',
        version: pluginVersion,
      });
      host.finishStart();
      await eventually(() => expect(performance.getEntriesByName('idea-tiers:index')).toHaveLength(1));
      const paths = read.mock.calls.map(([file]) => file.path);
      read.mockRestore();
      // What was read is kept a moment later.
      await new Promise((resolve) => window.setTimeout(resolve, 100));
      plugin.unload();
      return paths.sort();
    }

    it.each([PRESENT, LATER])('is taken whole by %s, or read anew, without a word', async (pluginVersion) => {
      const fresh = await vault();
      expect(await start(fresh, pluginVersion)).toEqual([...notes].sort());
      const wanted = await keptBy(fresh);
      vi.stubGlobal('indexedDB', new IDBFactory());

      const host = await vault();
      await layOut(host, storage);
      const read = await start(host, pluginVersion);
      const isWhole = pluginVersion === version;
      expect(read).toEqual(isWhole ? [] : [...notes].sort());
      expect(await keptBy(host)).toEqual(wanted);
      expect(notices()).toEqual([]);
      expect(error).not.toHaveBeenCalled();
    });

    it.each([PRESENT, LATER])('does not hide from %s what a note says since', async (pluginVersion) => {
      const host = await vault();
      await layOut(host, storage);
      const [first = ''] = notes;
      const file = host.app.vault.getFileByPath(first);
      if (!file) throw new Error(`no ${first}`);
      await host.app.vault.modify(file, '## Upstream ideas\n\n- [[Something new]]\n');
      expect(await start(host, pluginVersion)).toContain(first);
      expect(JSON.stringify((await keptBy(host)).notes?.[JSON.stringify(first)])).toContain('Something new');
      expect(notices()).toEqual([]);
      expect(error).not.toHaveBeenCalled();
    });

    it('still says which steps agreed', async () => {
      const host = await vault();
      await layOut(host, storage);
      const seen = new StepBaselines(host.app.forPlugins);
      const second = 'Tea is *silence*.';
      expect(seen.look('Чай.md', [{ first: 'Чай — это тишина.', second, line: 3 }])).toEqual([]);
      expect(seen.look('Чай.md', [{ first: 'Чай — это шум.', second, line: 3 }])).toMatchObject([{ kind: 'drifted' }]);
      expect(seen.isDismissed('Ideas/Leaf.md', seen.keyOf('language', 'Лист'))).toBe(true);
    });

    it('holds notes that stand beside others that are left out', () => {
      expect(paths.filter((file) => !notes.includes(file))).toEqual(['Archive/Old.md']);
      expect(notes.length).toBeGreaterThan(2);
    });
  });
});

/** Puts on the device what a version left there. */
async function layOut(host: Host, { localStorage, database }: Storage): Promise<void> {
  for (const [key, value] of Object.entries(localStorage)) host.app.forPlugins.saveLocalStorage(key, value);
  const opened = window.indexedDB.open(nameOfDatabase(host), database.version);
  opened.onupgradeneeded = () => {
    for (const [name, values] of Object.entries(database.stores)) {
      const store = opened.result.createObjectStore(name);
      for (const [key, value] of Object.entries(values)) store.put(value, key);
    }
  };
  (await done(opened)).close();
}

/** What the index keeps on the device: each store by its keys. */
async function keptBy(host: Host): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const database = await done(window.indexedDB.open(nameOfDatabase(host)));
  const stores = await Promise.all(
    [...database.objectStoreNames].map(async (name) => {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done<unknown[]>(store.getAll())]);
      return [name, Object.fromEntries(keys.map((key, at) => [JSON.stringify(key), values[at]]))] as const;
    }),
  );
  database.close();
  return Object.fromEntries(stores);
}

function nameOfDatabase(host: Host): string {
  return z.string().parse(host.app.forPlugins.loadLocalStorage('idea-tiers-index'));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database does not answer'));
  });
}
