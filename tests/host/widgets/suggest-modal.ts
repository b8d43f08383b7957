import type * as obsidian from 'obsidian';
import { Chooser } from './chooser.ts';
import { prepareFuzzySearch, renderMatches, sortSearchResults } from './fuzzy.ts';
import { Modal } from './modal.ts';

/** A field with suggestions under it, as in the quick switcher and the command palette. */
export abstract class SuggestModal<T> extends Modal implements obsidian.SuggestModal<T> {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private readonly chooser: Chooser<T>;
  private instructionsEl: HTMLElement | null = null;
  private asked = 0;

  constructor(app: obsidian.App) {
    super(app);
    this.modalEl.empty();
    this.modalEl.className = 'prompt';
    const inputRowEl = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = inputRowEl.createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: { autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'done' },
    });
    const clearEl = inputRowEl.createDiv({ cls: 'search-input-clear-button', attr: { 'aria-label': 'Clear search' } });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.chooser = new Chooser<T>(this, this.resultContainerEl, this.inputEl);
    clearEl.addEventListener('click', () => {
      this.inputEl.value = '';
      this.inputEl.focus();
      void this.updateSuggestions();
    });
    this.inputEl.addEventListener('input', () => void this.updateSuggestions());
    this.bindKeys();
  }

  override open(): void {
    super.open();
    if (!this.modalEl.hasAttribute('aria-label'))
      this.modalEl.setAttr('aria-label', this.inputEl.placeholder || 'Choose');
    void this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    this.inputEl.setAttr('aria-label', placeholder);
  }

  setInstructions(instructions: obsidian.Instruction[]): void {
    this.instructionsEl?.remove();
    this.instructionsEl = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const instructionEl = this.instructionsEl.createDiv('prompt-instruction');
      instructionEl.createSpan({ cls: 'prompt-instruction-command', text: command });
      instructionEl.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.chooser.setSuggestions([]);
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, evt);
  }

  selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
    this.chooser.choose(evt);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, evt: MouseEvent | KeyboardEvent): void;

  protected override focusFirst(): void {
    this.inputEl.focus();
  }

  private bindKeys(): void {
    const move = (step: number) => (): false => {
      this.chooser.move(step);
      return false;
    };
    this.scope.register([], 'ArrowDown', move(1));
    this.scope.register([], 'ArrowUp', move(-1));
    this.scope.register(['Ctrl'], 'n', move(1));
    this.scope.register(['Ctrl'], 'p', move(-1));
    this.scope.register([], 'Enter', (evt) => {
      if (evt.isComposing) return undefined;
      this.selectActiveSuggestion(evt);
      return false;
    });
  }

  private async updateSuggestions(): Promise<void> {
    const asked = (this.asked += 1);
    const found = this.getSuggestions(this.inputEl.value);
    const suggestions = found instanceof Promise ? await found : found;
    // A slow answer to an earlier query must not replace the answer to a later one.
    if (asked !== this.asked) return;
    if (suggestions.length === 0) this.onNoSuggestion();
    else this.chooser.setSuggestions(this.limit > 0 ? suggestions.slice(0, this.limit) : suggestions);
  }
}

/** A {@link SuggestModal} over a fixed list of items, searched by their text. */
export abstract class FuzzySuggestModal<T>
  extends SuggestModal<obsidian.FuzzyMatch<T>>
  implements obsidian.FuzzySuggestModal<T>
{
  getSuggestions(query: string): obsidian.FuzzyMatch<T>[] {
    const items = this.getItems();
    if (query.trim() === '') return items.map((item) => ({ item, match: { score: 0, matches: [] } }));
    const search = prepareFuzzySearch(query);
    const found: obsidian.FuzzyMatch<T>[] = [];
    for (const item of items) {
      const match = search(this.getItemText(item));
      if (match) found.push({ item, match });
    }
    sortSearchResults(found);
    return found;
  }

  renderSuggestion({ item, match }: obsidian.FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }

  onChooseSuggestion({ item }: obsidian.FuzzyMatch<T>, evt: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, evt);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, evt: MouseEvent | KeyboardEvent): void;
}
