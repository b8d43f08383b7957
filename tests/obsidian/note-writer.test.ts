import fc from 'fast-check';
import { MarkdownView, type TFile } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextChange } from '../../src/model/text-change';
import { applyChanges } from '../../src/model/apply-changes';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { createHost, type Host } from '../host/boot.ts';
import { CodeMirrorEditor } from '../host/workspace/editor.ts';
import { changesIn, inEditor, lineEnded } from '../model/line-ended';
import { eventually } from '../eventually';

const TEXT = 'one\ntwo\nthree\n';
/** Turns the first two lines round. */
const SWAP: readonly TextChange[] = [
  { from: 0, to: 3, insert: 'two' },
  { from: 4, to: 7, insert: 'one' },
];
const SWAPPED = 'two\none\nthree\n';

let host: Host;
let writer: NoteWriter;

function start(files: Record<string, string | ArrayBuffer>): void {
  host = createHost({ files });
  writer = new NoteWriter(host.app.forPlugins);
}

function fileAt(path: string): TFile {
  const file = host.app.forPlugins.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return file;
}

const textOf = (path: string): Promise<string> =>
  host.app.vault.read(host.app.vault.getFileByPath(path) ?? missing(path));

function missing(path: string): never {
  throw new Error(`no ${path}`);
}

async function openNote(path: string, mode: 'source' | 'preview' = 'source'): Promise<MarkdownView> {
  const leaf = host.app.forPlugins.workspace.getLeaf('tab');
  await leaf.openFile(fileAt(path), { state: { mode } });
  await host.settle();
  if (!(leaf.view instanceof MarkdownView)) throw new Error(`${path} is open in no editor`);
  return leaf.view;
}

const append = (text: string, insert: string): readonly TextChange[] => [
  { from: text.length, to: text.length, insert },
];

beforeEach(() => {
  document.body.empty();
  start({ 'A.md': TEXT, 'Folder/B.md': 'b\n', 'C.md': 'c\n' });
});

