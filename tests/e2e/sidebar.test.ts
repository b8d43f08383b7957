import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/index.ts';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser, sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import { Workbench } from './workbench.ts';

const TIERED = '1_Method/Restoration Techniques Tiered Table.md';
const t = translator('en');
const TIER_TABLE = 'Tier table: techniques that earn their place';

describeInBrowser('the sidebar over the sample vault', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  describe('tier tables', () => {
    it('shows each rung, and the legend of the table’s header', () =>
      visit(workbench, { note: TIERED }, async (sidebar) => {
        const table = sidebar.part('Tier tables').getByRole('table', { name: TIER_TABLE, exact: true });
        expect(await table.count()).toBe(1);
        expect(await sidebar.rungs(TIER_TABLE).count()).toBe(14);
        const legend = sidebar.region.getByRole('list', { name: 'Legend' }).getByRole('listitem');
        expect(await legend.allTextContents()).toEqual(['🟢clear gain', '⚪marginal', '🔴fragile']);
        expect(await sidebar.button('Tiers 14').count()).toBe(1);
      }));

    it('finds those in callouts, and folds the tables without rungs', () =>
      visit(workbench, { note: '01_откуда_берётся_фон' }, async (sidebar) => {
        expect(await sidebar.rungs('📊 Тиры подозреваемых').count()).toBe(4);
        expect(await sidebar.part('Other tables').getByRole('table').count()).toBe(0);
        await sidebar.foldOf('Other tables').click();
        expect(await sidebar.part('Other tables').getByRole('table').count()).toBe(1);
      }));

    it('unfolds a row in place, with a link that opens', () =>
      visit(workbench, { note: TIERED, width: 300 }, async (sidebar) => {
        const row = sidebar.rungs(TIER_TABLE).nth(0);
        await row.getByRole('button', { name: /^Details of 1 / }).press('Enter');
        await row.getByRole('cell', { name: /every job.*Go to row/ }).waitFor();
        await row.getByRole('link', { name: 'clocks' }).click();
        await sidebar.expectNote('3_Clocks/Cleaning.md');
      }));

    it('goes to a row in the editor', () =>
      visit(workbench, { note: TIERED, width: 300 }, async (sidebar) => {
        await sidebar.edit();
        const row = sidebar.rungs(TIER_TABLE).nth(12);
        await row.getByRole('button', { name: /^Details of 13 / }).click();
        await row.getByRole('button', { name: 'Go to row' }).last().click();
        const lineOfCursor = async (): Promise<string> => (await sidebar.cursorLine()).text;
        await expect.poll(lineOfCursor).toMatch(/^\|13\|/);
      }));

    it('brings a row into sight in the reading view', () =>
      visit(workbench, { note: TIERED, width: 300 }, async (sidebar, page) => {
        const shown = page.locator('.mod-root').getByRole('cell', { name: 'Replating brass' });
        const inSight = async (): Promise<boolean> => {
          const box = await shown.boundingBox();
          return box !== null && box.y > 0 && box.y + box.height < 900;
        };
        expect(await inSight()).toBe(false);
        const row = sidebar.rungs(TIER_TABLE).nth(12);
        await row.getByRole('button', { name: /^Details of 13 / }).click();
        await row.getByRole('button', { name: 'Go to row' }).last().click();
        await expect.poll(inSight).toBe(true);
      }));

    it('sorts what is shown by a column, and back, without touching the note', () =>
      visit(workbench, { note: TIERED, width: 500 }, async (sidebar) => {
        const ranks = (): Promise<string[]> =>
          sidebar
            .rungs(TIER_TABLE)
            .getByRole('rowheader')
            .evaluateAll((cells) => cells.map((cell) => cell.querySelector('button')?.textContent ?? ''));
        const header = sidebar.table(TIER_TABLE).getByRole('columnheader').first();
        const asWritten = await ranks();
        await header.getByRole('button').click();
        await header.getByRole('button').click();
        await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
        await expect.poll(ranks).toEqual(asWritten.toReversed());
        await header.getByRole('button').click();
        await expect.poll(ranks).toEqual(asWritten);
      }));
  });

  describe('ideas', () => {
    it('lists them by relation, in the note’s order, without sources that are listed already', () =>
      visit(workbench, { note: TIERED }, async (sidebar) => {
        expect(await sidebar.namesIn('Upstream ideas')).toEqual([
          'Honest Restoration',
          'Reversible Work',
          'Listening Before Measuring',
        ]);
        expect(await sidebar.namesIn('Direct ideas')).toEqual(['When to Stop', 'Workshop Economics']);
        expect(await sidebar.namesIn('Downstream ideas')).toEqual([
          'Recapping a Valve Radio',
          'Electrolytic Reforming',
          'Oil Choice for Old Clocks',
          'Beat Setting',
          'Dial Cord Restringing',
        ]);
        expect(await sidebar.namesIn('Sources')).toEqual([]);
      }));

    it('reads English headings and bold labels alike', async () => {
      await visit(workbench, { note: 'Workshop Economics' }, async (sidebar) => {
        expect(await sidebar.namesIn('Upstream ideas')).toEqual(['Repair Log as Memory', 'Honest Restoration']);
        expect(await sidebar.namesIn('Downstream ideas')).toEqual(['Tools Worth Owning', 'Wish List']);
      });
      await visit(workbench, { note: 'Tools Worth Owning' }, async (sidebar) => {
        expect(await sidebar.namesIn('Upstream ideas')).toEqual([
          'Workshop Economics',
          'Restoration Techniques Tiered Table',
        ]);
        expect(await sidebar.namesIn('Direct ideas')).toEqual(['Safety Discharge Routine']);
      });
    });

    it('opens an idea on a click, and goes back to the note before', () =>
      visit(workbench, { note: TIERED }, async (sidebar) => {
        await sidebar.idea('Downstream ideas', 'Beat Setting').click();
        await sidebar.expectNote('3_Clocks/Beat Setting.md');
        expect(await sidebar.namesIn('Downstream ideas')).toEqual(['Бой и счётное колесо']);
        await sidebar.button('Back to the previous note').click();
        await sidebar.expectNote(TIERED);
        expect(await sidebar.namesIn('Direct ideas')).toEqual(['When to Stop', 'Workshop Economics']);
      }));

    it('opens an idea in a new tab on a click with Ctrl, or with the middle button', () =>
      visit(workbench, { note: TIERED }, async (sidebar, page) => {
        const tabs = page.locator('.mod-root .workspace-tab-header');
        await sidebar.idea('Upstream ideas', 'Reversible Work').click({ modifiers: ['Control'] });
        await sidebar.expectNote('1_Method/Reversible Work.md');
        expect(await tabs.count()).toBe(2);
        await sidebar.idea('Downstream ideas', 'When to Stop').click({ button: 'middle' });
        await expect.poll(() => tabs.count()).toBe(3);
      }));

    it('moves through the entries with the arrow keys, and opens one with Enter', () =>
      visit(workbench, { note: TIERED }, async (sidebar, page) => {
        await sidebar.idea('Upstream ideas', 'Honest Restoration').focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowUp');
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Reversible Work');
        await page.keyboard.press('Enter');
        await sidebar.expectNote('1_Method/Reversible Work.md');
      }));

    it('shows the button of an entry where the pointer or the focus is, and always on a touch screen', async () => {
      // How opaque an icon is where it is seen, the theme decides.
      const seen = (button: Locator): Promise<boolean> => button.evaluate((el) => getComputedStyle(el).opacity !== '0');
      await visit(workbench, { note: TIERED }, async (sidebar) => {
        const entry = sidebar.entries('Upstream ideas').first();
        const button = entry.getByRole('button');
        expect(await button.count()).toBe(1);
        expect(await seen(button)).toBe(false);
        await entry.hover();
        await expect.poll(() => seen(button)).toBe(true);
        await sidebar.foldOf('Steps').hover();
        await entry.getByRole('link').first().focus();
        await expect.poll(() => seen(button)).toBe(true);
      });
      await visit(workbench, { note: TIERED, touch: true }, async (sidebar) => {
        expect(await seen(sidebar.entries('Upstream ideas').first().getByRole('button'))).toBe(true);
      });
    });

    it('tells two notes of one name apart by their folders', () =>
      visit(workbench, { note: '2_Radios/Cleaning' }, async (sidebar) => {
        await sidebar.idea('Related notes', 'Cleaning').click();
        await sidebar.expectNote('3_Clocks/Cleaning.md');
        await sidebar.idea('Related notes', 'Cleaning').click();
        await sidebar.expectNote('2_Radios/Cleaning.md');
      }));

    it('shows a link without a note as such, and makes the note only after a yes', () =>
      visit(workbench, { note: 'Wish List' }, async (sidebar, page) => {
        const entry = sidebar.entries('Downstream ideas').filter({ hasText: 'Second Lathe' });
        expect(await entry.innerText()).not.toContain(t('sidebar.noNote'));
        expect(await entry.getByRole('img', { name: t('sidebar.noNote') }).count()).toBe(1);
        const question = page.getByRole('dialog');
        await sidebar.idea('Downstream ideas', 'Second Lathe').click();
        await question.getByRole('button', { name: 'Cancel' }).click();
        await question.waitFor({ state: 'detached' });
        expect(await sidebar.openNote()).toBe('4_Drafts/Wish List.md');

        await sidebar.idea('Downstream ideas', 'Second Lathe').click();
        await question.getByRole('button', { name: 'Create note' }).click();
        await expect.poll(() => sidebar.openNote()).toMatch(/Second Lathe\.md$/);
      }));

    it('goes to the line where an entry stands', () =>
      visit(workbench, { note: 'Wish List' }, async (sidebar, page) => {
        await sidebar.edit();
        await sidebar
          .entries('Downstream ideas')
          .filter({ hasText: 'Second Lathe' })
          .getByRole('button', { name: t('ideaLink.menu', { idea: 'Second Lathe' }) })
          .click();
        await page.getByRole('menuitem', { name: /^Go to line/ }).click();
        const before = async (): Promise<string> => (await sidebar.cursorLine()).behind;
        await expect.poll(before).toMatch(/^- \[\[Second Lathe\]\]/);
      }));
  });

  describe('steps and problems', () => {
    it('ticks the steps that are written, and says which are empty', () =>
      visit(workbench, { note: 'Workshop as School' }, async (sidebar) => {
        const steps = sidebar.part('Steps').getByRole('button', { name: /^Step \d/ });
        const names = await steps.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
        expect(names).toEqual([
          expect.stringContaining(t('sidebar.words', { count: 28 })),
          expect.stringContaining(t('sidebar.step.empty')),
          expect.stringContaining(t('sidebar.step.empty')),
        ]);
        expect(await sidebar.button('Steps 1/3').count()).toBe(1);
        expect(await sidebar.part('Problems').count()).toBe(0);
      }));

    it('names a frontmatter field that is wrong', () =>
      visit(workbench, { note: 'Wish List' }, async (sidebar) => {
        await sidebar.foldOf('Problems').click();
        const problems = sidebar.part('Problems').getByRole('listitem');
        expect(await problems.filter({ hasText: '“created”' }).count()).toBe(1);
      }));
  });

  describe('following the note', () => {
    it('shows an edit that is not saved yet, and keeps folds, scroll and the cursor’s place', () =>
      visit(workbench, { note: TIERED, width: 300 }, async (sidebar, page) => {
        const editor = await sidebar.edit();
        await sidebar.foldOf('Direct').click();
        const downstream = sidebar.idea('Downstream ideas', 'Beat Setting');
        await downstream.scrollIntoViewIfNeeded();
        const placeBefore = await downstream.boundingBox();

        await sidebar.goToWords('5.  [[Dial Cord Restringing]]');
        await page.keyboard.insertText('6.  [[Mainspring Letdown]] — unsaved.\n');

        await expect.poll(() => sidebar.namesIn('Downstream ideas')).toContain('Mainspring Letdown');
        expect(await sidebar.foldOf('Direct').getAttribute('aria-expanded')).toBe('false');
        expect(await downstream.boundingBox()).toEqual(placeBefore);
        expect(await editor.evaluate((el) => el === document.activeElement)).toBe(true);
      }));

    it('keeps a section folded when another note opens', () =>
      visit(workbench, { note: TIERED }, async (sidebar) => {
        await sidebar.foldOf('Upstream').click();
        await sidebar.idea('Downstream ideas', 'Beat Setting').click();
        await sidebar.expectNote('3_Clocks/Beat Setting.md');
        expect(await sidebar.foldOf('Upstream').getAttribute('aria-expanded')).toBe('false');
        expect(await sidebar.namesIn('Upstream ideas')).toEqual([]);
      }));

    it('stays with a note that it is pinned to, until it is let go', () =>
      visit(workbench, { note: TIERED }, async (sidebar) => {
        await sidebar.button('Pin to this note').click();
        await sidebar.idea('Upstream ideas', 'Honest Restoration').click();
        await expect.poll(() => sidebar.openNote()).toBe('1_Method/Honest Restoration.md');
        expect(await sidebar.rungs(TIER_TABLE).count()).toBe(14);
        expect(await sidebar.button('Pin to this note').getAttribute('aria-pressed')).toBe('true');
        await sidebar.button('Pin to this note').click();
        await expect
          .poll(() => sidebar.namesIn('Downstream ideas'))
          .toEqual(['Reversible Work', 'Listening Before Measuring', 'Repair Log as Memory']);
      }));

    it('says of an empty note what could stand in it, and offers a new one', () =>
      visit(workbench, { note: 'Untitled thought' }, async (sidebar, page) => {
        // The note that lists it has to go: what another note says of it would be shown.
        await expect.poll(() => sidebar.entries('Related notes').count()).toBe(1);
        await sidebar.deleteNote('Start here.md');
        await sidebar.region.getByText('Nothing to show for this note').waitFor();
        await sidebar.region.getByRole('button', { name: 'New three-step note' }).last().click();
        await page.getByRole('dialog').getByRole('textbox', { name: 'English title' }).waitFor();
      }));

    it('reads a garbled note without harm', () =>
      visit(workbench, { note: 'Звук старого динамика' }, async (sidebar) => {
        expect(await sidebar.region.getByRole('link', { name: 'Honest Restoration' }).count()).toBe(1);
      }));
  });

  describe('its looks', () => {
    it('speaks Russian where Obsidian does', () =>
      visit(workbench, { note: TIERED, lang: 'ru' }, async (sidebar) => {
        const ru = translator('ru');
        expect(await sidebar.part(ru('sidebar.tierTables')).count()).toBe(1);
        expect(await sidebar.namesIn(ru('relations.upstream'))).toHaveLength(3);
        expect(await sidebar.button(ru('sidebar.jump.steps', { done: 3 })).count()).toBe(1);
        const labels = await sidebar.region.evaluate((region) =>
          [...region.querySelectorAll('button')].map((el) => el.getAttribute('aria-label') ?? el.textContent),
        );
        expect(labels.filter((label) => /\b(Pin|Back|Go to|Sort|Details|more)\b/.test(label ?? ''))).toEqual([]);
      }));

    it.each(['light', 'dark'] as const)('can be read in the %s theme', (theme) =>
      visit(workbench, { note: TIERED, theme, width: 300 }, async (sidebar) => {
        await sidebar.button(/^Ideas \d+$/).click();
        const entry = sidebar.entries('Downstream ideas').first();
        // What a link's colour is, Obsidian's theme decides; its own is a little below 4.5.
        expect(await contrast(entry.getByRole('link').first())).toBeGreaterThan(3);
        expect(await contrast(entry.getByText('Второй тир подробно'))).toBeGreaterThan(4.5);
      }),
    );

    it.each([200, 300, 419, 600].flatMap((width) => (['en', 'ru'] as const).map((lang) => ({ width, lang }))))(
      'fits into $width pixels ($lang)',
      ({ width, lang }) =>
        visit(workbench, { note: TIERED, lang, width, viewport: { width: 1500, height: 900 } }, async (sidebar) => {
          for (const name of ['Restoration Techniques', 'Oil Choice', '01_откуда', 'Wish List', 'Workshop as School']) {
            await sidebar.goTo(name);
            await sidebar.unfoldAll();
            expect(`${name}: ${await sidebar.overflow()}`).toBe(`${name}: null`);
          }
        }),
    );

    it('has rows that a finger can hit', () =>
      visit(workbench, { note: TIERED, width: 300, touch: true }, async (sidebar) => {
        const heights = await sidebar
          .rungs(TIER_TABLE)
          .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      }));
  });
});

