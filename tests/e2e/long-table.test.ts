import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import { Workbench } from './workbench.ts';

const ROWS = 600;
const FIRST = 25;
const TABLE = 'Cups';
const NOTE = [
  '## Cups\n\n| Tier | Cup | Effect |\n|---|---|---|',
  ...Array.from(
    { length: ROWS },
    (_, index) => `| ${index + 1} | Cup ${index + 1} | ${'🟢'.repeat(1 + (index % 3))} |`,
  ),
].join('\n');

describeInBrowser('a tier table of hundreds of rows', () => {
  let folder: string;
  let workbench: Workbench;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-long-table-'));
    await writeFile(path.join(folder, 'Cups.md'), NOTE);
    workbench = await Workbench.start(folder, sharedBrowser);
  });
  afterAll(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true });
  });

  it('goes on where its reader was when all of it is shown', () =>
    visit(workbench, { note: 'Cups', width: 300 }, async (sidebar, page) => {
      expect(await sidebar.rungs(TABLE).count()).toBe(FIRST);
      await sidebar.button(`Show all ${ROWS}`).click();
      await expect.poll(() => sidebar.rungs(TABLE).count()).toBe(ROWS);
      const next = sidebar.rungs(TABLE).nth(FIRST);
      expect(await next.evaluate((el) => el.contains(document.activeElement))).toBe(true);
      // Also behind the frames that bring the rest.
      await page.waitForFunction(() => document.querySelector('.is-growing') === null);
      const box = await next.boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
    }));

  it('shows what it was turned to in the next frame, and soon all of it', () =>
    visit(workbench, { note: 'Cups', width: 560 }, async (sidebar, page) => {
      await sidebar.button(`Show all ${ROWS}`).click();
      await expect.poll(() => sidebar.rungs(TABLE).count()).toBe(ROWS);
      await page.waitForFunction(() => document.querySelector('.is-growing') === null);
      const shown = await sidebar.table(TABLE).evaluate((table) => {
        table.scrollIntoView();
        const sort = table.querySelectorAll<HTMLElement>('.idea-tiers-header-sort')[0];
        sort?.click();
        sort?.click();
        const inSight = [...table.querySelectorAll('tbody > tr')].filter(
          (row) => row.getBoundingClientRect().top < window.innerHeight,
        );
        return { texts: inSight.map((row) => row.textContent), rows: table.querySelectorAll('tbody > tr').length };
      });
      expect(shown.rows).toBeLessThan(ROWS);
      expect(shown.texts.length).toBeGreaterThan(15);
      for (const [index, text] of shown.texts.entries()) expect(text).toContain(`Cup ${ROWS - index}`);
      await expect.poll(() => sidebar.rungs(TABLE).count()).toBe(ROWS);
      expect(await sidebar.rungs(TABLE).last().textContent()).toContain('Cup 1');
    }));
});
