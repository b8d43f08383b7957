import type { MessageKey, Translate } from '../../i18n';
import { setText } from '../core/keyed-list';

/** What is shown where there is nothing to show: what could stand in a note, what can be done for this one, and how to start one. */
export class EmptyState {
  readonly #t: Translate;
  readonly el = createDiv('idea-tiers-empty');
  readonly #titleEl = this.el.createDiv('idea-tiers-empty-title');
  readonly offersEl = createDiv('idea-tiers-offers');

  /** @param ofNote What can be done for a note that has nothing. */
  constructor(
    t: Translate,
    startNewNote: () => void,
    ofNote: readonly (readonly [name: MessageKey, run: () => void])[],
  ) {
    this.#t = t;
    const listEl = this.el.createEl('ul');
    for (const what of ['tiers', 'ideas', 'steps'] as const)
      listEl.createEl('li', { text: t(`sidebar.empty.${what}`) });
    for (const [name, run] of ofNote)
      this.offersEl.createEl('button', { text: t(name) }).addEventListener('click', run);
    const buttonEl = this.el.createEl('button', { cls: 'mod-cta', text: t('commands.newNote') });
    buttonEl.addEventListener('click', startNewNote);
  }

  /** `noNote`: no note has been open yet; `nothing`: the note has nothing for the sidebar; `leftOut`: it is not read; `null`: hidden. */
  update(reason: 'noNote' | 'nothing' | 'leftOut' | null): void {
    this.el.toggleClass('is-empty', reason === null);
    this.offersEl.toggle(reason === 'nothing');
    if (reason) setText(this.#titleEl, this.#t(`sidebar.empty.${reason}`));
  }
}
