import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import { center, touchDrag } from './touch.ts';
import { Workbench } from './workbench.ts';

const t = translator('en');

/** Several rows share a rung. */
const SHARED = `## Cups

| Tier | Cup | Gain | Price |
|---|---|---|---|
| S | Thin glass | 🟢 | 💰💰 |
| A | Tin mug | 🟢🟢 | 💰 |
| A | Clay bowl | ⚪ | 💰 |
| B | Paper cup | 🔴 | 💰 |
`;
const LIST = `## Cups

### S tier
- Thin glass
  from the market

### A tier
- Tin mug
- Clay bowl

### B tier
- Paper cup
`;

/** `S Thin glass` for each row that is shown. */
function rows(sidebar: SidebarPage): Promise<string[]> {
  return sidebar.table('Cups').evaluate((table) =>
    [...table.querySelectorAll('tbody > tr.idea-tiers-row')].map((row) => {
      const parts = ['.idea-tiers-rung-toggle', '.mod-subject .idea-tiers-cell-text'];
      return parts.map((part) => row.querySelector(part)?.textContent ?? '').join(' ');
    }),
  );
}

const rungOf = (sidebar: SidebarPage, thing: string): Locator =>
  sidebar.rungs('Cups').filter({ hasText: thing }).getByRole('rowheader');

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await center(from), await center(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 10, { steps: 3 });
  await page.mouse.move(end.x, end.y + 4, { steps: 6 });
  await page.mouse.up();
}

function noteText(page: Page, note: string): Promise<string> {
  return page.evaluate(async (name) => {
    const file = window.app.vault.getFileByPath(`${name}.md`);
    return file ? window.app.vault.read(file) : '';
  }, note);
}

async function write(sidebar: SidebarPage, page: Page): Promise<void> {
  await sidebar.button(`${t('table.write')}…`).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('write.apply') })
    .click();
}

describeInBrowser('rows that share rungs', () => {
  let folder: string;
  let workbench: Workbench;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-rungs-'));
    await writeFile(path.join(folder, 'Shared.md'), SHARED);
    await writeFile(path.join(folder, 'List.md'), LIST);
    workbench = await Workbench.start(folder, sharedBrowser);
  });
  afterAll(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true });
  });

  it('take the rung that they are dropped on, and all others keep theirs', () =>
    visit(workbench, { note: 'Shared', width: 300 }, async (sidebar, page) => {
      await drag(page, rungOf(sidebar, 'Paper cup'), rungOf(sidebar, 'Tin mug'));
      expect([...(await rows(sidebar))].sort()).toEqual(['A Clay bowl', 'A Paper cup', 'A Tin mug', 'S Thin glass']);
      await write(sidebar, page);
      await expect.poll(() => noteText(page, 'Shared')).not.toBe(SHARED);
      const [was, is] = [SHARED, await noteText(page, 'Shared')].map((text) => text.split('\n').sort());
      expect(is).toEqual(was?.map((line) => line.replace('| B |', '| A |')).sort());
      await sidebar.runCommand(t('commands.undoLast'));
      await expect.poll(() => noteText(page, 'Shared')).toBe(SHARED);
    }));

  it('go by Alt and an arrow key into the rung above, and are discarded', () =>
    visit(workbench, { note: 'Shared', width: 300 }, async (sidebar, page) => {
      const before = await rows(sidebar);
      await rungOf(sidebar, 'Paper cup').locator('button:visible').focus();
      await page.keyboard.press('Alt+ArrowUp');
      expect((await rows(sidebar)).filter((row) => row.startsWith('A'))).toHaveLength(3);
      await sidebar.button(t('table.discard')).click();
      expect(await rows(sidebar)).toEqual(before);
      expect(await noteText(page, 'Shared')).toBe(SHARED);
    }));

  it('are not moved in a view of another order, which says so', () =>
    visit(workbench, { note: 'Shared', width: 300 }, async (sidebar, page) => {
      await sidebar.region.getByRole('button', { name: new RegExp(`^${t('table.rankBy')}`) }).click();
      await page
        .getByRole('menuitemcheckbox', { name: new RegExp(`^${t('table.rankings.value')}`) })
        .first()
        .click();
      const ranked = await rows(sidebar);
      await rungOf(sidebar, 'Paper cup').locator('button:visible').focus();
      await page.keyboard.press('Alt+ArrowUp');
      await sidebar.region
        .getByRole('status')
        .filter({ hasText: t('table.otherOrder') })
        .first()
        .waitFor();
      await drag(page, rungOf(sidebar, 'Paper cup'), rungOf(sidebar, 'Tin mug'));
      expect(await rows(sidebar)).toEqual(ranked);
      expect(await sidebar.button(t('table.discard')).count()).toBe(0);
    }));

  it('move in a tier list with all their lines', () =>
    visit(workbench, { note: 'List', width: 300 }, async (sidebar, page) => {
      await drag(page, rungOf(sidebar, 'Thin glass'), rungOf(sidebar, 'Tin mug'));
      expect((await rows(sidebar)).filter((row) => row.includes('Thin glass'))).toEqual(['A Thin glass']);
      await write(sidebar, page);
      await expect.poll(() => noteText(page, 'List')).not.toBe(LIST);
      const text = await noteText(page, 'List');
      expect(text.indexOf('- Thin glass\n  from the market\n')).toBeGreaterThan(text.indexOf('### A tier'));
      await sidebar.runCommand(t('commands.undoLast'));
      await expect.poll(() => noteText(page, 'List')).toBe(LIST);
    }));

  it.each([
    ['Shared', SHARED],
    ['List', LIST],
  ])('are held by a finger in %s, go along, and are discarded', (note, text) =>
    visit(workbench, { note, width: 300, touch: true }, async (sidebar, page) => {
      const before = await rows(sidebar);
      const subject = sidebar.rungs('Cups').filter({ hasText: 'Paper cup' }).locator('.mod-subject');
      await touchDrag(page, subject, rungOf(sidebar, 'Tin mug'), 0);
      expect(await rows(sidebar)).toEqual(before);
      await touchDrag(page, subject, rungOf(sidebar, 'Tin mug'), 700);
      expect((await rows(sidebar)).filter((row) => row.startsWith('A'))).toContain('A Paper cup');
      await sidebar.button(t('table.discard')).click();
      expect(await rows(sidebar)).toEqual(before);
      expect(await noteText(page, note)).toBe(text);
    }),
  );
});
