import { Setting, type App, type ButtonComponent } from 'obsidian';
import type { Translate } from '../i18n';
import { ActionModal } from './action-modal';

/** A turn that can become a note. */
export interface TurnChoice {
  /** Its line in the chat. */
  readonly line: number;
  readonly when: string;
  readonly text: string;
  /** What the note would be called. */
  readonly title: string;
}

/** What is to become of a turn. */
export interface ChosenTurn extends TurnChoice {
  readonly isChosen: boolean;
}

/** What the dialog is handed. */
export interface TurnNotesActions {
  /** What there is to say beforehand, a sentence each. */
  readonly remarks: readonly string[];
  /** Why no notes can be made of these turns; `''` where they can. */
  check(chosen: readonly ChosenTurn[]): string;
  /** Offers to tidy the typography of texts; `take` gets the tidied ones, in the same order. */
  tidy(turns: readonly ChosenTurn[], take: (texts: readonly string[]) => void): void;
  /** Makes one note; false where that failed, and was told. */
  create(turn: ChosenTurn): Promise<boolean>;
  /** Called when it is over, however many were made. */
  done(made: number, count: number): void;
}

/** As much of a turn as tells which one it is. */
const EXCERPT = 200;

/** Lists the turns of a chat, to make notes of those that are chosen. */
export class TurnNotesModal extends ActionModal {
  readonly #t: Translate;
  readonly #title: string;
  readonly #actions: TurnNotesActions;
  #turns: ChosenTurn[];
  readonly #rows: Setting[] = [];
  #statusEl: HTMLElement | null = null;
  #tidyButton: ButtonComponent | null = null;
  #createButton: ButtonComponent | null = null;
  #isCreating = false;

  constructor(app: App, t: Translate, title: string, turns: readonly TurnChoice[], actions: TurnNotesActions) {
    super(app);
    this.#t = t;
    this.#title = title;
    this.#actions = actions;
    this.#turns = turns.map((turn) => ({ ...turn, isChosen: false }));
  }

  override onOpen(): void {
    const { contentEl } = this;
    const t = this.#t;
    this.modalEl.addClass('idea-tiers-turns');
    this.setTitle(this.#title);
    for (const text of this.#actions.remarks) contentEl.createDiv({ cls: 'idea-tiers-preview-remark', text });
    this.#turns.forEach((turn, index) => this.#addTurn(turn, index));
    new Setting(contentEl).addButton((button) => {
      this.#tidyButton = button.setButtonText(t('steps.tidyDraft')).onClick(() => this.#tidy());
    });
    // Below a long chat, too, it is in sight.
    const footEl = contentEl.createDiv('idea-tiers-turns-foot');
    this.#statusEl = footEl.createDiv({ cls: 'idea-tiers-preview-status', attr: { role: 'status' } });
    this.#createButton = this.addFoot(footEl, t, '', () => this.#create());
    this.#draw();
  }

  /** Between two notes it can be left: those that were made stay. */
  override onClose(): void {
    this.#isCreating = false;
    super.onClose();
  }

  #addTurn({ line, when, text, title }: ChosenTurn, index: number): void {
    const t = this.#t;
    this.#rows[index] = new Setting(this.contentEl)
      .setName(when || t('sidebar.line', { line }))
      .setDesc(text.slice(0, EXCERPT))
      .setClass('idea-tiers-field')
      .addText((field) => {
        field.setValue(title).onChange((changed) => this.#change(index, { title: changed }));
        field.inputEl.setAttr('aria-label', t('turns.title', { line }));
      })
      .addToggle((toggle) => {
        toggle.toggleEl.setAttr('aria-label', t('turns.choose', { line }));
        toggle.onChange((isChosen) => this.#change(index, { isChosen }));
      });
  }

  #change(index: number, changed: Partial<ChosenTurn>): void {
    this.#turns = this.#turns.map((turn, at) => (at === index ? { ...turn, ...changed } : turn));
    this.#draw();
  }

  get #chosen(): readonly ChosenTurn[] {
    return this.#turns.filter(({ isChosen }) => isChosen);
  }

  #draw(): void {
    const problem = this.#actions.check(this.#chosen);
    const count = this.#chosen.length;
    this.#statusEl?.setText(problem);
    this.#createButton?.setButtonText(this.#t('turns.create', { count }));
    this.#tidyButton?.setDisabled(count === 0);
    this.#createButton?.setDisabled(this.#isCreating || count === 0 || problem !== '');
  }

  #tidy(): void {
    const chosen = this.#chosen;
    this.#actions.tidy(chosen, (texts) => {
      this.#turns = this.#turns.map((turn) => {
        const place = chosen.findIndex(({ line }) => line === turn.line);
        return place === -1 ? turn : { ...turn, text: texts[place] ?? turn.text };
      });
      for (const [index, { text }] of this.#turns.entries()) this.#rows[index]?.setDesc(text.slice(0, EXCERPT));
    });
  }

  async #create(): Promise<void> {
    const chosen = this.#chosen;
    if (this.#isCreating || this.#createButton?.disabled) return;
    this.#isCreating = true;
    this.#draw();
    const progressEl = createEl('progress', {
      cls: 'idea-tiers-progress',
      attr: { max: chosen.length, 'aria-label': this.#title },
    });
    this.#statusEl?.before(progressEl);
    let made = 0;
    const show = (): void => {
      progressEl.value = made;
      this.#statusEl?.setText(this.#t('turns.created', { done: made, count: chosen.length }));
    };
    show();
    for (const turn of chosen) {
      if (!this.#isCreating) break;
      if (await this.#actions.create(turn)) made++;
      show();
    }
    this.close();
    this.#actions.done(made, chosen.length);
  }
}
