import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import { Workbench } from './workbench.ts';

const TABLE = 'Ways';
const WIDTHS = [200, 240, 270, 300, 340, 419, 560];
const LONG = 'Counterclockwisestirring';
/** The rungs stand behind what is ranked. */
const NOTE = `## ${TABLE}

| Way | Tier | Gain | Price | Patience | Place | Companion |
|---|---|---|---|---|---|---|
| Loose leaf in a pot | 1 | 🟢🟢 | 💰💰 | plenty of it, and then some more | a quiet kitchen | nobody |
| A bag in a cup | 2 | 🟢 | 💰 | ${LONG} | anywhere at all | colleagues |
| Cold brew | 3 | ⚪ | 🧊 | a whole night of waiting | the cellar | a cat |
`;

/** Scores of five digits, as many marks as a row is drawn with, and more columns than there is room for. */
const CROWDED = `## ${TABLE}

| Tier | Way | Gain | Price | Where it is done | By whom it is done | Companions |
|---|---|---|---|---|---|---|
| 5 (at most) | Loose leaf in a pot | 🟢🟢 | 💰💰💰💰💰💰💰, 🧊, 🔌, 🧠 | ${LONG} | grandparents | ${LONG} |
| 4 | A bag in a cup | 🟢🔴 | 💰💰💰, 🧊, 🔌 | ${LONG} | colleagues | ${LONG} |
`;

/** A rung and a subject that are too long to stand beside each other where there is little room. */
const WORDY = `## ${TABLE}

| Tier | Way | Price |
|---|---|---|
| quite advanced (at home) | Counterclockwise | 💰💰 |
| 4 | A bag in a cup | 💰 |
`;

/** Rungs that are names, over subjects that say less. */
const NAMED = `## ${TABLE}

| Уровень | Cups | Leaves |
|---|---|---|
| 🫖 A quiet afternoon alone | 1 | black |
| 🍵 The whole family at once | 6 | green |
`;

async function rank(sidebar: SidebarPage, lang: 'en' | 'ru'): Promise<void> {
  const t = translator(lang);
  await sidebar.region.getByRole('button', { name: new RegExp(`^${t('table.rankBy')}`) }).click();
  await sidebar.page
    .getByRole('menuitemcheckbox', { name: new RegExp(`^${t('table.rankings.value-for-cost')}`) })
    .or(sidebar.page.getByRole('menuitem', { name: new RegExp(`^${t('table.rankings.value-for-cost')}`) }))
    .click();
}

