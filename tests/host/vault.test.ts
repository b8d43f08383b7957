import { TFile, TFolder, normalizePath } from 'obsidian';
import { describe, expect, test, vi } from 'vitest';
import { createHost } from './boot.ts';

function fileAt(host: ReturnType<typeof createHost>, path: string): TFile {
  const file = host.app.vault.getFileByPath(path);
  if (!(file instanceof TFile)) throw new Error(`There is no file ${path}.`);
  return file;
}

describe('Vault', () => {
  test('create(path, text) makes a file with its size and times, and tells of it', async () => {
    const { app } = createHost();
    const told = vi.fn();
    app.vault.on('create', told);
    const file = await app.vault.create('Note.md', 'Ёж');
    expect(file).toBeInstanceOf(TFile);
    expect(file.stat.size).toBe(4);
    expect(file.stat.mtime).toBeGreaterThan(0);
    expect(told).toHaveBeenCalledExactlyOnceWith(file);
  });

  test.each(['Note.md', 'NOTE.md'])(
    'create("%s") over Note.md is refused: names differ by more than case',
    async (path) => {
      const { app } = createHost({ files: { 'Note.md': '' } });
      await expect(app.vault.create(path, '')).rejects.toThrow('File already exists.');
    },
  );

  test('create in a folder that is not there is refused', async () => {
    await expect(createHost().app.vault.create('No/Note.md', '')).rejects.toThrow('ENOENT');
  });

  test('createFolder makes the folders above too, and is refused for a folder that is there', async () => {
    const { app } = createHost();
    await app.vault.createFolder('A/B/C');
    expect(app.vault.getFolderByPath('A/B')).toBeInstanceOf(TFolder);
    await expect(app.vault.createFolder('A/B')).rejects.toThrow('Folder already exists.');
  });

  test('The root is "/", and holds what has no folder', () => {
    const { app } = createHost({ files: { 'Note.md': '', 'A/Note.md': '' } });
    expect(app.vault.getRoot().path).toBe('/');
    expect(app.vault.getRoot().children.map((child) => child.name)).toEqual(['Note.md', 'A']);
    expect(fileAt(createHost({ files: { 'A/Note.md': '' } }), 'A/Note.md').parent?.path).toBe('A');
  });

  test('process() calls for one file wait for each other, so that no change is lost', async () => {
    const host = createHost({ files: { 'Note.md': '' } });
    const file = fileAt(host, 'Note.md');
    await Promise.all(['a', 'b', 'c'].map((letter) => host.app.vault.process(file, (text) => text + letter)));
    expect(await host.app.vault.read(file)).toBe('abc');
  });

  test.each(['\uFEFFtext', new TextEncoder().encode('\uFEFFtext').buffer])(
    'read(), cachedRead() and process() leave out a byte order mark, the adapter and readBinary() do not',
    async (content) => {
      const host = createHost({ files: { 'Note.md': content } });
      const { vault } = host.app;
      const file = fileAt(host, 'Note.md');
      expect([await vault.read(file), await vault.cachedRead(file)]).toEqual(['text', 'text']);
      expect(await vault.adapter.read('Note.md')).toBe('\uFEFFtext');
      expect((await vault.readBinary(file)).byteLength).toBe(7);
      await vault.process(file, (text) => text);
      expect(await vault.adapter.read('Note.md')).toBe('\uFEFFtext');
      await vault.process(file, (text) => `${text}!`);
      expect(await vault.adapter.read('Note.md')).toBe('text!');
      await vault.process(file, (text) => `\uFEFF${text}`);
      expect(await vault.adapter.read('Note.md')).toBe('\uFEFFtext!');
    },
  );

  test('A process() that throws changes nothing and does not hold up the next', async () => {
    const host = createHost({ files: { 'Note.md': 'a' } });
    const file = fileAt(host, 'Note.md');
    const failing = host.app.vault.process(file, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await host.app.vault.process(file, (text) => text + 'b')).toBe('ab');
  });

  test('rename() of a folder moves what is in it, and tells of each with its old path', async () => {
    const host = createHost({ files: { 'A/B/Note.md': 'x' } });
    const file = fileAt(host, 'A/B/Note.md');
    const told = vi.fn();
    host.app.vault.on('rename', told);
    const folder = host.app.vault.getFolderByPath('A');
    if (folder) await host.app.vault.rename(folder, 'C');
    expect(file.path).toBe('C/B/Note.md');
    expect(await host.app.vault.read(file)).toBe('x');
    expect(told.mock.calls.map(([, oldPath]: unknown[]) => oldPath)).toEqual(['A', 'A/B', 'A/B/Note.md']);
  });

  test('rename() over another file is refused, and may change the case of a name', async () => {
    const host = createHost({ files: { 'A.md': '', 'B.md': '' } });
    await expect(host.app.vault.rename(fileAt(host, 'A.md'), 'b.md')).rejects.toThrow(
      'Destination file already exists!',
    );
    await host.app.vault.rename(fileAt(host, 'A.md'), 'a.md');
    expect(host.app.vault.getFileByPath('a.md')).not.toBeNull();
  });

  test('What is gone can neither be read nor written', async () => {
    const host = createHost({ files: { 'Note.md': '' } });
    const file = fileAt(host, 'Note.md');
    await host.app.fileManager.trashFile(file);
    expect(host.app.vault.getFileByPath('Note.md')).toBeNull();
    await expect(host.app.vault.read(file)).rejects.toThrow('ENOENT');
    await expect(host.app.vault.modify(file, '')).rejects.toThrow('ENOENT');
  });

  test('Hidden files are the adapter’s alone', async () => {
    const { app } = createHost();
    await app.vault.adapter.write('.obsidian/app.json', '{}');
    expect(await app.vault.adapter.read('.obsidian/app.json')).toBe('{}');
    expect(app.vault.getFiles()).toEqual([]);
  });
});

