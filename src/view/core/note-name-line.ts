import type { Translate } from '../../i18n';
import type { ShownNote } from '../../model/shown-note';

/** The line that names the shown note, and says when it is not the current one. */
export class NoteName {
  readonly el = createDiv('idea-tiers-name');
  readonly #textEl = this.el.createSpan('idea-tiers-name-text');
  readonly #stateEl = this.el.createSpan('idea-tiers-name-state');

  readonly #t: Translate;

  constructor(t: Translate) {
    this.#t = t;
  }

  update(shown: ShownNote | null, pinned: boolean): void {
    this.el.toggleClass('is-empty', shown === null);
    if (!shown) return;
    if (this.#textEl.textContent !== shown.name) this.#textEl.textContent = shown.name;
    const state = this.#stateOf(shown, pinned);
    if (this.#stateEl.textContent !== state) this.#stateEl.textContent = state;
  }

  #stateOf({ state }: ShownNote, pinned: boolean): string {
    if (state === 'deleted') return this.#t('sidebar.state.deleted');
    if (pinned) return this.#t('sidebar.state.pinned');
    return state === 'past' ? this.#t('sidebar.state.past') : '';
  }
}
