import type { Translate } from '../i18n';
import { setText } from './pieces';

/** What is shown where there is nothing to show: what could stand in a note, and how to start one. */
export class EmptyState {
  readonly #t: Translate;
  readonly el = createDiv('idea-tiers-empty');
  readonly #titleEl = this.el.createDiv('idea-tiers-empty-title');

  constructor(t: Translate, startNewNote: () => void) {
    this.#t = t;
    const listEl = this.el.createEl('ul');
    for (const what of ['tiers', 'ideas', 'steps'] as const)
      listEl.createEl('li', { text: t(`sidebar.empty.${what}`) });
    const buttonEl = this.el.createEl('button', { cls: 'mod-cta', text: t('commands.newNote') });
    buttonEl.addEventListener('click', startNewNote);
  }

  /** `noNote`: no note has been open yet; `nothing`: the note has nothing for the sidebar; `leftOut`: it is not read; `null`: hidden. */
  update(reason: 'noNote' | 'nothing' | 'leftOut' | null): void {
    this.el.toggleClass('is-empty', reason === null);
    if (reason) setText(this.#titleEl, this.#t(`sidebar.empty.${reason}`));
  }
}
