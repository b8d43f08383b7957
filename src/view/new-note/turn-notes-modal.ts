import { Setting, type App, type ButtonComponent, type ToggleComponent } from 'obsidian';
import type { Translate } from '../../i18n';
import { nameOfNote } from '../../text/note-name';
import { addRemark } from '../core/add-remark';
import { ActionModal } from '../core/action-modal';
import { whenPainted } from '../core/when-painted';
import { FolderSuggest } from './new-note-folder-suggest';

/** A turn that can become a note. */
export interface TurnChoice {
  /** Its line in the chat. */
  readonly line: number;
  readonly when: string;
  readonly text: string;
  /** What the note would be called. */
  readonly title: string;
  readonly uid: string;
}

/** What is to become of a turn. */
export interface ChosenTurn extends TurnChoice {
  readonly isChosen: boolean;
}

/** What the dialog is handed. */
export interface TurnNotesActions {
  /** What there is to say beforehand, a sentence each. */
  readonly remarks: readonly string[];
  /** The folder that is proposed, and those to suggest. */
  readonly folder: string;
  folders(): readonly string[];
  /** Why no notes can be made of these turns in a folder; `''` where they can. */
  check(chosen: readonly ChosenTurn[], folder: string): string;
  /** The paths of notes that were made of messages, by their UIDs. */
  readonly made: Promise<ReadonlyMap<string, string>>;
  /** Opens the note at a path. */
  open(path: string): void;
  /** Offers to tidy the typography of texts; `take` gets the tidied ones, in the same order. */
  tidy(turns: readonly ChosenTurn[], take: (texts: readonly string[]) => void): void;
  /** Makes one note; false where that failed, and was told. */
  create(turn: ChosenTurn, folder: string): Promise<boolean>;
  /** Called when it is over, however many were made. */
  done(made: number, count: number): void;
  /** Called when the dialog is closed: what is still looked for is wanted no longer. */
  closed(): void;
}

/** As much of a turn as tells which one it is. */
const EXCERPT = 200;
/** Rows that are drawn at once: a chat may hold thousands of turns. */
const ROWS_AT_ONCE = 100;

/** Lists the turns of a chat, to make notes of those that are chosen. */
export class TurnNotesModal extends ActionModal {
  readonly #t: Translate;
  readonly #title: string;
  readonly #actions: TurnNotesActions;
  #turns: ChosenTurn[];
  readonly #toggles: ToggleComponent[] = [];
  #folder: string;
  /** As far as they are drawn. */
  readonly #rows: Setting[] = [];
  #made: ReadonlyMap<string, string> = new Map();
  #typed: readonly string[] = [];
  #statusEl: HTMLElement | null = null;
  #tidyButton: ButtonComponent | null = null;
  #createButton: ButtonComponent | null = null;
  #isCreating = false;

  constructor(app: App, t: Translate, title: string, turns: readonly TurnChoice[], actions: TurnNotesActions) {
    super(app);
    this.#t = t;
    this.#title = title;
    this.#actions = actions;
    this.#folder = actions.folder;
    this.#turns = turns.map((turn) => ({ ...turn, isChosen: false }));
  }

  override onOpen(): void {
    const { contentEl } = this;
    const t = this.#t;
    this.modalEl.addClass('idea-tiers-turns');
    this.setTitle(this.#title);
    for (const text of this.#actions.remarks) addRemark(contentEl, text);
    this.#addChoice();
    const { settingEl } = new Setting(contentEl).addButton((button) => {
      this.#tidyButton = button.setButtonText(t('steps.tidyDraft')).onClick(() => this.#tidy());
    });
    this.#addTurns(settingEl);
    void this.#actions.made.then((made) => this.#linkMade(made));
    // Below a long chat, too, it is in sight.
    const footEl = contentEl.createDiv('idea-tiers-turns-foot');
    this.#addFolder(footEl);
    this.#statusEl = footEl.createDiv({ cls: 'idea-tiers-preview-status', attr: { role: 'status' } });
    this.#createButton = this.addFoot(footEl, t, '', () => this.#create());
    this.#draw();
  }

  /** Between two notes it can be left: those that were made stay. */
  override onClose(): void {
    this.#isCreating = false;
    this.#actions.closed();
    super.onClose();
  }

  #addFolder(el: HTMLElement): void {
    const name = this.#t('newNote.folder');
    new Setting(el).setName(name).addText((field) => {
      field.setValue(this.#folder).onChange((folder) => {
        this.#folder = folder;
        this.#draw();
      });
      field.inputEl.setAttr('aria-label', name);
      new FolderSuggest(this.app, field.inputEl, () => this.#actions.folders());
    });
  }

  /** What is searched for is left to be chosen from, also by all or none. */
  #addChoice(): void {
    const t = this.#t;
    const choose = (isChosen: boolean): void =>
      this.#choose((turn) => (this.#isSought(turn) && !this.#made.has(turn.uid) ? isChosen : turn.isChosen));
    new Setting(this.contentEl)
      .setClass('idea-tiers-turns-choice')
      .addSearch((field) => {
        field.setPlaceholder(t('turns.search')).onChange((typed) => this.#filter(typed));
        field.inputEl.setAttr('aria-label', t('turns.search'));
      })
      .addButton((button) => button.setButtonText(t('turns.all')).onClick(() => choose(true)))
      .addButton((button) => button.setButtonText(t('turns.noneOf')).onClick(() => choose(false)));
  }

  #filter(typed: string): void {
    this.#typed = typed.toLowerCase().split(/\s+/);
    for (const [index, row] of this.#rows.entries()) this.#showSought(row, index);
  }

  #isSought({ text, title, when }: ChosenTurn): boolean {
    const all = `${when} ${title} ${text}`.toLowerCase();
    return this.#typed.every((word) => all.includes(word));
  }

