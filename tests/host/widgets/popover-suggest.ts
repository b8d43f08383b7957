import type * as obsidian from 'obsidian';
import { Chooser } from './chooser.ts';
import { Scope } from './scope.ts';

/** Suggestions in a popover; a subclass says where they come from and what choosing one does. */
export abstract class PopoverSuggest<T> implements obsidian.PopoverSuggest<T> {
  readonly scope: Scope;
  protected readonly suggestEl: HTMLElement;
  protected readonly suggestionsEl: HTMLElement;
  protected isOpen = false;

  constructor(
    readonly app: obsidian.App,
    scope?: obsidian.Scope,
  ) {
    this.scope = scope instanceof Scope ? scope : new Scope(app.scope);
    this.suggestEl = createDiv('suggestion-container');
    this.suggestionsEl = this.suggestEl.createDiv('suggestion');
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    activeDocument.body.appendChild(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.remove();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void;
}

/**
 * Suggestions under a text field or a contenteditable element, shown while it has the focus. TypeScript has no `implements` for a
 * class with a protected member; it is the typings' `AbstractInputSuggest` all the same.
 */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private readonly chooser: Chooser<T>;
  private selectCallback: ((value: T, evt: MouseEvent | KeyboardEvent) => unknown) | null = null;
  private asked = 0;

  constructor(
    app: obsidian.App,
    protected readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    this.chooser = new Chooser<T>(this, this.suggestionsEl, textInputEl);
    textInputEl.setAttr('aria-expanded', false);
    textInputEl.addEventListener('input', () => void this.update());
    textInputEl.addEventListener('focus', () => void this.update());
    textInputEl.addEventListener('blur', () => this.close());
    const move = (step: number) => (): false => {
      this.chooser.move(step);
      return false;
    };
    this.scope.register([], 'ArrowDown', move(1));
    this.scope.register([], 'ArrowUp', move(-1));
    this.scope.register([], 'Enter', (evt) => (this.chooser.choose(evt) ? false : undefined));
  }

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : this.textInputEl.getText();
  }

  selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void {
    this.selectCallback?.(value, evt);
  }

  onSelect(callback: (value: T, evt: MouseEvent | KeyboardEvent) => unknown): this {
    this.selectCallback = callback;
    return this;
  }

  override open(): void {
    super.open();
    const box = this.textInputEl.getBoundingClientRect();
    this.suggestEl.setCssStyles({ left: `${box.left}px`, top: `${box.bottom + 4}px`, minWidth: `${box.width}px` });
    this.textInputEl.setAttr('aria-expanded', true);
  }

  override close(): void {
    this.asked += 1;
    super.close();
    this.textInputEl.setAttr('aria-expanded', false);
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  private async update(): Promise<void> {
    const asked = (this.asked += 1);
    const found = this.getSuggestions(this.getValue());
    const suggestions = found instanceof Promise ? await found : found;
    if (asked !== this.asked) return;
    this.chooser.setSuggestions(this.limit > 0 ? suggestions.slice(0, this.limit) : suggestions);
    if (suggestions.length > 0) this.open();
    else this.close();
  }
}
