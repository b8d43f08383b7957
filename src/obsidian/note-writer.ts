import type { App, TFile } from 'obsidian';
import { isSameLines } from '../model/line-ends';
import type { NoteEdit } from '../model/text-change';
import { checkEdit, readNoteText, writeEdit, type Refusal, type Written } from './note-place';
import type { Progress } from './vault-index';

/** How many changes can be taken back. */
const MOST_KEPT = 20;

export interface Refused {
  readonly kind: 'refused';
  readonly reason: Refusal;
  /** Of the note that the refusal is about. */
  readonly path: string;
  /** Paths of notes that were written before and could not be taken back; left out where there are none. */
  readonly kept?: readonly string[];
}

/** A write or an undo that the vault failed at, and that leaves notes which are not as they were before. */
export class NotTakenBack extends Error {
  /** @param kept The paths of these notes. */
  constructor(
    failure: unknown,
    readonly kept: readonly string[],
  ) {
    super(failure instanceof Error ? failure.message : String(failure), { cause: failure });
  }
}

export type WriteResult =
  /** `undo`: what takes it back, the editor's own undo or `undoLast`. */
  | { readonly kind: 'written'; readonly undo: 'editor' | 'command' }
  /** There was nothing to write. */
  | { readonly kind: 'unchanged' }
  | Refused;

/** A change that cannot be taken back now, and why. */
export interface NotUndone extends Refused {
  readonly name: string;
}

export type UndoResult =
  | {
      readonly kind: 'undone';
      /** What was undone, as the change was named. */
      readonly name: string;
      /** The notes that were written or taken away, as they were called last. */
      readonly paths: readonly string[];
      /** Later changes that had to be passed over, the last one first. */
      readonly passed: readonly NotUndone[];
    }
  | { readonly kind: 'nothing' }
  | NotUndone;

/** A note that was made by a change, with the text that it was given. */
export interface MadeNote {
  readonly file: TFile;
  readonly text: string;
}

/** A change over one note or several, and the notes that it made. */
interface Change {
  readonly name: string;
  readonly notes: readonly Written[];
  readonly made: readonly MadeNote[];
}

/**
 * Writes into notes, and takes back what it wrote. Into a note that is open in an editor by one transaction, so that the editor's own
 * undo brings it back; else through the vault, and then the change is kept for `undoLast`, as one whatever number of notes it is
 * over. A change is written whole or not at all, and only where a note's text is still the one it was computed from.
 */
export class NoteWriter {
  readonly #app: App;
  readonly #onProgress: (progress: Progress) => void;
  #changes: readonly Change[] = [];
  /** What was written, by what `write` gave for it. */
  readonly #written = new WeakMap<WriteResult, Change>();
  /** One write waits for the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param onProgress Told how many of the notes of a change are written, and `null` once it has ended. */
  constructor(app: App, onProgress: (progress: Progress) => void = () => undefined) {
    this.#app = app;
    this.#onProgress = onProgress;
  }