describeInBrowser('the two looks of a tier table', () => {
  let folder: string;
  let workbench: Workbench;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-looks-'));
    await writeFile(path.join(folder, 'Ways.md'), NOTE);
    await writeFile(path.join(folder, 'Crowded.md'), CROWDED);
    await writeFile(path.join(folder, 'Wordy.md'), WORDY);
    await writeFile(path.join(folder, 'Named.md'), NAMED);
    workbench = await Workbench.start(folder, sharedBrowser);
  });
  afterAll(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true });
  });

  it('gives the room to rungs that are names', () =>
    visit(workbench, { note: 'Named', width: 400 }, async (sidebar) => {
      const cut = await sidebar.table(TABLE).evaluate((table) =>
        [...table.querySelectorAll('.idea-tiers-rung-toggle, .mod-subject .idea-tiers-cell-text')].map((el) => {
          return { text: el.textContent, isCut: el.scrollWidth > el.clientWidth };
        }),
      );
      expect(cut.filter(({ isCut }) => isCut)).toEqual([]);
      expect(cut.map(({ text }) => text)).toEqual([
        '🫖 A quiet afternoon alone',
        'black',
        '🍵 The whole family at once',
        'green',
      ]);
    }));

  for (const width of [200, 300, 400]) {
    it(`has the rung first, the subject wide and the score at the right in ${width} pixels`, () =>
      visit(workbench, { note: 'Ways', width }, async (sidebar) => {
        const rows = (): Promise<{ rung: number; subject: number; wide: number; score: number; right: number }[]> =>
          sidebar.table(TABLE).evaluate((table) =>
            [...table.querySelectorAll('tbody > tr.idea-tiers-row')].map((row) => {
              const box = (selector: string): DOMRect | undefined =>
                row.querySelector(selector)?.getBoundingClientRect();
              const [rung, subject, score] = ['.mod-rank', '.mod-subject', '.idea-tiers-score'].map(box);
              return {
                rung: rung?.right ?? NaN,
                subject: subject?.left ?? NaN,
                wide: subject?.width ?? NaN,
                score: score?.right ?? NaN,
                right: row.getBoundingClientRect().right,
              };
            }),
          );
        for (const { rung, subject, wide } of await rows()) {
          expect(rung).toBeLessThanOrEqual(subject);
          expect(wide).toBeGreaterThan(width * 0.35);
        }
        await rank(sidebar, 'en');
        for (const { rung, subject, wide, score, right } of await rows()) {
          expect(rung).toBeLessThanOrEqual(subject);
          expect(wide).toBeGreaterThan(width * 0.35);
          expect(right - score).toBeLessThan(4);
        }
        await sidebar.table(TABLE).locator('.idea-tiers-score').first().click();
        expect(await sidebar.table(TABLE).locator('.idea-tiers-sum').innerText()).toContain('🟢×2 +2 = 2');
        expect(await sidebar.overflow()).toBe(null);
      }));
  }

  it('breaks and cuts no word of an open row in 200 pixels', () =>
    visit(workbench, { note: 'Wordy', width: 200 }, async (sidebar) => {
      const row = sidebar.table(TABLE).locator('.idea-tiers-row').first();
      await row.locator('.idea-tiers-rung-toggle').click();
      const broken = await row.evaluate((el) =>
        ['.idea-tiers-rung-toggle', '.mod-subject .idea-tiers-cell-text'].flatMap((selector) => {
          const text = el.querySelector(selector);
          const words = text && document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
          if (!text || !words?.nodeValue) return [`no ${selector}`];
          const found = text.scrollWidth > text.clientWidth ? [`${selector} is cut`] : [];
          for (const { 0: word, index } of words.nodeValue.matchAll(/\S+/gu)) {
            const range = document.createRange();
            range.setStart(words, index);
            range.setEnd(words, index + word.length);
            if (range.getClientRects().length > 1) found.push(word);
          }
          return found;
        }),
      );
      expect(broken).toEqual([]);
    }));

  for (const lang of ['en', 'ru'] as const) {
    it(`never cuts a word of its buttons (${lang})`, () =>
      visit(workbench, { note: 'Ways', lang }, async (sidebar) => {
        // In the page, all widths one after the other, as if its edge were dragged: a page for each would be loaded for a second.
        const cut = (): Promise<string[]> =>
          sidebar.region.evaluate(async (region, widths) => {
            const split = region.closest<HTMLElement>('.workspace-split.mod-right-split');
            if (!split) throw new Error('the sidebar is in no split');
            const found: string[] = [];
            for (const width of widths) {
              split.style.width = `${width}px`;
              // What is as wide as it finds itself to be is told in the next frame, and drawn in the one after it.
              for (let frame = 0; frame < 3; frame++) await new Promise((next) => window.requestAnimationFrame(next));
              if (Math.abs(split.getBoundingClientRect().width - width) > 1) found.push(`not ${width} pixels wide`);
              const buttons = [...region.querySelectorAll('.idea-tiers-tools button')];
              if (buttons.length === 0) found.push('no buttons');
              for (const button of buttons) {
                const box = button.getBoundingClientRect();
                const text = button.querySelector('.idea-tiers-button-text');
                const words = text?.getBoundingClientRect();
                if (!text || !words || words.width === 0 || words.top >= box.bottom) continue;
                if (words.right > box.right + 0.5 || text.scrollWidth > text.clientWidth)
                  found.push(`${text.textContent} in ${width} pixels`);
              }
            }
            return found;
          }, WIDTHS);
        expect(await cut()).toEqual([]);
        await rank(sidebar, lang);
        expect(await cut()).toEqual([]);
      }));
  }

  it('breaks no word in the wide look, and its header moves with its columns', () =>
    visit(workbench, { note: 'Ways', width: 460 }, async (sidebar) => {
      const table = sidebar.table(TABLE);
      const lines = await table.evaluate((el, word) => {
        const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.textContent?.indexOf(word) ?? -1;
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + word.length);
          if (range.getBoundingClientRect().width > 0) return range.getClientRects().length;
        }
        return 0;
      }, LONG);
      expect(lines).toBe(1);
      const offsets = await table.evaluate((el) => {
        const scroll = el.closest('.idea-tiers-table-scroll');
        scroll?.scrollTo({ left: 120 });
        const lefts = (selector: string): number[] =>
          [...el.querySelectorAll(selector)]
            .filter((cell) => cell.checkVisibility())
            .map((cell) => Math.round(cell.getBoundingClientRect().left));
        return { moved: scroll?.scrollLeft, head: lefts('thead th'), body: lefts('tbody > tr:first-child > *') };
      });
      expect(offsets.moved).toBeGreaterThan(0);
      expect(offsets.head).toEqual(offsets.body);
    }));

  for (const width of [200, 300]) {
    it(`keeps a gap between what is gained and what is paid in ranked rows, at one place (${width} pixels)`, () =>
      visit(workbench, { note: 'Crowded', width }, async (sidebar) => {
        await rank(sidebar, 'en');
        const gaps = await sidebar.table(TABLE).evaluate((table) =>
          [...table.querySelectorAll('.idea-tiers-row')].map((row) => {
            const [value, cost] = [...row.querySelectorAll('.idea-tiers-strip')].map((el) =>
              el.getBoundingClientRect(),
            );
            return { at: Math.round(cost?.left ?? 0), gap: (cost?.left ?? 0) - (value?.right ?? 0) };
          }),
        );
        expect(gaps).toHaveLength(2);
        expect(Math.min(...gaps.map(({ gap }) => gap))).toBeGreaterThan(3);
        expect(new Set(gaps.map(({ at }) => at)).size).toBe(1);
      }));
  }

  // Where marks have a line of their own, all stand there; beside their subject, an ellipsis says that there are more.
  for (const width of [200, 300, 420]) {
    it(`cuts no mark of a ranked row, and a rung only where it is long (${width} pixels)`, () =>
      visit(workbench, { note: 'Crowded', width }, async (sidebar) => {
        await rank(sidebar, 'en');
        const cut = await sidebar.table(TABLE).evaluate((table) =>
          [...table.querySelectorAll('.idea-tiers-strip')].flatMap((strip) => {
            const [own, cell] = [strip, strip.parentElement].map((el) => el?.getBoundingClientRect().right ?? 0);
            const isSaid = strip.parentElement && getComputedStyle(strip.parentElement).textOverflow === 'ellipsis';
            return (own ?? 0) > (cell ?? 0) + 1 && !(isSaid && table.clientWidth > 340) ? [strip.textContent] : [];
          }),
        );
        expect(cut).toEqual([]);
        const rung = sidebar.table(TABLE).locator('.idea-tiers-rung-toggle', { hasText: 'at most' });
        if (width > 200) expect(await rung.evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
        expect(await sidebar.overflow()).toBe(null);
      }));
  }

  it('draws a line where columns go on below the score', () =>
    visit(workbench, { note: 'Crowded', width: 700 }, async (sidebar) => {
      await rank(sidebar, 'en');
      const scores = sidebar.table(TABLE).locator('.mod-score');
      await expect
        .poll(() => scores.evaluateAll((all) => all.map((el) => getComputedStyle(el).borderInlineStartWidth)))
        .toEqual(['1px', '1px', '1px']);
      const [row] = await sidebar.table(TABLE).evaluate((table) =>
        [...table.querySelectorAll('tbody > tr')].map((el) => {
          const [score, words] = ['.mod-score', '.idea-tiers-score'].map((part) => el.querySelector(part));
          return (words?.getBoundingClientRect().left ?? 0) - (score?.getBoundingClientRect().left ?? 0);
        }),
      );
      expect(row).toBeGreaterThan(4);
    }));

  it('has a sort menu that calls each way what it is', () =>
    visit(workbench, { note: 'Ways', width: 300 }, async (sidebar, page) => {
      await sidebar.button('Sort').click();
      const entries = await page.locator('.menu-item').allInnerTexts();
      expect(entries.filter((text) => /^(?:Way|Price)/.test(text))).toEqual([
        'Way, ascending',
        'Way, descending',
        'Price, best first',
        'Price, worst first',
      ]);
    }));

  it('selects no text by Shift and a click on a header', () =>
    visit(workbench, { note: 'Ways', width: 700 }, async (sidebar, page) => {
      const sorts = sidebar.table(TABLE).locator('.idea-tiers-header-sort');
      await sidebar.table(TABLE).locator('tbody .idea-tiers-cell-text').first().click();
      await sorts.nth(1).click();
      await sorts.nth(2).click({ modifiers: ['Shift'] });
      expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('');
      expect(await sorts.nth(2).innerText()).toBe('②');
    }));
});
