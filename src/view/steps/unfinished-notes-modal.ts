import { SuggestModal, prepareSimpleSearch, type App } from 'obsidian';
import type { Translate } from '../../i18n';
import { STEP_NUMBERS, type StepNumber } from '../../model/vocabulary';
import { setText } from '../core/keyed-list';
import { nameRegion } from '../core/name-region';

export type Lack =
  { readonly what: StepNumber; readonly isMissing: boolean } | { readonly what: 'fields'; readonly count: number };

export interface GatheredNote {
  readonly path: string;
  readonly name: string;
  /** Empty for a note that is finished. */
  readonly lacks: readonly Lack[];
  /** Where to go on with it, from 1. */
  readonly line: number;
}

/** What the dialog is handed. */
export interface UnfinishedSearch {
  /** How many notes there are to be read. */
  readonly count: number;
  /** Reads the notes and tells of each that has steps. Never rejects. */
  readonly gather: (
    found: (note: GatheredNote) => void,
    signal: AbortSignal,
    progress: (done: number) => void,
  ) => Promise<unknown>;
  readonly open: (note: GatheredNote) => void;
}

/** While notes are being read, the list is brought up to date this often. */
const REFRESH_MS = 500;
const KINDS = [...STEP_NUMBERS, 'fields'] as const;

/** The notes that lack something, in groups by what they lack; a click opens one where to go on. */
export class UnfinishedNotesModal extends SuggestModal<GatheredNote> {
  override limit = 0;
  readonly #t: Translate;
  readonly #search: UnfinishedSearch;
  readonly #stop = new AbortController();
  readonly #chosen = new Set<Lack['what']>();
  readonly #notes: GatheredNote[] = [];
  /** Finished ones too. */
  #all = 0;

  constructor(app: App, t: Translate, search: UnfinishedSearch) {
    super(app);
    this.#t = t;
    this.#search = search;
    this.setPlaceholder(t('unfinished.search'));
    this.emptyStateText = t('unfinished.empty');
  }

  override onOpen(): void {
    // What it does itself is no part of the documented class.
    void super.onOpen();
    const t = this.#t;
    const { count, gather } = this.#search;
    const headEl = createDiv('idea-tiers-unfinished');
    this.resultContainerEl.before(headEl);
    const barEl = headEl.createEl('progress', {
      cls: 'idea-tiers-progress',
      attr: { max: count, value: 0, 'aria-label': t('commands.unfinishedNotes') },
    });
    const statusEl = headEl.createDiv({ attr: { role: 'status' } });
    const stopEl = headEl.createEl('button', { text: t('unfinished.stop') });
    stopEl.addEventListener('click', () => this.#stop.abort());
    const showChips = this.#chips(headEl);
    let done = 0;
    let refreshed = 0;
    // A list that is made anew begins at its top: not while somebody goes through it.
    const isBrowsing = (): boolean =>
      this.resultContainerEl.querySelector('.suggestion-item')?.hasClass('is-selected') === false;
    const refresh = (): void => {
      refreshed = performance.now();
      this.#notes.sort((a, b) => compare(groupOf(a), groupOf(b)) || a.name.localeCompare(b.name));
      showChips();
      // The only documented way to have the suggestions asked for again.
      this.inputEl.dispatchEvent(new Event('input'));
    };
    const found = (note: GatheredNote): void => {
      this.#all++;
      if (note.lacks.length > 0) this.#notes.push(note);
    };
    const progress = (read: number): void => {
      done = read;
      if (performance.now() - refreshed < REFRESH_MS) return;
      barEl.value = done;
      setText(statusEl, t('unfinished.reading', { done, count, found: this.#notes.length }));
      if (!isBrowsing()) refresh();
    };
    void gather(found, this.#stop.signal, progress).then(() => {
      barEl.remove();
      if (stopEl.doc.activeElement === stopEl) this.inputEl.focus();
      stopEl.remove();
      const key = done < count ? 'unfinished.stopped' : 'unfinished.read';
      setText(statusEl, t(key, { done, count: done < count ? count : this.#all, found: this.#notes.length }));
      refresh();
    });
  }

  override onClose(): void {
    super.onClose();
    this.#stop.abort();
  }

  /** Enter on a button is for the button, not for the suggestion. */
  override selectActiveSuggestion(evt: MouseEvent | KeyboardEvent): void {
    const focused = this.modalEl.querySelector<HTMLElement>('button:focus');
    if (focused) focused.click();
    else super.selectActiveSuggestion(evt);
  }

  override getSuggestions(query: string): GatheredNote[] {
    const search = prepareSimpleSearch(query.trim());
    return this.#notes.filter(
      (note) =>
        [...this.#chosen].every((kind) => note.lacks.some(({ what }) => what === kind)) &&
        (query.trim() === '' || search(`${note.path} ${this.#words(note)}`) !== null),
    );
  }

  override renderSuggestion(note: GatheredNote, el: HTMLElement): void {
    el.addClass('mod-complex');
    const contentEl = el.createDiv('suggestion-content');
    contentEl.createDiv({ cls: 'suggestion-title', text: note.name });
    contentEl.createDiv({ cls: 'suggestion-note', text: `${this.#words(note)} · ${note.path}` });
  }

  override onChooseSuggestion(note: GatheredNote): void {
    this.#search.open(note);
  }

  #words({ lacks }: GatheredNote): string {
    const t = this.#t;
    return lacks
      .map((lack) => {
        if (lack.what === 'fields') return t('unfinished.fields', { count: lack.count });
        return t(lack.isMissing ? 'unfinished.missing' : 'unfinished.blank', { step: lack.what });
      })
      .join(' · ');
  }

  /** Buttons that show only the notes that lack this, each with their number. Gives what brings the numbers up to date. */
  #chips(headEl: HTMLElement): () => void {
    const t = this.#t;
    const listEl = headEl.createDiv({
      cls: 'idea-tiers-unfinished-chips',
      attr: { role: 'group' },
    });
    nameRegion(listEl, t('unfinished.lacks'));
    const chips = KINDS.map((kind) => {
      const name = kind === 'fields' ? t('unfinished.anyFields') : t('settings.stepHeading', { step: kind });
      const buttonEl = listEl.createEl('button', { attr: { 'aria-pressed': 'false' } });
      buttonEl.addEventListener('click', () => {
        if (!this.#chosen.delete(kind)) this.#chosen.add(kind);
        const isOn = this.#chosen.has(kind);
        buttonEl.setAttr('aria-pressed', String(isOn));
        this.inputEl.dispatchEvent(new Event('input'));
      });
      return () => {
        const count = this.#notes.filter(({ lacks }) => lacks.some(({ what }) => what === kind)).length;
        setText(buttonEl, `${name}: ${count}`);
        buttonEl.toggle(count > 0 || this.#chosen.has(kind));
      };
    });
    return () => {
      for (const update of chips) update();
    };
  }
}

/** Notes that lack the same stand together, those that lack most first. */
function groupOf({ lacks }: GatheredNote): readonly [number, string] {
  return [-lacks.filter(({ what }) => what !== 'fields').length, lacks.map(({ what }) => what).join()];
}

function compare(a: readonly [number, string], b: readonly [number, string]): number {
  return a[0] - b[0] || a[1].localeCompare(b[1]);
}
