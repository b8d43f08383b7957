import { MarkdownView, type TFile } from 'obsidian';
import { expect, test, vi } from 'vitest';
import type { ShownNote } from '../../src/model/shown-note';
import { CurrentNote } from '../../src/obsidian/current-note';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { StepBaselines } from '../../src/obsidian/step-baselines';
import { ShownNotes } from '../../src/obsidian/shown-notes';
import { BUILT_IN } from '../../src/read/vocabulary';
import { createHost, type Host } from '../host/boot.ts';
import { garble } from '../repair/garble';

const FILES = { 'Slow.md': '- [[A]]\n', 'Fast.md': '## Upstream ideas\n\n- [[B]]\n' };

function follow(host: Host): { readonly told: (ShownNote | null)[]; readonly note: CurrentNote } {
  const told: (ShownNote | null)[] = [];
  const { app } = host;
  const notes = new ShownNotes(app.forPlugins, new LinkResolver(app.forPlugins), {
    vocabulary: () => BUILT_IN,
    isLeftOut: (path) => path.startsWith('Left out/'),
    vault: { meant: () => [], usualKind: () => null },
    isTemplate: () => false,
    seen: new StepBaselines(app.forPlugins),
  });
  notes.load();
  const note = new CurrentNote(notes, (shown) => told.push(shown));
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

const stepsOf = (first: string, second: string): string =>
  `### Step 1 — Correction\n\n${first}\n\n### Step 2 — Translation\n\n${second}\n`;
const TWO = { 'A.md': stepsOf('Раз.', 'One.'), 'B.md': stepsOf('Два.', 'Two.') };

/** The disk answers views when it is told to, note by note. */
function slowDisk(host: Host): { readonly answer: (path: string) => Promise<void> } {
  const waiting = new Map<string, () => void>();
  host.app.diskOf = (file) => new Promise((resolve) => waiting.set(file.path, resolve));
  return {
    answer: async (path) => {
      // What was asked for before is asked for in turn.
      await turns();
      waiting.get(path)?.();
      await turns();
    },
  };
}

const turns = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 10));

function viewIn(host: Host): MarkdownView {
  const view = host.app.forPlugins.workspace.getLeaf(false).view;
  if (!(view instanceof MarkdownView)) throw new Error('no note is open');
  return view;
}

test('A note that is loading is not read from the note before it, nor are its steps remembered as those of the other', async () => {
  const host = createHost({ files: TWO });
  const look = vi.spyOn(StepBaselines.prototype, 'look');
  const { told, note } = follow(host);
  const leaf = host.app.forPlugins.workspace.getLeaf(false);
  await leaf.openFile(fileAt(host, 'A.md'));
  await host.settle();
  const { answer } = slowDisk(host);
  const opened = leaf.openFile(fileAt(host, 'B.md'));
  await turns();
  const view = viewIn(host);
  expect([view.file?.path, view.getViewData()]).toEqual(['B.md', TWO['A.md']]);
  // Keys pressed meanwhile go into the text that is still there.
  view.editor.replaceRange('!', { line: 2, ch: 4 });
  await new Promise((resolve) => window.setTimeout(resolve, 450));
  expect(told.at(-1)).toMatchObject({ path: 'B.md', text: TWO['B.md'] });
  await answer('B.md');
  await opened;
  await host.settle();
  view.editor.replaceRange('!', { line: 2, ch: 4 });
  await new Promise((resolve) => window.setTimeout(resolve, 450));
  expect(told.at(-1)?.text).toBe(stepsOf('Два.!', 'Two.'));
  expect(told.every((shown) => shown?.path !== 'B.md' || shown.text.includes('Two.'))).toBe(true);
  expect(look.mock.calls.filter(([path]) => path === 'B.md').length).toBeGreaterThan(0);
  for (const [path, sets] of look.mock.calls) if (path === 'B.md') expect(sets[0]?.second).toContain('Two.');
  look.mockRestore();
  note.unload();
});

test('A note is read once when it is opened', async () => {
  const host = createHost({ files: TWO });
  const { note, told } = follow(host);
  const { workspace } = host.app.forPlugins;
  const reads = vi.spyOn(host.app.vault, 'cachedRead');
  for (const path of ['A.md', 'B.md', 'A.md', 'B.md']) {
    await workspace.getLeaf(false).openFile(fileAt(host, path));
    await host.settle();
    expect(told.at(-1)?.path).toBe(path);
  }
  expect(reads.mock.calls.length).toBeLessThanOrEqual(4);
  note.unload();
});

test('What was typed and not saved is shown, also when the note is come back to and when it is followed only then', async () => {
  const host = createHost({ files: TWO });
  const { workspace } = host.app.forPlugins;
  const first = follow(host);
  const leaf = workspace.getLeaf(false);
  await leaf.openFile(fileAt(host, 'A.md'));
  await host.settle();
  viewIn(host).editor.replaceRange('!', { line: 2, ch: 4 });
  const other = workspace.getLeaf('tab');
  await other.openFile(fileAt(host, 'B.md'));
  await host.settle();
  expect(first.told.at(-1)).toMatchObject({ path: 'B.md', text: TWO['B.md'] });
  workspace.setActiveLeaf(leaf);
  await host.settle();
  const second = follow(host);
  await host.settle();
  for (const { told } of [first, second]) {
    expect(told.at(-1)).toMatchObject({ path: 'A.md', text: stepsOf('Раз.!', 'One.') });
  }
  first.note.unload();
  second.note.unload();
});

test('A tab that goes on and back before it has loaded anything is read as the note that it is of', async () => {
  const host = createHost({ files: { ...TWO, 'C.md': stepsOf('Три.', 'Three.') } });
  const { told, note } = follow(host);
  const leaf = host.app.forPlugins.workspace.getLeaf(false);
  await leaf.openFile(fileAt(host, 'A.md'));
  await host.settle();
  const { answer } = slowDisk(host);
  for (const path of ['B.md', 'C.md', 'A.md']) void leaf.openFile(fileAt(host, path));
  for (const path of ['B.md', 'C.md', 'A.md']) await answer(path);
  await host.settle();
  expect(told.at(-1)).toMatchObject({ path: 'A.md', text: TWO['A.md'] });
  for (const shown of told) expect(shown?.text).toBe({ ...TWO, 'C.md': stepsOf('Три.', 'Three.') }[shown?.path ?? '']);
  note.unload();
});
