import { Component, type App, type Editor, type TAbstractFile, type TFile } from 'obsidian';
import { applyChanges } from '../model/apply-changes';
import { isSameLines } from '../model/line-ends';
import type { TextChange } from '../model/text-change';
import { readNote } from '../read/note';
import type { Reading } from './note-reader';
import { changeFile, withoutMark } from './file-text';

/** What the field is kept by. */
export interface UpdatedFieldRules extends Pick<Reading, 'vocabulary' | 'isLeftOut' | 'seen'> {
  /** Whether the user wants it. */
  isOn(): boolean;
  /** The change that sets the field in a note's text; `null` where there is nothing to set. */
  change(text: string): TextChange | null;
  /** The text without what the field says. */
  without(text: string): string;
  /** Does the work, and tells the user when it fails. Never rejects. */
  attempt(work: () => Promise<void>): Promise<unknown>;
}

/**
 * Keeps the field `updated` of three-step notes. A note counts once it was edited in an editor and Obsidian has saved it; the field is
 * set when it is no longer the one in front, so that nothing moves under the cursor and the editor's undo stays the user's. Obsidian
 * tells of a change of an editor also when it takes in what sync, another plugin or this has written into the file: then the editor
 * says what the file says, and that is no edit. A text that was seen to already is left alone, too: it cannot loop.
 */
export class UpdatedField extends Component {
  readonly #app: App;
  readonly #rules: UpdatedFieldRules;
  /** Edited notes, and whether they were saved since. */
  readonly #edited = new Map<TFile, boolean>();
  /** What notes said besides the field when it was last set. */
  readonly #seen = new WeakMap<TFile, string>();
  /** Ends when all changes of editors that were told so far are known to be edits or none. */
  #checked: Promise<unknown> = Promise.resolve();

  constructor(app: App, rules: UpdatedFieldRules) {
    super();
    this.#app = app;
    this.#rules = rules;
  }

  override onload(): void {
    const { vault, workspace } = this.#app;
    this.registerEvent(
      workspace.on('editor-change', (editor, { file }) => {
        if (file && this.#rules.isOn()) this.#onChanged(editor, file);
      }),
    );
    this.registerEvent(vault.on('modify', (file) => void this.#onSaved(file)));
    this.registerEvent(workspace.on('file-open', () => void this.#settle()));
    this.registerEvent(workspace.on('active-leaf-change', () => void this.#settle()));
    this.registerEvent(workspace.on('quit', (tasks) => tasks.add(() => this.#settle(true))));
  }

  /** The file is read at once, before what was typed can be in it; and not at each key, but at the first after it was saved. */
  #onChanged(editor: Editor, file: TFile): void {
    if (this.#edited.get(file) === false) return;
    const text = editor.getValue();
    const isEdit = this.#app.vault.cachedRead(file).then(
      (stored) => !isSameLines(text, withoutMark(stored)),
      // It is gone, or cannot be read, and then not be written either.
      () => false,
    );
    const before = this.#checked;
    this.#checked = isEdit.then(async (is) => {
      await before;
      if (is) this.#edited.set(file, false);
    });
  }

  async #onSaved(saved: TAbstractFile): Promise<void> {
    await this.#checked;
    for (const file of this.#edited.keys()) if (file === saved) this.#edited.set(file, true);
    await this.#settle();
  }

  /** Sees to the notes that were edited, saved and left. */
  async #settle(isQuitting = false): Promise<void> {
    await this.#checked;
    const inFront = isQuitting ? null : this.#app.workspace.getActiveFile();
    const left = [...this.#edited].filter(([file, isSaved]) => isSaved && file !== inFront).map(([file]) => file);
    for (const file of left) this.#edited.delete(file);
    for (const file of left) await this.#rules.attempt(() => this.#set(file));
  }

  async #set(file: TFile): Promise<void> {
    const rules = this.#rules;
    const app = this.#app;
    if (!rules.isOn() || rules.isLeftOut(file.path) || app.vault.getFileByPath(file.path) !== file) return;
    const isDue = (text: string): boolean =>
      this.#seen.get(file) !== rules.without(text) &&
      rules.change(text) !== null &&
      readNote(text, rules.vocabulary()).steps.length > 0;
    // Nothing is written where there is nothing to set: each write would be an event for others.
    if (!isDue(await app.vault.read(file))) return;
    await changeFile(app.vault, file, (text) => {
      const change = isDue(text) ? rules.change(text) : null;
      if (!change) return null;
      this.#seen.set(file, rules.without(text));
      return applyChanges(text, [change]);
    });
  }
}
