import { ConfirmationModal, Setting, type App, type ButtonComponent } from 'obsidian';
import type { Translate } from '../../i18n';
import { ActionModal } from '../core/action-modal';
import { IdeaBoxes } from '../ideas/idea-boxes';
import { FolderSuggest } from './new-note-folder-suggest';
import type { NewNoteActions, NewNoteFields, NewNotePlan } from './new-note-form';
import { planMessages } from './new-note-messages';
import { nameBy } from '../core/name-region';
import { openDialog } from '../core/open-dialog';

type TextField = 'titleRu' | 'titleEn' | 'folder' | 'tags' | 'text';

/** Asks for a new three-step note and shows what it will be. What was typed is never lost without a question. */
export class NewNoteModal extends ActionModal {
  readonly #t: Translate;
  readonly #initial: NewNoteFields;
  readonly #actions: NewNoteActions;
  #fields: NewNoteFields;
  #plan: NewNotePlan;
  readonly #inputs = new Map<TextField, HTMLElement>();
  #messagesEl: HTMLElement | null = null;
  #previewEl: HTMLElement | null = null;
  #boxes: IdeaBoxes | null = null;
  #createButton: ButtonComponent | null = null;
  #shownMessages = '';
  #creating = false;
  #mayClose = false;
  #asking = false;

  constructor(
    app: App,
    t: Translate,
    /** What the fields hold at first. Closing the dialog asks nothing as long as they hold it. */
    initial: NewNoteFields,
    actions: NewNoteActions,
  ) {
    super(app);
    this.#t = t;
    this.#initial = initial;
    this.#actions = actions;
    this.#fields = initial;
    this.#plan = actions.plan(initial);
  }

