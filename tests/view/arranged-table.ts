import { all, named, one, openSidebar, type OpenSidebar } from './open-sidebar';

/** The note that the tests turn a table of. */
export const WAYS = 'Drinks/Ways.md';
export const TABLE = 'Ways';

/** Value for cost: 2 and 6 (1), 3 (2/3), 1 (2/5), 4 (0), and 5, which names no cost. */
export const WAYS_TEXT = `Ways to make tea.

## Ways

| Tier | Way | Used by | Gain (🟢=tastes good, ⚪=so so) | Price |
|---|---|---|---|---|
| 1 | **Loose leaf** | Patient people | 🟢 depth, 🟢 smell | 💰💰💰💰 slow, 🧠 skill |
| 2 | Bag | Offices | 🟢 fast | 💰 paper |
| 3 | Cold brew | Patient people | 🟢 smooth, 🟢 clear | 💰💰, 🧊 fridge |
| 4 | Powder | Machines | ⚪ instant | 💰 tin |
| 5 | Tap | | 🟢 there | |
| 6 | [[Sachet]] | Offices | 🟢 neat, ⚪ loud | 🧊 ice |
`;

/** A table in the sidebar, as a person turns it. */
export class ArrangedTablePage {
  private constructor(readonly sidebar: OpenSidebar) {}

  static async open(text = WAYS_TEXT, path = WAYS): Promise<ArrangedTablePage> {
    const sidebar = await openSidebar({ files: { [path]: text, 'Plain.md': 'Nothing.\n' } });
    await sidebar.openNote(path);
    return new ArrangedTablePage(sidebar);
  }

  get el(): HTMLElement {
    return this.sidebar.el;
  }

  get table(): HTMLElement {
    return named(this.el, '[role="table"]', TABLE);
  }

  /** The rungs in the order shown; a row that stands for a group is its text. */
  get order(): string[] {
    return all(this.table, 'tbody > [role="row"]').map(
      (row) => row.querySelector('.idea-tiers-rung-toggle')?.textContent ?? row.textContent,
    );
  }

  /** The places in the order shown. */
  get places(): string[] {
    return all(this.table, '.idea-tiers-place').map((el) => el.textContent);
  }

  get sortOfHeaders(): (string | null)[] {
    return all(this.table, '[role="columnheader"]').map((header) => header.getAttribute('aria-sort'));
  }

  get said(): string[] {
    return all(this.el, '.idea-tiers-status-line:not(.is-empty, :empty)')
      .filter((el) => el.closest('.idea-tiers-weights') === null)
      .map((el) => el.textContent);
  }

  headerButton(column: number): HTMLElement {
    const found = all(this.table, '.idea-tiers-header-sort')[column];
    if (!found) throw new Error(`no column ${column}`);
    return found;
  }

  button(name: string): HTMLElement {
    const found = all(this.el, 'button').find(
      (el) => !el.hasClass('is-empty') && (el.getAttribute('aria-label') ?? el.textContent) === name,
    );
    if (!found) throw new Error(`no button is named ${name}`);
    return found;
  }

  /** Opens a menu by its button, and chooses the entry that begins so. */
  choose(button: string, entry: string): void {
    this.menu(button);
    this.entry(entry).click();
  }

  /** Opens a menu by its button; the entries' texts. */
  menu(button: string): string[] {
    this.button(button).click();
    return all(document, '.menu-item').map((item) => item.textContent);
  }

  entry(begin: string): HTMLElement {
    const found = all(document, '.menu-item').find((item) => item.textContent.startsWith(begin));
    if (!found) throw new Error(`the menu has no ${begin}`);
    return found;
  }

  /** What stands folded under the table, and over its rows. */
  get folds(): string[] {
    return all(this.el, '.mod-under > [role="button"]').map((el) => el.textContent);
  }

  /** Unfolds what stands under the table. */
  unfold(name: string): void {
    const head = all(this.el, '.mod-under > [role="button"]').find((el) => el.textContent === name);
    if (!head) throw new Error(`nothing under the table is named ${name}`);
    if (head.getAttribute('aria-expanded') === 'false') head.click();
  }

  chip(mark: string): HTMLElement {
    const found = all(this.el, '.idea-tiers-chip').find((el) => el.textContent.startsWith(mark));
    if (!found) throw new Error(`no chip ${mark}`);
    return found;
  }

  search(text: string): void {
    const el = field(one(this.el, '.idea-tiers-search'));
    el.value = text;
    el.dispatchEvent(new Event('input', { bubbles: true }));
  }

  select(name: string, value: string): void {
    const el = all(this.el, 'select').find(
      (candidate) =>
        candidate.getAttribute('aria-label') === name || candidate.parentElement?.textContent.startsWith(name),
    );
    if (!el?.instanceOf(HTMLSelectElement)) throw new Error(`no choice is named ${name}`);
    el.value = value;
    el.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The values that can be chosen, each with its count. */
  get values(): string[] {
    return all(this.el, '.idea-tiers-choice').map((label) => label.textContent);
  }

  check(value: string): void {
    const label = all(this.el, '.idea-tiers-choice').find((candidate) => candidate.textContent.startsWith(value));
    if (!label) throw new Error(`no value ${value}`);
    one(label, 'input').click();
  }

  weight(name: string): HTMLInputElement {
    return field(named(this.el, 'input', `Weight of ${name}`));
  }

  setWeight(name: string, weight: string): void {
    const el = this.weight(name);
    el.value = weight;
    el.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function field(el: HTMLElement): HTMLInputElement {
  if (!el.instanceOf(HTMLInputElement)) throw new Error(`<${el.tagName}> is no field`);
  return el;
}
