import type { TFile } from 'obsidian';
import { expect, test, vi } from 'vitest';
import type { ShownNote } from '../../src/model/shown-note';
import { CurrentNote } from '../../src/obsidian/current-note';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { SeenSteps } from '../../src/obsidian/seen-steps';
import { BUILT_IN } from '../../src/read/vocabulary';
import { createHost, type Host } from '../host/boot.ts';
import { garble } from '../repair/garble';

const FILES = { 'Slow.md': '- [[A]]\n', 'Fast.md': '## Upstream ideas\n\n- [[B]]\n' };

function follow(host: Host): { readonly told: (ShownNote | null)[]; readonly note: CurrentNote } {
  const told: (ShownNote | null)[] = [];
  const note = new CurrentNote(
    host.app.forPlugins,
    new LinkResolver(host.app.forPlugins),
    {
      vocabulary: () => BUILT_IN,
      isLeftOut: (path) => path.startsWith('Left out/'),
      readers: new Set(),
      seen: new SeenSteps(host.app.forPlugins),
    },
    (shown) => told.push(shown),
  );
  note.load();
  return { told, note };
}

function fileAt(host: Host, path: string): TFile {
  const file = host.app.forPlugins.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return file;
}

test('A note in a folder that is left out is not read', async () => {
  const host = createHost({ files: { 'Left out/Note.md': '## Upstream ideas\n\n- [[B]]\n' } });
  const { told, note } = follow(host);
  host.app.workspace.trigger('file-open', fileAt(host, 'Left out/Note.md'));
  await host.settle();
  expect(told.at(-1)).toMatchObject({ path: 'Left out/Note.md', isLeftOut: true, note: { ideaLinks: [] } });
  note.unload();
});

test('An answer that comes after another note was opened is dropped', async () => {
  const host = createHost({ files: FILES });
  const { vault, workspace } = host.app;
  const answers = new Map<string, (text: string) => void>();
  vi.spyOn(vault, 'cachedRead').mockImplementation((file) => new Promise((resolve) => answers.set(file.path, resolve)));
  const { told, note } = follow(host);
  workspace.trigger('file-open', fileAt(host, 'Slow.md'));
  workspace.trigger('file-open', fileAt(host, 'Fast.md'));
  answers.get('Fast.md')?.('Fast text');
  await host.settle();
  answers.get('Slow.md')?.('Slow text');
  await host.settle();
  expect(told.map((shown) => shown?.path)).toEqual(['Fast.md']);
  note.unload();
});

test('After it is unloaded it tells nothing more', async () => {
  const host = createHost({ files: FILES });
  const { told, note } = follow(host);
  await host.app.forPlugins.workspace.getLeaf(false).openFile(fileAt(host, 'Fast.md'));
  await host.settle();
  note.unload();
  const before = told.length;
  await host.app.vault.modify(fileAt(host, 'Fast.md'), 'Other text');
  await host.settle();
  expect(told).toHaveLength(before);
});

test('What changes the file from outside is shown', async () => {
  const host = createHost({ files: FILES });
  const { told, note } = follow(host);
  await host.app.forPlugins.workspace.getLeaf(false).openFile(fileAt(host, 'Fast.md'));
  await host.settle();
  await host.app.vault.modify(fileAt(host, 'Fast.md'), '## Upstream ideas\n\n- [[B]]\n- [[C]]\n');
  await host.settle();
  expect(told.at(-1)?.note.ideaLinks.map((link) => link.target)).toEqual(['B', 'C']);
  note.unload();
});

test('Only the last measure of reading is kept, however often a note is read', async () => {
  const host = createHost({ files: FILES });
  const { note } = follow(host);
  const { workspace } = host.app.forPlugins;
  for (const path of ['Fast.md', 'Slow.md', 'Fast.md']) {
    await workspace.getLeaf(false).openFile(fileAt(host, path));
    await host.settle();
  }
  expect(performance.getEntriesByName('idea-tiers:read')).toHaveLength(1);
  note.unload();
});

test('Reading is measured', async () => {
  const host = createHost({ files: FILES });
  const measure = vi.spyOn(performance, 'measure');
  const { note } = follow(host);
  await host.app.forPlugins.workspace.getLeaf(false).openFile(fileAt(host, 'Fast.md'));
  await host.settle();
  expect(measure.mock.calls.map(([name]) => name)).toContain('idea-tiers:read');
  note.unload();
});

test('A garbled note is read from its repaired text, and told to be garbled', async () => {
  const text = '---\ntags: [чай]\n---\n## Вышестоящие идеи\n\n- [[Чай]] — «напиток», вот и всё.\n';
  const host = createHost({ files: { 'Garbled.md': garble(text, 'macintosh'), 'Чай.md': '' } });
  const { told, note } = follow(host);
  await host.app.forPlugins.workspace.getLeaf(false).openFile(fileAt(host, 'Garbled.md'));
  await host.settle();
  const shown = told.at(-1);
  expect(shown).toMatchObject({ text, garbled: { encodings: ['macintosh'], lost: [] }, problems: [] });
  expect(shown?.note.ideaLinks).toMatchObject([{ line: 6, target: 'Чай', description: '«напиток», вот и всё.' }]);
  await host.app.vault.modify(fileAt(host, 'Garbled.md'), text);
  await host.settle();
  expect(told.at(-1)).toMatchObject({ text, garbled: null });
  note.unload();
});
