import {
  FuzzySuggestModal,
  Keymap,
  Menu,
  Modal,
  Notice,
  Scope,
  SuggestModal,
  getIcon,
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  setIcon,
  setTooltip,
  sortSearchResults,
  type App,
  type MenuItem,
} from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { createHost } from './boot.ts';
import { eventually } from '../eventually';

const app = (): App => createHost().app.forPlugins;

function press(key: string, init: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}

const texts = (selector: string): string[] =>
  Array.from(document.querySelectorAll(selector)).map((el) => el.textContent ?? '');

class Question extends Modal {
  override onOpen(): void {
    this.setTitle('Rename note');
    this.contentEl.createEl('input', { type: 'text', cls: 'first' });
    this.contentEl.createEl('button', { text: 'Rename', cls: 'last' });
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}

describe('Modal', () => {
  it('is a dialog named by its title, and gives the focus to its first control', () => {
    new Question(app()).open();
    const dialog = document.querySelector('.modal-container > .modal');
    expect(dialog?.getAttribute('role')).toBe('dialog');
    const name = document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).toBe('Rename note');
    expect(document.activeElement?.className).toBe('first');
  });

  it('keeps Tab inside, from the last control to the first and back', () => {
    new Question(app()).open();
    const [first, last] = [document.querySelector<HTMLElement>('.first'), document.querySelector<HTMLElement>('.last')];
    last?.focus();
    press('Tab');
    expect(document.activeElement?.className).toContain('modal-close-button');
    press('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(last);
    expect(first?.isConnected).toBe(true);
  });

  it('closes on Escape, tells its owner, and puts the focus back where it was', () => {
    const button = document.body.createEl('button');
    button.focus();
    const closed = vi.fn();
    new Question(app()).setCloseCallback(closed).open();
    press('Escape');
    expect(document.querySelector('.modal')).toBeNull();
    expect(closed).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(button);
    button.remove();
  });

  it('closes on a click beside it; the one below it stays open', () => {
    const owner = app();
    new Question(owner).open();
    new Question(owner).open();
    const backgrounds = document.querySelectorAll<HTMLElement>('.modal-bg');
    backgrounds[1]?.click();
    expect(document.querySelectorAll('.modal')).toHaveLength(1);
    press('Escape');
    expect(document.querySelectorAll('.modal')).toHaveLength(0);
  });
});

describe('Scope', () => {
  it('binds Mod to Ctrl here, asks for exactly these modifiers, and goes on to its parent', () => {
    const parent = new Scope();
    const scope = new Scope(parent);
    const heard: string[] = [];
    scope.register(['Mod'], 'k', () => heard.push('mod+k') < 0);
    parent.register(null, 'ArrowUp', () => void heard.push('up'));
    const { keymap } = app();
    keymap.pushScope(scope);
    press('k');
    press('K', { ctrlKey: true });
    press('k', { ctrlKey: true, shiftKey: true });
    press('ArrowUp', { altKey: true });
    keymap.popScope(scope);
    press('k', { ctrlKey: true });
    expect(heard).toEqual(['mod+k', 'up']);
  });

  it('prevents the default only when a binding answers false', () => {
    const scope = new Scope();
    scope.register([], 'a', () => false);
    scope.register([], 'b', () => true);
    const { keymap } = app();
    keymap.pushScope(scope);
    const prevented = ['a', 'b'].map((key) => {
      const evt = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(evt);
      return evt.defaultPrevented;
    });
    keymap.popScope(scope);
    expect(prevented).toEqual([true, false]);
  });
});

describe('Keymap.isModEvent', () => {
  it('says where a click opens', () => {
    const click = (init: MouseEventInit): MouseEvent => new MouseEvent('click', init);
    expect(Keymap.isModEvent(null)).toBe(false);
    expect(Keymap.isModEvent(click({}))).toBe(false);
    expect(Keymap.isModEvent(click({ ctrlKey: true }))).toBe('tab');
    expect(Keymap.isModEvent(click({ button: 1 }))).toBe('tab');
    expect(Keymap.isModEvent(click({ ctrlKey: true, altKey: true }))).toBe('split');
    expect(Keymap.isModEvent(click({ ctrlKey: true, altKey: true, shiftKey: true }))).toBe('window');
    expect(Keymap.isModEvent(new KeyboardEvent('keydown', { key: 'Enter' }))).toBe(false);
  });
});

class Drinks extends FuzzySuggestModal<string> {
  chosen: string[] = [];

  getItems(): string[] {
    return ['Green tea', 'Black coffee', 'Tea with milk', 'Чай с мятой'];
  }

  getItemText(item: string): string {
    return item;
  }

