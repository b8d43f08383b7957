import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import { Workbench } from './workbench.ts';

const CLOCKS = `---
title: Why a clock loses time
Emergence: The novelty score is 8/10, feasibility 4/10.
---

### Шаг 1 — Корректура по-русски

> **Почему часы отстают**
> Сначала я проверяю **масло**: за 30 лет оно **густеет**.
> Потом слушаю ход: ровный стук лучше хромого.
> Можно ли обойтись без разборки?

### Step 2 — English translation

> **Why a clock loses time**
> First I check the **oil**: in 30 years it **thickens**.
> Can one do without taking it apart?

### Step 3 — Vector-field expansion

${'Words about oil and time. '.repeat(150)}
`;
const OTHER = CLOCKS.replaceAll('30', '40').replace('> Потом слушаю ход: ровный стук лучше хромого.\n', '');
const CHAT = `> [!nexus_user] **User** - 01.02.2025 at 9:05
> ну почему часы отстают сначала я проверяю масло за 30 лет оно стынет потом слушаю ход ровный стук лучше хромого а можно ли обойтись совсем без разборки
<!-- UID: clocks -->
`;
const LINE = 'idea-tiers-pair-line';

/** Each pair as its lines' numbers, or `–` for a gap: `9=16`. */
function pairs(el: Locator): Promise<string> {
  return el
    .locator('.idea-tiers-pair')
    .evaluateAll((found) =>
      found
        .map((pair) =>
          [...pair.querySelectorAll('.idea-tiers-pair-side')]
            .map((side) => [...side.querySelectorAll('button')].map((button) => button.textContent).join('+') || '–')
            .join('='),
        )
        .join(' '),
    );
}

const tab = (page: Page): Locator => page.locator('.workspace-leaf-content[data-type="idea-tiers-compare"]');

