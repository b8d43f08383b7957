import { AbstractInputSuggest, type App } from 'obsidian';

/** More would not be read. */
const MOST = 20;

/** Suggests the vault's folders under a text field. Choosing one counts as typing it. */
export class FolderSuggest extends AbstractInputSuggest<string> {
  readonly #inputEl: HTMLInputElement;
  readonly #folders: () => readonly string[];

  constructor(app: App, inputEl: HTMLInputElement, folders: () => readonly string[]) {
    super(app, inputEl);
    this.#inputEl = inputEl;
    this.#folders = folders;
  }

  protected override getSuggestions(query: string): string[] {
    const sought = query.trim().toLowerCase();
    return this.#folders()
      .filter((folder) => folder.toLowerCase().includes(sought))
      .slice(0, MOST);
  }

  override renderSuggestion(folder: string, el: HTMLElement): void {
    el.setText(folder);
  }

  override selectSuggestion(folder: string): void {
    this.setValue(folder);
    this.#inputEl.trigger('input');
    this.close();
  }
}
