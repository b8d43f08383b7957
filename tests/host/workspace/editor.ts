import { history, historyKeymap, redo, standardKeymap, undo } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState, Transaction, type Extension, type Text } from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type * as O from 'obsidian';
import { htmlToMarkdown } from 'obsidian-test-mocks/obsidian';
import { changesBetween } from './merge-texts.ts';

/** What an editor asks of the view that it stands in. */
export interface EditorHost {
  /** The text has changed: by the user, by a plugin, or because the file has. */
  changed(update: ViewUpdate): void;
  /** Something is pasted or dropped, before the editor takes it; true where somebody else has seen to it. */
  taken?(event: ClipboardEvent | DragEvent): boolean;
  /** Whether the origin that a plugin names is the user event of its transaction. Nothing that is documented says so. */
  readonly keepsOrigin?: boolean;
  /** The id of what names the editor for screen readers. */
  readonly nameId?: string;
  /** What plugins have added. */
  readonly extensions?: Extension;
}

/** The documented editor over CodeMirror 6, as the app's is: each change a transaction with its user event, and one history for all. */
export class CodeMirrorEditor implements O.Editor {
  readonly cm: EditorView;
  readonly #host: EditorHost;
  readonly #added = new Compartment();

  constructor(parent: HTMLElement, host: EditorHost) {
    this.#host = host;
    this.cm = new EditorView({ parent, state: this.#stateOf('') });
  }

  /** Shows another text: another note's, of which nothing before it can be brought back, or what somebody else wrote into this one's file. */
  load(text: string, isSameNote: boolean): void {
    if (!isSameNote) {
      this.cm.setState(this.#stateOf(text));
      this.cm.scrollDOM.scrollTop = 0;
      return;
    }
    const changes = changesBetween(this.getValue(), withLineFeeds(text));
    if (changes.length > 0) this.cm.dispatch({ changes, userEvent: 'set' });
  }

  /** Puts in place what plugins have registered since. */
  reconfigure(extensions: Extension): void {
    this.cm.dispatch({ effects: this.#added.reconfigure(extensions) });
  }

  destroy(): void {
    this.cm.destroy();
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.#doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.#doc.length, insert: content } });
  }

  getLine(line: number): string {
    return line < 0 || line >= this.#doc.lines ? '' : this.#doc.line(line + 1).text;
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.#doc.lines;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    const { from, to } = this.cm.state.selection.main;
    return this.#doc.sliceString(from, to);
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some((range) => !range.empty);
  }

  getRange(from: O.EditorPosition, to: O.EditorPosition): string {
    return this.#doc.sliceString(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, origin?: string): void {
    this.cm.dispatch({ ...this.cm.state.replaceSelection(replacement), ...this.#userEvent(origin) });
  }

  replaceRange(replacement: string, from: O.EditorPosition, to: O.EditorPosition = from, origin?: string): void {
    const changes = { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement };
    this.cm.dispatch({ changes, ...this.#userEvent(origin) });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): O.EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  listSelections(): O.EditorSelection[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  setCursor(position: O.EditorPosition | number, ch = 0): void {
    this.setSelection(typeof position === 'number' ? { line: position, ch } : position);
  }

  setSelection(anchor: O.EditorPosition, head: O.EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: O.EditorSelectionOrCaret[], main = 0): void {
    const selection = EditorSelection.create(
      ranges.map(({ anchor, head = anchor }) =>
        EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head)),
      ),
      main,
    );
    this.cm.dispatch({ selection });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView(range: O.EditorRange, center = false): void {
    const at = this.posToOffset(range.from);
    this.cm.dispatch({ effects: EditorView.scrollIntoView(at, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: O.EditorCommandName): void {
    throw new Error(`The host's editor does not know the command "${command}".`);
  }

  transaction({ changes = [], replaceSelection, selection, selections }: O.EditorTransaction, origin?: string): void {
    const wanted = changes.map(({ text, from, to = from }) => ({
      from: this.posToOffset(from),
      to: this.posToOffset(to),
      insert: text,
    }));
    if (replaceSelection !== undefined) {
      const { from, to } = this.cm.state.selection.main;
      wanted.push({ from, to, insert: replaceSelection });
    }
    if (wanted.length > 0) this.cm.dispatch({ changes: wanted, ...this.#userEvent(origin) });
    const ranges = selections ?? (selection ? [selection] : []);
    if (ranges.length > 0) this.setSelections(ranges.map(({ from, to = from }) => ({ anchor: from, head: to })));
  }

  wordAt(position: O.EditorPosition): O.EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(position));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  /** Positions outside the text are moved to its nearest place. */
  posToOffset({ line, ch }: O.EditorPosition): number {
    if (line < 0) return 0;
    if (line >= this.#doc.lines) return this.#doc.length;
    const { from, length } = this.#doc.line(line + 1);
    return from + Math.min(Math.max(ch, 0), length);
  }

  offsetToPos(offset: number): O.EditorPosition {
    const at = Math.min(Math.max(offset, 0), this.#doc.length);
    const { number, from } = this.#doc.lineAt(at);
    return { line: number - 1, ch: at - from };
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

  get #doc(): Text {
    return this.cm.state.doc;
  }

  #userEvent(origin: string | undefined): { readonly userEvent?: string } {
    return origin === undefined || this.#host.keepsOrigin === false ? {} : { userEvent: origin };
  }

  #stateOf(doc: string): EditorState {
    const { nameId, extensions = [] } = this.#host;
    return EditorState.create({
      doc,
      extensions: [
        history(),
        keymap.of([...historyKeymap, ...standardKeymap]),
        EditorState.allowMultipleSelections.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ ...(nameId !== undefined && { 'aria-labelledby': nameId }) }),
        EditorView.domEventHandlers({
          paste: (event) => this.#takeIn(event, event.clipboardData, 'input.paste'),
          drop: (event) => this.#takeIn(event, event.dataTransfer, 'input.drop'),
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.#host.changed(update);
        }),
        this.#added.of(extensions),
      ],
    });
  }

  /** As in the app, what is there as HTML is taken before its text, and written as Markdown; the rest CodeMirror does. */
  #takeIn(event: ClipboardEvent | DragEvent, data: DataTransfer | null, userEvent: string): boolean {
    if (this.#host.taken?.(event) === true) return true;
    const html = data?.getData('text/html') ?? '';
    if (html === '') return false;
    event.preventDefault();
    const insert = htmlToMarkdown(html);
    if (event.type === 'drop' && 'clientX' in event) {
      const at = this.cm.posAtCoords({ x: event.clientX, y: event.clientY }, false);
      this.cm.dispatch({
        changes: { from: at, insert },
        selection: { anchor: at, head: at + insert.length },
        userEvent,
      });
    } else this.cm.dispatch({ ...this.cm.state.replaceSelection(insert), userEvent });
    return true;
  }
}

/** The user event of an update's transaction, `''` where it has none. */
export function userEventOf({ transactions }: ViewUpdate): string {
  return transactions.map((each) => each.annotation(Transaction.userEvent) ?? '').find(Boolean) ?? '';
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
