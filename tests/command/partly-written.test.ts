import { beforeEach, describe, expect, it, vi } from 'vitest';
import { propose } from '../../src/command/propose';
import { undoMessage } from '../../src/command/write-messages';
import { translator, type Language } from '../../src/i18n';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { createHost, type Host } from '../host/boot';
import { PreviewDialog } from './preview-dialog';
import { eventually } from '../eventually';

const FILES = { 'Oak.md': 'oak\n', 'Trees/Ash.md': 'ash\n', 'Elm.md': 'elm\n' };

const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');

let host: Host;
let writer: NoteWriter;

beforeEach(() => {
  document.body.empty();
  host = createHost({ files: FILES });
  writer = new NoteWriter(host.app.forPlugins);
});

async function apply(language: Language): Promise<void> {
  const context = { app: host.app.forPlugins, t: translator(language), writer };
  propose(context, {
    action: 'commands.addIdeaLink',
    title: 'Add',
    options: [],
    edits: () =>
      Object.entries(FILES).map(([path, text]) => ({ path, text, changes: [{ from: 0, to: 0, insert: 'An ' }] })),
  });
  const dialog = new PreviewDialog(host);
  await dialog.click(context.t('write.apply'));
  await eventually(() => expect(notices().length).toBeGreaterThan(0));
}

/** From the elm on nothing is written into the ash. */
function failFromElmOn(atElm: () => unknown): { end(): void } {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const { vault } = host.app;
  const process = vault.process.bind(vault);
  let isFull = false;
  const spy = vi.spyOn(vault, 'process').mockImplementation(async (file, change) => {
    if (file.path === 'Elm.md') {
      isFull = true;
      await atElm();
    } else if (isFull && file.path === 'Trees/Ash.md') throw new Error('disk full');
    return process(file, change);
  });
  return {
    end: () => {
      spy.mockRestore();
      error.mockRestore();
    },
  };
}

const elm = (): NonNullable<ReturnType<Host['app']['vault']['getFileByPath']>> => {
  const file = host.app.vault.getFileByPath('Elm.md');
  if (!file) throw new Error('no elm');
  return file;
};

describe('A change of several notes that is taken back in part', () => {
  it.each<[Language, string]>([
    ['en', '“Elm” has changed in the meantime. Not restored: “Ash”. To revert, run “Undo last change”.'],
    [
      'ru',
      'Заметка «Elm» тем временем изменилась. Не удалось вернуть: «Ash». Чтобы вернуть как было, выполните команду «Отменить последнее изменение».',
    ],
  ])('names the notes that keep it, and no longer says that nothing was written: %s', async (language, message) => {
    const failing = failFromElmOn(() => host.app.vault.modify(elm(), 'late\n'));
    await apply(language);
    expect(notices()).toEqual([message]);
    failing.end();
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', paths: ['Trees/Ash.md'] });
  });

  it('names them where the vault fails', async () => {
    const failing = failFromElmOn(() => Promise.reject(new Error('no space left')));
    await apply('en');
    expect(notices()).toEqual([
      '“Add idea link” failed: no space left\nNot restored: “Ash”. To revert, run “Undo last change”.',
    ]);
    failing.end();
  });

  it('says no more than before where all is taken back', async () => {
    const { vault } = host.app;
    const process = vault.process.bind(vault);
    const spy = vi.spyOn(vault, 'process').mockImplementation(async (file, change) => {
      if (file.path === 'Elm.md') await vault.modify(file, 'late\n');
      return process(file, change);
    });
    await apply('en');
    spy.mockRestore();
    expect(notices()).toEqual(['“Elm” has changed in the meantime. Nothing was written.']);
  });

  it('is told of an undo, too, which passes over no change that it has half undone', async () => {
    const edit = (
      path: keyof typeof FILES,
    ): { path: string; text: string; changes: [{ from: 0; to: 0; insert: string }] } => ({
      path,
      text: FILES[path],
      changes: [{ from: 0, to: 0, insert: 'An ' }],
    });
    await writer.write('First', [edit('Oak.md')]);
    await writer.write('Second', [edit('Trees/Ash.md'), edit('Elm.md')]);
    const failing = failFromElmOn(() => host.app.vault.modify(elm(), 'late\n'));
    const result = await writer.undoLast();
    failing.end();
    expect(undoMessage(result, translator('en'))).toBe(
      '“Second” cannot be undone. “Elm” has changed in the meantime. Not restored: “Ash”. To revert, run “Undo last change”.',
    );
    expect(await host.app.vault.read(host.app.vault.getFileByPath('Oak.md') ?? elm())).toBe('An oak\n');
  });

  it('names the made notes that cannot be put in the trash, and puts the others there', async () => {
    const { fileManager } = host.app;
    const trash = fileManager.trashFile.bind(fileManager);
    writer.keepMade(
      'Make',
      Object.entries(FILES).map(([path, text]) => ({ file: host.app.vault.getFileByPath(path) ?? elm(), text })),
    );
    const spy = vi.spyOn(fileManager, 'trashFile').mockImplementation(async (file) => {
      if (file.path === 'Trees/Ash.md') throw new Error('no trash');
      await trash(file);
    });
    await expect(writer.undoLast()).rejects.toMatchObject({ message: 'no trash', kept: ['Trees/Ash.md'] });
    expect(host.app.vault.getFileByPath('Elm.md')).toBeNull();
    spy.mockRestore();
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', paths: ['Trees/Ash.md'] });
  });
});
