import { setIcon } from '../widgets/icons.ts';

/** A value that a row only shows, with a sign when it needs attention. */
export class DisplayValueComponent {
  readonly valueEl: HTMLElement;
  private readonly statusEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.statusEl = containerEl.createSpan('setting-item-status');
    this.valueEl = containerEl.createSpan('setting-item-display-value');
  }

  setValue(value: string | null): this {
    this.valueEl.setText(value ?? '');
    return this;
  }

  setStatus(status: 'warning' | null): this {
    this.statusEl.empty();
    this.statusEl.toggleClass('mod-warning', status === 'warning');
    if (status === 'warning') setIcon(this.statusEl, 'alert-triangle');
    return this;
  }
}
