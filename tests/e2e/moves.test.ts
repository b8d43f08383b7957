import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import { center, touchDrag } from './touch.ts';
import type { Workbench } from './workbench.ts';

const NOTE = '4_Drafts/Tools Worth Owning.md';
const TABLE = 'Tools Worth Owning';
const t = translator('en');
const AS_WRITTEN = ['T1 Raking lamp', 'T2 Letdown handle', 'T3 Dim-bulb tester', 'T4 Component tester'];

/** The first four rows, `T1 Raking lamp`. */
function firstRows(sidebar: SidebarPage): Promise<string[]> {
  return sidebar.table(TABLE).evaluate((table) =>
    [...table.querySelectorAll('tbody > tr')].slice(0, 4).map((row) => {
      const parts = ['.idea-tiers-rung-toggle', '.mod-subject .idea-tiers-cell-text'];
      return parts.map((part) => row.querySelector(part)?.textContent ?? '').join(' ');
    }),
  );
}

/** The rung of the row of a thing. */
const rungOf = (sidebar: SidebarPage, thing: string): Locator =>
  sidebar.rungs(TABLE).filter({ hasText: thing }).getByRole('rowheader');

/** The name of the row that has the focus. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      document.activeElement?.closest('tr')?.querySelector('.mod-subject .idea-tiers-cell-text')?.textContent ?? null,
  );
}

async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await center(from), await center(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 10, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
}

function noteText(page: Page): Promise<string> {
  return page.evaluate(async (path) => {
    const file = window.app.vault.getFileByPath(path);
    return file ? window.app.vault.read(file) : '';
  }, NOTE);
}

describeInBrowser('rows that are moved to other rungs', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  for (const width of [300, 560]) {
    it(`go by Alt and an arrow key, keep the focus, and are told (${width} pixels)`, () =>
      visit(workbench, { note: NOTE, width }, async (sidebar, page) => {
        await rungOf(sidebar, 'Dim-bulb tester').locator('button:visible').focus();
        await page.keyboard.press('Alt+ArrowUp');
        expect(await firstRows(sidebar)).toEqual([
          'T1 Raking lamp',
          'T2 Dim-bulb tester',
          'T3 Letdown handle',
          'T4 Component tester',
        ]);
        expect(await focused(page)).toBe('Dim-bulb tester');
        const said = t('table.movedRow', { name: 'Dim-bulb tester', rung: 'T2', row: 2, count: 6 });
        await sidebar.region.getByRole('status').filter({ hasText: said }).waitFor();
        await page.keyboard.press('Alt+ArrowUp');
        await page.keyboard.press('Alt+ArrowUp');
        const end = t('table.noFurther', { name: 'Dim-bulb tester' });
        await sidebar.region.getByRole('status').filter({ hasText: end }).waitFor();
        await page.keyboard.press('Alt+ArrowDown');
        await page.keyboard.press('Alt+ArrowDown');
        expect(await firstRows(sidebar)).toEqual(AS_WRITTEN);
        expect(await focused(page)).toBe('Dim-bulb tester');
        expect(await sidebar.button(t('table.discard')).count()).toBe(0);
        expect(await sidebar.overflow()).toBe(null);
      }));

    it(`go by the mouse, wait, and are discarded (${width} pixels)`, () =>
      visit(workbench, { note: NOTE, width }, async (sidebar, page) => {
        const before = await noteText(page);
        await sidebar.table(TABLE).scrollIntoViewIfNeeded();
        await dragTo(page, rungOf(sidebar, 'Raking lamp'), rungOf(sidebar, 'Dim-bulb tester'));
        expect(await firstRows(sidebar)).toEqual([
          'T1 Letdown handle',
          'T2 Dim-bulb tester',
          'T3 Raking lamp',
          'T4 Component tester',
        ]);
        expect(await focused(page)).toBe('Raking lamp');
        expect(await sidebar.table(TABLE).locator('.is-open').count()).toBe(0);
        expect(await noteText(page)).toBe(before);
        await sidebar.button(t('table.discard')).click();
        expect(await firstRows(sidebar)).toEqual(AS_WRITTEN);
        expect(await focused(page)).not.toBe(null);
      }));
  }

  it('can be let go with Escape, and a click is no drag', () =>
    visit(workbench, { note: NOTE, width: 300 }, async (sidebar, page) => {
      await sidebar.table(TABLE).scrollIntoViewIfNeeded();
      const [start, end] = [
        await center(rungOf(sidebar, 'Raking lamp')),
        await center(rungOf(sidebar, 'Dim-bulb tester')),
      ];
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 6 });
      expect(await sidebar.table(TABLE).locator('.is-drop-behind, .is-drop-before').count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.mouse.up();
      expect(await firstRows(sidebar)).toEqual(AS_WRITTEN);
      await rungOf(sidebar, 'Raking lamp').locator('button:visible').click();
      expect(await sidebar.table(TABLE).locator('.is-open').count()).toBe(1);
    }));

  it('are written after a preview, and one undo takes that back', () =>
    visit(workbench, { note: NOTE, width: 300 }, async (sidebar, page) => {
      const before = await noteText(page);
      await rungOf(sidebar, 'Raking lamp').locator('button:visible').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+ArrowDown');
      await sidebar.button(`${t('table.write')}…`).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: t('write.apply') }).click();
      await expect.poll(() => noteText(page)).not.toBe(before);
      const [was, is] = [before, await noteText(page)].map((text) => text.split('\n'));
      const moved = (line: string): boolean => /^\| T[1-3] /.test(line);
      expect(is?.filter((line) => !moved(line))).toEqual(was?.filter((line) => !moved(line)));
      expect(is?.filter(moved)).toEqual([
        '| T1 | Letdown handle | ⚡⚡⚡ first clock | 💰 |',
        '| T2 | Dim-bulb tester | ⚡⚡ first month | 💰 |',
        '| T3 | Raking lamp | ⚡⚡⚡ first day | 💰 |',
      ]);
      await expect.poll(() => sidebar.button(t('table.discard')).count()).toBe(0);
      await sidebar.runCommand(t('commands.undoLast'));
      await expect.poll(() => noteText(page)).toBe(before);
      await expect.poll(() => firstRows(sidebar)).toEqual(AS_WRITTEN);
      expect(await sidebar.button(t('table.discard')).count()).toBe(0);
    }));

  it('are held by a finger before they go along; a finger that moves at once scrolls', () =>
    visit(workbench, { note: NOTE, width: 300, touch: true }, async (sidebar, page) => {
      await sidebar.table(TABLE).scrollIntoViewIfNeeded();
      const swipe = (hold: number): Promise<void> => {
        const row = sidebar.rungs(TABLE).filter({ hasText: 'Raking lamp' });
        return touchDrag(page, row.locator('.mod-subject'), rungOf(sidebar, 'Dim-bulb tester'), hold);
      };
      await swipe(0);
      expect(await firstRows(sidebar)).toEqual(AS_WRITTEN);
      await swipe(700);
      expect((await firstRows(sidebar)).slice(0, 3)).toEqual([
        'T1 Letdown handle',
        'T2 Dim-bulb tester',
        'T3 Raking lamp',
      ]);
    }));
});
