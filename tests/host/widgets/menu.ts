import type * as obsidian from 'obsidian';
import { Component } from '../component.ts';
import { MenuItem, MenuSeparator } from './menu-item.ts';

const MARGIN_PX = 8;

/** The menu that is shown now, if any. Another one that is shown takes its place, as in Obsidian. */
const shown = new Set<Menu>();

/** A context menu. Entries are grouped by their section, in the order in which the sections first occur. */
export class Menu extends Component implements obsidian.Menu {
  readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: '-1' } });
  private readonly items: (MenuItem | MenuSeparator)[] = [];
  private parentMenu: Menu | null = null;
  private openedSubmenu: Menu | null = null;
  private hideCallback: (() => unknown) | null = null;
  private focusBefore: HTMLElement | null = null;

  /** The menu of an event that several parties add to; it is shown once they have. */
  static forEvent(evt: PointerEvent | MouseEvent): Menu {
    evt.preventDefault();
    const menu = new Menu();
    window.setTimeout(() => menu.showAtMouseEvent(evt));
    return menu;
  }

  addItem(cb: (item: obsidian.MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    cb(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(_useNativeMenu: boolean): this {
    return this;
  }

  setParentElement(_el: HTMLElement): this {
    return this;
  }

  showAtMouseEvent(evt: MouseEvent): this {
    return this.showAtPosition({ x: evt.clientX, y: evt.clientY }, evt.view?.document);
  }

  showAtPosition(position: obsidian.MenuPositionDef, doc: Document = activeDocument): this {
    if (!this.parentMenu) {
      for (const other of [...shown]) other.hide();
      shown.add(this);
    }
    this.focusBefore = doc.activeElement instanceof HTMLElement ? doc.activeElement : null;
    this.load();
    this.draw();
    doc.body.appendChild(this.dom);
    this.place(position, doc.win);
    this.registerDomEvent(doc, 'mousedown', (evt) => {
      if (!this.parentMenu && evt.target instanceof Node && !this.contains(evt.target)) this.hide();
    });
    this.dom.addEventListener('keydown', this.onKey);
    this.register(() => this.dom.removeEventListener('keydown', this.onKey));
    this.dom.focus();
    return this;
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    this.openedSubmenu?.hide();
    const hadFocus = this.dom.contains(this.dom.doc.activeElement);
    this.dom.remove();
    shown.delete(this);
    if (this.parentMenu) this.parentMenu.openedSubmenu = null;
    this.unload();
    if (hadFocus && this.focusBefore?.isConnected) this.focusBefore.focus();
    this.hideCallback?.();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hideCallback = callback;
  }

  /** Hides this menu and those that it was opened from. */
  closeAll(): void {
    const parent = this.parentMenu;
    this.hide();
    parent?.closeAll();
  }

  /** A menu that opens from an entry of this one. */
  createSubmenu(): Menu {
    const submenu = new Menu();
    submenu.parentMenu = this;
    return submenu;
  }

  openSubmenu(item: MenuItem): void {
    if (!item.submenu || item.submenu === this.openedSubmenu) return;
    this.openedSubmenu?.hide();
    this.openedSubmenu = item.submenu;
    const box = item.dom.getBoundingClientRect();
    item.submenu.showAtPosition({ x: box.right, y: box.top - 6 }, item.dom.doc);
  }

  /** What the pointer does on an entry: it gets the focus, and its submenu opens. */
  hover(item: MenuItem): void {
    item.dom.focus({ preventScroll: true });
    if (item.submenu) this.openSubmenu(item);
    else this.openedSubmenu?.hide();
  }

  private contains(node: Node): boolean {
    return this.dom.contains(node) || (this.openedSubmenu?.contains(node) ?? false);
  }

  private draw(): void {
    this.dom.empty();
    const sections = new Map<string, (MenuItem | MenuSeparator)[]>();
    for (const item of this.items) {
      const section = item instanceof MenuItem ? item.section : '';
      const members = sections.get(section) ?? [];
      members.push(item);
      sections.set(section, members);
    }
    for (const [section, members] of sections) {
      if (this.dom.childElementCount > 0) this.dom.append(new MenuSeparator().dom);
      for (const member of members) {
        if (member instanceof MenuItem) member.dom.setAttr('data-section', section);
        this.dom.append(member.dom);
      }
    }
  }

  private place(position: obsidian.MenuPositionDef, win: Window): void {
    const { offsetWidth: width, offsetHeight: height } = this.dom;
    const wantedLeft = position.left ? position.x - width : position.x;
    const left = Math.max(MARGIN_PX, Math.min(wantedLeft, win.innerWidth - width - MARGIN_PX));
    const top = Math.max(MARGIN_PX, Math.min(position.y, win.innerHeight - height - MARGIN_PX));
    this.dom.setCssStyles({ left: `${left}px`, top: `${top}px` });
  }

  private readonly onKey = (evt: KeyboardEvent): void => {
    const choosable = this.items.filter((item): item is MenuItem => item instanceof MenuItem && item.active);
    const at = choosable.findIndex((item) => item.dom === this.dom.doc.activeElement);
    const focus = (index: number): void => choosable.at(index)?.dom.focus();
    switch (evt.key) {
      case 'ArrowDown':
        focus(at + 1 < choosable.length ? at + 1 : 0);
        break;
      case 'ArrowUp':
        focus(at > 0 ? at - 1 : -1);
        break;
      case 'Home':
        focus(0);
        break;
      case 'End':
        focus(-1);
        break;
      case 'Enter':
      case ' ':
        if (at >= 0) choosable[at]?.choose(evt);
        break;
      case 'ArrowRight':
        if (at >= 0 && choosable[at]?.submenu) choosable[at].choose(evt);
        break;
      case 'ArrowLeft':
        if (this.parentMenu) this.hide();
        break;
      case 'Escape':
      case 'Tab':
        this.hide();
        break;
      default:
        return;
    }
    evt.preventDefault();
    evt.stopPropagation();
  };
}
