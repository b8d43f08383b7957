import type { App } from 'obsidian';
import { isSameLines } from '../model/line-ends';
import type { NoteEdit } from '../model/text-change';
import { checkEdit, readNoteText, writeEdit, type Refusal, type Written } from './note-place';

/** How many changes can be taken back. */
const MOST_KEPT = 20;

export interface Refused {
  readonly kind: 'refused';
  readonly reason: Refusal;
  /** Of the note that the refusal is about. */
  readonly path: string;
}

export type WriteResult =
  /** `undo`: what takes it back, the editor's own undo or `undoLast`. */
  | { readonly kind: 'written'; readonly undo: 'editor' | 'command' }
  /** There was nothing to write. */
  | { readonly kind: 'unchanged' }
  | Refused;

export type UndoResult =
  /** `name`: what was undone, as the change was named. `paths`: the notes that were written, as they are called now. */
  | { readonly kind: 'undone'; readonly name: string; readonly paths: readonly string[] }
  | { readonly kind: 'nothing' }
  | (Refused & { readonly name: string });

/** A change over one note or several. */
interface Change {
  readonly name: string;
  readonly notes: readonly Written[];
}

/**
 * Writes into notes, and takes back what it wrote. Into a note that is open in an editor by one transaction, so that the editor's own
 * undo brings it back; else through the vault, and then the change is kept for `undoLast`, as one whatever number of notes it is
 * over. A change is written whole or not at all, and only where a note's text is still the one it was computed from.
 */
export class NoteWriter {
  readonly #app: App;
  #changes: readonly Change[] = [];
  /** What was written, by what `write` gave for it. */
  readonly #written = new WeakMap<WriteResult, Change>();
  /** One write waits for the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(app: App) {
    this.#app = app;
  }

  /**
   * The text of a note as it is now, to compute changes from: an open editor's, saved or not, else the file's. `null` when there is
   * no such note. Rejects as the vault does.
   */
  read(path: string): Promise<string | null> {
    return readNoteText(this.#app, path);
  }

  /**
   * Makes one change. Rejects as the vault does, after what was already written is taken back; throws where two edits are of one note.
   *
   * @param name What the user calls it, for when it is undone.
   */
  write(name: string, edits: readonly NoteEdit[]): Promise<WriteResult> {
    if (new Set(edits.map(({ path }) => path)).size < edits.length) throw new Error(`${name}: two edits of one note`);
    return this.#inTurn(async (): Promise<WriteResult> => {
      const notes = await this.#writeAll(edits.filter(({ changes }) => changes.length > 0));
      if ('kind' in notes) return notes;
      if (notes.length === 0) return { kind: 'unchanged' };
      const byEditor = notes.length === 1 && notes.every(({ inEditor }) => inEditor);
      const change = { name, notes };
      if (!byEditor) this.#changes = [...this.#changes, change].slice(-MOST_KEPT);
      const result: WriteResult = { kind: 'written', undo: byEditor ? 'editor' : 'command' };
      this.#written.set(result, change);
      return result;
    });
  }

  /**
   * Takes back the last change that an editor does not take back itself. Refused, and the change kept, while one of its notes says
   * something else than was written; a change whose notes are all gone is passed over. Rejects as the vault does.
   */
  undoLast(): Promise<UndoResult> {
    return this.#inTurn(async (): Promise<UndoResult> => {
      while (this.#changes.at(-1)?.notes.every(({ file }) => !this.#app.vault.getFileByPath(file.path))) {
        this.#changes = this.#changes.slice(0, -1);
      }
      const change = this.#changes.at(-1);
      return change ? this.#undo(change) : { kind: 'nothing' };
    });
  }

  /** Takes back what `write` gave this for, also where that is not the last change, under the same conditions as `undoLast`. */
  undo(result: WriteResult): Promise<UndoResult> {
    return this.#inTurn(async (): Promise<UndoResult> => {
      const change = this.#written.get(result);
      return change ? this.#undo(change) : { kind: 'nothing' };
    });
  }

  async #undo(change: Change): Promise<UndoResult> {
    const { name, notes } = change;
    const undone = await this.#writeAll(await this.#editsToUndo(notes));
    if ('kind' in undone) return { ...undone, name };
    this.#changes = this.#changes.filter((one) => one !== change);
    return { kind: 'undone', name, paths: undone.map(({ file }) => file.path) };
  }

  /** A note whose editor has already undone its part says again what it said before: it is left as it is. */
  async #editsToUndo(notes: readonly Written[]): Promise<readonly NoteEdit[]> {
    const edits: NoteEdit[] = [];
    for (const { file, inEditor, before, after, inverse } of notes) {
      const now = inEditor ? await this.read(file.path) : null;
      const isUndone = now !== null && isSameLines(now, before);
      if (!isUndone) edits.push({ path: file.path, text: after, changes: inverse });
    }
    return edits;
  }

  async #writeAll(edits: readonly NoteEdit[]): Promise<readonly Written[] | Refused> {
    for (const edit of edits) {
      const reason = await checkEdit(this.#app, edit);
      if (reason !== null) return { kind: 'refused', reason, path: edit.path };
    }
    const written: Written[] = [];
    try {
      for (const edit of edits) {
        const result = await writeEdit(this.#app, edit);
        if (typeof result === 'string') {
          await this.#takeBack(written);
          return { kind: 'refused', reason: result, path: edit.path };
        }
        written.push(result);
      }
    } catch (error) {
      await this.#takeBack(written);
      throw error;
    }
    return written;
  }

  async #takeBack(written: readonly Written[]): Promise<void> {
    for (const { file, after, inverse } of [...written].reverse()) {
      await writeEdit(this.#app, { path: file.path, text: after, changes: inverse });
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
