import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFrontmatter } from '../../src/read/frontmatter.ts';
import { readNote } from '../../src/read/note.ts';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

const DRAFT = 'Лампа гаснет не сразу.\nСначала она краснеет.\n\nПоэтому её успевают заметить.';

describeInBrowser('the command “New three-step note”', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('makes a note that the reader reads back without a problem', () =>
    visit(workbench, { note: 'Start here' }, async (sidebar, page) => {
      await sidebar.runCommand('New three-step note');
      const dialog = page.getByRole('dialog', { name: 'New three-step note' });
      await dialog.getByRole('textbox', { name: 'Russian title' }).fill('Гаснущая лампа');
      await dialog.getByRole('textbox', { name: 'English title' }).fill('Fading Valve');
      await dialog
        .getByRole('combobox', { name: 'Folder' })
        .or(dialog.getByLabel('Folder'))
        .first()
        .fill('5_New/Ideas');
      await dialog.getByRole('textbox', { name: 'Tags' }).fill('valves, радио');
      await dialog.getByRole('textbox', { name: 'Raw text (Russian)' }).fill(DRAFT);
      expect(await dialog.getByRole('status').innerText()).toContain('5_New/Ideas/Fading Valve.md');
      await dialog.getByText('Preview').click();
      expect(await dialog.getByRole('region', { name: 'Preview' }).innerText()).toContain('> Лампа гаснет не сразу.');
      await dialog.getByRole('button', { name: 'Create' }).click();
      await dialog.waitFor({ state: 'detached' });

      await sidebar.expectNote('5_New/Ideas/Fading Valve.md');
      await expect.poll(() => sidebar.button('Steps 0/3').count()).toBe(1);
      expect(await sidebar.part('Problems').count()).toBe(0);

      if (!(await sidebar.editor.isVisible())) await sidebar.edit();
      const text = await sidebar.noteText();
      const note = readNote(text);
      expect(note.problems).toEqual([]);
      expect(note.steps.map(({ step }) => step)).toEqual([1, 2, 3]);
      expect(note.steps[0]?.words).toBe(0);
      expect(note.rawText?.words).toBeGreaterThan(0);
      expect(note.tables.some((table) => table.tier !== null)).toBe(true);
      const frontmatter = readFrontmatter(text, (yaml): unknown => parse(yaml));
      expect(frontmatter.problems).toEqual([]);
      expect(frontmatter.tags).toEqual(['valves', 'радио']);
      expect(frontmatter.title).toBe('Fading Valve');
    }));

  it('starts with the selected text', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await sidebar.edit();
      const selected = 'raise one side by a coin';
      await sidebar.goToWords(selected, true);
      await sidebar.runCommand('New three-step note');
      const draft = page.getByRole('dialog').getByRole('textbox', { name: 'Raw text (Russian)' });
      expect(await draft.inputValue()).toBe(selected);
    }));

  it('never writes over a note: it says that the name is taken and suggests a free one', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await sidebar.runCommand('New three-step note');
      const dialog = page.getByRole('dialog', { name: 'New three-step note' });
      await dialog.getByLabel('Folder').first().fill('3_Clocks');
      await dialog.getByRole('textbox', { name: 'English title' }).fill('beat setting');
      expect(await dialog.getByRole('status').innerText()).toContain('already exists');
      expect(await dialog.getByRole('button', { name: 'Create' }).isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: /^Use / }).click();
      await dialog.getByRole('button', { name: 'Create' }).click();
      await expect.poll(() => sidebar.openNote()).toMatch(/^3_Clocks\/beat setting.+\.md$/i);
    }));

  it('shows which signs of a title cannot stand in a file name', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await sidebar.runCommand('New three-step note');
      const dialog = page.getByRole('dialog', { name: 'New three-step note' });
      await dialog.getByRole('textbox', { name: 'English title' }).fill('Tick: or tock?');
      const status = await dialog.getByRole('status').innerText();
      expect(status).toContain('“:”');
      expect(status).toContain('“?”');
      expect(status).not.toContain('Tick:');
    }));

  it('asks before it throws away what was written', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await sidebar.runCommand('New three-step note');
      const dialog = page.getByRole('dialog', { name: 'New three-step note' });
      const title = dialog.getByRole('textbox', { name: 'English title' });
      await title.fill('Half a thought');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keep writing' }).click();
      expect(await title.inputValue()).toBe('Half a thought');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Discard' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await sidebar.openNote()).toBe('3_Clocks/Beat Setting.md');
    }));
});
