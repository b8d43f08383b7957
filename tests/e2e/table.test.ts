import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser, sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import { Workbench } from './workbench.ts';

const TIERED = '1_Method/Restoration Techniques Tiered Table.md';
const TIER_TABLE = 'Tier table: techniques that earn their place';
const data = process.env['IDEA_TIERS_DATA'];

/** The rows of a table in the order shown: rungs as `place:rung` where they have a place, else the rung; groups by their text. */
function linesOf(table: Locator): Promise<string[]> {
  return table.locator('tbody > tr').evaluateAll((rows) =>
    rows.map((row) => {
      const rung = row.querySelector('.idea-tiers-rung-toggle')?.textContent;
      const place = row.querySelector('.idea-tiers-place')?.textContent.replace('.', '');
      if (rung === undefined) return row.textContent;
      return place === undefined ? rung : `${place}:${rung}`;
    }),
  );
}

/** `1 | 2 3 | 4`: rungs that share a place stand together. */
function asPlaces(lines: readonly string[]): string {
  const places: { place: string; rungs: string[] }[] = [];
  for (const line of lines) {
    const [place = '', rung] = line.split(':');
    const last = places.at(-1);
    if (rung === undefined) places.push({ place: '', rungs: [line] });
    else if (last?.place === place) last.rungs.push(rung);
    else places.push({ place, rungs: [rung] });
  }
  return places.map(({ rungs }) => rungs.join(' ')).join(' | ');
}

async function choose(page: Page, button: Locator, entry: RegExp): Promise<void> {
  await button.click();
  await page
    .getByRole('menuitemcheckbox', { name: entry })
    .or(page.getByRole('menuitem', { name: entry }))
    .click();
}

async function rankByValueForCost(sidebar: SidebarPage): Promise<void> {
  await choose(sidebar.page, sidebar.region.getByRole('button', { name: /^Rank by/ }), /^Value for cost/);
}

