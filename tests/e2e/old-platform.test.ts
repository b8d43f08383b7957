import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MISSING, newerSyntax } from '../old-platform.ts';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

const TIERED = '1_Method/Restoration Techniques Tiered Table.md';
const GARBLED = '4_Drafts/Звук старого динамика.md';
const DRAFT = '4_Drafts/Workshop as School.md';

/**
 * Makes the page's browser as old as the oldest platforms: what they lack is gone, and
 * lookbehind is refused. Keeps the patterns that the plugin makes as it runs.
 */
async function age(page: Page): Promise<void> {
  await page.addInitScript((missing) => {
    for (const name of missing) {
      const steps = name.split('.');
      const last = steps.pop() ?? '';
      const owner = steps.reduce<unknown>(
        (at, step) => (at instanceof Object ? (Reflect.get(at, step) as unknown) : null),
        window,
      );
      if (owner instanceof Object) Reflect.deleteProperty(owner, last);
    }
    const patterns: [source: string, flags: string][] = [];
    Reflect.set(window, 'patternsMade', patterns);
    const take = ([pattern, flags]: readonly unknown[]): void => {
      const source = pattern instanceof RegExp ? pattern.source : String(pattern);
      // The workbench evaluates the plugin; what a library of its own makes is not the plugin's.
      const [, , , caller = ''] = (new Error().stack ?? '').split('\n');
      if (caller.includes('eval at')) patterns.push([source, typeof flags === 'string' ? flags : '']);
      if (/\(\?<[=!]/.test(source)) throw new SyntaxError('Invalid regular expression: invalid group specifier name');
    };
    window.RegExp = new Proxy(RegExp, {
      construct(target, args: unknown[], newTarget) {
        take(args);
        return Reflect.construct(target, args, newTarget) as object;
      },
      apply(target, self, args: unknown[]) {
        take(args);
        return Reflect.apply(target, self, args) as unknown;
      },
    });
  }, MISSING);
}

/** The patterns that the plugin made, each once. */
async function patternsMade(page: Page): Promise<(readonly [source: string, flags: string])[]> {
  const made = await page.evaluate(() => Reflect.get(window, 'patternsMade') as [string, string][]);
  return [...new Map(made.map((pattern) => [pattern.join('/'), pattern])).values()];
}

/** What the plugin made of patterns is understood by the platforms; and it did make some. */
async function expectOldPatterns(page: Page): Promise<void> {
  const made = await patternsMade(page);
  expect(made.length).toBeGreaterThan(20);
  expect(made.filter((pattern) => newerSyntax(...pattern) !== null)).toEqual([]);
}

describeInBrowser('on the oldest platforms', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('tables are turned and drawn, ideas found, mapped and audited', () =>
    visit(workbench, { note: TIERED, width: 560, prepare: age }, async (sidebar, page) => {
      expect(
        await page.evaluate(() => [
          'toSorted' in Array.prototype,
          'requestIdleCallback' in window,
          'Iterator' in window,
        ]),
      ).toEqual([false, false, false]);
      await sidebar.region.getByRole('button', { name: /^Rank by/ }).click();
      await page.getByRole('menuitemcheckbox', { name: /^Value for cost/ }).click();
      await sidebar.region.locator('.idea-tiers-place').first().waitFor();
      await sidebar.foldOf('Picture').click();
      await page.locator('.idea-tiers-picture-text').first().waitFor({ state: 'attached' });
      await sidebar.runCommand('Audit idea links');
      await page
        .locator('.idea-tiers-audit')
        .getByText(/\d+ notes, \d+ idea links\./)
        .waitFor();
      await sidebar.runCommand('Open idea map');
      await page.locator('.idea-tiers-map-node').first().waitFor();
      await sidebar.runCommand('Find idea');
      await page.getByRole('combobox', { name: /^Name, title/ }).fill('клеи');
      await page.getByRole('option', { name: 'Reversible Work' }).first().click();
      await expect.poll(() => sidebar.openNote()).toContain('Reversible Work');
      await expectOldPatterns(page);
    }));

  it('steps are compared, tidied, copied and filled', () =>
    visit(workbench, { note: DRAFT, width: 300, prepare: age }, async (sidebar, page) => {
      const editor = await sidebar.edit();
      await editor.focus();
      await page.keyboard.press('Control+a');
      for (const [command, title] of [
        ['Tidy typography', /^Tidy typography/],
        ['Fill in missing steps', /^Fill in/],
        ['New three-step note', 'New three-step note'],
        ['Add idea link', /idea/i],
      ] as const) {
        await sidebar.runCommand(command);
        await page.getByRole('dialog', { name: title }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').first().waitFor({ state: 'detached' });
      }
      await sidebar.runCommand('Compare steps 1 and 2');
      await page.getByRole('tab', { name: 'Steps 1 and 2' }).waitFor();
      await expectOldPatterns(page);
    }));

  it('a garbled note is repaired', () =>
    visit(workbench, { note: GARBLED, width: 300, prepare: age }, async (sidebar, page) => {
      await sidebar.button('Repair…').click();
      const dialog = page.getByRole('dialog', { name: /^Repair garbled note/ });
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await expect.poll(() => sidebar.button('Repair…').isVisible()).toBe(false);
      await expectOldPatterns(page);
    }));
});
