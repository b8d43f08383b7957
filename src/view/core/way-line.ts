import type { Translate } from '../../i18n';
import { nameOfNote } from '../../text/note-name';
import { nameRegion } from './name-region';

/** The line that names the notes come by, each a step back; hidden where there are none. */
export class WayLine {
  readonly #back: (notes: number) => void;
  readonly el = createEl('nav', 'idea-tiers-way is-empty');
  readonly #nameEl: HTMLElement;
  #paths: readonly string[] = [];

  constructor(t: Translate, back: (notes: number) => void) {
    this.#back = back;
    this.#nameEl = nameRegion(this.el, t('sidebar.way'));
  }

  /** @param paths The note before the one shown now last. */
  update(paths: readonly string[]): void {
    if (paths.join('\n') === this.#paths.join('\n')) return;
    this.#paths = paths;
    this.el.toggleClass('is-empty', paths.length === 0);
    this.el.replaceChildren(
      this.#nameEl,
      ...paths.map((path, index) => {
        const stepEl = createEl('button', { cls: 'idea-tiers-text-button', text: nameOfNote(path) });
        stepEl.addEventListener('click', () => this.#back(paths.length - index));
        return stepEl;
      }),
    );
  }
}
