import { TFile } from 'obsidian';
import { describe, expect, test, vi } from 'vitest';
import { createHost, type Host } from './boot.ts';
import { parseMetadata } from './metadata/parse.ts';
import { eventually } from '../eventually';

function fileAt(host: Host, path: string): TFile {
  const file = host.app.vault.getFileByPath(path);
  if (!(file instanceof TFile)) throw new Error(`There is no file ${path}.`);
  return file;
}

describe('The metadata cache', () => {
  test('is behind right after a write, and tells `changed`, `resolve` and `resolved` when it has caught up', async () => {
    const host = createHost({ files: { 'A.md': '# One', 'B.md': '' } });
    const { metadataCache, vault } = host.app;
    const file = fileAt(host, 'A.md');
    const told: string[] = [];
    metadataCache.on('changed', (_file, text) => told.push(`changed ${String(text)}`));
    metadataCache.on('resolve', () => told.push('resolve'));
    metadataCache.on('resolved', () => told.push('resolved'));
    await vault.modify(file, '# Two [[B]]');
    expect(metadataCache.getFileCache(file)?.headings?.[0]?.heading).toBe('One');
    await host.settle();
    expect(metadataCache.getFileCache(file)?.headings?.[0]?.heading).toBe('Two [[B]]');
    expect(metadataCache.resolvedLinks['A.md']).toEqual({ 'B.md': 1 });
    expect(told).toEqual(['changed # Two [[B]]', 'resolve', 'resolved']);
  });

  test('knows nothing of a new note at first', async () => {
    const host = createHost();
    const file = await host.app.vault.create('New.md', '# New');
    expect(host.app.metadataCache.getFileCache(file)).toBeNull();
    await host.settle();
    expect(host.app.metadataCache.getFileCache(file)?.headings).toHaveLength(1);
  });

  test('does not tell `changed` on a rename, and is found under the new path', async () => {
    const host = createHost({ files: { 'A.md': '# One [[B]]', 'B.md': '' } });
    const changed = vi.fn();
    host.app.metadataCache.on('changed', changed);
    await host.app.vault.rename(fileAt(host, 'A.md'), 'C.md');
    await host.settle();
    expect(changed).not.toHaveBeenCalled();
    expect(host.app.metadataCache.getCache('A.md')).toBeNull();
    expect(host.app.metadataCache.getCache('C.md')?.headings).toHaveLength(1);
    expect(host.app.metadataCache.resolvedLinks).toMatchObject({ 'C.md': { 'B.md': 1 } });
  });

  test('tells `deleted` with what it last knew', async () => {
    const host = createHost({ files: { 'A.md': '# One' } });
    const deleted = vi.fn();
    host.app.metadataCache.on('deleted', deleted);
    await host.app.fileManager.trashFile(fileAt(host, 'A.md'));
    expect(deleted).toHaveBeenCalledExactlyOnceWith(
      expect.anything(),
      expect.objectContaining({ headings: expect.any(Array) as unknown }),
    );
  });

  test('moves a link from unresolved to resolved when its note is made, and back when it goes', async () => {
    const host = createHost({ files: { 'A.md': '[[Folder/Later]]' } });
    const { metadataCache, vault } = host.app;
    expect(metadataCache.unresolvedLinks['A.md']).toEqual({ 'Folder/Later': 1 });
    await vault.createFolder('Folder');
    const later = await vault.create('Folder/Later.md', '');
    await host.settle();
    expect(metadataCache.resolvedLinks['A.md']).toEqual({ 'Folder/Later.md': 1 });
    await host.app.fileManager.trashFile(later);
    await host.settle();
    expect(metadataCache.unresolvedLinks['A.md']).toEqual({ 'Folder/Later': 1 });
  });

  test('of a vault in the background is null for most notes, while links resolve by name at once', async () => {
    const parsing: (() => void)[] = [];
    const host = createHost({
      files: { 'A.md': '[[b]]', 'B.md': '# B' },
      parseInBackground: (text) =>
        new Promise((resolve) => {
          parsing.push(() => resolve(parseMetadata(text)));
        }),
    });
    expect(host.app.metadataCache.getFileCache(fileAt(host, 'B.md'))).toBeNull();
    expect(host.app.metadataCache.getFirstLinkpathDest('b', 'A.md')?.path).toBe('B.md');
    await eventually(() => expect(parsing).toHaveLength(1));
    parsing.pop()?.();
    await eventually(() => expect(parsing).toHaveLength(1));
    parsing.pop()?.();
    await eventually(() => expect(host.app.metadataCache.getCache('B.md')?.headings).toHaveLength(1));
  });
});

describe('getFirstLinkpathDest(link, source)', () => {
  const files = { 'Note.md': '', 'a/Note.md': '', 'a/b/Note.md': '', 'c/Deep.md': '', 'c/x.png': '', 'a/Only.md': '' };

  test.each([
    ['Note', 'Z.md', 'Note.md'],
    ['note', 'Z.md', 'Note.md'],
    ['Note.md', 'Z.md', 'Note.md'],
    ['b/Note', 'Z.md', 'a/b/Note.md'],
    ['/Note', 'a/Only.md', 'Note.md'],
    ['./Note', 'a/Only.md', 'a/Note.md'],
    ['../Note', 'a/Only.md', 'Note.md'],
    ['Deep', 'Z.md', 'c/Deep.md'],
    ['x.png', 'Z.md', 'c/x.png'],
    ['', 'a/Only.md', 'a/Only.md'],
    ['Nowhere', 'Z.md', null],
    ['../../Note', 'a/Only.md', null],
  ])('%j in %j is %j', (link, source, path) => {
    expect(createHost({ files }).app.metadataCache.getFirstLinkpathDest(link, source)?.path ?? null).toBe(path);
  });

  test('prefers the note in the folder of the source where no path is exact', () => {
    const { metadataCache } = createHost({ files: { 'a/Same.md': '', 'b/c/Same.md': '', 'b/Z.md': '' } }).app;
    expect(metadataCache.getFirstLinkpathDest('Same', 'b/Z.md')?.path).toBe('b/c/Same.md');
    expect(metadataCache.getFirstLinkpathDest('Same', 'Z.md')?.path).toBe('a/Same.md');
  });
});