  #showSought({ settingEl }: Setting, index: number): void {
    const turn = this.#turns[index];
    settingEl.toggle(turn !== undefined && this.#isSought(turn));
  }

  /** All at once: what follows from a choice is found out for every turn that is chosen. */
  #choose(isChosen: (turn: ChosenTurn) => boolean): void {
    this.#turns = this.#turns.map((turn) => ({ ...turn, isChosen: isChosen(turn) }));
    for (const [index, toggle] of this.#toggles.entries()) toggle.setValue(this.#turns[index]?.isChosen === true);
    this.#draw();
  }

  /** Those that have their note already lead to it, and are not to be chosen. */
  #linkMade(made: ReadonlyMap<string, string>): void {
    this.#made = made;
    this.#choose(({ uid, isChosen }) => isChosen && !made.has(uid));
    for (const [index, row] of this.#rows.entries()) this.#link(row, index);
  }

  #link(row: Setting, index: number): void {
    const path = this.#made.get(this.#turns[index]?.uid ?? '');
    if (path === undefined) return;
    this.#toggles[index]?.setDisabled(true);
    row.addButton((button) =>
      button.setButtonText(this.#t('turns.hasNote', { note: nameOfNote(path) })).onClick(() => {
        this.close();
        this.#actions.open(path);
      }),
    );
  }

  /** Draws the next rows before what stands below them, and the others once these are painted. */
  #addTurns(belowEl: HTMLElement): void {
    const first = this.#rows.length;
    for (const [at, turn] of this.#turns.slice(first, first + ROWS_AT_ONCE).entries()) {
      const row = this.#addTurn(turn, first + at);
      belowEl.before(row.settingEl);
      this.#link(row, first + at);
      this.#showSought(row, first + at);
    }
    if (this.#rows.length === this.#turns.length) return;
    whenPainted(belowEl.win, () => {
      if (belowEl.isConnected) this.#addTurns(belowEl);
    });
  }

  #addTurn({ line, when, text, title, isChosen }: ChosenTurn, index: number): Setting {
    const t = this.#t;
    const row = new Setting(this.contentEl)
      .setName(when || t('sidebar.line', { line }))
      .setDesc(text.slice(0, EXCERPT))
      .setClass('idea-tiers-field')
      .addText((field) => {
        field.setValue(title).onChange((changed) => this.#change(index, { title: changed }));
        field.inputEl.setAttr('aria-label', t('turns.title', { line }));
      })
      .addToggle((toggle) => {
        this.#toggles[index] = toggle;
        toggle.toggleEl.setAttr('aria-label', t('turns.choose', { line }));
        toggle.setValue(isChosen).onChange((on) => {
          if (on !== this.#turns[index]?.isChosen) this.#change(index, { isChosen: on });
        });
      });
    this.#rows[index] = row;
    return row;
  }

  #change(index: number, changed: Partial<ChosenTurn>): void {
    this.#turns = this.#turns.map((turn, at) => (at === index ? { ...turn, ...changed } : turn));
    this.#draw();
  }

  get #chosen(): readonly ChosenTurn[] {
    return this.#turns.filter(({ isChosen }) => isChosen);
  }

  #draw(): void {
    const problem = this.#actions.check(this.#chosen, this.#folder);
    const count = this.#chosen.length;
    this.#statusEl?.setText(problem);
    this.#createButton?.setButtonText(count === 0 ? this.#t('turns.createNone') : this.#t('turns.create', { count }));
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
      for (const [index, row] of this.#rows.entries()) row.setDesc(this.#turns[index]?.text.slice(0, EXCERPT) ?? '');
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
      if (await this.#actions.create(turn, this.#folder)) made++;
      show();
    }
    this.close();
    this.#actions.done(made, chosen.length);
  }
}
