import type { ISuggestOwner } from 'obsidian';

/** Tells one list of suggestions from another, for `aria-activedescendant`. */
let lists = 0;

/** The list of suggestions under a field: it draws them, keeps one selected, and hands over the one that is chosen. */
export class Chooser<T> {
  private values: T[] = [];
  private items: HTMLElement[] = [];
  private selected = 0;
  private readonly listId = `suggestion-list-${(lists += 1)}`;

  constructor(
    private readonly owner: ISuggestOwner<T>,
    private readonly containerEl: HTMLElement,
    private readonly inputEl: HTMLElement,
  ) {
    containerEl.setAttrs({ role: 'listbox', id: this.listId, 'aria-label': 'Suggestions' });
    inputEl.setAttrs({
      role: 'combobox',
      'aria-controls': this.listId,
      'aria-expanded': 'true',
      'aria-autocomplete': 'list',
    });
  }

  get length(): number {
    return this.values.length;
  }

  setSuggestions(values: readonly T[]): void {
    this.values = [...values];
    this.containerEl.empty();
    this.items = this.values.map((value, index) => {
      const itemEl = this.containerEl.createDiv({
        cls: 'suggestion-item',
        attr: { role: 'option', id: `${this.listId}-${index}` },
      });
      this.owner.renderSuggestion(value, itemEl);
      // The field keeps the focus while an entry is clicked.
      itemEl.addEventListener('mousedown', (evt) => evt.preventDefault());
      itemEl.addEventListener('click', (evt) => this.owner.selectSuggestion(value, evt));
      itemEl.addEventListener('mousemove', () => this.select(index));
      return itemEl;
    });
    this.select(0);
  }

  /** Selects the entry `step` further on, from the last to the first. */
  move(step: number): void {
    if (this.values.length === 0) return;
    this.select((this.selected + step + this.values.length) % this.values.length);
    this.items[this.selected]?.scrollIntoView?.({ block: 'nearest' });
  }

  /** Chooses the selected entry; false when there is none. */
  choose(evt: MouseEvent | KeyboardEvent): boolean {
    const value = this.values[this.selected];
    if (value === undefined) return false;
    this.owner.selectSuggestion(value, evt);
    return true;
  }

  private select(index: number): void {
    this.selected = index;
    this.items.forEach((itemEl, at) => {
      itemEl.toggleClass('is-selected', at === index);
      itemEl.setAttr('aria-selected', at === index);
    });
    this.inputEl.setAttr('aria-activedescendant', this.items[index]?.id ?? null);
  }
}
