import type { Editor, View } from 'obsidian';
import type { Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { waitUntilReady, type PageOptions, type Workbench } from './workbench.ts';

type MaybeNote = View & { readonly editor?: Editor };

/** The sidebar and the note beside it, as a person finds them: by roles and names. */
export class SidebarPage {
  readonly region: Locator;
  /** The current note's source, while it is being edited. */
  readonly editor: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Idea Tiers', exact: true });
    this.editor = page.getByRole('textbox', { name: 'Note text' });
  }

  /** One of the regions in the sidebar, such as `Ideas`. */
  part(name: string): Locator {
    return this.region.getByRole('region', { name, exact: true });
  }

  table(name: string): Locator {
    return this.region.getByRole('table', { name, exact: true });
  }

  /** A table's body rows: those with a rung. */
  rungs(table: string): Locator {
    return this.table(table)
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') });
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole('button', { name, exact: true });
  }

  /** The head that folds a section, whose name may end in a count. */
  foldOf(title: string): Locator {
    return this.region
      .locator('[role="button"][aria-expanded]')
      .filter({ hasText: new RegExp(`^\\s*${title}\\s*\\d*\\s*$`) });
  }

  /**
   * Unfolds whatever is folded, and what is folded in that, in the page itself: with a pointer, each fold would take a tenth of a second.
   * What is folded side by side is drawn at once.
   */
  async unfoldAll(): Promise<void> {
    await this.region.evaluate(async (region) => {
      const isFolded = (fold: HTMLElement): boolean =>
        fold.isConnected && fold.getAttribute('aria-expanded') === 'false' && fold.checkVisibility();
      const folded = (): HTMLElement[] =>
        [...region.querySelectorAll<HTMLElement>('[role="button"][aria-expanded="false"]')].filter(isFolded);
      for (let folds = folded(); folds.length > 0; folds = folded()) {
        // One that is unfolded may draw another anew.
        for (const fold of folds) if (isFolded(fold)) fold.click();
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
      }
    });
  }

  idea(list: string, name: string): Locator {
    return this.entries(list).getByRole('link', { name, exact: true }).first();
  }

  /** The names of the entries that the note itself lists, in order; none when there is no such list. */
  async namesIn(list: string): Promise<string[]> {
    const entries = this.entries(list).and(this.page.locator(':not(.mod-implied)'));
    // In one go: one after the other, the link of an entry that goes meanwhile would be waited for, half a minute.
    return entries.evaluateAll((all) => all.map((entry) => entry.querySelector('a')?.innerText ?? ''));
  }

  entries(list: string): Locator {
    return this.region.getByRole('list', { name: list, exact: true }).getByRole('listitem');
  }

  /** The open note's path. */
  async openNote(): Promise<string | null> {
    await waitUntilReady(this.page);
    return new URL(this.page.url()).searchParams.get('note');
  }

  /** Opens another note by its name, from the keyboard. */
  async goTo(name: string): Promise<void> {
    await this.page.keyboard.press('Control+o');
    const switcher = this.page.getByRole('dialog', { name: 'Quick switcher' });
    await switcher.getByRole('combobox').fill(name);
    await switcher.getByRole('option', { name }).first().click();
    await expect.poll(() => this.openNote()).toContain(name);
    await waitUntilReady(this.page);
  }

  /** Deletes a note as Obsidian does; only in the page's memory. */
  async deleteNote(path: string): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      const { vault, fileManager } = window.app;
      const file = vault.getFileByPath(wanted);
      if (file) await fileManager.trashFile(file);
    }, path);
  }

  /** Waits until the note is open, and the sidebar shows it. */
  async expectNote(path: string): Promise<void> {
    await expect.poll(() => this.openNote()).toBe(path);
    await waitUntilReady(this.page);
  }

  /** Switches the note to its source, for writing. */
  async edit(): Promise<Locator> {
    await this.page.keyboard.press('Control+e');
    await this.editor.waitFor();
    return this.editor;
  }

  /** What stands in the editor of the note, saved or not: on the page itself is only as much of it as is in sight. */
  noteText(): Promise<string> {
    return this.page.evaluate(() => {
      const view: MaybeNote | undefined = window.app.workspace.getMostRecentLeaf()?.view;
      if (!view?.editor) throw new Error('no editor');
      return view.editor.getValue();
    });
  }

  /** Puts the cursor before the first place where the note says this, or selects it. */
  async goToWords(words: string, selected = false): Promise<void> {
    await this.page.evaluate(
      ([wanted, isSelected]) => {
        const view: MaybeNote | undefined = window.app.workspace.getMostRecentLeaf()?.view;
        if (!view?.editor) throw new Error('no editor');
        const { editor } = view;
        const at = editor.getValue().indexOf(wanted);
        editor.focus();
        editor.setSelection(editor.offsetToPos(at), editor.offsetToPos(isSelected ? at + wanted.length : at));
      },
      [words, selected] as const,
    );
  }

  /** The number of the line that the cursor is in, what that line says, and what of it stands behind the cursor. */
  cursorLine(): Promise<{ line: number; text: string; behind: string }> {
    return this.page.evaluate(() => {
      const view: MaybeNote | undefined = window.app.workspace.getMostRecentLeaf()?.view;
      if (!view?.editor) throw new Error('no editor');
      const { line, ch } = view.editor.getCursor();
      const text = view.editor.getLine(line);
      return { line: line + 1, text, behind: text.slice(ch) };
    });
  }

  /** Runs a command by its name in the palette. */
  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    const palette = this.page.getByRole('dialog', { name: 'Command palette' });
    await palette.getByRole('combobox').fill(name);
    await palette.getByRole('option', { name }).first().click();
  }

  /** Where the sidebar scrolls sideways, or its content sticks out of it, in words; null when all fits. */
  overflow(): Promise<string | null> {
    return this.region.evaluate((region) => {
      const right = region.getBoundingClientRect().right;
      /** Ends in an ellipsis, or is there for screen readers only. */
      const isCut = (el: Element): boolean => {
        for (let at: Element | null = el; at && at !== region; at = at.parentElement) {
          if (/hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
        }
        return false;
      };
      for (const el of [region, ...region.querySelectorAll('*')]) {
        const what = `<${el.tagName.toLowerCase()} class="${el.getAttribute('class') ?? ''}">`;
        const scrolls = /auto|scroll/.test(getComputedStyle(el).overflowX);
        if (scrolls && el.scrollWidth > el.clientWidth) return `${what}: ${el.scrollWidth} in ${el.clientWidth} pixels`;
        const box = el.getBoundingClientRect();
        if (box.right > right + 1 && !isCut(el)) return `${what} ends ${box.right - right} too far`;
      }
      return null;
    });
  }
}

