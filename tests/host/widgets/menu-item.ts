import type * as obsidian from 'obsidian';
import { setIcon } from './icons.ts';
import type { Menu } from './menu.ts';

/** A line between the sections of a menu. */
export class MenuSeparator implements obsidian.MenuSeparator {
  readonly dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
}

/** One entry of a {@link Menu}. */
export class MenuItem implements obsidian.MenuItem {
  readonly dom: HTMLElement;
  section = '';
  submenu: Menu | null = null;
  disabled = false;
  private readonly iconEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private callback: ((evt: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(private readonly menu: Menu) {
    this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: '-1' } });
    this.iconEl = this.dom.createDiv('menu-item-icon');
    this.titleEl = this.dom.createDiv('menu-item-title');
    this.dom.addEventListener('click', (evt) => this.choose(evt));
    this.dom.addEventListener('mouseenter', () => this.menu.hover(this));
  }

  /** True for an entry that can be chosen: neither disabled nor a mere label. */
  get active(): boolean {
    return !this.disabled && !this.dom.hasClass('is-label');
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: obsidian.IconName | null): this {
    this.iconEl.empty();
    if (icon) setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    this.dom.setAttrs({ role: checked === null ? 'menuitem' : 'menuitemcheckbox', 'aria-checked': checked });
    this.dom.querySelector('.mod-check')?.remove();
    if (checked) setIcon(this.dom.createDiv('menu-item-icon mod-check'), 'check');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled ? 'true' : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (evt: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  /** Gives the entry a menu of its own. Obsidian has this call, but its typings do not. */
  setSubmenu(): Menu {
    this.submenu ??= this.menu.createSubmenu();
    this.dom.setAttr('aria-haspopup', 'menu');
    if (!this.dom.querySelector('.mod-submenu'))
      setIcon(this.dom.createDiv('menu-item-icon mod-submenu'), 'chevron-right');
    return this.submenu;
  }

  /** What a click or Enter does. An entry with a submenu opens it, any other closes all menus first. */
  choose(evt: MouseEvent | KeyboardEvent): void {
    if (!this.active) return;
    if (this.submenu) {
      this.menu.openSubmenu(this);
      return;
    }
    this.menu.closeAll();
    this.callback?.(evt);
  }
}
