import type * as obsidian from 'obsidian';
import { setTooltip } from '../widgets/tooltip.ts';
import { ButtonComponent, ExtraButtonComponent } from './button.ts';
import { ColorComponent } from './color.ts';
import { DisplayValueComponent } from './display-value.ts';
import { MomentFormatComponent, SearchComponent, TextAreaComponent, TextComponent } from './text.ts';
import { DropdownComponent, ProgressBarComponent, SliderComponent, ToggleComponent } from './values.ts';

let settings = 0;

/** One row of a settings form: name and description on the left, controls on the right. */
export class Setting implements obsidian.Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  components: obsidian.BaseComponent[] = [];
  errorEl: HTMLElement | null = null;
  private readonly id = `setting-${(settings += 1)}`;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv({ cls: 'setting-item-name', attr: { id: this.id } });
    this.descEl = this.infoEl.createDiv({ cls: 'setting-item-description', attr: { id: `${this.id}-description` } });
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  setErrorMessage(message: string | null): this {
    this.errorEl?.remove();
    this.errorEl = message
      ? this.infoEl.createDiv({ cls: 'setting-item-error', text: message, attr: { role: 'alert' } })
      : null;
    this.settingEl.toggleClass('is-invalid', this.errorEl !== null);
    for (const field of Array.from(this.controlEl.querySelectorAll('input, textarea, select'))) {
      field.setAttr('aria-invalid', this.errorEl ? 'true' : null);
    }
    return this;
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  setTooltip(tooltip: string, options?: obsidian.TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass('setting-item-heading');
    this.nameEl.setAttrs({ role: 'heading', 'aria-level': 3 });
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  addDisplayValue(cb: (component: obsidian.DisplayValueComponent) => unknown): this {
    cb(new DisplayValueComponent(this.controlEl));
    return this;
  }

  addComponent<T extends obsidian.BaseComponent>(cb: (el: HTMLElement) => T): this {
    this.components.push(cb(this.controlEl));
    return this;
  }

  addButton(cb: (component: obsidian.ButtonComponent) => unknown): this {
    return this.add(new ButtonComponent(this.controlEl), cb);
  }

  addExtraButton(cb: (component: obsidian.ExtraButtonComponent) => unknown): this {
    return this.add(new ExtraButtonComponent(this.controlEl), cb);
  }

  addToggle(cb: (component: obsidian.ToggleComponent) => unknown): this {
    this.settingEl.addClass('mod-toggle');
    return this.add(new ToggleComponent(this.controlEl), cb);
  }

  addText(cb: (component: obsidian.TextComponent) => unknown): this {
    return this.add(new TextComponent(this.controlEl), cb);
  }

  addSearch(cb: (component: obsidian.SearchComponent) => unknown): this {
    return this.add(new SearchComponent(this.controlEl), cb);
  }

  addTextArea(cb: (component: obsidian.TextAreaComponent) => unknown): this {
    return this.add(new TextAreaComponent(this.controlEl), cb);
  }

  addMomentFormat(cb: (component: obsidian.MomentFormatComponent) => unknown): this {
    return this.add(new MomentFormatComponent(this.controlEl), cb);
  }

  addDropdown(cb: (component: obsidian.DropdownComponent) => unknown): this {
    return this.add(new DropdownComponent(this.controlEl), cb);
  }

  addColorPicker(cb: (component: obsidian.ColorComponent) => unknown): this {
    return this.add(new ColorComponent(this.controlEl), cb);
  }

  addProgressBar(cb: (component: obsidian.ProgressBarComponent) => unknown): this {
    return this.add(new ProgressBarComponent(this.controlEl), cb);
  }

  addSlider(cb: (component: obsidian.SliderComponent) => unknown): this {
    return this.add(new SliderComponent(this.controlEl), cb);
  }

  then(cb: (setting: this) => unknown): this {
    cb(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  private add<T extends obsidian.BaseComponent>(component: T, cb: (component: T) => unknown): this {
    this.components.push(component);
    cb(component);
    // The row's name is the name of its controls, for a screen reader and for tests by role and name.
    for (const field of Array.from(this.controlEl.querySelectorAll('input, textarea, select'))) {
      if (!field.hasAttribute('aria-label')) {
        field.setAttrs({ 'aria-labelledby': this.id, 'aria-describedby': `${this.id}-description` });
      }
    }
    return this;
  }
}
