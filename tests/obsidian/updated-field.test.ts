import { MarkdownView, type TFile } from 'obsidian';
import { expect, test, vi } from 'vitest';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { StepBaselines } from '../../src/obsidian/step-baselines';
import { UpdatedField } from '../../src/obsidian/updated-field';
import { BUILT_IN } from '../../src/read/vocabulary';
import { updatedChange, withoutUpdated } from '../../src/write/updated';
import { createHost, type Host } from '../host/boot.ts';

const NOTE = '---\nupdated: 2024-01-02 03:04\n---\n\n### Step 1 — Correction\n\nМысль.\n';
const AFTER = NOTE.replace('2024-01-02 03:04', '2025-09-06 07:05');
const FILES = { 'Note.md': NOTE, 'Plain.md': NOTE.replace('### Step 1 — Correction\n\n', ''), 'Other.md': 'Other.\n' };

const NOW = new Date(2025, 8, 6, 7, 5, 9);

function keeping(host: Host, isOn = true, now = NOW): UpdatedField {
  const app = host.app.forPlugins;
  const field = new UpdatedField(app, {
    vocabulary: () => BUILT_IN,
    isLeftOut: () => false,
    seen: new StepBaselines(app),
    isOn: () => isOn,
    change: (text) => updatedChange(text, now),
    without: withoutUpdated,
    attempt: (work) => work(),
  });
  field.load();
  return field;
}

async function open(host: Host, path: string): Promise<MarkdownView> {
  const leaf = host.app.forPlugins.workspace.getLeaf();
  await leaf.openFile(fileAt(host, path), { active: true, state: { mode: 'source' } });
  await host.settle();
  if (!(leaf.view instanceof MarkdownView)) throw new Error('no editor');
  return leaf.view;
}

async function openInTab(host: Host, path: string): Promise<void> {
  await host.app.forPlugins.workspace.getLeaf('tab').openFile(fileAt(host, path));
  await host.settle();
}

/** Writes at the end of a note, as a person does, and saves. */
async function write(host: Host, path: string, text: string): Promise<void> {
  const { editor, save } = await open(host, path).then((view) => ({ editor: view.editor, save: () => view.save() }));
  editor.replaceRange(text, { line: editor.lineCount(), ch: 0 });
  await save();
  await host.settle();
}

function fileAt(host: Host, path: string): TFile {
  const file = host.app.forPlugins.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return file;
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

/** The note's text after `change` was made and the note was left, with `field` looking on. */
async function afterLeaving(change: (host: Host) => Promise<void>): Promise<string> {
  const host = createHost({ files: FILES });
  const field = keeping(host);
  await change(host);
  await host.settle();
  await open(host, 'Other.md');
  await open(host, 'Note.md');
  await open(host, 'Other.md');
  field.unload();
  return textOf(host, 'Note.md');
}

const fromOutside = async (host: Host, text: string): Promise<void> => {
  await host.app.vault.adapter.write('Note.md', text);
  await host.settle();
};

test.each<[string, string, (host: Host) => Promise<void>]>([
  ['in front', `${NOTE}С другого устройства.\n`, (host) => open(host, 'Note.md').then(() => undefined)],
  [
    'with other line ends',
    `${NOTE}Ещё.\n`.replaceAll('\n', '\r\n'),
    (host) => open(host, 'Note.md').then(() => undefined),
  ],
  [
    'in a tab behind',
    `${NOTE}С другого устройства.\n`,
    async (host) => {
      await open(host, 'Note.md');
      await openInTab(host, 'Other.md');
    },
  ],
])(
  '“updated” is not set for what sync or another plugin wrote into a note that is open %s',
  async (_where, text, show) => {
    for (const write of [
      (host: Host) => fromOutside(host, text),
      (host: Host) => host.app.vault.process(fileAt(host, 'Note.md'), () => text).then(() => host.settle()),
      (host: Host) => fromOutside(host, `${NOTE}Сначала.\n`).then(() => fromOutside(host, text)),
      (host: Host) =>
        Promise.all([fromOutside(host, `${NOTE}Сразу.\n`), fromOutside(host, text)]).then(() => undefined),
    ]) {
      const after = await afterLeaving(async (host) => {
        await show(host);
        await write(host);
      });
      expect(after).toBe(text);
    }
  },
);

test('“updated” is set where the user edited too, before or after something else wrote into the note', async () => {
  const outside = `${NOTE}Снаружи.\n`;
  const before = await afterLeaving(async (host) => {
    await write(host, 'Note.md', 'Ещё.\n');
    await fromOutside(host, `${NOTE}Ещё.\nСнаружи.\n`);
  });
  expect(before).toBe(`${AFTER}Ещё.\nСнаружи.\n`);
  const after = await afterLeaving(async (host) => {
    await open(host, 'Note.md');
    await fromOutside(host, outside);
    await write(host, 'Note.md', 'Ещё.\n');
  });
  expect(after).toBe(`${AFTER}Снаружи.\nЕщё.\n`);
});

test('“updated” is set when the note is left at once, before the editor has saved by itself', async () => {
  const after = await afterLeaving(async (host) => {
    const { editor } = await open(host, 'Note.md');
    editor.replaceRange('Ещё.\n', { line: editor.lineCount(), ch: 0 });
  });
  expect(after).toBe(`${AFTER}Ещё.\n`);
});

test('“updated” is set for what a command wrote into the editor, as for any other edit there', async () => {
  const after = await afterLeaving(async (host) => {
    const { save } = await open(host, 'Note.md').then((view) => ({ save: () => view.save() }));
    const changes = [{ from: NOTE.length, to: NOTE.length, insert: 'Ещё.\n' }];
    await new NoteWriter(host.app.forPlugins).write('Add', [{ path: 'Note.md', text: NOTE, changes }]);
    await save();
  });
  expect(after).toBe(`${AFTER}Ещё.\n`);
});

test('Two devices that have the note open do not set “updated” for one another', async () => {
  const devices = [createHost({ files: FILES }), createHost({ files: FILES })] as const;
  const fields = [keeping(devices[0]), keeping(devices[1], true, new Date(2025, 8, 6, 9))];
  const written: string[] = [];
  for (const [index, host] of devices.entries()) {
    const other = devices[1 - index] ?? host;
    await open(host, 'Note.md');
    // Behind, as a note is that was left: each that is in front waits until then.
    await openInTab(host, 'Other.md');
    // Whatever is written on the one is brought to the other, each version by itself.
    host.app.vault.on('modify', () => {
      void textOf(host, 'Note.md').then(async (text) => {
        if (text === (await textOf(other, 'Note.md')) || written.length > 20) return;
        written.push(text);
        await fromOutside(other, text);
      });
    });
  }
  await write(devices[0], 'Note.md', 'Ещё.\n');
  for (let round = 0; round < 5; round++) for (const host of devices) await openInTab(host, 'Other.md');
  expect(written).toEqual([`${NOTE}Ещё.\n`, `${AFTER}Ещё.\n`]);
  for (const host of devices) expect(await textOf(host, 'Note.md')).toBe(`${AFTER}Ещё.\n`);
  for (const field of fields) field.unload();
});