  override onOpen(): void {
    const { contentEl } = this;
    const t = this.#t;
    this.modalEl.addClass('idea-tiers-new-note');
    this.setTitle(t('commands.newNote'));
    this.#addField('titleRu', t('newNote.titleRu'));
    this.#addField('titleEn', t('newNote.titleEn'));
    const folderEl = this.#addField('folder', t('newNote.folder'), t('newNote.folderHint'));
    new FolderSuggest(this.app, folderEl, () => this.#actions.folders());
    this.#addField('tags', t('newNote.tags'), t('newNote.tagsHint'));
    this.#addTextArea();
    const source = this.#actions.boxes(() => ({ fields: this.#fields, plan: this.#plan }));
    const boxes = new IdeaBoxes(contentEl, t, source, () => this.#change({ ideas: boxes.ticked }));
    this.#boxes = boxes;
    this.#messagesEl = contentEl.createDiv({ cls: 'idea-tiers-new-note-messages', attr: { role: 'status' } });
    this.#addPreview();
    this.#createButton = this.addFoot(contentEl, t, t('newNote.create'), () => this.#create());
    this.#draw();
    this.#inputs.get('titleRu')?.focus();
  }

  /** Escape, the cross, and a click beside the dialog all come here. */
  override close(): void {
    if (this.#mayClose || !this.#hasTyping()) super.close();
    else if (!this.#asking && !this.#creating) this.#askToDiscard();
  }

  #addField(field: TextField, name: string, hint = ''): HTMLInputElement {
    const setting = new Setting(this.contentEl).setName(name).setDesc(hint).setClass('idea-tiers-field');
    const inputEl = setting.controlEl.createEl('input', { type: 'text', value: this.#fields[field] });
    this.#bind(field, inputEl, setting);
    return inputEl;
  }

  #addTextArea(): void {
    const setting = new Setting(this.contentEl).setName(this.#t('newNote.text')).setDesc(this.#t('newNote.textHint'));
    setting.setClass('idea-tiers-new-note-text');
    const areaEl = setting.controlEl.createEl('textarea', { attr: { rows: 6, lang: 'ru' } });
    areaEl.value = this.#fields.text;
    this.#bind('text', areaEl, setting);
    const corrected = this.#t('newNote.isCorrected');
    new Setting(this.contentEl)
      .setName(corrected)
      .setDesc(this.#t('newNote.isCorrectedHint'))
      .addToggle((toggle) => {
        toggle.toggleEl.setAttr('aria-label', corrected);
        toggle.setValue(this.#fields.isCorrected).onChange((isCorrected) => this.#change({ isCorrected }));
      });
    new Setting(this.contentEl).addButton((button) =>
      button.setButtonText(this.#t('steps.tidyDraft')).onClick(() =>
        this.#actions.tidy(this.#fields.text, (text) => {
          areaEl.value = text;
          this.#change({ text });
        }),
      ),
    );
  }

  #bind(field: TextField, el: HTMLInputElement | HTMLTextAreaElement, setting: Setting): void {
    el.setAttr('aria-label', setting.nameEl.getText());
    el.setAttr('name', field);
    el.addEventListener('input', () => {
      const renamed = field === 'titleRu' || field === 'titleEn' || field === 'folder';
      this.#change({ [field]: el.value, ...(renamed ? { name: '' } : {}) });
      this.#boxes?.lookSoon();
    });
    this.#inputs.set(field, el);
  }

  #addPreview(): void {
    const detailsEl = this.contentEl.createEl('details', { cls: 'idea-tiers-new-note-preview' });
    const nameEl = detailsEl.createEl('summary', { text: this.#t('newNote.preview') });
    this.#previewEl = detailsEl.createEl('pre', { attr: { tabindex: '0', role: 'region' } });
    nameBy(this.#previewEl, nameEl);
  }

  #change(changed: Partial<NewNoteFields>): void {
    this.#fields = { ...this.#fields, ...changed };
    this.#plan = this.#actions.plan(this.#fields);
    this.#draw();
  }

  #draw(): void {
    this.#drawMessages();
    this.#previewEl?.setText(this.#plan.note);
    this.#createButton?.setDisabled(this.#creating || this.#plan.state.kind !== 'ready');
  }

  /** Left alone while it says the same, so that a screen reader does not say it again on every key. */
  #drawMessages(): void {
    const messages = planMessages(this.#plan, this.#t);
    const key = messages.join('\n');
    if (!this.#messagesEl || key === this.#shownMessages) return;
    this.#shownMessages = key;
    this.#messagesEl.empty();
    for (const text of messages) this.#messagesEl.createDiv({ text });
    const { state } = this.#plan;
    this.#messagesEl.toggleClass('is-blocked', state.kind !== 'ready' && state.kind !== 'untitled');
    if (state.kind === 'taken') this.#addSuggestion(this.#messagesEl, state.freeName);
  }

  #addSuggestion(el: HTMLElement, name: string): void {
    const buttonEl = el.createEl('button', { text: this.#t('newNote.useName', { name }), attr: { type: 'button' } });
    buttonEl.addEventListener('click', () => {
      this.#change({ name });
      this.#createButton?.buttonEl.focus();
    });
  }

  async #create(): Promise<void> {
    if (this.#creating) return;
    // Planned anew: the vault may have changed since the last key, and the note's time is that of its creation.
    this.#change({});
    const plan = this.#plan;
    if (plan.state.kind !== 'ready') {
      this.#inputs.get(this.#fields.titleRu.trim() === '' ? 'titleEn' : 'titleRu')?.focus();
      return;
    }
    this.#creating = true;
    this.#draw();
    const outcome = await this.#actions.create(plan);
    this.#creating = false;
    if (outcome === 'created') {
      this.#mayClose = true;
      this.close();
      this.#actions.created(plan);
    } else this.#change({});
  }

  #hasTyping(): boolean {
    const isTyped = (['titleRu', 'titleEn', 'tags', 'text'] as const).some((field) => {
      return this.#fields[field].trim() !== this.#initial[field].trim();
    });
    return isTyped || this.#fields.ideas.length > 0;
  }

  #askToDiscard(): void {
    this.#asking = true;
    const question = new ConfirmationModal(this.app);
    question.setTitle(this.#t('newNote.discardQuestion'));
    question.addButton((button) =>
      button
        .setButtonText(this.#t('newNote.discard'))
        .setDestructive()
        .onClick(() => {
          this.#mayClose = true;
        }),
    );
    question.addButton((button) =>
      button
        .setButtonText(this.#t('newNote.keepWriting'))
        .setCancel()
        .setInitialFocus()
        .onClick(() => undefined),
    );
    openDialog(question, () => {
      this.#asking = false;
      if (this.#mayClose) this.close();
    });
  }
}
