import type * as obsidian from 'obsidian';
import { ExtraButtonComponent } from './button.ts';
import { Setting } from './setting.ts';
import { SearchComponent } from './text.ts';

/** Settings under one heading, in one box. */
export class SettingGroup implements obsidian.SettingGroup {
  readonly groupEl: HTMLElement;
  readonly listEl: HTMLElement;
  private readonly headerEl: HTMLElement;
  private readonly nameEl: HTMLElement;
  private readonly controlEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv('setting-group');
    this.headerEl = this.groupEl.createDiv('setting-item setting-item-heading');
    this.nameEl = this.headerEl.createDiv({ cls: 'setting-item-name', attr: { role: 'heading', 'aria-level': 3 } });
    this.controlEl = this.headerEl.createDiv('setting-item-control');
    this.listEl = this.groupEl.createDiv('setting-items');
    this.headerEl.hide();
  }

  setHeading(text: string | DocumentFragment): this {
    this.nameEl.setText(text);
    this.headerEl.show();
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.addClass(...classes);
    return this;
  }

  addSetting(cb: (setting: obsidian.Setting) => void): this {
    cb(new Setting(this.listEl));
    return this;
  }

  addSearch(cb: (component: obsidian.SearchComponent) => unknown): this {
    this.headerEl.show();
    cb(new SearchComponent(this.controlEl));
    return this;
  }

  addExtraButton(cb: (component: obsidian.ExtraButtonComponent) => unknown): this {
    this.headerEl.show();
    cb(new ExtraButtonComponent(this.controlEl));
    return this;
  }
}
