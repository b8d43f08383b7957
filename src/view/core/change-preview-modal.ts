import { Setting, type App, type ButtonComponent } from 'obsidian';
import { changingLines } from '../../compare/changed-lines';
import type { Work } from '../../model/work';
import type { Translate } from '../../i18n';
import { ActionModal } from './action-modal';
import { addRemark } from './add-remark';
import { ChangedLineList, type ShownLine } from './changed-line-list';
import { whenPainted } from './when-painted';

/** Something about the change that the user can choose. */
export interface PreviewOption {
  readonly key: string;
  readonly name: string;
  /** `''` for none. */
  readonly hint: string;
  readonly value: boolean;
}

/** A note's text as it is, and as it would be. */
export interface PreviewedChange {
  /** The note's name; shown where there are several. */
  readonly note?: string;
  readonly before: string;
  readonly after: string;
  /** Lines of `before` (1-based) that are known to be lines of `after`, though they were changed as well. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** What is told and offered above the lines. */
export type PreviewHead = Pick<ChangePreview, 'options' | 'remarks'>;

/** What the dialog is handed. */
export interface ChangePreview {
  readonly title: string;
  readonly options: readonly PreviewOption[];
  /** What there is to say beforehand, a sentence each. */
  readonly remarks?: readonly string[];
  /** What is said where nothing would change, if it is more than that. */
  readonly nothing?: string;
  /** Draws what else there is to choose; calls `redraw` when that changes what would be written, maybe with what is told and offered then. */
  readonly more?: (el: HTMLElement, redraw: (head?: PreviewHead) => void) => void;
  /** Whether single lines can be left as they are: where each is altered in its place. */
  readonly byLine?: boolean;
  /** What would be written with these options on, into one note or several; each is found out when its turn comes. */
  readonly plan: (chosen: ReadonlySet<string>) => readonly (() => PreviewedChange)[];
  /** Writes it but for the lines that are left as they are, by the note's place; tells the user how it ended. Never rejects. */
  readonly apply: (chosen: ReadonlySet<string>, left: (note: number) => ReadonlySet<number>) => Promise<unknown>;
}

/** Notes of so many characters together are compared before the next frame. */
const CHARACTERS_AT_ONCE = 200_000;
/** And so many steps of what takes long to compare. */
const STEPS_A_FRAME = 4;

/** Shows what will be written into a note, before it is. */
export class ChangePreviewModal extends ActionModal {
  readonly #t: Translate;
  readonly #preview: ChangePreview;
  readonly #chosen = new Set<string>();
  /** The options that were offered once. */
  readonly #offered = new Set<string>();
  /** By the note's place: the lines to leave. */
  readonly #left = new Map<number, Set<number>>();
  #statusEl: HTMLElement | null = null;
  #lines: ChangedLineList | null = null;
  #applyButton: ButtonComponent | null = null;
  #isApplying = false;
  #notes = 1;
  /** Not all notes are compared yet. */
  #isPart = false;
  /** What is to come is for the last plan. */
  #turn = 0;

  constructor(app: App, t: Translate, preview: ChangePreview) {
    super(app);
    this.#t = t;
    this.#preview = preview;
  }

  override onOpen(): void {
    const { contentEl } = this;
    const preview = this.#preview;
    const t = this.#t;
    this.modalEl.addClass('idea-tiers-preview');
    this.setTitle(preview.title);
    const headEl = contentEl.createDiv();
    this.#showHead(headEl, preview);
    preview.more?.(contentEl, (head) => {
      if (head) this.#showHead(headEl, head);
      this.#draw();
    });
    this.#statusEl = contentEl.createDiv({ cls: 'idea-tiers-preview-status', attr: { role: 'status' } });
    const leftIn = preview.byLine === true ? (note: number): Set<number> => this.#leftIn(note) : null;
    this.#lines = new ChangedLineList(contentEl, t, leftIn, () => this.#count());
    this.#applyButton = this.addFoot(contentEl, t, t('write.apply'), () => this.#apply());
    this.#draw();
    // The lines come first: what is read there is the reason for this dialog, and Enter must not write it unread.
    this.#lines.el.focus({ preventScroll: true });
  }

  #showHead(el: HTMLElement, { remarks = [], options }: PreviewHead): void {
    el.empty();
    for (const text of remarks) addRemark(el, text);
    for (const { key, name, hint, value } of options) {
      if (value && !this.#offered.has(key)) this.#chosen.add(key);
      this.#offered.add(key);
      new Setting(el)
        .setName(name)
        .setDesc(hint)
        .addToggle((toggle) => {
          toggle.toggleEl.setAttr('aria-label', name);
          toggle.setValue(this.#chosen.has(key)).onChange((on) => {
            if (on === this.#chosen.has(key)) return;
            if (on) this.#chosen.add(key);
            else this.#chosen.delete(key);
            this.#draw();
          });
        });
    }
  }

  override onClose(): void {
    this.#turn++;
    super.onClose();
  }

  #draw(): void {
    const plan = this.#preview.plan(this.#chosen);
    this.#notes = plan.length;
    const lines: ShownLine[] = [];
    this.#lines?.show(lines);
    this.#goOn(this.#comparing(plan, lines), ++this.#turn);
  }

  /** Compares for a frame, and what is left once that is painted: there may be hundreds of notes. */
  #goOn(work: Work<void, number>, turn: number): void {
    const { done, value } = work.next();
    this.#isPart = done !== true;
    this.#lines?.grow();
    this.#count();
    if (done === true) return;
    this.#statusEl?.setText(this.#t('repair.progress', { done: value, count: this.#notes }));
    whenPainted(this.contentEl.win, () => {
      if (turn === this.#turn) this.#goOn(work, turn);
    });
  }

  /** Tells how many notes it has compared each time that a frame is full. */
  *#comparing(plan: readonly (() => PreviewedChange)[], lines: ShownLine[]): Work<void, number> {
    let left = CHARACTERS_AT_ONCE;
    for (const [index, make] of plan.entries()) {
      const { note, before, after, pairs } = make();
      if (note !== undefined && plan.length > 1) lines.push({ kind: 'note', name: note });
      const work = changingLines(before, after, pairs);
      let step = work.next();
      for (; step.done !== true; step = work.next()) {
        left -= CHARACTERS_AT_ONCE / STEPS_A_FRAME;
        if (left > 0) continue;
        yield index;
        left = CHARACTERS_AT_ONCE;
      }
      for (const line of step.value) lines.push(line);
      left -= before.length;
      if (left > 0 || index + 1 === plan.length) continue;
      yield index + 1;
      left = CHARACTERS_AT_ONCE;
    }
  }

  #leftIn(note: number): Set<number> {
    const left = this.#left.get(note) ?? new Set();
    this.#left.set(note, left);
    return left;
  }

  #count(): void {
    const notes = this.#notes;
    const count = this.#isPart ? 0 : (this.#lines?.count ?? 0);
    const message = notes > 1 ? 'write.changesIn' : 'write.changes';
    this.#applyButton?.setDisabled(this.#isApplying || count === 0);
    if (this.#isPart) return;
    this.#statusEl?.setText(
      count === 0 ? (this.#preview.nothing ?? this.#t('write.nothing')) : this.#t(message, { count, notes }),
    );
  }

  async #apply(): Promise<void> {
    if (this.#isApplying || this.#applyButton?.disabled) return;
    this.#isApplying = true;
    this.#applyButton?.setDisabled(true);
    await this.#preview.apply(new Set(this.#chosen), (note) => this.#leftIn(note));
    this.close();
  }
}
