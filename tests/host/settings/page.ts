import type * as obsidian from 'obsidian';
import { ExtraButtonComponent } from './button.ts';

/** A page below a settings tab, drawn by a subclass. */
export abstract class SettingPage implements obsidian.SettingPage {
  readonly rootEl: HTMLElement = createDiv('setting-page');
  readonly titlebarEl: HTMLElement = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl: HTMLElement = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}

/** Writes the title bar of a page: a button back, and where one is. */
export function renderTitlebar(page: obsidian.SettingPage, title: string, goBack: () => void): void {
  page.titlebarEl.empty();
  new ExtraButtonComponent(page.titlebarEl).setIcon('arrow-left').setTooltip('Back').onClick(goBack);
  page.titlebarEl.createDiv({ cls: 'setting-page-title', text: title, attr: { role: 'heading', 'aria-level': 2 } });
}

/** A page whose content comes from definitions. */
export class DeclaredPage extends SettingPage {
  constructor(private readonly draw: (containerEl: HTMLElement) => void) {
    super();
  }

  display(): void {
    this.containerEl.empty();
    this.draw(this.containerEl);
  }
}
