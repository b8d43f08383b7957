import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

describeInBrowser('walking with the keyboard alone', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('goes three notes up and back, to the audit, to a fix, and home', () =>
    visit(workbench, { note: 'Бой и счётное колесо' }, async (sidebar, page) => {
      const { keyboard } = page;
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
      const run = async (name: string): Promise<void> => {
        await keyboard.press('Control+p');
        await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
        await keyboard.type(name);
        await page.getByRole('option', { name }).first().waitFor();
        await keyboard.press('Enter');
      };
      await run('Open sidebar');
      const way: string[] = [];
      for (const next of ['Beat Setting', 'Movement Diagnosis', 'Listening Before Measuring']) {
        for (let presses = 0; presses < 20 && (await focused()) !== next; presses++) await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await expect.poll(() => sidebar.openNote()).toContain(next);
        await expect.poll(() => sidebar.region.evaluate((el) => el.contains(document.activeElement))).toBe(true);
        way.push(await focused());
      }
      // Each time the first of what is above the note that was opened.
      expect(way.at(-1)).toBe('Honest Restoration');
      for (const before of ['Movement Diagnosis', 'Beat Setting', 'Бой и счётное колесо']) {
        await keyboard.press('Alt+ArrowLeft');
        await expect.poll(() => sidebar.openNote()).toContain(before);
        await expect.poll(() => sidebar.region.evaluate((el) => el.contains(document.activeElement))).toBe(true);
      }
      expect(await focused()).toBe('Beat Setting');

      await run('Audit idea links');
      const view = page.locator('.idea-tiers-audit');
      const names = view.locator('.idea-tiers-section-head', { hasText: 'Broken names' });
      // It is found in idle moments, and then comes above what has the focus.
      await names.waitFor();
      await keyboard.press('Home');
      for (let presses = 0; presses < 20 && !(await focused()).startsWith('Broken names'); presses++)
        await keyboard.press('ArrowDown');
      await keyboard.press('ArrowRight');
      const row = view.getByRole('listitem').filter({ hasText: 'Recaping a Valve Radio' });
      await row.waitFor();
      const isInRow = (): Promise<boolean> => row.evaluate((el) => el.contains(document.activeElement));
      for (let presses = 0; presses < 20 && !(await isInRow()); presses++) await keyboard.press('ArrowDown');
      expect(await focused()).toBe('Did you mean…');
      await keyboard.press('Enter');
      await page.getByRole('option', { name: 'Recapping a Valve Radio' }).first().waitFor();
      await keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Point “Recaping a Valve Radio” to “Recapping a Valve Radio”' }).waitFor();
      await keyboard.press('Control+Enter');
      await row.waitFor({ state: 'detached' });

      await run('Open sidebar');
      await expect.poll(focused).toBe('Movement Diagnosis');
      await keyboard.press('Escape');
      await sidebar.expectNote('3_Clocks/Бой и счётное колесо.md');
      expect(await sidebar.region.evaluate((el) => el.contains(document.activeElement))).toBe(false);
    }));
});
