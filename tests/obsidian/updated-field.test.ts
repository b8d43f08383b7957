import { MarkdownView } from 'obsidian';
import { expect, test, vi } from 'vitest';
import { SeenSteps } from '../../src/obsidian/seen-steps';
import { UpdatedField } from '../../src/obsidian/updated-field';
import { BUILT_IN } from '../../src/read/vocabulary';
import { updatedChange, withoutUpdated } from '../../src/write/updated';
import { createHost, type Host } from '../host/boot.ts';

const NOTE = '---\nupdated: 2024-01-02 03:04\n---\n\n### Step 1 — Correction\n\nМысль.\n';
const AFTER = NOTE.replace('2024-01-02 03:04', '2025-09-06 07:05');
const FILES = { 'Note.md': NOTE, 'Plain.md': NOTE.replace('### Step 1 — Correction\n\n', ''), 'Other.md': 'Other.\n' };

function keeping(host: Host, isOn = true): UpdatedField {
  const app = host.app.forPlugins;
  const field = new UpdatedField(app, {
    vocabulary: () => BUILT_IN,
    isLeftOut: () => false,
    readers: new Set(),
    seen: new SeenSteps(app),
    isOn: () => isOn,
    change: (text) => updatedChange(text, new Date(2025, 8, 6, 7, 5, 9)),
    without: withoutUpdated,
    attempt: (work) => work(),
  });
  field.load();
  return field;
}

async function open(host: Host, path: string): Promise<MarkdownView> {
  const leaf = host.app.forPlugins.workspace.getLeaf();
  const file = host.app.forPlugins.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  await leaf.openFile(file, { active: true, state: { mode: 'source' } });
  await host.settle();
  if (!(leaf.view instanceof MarkdownView)) throw new Error('no editor');
  return leaf.view;
}

/** Writes at the end of a note, as a person does, and saves. */
async function write(host: Host, path: string, text: string): Promise<void> {
  const { editor, save } = await open(host, path).then((view) => ({ editor: view.editor, save: () => view.save() }));
  editor.replaceRange(text, { line: editor.lineCount(), ch: 0 });
  await save();
  await host.settle();
}

const textOf = (host: Host, path: string): Promise<string> => {
  const file = host.app.vault.getFileByPath(path);
  return file ? host.app.vault.read(file) : Promise.reject(new Error(`no ${path}`));
};

test('“updated” of a three-step note is set once the note that was edited is left, and nothing else is written', async () => {
  const host = createHost({ files: FILES });
  const field = keeping(host);
  await write(host, 'Note.md', 'Ещё.\n');
  expect(await textOf(host, 'Note.md')).toBe(`${NOTE}Ещё.\n`);
  await open(host, 'Other.md');
  expect(await textOf(host, 'Note.md')).toBe(`${AFTER}Ещё.\n`);
  const process = vi.spyOn(host.app.vault, 'process');
  await open(host, 'Note.md');
  await open(host, 'Other.md');
  expect(process).not.toHaveBeenCalled();
  field.unload();
});

test('“updated” is left alone in notes without steps, and everywhere while it is off', async () => {
  for (const [path, isOn] of [
    ['Plain.md', true],
    ['Note.md', false],
  ] as const) {
    const host = createHost({ files: FILES });
    const field = keeping(host, isOn);
    await write(host, path, 'Ещё.\n');
    await open(host, 'Other.md');
    expect(await textOf(host, path)).toContain('updated: 2024-01-02 03:04\n');
    field.unload();
  }
});

test('“updated” is set with a byte order mark kept, and never where other bytes would be lost', async () => {
  const host = createHost({ files: FILES });
  const { vault } = host.app;
  const field = keeping(host);
  await write(host, 'Note.md', 'Ещё.\n');
  // The editor saves no mark: something else puts it back before the note is left.
  await vault.adapter.write('Note.md', `\uFEFF${NOTE}Ещё.\n`);
  await open(host, 'Other.md');
  expect(await vault.adapter.read('Note.md')).toBe(`\uFEFF${AFTER}Ещё.\n`);
  await write(host, 'Note.md', 'Опять.\n');
  const bytes = new Uint8Array([...new TextEncoder().encode(NOTE), 0xff]);
  await vault.adapter.writeBinary('Note.md', bytes.buffer);
  await open(host, 'Other.md');
  expect(new Uint8Array(await vault.adapter.readBinary('Note.md'))).toEqual(bytes);
  field.unload();
});