/** What the plugin read from the app though the typings do not have it. */
function undocumentedReads(page: Page): Promise<unknown> {
  return page.evaluate((documented) => {
    const app: unknown = Reflect.get(window, 'app');
    const guarded: unknown = typeof app === 'object' && app !== null ? Reflect.get(app, 'guarded') : null;
    if (typeof guarded !== 'object' || guarded === null) throw new Error('The page does not watch what plugins read.');
    const ask: unknown = Reflect.get(guarded, 'undocumentedReads');
    if (typeof ask !== 'function') throw new Error('The page does not tell what plugins read.');
    const reads: unknown = Reflect.apply(ask, guarded, [documented]);
    return reads;
  }, inject('documentedNames'));
}

/**
 * Opens the workbench for one test, and leaves the page after it. Whatever the test looks at: nothing may go wrong in the page,
 * and the plugin may use nothing that Obsidian does not document.
 */
export async function visit(
  workbench: Workbench,
  options: PageOptions,
  look: (sidebar: SidebarPage, page: Page) => Promise<void>,
): Promise<void> {
  const { page, errors, leave } = await workbench.open(options);
  try {
    await look(new SidebarPage(page), page);
    expect(errors).toEqual([]);
    expect(await undocumentedReads(page)).toEqual([]);
  } catch (error) {
    // Nobody knows how it was left.
    await page.context().close();
    throw error;
  }
  await leave();
}
