import type * as obsidian from 'obsidian';
import { setIcon } from '../widgets/icons.ts';
import { ValueComponent } from './component.ts';

/** A text field. Only the user's typing reaches `onChange`; `setValue` does not. */
export class AbstractTextComponent<T extends HTMLInputElement | HTMLTextAreaElement>
  extends ValueComponent<string>
  implements obsidian.AbstractTextComponent<T>
{
  private callback: ((value: string) => unknown) | null = null;

  constructor(readonly inputEl: T) {
    super();
    inputEl.addEventListener('input', () => this.onChanged());
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    this.callback?.(this.getValue());
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> implements obsidian.TextComponent {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { type: 'text', attr: { spellcheck: 'false' } }));
  }
}

export class TextAreaComponent
  extends AbstractTextComponent<HTMLTextAreaElement>
  implements obsidian.TextAreaComponent
{
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea', { attr: { spellcheck: 'false' } }));
  }
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> implements obsidian.SearchComponent {
  readonly clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const rowEl = containerEl.createDiv('search-input-container');
    super(rowEl.createEl('input', { type: 'search', attr: { enterkeyhint: 'search', spellcheck: 'false' } }));
    this.clearButtonEl = rowEl.createDiv({ cls: 'search-input-clear-button', attr: { 'aria-label': 'Clear search' } });
    this.clearButtonEl.addEventListener('click', () => {
      this.setValue('');
      this.onChanged();
      this.inputEl.focus();
    });
    this.toggleClear();
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.toggleClear();
    return this;
  }

  override onChanged(): void {
    this.toggleClear();
    super.onChanged();
  }

  private toggleClear(): void {
    // The base class sets nothing, but a subclass may before the button is there.
    this.clearButtonEl?.toggle(this.getValue() !== '');
  }
}

/** The date of now in a moment format, of which only the parts of a plain date and time are known here. */
function formatNow(format: string): string {
  const now = new Date();
  const parts: Record<string, number> = {
    YYYY: now.getFullYear(),
    MM: now.getMonth() + 1,
    DD: now.getDate(),
    HH: now.getHours(),
    mm: now.getMinutes(),
    ss: now.getSeconds(),
  };
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => String(parts[part]).padStart(2, '0'));
}

/** A field for a date format, with the date of now written in it beside. */
export class MomentFormatComponent extends TextComponent implements obsidian.MomentFormatComponent {
  sampleEl: HTMLElement = createSpan();
  private defaultFormat = '';

  setDefaultFormat(defaultFormat: string): this {
    this.defaultFormat = defaultFormat;
    this.setPlaceholder(defaultFormat);
    this.updateSample();
    return this;
  }

  setSampleEl(sampleEl: HTMLElement): this {
    this.sampleEl = sampleEl;
    this.updateSample();
    return this;
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.updateSample();
    return this;
  }

  override onChanged(): void {
    this.updateSample();
    super.onChanged();
  }

  updateSample(): void {
    this.sampleEl.setText(formatNow(this.getValue() || this.defaultFormat));
  }
}

/** A field whose text is kept elsewhere: the typings have it; nothing here keeps secrets. */
export class SecretComponent extends ValueComponent<string> implements obsidian.SecretComponent {
  private readonly text: TextComponent;

  constructor(_app: obsidian.App, containerEl: HTMLElement) {
    super();
    this.text = new TextComponent(containerEl);
    this.text.inputEl.type = 'password';
    setIcon(containerEl.createSpan('secret-icon'), 'key-round');
  }

  getValue(): string {
    return this.text.getValue();
  }

  setValue(value: string): this {
    this.text.setValue(value);
    return this;
  }

  onChange(cb: (value: string) => unknown): this {
    this.text.onChange(cb);
    return this;
  }
}
