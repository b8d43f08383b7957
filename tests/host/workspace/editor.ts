import type * as O from 'obsidian';
import { EditHistory } from './edit-history.ts';
import { TextLines } from './text-lines.ts';
import { lineTop } from './line-top.ts';

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The documented editor over a `<textarea>`. Every change through it is one step of undo. */
export class TextareaEditor implements O.Editor {
  readonly #history = new EditHistory();
  #lines = new TextLines('');

  /** `changed` is called after each edit by the user or a plugin, not after `load`. */
  constructor(
    readonly textarea: HTMLTextAreaElement,
    readonly changed: () => void,
  ) {
    textarea.addEventListener('input', () => this.#commit(this.#lines.text));
    textarea.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Shows another text. Without `keepHistory` nothing before it can be brought back. */
  load(text: string, keepHistory: boolean): void {
    const before = this.#text().text;
    const { selectionStart, scrollTop } = this.textarea;
    this.textarea.value = text;
    const after = this.#text().text;
    if (keepHistory) this.#history.add({ before, after });
    else this.#history.clear();
    const at = keepHistory ? Math.min(selectionStart, after.length) : 0;
    this.textarea.setSelectionRange(at, at);
    this.textarea.scrollTop = keepHistory ? scrollTop : 0;
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    // A textarea draws itself.
  }

  getValue(): string {
    return this.textarea.value;
  }

  setValue(content: string): void {
    this.#splice([{ from: 0, to: this.#text().text.length, text: content }]);
  }

  getLine(line: number): string {
    return this.#text().line(line);
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.#text().count;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    return this.textarea.value.slice(this.textarea.selectionStart, this.textarea.selectionEnd);
  }

  somethingSelected(): boolean {
    return this.textarea.selectionStart !== this.textarea.selectionEnd;
  }

  getRange(from: O.EditorPosition, to: O.EditorPosition): string {
    return this.textarea.value.slice(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, _origin?: string): void {
    const { selectionStart: from, selectionEnd: to } = this.textarea;
    this.#splice([{ from, to, text: replacement }], { anchor: from + replacement.length });
  }

  replaceRange(replacement: string, from: O.EditorPosition, to: O.EditorPosition = from, _origin?: string): void {
    this.#splice([{ from: this.posToOffset(from), to: this.posToOffset(to), text: replacement }]);
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): O.EditorPosition {
    const { selectionStart, selectionEnd, selectionDirection } = this.textarea;
    const backward = selectionDirection === 'backward';
    const start = side === 'from' || (side === 'head' ? backward : side === 'anchor' && !backward);
    return this.offsetToPos(start ? selectionStart : selectionEnd);
  }

  listSelections(): O.EditorSelection[] {
    return [{ anchor: this.getCursor('anchor'), head: this.getCursor('head') }];
  }

  setCursor(position: O.EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: O.EditorPosition, head: O.EditorPosition = anchor): void {
    const from = this.posToOffset(anchor);
    const to = this.posToOffset(head);
    this.textarea.setSelectionRange(Math.min(from, to), Math.max(from, to), to < from ? 'backward' : 'forward');
  }

  /** A textarea has one selection: the main one counts. */
  setSelections(ranges: O.EditorSelectionOrCaret[], main = 0): void {
    const range = ranges[main];
    if (range) this.setSelection(range.anchor, range.head);
  }

  focus(): void {
    this.textarea.focus({ preventScroll: true });
  }

  blur(): void {
    this.textarea.blur();
  }

  hasFocus(): boolean {
    return this.textarea.doc.activeElement === this.textarea;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.textarea.scrollTop, left: this.textarea.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.textarea.scrollLeft = x;
    if (typeof y === 'number') this.textarea.scrollTop = y;
  }

  scrollIntoView(range: O.EditorRange, center = false): void {
    const { textarea } = this;
    const top = lineTop(textarea, this.posToOffset(range.from));
    const seen = top >= textarea.scrollTop && top < textarea.scrollTop + textarea.clientHeight;
    if (center) textarea.scrollTop = Math.max(0, top - textarea.clientHeight / 2);
    else if (!seen) textarea.scrollTop = Math.max(0, top - textarea.clientHeight / 5);
  }

  undo(): void {
    this.#restore(this.#history.undo(this.#text().text));
  }

  redo(): void {
    this.#restore(this.#history.redo(this.#text().text));
  }

  exec(command: O.EditorCommandName): void {
    throw new Error(`The host's editor does not know the command "${command}".`);
  }

  transaction(transaction: O.EditorTransaction, _origin?: string): void {
    const splices: Splice[] = (transaction.changes ?? []).map(({ text, from, to }) => ({
      text,
      from: this.posToOffset(from),
      to: this.posToOffset(to ?? from),
    }));
    if (transaction.replaceSelection !== undefined) {
      const { selectionStart: from, selectionEnd: to } = this.textarea;
      splices.push({ from, to, text: transaction.replaceSelection });
    }
    if (splices.length > 0) this.#splice(splices);
    const selection = transaction.selection ?? transaction.selections?.[0];
    if (selection) this.setSelection(selection.from, selection.to);
  }

  wordAt(position: O.EditorPosition): O.EditorRange | null {
    const line = this.getLine(position.line);
    for (const match of line.matchAll(/[\p{L}\p{N}_]+/gu)) {
      const from = match.index;
      const to = from + match[0].length;
      if (from <= position.ch && position.ch <= to) {
        return { from: { line: position.line, ch: from }, to: { line: position.line, ch: to } };
      }
    }
    return null;
  }

  posToOffset(position: O.EditorPosition): number {
    return this.#text().offset(position);
  }

  offsetToPos(offset: number): O.EditorPosition {
    return this.#text().position(offset);
  }

  processLines<T>(
    read: (line: number, lineText: string) => T | null,
    write: (line: number, lineText: string, value: T | null) => O.EditorChange | void,
    ignoreEmpty = true,
  ): void {
    const lines = Array.from({ length: this.lineCount() }, (_, line) => ({ line, text: this.getLine(line) }))
      .filter(({ text }) => !ignoreEmpty || text.trim() !== '')
      .map(({ line, text }) => ({ line, text, value: read(line, text) }));
    const changes = lines.flatMap(({ line, text, value }) => write(line, text, value) ?? []);
    if (changes.length > 0) this.transaction({ changes });
  }

  #text(): TextLines {
    const text = this.textarea.value;
    if (this.#lines.text !== text) this.#lines = new TextLines(text);
    return this.#lines;
  }

  /** Applies changes given in offsets of the text before them, as one step. Each brings lines of its own, as in CodeMirror. */
  #splice(given: readonly Splice[], selection?: { anchor: number }): void {
    const splices = given.map((splice) => ({ ...splice, text: splice.text.replace(/\r\n?|\n/g, '\n') }));
    const before = this.#text().text;
    const caret = selection?.anchor ?? moved(this.textarea.selectionEnd, splices);
    let text = before;
    for (const splice of [...splices].sort((a, b) => b.from - a.from)) {
      text = text.slice(0, splice.from) + splice.text + text.slice(splice.to);
    }
    const { scrollTop } = this.textarea;
    this.textarea.value = text;
    this.textarea.setSelectionRange(caret, caret);
    this.textarea.scrollTop = scrollTop;
    this.#commit(before);
  }

  #commit(before: string): void {
    const after = this.#text().text;
    if (before === after) return;
    this.#history.add({ before, after });
    this.changed();
  }

  #restore(step: { text: string; caret: number } | null): void {
    if (!step) return;
    this.textarea.value = step.text;
    this.textarea.setSelectionRange(step.caret, step.caret);
    this.#text();
    this.changed();
  }

  /** The browser's own undo knows nothing of what plugins wrote, so it is not let in. */
  #onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.redo();
    else this.undo();
  }
}

/** Where a caret stands after the changes. */
function moved(caret: number, splices: readonly Splice[]): number {
  let shift = 0;
  for (const { from, to, text } of splices) {
    if (to <= caret) shift += text.length - (to - from);
    else if (from < caret) shift += from - caret;
  }
  return Math.max(0, caret + shift);
}
