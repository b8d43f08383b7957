import type * as obsidian from 'obsidian';

const DEFAULT_DURATION_MS = 5000;

/** A short message in the corner. A click takes it away; a duration of 0 leaves it until then. */
export class Notice implements obsidian.Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION_MS) {
    const { body } = activeDocument;
    const stackEl = body.querySelector<HTMLElement>('.notice-container') ?? body.createDiv('notice-container');
    this.containerEl = stackEl.createDiv({ cls: 'notice', attr: { role: 'alert' } });
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) window.setTimeout(() => this.hide(), duration);
  }

  get noticeEl(): HTMLElement {
    return this.containerEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    const stackEl = this.containerEl.parentElement;
    this.containerEl.remove();
    if (stackEl && stackEl.childElementCount === 0) stackEl.remove();
  }
}
