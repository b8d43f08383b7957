import type * as obsidian from 'obsidian';
import { focusableIn, wrapFocus } from './focus.ts';
import { setIcon } from './icons.ts';
import { Scope } from './scope.ts';

let lastTitle = 0;

/** A dialog over the whole window. Escape, the cross and a click beside it close it; the focus then goes back to where it was. */
export class Modal implements obsidian.Modal {
  readonly scope: Scope;
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private isOpen = false;
  private closeCallback: (() => unknown) | null = null;
  private focusBefore: HTMLElement | null = null;

  constructor(readonly app: obsidian.App) {
    this.scope = new Scope();
    this.containerEl = createDiv('modal-container mod-dim');
    const backgroundEl = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' },
    });
    const closeEl = this.modalEl.createEl('button', {
      cls: 'modal-close-button clickable-icon',
      attr: { type: 'button', 'aria-label': 'Close' },
    });
    setIcon(closeEl, 'x');
    this.titleEl = this.modalEl.createDiv('modal-header').createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    backgroundEl.addEventListener('click', () => this.close());
    closeEl.addEventListener('click', () => this.close());
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.scope.register([], 'Tab', () => (wrapFocus(this.modalEl, false) ? false : true));
    this.scope.register(['Shift'], 'Tab', () => (wrapFocus(this.modalEl, true) ? false : true));
    // A dialog over the page: keys that it has no use for are not for what lies under it.
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    const doc = activeDocument;
    this.focusBefore = doc.activeElement instanceof HTMLElement ? doc.activeElement : null;
    doc.body.appendChild(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    void this.onOpen();
    this.nameDialog();
    if (!this.modalEl.contains(doc.activeElement)) this.focusFirst();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    if (this.shouldRestoreSelection && this.focusBefore?.isConnected) this.focusBefore.focus();
    this.focusBefore = null;
    this.onClose();
    this.closeCallback?.();
  }

  onOpen(): Promise<void> | void {}

  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.setText(title);
    this.nameDialog();
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }

  /** Where the focus goes when `onOpen` has put it nowhere: the first control of the content, else the dialog itself. */
  protected focusFirst(): void {
    (focusableIn(this.contentEl).at(0) ?? this.modalEl).focus();
  }

  private nameDialog(): void {
    const title = this.titleEl.getText();
    if (!title) return;
    // No label: that would be the tooltip of all that stands in it.
    this.titleEl.id ||= `modal-title-${++lastTitle}`;
    this.modalEl.setAttr('aria-labelledby', this.titleEl.id);
  }
}