/** Contrast of a text with what is behind it, as WCAG counts it. */
function contrast(text: Locator): Promise<number> {
  return text.evaluate((el) => {
    // A mixed colour is told in parts of one.
    const channels = (color: string): number[] =>
      (color.match(/[\d.]+/g) ?? []).map((part, at) => Number(part) * (color.startsWith('color(') && at < 3 ? 255 : 1));
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let behind: Element | null = el;
    while (behind && channels(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
    const lights = [
      luminance(getComputedStyle(el).color),
      luminance(behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'),
    ];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
  });
}

const data = process.env['IDEA_TIERS_DATA'];

describeInBrowser('the sidebar over real notes', () => {
  describe.skipIf(data === undefined)(data === undefined ? 'skipped: IDEA_TIERS_DATA is not set' : 'of a vault', () => {
    let workbench: Workbench;
    beforeAll(async () => {
      workbench = await Workbench.start(path.join(data ?? '', 'corpus/notes'), sharedBrowser);
    });
    afterAll(() => workbench?.close());

    it('shows a tier table with its legend, and the ideas around it', () =>
      visit(workbench, { note: 'Production AI Techniques Tiered Table', width: 300 }, async (sidebar) => {
        const table = sidebar.part('Tier tables').getByRole('table');
        const rungs = table.getByRole('row').filter({ has: sidebar.page.getByRole('rowheader') });
        expect(await rungs.count()).toBe(15);
        const legend = sidebar.region.getByRole('list', { name: 'Legend' }).getByRole('listitem');
        expect(await legend.allTextContents()).toEqual(['🟢clear gain', '⚪marginal', '🔴fragile']);
        expect(await sidebar.namesIn('Upstream ideas')).toHaveLength(4);
        expect(await sidebar.namesIn('Downstream ideas')).toHaveLength(6);
        expect(await sidebar.namesIn('Direct ideas')).toHaveLength(3);
        expect(await sidebar.overflow()).toBe(null);
      }));
  });
});
