import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

const TIERED = '1_Method/Restoration Techniques Tiered Table.md';
/** What is used, or is a picture in words: its label may be its tooltip. */
const USED =
  'button, a, input, select, textarea, progress, sup, [role=button], [role=img], [role=progressbar], .checkbox-container, .clickable-icon';

/** What of the plugin would show a tooltip over all that stands in it. */
const labelled = (page: Page): Promise<string[]> =>
  page.evaluate((used) => {
    const own =
      '.idea-tiers-view [aria-label], .modal [class*=idea-tiers] [aria-label], .modal [class*=idea-tiers][aria-label]';
    return [...document.querySelectorAll(own)]
      .filter((el) => !el.matches(used))
      .map((el) => el.outerHTML.slice(0, 100));
  }, USED);

describeInBrowser('where the app is less convenient', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('no part of a view has a tooltip, and screen readers hear each by its name', () =>
    visit(workbench, { note: TIERED, width: 300, app: 'unkind' }, async (sidebar, page) => {
      await sidebar.foldOf('Idea map').click();
      await sidebar.region.getByRole('group', { name: 'Idea map' }).waitFor();
      await sidebar.button('Filter').first().click();
      await sidebar.region.getByRole('list', { name: 'Legend' }).first().waitFor();
      await sidebar.region.getByRole('navigation', { name: 'Parts of the note' }).waitFor();
      expect(await labelled(page)).toEqual([]);
      await sidebar.edit();
      await sidebar.runCommand('Fill in missing steps');
      await page.getByRole('dialog').getByRole('region', { name: 'Changes' }).waitFor();
      expect(await labelled(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await sidebar.runCommand('New three-step note');
      await page.getByRole('dialog', { name: 'New three-step note' }).getByText('Preview').click();
      await page.getByRole('region', { name: 'Preview' }).waitFor();
      expect(await labelled(page)).toEqual([]);
    }));

  it('the focus goes into what a command opens', () =>
    visit(workbench, { note: TIERED, app: 'unkind' }, async (sidebar, page) => {
      for (const [command, holder] of [
        ['Open idea map', '.idea-tiers-map-view [data-node]'],
        ['Compare steps 1 and 2', '.mod-root .idea-tiers-view .idea-tiers-scroll'],
        ['Compare raw text and step 1', '.mod-root .idea-tiers-view .idea-tiers-scroll'],
        ['Audit idea links', '.mod-root .idea-tiers-view .idea-tiers-section-head'],
      ] as const) {
        await sidebar.runCommand(command);
        await expect.poll(() => page.evaluate((at) => document.activeElement?.matches(at), holder)).toBe(true);
      }
    }));

  it('the buttons of what may belong to a note stand beside its name', () =>
    visit(workbench, { note: TIERED, app: 'unkind', width: 300, touch: true }, async (sidebar) => {
      await sidebar.foldOf('May belong here').click();
      const entry = sidebar.part('May belong here').getByRole('listitem').first();
      await entry.waitFor();
      const tops = await entry
        .locator('a, button')
        .evaluateAll((els) =>
          els
            .slice(0, 3)
            .map((el) => Math.round(el.parentElement?.closest('li') ? el.getBoundingClientRect().top : NaN)),
        );
      const [link = NaN, add, more] = tops;
      expect(add).toBe(more);
      expect(Math.abs((add ?? NaN) - link)).toBeLessThan(20);
    }));

  it('a picture that is saved has colours that every program knows', () =>
    visit(workbench, { note: TIERED, width: 420, app: 'unkind' }, async (sidebar, page) => {
      await sidebar.foldOf('Picture').first().click();
      await sidebar.button('Save as SVG…').click();
      const svg = (): Promise<string | null> =>
        page.evaluate(async () => {
          const { vault } = window.app;
          const file = vault.getFiles().find(({ extension }) => extension === 'svg');
          return file ? `${file.path}\n${await vault.read(file)}` : null;
        });
      await expect.poll(svg).not.toBeNull();
      expect(await svg()).toMatch(/^1_Method\/attachments\//);
      expect(await svg()).not.toMatch(/oklch|oklab|color\(/);
      expect(await svg()).toMatch(/fill="rgba?\(/);
    }));

  it('without tab title bars the sidebar in the main area keeps its buttons', () =>
    visit(workbench, { note: TIERED, app: 'unkind' }, async (_sidebar, page) => {
      await page.evaluate(async () => {
        await window.app.workspace.getLeaf('tab').setViewState({ type: 'idea-tiers', active: true });
      });
      await page.locator('.mod-root').getByRole('button', { name: 'Pin to this note' }).waitFor();
    }));

  it('with tab title bars it has them once', () =>
    visit(workbench, { note: TIERED }, async (_sidebar, page) => {
      await page.evaluate(async () => {
        await window.app.workspace.getLeaf('tab').setViewState({ type: 'idea-tiers', active: true });
      });
      const pins = page.locator('.mod-root').getByRole('button', { name: 'Pin to this note' });
      await pins.first().waitFor();
      expect(await pins.count()).toBe(1);
    }));

  it('settings in a window of their own show what is set in the sidebar meanwhile', () =>
    visit(workbench, { note: TIERED, width: 420, app: 'unkind' }, async (sidebar, page) => {
      const opened = page.context().waitForEvent('page');
      await page.keyboard.press('Control+,');
      const settings = await opened;
      await settings.getByText('Folder for new notes').waitFor();
      const row = settings.getByText('1_Method/Restoration Techniques Tiered Table', { exact: true });
      expect(await row.count()).toBe(0);
      await page.bringToFront();
      await sidebar.foldOf('Weights').first().click();
      await sidebar.region
        .getByRole('button', { name: /^Raise the weight of/ })
        .first()
        .click();
      await row.waitFor();
      await settings.close();
    }));

  it('on a phone of 320 pixels all fits, nothing needs hovering, and what is copied stands in a dialog', () =>
    visit(
      workbench,
      { note: TIERED, app: 'phone', touch: true, viewport: { width: 320, height: 640 } },
      async (sidebar, page) => {
        await sidebar.region.waitFor();
        expect(await sidebar.overflow()).toBeNull();
        await sidebar.region.locator('.idea-tiers-table-more').first().tap();
        await page.getByRole('menuitem', { name: 'Copy as CSV' }).tap();
        const field = page.getByRole('dialog', { name: 'Copy this text' }).getByRole('textbox');
        await field.waitFor();
        const selected = await field.evaluate((el) =>
          el instanceof HTMLTextAreaElement ? el.value.slice(el.selectionStart, el.selectionEnd) : '',
        );
        expect(selected).toContain('Tier');
        // The keyboard takes the lower half.
        await page.setViewportSize({ width: 320, height: 320 });
        expect(await page.getByRole('button', { name: 'Copy', exact: true }).isVisible()).toBe(true);
      },
    ));
});
