import { Modal, Setting, type App } from 'obsidian';
import type { Translate } from '../../i18n';

/** A walk through all notes that the user can watch and stop. */
export interface NoteSearch {
  readonly title: string;
  readonly hint: string;
  /** What the button says that ends the walk early. */
  readonly stop: string;
  readonly count: number;
  /** Walks through the notes, and adds what it finds to `listEl`. Never rejects. */
  readonly run: (listEl: HTMLElement, signal: AbortSignal, progress: (done: number) => void) => Promise<unknown>;
  /** Called when the walk has ended by itself or by that button, not when the dialog was closed meanwhile. Says what was found. */
  readonly ended: (dialog: Modal) => string;
}

/** Shows how far a walk through the notes is, and what it has found. */
export class RepairSearchModal extends Modal {
  readonly #t: Translate;
  readonly #search: NoteSearch;
  readonly #stopped = new AbortController();

  constructor(app: App, t: Translate, search: NoteSearch) {
    super(app);
    this.#t = t;
    this.#search = search;
  }

  override onOpen(): void {
    const { contentEl } = this;
    const search = this.#search;
    const t = this.#t;
    const { title, hint, stop, count } = search;
    this.modalEl.addClass('idea-tiers-search');
    this.setTitle(title);
    contentEl.createEl('p', { text: hint });
    const barEl = contentEl.createEl('progress', { attr: { max: count, value: 0, 'aria-label': title } });
    const statusEl = contentEl.createDiv({
      cls: 'idea-tiers-preview-status',
      attr: { role: 'status', tabindex: '-1' },
    });
    const listEl = contentEl.createDiv('idea-tiers-search-list');
    const footer = new Setting(contentEl).addButton((button) =>
      button.setButtonText(stop).onClick(() => this.#stopped.abort()),
    );
    const progress = (done: number): void => {
      barEl.value = done;
      statusEl.setText(t('repair.progress', { done, count }));
    };
    void search.run(listEl, this.#stopped.signal, progress).then(() => {
      if (!listEl.isConnected) return;
      // The button goes: who has pressed it is told what there is now.
      if (footer.settingEl.querySelector('button:focus')) statusEl.focus();
      footer.settingEl.remove();
      barEl.remove();
      statusEl.setText(search.ended(this));
    });
  }

  override onClose(): void {
    this.#stopped.abort();
    this.contentEl.empty();
  }
}