describeInBrowser('steps 1 and 2 compared', () => {
  let folder: string;
  let workbench: Workbench;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-compare-'));
    await writeFile(path.join(folder, 'Clocks.md'), CLOCKS);
    await writeFile(path.join(folder, 'Other.md'), OTHER);
    await writeFile(path.join(folder, 'Chat.md'), CHAT);
    workbench = await Workbench.start(folder, sharedBrowser);
  });
  afterAll(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('stand in two columns in a tab, one under the other in the sidebar, with a gap where a line is missing', () =>
    visit(
      workbench,
      { note: 'Clocks.md', width: 300, viewport: { width: 1300, height: 900 } },
      async (sidebar, page) => {
        const sides = (el: Locator): Locator => el.locator('.idea-tiers-pair').first().locator('.idea-tiers-pair-side');
        const places = async (el: Locator): Promise<readonly { x: number; y: number }[]> =>
          Promise.all([0, 1].map(async (at) => (await sides(el).nth(at).boundingBox()) ?? { x: -1, y: -1 }));
        await sidebar.foldOf('Compare steps 1 and 2').click();
        await sides(sidebar.region).first().waitFor();
        const [above, below] = await places(sidebar.region);
        expect(above?.x).toBe(below?.x);
        expect(above?.y).toBeLessThan(below?.y ?? 0);
        await sidebar.runCommand('Compare steps 1 and 2');
        await sides(tab(page)).first().waitFor();
        const [left, right] = await places(tab(page));
        expect(left?.y).toBe(right?.y);
        expect(left?.x).toBeLessThan(right?.x ?? 0);
        expect(await pairs(tab(page))).toBe('8=15 9=16 10=– 11=17');
        expect(await tab(page).getByText('Nothing in step 2').isVisible()).toBe(true);
        expect(await tab(page).getByRole('status').innerText()).toContain('1 line of step 1 has no counterpart.');
      },
    ));

  it('go to the note by a click and by Enter, and are walked through by the arrow keys', () =>
    visit(workbench, { note: 'Clocks.md', width: 300 }, async (sidebar, page) => {
      await sidebar.edit();
      await sidebar.button('Compare in a tab').click();
      await tab(page).getByRole('button', { name: 'Step 1, go to line 8', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      const focused = (): Promise<string | null> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
      expect(await focused()).toBe('Step 2, go to line 16');
      await page.keyboard.press('Enter');
      await sidebar.editor.waitFor();
      const line = async (): Promise<number> => (await sidebar.cursorLine()).line;
      await expect.poll(line).toBe(16);
      await sidebar.foldOf('Compare steps 1 and 2').click();
      await sidebar.region.locator(`.${LINE}`).nth(4).click();
      await expect.poll(line).toBe(10);
    }));

  it('show which phrases in bold stand for each other', () =>
    visit(workbench, { note: 'Clocks.md', width: 300 }, async (sidebar) => {
      await sidebar.foldOf('Compare steps 1 and 2').click();
      const pair = sidebar.region.locator('.idea-tiers-pair').nth(1);
      await pair.locator('strong', { hasText: 'thickens' }).hover();
      expect(await pair.locator('strong.is-matched').allTextContents()).toEqual(['густеет', 'thickens']);
    }));

  it('follow what is written, and the note that is open', () =>
    visit(workbench, { note: 'Clocks.md', width: 300 }, async (sidebar, page) => {
      const editor = await sidebar.edit();
      await sidebar.foldOf('Compare steps 1 and 2').click();
      await expect.poll(() => pairs(sidebar.region)).toBe('8=15 9=16 10=– 11=17');
      await editor.fill(CLOCKS.replace('> Потом слушаю ход: ровный стук лучше хромого.\n', ''));
      await expect.poll(() => pairs(sidebar.region)).toBe('8=14 9=15 10=16');
      expect(await sidebar.part('Steps').getByText('Step 1 has changed').innerText()).toContain(
        'Is the translation still right?',
      );
      await sidebar.part('Steps').getByRole('button', { name: 'Dismiss' }).click();
      expect(await sidebar.part('Steps').getByText('Step 1 has changed').count()).toBe(0);
      await sidebar.runCommand('Compare steps 1 and 2');
      await sidebar.goTo('Other');
      await page.getByRole('tab', { name: 'Steps 1 and 2' }).click();
      await expect.poll(() => tab(page).innerText()).toContain('40 years');
    }));

  it('compare a raw text with step 1 word by word: a change is taken back on its own, and undone', () =>
    visit(workbench, { note: 'Clocks.md', width: 300 }, async (sidebar, page) => {
      const editor = await sidebar.edit();
      await sidebar.foldOf('Compare raw text and step 1').click();
      const raw = sidebar.region.getByRole('group', { name: 'Raw text and step 1' });
      await raw.getByRole('button').first().waitFor();
      const status = sidebar.region.locator('.idea-tiers-compare-status', { hasText: 'raw text' });
      expect(await status.innerText()).toContain('% of the raw text’s words were changed, inflections apart:');
      // A word that is gone keeps its space, and a change breaks as the lines around it do.
      expect(await raw.innerText()).toContain('обойтись совсем без');
      await raw.getByRole('button', { name: 'Raw: “ну”' }).click();
      await page.locator('.menu-item', { hasText: 'Go to line 8' }).waitFor();
      await page.keyboard.press('Escape');
      const change = raw.getByRole('button', { name: 'Raw: “стынет”, step 1: “густеет.”' });
      expect(await change.evaluate((el) => getComputedStyle(el).display)).toBe('inline');
      await change.focus();
      await page.keyboard.press('Enter');
      await page.locator('.menu-item', { hasText: 'Take this change back' }).click();
      await expect.poll(() => sidebar.noteText()).toContain('за 30 лет оно **стынет**\n');
      await expect.poll(() => raw.getByRole('button', { name: 'стынет' }).count()).toBe(0);
      await editor.press('Control+z');
      await expect.poll(() => sidebar.noteText()).toBe(CLOCKS);
      await sidebar.button('Raw text, found by its words: a message in “Chat”, line 1').click();
      await sidebar.runCommand('Compare raw text and step 1');
      const inTab = page.locator('.workspace-leaf-content[data-type="idea-tiers-compare-raw"]');
      await expect.poll(() => inTab.innerText()).toContain('This note has no step 1');
      await sidebar.goTo('Clocks');
      await page.getByRole('tab', { name: 'Raw text and step 1' }).click();
      await expect.poll(() => inTab.innerText()).toContain('стынет');
    }));

  it('fit at every width with all that stands beside them, in both languages', () =>
    visit(workbench, { note: 'Clocks.md', width: 200, lang: 'ru', theme: 'dark' }, async (sidebar) => {
      const folds = sidebar.region.locator('[role="button"][aria-expanded="false"]:visible');
      await sidebar.foldOf('Сигнальные поля').waitFor();
      while ((await folds.count()) > 0) await folds.first().click();
      expect(await sidebar.overflow()).toBe(null);
      const bar = sidebar.region.getByRole('progressbar', { name: 'Страницы A4 шага 3' });
      expect(await bar.getAttribute('aria-valuetext')).toBe(
        'Шаг 3: 2,2 из примерно 5 страниц A4. На странице 1 800 знаков, включая пробелы.'.replace(
          '1 800',
          '1\u00a0800',
        ),
      );
    }));
});
