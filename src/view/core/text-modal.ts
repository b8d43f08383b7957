import type { App } from 'obsidian';
import type { Translate } from '../../i18n';
import { ActionModal } from './action-modal';

/** A text to be taken out of a dialog by hand, or put into it, where the clipboard is closed to plugins, as on phones. */
export class TextModal extends ActionModal {
  /** @param use Is handed what stands in the field when the button named `action` is pressed. */
  constructor(app: App, t: Translate, title: string, text: string, action: string, use: (text: string) => unknown) {
    super(app);
    this.setTitle(title);
    const { contentEl } = this;
    const areaEl = contentEl.createEl('textarea', {
      cls: 'idea-tiers-whole-text',
      text,
      attr: { rows: 12, 'aria-label': title },
    });
    areaEl.readOnly = text !== '';
    this.addFoot(contentEl, t, action, () => {
      use(areaEl.value);
      this.close();
    });
    // Once it is in the page: what is selected is copied by the keys and by the phone's own menu.
    this.#select = () => areaEl.select();
  }

  readonly #select: () => void;

  override onOpen(): void {
    this.#select();
  }
}