  /**
   * The text of a note as it is now, to compute changes from: an open editor's, saved or not, else the file's. `null` when there is
   * no such note. Rejects as the vault does.
   */
  read(path: string): Promise<string | null> {
    return readNoteText(this.#app, path);
  }

  /**
   * Makes one change. Rejects as the vault does, after what was already written is taken back, with `NotTakenBack` where that fails;
   * throws where two edits are of one note.
   *
   * @param name What the user calls it, for when it is undone.
   */
  write(name: string, edits: readonly NoteEdit[]): Promise<WriteResult> {
    if (new Set(edits.map(({ path }) => path)).size < edits.length) throw new Error(`${name}: two edits of one note`);
    return this.#inTurn(async (): Promise<WriteResult> => {
      const notes = await this.#writeAll(
        name,
        edits.filter(({ changes }) => changes.length > 0),
      );
      if ('kind' in notes) return notes;
      if (notes.length === 0) return { kind: 'unchanged' };
      const byEditor = notes.length === 1 && notes.every(({ inEditor }) => inEditor);
      const change: Change = { name, notes, made: [] };
      if (!byEditor) this.#keep(change);
      const result: WriteResult = { kind: 'written', undo: byEditor ? 'editor' : 'command' };
      this.#written.set(result, change);
      return result;
    });
  }

  /** Keeps the making of notes as one change: to undo it is to put those in the trash that still say what they were given. */
  keepMade(name: string, made: readonly MadeNote[]): void {
    if (made.length > 0) this.#keep({ name, notes: [], made });
  }

  /**
   * Takes back the last change that can be, of those that an editor does not take back itself. One is passed over, and told, while one
   * of its notes says something else than was written; it is kept as long as there is such a note. Refused where all are passed over.
   * Rejects as the vault does.
   */
  undoLast(): Promise<UndoResult> {
    return this.#inTurn(async (): Promise<UndoResult> => {
      const passed: NotUndone[] = [];
      for (const change of [...this.#changes].reverse()) {
        const { name } = change;
        const result = await this.#undo(change);
        if ('kind' in result) {
          passed.push({ ...result, name });
          const files = [...change.notes, ...change.made].map(({ file }) => file.path);
          if (files.every((path) => !this.#app.vault.getFileByPath(path))) this.#forget(change);
          // What is left half undone is told, and not passed over.
          if (result.kept) return { ...result, name };
        } else {
          this.#forget(change);
          return { kind: 'undone', name, paths: result, passed };
        }
      }
      return passed[0] ?? { kind: 'nothing' };
    });
  }

  /** Takes back what `write` gave this for, also where that is not the last change, under the same conditions as `undoLast`. */
  undo(written: WriteResult): Promise<UndoResult> {
    return this.#inTurn(async (): Promise<UndoResult> => {
      const change = this.#written.get(written);
      if (!change) return { kind: 'nothing' };
      const { name } = change;
      const result = await this.#undo(change);
      if ('kind' in result) return { ...result, name };
      this.#forget(change);
      return { kind: 'undone', name, paths: result, passed: [] };
    });
  }

  #keep(change: Change): void {
    this.#changes = [...this.#changes, change].slice(-MOST_KEPT);
  }

  #forget(change: Change): void {
    this.#changes = this.#changes.filter((one) => one !== change);
  }

  /** Gives the paths of the notes that are as they were before, all of them or none. */
  async #undo({ name, notes, made }: Change): Promise<readonly string[] | Refused> {
    const left: TFile[] = [];
    for (const { file, text } of made) {
      const now = await this.read(file.path);
      if (now !== null && !isSameLines(now, text)) return { kind: 'refused', reason: 'changed', path: file.path };
      if (now !== null) left.push(file);
    }
    const paths = left.map(({ path }) => path);
    const [first] = made;
    if (first && paths.length === 0) return { kind: 'refused', reason: 'gone', path: first.file.path };
    const undone = await this.#writeAll(name, await this.#editsToUndo(notes));
    if ('kind' in undone) return undone;
    // One that cannot be put there now keeps no other from it.
    const kept: string[] = [];
    let failure: unknown = null;
    for (const file of left) {
      await this.#app.fileManager.trashFile(file).catch((error: unknown) => {
        failure = error;
        kept.push(file.path);
      });
    }
    if (kept.length > 0) throw new NotTakenBack(failure, kept);
    return [...undone.map(({ file }) => file.path), ...paths];
  }

  /** A note whose editor has already undone its part says again what it said before: it is left as it is. */
  async #editsToUndo(notes: readonly Written[]): Promise<readonly NoteEdit[]> {
    const edits: NoteEdit[] = [];
    for (const { file, inEditor, before, after, inverse } of notes) {
      const now = inEditor ? await this.read(file.path) : null;
      const isUndone = now !== null && isSameLines(now, before);
      if (!isUndone) edits.push({ path: file.path, text: after, changes: inverse, isOfStored: true });
    }
    return edits;
  }

  async #writeAll(name: string, edits: readonly NoteEdit[]): Promise<readonly Written[] | Refused> {
    for (const edit of edits) {
      const reason = await checkEdit(this.#app, edit);
      if (reason !== null) return { kind: 'refused', reason, path: edit.path };
    }
    const written: Written[] = [];
    try {
      for (const [done, edit] of edits.entries()) {
        this.#onProgress({ done, all: edits.length });
        const result = await writeEdit(this.#app, edit);
        if (typeof result === 'string') {
          const kept = await this.#takeBack(name, written);
          return { kind: 'refused', reason: result, path: edit.path, ...(kept.length > 0 && { kept }) };
        }
        written.push(result);
      }
    } catch (error) {
      const kept = await this.#takeBack(name, written);
      throw kept.length > 0 ? new NotTakenBack(error, kept) : error;
    } finally {
      this.#onProgress(null);
    }
    return written;
  }

  /** A note that cannot be taken back now keeps no other from it, and is kept for `undoLast`. Gives the paths of those. */
  async #takeBack(name: string, written: readonly Written[]): Promise<readonly string[]> {
    const notes: Written[] = [];
    for (const one of [...written].reverse()) {
      const edit = { path: one.file.path, text: one.after, changes: one.inverse };
      const result = await writeEdit(this.#app, edit).catch((error: unknown) => void console.error(error));
      if (typeof result !== 'object') notes.push(one);
    }
    if (notes.length > 0) this.#keep({ name, notes, made: [] });
    return notes.map(({ file }) => file.path);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
