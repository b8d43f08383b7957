import type { Host } from '../host/boot';

/** The new-note dialog, used as a person uses it: by what it shows and by the names of its controls. */
export class NewNoteDialog {
  constructor(private readonly host: Host) {}

  get isOpen(): boolean {
    return this.find('.idea-tiers-new-note') !== null;
  }

  /** What the dialog says about the note to be, a sentence each. */
  get messages(): readonly string[] {
    return Array.from(this.dialogEl.querySelectorAll('[role=status] > div'), (el) => el.textContent ?? '');
  }

  get preview(): string {
    return this.dialogEl.querySelector('pre')?.textContent ?? '';
  }

  get notices(): readonly string[] {
    return Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');
  }

  field(name: string): HTMLInputElement | HTMLTextAreaElement {
    const el = this.dialogEl.querySelector(`[aria-label="${name}"]`);
    if (el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement) return el;
    throw new Error(`the dialog has no field ${name}`);
  }

  type(name: string, text: string): void {
    const el = this.field(name);
    el.focus();
    el.value = text;
    el.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Turns a toggle over. */
  toggle(name: string): void {
    const el = this.dialogEl.querySelector<HTMLElement>(`.checkbox-container[aria-label="${name}"]`);
    if (!el) throw new Error(`the dialog has no toggle ${name}`);
    el.click();
  }

  /** The button of this name in the dialog on top. */
  button(name: string): HTMLButtonElement {
    const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>('.modal button'));
    const found = buttons.reverse().find((button) => button.textContent === name);
    if (!found) throw new Error(`no button ${name} among ${buttons.map((button) => button.textContent).join(', ')}`);
    return found;
  }

  async click(name: string): Promise<void> {
    this.button(name).click();
    await this.host.settle();
  }

  async press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
    await this.host.settle();
  }

  private get dialogEl(): HTMLElement {
    const el = this.find('.idea-tiers-new-note');
    if (!el) throw new Error('the new-note dialog is not open');
    return el;
  }

  private find(selector: string): HTMLElement | null {
    return document.querySelector<HTMLElement>(selector);
  }
}
