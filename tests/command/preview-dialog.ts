import type { Host } from '../host/boot';

/** The dialog that shows what will be written, used by what it shows and by the names of its controls. */
export class PreviewDialog {
  constructor(private readonly host: Host) {}

  get isOpen(): boolean {
    return document.querySelector('.idea-tiers-preview') !== null;
  }

  get title(): string {
    return this.el.querySelector('.modal-title')?.textContent ?? '';
  }

  get status(): string {
    return this.el.querySelector('[role=status]')?.textContent ?? '';
  }

  /** The lines as a screen reader says them, a sentence each. */
  get lines(): readonly string[] {
    return Array.from(this.regionEl.querySelectorAll('li'), (el) => {
      const heard = Array.from(el.childNodes).filter(
        (node) => !(node.instanceOf(Element) && node.getAttribute('aria-hidden') === 'true'),
      );
      return heard.map((node) => node.textContent ?? '').join('');
    });
  }

  get regionEl(): HTMLElement {
    const el = this.el.querySelector<HTMLElement>('[role=region]');
    if (!el) throw new Error('the preview has no region');
    return el;
  }

  async toggle(name: string): Promise<void> {
    const el = this.el.querySelector<HTMLElement>(`.checkbox-container[aria-label="${name}"]`);
    if (!el) throw new Error(`the preview has no toggle ${name}`);
    el.click();
    await this.host.settle();
  }

  /** Unticks the box of a line that is altered. */
  async leave(line: number): Promise<void> {
    const el = this.regionEl.querySelector<HTMLInputElement>(`input[aria-label="Changed line ${line}"]`);
    if (!el) throw new Error(`the preview has no box for line ${line}`);
    el.click();
    await this.host.settle();
  }

  button(name: string): HTMLButtonElement {
    const buttons = Array.from(this.el.querySelectorAll('button'));
    const found = buttons.find((button) => button.textContent === name);
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

  private get el(): HTMLElement {
    const el = document.querySelector<HTMLElement>('.modal.idea-tiers-preview');
    if (!el) throw new Error('the preview is not open');
    return el;
  }
}