  onChooseItem(item: string): void {
    this.chosen.push(item);
  }
}

describe('FuzzySuggestModal', () => {
  const open = (): Drinks => {
    const modal = new Drinks(app());
    modal.open();
    return modal;
  };
  const type = (modal: Drinks, text: string): void => {
    modal.inputEl.value = text;
    modal.inputEl.dispatchEvent(new Event('input'));
  };

  it('shows everything at first, then what matches, with the matches marked', () => {
    const modal = open();
    expect(texts('.suggestion-item')).toHaveLength(4);
    type(modal, 'МЯТ');
    expect(texts('.suggestion-item')).toEqual(['Чай с мятой']);
    expect(texts('.suggestion-highlight')).toEqual(['мят']);
    type(modal, 'cocoa');
    expect(texts('.prompt-results')).toEqual(['No results found.']);
  });

  it('moves with the arrow keys around the ends, and Enter chooses after closing', () => {
    const modal = open();
    press('ArrowUp');
    expect(texts('.suggestion-item.is-selected')).toEqual(['Чай с мятой']);
    expect(modal.inputEl.getAttribute('aria-activedescendant')).toBe(
      document.querySelector('.suggestion-item.is-selected')?.id,
    );
    press('ArrowDown');
    press('Enter');
    expect(modal.chosen).toEqual(['Green tea']);
    expect(document.querySelector('.prompt')).toBeNull();
  });

  it('chooses by a click', () => {
    const modal = open();
    document.querySelectorAll<HTMLElement>('.suggestion-item')[1]?.click();
    expect(modal.chosen).toEqual(['Black coffee']);
  });
});

describe('SuggestModal', () => {
  it('does not let a slow answer replace a later one', async () => {
    const answers = new Map<string, (found: string[]) => void>();
    class Slow extends SuggestModal<string> {
      getSuggestions(query: string): Promise<string[]> {
        return new Promise((resolve) => answers.set(query, resolve));
      }
      renderSuggestion(value: string, el: HTMLElement): void {
        el.setText(value);
      }
      onChooseSuggestion(): void {
        // Nothing is chosen here.
      }
    }
    const modal = new Slow(app());
    modal.open();
    modal.inputEl.value = 'a';
    modal.inputEl.dispatchEvent(new Event('input'));
    answers.get('a')?.(['of a']);
    answers.get('')?.(['of nothing']);
    await eventually(() => expect(texts('.suggestion-item')).toEqual(['of a']));
    await Promise.resolve();
    expect(texts('.suggestion-item')).toEqual(['of a']);
  });
});

describe('searching', () => {
  it('prepareFuzzySearch: puts the beginning of a word before its middle, and letters apart last', () => {
    const search = prepareFuzzySearch('tea');
    const found = ['A steady team', 'Steam', 'Tea', 'Tier example'].flatMap((text) => {
      const match = search(text);
      return match ? [{ text, match }] : [];
    });
    sortSearchResults(found);
    expect(found[0]?.text).toBe('Tea');
    expect(found.at(-1)?.text).toBe('Tier example');
    expect(search('Toast')).toBeNull();
  });

  it('prepareSimpleSearch: finds whole words of the query in any order', () => {
    const search = prepareSimpleSearch('milk tea');
    expect(search('Tea with milk')?.matches).toEqual([
      [0, 3],
      [9, 13],
    ]);
    expect(search('Tea with mik')).toBeNull();
  });

  it('renderMatches: keeps the text whole, also with an offset', () => {
    const el = createDiv();
    renderMatches(el, 'folder/Tea', [[0, 3]], 7);
    expect(el.textContent).toBe('folder/Tea');
    expect(el.querySelector('.suggestion-highlight')?.textContent).toBe('Tea');
  });
});

describe('Menu', () => {
  function build(heard: string[]): Menu {
    const entry = (title: string, section: string) => (item: MenuItem) =>
      item
        .setTitle(title)
        .setSection(section)
        .onClick(() => void heard.push(title));
    return new Menu()
      .addItem(entry('Open', 'open'))
      .addItem(entry('Delete', 'danger'))
      .addItem(entry('Open in new tab', 'open'))
      .addItem((item) => entry('Unavailable', 'open')(item).setDisabled(true));
  }

  it('groups its entries by section, with a line between', () => {
    build([]).showAtPosition({ x: 0, y: 0 });
    const rows = Array.from(document.querySelectorAll('.menu > *')).map((el) => el.textContent || '—');
    expect(rows).toEqual(['Open', 'Open in new tab', 'Unavailable', '—', 'Delete']);
    press('Escape');
  });

  it('is used with the keyboard; a disabled entry is passed over', () => {
    const heard: string[] = [];
    const hidden = vi.fn();
    const menu = build(heard);
    menu.onHide(hidden);
    menu.showAtPosition({ x: 0, y: 0 });
    expect(document.querySelector('.menu')?.getAttribute('role')).toBe('menu');
    press('ArrowUp');
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
    press('Enter');
    expect(heard).toHaveLength(1);
    expect(heard).not.toContain('Unavailable');
    expect(document.querySelector('.menu')).toBeNull();
    expect(hidden).toHaveBeenCalledOnce();
  });

  it('goes when another one is shown, when Escape is pressed and when the pointer goes down elsewhere', () => {
    build([]).showAtPosition({ x: 0, y: 0 });
    build([]).showAtPosition({ x: 9, y: 9 });
    expect(document.querySelectorAll('.menu')).toHaveLength(1);
    press('Escape');
    expect(document.querySelector('.menu')).toBeNull();
    build([]).showAtPosition({ x: 0, y: 0 });
    document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(document.querySelector('.menu')).toBeNull();
  });
});

describe('small things', () => {
  it('a notice goes by itself unless it shall stay, and by a click', () => {
    vi.useFakeTimers();
    const short = new Notice('Done', 1000);
    const long = new Notice('Read me', 0);
    vi.advanceTimersByTime(60_000);
    expect(short.messageEl.isConnected).toBe(false);
    expect(long.messageEl.isConnected).toBe(true);
    long.containerEl.click();
    expect(document.querySelector('.notice')).toBeNull();
    vi.useRealTimers();
  });

  it('icons are found by their lucide name with or without the prefix, digits and all', () => {
    expect(getIcon('file-text')?.getAttribute('class')).toBe('svg-icon lucide-file-text');
    expect(getIcon('lucide-rows-3')?.childElementCount).toBeGreaterThan(0);
    expect(getIcon('no-such-icon')).toBeNull();
    const el = createDiv({ text: 'before' });
    setIcon(el, 'no-such-icon');
    expect(el.textContent).toBe('before');
  });

  it('setTooltip names an element for a screen reader too', () => {
    const el = createDiv();
    setTooltip(el, 'Pin');
    expect(el.getAttribute('aria-label')).toBe('Pin');
  });
});
