import { SuggestModal, prepareSimpleSearch, type App } from 'obsidian';
import type { Translate } from '../../i18n';
import { STEP_NUMBERS, type StepNumber } from '../../model/vocabulary';
import { firstIndex } from '../../text/first-index';
import { setText } from '../core/keyed-list';
import { MORE_ROWS, moreRows } from '../core/more-rows';
import { nameRegion } from '../core/name-region';
import { addPlainButton, addProgress } from '../core/buttons';

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
/** Shown of the list first, and more each time that more are asked for: a large vault has thousands. */
const MOST_ROWS = 100;
const KINDS = [...STEP_NUMBERS, 'fields'] as const;

/** A note that lacks something, with what is asked of it again and again. */
interface Row {
  readonly note: GatheredNote;
  readonly kinds: readonly Lack['what'][];
  readonly steps: number;
  readonly words: string;
}

/** The notes that lack something, in groups by what they lack; a click opens one where to go on. */
export class UnfinishedNotesModal extends SuggestModal<Row> {
  override limit = 0;
  readonly #t: Translate;
  readonly #search: UnfinishedSearch;
  readonly #stop = new AbortController();
  readonly #chosen = new Set<Lack['what']>();
  /** As they are listed: each is put in its place when it is found. */
  readonly #rows: Row[] = [];
  /** Finished ones too. */
  #all = 0;
  /** How many are shown the next time, and are shown now; and the button for more. */
  #most = MOST_ROWS;
  #shown = 0;
  #moreEl: HTMLElement | null = null;

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
    const barEl = addProgress(headEl, { max: count, value: 0, 'aria-label': t('commands.unfinishedNotes') });
    const statusEl = headEl.createDiv({ attr: { role: 'status' } });
    const stopEl = addPlainButton(headEl, { text: t('repair.stop') }, () => this.#stop.abort());
    const showChips = this.#chips(headEl);
    let done = 0;
    let refreshed = 0;
    // A list that is made anew begins at its top: not while somebody goes through it.
    const isBrowsing = (): boolean =>
      this.resultContainerEl.querySelector('.suggestion-item')?.hasClass('is-selected') === false;
    const refresh = (): void => {
      refreshed = performance.now();
      showChips();
      this.#ask();
    };
    const found = (note: GatheredNote): void => {
      this.#all++;
      const kinds = note.lacks.map(({ what }) => what);
      if (kinds.length === 0) return;
      const steps = kinds.filter((kind) => kind !== 'fields').length;
      const row: Row = { note, kinds, steps, words: `${this.#words(note)} · ${note.path}` };
      const at = firstIndex(this.#rows, (other) => compare(row, other) < 0);
      this.#rows.splice(at, 0, row);
    };
    const progress = (read: number): void => {
      done = read;
      if (performance.now() - refreshed < REFRESH_MS) return;
      barEl.value = done;
      setText(statusEl, t('unfinished.reading', { done, count, found: this.#rows.length }));
      if (!isBrowsing()) refresh();
    };
    void gather(found, this.#stop.signal, progress).then(() => {
      barEl.remove();
      if (stopEl.doc.activeElement === stopEl) this.inputEl.focus();
      stopEl.remove();
      const key = done < count ? 'unfinished.stopped' : 'unfinished.read';
      setText(statusEl, t(key, { done, count: done < count ? count : this.#all, found: this.#rows.length }));
      this.#moreEl = createEl('button', 'idea-tiers-unfinished-more');
      this.#moreEl.addEventListener('click', () => this.#showMore());
      this.resultContainerEl.after(this.#moreEl);
      if (isBrowsing()) {
        // What is selected stays under the finger that is about to press Enter; the rest comes by the button.
        showChips();
        this.#offerMore(this.#sought(this.inputEl.value).length);
      } else refresh();
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

  override getSuggestions(query: string): Row[] {
    const found = this.#sought(query);
    const shown = found.slice(0, this.#most);
    this.#most = MOST_ROWS;
    this.#shown = shown.length;
    this.#offerMore(found.length);
    return shown;
  }

  #sought(query: string): Row[] {
    const typed = query.trim();
    const search = prepareSimpleSearch(typed);
    return this.#rows.filter(
      ({ kinds, words }) =>
        [...this.#chosen].every((kind) => kinds.includes(kind)) && (typed === '' || search(words) !== null),
    );
  }

  /** Has the button say how many more there are than are shown. */
  #offerMore(count: number): void {
    this.#moreEl?.toggle(count > this.#shown);
    this.#moreEl?.setText(moreRows(this.#t, this.#shown, count));
  }

  override renderSuggestion({ note, words }: Row, el: HTMLElement): void {
    el.addClass('mod-complex');
    const contentEl = el.createDiv('suggestion-content');
    contentEl.createDiv({ cls: 'suggestion-title', text: note.name });
    contentEl.createDiv({ cls: 'suggestion-note', text: words });
  }

  override onChooseSuggestion({ note }: Row): void {
    this.#search.open(note);
  }

  /** Has the suggestions asked for again, in the only documented way. */
  #ask(): void {
    this.inputEl.dispatchEvent(new Event('input'));
  }

  /** The list is made anew, and goes on where it was. */
  #showMore(): void {
    const { scrollTop } = this.resultContainerEl;
    this.#most = this.#shown + MORE_ROWS;
    this.#ask();
    this.resultContainerEl.scrollTop = scrollTop;
    if (this.#moreEl?.isShown() !== true) this.inputEl.focus();
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
      const buttonEl = addPlainButton(listEl, { attr: { 'aria-pressed': 'false' } }, () => {
        if (!this.#chosen.delete(kind)) this.#chosen.add(kind);
        const isOn = this.#chosen.has(kind);
        buttonEl.setAttr('aria-pressed', String(isOn));
        this.#ask();
      });
      return () => {
        const count = this.#rows.filter(({ kinds }) => kinds.includes(kind)).length;
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
function compare(a: Row, b: Row): number {
  return b.steps - a.steps || a.kinds.join().localeCompare(b.kinds.join()) || a.note.name.localeCompare(b.note.name);
}
