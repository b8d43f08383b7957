import type * as O from 'obsidian';
import { debounce } from '../debounce.ts';
import { TFile } from '../files.ts';
import { Notice } from '../widgets/notice.ts';
import { mergedText } from './merge-texts.ts';
import { ItemView, leafOf } from './view.ts';

/** Milliseconds from the last edit to the save. */
const SAVE_DELAY = 2000;

function pathIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('file' in state)) return null;
  return typeof state.file === 'string' ? state.file : null;
}

/** A view of one file. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: O.TFile | null = null;
  override navigation = true;

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override onload(): void {
    this.registerEvent(
      this.app.vault.on('rename', (file) => {
        if (file === this.file && file instanceof TFile) void this.onRename(file);
      }),
    );
    this.registerEvent(
      this.app.vault.on('delete', (file) => {
        if (file === this.file) leafOf(this.leaf).fileDeleted();
      }),
    );
  }

  override getState(): Record<string, unknown> {
    return this.file ? { file: this.file.path } : {};
  }

  override async setState(state: unknown, result: O.ViewStateResult): Promise<void> {
    const path = pathIn(state);
    const file = path === null ? null : this.app.vault.getFileByPath(path);
    if (path === null || file === this.file) return;
    const before = this.file;
    if (before) await this.onUnloadFile(before);
    this.file = file;
    // As in the app, the view says to be of the file, and others are told so, before it has anything of it.
    leafOf(this.leaf).workspace.fileMayHaveChanged();
    if (file) await this.onLoadFile(file);
    this.titleEl.setText(this.getDisplayText());
    result.history = before !== null;
  }

  async onLoadFile(_file: O.TFile): Promise<void> {
    // For subclasses.
  }

  async onUnloadFile(_file: O.TFile): Promise<void> {
    // For subclasses.
  }

  async onRename(_file: O.TFile): Promise<void> {
    await Promise.resolve();
    this.titleEl.setText(this.getDisplayText());
    leafOf(this.leaf).updateHeader();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  protected override async onClose(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    this.file = null;
  }
}

export abstract class EditableFileView extends FileView {}

/** A view of a text file: it loads, saves two seconds after an edit, and takes in what others write. */
export abstract class TextFileView extends EditableFileView {
  data = '';
  #dirty = false;
  #loading = false;
  readonly #save = debounce(() => void this.save(), SAVE_DELAY, true);
  requestSave: () => void = () => {
    this.#dirty = true;
    this.#save();
  };

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on('modify', (file) => {
        if (file === this.file && file instanceof TFile) void this.#takeIn(file);
      }),
    );
  }

  override async onLoadFile(file: O.TFile): Promise<void> {
    this.#loading = true;
    await leafOf(this.leaf).workspace.app.diskOf(file);
    this.data = await this.app.vault.read(file);
    this.#loading = false;
    this.#dirty = false;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: O.TFile): Promise<void> {
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    this.#save.cancel();
    const file = this.file;
    // What is shown while a file is loading is the text of the one before. Nothing says that the app would not write it.
    const isDue = this.#dirty || (this.#loading && !clear);
    // A file that was deleted meanwhile is not written again.
    if (file && isDue && this.app.vault.getFileByPath(file.path) === file) {
      this.data = this.getViewData();
      await this.app.vault.modify(file, this.data);
    }
    this.#dirty = false;
    if (!clear) return;
    this.data = '';
    this.clear();
  }

  /** Another wrote the file. What is not yet saved here stays, with what the other changed put in, and the user is told so. */
  async #takeIn(file: TFile): Promise<void> {
    const data = await this.app.vault.read(file);
    if (this.#loading || file !== this.file || data === this.data) return;
    const [base, theirs] = [this.data, data].map((text) => text.replace(/\r\n?/g, '\n'));
    this.data = data;
    if (!this.#dirty || base === undefined || theirs === undefined) {
      this.setViewData(data, false);
      return;
    }
    this.setViewData(mergedText(base, this.getViewData(), theirs), false);
    new Notice(`"${file.name}" has been modified externally, merging changes automatically.`);
    this.requestSave();
  }
}
