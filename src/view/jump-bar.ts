import { type Piece, type Pieces, keyedPieces } from './pieces';

/** A part of the sidebar that one can jump to. */
export interface Jump {
  readonly key: string;
  /** Its name and its count: `Tiers 15`. */
  readonly text: string;
}

class JumpButton implements Piece<Jump> {
  readonly el = createEl('button', { cls: 'idea-tiers-jump' });
  #key = '';

  constructor(jump: (key: string) => void) {
    this.el.addEventListener('click', () => jump(this.#key));
  }

  update({ key, text }: Jump): void {
    this.#key = key;
    if (this.el.textContent !== text) this.el.textContent = text;
  }
}

/** The bar that stays at the top: what the note has, how much of it, and a way there. */
export class JumpBar {
  readonly el: HTMLElement;
  readonly #buttons: Pieces<Jump>;

  /** @param name what a screen reader calls it. */
  constructor(name: string, jump: (key: string) => void) {
    this.el = createEl('nav', { cls: 'idea-tiers-jump-bar', attr: { 'aria-label': name } });
    this.#buttons = keyedPieces<Jump>(() => new JumpButton(jump));
  }

  update(jumps: readonly Jump[]): void {
    this.el.toggleClass('is-empty', jumps.length === 0);
    this.#buttons.draw(this.el, jumps);
  }
}
