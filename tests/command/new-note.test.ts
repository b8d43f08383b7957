import { MarkdownView, type Editor } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { readNote } from '../../src/read/note';
import type { Host } from '../host/boot';
import { hostWithCommands } from './commands-plugin';
import { NewNoteDialog } from './new-note-dialog';

type Options = Parameters<typeof hostWithCommands>[0];

async function openDialog(options: Options = {}): Promise<{ host: Host; dialog: NewNoteDialog }> {
  const { host, run } = await hostWithCommands(options);
  await run('new-three-step-note');
  return { host, dialog: new NewNoteDialog(host) };
}

async function editNote(host: Host, path: string): Promise<Editor> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no note ${path}`);
  await host.app.workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
  await host.settle();
  return activeEditor(host);
}

function activeEditor(host: Host): Editor {
  const view = host.app.workspace.getActiveViewOfType(MarkdownView);
  if (!view) throw new Error('no note is open for editing');
  return view.editor;
}

async function textOf(host: Host, path: string): Promise<string> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no note ${path}`);
  return host.app.vault.read(file);
}

describe('New three-step note', () => {
  it('writes the note in one create, as the preview showed it, and opens it where step 1 waits', async () => {
    const { host, dialog } = await openDialog();
    const create = vi.spyOn(host.app.vault, 'create');
    const modified = vi.fn();
    host.app.vault.on('modify', modified);
    dialog.type('Russian title', 'Порог внимания');
    dialog.type('English title', 'Attention Threshold');
    dialog.type('Tags', '#agi, внимание');
    dialog.type('Raw text (Russian)', 'Первая мысль.\n\nВторая мысль.');
    expect(dialog.messages).toEqual(['Will be saved as “Attention Threshold.md”.']);
    const preview = dialog.preview;

    await dialog.click('Create');

    expect(dialog.isOpen).toBe(false);
    expect(create).toHaveBeenCalledTimes(1);
    expect(modified).not.toHaveBeenCalled();
    const text = await textOf(host, 'Attention Threshold.md');
    const withoutTime = (note: string): string => note.replace(/^(updated|created): .*$/gm, '');
    expect(withoutTime(text)).toBe(withoutTime(preview));
    expect(text).toContain('> Первая мысль.\n>\n> Вторая мысль.\n');
    expect(text).toContain('tags:\n  - agi\n  - внимание\n');
    const { steps, rawText } = readNote(text);
    expect(steps.map(({ step, words }) => [step, words])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    expect(text.split('\n').slice((rawText?.line ?? 0) - 1, rawText?.endLine)).toEqual([
      '### 🔹 **Черновик:**',
      '',
      '> Первая мысль.',
      '>',
      '> Вторая мысль.',
    ]);
    const editor = activeEditor(host);
    expect(editor.getValue()).toBe(text);
    expect(editor.getCursor()).toEqual({ line: (steps[0]?.line ?? 0) + 1, ch: 2 });
  });

  it.each([true, false])(
    'takes the text for step 1 where it is corrected: by the setting %s',
    async (textIsCorrected) => {
      const { host, dialog } = await openDialog({ settings: { textIsCorrected } });
      dialog.type('English title', 'Threshold');
      dialog.type('Raw text (Russian)', 'Мысль.');
      if (!textIsCorrected) dialog.toggle('This text is already corrected');
      await dialog.click('Create');
      const { steps, rawText } = readNote(await textOf(host, 'Threshold.md'));
      expect([rawText, ...steps.map(({ words }) => words)]).toEqual([null, 1, 0, 0]);
    },
  );

  it('is created by Ctrl+Enter, and waits in step 1 when there is no text yet', async () => {
    const { host, dialog } = await openDialog();
    dialog.type('Russian title', 'Порог');
    await dialog.press('Enter', { ctrlKey: true });
    expect(dialog.isOpen).toBe(false);
    const [first] = readNote(await textOf(host, 'Порог.md')).steps;
    expect(activeEditor(host).getCursor()).toEqual({ line: (first?.line ?? 0) + 1, ch: 2 });
  });

  it('follows the settings for folder, headings and file name', async () => {
    const settings = { newNoteFolder: 'Ideas/New', headingLanguage: 'en', fileNameLanguage: 'ru' } as const;
    const { host, dialog } = await openDialog({ settings });
    dialog.type('Russian title', 'Порог');
    dialog.type('English title', 'Threshold');
    expect(dialog.messages).toEqual([
      'Will be saved as “Ideas/New/Порог.md”.',
      'The folder “Ideas/New” will be created.',
    ]);
    await dialog.click('Create');
    expect(await textOf(host, 'Ideas/New/Порог.md')).toContain('**Step 1 — Russian Correction:**');
  });

  it('starts in the folder where Obsidian would put a new note, and suggests the folders of the vault', async () => {
    const { host, dialog } = await openDialog({ files: { 'Ideas/Old/a.md': '', 'Archive/b.md': '' } });
    expect(dialog.field('Folder').value).toBe('');
    dialog.type('Folder', 'old');
    await host.settle();
    expect(Array.from(document.querySelectorAll('.suggestion-item'), (el) => el.textContent)).toEqual(['Ideas/Old']);
    await dialog.press('ArrowDown');
    await dialog.press('Enter');
    expect(dialog.field('Folder').value).toBe('Ideas/Old');
    dialog.type('English title', 'A');
    expect(dialog.messages[0]).toBe('A note “Ideas/Old/A.md” already exists.');
  });

  it('cannot be created without a title, and says so', async () => {
    const { host, dialog } = await openDialog();
    const create = vi.spyOn(host.app.vault, 'create');
    expect(dialog.button('Create').disabled).toBe(true);
    expect(dialog.messages).toEqual(['To create the note, enter a title in one of the languages.']);
    await dialog.press('Enter', { ctrlKey: true });
    expect(create).not.toHaveBeenCalled();
    dialog.type('English title', '???');
    expect(dialog.messages).toEqual(['No character of this title can be used in a file name. Enter another title.']);
    expect(dialog.button('Create').disabled).toBe(true);
    dialog.type('English title', 'Why?');
    expect(dialog.messages).toEqual([
      'Will be saved as “Why.md”.',
      'Some characters cannot be used in a file name: “?” is removed.',
    ]);
    expect(dialog.button('Create').disabled).toBe(false);
  });

  it('says that a name is taken, whatever its case, and takes a free one on a click', async () => {
    const files = { 'Idea.md': 'mine', 'idea 2.md': 'mine too' };
    const { host, dialog } = await openDialog({ files });
    dialog.type('English title', 'IDEA');
    expect(dialog.messages).toEqual(['A note “IDEA.md” already exists.']);
    expect(dialog.button('Create').disabled).toBe(true);

    await dialog.click('Use “IDEA 3”');
    expect(dialog.messages).toEqual(['Will be saved as “IDEA 3.md”.']);
    expect(document.activeElement).toBe(dialog.button('Create'));
    await dialog.click('Create');

    expect(await textOf(host, 'IDEA 3.md')).toContain('title: IDEA\n');
    expect(await textOf(host, 'Idea.md')).toBe('mine');
  });

  it('gives up the free name when the title changes', async () => {
    const { dialog } = await openDialog({ files: { 'Idea.md': '' } });
    dialog.type('English title', 'Idea');
    await dialog.click('Use “Idea 2”');
    dialog.type('English title', 'Idea of mine');
    expect(dialog.messages).toEqual(['Will be saved as “Idea of mine.md”.']);
  });

  it('never overwrites a note that was made while it was open', async () => {
    const { host, dialog } = await openDialog();
    dialog.type('English title', 'Idea');
    await host.app.vault.create('idea.md', 'quicker');
    await dialog.press('Enter', { ctrlKey: true });
    expect(dialog.isOpen).toBe(true);
    expect(dialog.messages).toEqual(['A note “Idea.md” already exists.']);
    expect(await textOf(host, 'idea.md')).toBe('quicker');
  });

  it('suggests a free name when the file turns out to be there only on writing', async () => {
    const { host, dialog } = await openDialog();
    dialog.type('English title', 'Idea');
    dialog.type('Raw text (Russian)', 'Мысль');
    vi.spyOn(host.app.vault, 'create').mockRejectedValueOnce(new Error('File already exists.'));
    vi.spyOn(host.app.vault.adapter, 'exists').mockResolvedValueOnce(true);
    await dialog.click('Create');
    expect(dialog.messages).toEqual(['A note “Idea.md” already exists.']);
    expect(dialog.notices).toEqual([]);
    await dialog.click('Use “Idea 2”');
    await dialog.click('Create');
    expect(await textOf(host, 'Idea 2.md')).toContain('> Мысль');
  });

  it('tells a failure once and keeps what was typed', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const { host, dialog } = await openDialog();
    vi.spyOn(host.app.vault, 'create').mockRejectedValueOnce(new Error('The disk is full.'));
    dialog.type('English title', 'Idea');
    dialog.type('Raw text (Russian)', 'Мысль');
    await dialog.click('Create');
    expect(dialog.notices).toEqual(['“New three-step note” failed: The disk is full.']);
    expect(dialog.field('Raw text (Russian)').value).toBe('Мысль');
    expect(error).toHaveBeenCalledTimes(1);
    await dialog.click('Create');
    expect(await textOf(host, 'Idea.md')).toContain('> Мысль');
    error.mockRestore();
  });

  it('uses a folder that somebody else has just made', async () => {
    const { host, dialog } = await openDialog();
    dialog.type('English title', 'Idea');
    dialog.type('Folder', 'New');
    const real = host.app.vault.createFolder.bind(host.app.vault);
    vi.spyOn(host.app.vault, 'createFolder').mockImplementationOnce(async (path) => {
      await real(path);
      return real(path);
    });
    await dialog.click('Create');
    expect(dialog.notices).toEqual([]);
    expect(await textOf(host, 'New/Idea.md')).toContain('title: Idea\n');
  });

  it('names what cannot be a tag', async () => {
    const { dialog } = await openDialog();
    dialog.type('English title', 'Idea');
    dialog.type('Tags', 'ok 1984');
    expect(dialog.messages).toContain('Not valid as tags, removed: 1984');
    dialog.type('Tags', 'ok 1984 50%');
    expect(dialog.messages).toContain('Not valid as tags, removed: 1984, 50%');
    expect(dialog.preview).toContain('tags:\n  - ok\ncategory:');
  });

  it('starts with the selected text, from the palette and from the editor’s menu', async () => {
    const { host, run } = await hostWithCommands({ files: { 'A.md': 'Одна мысль.\nДругая.' } });
    const dialog = new NewNoteDialog(host);
    const editor = await editNote(host, 'A.md');
    editor.setSelection({ line: 0, ch: 0 }, { line: 0, ch: 11 });
    await run('new-three-step-note');
    expect(dialog.field('Raw text (Russian)').value).toBe('Одна мысль.');
    await dialog.press('Escape');
    expect(dialog.isOpen).toBe(false);
  });

  it('speaks Russian', async () => {
    const { dialog } = await openDialog({ language: 'ru' });
    dialog.type('Название по-русски', 'Порог: начало');
    expect(dialog.messages).toEqual([
      'Будет сохранено как «Порог начало.md».',
      'Некоторые символы нельзя использовать в имени файла: «:» удаляется.',
    ]);
  });
});

describe('Leaving the new-note dialog', () => {
  it('asks nothing when nothing was typed', async () => {
    const { dialog } = await openDialog();
    await dialog.press('Escape');
    expect(dialog.isOpen).toBe(false);
  });

  it('asks before it discards what was typed, and Escape means no', async () => {
    const { host, dialog } = await openDialog();
    dialog.type('Raw text (Russian)', 'Мысль');
    await dialog.press('Escape');
    expect(document.activeElement).toBe(dialog.button('Keep writing'));
    await dialog.press('Escape');
    expect(document.querySelectorAll('.modal')).toHaveLength(1);
    expect(dialog.field('Raw text (Russian)').value).toBe('Мысль');
    expect(document.activeElement).toBe(dialog.field('Raw text (Russian)'));

    await dialog.click('Cancel');
    await dialog.click('Keep writing');
    expect(dialog.field('Raw text (Russian)').value).toBe('Мысль');

    await dialog.press('Escape');
    await dialog.click('Discard');
    expect(document.querySelectorAll('.modal')).toHaveLength(0);
    expect(host.app.vault.getMarkdownFiles()).toEqual([]);
  });
});
