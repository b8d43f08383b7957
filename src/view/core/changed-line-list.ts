import type { ChangedLine } from '../../compare/changed-lines';
import type { Part } from '../../compare/words';
import type { Translate } from '../../i18n';
import { nameRegion } from './name-region';

/** A line, or the name of the note that the lines behind it are of. */
export type ShownLine = ChangedLine | { readonly kind: 'note'; readonly name: string };

/** A longer change shows this many lines first. */
const MOST_LINES = 300;

/** The lines of a change with their numbers before and after, one list item a line. */
export class ChangedLineList {
  readonly el: HTMLElement;
  readonly #listEl: HTMLElement;
  readonly #allEl: HTMLButtonElement;
  #lines: readonly ShownLine[] = [];
  #showsAll = false;

  readonly #t: Translate;
  readonly #leftIn: ((note: number) => Set<number>) | null;
  readonly #chosen: () => void;
  /** The place of the note whose lines are being drawn. */
  #note = 0;

  /**
   * @param leftIn The lines to leave as they are of a note, by its place; with it each altered line has a box.
   * @param chosen Called when a box was ticked or not.
   */
  constructor(parentEl: HTMLElement, t: Translate, leftIn: ((note: number) => Set<number>) | null, chosen: () => void) {
    this.#t = t;
    this.#leftIn = leftIn;
    this.#chosen = chosen;
    this.el = parentEl.createDiv({
      cls: 'idea-tiers-changes',
      attr: { role: 'region', tabindex: '0' },
    });
    nameRegion(this.el, t('write.region'));
    this.#listEl = this.el.createEl('ul', { attr: { role: 'list' } });
    this.#allEl = this.el.createEl('button', { cls: 'idea-tiers-changes-all', attr: { type: 'button' } });
    this.#allEl.addEventListener('click', () => this.#showAll());
  }

  /** How many lines change. */
  get count(): number {
    let note = 0;
    return this.#lines.filter((line, at) => {
      if (line.kind === 'note' && at > 0) note++;
      if (line.kind === 'altered') return this.#leftIn?.(note).has(line.before) !== true;
      return line.kind !== 'same' && line.kind !== 'skipped' && line.kind !== 'note';
    }).length;
  }

  show(lines: readonly ShownLine[]): void {
    this.#lines = lines;
    this.#listEl.empty();
    this.#note = 0;
    this.grow();
  }

  #showAll(): void {
    this.#showsAll = true;
    this.grow();
    this.el.focus();
  }

  /** Draws what has come to the lines since. */
  grow(): void {
    const first = this.#listEl.childElementCount;
    for (const line of this.#lines.slice(first, this.#showsAll ? Infinity : MOST_LINES)) this.#addLine(line);
    const rest = this.#lines.length - this.#listEl.childElementCount;
    this.#allEl.toggle(rest > 0);
    this.#allEl.setText(this.#t('sidebar.showAll', { count: this.#lines.length }));
  }

  #addLine(line: ShownLine): void {
    const t = this.#t;
    const lineEl = this.#listEl.createEl('li', { cls: `idea-tiers-change mod-${line.kind}` });
    if (line.kind === 'note') {
      if (lineEl.previousElementSibling) this.#note++;
      lineEl.createEl('h3', { text: line.name });
      return;
    }
    if (line.kind === 'skipped') {
      lineEl.setText(t('write.skipped', { count: line.count }));
      return;
    }
    const numbers = [line.kind === 'added' ? '' : line.before, line.kind === 'removed' ? '' : line.after];
    const addSign = (cls: string, text: string): void =>
      void lineEl.createSpan({ cls: `idea-tiers-change-${cls}`, text, attr: { 'aria-hidden': 'true' } });
    for (const number of numbers) addSign('number', String(number));
    if (line.kind === 'altered' && this.#leftIn) this.#addBox(lineEl, line.before, this.#leftIn(this.#note));
    else addSign('sign', signOf(line));
    const textEl = lineEl.createSpan('idea-tiers-change-text');
    textEl.createSpan({ cls: 'idea-tiers-change-name', text: `${nameOf(line, t)}: ` });
    if (line.kind === 'altered' || line.kind === 'moved') {
      lineEl.toggleClass(
        'mod-whole',
        line.parts.every(({ kind }) => kind !== 'same'),
      );
      for (const part of line.parts) addPart(textEl, part, t);
    } else textEl.appendText(line.text);
  }

  #addBox(lineEl: HTMLElement, line: number, left: Set<number>): void {
    const boxEl = lineEl.createEl('input', {
      cls: 'idea-tiers-change-sign',
      type: 'checkbox',
      attr: { 'aria-label': this.#t('write.line.altered', { line }) },
    });
    const draw = (): void => lineEl.toggleClass('is-left', left.has(line));
    boxEl.checked = !left.has(line);
    boxEl.addEventListener('change', () => {
      if (boxEl.checked) left.delete(line);
      else left.add(line);
      draw();
      this.#chosen();
    });
    draw();
  }
}

type NumberedLine = Exclude<ShownLine, { readonly kind: 'skipped' | 'note' }>;

function signOf(line: NumberedLine): string {
  switch (line.kind) {
    case 'same':
      return '';
    case 'removed':
      return '−';
    case 'added':
      return '+';
    case 'altered':
      return '~';
    case 'moved':
      return line.after < line.before ? '↑' : '↓';
  }
}

/** What a line is, for who cannot see its sign and numbers. */
function nameOf(line: NumberedLine, t: Translate): string {
  switch (line.kind) {
    case 'same':
      return t('write.line.same', { line: line.after });
    case 'removed':
      return t('write.line.removed', { line: line.before });
    case 'added':
      return t('write.line.added', { line: line.after });
    case 'altered':
      return t('write.line.altered', { line: line.after });
    case 'moved':
      return t('write.line.moved', { from: line.before, line: line.after });
  }
}

function addPart(el: HTMLElement, { kind, text }: Part, t: Translate): void {
  switch (kind) {
    case 'same':
      el.appendText(text);
      return;
    case 'removed':
    case 'added': {
      const partEl = el.createEl(kind === 'removed' ? 'del' : 'ins');
      const name = t(kind === 'removed' ? 'write.part.removed' : 'write.part.added');
      partEl.createSpan({ cls: 'idea-tiers-change-name', text: ` ${name} ` });
      partEl.appendText(text);
    }
  }
}