describeInBrowser('a tier table as an instrument', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('sorts by the keyboard, with further keys by Shift', () =>
    visit(workbench, { note: TIERED, width: 560 }, async (sidebar, page) => {
      const table = sidebar.table(TIER_TABLE);
      const header = (index: number): Locator => table.getByRole('columnheader').nth(index);
      await header(3).getByRole('button').focus();
      // Of marks the best are first.
      await page.keyboard.press('Enter');
      await expect.poll(() => header(3).getAttribute('aria-sort')).toBe('descending');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Enter');
      await expect.poll(() => header(4).getAttribute('aria-sort')).toBe('ascending');
      await expect.poll(() => header(3).getByRole('button').innerText()).toBe('①');
      await expect.poll(() => header(4).getByRole('button').innerText()).toBe('②');
      // Value descending, then cost ascending; the note's order where both are equal.
      expect(asPlaces(await linesOf(table))).toBe(
        ['1', '2', '4', '5', '6', '9', '8', '10', '3', '7', '14', '11', '13', '12'].join(' | '),
      );
      expect(
        await header(4)
          .getByRole('button')
          .evaluate((el) => el === document.activeElement),
      ).toBe(true);
    }));

  it('ranks by value for cost, says what that is, and stays where it is scrolled', () =>
    visit(workbench, { note: TIERED, width: 300 }, async (sidebar, page) => {
      const t = translator('en');
      const table = sidebar.table(TIER_TABLE);
      const scroll = page.locator('.idea-tiers-scroll');
      const rank = sidebar.region.getByRole('button', { name: /^Rank by/ });
      await scroll.evaluate((el) => el.scrollTo({ top: 60 }));
      await rank.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => asPlaces(await linesOf(table)))
        .toBe('1 | 4 5 | 2 | 6 9 | 8 | 10 | 3 | 7 14 | 11 | 13 | 12');
      expect(await scroll.evaluate((el) => el.scrollTop)).toBe(60);
      expect(await rank.evaluate((el) => el === document.activeElement)).toBe(true);
      expect(await sidebar.region.innerText()).toContain(t('table.rules.value-for-cost'));
      await sidebar.button(t('table.explain')).click();
      expect(await sidebar.region.innerText()).toContain(
        t('table.explained.value-for-cost', { apart: t('table.noCost') }),
      );
    }));

  it('follows the weights, and keeps the row that has the focus', () =>
    visit(workbench, { note: TIERED, width: 300 }, async (sidebar, page) => {
      await rankByValueForCost(sidebar);
      await sidebar.button('Count only 💰').click();
      const table = sidebar.table(TIER_TABLE);
      expect(asPlaces(await linesOf(table))).toContain('No cost given');
      const weight = page.getByRole('spinbutton', { name: 'Weight of 🧰' });
      await weight.focus();
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => weight.inputValue()).toBe('1');
      expect(await weight.evaluate((el) => el === document.activeElement)).toBe(true);
    }));

  for (const width of [200, 300, 560]) {
    for (const lang of ['en', 'ru'] as const) {
      it(`fits ${width} pixels with everything open (${lang})`, () =>
        visit(workbench, { note: TIERED, width, lang }, async (sidebar) => {
          const t = translator(lang);
          const { region } = sidebar;
          await choose(
            sidebar.page,
            region.getByRole('button', { name: new RegExp(`^${t('table.rankBy')}`) }),
            new RegExp(`^${t('table.rankings.value-for-cost')}`),
          );
          await region.getByRole('button', { name: t('table.filter'), exact: true }).click();
          await region.getByLabel(t('table.byValues')).selectOption('2');
          expect(await sidebar.foldOf(t('table.weights')).getAttribute('aria-expanded')).toBe('true');
          expect(await sidebar.overflow()).toBe(null);
        }));
    }
  }

  for (const width of [200, 300]) {
    for (const lang of ['en', 'ru'] as const) {
      it(`has no words of its picture on each other at ${width} pixels (${lang})`, () =>
        visit(workbench, { note: TIERED, width, lang }, async (sidebar, page) => {
          const t = translator(lang);
          await sidebar.foldOf(t('table.picture')).click();
          await sidebar.foldOf(t('table.weights')).click();
          await sidebar.button(t('table.countOnly', { mark: '💰' })).click();
          const words = page.locator('.idea-tiers-picture-text');
          await page.locator('.idea-tiers-picture-strip').waitFor({ state: 'attached' });
          const clashes = await words.evaluateAll((els) => {
            const boxes = els
              .filter((el) => el.textContent !== '')
              .map((el) => ({ text: el.textContent, box: el.getBoundingClientRect() }));
            return boxes.flatMap(({ text, box }, index) =>
              boxes
                .slice(index + 1)
                // Lines of one text may touch.
                .filter(({ box: other }) => box.left < other.right && other.left < box.right)
                .filter(({ box: other }) => box.top + 3 < other.bottom && other.top + 3 < box.bottom)
                .map((other) => `${text} / ${other.text}`),
            );
          });
          expect(clashes).toEqual([]);
        }));
    }
  }

  it('can be hit with a finger', () =>
    visit(workbench, { note: TIERED, width: 300, touch: true }, async (sidebar) => {
      await rankByValueForCost(sidebar);
      await sidebar.button('Filter').click();
      await sidebar.region.getByLabel('Filter by values of…').selectOption('2');
      const low = await sidebar.region.evaluate((region) =>
        [
          ...region.querySelectorAll<HTMLElement>(
            '.idea-tiers-table-box :is(button, select, label, input:not([type=checkbox]))',
          ),
        ]
          .filter((el) => el.checkVisibility() && el.getBoundingClientRect().height < 44)
          .map((el) => `${el.className} ${el.getBoundingClientRect().height}`),
      );
      expect(low).toEqual([]);
    }));
});

describeInBrowser('the table that this was made for', () => {
  describe.skipIf(data === undefined)(
    data === undefined ? 'skipped: IDEA_TIERS_DATA is not set' : 'in its note',
    () => {
      let workbench: Workbench;
      beforeAll(async () => {
        workbench = await Workbench.start(path.join(data ?? '', 'corpus/notes'), sharedBrowser);
      });
      afterAll(() => workbench?.close());

      it('is ranked by value for cost, and so with 💰 alone', () =>
        visit(workbench, { note: 'Production AI Techniques Tiered Table', width: 300 }, async (sidebar) => {
          const table = sidebar.part('Tier tables').getByRole('table');
          await rankByValueForCost(sidebar);
          expect(asPlaces(await linesOf(table))).toBe('9 | 2 3 4 5 8 11 12 15 | 1 | 7 10 | 6 14 | 13');
          await sidebar.button('Count only 💰').click();
          expect(asPlaces(await linesOf(table))).toBe(
            '5 | 1 | 13 | No cost given | 9 | 2 3 4 8 11 12 15 | 7 10 | 6 14',
          );
          expect(await sidebar.overflow()).toBe(null);
        }));
    },
  );
});
