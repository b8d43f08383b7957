import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repairNote } from '../../src/repair/repair-note.ts';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

const GARBLED = '4_Drafts/Звук старого динамика.md';
const NAME = 'Звук старого динамика';
const GARBLED_TEXT = readFileSync(path.resolve(import.meta.dirname, '../vault', GARBLED), 'utf8');
const REPAIRED_TEXT = repairNote(GARBLED_TEXT)?.text ?? '';

function bannerOf(region: Locator): Locator {
  return region.getByRole('status').filter({ hasText: /wrong encoding|не в той кодировке/ });
}

function preview(page: Page, title: string): Locator {
  return page.getByRole('dialog', { name: title });
}

describeInBrowser('a garbled note', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('is shown as it reads when repaired, repaired from the banner after a preview, and undone in one go', () =>
    visit(workbench, { note: GARBLED, width: 300 }, async (sidebar, page) => {
      const banner = bannerOf(sidebar.region);
      expect(await banner.innerText()).toMatch(
        /^This note was read with the wrong encoding \(Mac Roman\)\. [\d,]+ characters can be restored, none lost\.\s+Repair…$/,
      );
      expect(await sidebar.part('Steps').isVisible()).toBe(true);
      expect(await sidebar.overflow()).toBeNull();
      const editor = await sidebar.edit();
      expect(await sidebar.noteText()).toBe(GARBLED_TEXT);
      await sidebar.button('Repair…').focus();
      await page.keyboard.press('Enter');
      const dialog = preview(page, `Repair garbled note: “${NAME}”`);
      await dialog.waitFor();
      const lines = await dialog.getByRole('region', { name: 'Changes' }).getByRole('listitem').allInnerTexts();
      expect(lines.join('\n')).toContain('Звук старого динамика');
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await expect.poll(() => sidebar.noteText()).toBe(REPAIRED_TEXT);
      await expect.poll(() => banner.isVisible()).toBe(false);
      await editor.focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => sidebar.noteText()).toBe(GARBLED_TEXT);
      await expect.poll(() => banner.isVisible()).toBe(true);
    }));

  it('is refused any other change', () =>
    visit(workbench, { note: GARBLED, width: 300 }, async (sidebar, page) => {
      await sidebar.runCommand('Fill in missing steps');
      const told = page.getByText(`“${NAME}” is garbled. Repair it before changing anything else.`);
      await expect.poll(() => told.isVisible()).toBe(true);
      expect(await page.getByRole('dialog').count()).toBe(0);
    }));

  it('is found among all notes, in Russian too', () =>
    visit(workbench, { note: 'Start here.md', lang: 'ru', width: 300 }, async (sidebar, page) => {
      await sidebar.runCommand('Найти испорченные заметки');
      const dialog = page.getByRole('dialog', { name: 'Найти испорченные заметки' });
      await expect.poll(() => dialog.getByRole('status').innerText()).toBe('Найдена 1 испорченная заметка.');
      expect(await dialog.innerText()).toMatch(/Звук старого динамика\s+Mac Roman · \d+\u00A0% текста · потеряно: 0/);
      await dialog.getByRole('button', { name: 'Исправить…' }).click();
      const second = preview(page, `Исправить испорченную заметку: «${NAME}»`);
      await second.getByRole('button', { name: 'Применить' }).click();
      await expect.poll(() => dialog.getByRole('button', { name: 'Исправить…' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await sidebar.runCommand('Отменить последнее изменение');
      await expect.poll(() => page.getByText('Отменено в заметке').first().isVisible()).toBe(true);
    }));
});
