import type { Translate } from '../i18n';
import { nameOfNote } from '../text/note-name';

/** The line that names the notes come by, each a step back; hidden where there are none. */
export class WayLine {
  readonly #back: (notes: number) => void;
  readonly el = createEl('nav', 'idea-tiers-way');
  #paths: readonly string[] = [];

  constructor(t: Translate, back: (notes: number) => void) {
    this.#back = back;
    this.el.setAttr('aria-label', t('sidebar.way'));
  }

  /** @param paths The note before the one shown now last. */
  update(paths: readonly string[]): void {
    if (paths.join('\n') === this.#paths.join('\n')) return;
    this.#paths = paths;
    this.el.replaceChildren(
      ...paths.map((path, index) => {
        const stepEl = createEl('button', { cls: 'idea-tiers-text-button', text: nameOfNote(path) });
        stepEl.addEventListener('click', () => this.#back(paths.length - index));
        return stepEl;
      }),
    );
  }
}
