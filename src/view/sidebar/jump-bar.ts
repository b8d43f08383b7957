import { nameRegion } from '../core/name-region';
import { keyedList, setText } from '../core/keyed-list';

/** A part of the sidebar that one can jump to. */
export interface Jump {
  readonly key: string;
  /** Its name and its count: `Tiers 15`. */
  readonly text: string;
}

/** The bar that stays at the top: what the note has, how much of it, and a way there. */
export class JumpBar {
  readonly el: HTMLElement;
  readonly #jump: (key: string) => void;
  readonly #buttons = keyedList<Jump>(({ key }) => {
    const el = createEl('button', { cls: 'idea-tiers-jump' });
    el.addEventListener('click', () => this.#jump(key));
    return { el, update: ({ text }) => setText(el, text) };
  });

  /** @param name what a screen reader calls it. */
  constructor(name: string, jump: (key: string) => void) {
    this.#jump = jump;
    this.el = createEl('nav', 'idea-tiers-jump-bar');
    nameRegion(this.el, name);
  }

  update(jumps: readonly Jump[]): void {
    this.el.toggleClass('is-empty', jumps.length === 0);
    this.#buttons.draw(this.el, jumps);
  }
}
