import type { Host } from '../host/boot';

/** Chooses a suggestion of the open list by its name. */
export async function choose(host: Host, name: string): Promise<void> {
  const items = Array.from(document.querySelectorAll<HTMLElement>('.prompt .suggestion-item'));
  const item = items.find((el) => el.querySelector('.suggestion-title')?.textContent === name);
  if (!item) throw new Error(`no suggestion ${name} among ${items.map((el) => el.textContent).join(', ')}`);
  item.click();
  await host.settle();
}

/** The dialog that asks how an idea is related. */
export class AddDialog {
  constructor(private readonly host: Host) {}

  private get el(): HTMLElement {
    const el = document.querySelector<HTMLElement>('.modal.idea-tiers-add-idea');
    if (!el) throw new Error('the dialog is not open');
    return el;
  }

  get title(): string {
    return this.el.querySelector('.modal-title')?.textContent ?? '';
  }

  get relationEl(): HTMLSelectElement {
    const el = this.el.querySelector('select');
    if (!el) throw new Error('no relation');
    return el;
  }

  relate(relation: string): void {
    this.relationEl.value = relation;
    this.relationEl.dispatchEvent(new Event('change', { bubbles: true }));
  }

  say(name: string, text: string): void {
    const el = this.el.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${name}"]`);
    if (!el) throw new Error(`no field ${name}`);
    el.value = text;
    el.dispatchEvent(new Event('input', { bubbles: true }));
  }

  async listThere(): Promise<void> {
    this.el.querySelector<HTMLElement>('.checkbox-container')?.click();
    await this.host.settle();
  }

  async next(): Promise<void> {
    this.el.querySelector<HTMLElement>('button.mod-cta')?.click();
    await this.host.settle();
  }
}
