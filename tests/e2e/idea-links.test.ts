import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

/** Writes what the preview shows, once it has been looked at. */
async function apply(page: Page, title: string, line: RegExp): Promise<void> {
  const preview = page.getByRole('dialog', { name: title });
  expect(await preview.getByRole('region', { name: 'Changes' }).innerText()).toMatch(line);
  await preview.getByRole('button', { name: 'Apply' }).click();
  await preview.waitFor({ state: 'detached' });
}

async function chooseInMenu(sidebar: SidebarPage, idea: string, item: string): Promise<void> {
  await sidebar.button(`Actions for ${idea}`).click();
  await sidebar.page.getByRole('menuitem', { name: item }).click();
}

describeInBrowser('the links of an idea list', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('are added, moved and removed after a preview, and taken back to the byte', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      const source = async (): Promise<string> => {
        await sidebar.edit();
        const text = await sidebar.noteText();
        await page.keyboard.press('Control+e');
        await sidebar.editor.waitFor({ state: 'detached' });
        return text;
      };
      const before = await source();

      await sidebar.runCommand('Add idea link');
      await page.getByRole('combobox').fill('When to Stop');
      await page.getByRole('option', { name: 'When to Stop' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Add idea link to “Beat Setting”' });
      await dialog.getByRole('combobox', { name: 'Relation' }).selectOption('downstream');
      await dialog
        .getByRole('textbox', { name: 'What this note says about the idea' })
        .fill('ровный ход — и довольно.');
      await dialog.getByRole('button', { name: 'Show the change' }).click();
      await apply(page, 'Add idea link to “Beat Setting”', /2\. \[\[When to Stop\]\] — ровный ход — и довольно\./);
      await expect.poll(() => sidebar.namesIn('Downstream ideas')).toEqual(['Бой и счётное колесо', 'When to Stop']);

      await chooseInMenu(sidebar, 'Movement Diagnosis', 'Move to “Direct ideas”…');
      await apply(page, 'Move “Movement Diagnosis” to “Direct ideas”', /## Прямо относящиеся к этой заметке/);
      await expect.poll(() => sidebar.namesIn('Direct ideas')).toEqual(['Movement Diagnosis']);

      await chooseInMenu(sidebar, 'Бой и счётное колесо', 'Remove idea link…');
      await apply(page, 'Remove “Бой и счётное колесо” from “Beat Setting”', /после хода настраивают бой/);
      await expect.poll(() => sidebar.namesIn('Downstream ideas')).toEqual(['When to Stop']);
      expect(await source()).toContain('## Нижестоящие идеи\n\n1. [[When to Stop]] — ровный ход — и довольно.');

      for (let undone = 0; undone < 3; undone++) await sidebar.runCommand('Undo last change');
      await expect.poll(() => sidebar.namesIn('Downstream ideas')).toEqual(['Бой и счётное колесо']);
      expect(await source()).toBe(before);
    }));

  it('list a note on both sides as one change, which one undo takes back', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await chooseInMenu(sidebar, 'Бой и счётное колесо', 'Add idea link…');
      await page.getByRole('combobox').fill('Mainspring');
      await page.getByRole('option', { name: 'Mainspring Letdown' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Add idea link to “Beat Setting”' });
      await dialog.getByLabel('Add the link back').first().click();
      await dialog
        .getByRole('textbox', { name: 'What “Mainspring Letdown” says about this note' })
        .fill('What comes before.');
      await page.keyboard.press('Control+Enter');
      const preview = page.getByRole('dialog', { name: 'Add idea link to “Beat Setting”' });
      await preview.getByRole('heading', { name: 'Mainspring Letdown' }).waitFor();
      await preview.getByRole('heading', { name: 'Beat Setting', exact: true }).waitFor();
      await preview.getByRole('button', { name: 'Apply' }).click();
      await sidebar.goTo('Mainspring Letdown');
      await expect.poll(() => sidebar.namesIn('Upstream ideas')).toContain('Beat Setting');
      await sidebar.runCommand('Undo last change');
      await expect.poll(() => sidebar.namesIn('Upstream ideas')).not.toContain('Beat Setting');
    }));
});
