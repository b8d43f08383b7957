import { expect, test, vi } from 'vitest';
import { TextareaEditor } from './workspace/editor.ts';

function editorOver(text: string, changed = vi.fn()): TextareaEditor {
  const textarea = document.body.createEl('textarea');
  const editor = new TextareaEditor(textarea, changed);
  editor.load(text, false);
  return editor;
}

test('transaction() is one change and one step of undo', () => {
  const changed = vi.fn();
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

test('What the user types and what is written by a plugin are undone in turn', () => {
  const editor = editorOver('a');
  editor.textarea.value = 'ab';
  editor.textarea.dispatchEvent(new Event('input'));
  editor.replaceRange('c', { line: 0, ch: 2 });
  editor.textarea.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
  expect(editor.getValue()).toBe('ab');
  editor.textarea.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
  expect(editor.getValue()).toBe('a');
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
