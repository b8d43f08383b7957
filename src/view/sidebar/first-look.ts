import type { Translate } from '../../i18n';
import { addButton } from '../core/buttons';
import type { SidebarServices } from '../core/services';

/** What upstream and downstream mean: a sentence, and a picture of three ideas. Nothing is drawn until it is wanted. */
export class FirstLook {
  readonly #t: Translate;
  readonly #look: SidebarServices['firstLook'];
  readonly el = createDiv('idea-tiers-first-look is-empty');

  constructor(t: Translate, look: SidebarServices['firstLook']) {
    this.#t = t;
    this.#look = look;
  }

  /** @param hasPlace Whether what is shown has ideas, or could have. */
  update(hasPlace: boolean): void {
    const isShown = hasPlace && this.#look.isWanted();
    this.el.toggleClass('is-empty', !isShown);
    if (isShown && this.el.childElementCount === 0) this.#draw();
  }

  #draw(): void {
    const t = this.#t;
    this.el.createDiv({ text: t('firstLook.sentence') });
    const pictureEl = this.el.createEl('ul', { attr: { role: 'list' } });
    for (const [idea, place] of [
      ['above', 'sidebar.relation.upstream'],
      ['note', 'firstLook.thisNote'],
      ['below', 'sidebar.relation.downstream'],
    ] as const) {
      const ideaEl = pictureEl.createEl('li', { text: t(`firstLook.${idea}`), attr: { role: 'listitem' } });
      ideaEl.createSpan({ text: t(place) });
    }
    addButton(this.el, '', 'check', t('firstLook.seen'), () => {
      this.#look.dismiss();
      this.update(false);
    });
  }
}
