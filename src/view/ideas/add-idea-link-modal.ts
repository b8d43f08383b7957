import { Setting, type App } from 'obsidian';
import type { Translate } from '../../i18n';
import { ActionModal } from '../core/action-modal';
import type { Relation } from '../../model/vocabulary';
import { LIST_RELATIONS } from './idea-link-actions';

/** What is said of an idea that is to be added. */
export interface IdeaLinkFields {
  readonly relation: Relation;
  readonly sentence: string;
  /** What the other note is to say of this one, which it lists then, too; `null` where it is left as it is. */
  readonly back: string | null;
}

/** What the dialog is about. */
interface AddedIdea {
  /** What the dialog is called. */
  readonly title: string;
  /** Name of the note that is linked to. */
  readonly idea: string;
  readonly relation: Relation;
}

/** Asks how an idea is related to a note, and for a sentence on it. */
export class AddIdeaLinkModal extends ActionModal {
  readonly #t: Translate;
  readonly #added: AddedIdea;
  readonly #done: (fields: IdeaLinkFields) => void;
  #fields: IdeaLinkFields;

  constructor(app: App, t: Translate, added: AddedIdea, done: (fields: IdeaLinkFields) => void) {
    super(app);
    this.#t = t;
    this.#added = added;
    this.#done = done;
    this.#fields = { relation: added.relation, sentence: '', back: null };
  }

  override onOpen(): void {
    const { contentEl } = this;
    const t = this.#t;
    const { title, idea, relation } = this.#added;
    this.modalEl.addClass('idea-tiers-add-idea');
    this.setTitle(title);
    contentEl.createEl('p', { text: idea });
    new Setting(contentEl).setName(t('ideaLink.relation')).addDropdown((dropdown) => {
      for (const one of LIST_RELATIONS) dropdown.addOption(one, t(`relations.${one}`));
      dropdown.selectEl.setAttr('aria-label', t('ideaLink.relation'));
      dropdown.setValue(relation).onChange((value) => {
        this.#change({ relation: LIST_RELATIONS.find((one) => one === value) ?? relation });
      });
    });
    const sentenceEl = this.#addText(contentEl, t('ideaLink.sentence'), (sentence) => this.#change({ sentence }));
    const backEl = createDiv();
    const backAreaEl = this.#addText(backEl, t('ideaLink.back', { note: idea }), (back) => this.#change({ back }));
    new Setting(contentEl).setName(t('ideaLink.listThere')).addToggle((toggle) => {
      toggle.toggleEl.setAttr('aria-label', t('ideaLink.listThere'));
      toggle.onChange((on) => {
        backEl.toggle(on);
        this.#change({ back: on ? backAreaEl.value : null });
      });
    });
    contentEl.append(backEl);
    backEl.hide();
    this.addFoot(contentEl, t, t('ideaLink.next'), () => this.#finish());
    sentenceEl.focus();
  }

  #addText(parentEl: HTMLElement, name: string, changed: (text: string) => void): HTMLTextAreaElement {
    const setting = new Setting(parentEl).setName(name).setClass('idea-tiers-new-note-text');
    const areaEl = setting.controlEl.createEl('textarea', { attr: { rows: 3, 'aria-label': name } });
    areaEl.addEventListener('input', () => changed(areaEl.value));
    return areaEl;
  }

  #change(changed: Partial<IdeaLinkFields>): void {
    this.#fields = { ...this.#fields, ...changed };
  }

  #finish(): void {
    this.close();
    this.#done(this.#fields);
  }
}