test('A listener that throws does not keep the next from being called, and its error is not lost', () => {
  vi.useFakeTimers();
  try {
    const { app } = createHost();
    const next = vi.fn();
    app.workspace.on('quit', () => {
      throw new Error('broken listener');
    });
    app.workspace.on('quit', next);
    app.workspace.trigger('quit');
    expect(next).toHaveBeenCalledOnce();
    expect(() => vi.runAllTimers()).toThrow('broken listener');
  } finally {
    vi.useRealTimers();
  }
});

test('offref() removes one subscription, not another of the same function', () => {
  const { app } = createHost();
  const listener = vi.fn();
  const ref = app.workspace.on('quit', listener);
  app.workspace.on('quit', listener);
  app.workspace.offref(ref);
  app.workspace.trigger('quit');
  expect(listener).toHaveBeenCalledOnce();
});

test.each([
  ['', '/'],
  ['/a//b/', 'a/b'],
  ['a\\b', 'a/b'],
  ['a\u00a0b', 'a b'],
  ['e\u0301', 'é'],
])('normalizePath(%j) is %j', (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
});

describe('FileManager', () => {
  test('renameFile() rewrites the links to the note, with their alias and subpath, also in tables', async () => {
    const text = '[[Old]] [[old#Head|x]] ![[Old]] [m](Old.md)\n\n| a |\n|---|\n| [[Old\\|y]] |\n';
    const host = createHost({ files: { 'Old.md': '', 'Links.md': text } });
    await host.app.fileManager.renameFile(fileAt(host, 'Old.md'), 'New name.md');
    expect(await host.app.vault.read(fileAt(host, 'Links.md'))).toBe(
      '[[New name]] [[New name#Head|x]] ![[New name]] [m](New%20name.md)\n\n| a |\n|---|\n| [[New name\\|y]] |\n',
    );
  });

  test('processFrontMatter() changes fields, keeps the body, and writes what was not there', async () => {
    const host = createHost({ files: { 'A.md': '---\na: 1\n---\nBody\n', 'B.md': 'Body\n' } });
    const setB = (fields: Record<string, unknown>): void => {
      fields['b'] = ['x'];
    };
    await host.app.fileManager.processFrontMatter(fileAt(host, 'A.md'), setB);
    await host.app.fileManager.processFrontMatter(fileAt(host, 'B.md'), setB);
    expect(await host.app.vault.read(fileAt(host, 'A.md'))).toBe('---\na: 1\nb:\n  - x\n---\nBody\n');
    expect(await host.app.vault.read(fileAt(host, 'B.md'))).toBe('---\nb:\n  - x\n---\nBody\n');
  });

  test('generateMarkdownLink() names the path where two notes bear the name', () => {
    const host = createHost({ files: { 'A/Same.md': '', 'B/Same.md': '', 'Other.md': '' } });
    const { fileManager } = host.app;
    expect(fileManager.generateMarkdownLink(fileAt(host, 'A/Same.md'), 'Other.md')).toBe('[[A/Same]]');
    expect(fileManager.generateMarkdownLink(fileAt(host, 'Other.md'), 'A/Same.md', '#H', 'alias')).toBe(
      '[[Other#H|alias]]',
    );
  });
});
