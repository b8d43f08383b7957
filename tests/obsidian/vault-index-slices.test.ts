import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Component, TFolder } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexStore } from '../../src/obsidian/index-store';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { VaultIndex } from '../../src/obsidian/vault-index';
import { BUILT_IN } from '../../src/read/vocabulary';
import { createHost, type Host } from '../host/boot.ts';
import { idleMoments, type IdleMoments } from '../idle-moments.ts';
import { eventually } from '../eventually';

const NOTES = 40;
const FILES = Object.fromEntries(
  Array.from({ length: NOTES }, (_, at) => [`Note ${at}.md`, `## Related ideas\n\n- [[Note ${(at * 7) % NOTES}]]\n`]),
);

interface Started {
  readonly index: VaultIndex;
  readonly owner: Component;
  /** How many changes the index was told so far. */
  readonly told: () => number;
}

let moments: IdleMoments | null = null;
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  moments?.restore();
  moments = null;
  vi.restoreAllMocks();
});

function start(host: Host): Started {
  const app = host.app.forPlugins;
  const owner = new Component();
  owner.load();
  const index = new VaultIndex(
    app,
    new LinkResolver(app),
    {
      vocabulary: () => BUILT_IN,
      isLeftOut: () => false,
      isTemplate: () => false,
      prepare: () => Promise.resolve(),
      id: () => 'one',
    },
    new IndexStore(app, () => undefined),
    () => undefined,
  );
  const update = vi.spyOn(index, 'update');
  index.start(owner);
  return { index, owner, told: () => update.mock.calls.reduce((sum, [changes]) => sum + changes.length, 0) };
}

/** Lets idle moments come until nothing waits for one; tells how many changes the index was told in each. */
async function toldByMoment(host: Host, { told }: Started, most = 500): Promise<readonly number[]> {
  const each: number[] = [];
  for (let left = most, still = 0; left > 0 && still < 20; left--) {
    const before = told();
    // What is stored comes by itself, between idle moments.
    still = moments?.isWaiting() === true ? 0 : still + 1;
    await moments?.next(host);
    each.push(told() - before);
  }
  return each;
}

async function kept(): Promise<Host> {
  const host = createHost({ files: FILES });
  const first = start(host);
  await eventually(() => expect(first.index.isComplete).toBe(true));
  await new Promise((resolve) => window.setTimeout(resolve, 50));
  first.owner.unload();
  return host;
}

describe('What was kept of the index', () => {
  it('is taken in a note an idle moment', async () => {
    const host = await kept();
    moments = idleMoments();
    const read = vi.spyOn(host.app.vault, 'cachedRead');
    const started = start(host);
    // That there are these notes is known at once.
    const [, ...each] = await toldByMoment(host, started);
    expect(read).not.toHaveBeenCalled();
    expect(started.index.isComplete).toBe(true);
    expect(Math.max(...each)).toBe(1);
    expect(each.filter((count) => count === 1)).toHaveLength(NOTES);
    started.owner.unload();
  });

  it('is taken in no further once the plugin is unloaded', async () => {
    const host = await kept();
    moments = idleMoments();
    const started = start(host);
    await toldByMoment(host, started, 10);
    started.owner.unload();
    const before = started.told();
    await toldByMoment(host, started);
    expect(started.told() - before).toBeLessThanOrEqual(1);
    expect(started.told()).toBeLessThan(2 * NOTES);
  });

  it('is kept a hundred notes a time, and no more once the plugin is unloaded', async () => {
    const files = Object.fromEntries(Array.from({ length: 350 }, (_, at) => [`${at}.md`, '']));
    const host = createHost({ files });
    const save = vi.spyOn(IndexStore.prototype, 'save');
    const waiting: (() => void)[] = [];
    save.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
    const { owner } = start(host);
    for (const count of [1, 2]) {
      await eventually(() => expect(save).toHaveBeenCalledTimes(count));
      waiting.shift()?.();
    }
    await eventually(() => expect(save).toHaveBeenCalledTimes(3));
    owner.unload();
    waiting.shift()?.();
    await host.settle();
    expect(save).toHaveBeenCalledTimes(3);
    expect(Math.max(...save.mock.calls.map(([entries]) => entries.length))).toBeLessThanOrEqual(108);
  });
});

