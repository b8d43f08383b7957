import type * as obsidian from 'obsidian';
import { ButtonComponent } from '../settings/button.ts';
import { Modal } from './modal.ts';

/** A button of a {@link ConfirmationModal}. It closes the modal unless its handler returns something truthy. */
export class ConfirmationButton extends ButtonComponent implements obsidian.ConfirmationButton {
  constructor(
    containerEl: HTMLElement,
    private readonly modal: ConfirmationModal,
  ) {
    super(containerEl);
    super.onClick(() => this.modal.close());
  }

  override onClick(handler: (evt: MouseEvent) => unknown): this {
    return super.onClick(async (evt) => {
      const keepOpen = await handler(evt);
      if (!keepOpen) this.modal.close();
    });
  }

  setInitialFocus(): this {
    this.modal.initialFocusEl = this.buttonEl;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }
}

/** Asks the user to confirm; one row of buttons, and checkboxes above it. */
export class ConfirmationModal extends Modal implements obsidian.ConfirmationModal {
  readonly buttonContainerEl: HTMLElement;
  /** The control that has the focus when the modal opens; the first one when null. */
  initialFocusEl: HTMLElement | null = null;

  constructor(app: obsidian.App) {
    super(app);
    this.containerEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, cb: (value: boolean) => unknown): this {
    const labelEl = this.buttonContainerEl.createEl('label', { cls: 'mod-checkbox' });
    const inputEl = labelEl.createEl('input', { type: 'checkbox' });
    labelEl.appendText(label);
    inputEl.addEventListener('change', () => void cb(inputEl.checked));
    return this;
  }

  addButton(cb: (btn: obsidian.ConfirmationButton) => unknown): this {
    cb(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    new ConfirmationButton(this.buttonContainerEl, this).setButtonText(text).setCancel();
    return this;
  }

  protected override focusFirst(): void {
    if (this.initialFocusEl) this.initialFocusEl.focus();
    else super.focusFirst();
  }
}