describe('NoteWriter.write(name, edits) into a note that is open in an editor', () => {
  it('is one transaction, and one undo of the editor brings the text back', async () => {
    const { editor } = await openNote('A.md');
    const transaction = vi.spyOn(editor, 'transaction');
    const result = await writer.write('Swap', [{ path: 'A.md', text: TEXT, changes: SWAP }]);
    expect(result).toEqual({ kind: 'written', undo: 'editor' });
    expect(transaction).toHaveBeenCalledOnce();
    expect(editor.getValue()).toBe(SWAPPED);
    editor.undo();
    expect(editor.getValue()).toBe(TEXT);
  });

  it.each([true, false])(
    'is undone apart from what was typed beside it, just before and just after, whether its origin is kept: %s',
    async (keepsOrigin) => {
      host = createHost({ files: { 'A.md': TEXT }, behaviour: { keepsOrigin } });
      writer = new NoteWriter(host.app.forPlugins);
      const { editor } = await openNote('A.md');
      if (!(editor instanceof CodeMirrorEditor)) throw new Error('no editor of the host');
      const type = (text: string): void =>
        editor.cm.dispatch({ ...editor.cm.state.replaceSelection(text), userEvent: 'input.type' });
      editor.setCursor({ line: 3, ch: 0 });
      type('x');
      const text = `${TEXT}x`;
      await writer.write('Add', [{ path: 'A.md', text, changes: append(text, 'written') }]);
      editor.setCursor({ line: 3, ch: 8 });
      type('y');
      const seen = [editor.getValue()];
      for (let undone = 0; undone < 3; undone++) {
        editor.undo();
        seen.push(editor.getValue());
      }
      expect(seen).toEqual([`${text}writteny`, `${text}written`, text, TEXT]);
    },
  );

  it('takes the text as it is typed, saved or not', async () => {
    const { editor } = await openNote('A.md');
    editor.replaceRange('zero\n', { line: 0, ch: 0 });
    const text = await writer.read('A.md');
    expect(text).toBe(`zero\n${TEXT}`);
    const edit = { path: 'A.md', text: `zero\n${TEXT}`, changes: append(`zero\n${TEXT}`, 'four\n') };
    expect(await writer.write('Add', [edit])).toMatchObject({ kind: 'written' });
    expect(editor.getValue()).toBe(`zero\n${TEXT}four\n`);
  });

  it('is refused when something was typed since the text was read', async () => {
    const { editor } = await openNote('A.md');
    editor.replaceRange('!', { line: 0, ch: 0 });
    const result = await writer.write('Swap', [{ path: 'A.md', text: TEXT, changes: SWAP }]);
    expect(result).toEqual({ kind: 'refused', reason: 'changed', path: 'A.md' });
    expect(editor.getValue()).toBe(`!${TEXT}`);
  });

  it('is left to the editor to undo', async () => {
    await openNote('A.md');
    await writer.write('Swap', [{ path: 'A.md', text: TEXT, changes: SWAP }]);
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('makes several changes at one place in their order', async () => {
    const { editor } = await openNote('A.md');
    const changes = [
      { from: 0, to: 0, insert: 'a' },
      { from: 0, to: 3, insert: 'b' },
      { from: 3, to: 3, insert: 'c' },
    ];
    await writer.write('Letters', [{ path: 'A.md', text: TEXT, changes }]);
    expect(editor.getValue()).toBe('abc\ntwo\nthree\n');
  });
});

describe('NoteWriter.write(name, edits) into a note that no editor has open', () => {
  it('changes the file through the vault, and undoLast() restores its text', async () => {
    const process = vi.spyOn(host.app.vault, 'process');
    const result = await writer.write('Swap', [{ path: 'A.md', text: TEXT, changes: SWAP }]);
    expect(result).toEqual({ kind: 'written', undo: 'command' });
    expect(process).toHaveBeenCalledOnce();
    expect(await textOf('A.md')).toBe(SWAPPED);
    expect(await writer.undoLast()).toEqual({ kind: 'undone', name: 'Swap', paths: ['A.md'], passed: [] });
    expect(await textOf('A.md')).toBe(TEXT);
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('brings back any text byte for byte', async () => {
    const pieces = fc.array(fc.constantFrom('a', '🟢', '\n', '\r\n', '\r', '\u00a0', 'é', '| '), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pieces, pieces, fc.nat(), fc.nat(), async (parts, insert, one, other) => {
        const text = parts.join('');
        start({ 'N.md': text });
        const ends = [one, other].map((end) => parts.slice(0, end % (parts.length + 1)).join('').length);
        const changes = [{ from: Math.min(...ends), to: Math.max(...ends), insert: insert.join('') }];
        expect(await writer.write('Any', [{ path: 'N.md', text, changes }])).toMatchObject({ kind: 'written' });
        expect(await textOf('N.md')).toBe(applyChanges(text, changes));
        expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
        expect(await textOf('N.md')).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when the file says something else by now, and leaves it so', async () => {
    await host.app.vault.modify(fileAt('A.md'), `${TEXT}four\n`);
    const result = await writer.write('Swap', [{ path: 'A.md', text: TEXT, changes: SWAP }]);
    expect(result).toEqual({ kind: 'refused', reason: 'changed', path: 'A.md' });
    expect(await textOf('A.md')).toBe(`${TEXT}four\n`);
  });

  it('is refused when the note is gone', async () => {
    await host.app.fileManager.trashFile(fileAt('A.md'));
    const result = await writer.write('Swap', [{ path: 'A.md', text: TEXT, changes: SWAP }]);
    expect(result).toEqual({ kind: 'refused', reason: 'gone', path: 'A.md' });
    expect(await writer.read('A.md')).toBeNull();
  });

  it('is refused when the file holds bytes that writing would lose', async () => {
    const bytes = new Uint8Array([0x6f, 0x6e, 0x65, 0xff, 0x0a]);
    start({ 'Bytes.md': bytes.buffer });
    const text = (await writer.read('Bytes.md')) ?? '';
    expect(text).toBe('one\ufffd\n');
    const result = await writer.write('Add', [{ path: 'Bytes.md', text, changes: append(text, 'x') }]);
    expect(result).toEqual({ kind: 'refused', reason: 'not-text', path: 'Bytes.md' });
    expect(new Uint8Array(await host.app.vault.readBinary(fileAt('Bytes.md')))).toEqual(bytes);
  });

  it('writes and keeps nothing when there is nothing to change', async () => {
    const result = await writer.write('Nothing', [{ path: 'A.md', text: TEXT, changes: [] }]);
    expect(result).toEqual({ kind: 'unchanged' });
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('takes a note in reading view from the file, with what was typed just before', async () => {
    const view = await openNote('A.md');
    view.editor.replaceRange('zero\n', { line: 0, ch: 0 });
    await view.setState({ ...view.getState(), mode: 'preview' }, { history: false });
    const text = `zero\n${TEXT}`;
    expect(await writer.read('A.md')).toBe(text);
    const result = await writer.write('Add', [{ path: 'A.md', text, changes: append(text, 'four\n') }]);
    expect(result).toEqual({ kind: 'written', undo: 'command' });
    await host.settle();
    expect(await textOf('A.md')).toBe(`${text}four\n`);
    expect(view.getViewData()).toBe(`${text}four\n`);
  });

  it('throws where two edits are of one note', () => {
    const edit = { path: 'A.md', text: TEXT, changes: SWAP };
    expect(() => writer.write('Twice', [edit, edit])).toThrow('Twice');
  });
});

describe('NoteWriter.write(name, edits) over several notes', () => {
  const edits = [
    { path: 'A.md', text: TEXT, changes: SWAP },
    { path: 'Folder/B.md', text: 'b\n', changes: append('b\n', 'more\n') },
    { path: 'C.md', text: 'c\n', changes: append('c\n', 'more\n') },
  ];

  it('is one change: one undoLast() brings all of them back', async () => {
    const { editor } = await openNote('C.md');
    expect(await writer.write('All', edits)).toEqual({ kind: 'written', undo: 'command' });
    expect([await textOf('A.md'), await textOf('Folder/B.md'), editor.getValue()]).toEqual([
      SWAPPED,
      'b\nmore\n',
      'c\nmore\n',
    ]);
    const undone = await writer.undoLast();
    expect(undone).toMatchObject({ kind: 'undone', name: 'All', paths: ['A.md', 'Folder/B.md', 'C.md'] });
    expect([await textOf('A.md'), await textOf('Folder/B.md'), editor.getValue()]).toEqual([TEXT, 'b\n', 'c\n']);
  });

  it('leaves alone what an editor has undone by itself', async () => {
    const { editor } = await openNote('C.md');
    await writer.write('All', edits);
    editor.undo();
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', paths: ['A.md', 'Folder/B.md'] });
    expect(editor.getValue()).toBe('c\n');
  });

  it('writes none of them when one has changed', async () => {
    await host.app.vault.modify(fileAt('C.md'), 'other\n');
    expect(await writer.write('All', edits)).toEqual({ kind: 'refused', reason: 'changed', path: 'C.md' });
    expect([await textOf('A.md'), await textOf('Folder/B.md')]).toEqual([TEXT, 'b\n']);
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('takes back what it has written when one changes at the last moment, or cannot be written', async () => {
    const { vault } = host.app;
    const process = vault.process.bind(vault);
    const spy = vi.spyOn(vault, 'process').mockImplementation(async (file, change) => {
      if (file.path === 'C.md') await vault.modify(file, 'late\n');
      return process(file, change);
    });
    expect(await writer.write('All', edits)).toEqual({ kind: 'refused', reason: 'changed', path: 'C.md' });
    expect([await textOf('A.md'), await textOf('Folder/B.md'), await textOf('C.md')]).toEqual([TEXT, 'b\n', 'late\n']);
    await vault.modify(fileAt('C.md'), 'c\n');
    spy.mockImplementation((file, change) =>
      file.path === 'C.md' ? Promise.reject(new Error('disk full')) : process(file, change),
    );
    await expect(writer.write('All', edits)).rejects.toThrow('disk full');
    expect([await textOf('A.md'), await textOf('Folder/B.md')]).toEqual([TEXT, 'b\n']);
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('takes back all but the note that cannot be written any more, and that one when it is undone', async () => {
    const { vault } = host.app;
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const process = vault.process.bind(vault);
    let isFull = false;
    const spy = vi.spyOn(vault, 'process').mockImplementation((file, change) => {
      isFull ||= file.path === 'C.md';
      return isFull && file.path !== 'A.md' ? Promise.reject(new Error('disk full')) : process(file, change);
    });
    await expect(writer.write('All', edits)).rejects.toThrow('disk full');
    expect([await textOf('A.md'), await textOf('C.md')]).toEqual([TEXT, 'c\n']);
    expect(await textOf('Folder/B.md')).not.toBe('b\n');
    spy.mockRestore();
    error.mockRestore();
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', name: 'All', paths: ['Folder/B.md'] });
    expect(await textOf('Folder/B.md')).toBe('b\n');
  });
});

describe('NoteWriter.undoLast()', () => {
  const swap = { path: 'A.md', text: TEXT, changes: SWAP };

  it('takes back the last change first', async () => {
    await writer.write('Swap', [swap]);
    await writer.write('Add', [{ path: 'C.md', text: 'c\n', changes: append('c\n', 'd\n') }]);
    expect(await writer.undoLast()).toMatchObject({ name: 'Add', paths: ['C.md'] });
    expect(await writer.undoLast()).toMatchObject({ name: 'Swap', paths: ['A.md'] });
  });

  it('keeps twenty changes: the twenty-first drops the first', async () => {
    let text = 'c\n';
    for (let number = 1; number <= 21; number++) {
      const changes = append(text, `${number}\n`);
      await writer.write(`Change ${number}`, [{ path: 'C.md', text, changes }]);
      text = applyChanges(text, changes);
    }
    const undone: string[] = [];
    for (let result = await writer.undoLast(); result.kind === 'undone'; result = await writer.undoLast()) {
      undone.push(result.name);
    }
    expect(undone).toHaveLength(20);
    expect(undone.at(-1)).toBe('Change 2');
    expect(await textOf('C.md')).toBe('c\n1\n');
  });

  it('finds the note again after it, or its folder, was renamed', async () => {
    await writer.write('Add', [{ path: 'Folder/B.md', text: 'b\n', changes: append('b\n', 'x\n') }]);
    await writer.write('Swap', [swap]);
    const { vault } = host.app;
    await vault.rename(fileAt('A.md'), 'Folder/Other.md');
    await vault.rename(vault.getFolderByPath('Folder') ?? missing('Folder'), 'Moved');
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', paths: ['Moved/Other.md'] });
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', paths: ['Moved/B.md'] });
    expect([await textOf('Moved/Other.md'), await textOf('Moved/B.md')]).toEqual([TEXT, 'b\n']);
  });

  it('is refused, naming the note, while the note says something else than was written', async () => {
    await writer.write('Swap', [swap]);
    await host.app.vault.modify(fileAt('A.md'), 'quite other\n');
    const refused = { kind: 'refused', reason: 'changed', path: 'A.md', name: 'Swap' };
    expect(await writer.undoLast()).toEqual(refused);
    expect(await textOf('A.md')).toBe('quite other\n');
    await host.app.vault.modify(fileAt('A.md'), SWAPPED);
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
    expect(await textOf('A.md')).toBe(TEXT);
  });

  it('passes over a change whose note is gone', async () => {
    await writer.write('Add', [{ path: 'C.md', text: 'c\n', changes: append('c\n', 'd\n') }]);
    await writer.write('Swap', [swap]);
    await host.app.fileManager.trashFile(fileAt('A.md'));
    const passed = [{ kind: 'refused', reason: 'gone', path: 'A.md', name: 'Swap' }];
    expect(await writer.undoLast()).toEqual({ kind: 'undone', name: 'Add', paths: ['C.md'], passed });
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('passes over changes whose note was changed since, says so, and can undo them once it says the same again', async () => {
    await writer.write('Add', [{ path: 'C.md', text: 'c\n', changes: append('c\n', 'd\n') }]);
    await writer.write('Swap', [swap]);
    await host.app.vault.modify(fileAt('A.md'), 'quite other\n');
    const passed = [{ kind: 'refused', reason: 'changed', path: 'A.md', name: 'Swap' }];
    expect(await writer.undoLast()).toEqual({ kind: 'undone', name: 'Add', paths: ['C.md'], passed });
    expect([await textOf('A.md'), await textOf('C.md')]).toEqual(['quite other\n', 'c\n']);
    expect(await writer.undoLast()).toEqual(passed[0]);
    await host.app.vault.modify(fileAt('A.md'), SWAPPED);
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', name: 'Swap' });
  });

  it('puts notes that were made as one change in the trash, and none where one of them was written on', async () => {
    await host.app.vault.create('New.md', 'new\n');
    await host.app.vault.create('Newer.md', 'newer\n');
    const made = [
      { file: fileAt('New.md'), text: 'new\n' },
      { file: fileAt('Newer.md'), text: 'newer\n' },
    ];
    writer.keepMade('Make', made);
    await host.app.vault.modify(fileAt('Newer.md'), 'newer, and more\n');
    expect(await writer.undoLast()).toEqual({ kind: 'refused', reason: 'changed', path: 'Newer.md', name: 'Make' });
    expect(await textOf('New.md')).toBe('new\n');
    await host.app.vault.modify(fileAt('Newer.md'), 'newer\n');
    const paths = ['New.md', 'Newer.md'];
    expect(await writer.undoLast()).toEqual({ kind: 'undone', name: 'Make', paths, passed: [] });
    expect(paths.map((path) => host.app.vault.getFileByPath(path))).toEqual([null, null]);
    expect(await writer.undoLast()).toEqual({ kind: 'nothing' });
  });

  it('leaves alone a note of several that were made which is gone already', async () => {
    await host.app.vault.create('New.md', 'new\n');
    await host.app.vault.create('Newer.md', 'newer\n');
    const made = [
      { file: fileAt('New.md'), text: 'new\n' },
      { file: fileAt('Newer.md'), text: 'newer\n' },
    ];
    writer.keepMade('Make', made);
    await host.app.fileManager.trashFile(fileAt('New.md'));
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone', paths: ['Newer.md'] });
  });

  it('undoes one change a call, however fast it is called', async () => {
    await writer.write('Swap', [swap]);
    const both = await Promise.all([writer.undoLast(), writer.undoLast()]);
    expect(both.map(({ kind }) => kind)).toEqual(['undone', 'nothing']);
    expect(await textOf('A.md')).toBe(TEXT);
  });

  it('writes into the editor where the note was opened since', async () => {
    await writer.write('Swap', [swap]);
    const { editor } = await openNote('A.md');
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
    expect(editor.getValue()).toBe(TEXT);
    editor.undo();
    expect(editor.getValue()).toBe(SWAPPED);
  });
});

describe('A note with Windows line ends', () => {
  const WINDOWS = 'one\r\ntwo\r\nthree\r\n';
  const swap = [
    { from: 0, to: 3, insert: 'two' },
    { from: 5, to: 8, insert: 'one' },
    { from: 17, to: 17, insert: 'four\r\n' },
  ];

  it('keeps them in the file', async () => {
    start({ 'W.md': WINDOWS });
    expect(await writer.write('Swap', [{ path: 'W.md', text: WINDOWS, changes: swap }])).toMatchObject({
      kind: 'written',
    });
    expect(await textOf('W.md')).toBe('two\r\none\r\nthree\r\nfour\r\n');
    await writer.undoLast();
    expect(await textOf('W.md')).toBe(WINDOWS);
  });

  it('is changed in an editor, which has none of them, at the same places', async () => {
    start({ 'W.md': WINDOWS });
    const { editor } = await openNote('W.md');
    expect(editor.getValue()).toBe(TEXT);
    const result = await writer.write('Swap', [{ path: 'W.md', text: WINDOWS, changes: swap }]);
    expect(result).toEqual({ kind: 'written', undo: 'editor' });
    expect(editor.getValue()).toBe('two\none\nthree\nfour\n');
    editor.undo();
    expect(editor.getValue()).toBe(TEXT);
  });

  it('keeps them when the change was computed from the text of an editor that is closed by now', async () => {
    start({ 'W.md': WINDOWS });
    const changes = [...SWAP, { from: 14, to: 14, insert: 'four\n' }];
    await writer.write('Swap', [{ path: 'W.md', text: TEXT, changes }]);
    expect(await textOf('W.md')).toBe('two\r\none\r\nthree\r\nfour\r\n');
    await writer.undoLast();
    expect(await textOf('W.md')).toBe(WINDOWS);
  });

  it('is undone though an editor has saved it with other line ends since', async () => {
    start({ 'W.md': WINDOWS });
    await writer.write('Swap', [{ path: 'W.md', text: WINDOWS, changes: swap }]);
    await host.app.vault.modify(fileAt('W.md'), 'two\none\nthree\nfour\n');
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
    expect(await textOf('W.md')).toBe(TEXT);
  });
});

describe('A note of any line ends', () => {
  type Place = 'closed' | 'source' | 'preview';
  /** A change, where the note is shown when it is made, and where when it is undone. */
  const cases = lineEnded().chain((text) =>
    fc.record({
      text: fc.constant(text),
      changes: changesIn(text),
      places: fc.array(fc.constantFrom<Place>('closed', 'source', 'preview'), { minLength: 2, maxLength: 4 }),
    }),
  );

  async function show(view: MarkdownView | null, place: Place): Promise<MarkdownView | null> {
    if (place === 'closed') {
      view?.leaf.detach();
      await host.settle();
      return null;
    }
    if (!view) return openNote('N.md', place);
    await view.setState({ ...view.getState(), mode: place }, { history: false });
    return view;
  }

  it('is changed and brought back, wherever it is shown meanwhile, without a line more or less', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ text, changes, places }) => {
        start({ 'N.md': text, 'Other.md': 'other\n' });
        const after = applyChanges(text, changes);
        // With a second note the change is one for undoLast(), also where an editor has the note.
        const edits = [
          { path: 'N.md', text, changes },
          { path: 'Other.md', text: 'other\n', changes: append('other\n', '!') },
        ];
        let view = await show(null, places[0] ?? 'closed');
        expect(await writer.write('Any', edits)).toMatchObject({ kind: 'written' });
        for (const place of places) {
          view = await show(view, place);
          expect(inEditor((await writer.read('N.md')) ?? '')).toBe(inEditor(after));
        }
        expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
        await host.settle();
        if (view?.getMode() === 'source') expect(view.editor.getValue()).toBe(inEditor(text));
        const isOnlyFile = places.every((place) => place === 'closed');
        expect(isOnlyFile ? await textOf('N.md') : inEditor((await writer.read('N.md')) ?? '')).toBe(
          isOnlyFile ? text : inEditor(text),
        );
        await show(view, 'closed');
        expect(inEditor(await textOf('N.md'))).toBe(inEditor(text));
        host.close();
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its bytes in reading view, where a change cuts line ends in two', async () => {
    const text = 'one\r\ntwo\r\n\r\nthree\r';
    const changes = [
      { from: 3, to: 4, insert: ' more\r\nand\r' },
      { from: 10, to: 11, insert: '' },
    ];
    start({ 'N.md': text });
    await openNote('N.md', 'preview');
    await writer.write('Any', [{ path: 'N.md', text, changes }]);
    expect(await textOf('N.md')).toBe(applyChanges(text, changes));
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
    expect(await textOf('N.md')).toBe(text);
  });

  it('is undone in the editor that was opened since, line by line', async () => {
    const text = 'one\r\ntwo\r\nthree\r\n';
    // The second half of the first line end, and a first half put before it.
    const changes = [{ from: 4, to: 5, insert: '\nnew\r\nlines\r' }];
    start({ 'N.md': text });
    const view = await openNote('N.md', 'preview');
    await writer.write('Any', [{ path: 'N.md', text, changes }]);
    await host.settle();
    await view.setState({ ...view.getState(), mode: 'source' }, { history: false });
    expect(view.editor.getValue()).toBe(inEditor(applyChanges(text, changes)));
    expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
    expect(view.editor.getValue()).toBe(inEditor(text));
    await view.save();
    expect(await textOf('N.md')).toBe(inEditor(text));
  });
});

describe('A note that begins with a byte order mark', () => {
  const MARK = '\uFEFF';
  const onDisk = (): Promise<string> => host.app.vault.adapter.read('M.md');

  it.each([`${MARK}${TEXT}`, new TextEncoder().encode(MARK + TEXT).buffer, MARK + MARK + TEXT])(
    'is written and brought back, and keeps the mark on the disk',
    async (content) => {
      start({ 'M.md': content });
      const before = await onDisk();
      const text = (await writer.read('M.md')) ?? '';
      expect(text).toBe(before.slice(1));
      const result = await writer.write('Add', [{ path: 'M.md', text, changes: append(text, 'four\n') }]);
      expect(result).toEqual({ kind: 'written', undo: 'command' });
      expect(await onDisk()).toBe(`${before}four\n`);
      expect(await writer.undoLast()).toMatchObject({ kind: 'undone' });
      expect(await onDisk()).toBe(before);
    },
  );

  it('keeps one mark though the app would hand it over', async () => {
    start({ 'M.md': MARK + TEXT });
    const { vault } = host.app;
    const process = vault.process.bind(vault);
    vi.spyOn(vault, 'process').mockImplementation((file, change) => process(file, (text) => change(MARK + text)));
    await writer.write('Swap', [{ path: 'M.md', text: TEXT, changes: SWAP }]);
    expect(await onDisk()).toBe(MARK + SWAPPED);
    await writer.undoLast();
    expect(await onDisk()).toBe(MARK + TEXT);
  });

  it('is changed at the same places when the text it was read as has the mark', async () => {
    start({ 'M.md': MARK + TEXT });
    const changes = SWAP.map(({ from, to, insert }) => ({ from: from + 1, to: to + 1, insert }));
    expect(await writer.write('Swap', [{ path: 'M.md', text: MARK + TEXT, changes }])).toMatchObject({
      kind: 'written',
    });
    expect(await onDisk()).toBe(MARK + SWAPPED);
    await writer.undoLast();
    expect(await onDisk()).toBe(MARK + TEXT);
  });

  it('is changed in reading view, with the mark kept', async () => {
    start({ 'M.md': MARK + TEXT });
    const view = await openNote('M.md', 'preview');
    await writer.write('Swap', [{ path: 'M.md', text: TEXT, changes: SWAP }]);
    await host.settle();
    expect(view.getViewData()).toBe(SWAPPED);
    expect(await onDisk()).toBe(MARK + SWAPPED);
  });

  it('is refused where its other bytes are no text', async () => {
    start({ 'M.md': new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]).buffer });
    const text = (await writer.read('M.md')) ?? '';
    const result = await writer.write('Add', [{ path: 'M.md', text, changes: append(text, 'x') }]);
    expect(result).toEqual({ kind: 'refused', reason: 'not-text', path: 'M.md' });
    expect((await host.app.vault.readBinary(fileAt('M.md'))).byteLength).toBe(5);
  });
});

describe('A note that a view is still loading', () => {
  /** Opens C.md where A.md was; the disk answers when `answer` is called. */
  async function loading(mode: 'source' | 'preview'): Promise<{ view: MarkdownView; answer: () => Promise<void> }> {
    const view = await openNote('A.md', mode);
    let answered = (): void => undefined;
    host.app.diskOf = () => new Promise((resolve) => (answered = resolve));
    const opened = view.leaf.openFile(fileAt('C.md'), { state: { mode } });
    await eventually(() => expect(view.file?.path).toBe('C.md'));
    expect(view.getViewData()).toBe(TEXT);
    return {
      view,
      answer: async () => {
        await new Promise((resolve) => window.setTimeout(resolve, 120));
        answered();
        await opened;
        await host.settle();
      },
    };
  }

  it.each(['source', 'preview'] as const)(
    'is read and written as it is, and not as the note before it: %s',
    async (mode) => {
      const { view, answer } = await loading(mode);
      const read = writer.read('C.md');
      const written = writer.write('Add', [{ path: 'C.md', text: 'c\n', changes: append('c\n', 'd\n') }]);
      const wrong = writer.write('Swap', [{ path: 'C.md', text: TEXT, changes: SWAP }]);
      await answer();
      expect(await read).toBe('c\n');
      expect(await written).toMatchObject({ kind: 'written' });
      expect(await wrong).toEqual({ kind: 'refused', reason: 'changed', path: 'C.md' });
      await host.settle();
      expect(view.getViewData()).toBe('c\nd\n');
      await view.save();
      expect([await textOf('A.md'), await textOf('C.md')]).toEqual([TEXT, 'c\nd\n']);
    },
  );

  it('is refused after a while, and nothing is written', async () => {
    const { view } = await loading('source');
    vi.useFakeTimers();
    try {
      const written = writer.write('Add', [{ path: 'C.md', text: 'c\n', changes: append('c\n', 'd\n') }]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await written).toEqual({ kind: 'refused', reason: 'changed', path: 'C.md' });
    } finally {
      vi.useRealTimers();
    }
    expect([view.getViewData(), await textOf('A.md'), await textOf('C.md')]).toEqual([TEXT, TEXT, 'c\n']);
  });
});