describe('A huge note', () => {
  const LINKS = 6000;
  const TEXT = `## Related ideas\n\n${Array.from({ length: LINKS }, (_, at) => `- [[Idea ${at}]] — some words of it\n`).join('')}`;
  /** Of reading it: far fewer than it has lines, and far more than one. */
  const LEAST_MOMENTS = TEXT.length / 25_000;

  it('is read in many idle moments', async () => {
    const host = createHost({ files: { 'Log.md': TEXT } });
    moments = idleMoments();
    const started = start(host);
    const each = await toldByMoment(host, started);
    expect(each.lastIndexOf(1)).toBeGreaterThan(LEAST_MOMENTS);
    expect(started.index.isComplete).toBe(true);
    expect(started.index.linksOf('Log.md')).toHaveLength(LINKS);
    started.owner.unload();
  });

  it('is read no further once the plugin is unloaded', async () => {
    const host = createHost({ files: { 'Log.md': TEXT } });
    moments = idleMoments();
    const started = start(host);
    await toldByMoment(host, started, 5);
    expect(started.index.isComplete).toBe(false);
    started.owner.unload();
    const before = started.told();
    await toldByMoment(host, started);
    expect(started.told()).toBe(before);
    expect(moments.isWaiting()).toBe(false);
  });

  it.each(['moved', 'deleted'])('is known for what it is where it was %s as it was read', async (what) => {
    const host = createHost({ files: { 'Log.md': TEXT, 'Old/Other.md': '' } });
    moments = idleMoments();
    const started = start(host);
    await toldByMoment(host, started, 5);
    const file = host.app.vault.getFileByPath('Log.md');
    if (!file) throw new Error('no note');
    const { fileManager } = host.app;
    await (what === 'moved' ? fileManager.renameFile(file, 'Old/Log.md') : fileManager.trashFile(file));
    await toldByMoment(host, started);
    const { index } = started;
    const expected = what === 'moved' ? ['Old/Log.md', 'Old/Other.md'] : ['Old/Other.md'];
    expect([...index.paths()].sort()).toEqual(expected);
    if (what === 'moved') expect(index.linksOf('Old/Log.md')).toHaveLength(LINKS);
    started.owner.unload();
  });
});

describe('A folder that is moved or goes', () => {
  it.each([
    ['goes', true],
    ['goes', false],
    ['is moved', true],
    ['is moved', false],
  ])('is looked for in one walk, in pieces, when it %s, whether its notes are told: %s', async (how, areTold) => {
    const paths = Array.from({ length: 300 }, (_, at) => `Old/Part ${at % 30}/Note ${at}.md`);
    const host = createHost({ files: { ...Object.fromEntries(paths.map((path) => [path, ''])), 'Left.md': '' } });
    const started = start(host);
    const { index } = started;
    await eventually(() => expect(index.isComplete).toBe(true));
    await host.settle();
    moments = idleMoments();
    const walks = vi.spyOn(index, 'paths');
    const { vault, fileManager } = host.app;
    const trigger = vault.trigger.bind(vault);
    vi.spyOn(vault, 'trigger').mockImplementation((name: string, ...data: unknown[]) => {
      if (areTold || !['delete', 'rename'].includes(name) || data[0] instanceof TFolder) trigger(name, ...data);
    });
    const folder = vault.getFolderByPath('Old');
    if (!folder) throw new Error('no folder');
    await (how === 'goes' ? fileManager.trashFile(folder) : fileManager.renameFile(folder, 'New'));
    const each = await toldByMoment(host, started, 3000);
    expect(walks).toHaveBeenCalledTimes(1);
    expect(Math.max(...each)).toBeLessThanOrEqual(21);
    const left = how === 'goes' ? [] : paths.map((path) => path.replace('Old', 'New'));
    expect([...index.paths()].sort()).toEqual([...left, 'Left.md'].sort());
    started.owner.unload();
  });

  it('takes no note with it that was made anew', async () => {
    const host = createHost({ files: { 'Old/A.md': '', 'Old/B.md': '' } });
    const { index, owner } = start(host);
    await eventually(() => expect(index.isComplete).toBe(true));
    const { vault, fileManager } = host.app;
    const folder = vault.getFolderByPath('Old');
    if (!folder) throw new Error('no folder');
    await fileManager.trashFile(folder);
    await vault.createFolder('Old');
    await vault.create('Old/A.md', '');
    await eventually(() => expect([...index.paths()]).toEqual(['Old/A.md']));
    owner.unload();
  });
});

describe('The audit', () => {
  it('is made in many idle moments, and in no more once it is stopped', async () => {
    const host = createHost({ files: FILES });
    const started = start(host);
    await eventually(() => expect(started.index.isComplete).toBe(true));
    await host.settle();
    moments = idleMoments();
    const ended = vi.fn();
    void started.index.auditSoon(undefined, () => false).then(ended);
    let count = 0;
    for (; count < 1000 && ended.mock.calls.length === 0; count++) await moments.next(host);
    expect(count).toBeGreaterThan(NOTES);
    expect(ended.mock.calls[0]?.[0]).toEqual(started.index.audit());
    let isStopped = false;
    const stopped = vi.fn();
    void started.index.auditSoon(undefined, () => isStopped).then(stopped);
    for (count = 0; count < 5; count++) await moments.next(host);
    expect(stopped).not.toHaveBeenCalled();
    isStopped = true;
    await moments.next(host);
    expect(stopped).toHaveBeenCalledWith(null);
    expect(moments.isWaiting()).toBe(false);
    started.owner.unload();
  });
});
