import { ChangeSet, Text } from '@codemirror/state';
import type { ViewUpdate } from '@codemirror/view';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CodeMirrorEditor, userEventOf, type EditorHost } from './workspace/editor.ts';
import { changesBetween, mergedText } from './workspace/merge-texts.ts';

function editorOver(
  text: string,
  changed = vi.fn<EditorHost['changed']>(),
  host: Partial<EditorHost> = {},
): CodeMirrorEditor {
  const editor = new CodeMirrorEditor(document.body.createDiv(), { changed, ...host });
  editor.load(text, false);
  changed.mockClear();
  return editor;
}

/** Types at the cursor, as a person does. */
function type(editor: CodeMirrorEditor, text: string): void {
  editor.cm.dispatch({ ...editor.cm.state.replaceSelection(text), userEvent: 'input.type' });
}

test('transaction() is one change and one step of undo', () => {
  const changed = vi.fn<EditorHost['changed']>();
  const editor = editorOver('one\ntwo\nthree', changed);
  editor.transaction({
    changes: [
      { from: { line: 0, ch: 0 }, to: { line: 0, ch: 3 }, text: 'eins' },
      { from: { line: 2, ch: 5 }, text: '!' },
    ],
    selection: { from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 } },
  });
  expect(editor.getValue()).toBe('eins\ntwo\nthree!');
  expect(editor.getSelection()).toBe('two');
  expect(changed).toHaveBeenCalledOnce();
  editor.undo();
  expect(editor.getValue()).toBe('one\ntwo\nthree');
  editor.redo();
  expect(editor.getValue()).toBe('eins\ntwo\nthree!');
});

test('What a plugin writes with an origin is undone apart from what was typed just before', () => {
  const editor = editorOver('a');
  editor.setCursor({ line: 0, ch: 1 });
  type(editor, 'b');
  editor.replaceRange('c', { line: 0, ch: 2 }, undefined, 'somebody');
  editor.cm.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
  expect(editor.getValue()).toBe('ab');
  editor.cm.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
  expect(editor.getValue()).toBe('a');
});

test('Where an origin is no user event, what is written beside what was typed just before is undone with it', () => {
  const editor = editorOver('a', vi.fn(), { keepsOrigin: false });
  editor.setCursor({ line: 0, ch: 1 });
  type(editor, 'b');
  editor.replaceRange('c', { line: 0, ch: 2 }, undefined, 'somebody');
  editor.undo();
  expect(editor.getValue()).toBe('a');
});

test('load() of what another wrote changes what differs, as a transaction of its own user event', () => {
  const events: string[] = [];
  const editor = editorOver(
    'one\ntwo\nthree',
    vi.fn((update: ViewUpdate) => void events.push(userEventOf(update))),
  );
  editor.setCursor({ line: 2, ch: 2 });
  type(editor, '!');
  editor.load('zero\none\ntwo\nth!ree', true);
  expect(editor.getValue()).toBe('zero\none\ntwo\nth!ree');
  expect(editor.getCursor()).toEqual({ line: 3, ch: 3 });
  expect(events).toEqual(['input.type', 'set']);
});

test('What both changed since they agreed is put together', () => {
  expect(mergedText('a\nb\nc\n', 'a!\nb\nc\n', 'a\nb\nc\nd\n')).toBe('a!\nb\nc\nd\n');
  expect(mergedText('a\nb\n', 'a\nb\nmine\n', 'theirs\na\nb\n')).toBe('theirs\na\nb\nmine\n');
  expect(mergedText('a\nb\n', 'a\nb\n', '')).toBe('');
});

test('Changes between two texts make one of the other', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'ab\n', '\n'), { maxLength: 8 }).map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(
        ChangeSet.of(changesBetween(before, after), before.length)
          .apply(Text.of(before.split('\n')))
          .toString(),
      ).toBe(after);
    }),
  );
});

test('HTML that is pasted is taken before its text, as Markdown', () => {
  const editor = editorOver('');
  const data = { getData: (kind: string) => (kind === 'text/html' ? '<a href="app://x/Note">Note</a>' : 'Note') };
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: data });
  editor.cm.contentDOM.dispatchEvent(event);
  expect(editor.getValue()).toBe('[Note](app://x/Note)');
});

test('load() of another note forgets the steps before it', () => {
  const editor = editorOver('a');
  editor.setValue('b');
  editor.load('c', false);
  editor.undo();
  expect(editor.getValue()).toBe('c');
});

test('Lines, offsets and positions agree, and positions outside the text are moved into it', () => {
  const editor = editorOver('one\n\nthree');
  expect([editor.lineCount(), editor.lastLine(), editor.getLine(2)]).toEqual([3, 2, 'three']);
  expect(editor.posToOffset({ line: 2, ch: 1 })).toBe(6);
  expect(editor.offsetToPos(6)).toEqual({ line: 2, ch: 1 });
  expect(editor.offsetToPos(4)).toEqual({ line: 1, ch: 0 });
  expect(editor.posToOffset({ line: 9, ch: 9 })).toBe(10);
  expect(editor.posToOffset({ line: 0, ch: 99 })).toBe(3);
});

test('A selection made backwards has its head before its anchor', () => {
  const editor = editorOver('one two');
  editor.setSelection({ line: 0, ch: 7 }, { line: 0, ch: 4 });
  expect(editor.getSelection()).toBe('two');
  expect(editor.getCursor('head').ch).toBe(4);
  expect(editor.getCursor('anchor').ch).toBe(7);
  expect([editor.getCursor('from').ch, editor.getCursor('to').ch]).toEqual([4, 7]);
  editor.replaceSelection('three');
  expect(editor.getValue()).toBe('one three');
  expect(editor.getCursor().ch).toBe(9);
});

test('A cursor stays at its text when something is written above it', () => {
  const editor = editorOver('one\ntwo');
  editor.setCursor({ line: 1, ch: 1 });
  editor.replaceRange('zero\n', { line: 0, ch: 0 });
  expect(editor.getCursor()).toEqual({ line: 2, ch: 1 });
});
