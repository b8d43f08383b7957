import type * as obsidian from 'obsidian';
import { setTooltip } from '../widgets/tooltip.ts';
import { ValueComponent } from './component.ts';

export class DropdownComponent extends ValueComponent<string> implements obsidian.DropdownComponent {
  readonly selectEl: HTMLSelectElement;
  private callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => void this.callback?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/** A switch. As in Obsidian a checkbox inside the drawn switch takes the focus; `setValue` with a new value reaches `onChange`. */
export class ToggleComponent extends ValueComponent<boolean> implements obsidian.ToggleComponent {
  readonly toggleEl: HTMLElement;
  private readonly checkboxEl: HTMLInputElement;
  private callback: ((value: boolean) => unknown) | null = null;
  private on = false;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv('checkbox-container');
    this.checkboxEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: '0' } });
    this.toggleEl.addEventListener('click', (evt) => {
      // The checkbox shows what the component holds, never what the browser makes of a click.
      if (evt.target === this.checkboxEl) evt.preventDefault();
      this.onClick();
      // A prevented click puts the old state back after this handler.
      this.toggleEl.win.setTimeout(() => (this.checkboxEl.checked = this.on));
    });
  }

  override setDisabled(disabled: boolean): this {
    this.toggleEl.toggleClass('is-disabled', disabled);
    this.checkboxEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): boolean {
    return this.on;
  }

  setValue(on: boolean): this {
    const changed = on !== this.on;
    this.on = on;
    this.toggleEl.toggleClass('is-enabled', on);
    this.checkboxEl.checked = on;
    if (changed) void this.callback?.(on);
    return this;
  }

  setTooltip(tooltip: string, options?: obsidian.TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    if (!this.disabled) this.setValue(!this.on);
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/** A slider with its value beside it. It reports when it is let go, or while it moves after `setInstant(true)`. */
export class SliderComponent extends ValueComponent<number> implements obsidian.SliderComponent {
  readonly sliderEl: HTMLInputElement;
  private readonly valueEl: HTMLElement;
  private callback: ((value: number) => unknown) | null = null;
  private displayFormat: (value: number) => string = String;
  private instant = false;

  constructor(containerEl: HTMLElement) {
    super();
    this.valueEl = containerEl.createSpan('slider-value');
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => {
      this.showValue();
      if (this.instant) void this.callback?.(this.getValue());
    });
    this.sliderEl.addEventListener('change', () => {
      this.showValue();
      if (!this.instant) void this.callback?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    this.showValue();
    return this;
  }

  getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    this.showValue();
    return this;
  }

  getValuePretty(): string {
    return this.displayFormat(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.displayFormat = format;
    this.showValue();
    return this;
  }

  setDynamicTooltip(): this {
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.callback = callback;
    return this;
  }

  private showValue(): void {
    this.valueEl.setText(this.getValuePretty());
  }
}

export class ProgressBarComponent extends ValueComponent<number> implements obsidian.ProgressBarComponent {
  private readonly barEl: HTMLProgressElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.barEl = containerEl.createEl('progress', { cls: 'setting-progress-bar', attr: { max: 100 } });
  }

  /** In percent, 0 to 100. */
  getValue(): number {
    return this.barEl.value;
  }

  setValue(value: number): this {
    this.barEl.value = Math.min(100, Math.max(0, value));
    return this;
  }
}
