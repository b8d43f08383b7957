import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFrontmatter } from '../../src/read/frontmatter.ts';
import { readNote } from '../../src/read/note.ts';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

const CHAT = '0_chat/2025-03-08 - 1Фон в приёмнике/01_откуда_берётся_фон.md';
const VAULT = path.resolve(import.meta.dirname, '../vault');
const UID = '<!-- UID: 00000000-0000-4000-8000-0000000000a1 -->';
/** As a model gives it: with words around, in a code block, under headings of its own spelling. */
const ANSWER = path.join(import.meta.dirname, 'three-steps-answer.md');
const STEP_1 = '> Приёмник гудит. Гул ровный и\u00a0не\u00a0меняется, когда я\u00a0кручу громкость.';

const dialogOf = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** A note as it is in the page's memory. */
const saved = (page: Page, wanted: string): Promise<string | null> =>
  page.evaluate(async (name) => {
    const { vault } = window.app;
    const file = vault.getFileByPath(name);
    return file && vault.read(file);
  }, wanted);

async function apply(page: Page, name: string | RegExp): Promise<void> {
  await dialogOf(page, name).getByRole('button', { name: 'Apply' }).click();
  await dialogOf(page, name).waitFor({ state: 'detached' });
}

async function isTold(sidebar: SidebarPage, words: string): Promise<void> {
  await expect.poll(() => sidebar.page.getByText(words).first().isVisible(), { message: words }).toBe(true);
}

describeInBrowser('a thought carried through three steps', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('comes from a turn of a chat, and is finished with a model’s answer, by commands alone', () =>
    visit(workbench, { note: CHAT, width: 300 }, async (sidebar, page) => {
      await sidebar.edit();
      await sidebar.goToWords('С чего начать');
      await sidebar.runCommand('New three-step note from chat message');
      const dialog = dialogOf(page, 'New three-step note');
      const draft = dialog.getByRole('textbox', { name: 'Raw text (Russian)' });
      expect(await draft.inputValue()).toBe(
        'Приёмник гудит. Гул ровный и не меняется, когда я кручу громкость.\nС чего начать и что можно понять на слух?',
      );
      await dialog.getByRole('textbox', { name: 'English title' }).fill('A Hum That Ignores the Volume');
      await dialog.getByLabel('Folder').first().fill('4_Drafts');
      await dialog.getByRole('button', { name: 'Tidy typography…' }).click();
      await dialogOf(page, 'Tidy typography').getByLabel('Non-breaking spaces').first().click();
      await apply(page, 'Tidy typography');
      await dialog.getByRole('button', { name: 'Create' }).click();
      const note = '4_Drafts/A Hum That Ignores the Volume.md';
      await sidebar.expectNote(note);
      const start = (await saved(page, note)) ?? '';
      expect(start).toContain(`\n${STEP_1}\n`);
      expect(start).toContain(`- [[01_откуда_берётся_фон]] — 08.03.2025 at 19:02\n  ${UID}\n`);
      expect(await saved(page, CHAT)).toBe(await readFile(path.join(VAULT, CHAT), 'utf8'));

      await copy(page, '');
      await sidebar.runCommand('Copy prompt for the missing steps');
      await isTold(sidebar, 'it asks for: Properties, Step 1, Step 2, Step 3. Nothing was sent.');
      const prompt = await copied(page);
      expect(prompt).toContain('“A Hum That Ignores the Volume”');
      expect(prompt).toContain(STEP_1.slice(2));
      expect(prompt).toMatch(/Шаг 2 — .+\n\nTranslate step 1 into English line by line/);
      expect(prompt).toContain('#### Conclusion');
      expect(prompt).not.toContain('UID');

      const first = `### Step 1 — Correction\n\n${STEP_1.slice(2)}\n\n`;
      await copy(page, (await readFile(ANSWER, 'utf8')).replace(/^(?=.*Step 2)/m, first));
      await sidebar.runCommand('Paste answer into steps');
      const preview = dialogOf(page, 'Paste answer into “A Hum That Ignores the Volume”');
      await preview.getByText('Step 2 will be filled: 29 words.').waitFor();
      await preview.getByText('2 lines of the answer are not taken:').waitFor();
      await apply(page, 'Paste answer into “A Hum That Ignores the Volume”');
      await expect.poll(() => sidebar.button('Steps 3/3').count()).toBe(1);
      expect(await sidebar.part('Problems').count()).toBe(0);

      const text = await sidebar.noteText();
      const { problems, steps, tables } = readNote(text);
      expect(problems).toEqual([]);
      expect(readFrontmatter(text, (yaml): unknown => parse(yaml)).problems).toEqual([]);
      expect(steps.map(({ step, language }) => [step, language])).toEqual([
        [1, 'ru'],
        [2, 'en'],
        [3, 'en'],
      ]);
      expect(tables.map(({ tier }) => tier?.rungs.length)).toEqual([3]);
      expect(text).not.toContain('Sure!');

      await sidebar.runCommand('Fill in missing steps');
      await dialogOf(page, /^Fill in/)
        .getByText('The note already has every part of the template.')
        .waitFor();
      await page.keyboard.press('Escape');
      await sidebar.editor.focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => sidebar.noteText()).toBe(start);
    }));

  it('comes from several turns that are chosen from a list; a name that is taken gives way', () =>
    visit(workbench, { note: CHAT, width: 300 }, async (sidebar, page) => {
      await sidebar.runCommand('New three-step notes from chat messages');
      const dialog = dialogOf(page, 'New notes from “01_откуда_берётся_фон”');
      const create = dialog.getByRole('button', { name: /^Create/ });
      expect(await create.isDisabled()).toBe(true);
      for (const toggle of await dialog.getByRole('checkbox').or(dialog.getByRole('switch')).all()) {
        await toggle.focus();
        await page.keyboard.press('Space');
      }
      const titles = dialog.getByRole('textbox', { name: /^Title/ });
      await titles.first().fill('');
      await dialog.getByText('The message in line 17 needs a title usable as a file name.').waitFor();
      expect(await create.isDisabled()).toBe(true);
      await titles.first().fill('WISH LIST: 🕰 часы / или?');
      await titles.last().fill('01_ОТКУДА_берётся_фон');
      await create.click();
      await isTold(sidebar, '2 of 2 notes created.');
      const made = await page.evaluate(() => window.app.vault.getMarkdownFiles().map(({ path: name }) => name));
      const added = made.filter((name) => /wish list.*часы|ОТКУДА/i.test(name) && name !== CHAT);
      expect(added).toHaveLength(2);
      for (const name of added) {
        expect(name.slice(name.lastIndexOf('/') + 1)).not.toMatch(/[\\/:*?"<>|#^[\]]/);
        const text = (await saved(page, name)) ?? '';
        expect(text).toContain('<!-- UID: 00000000-0000-4000-8000-0000000000a');
        expect(readNote(text).problems).toEqual([]);
      }
      expect(await saved(page, CHAT)).toBe(await readFile(path.join(VAULT, CHAT), 'utf8'));
      await sidebar.runCommand('New three-step notes from chat messages');
      await expect.poll(() => dialog.getByRole('button', { name: /^Has its note/ }).count()).toBe(2);
      await dialog.getByRole('button', { name: 'All', exact: true }).click();
      expect(await create.isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await sidebar.runCommand('Undo last change');
      await isTold(sidebar, '“New three-step notes from chat messages” was undone in 2 notes.');
      const left = await page.evaluate(() => window.app.vault.getMarkdownFiles().map(({ path: name }) => name));
      expect(left.filter((name) => added.includes(name))).toEqual([]);
    }));

  it('has only what it lacks filled in, and is as it was after one undo', () =>
    visit(workbench, { note: '4_Drafts/Tools Worth Owning.md', width: 300 }, async (sidebar, page) => {
      await sidebar.edit();
      const before = await sidebar.noteText();
      await sidebar.runCommand('Fill in missing steps');
      const dialog = dialogOf(page, 'Fill in what is missing in “Tools Worth Owning”');
      expect(await dialog.getByRole('listitem', { name: 'Removed' }).count()).toBe(0);
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => sidebar.button('Steps 0/3').count()).toBe(1);
      const text = await sidebar.noteText();
      expect(text).toContain('Receptor:');
      expect(readNote(text).steps.map(({ step }) => step)).toEqual([1, 2, 3]);
      expect(readNote(text).ideaLinks.map(({ target }) => target)).toEqual(
        readNote(before).ideaLinks.map(({ target }) => target),
      );
      await sidebar.editor.focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => sidebar.noteText()).toBe(before);
    }));

  it('says what is wrong with a clipboard, and writes nothing', () =>
    visit(workbench, { note: '4_Drafts/Workshop as School.md', width: 300 }, async (sidebar, page) => {
      await sidebar.edit();
      const before = await sidebar.noteText();
      const set = '### Step 2 — Translation\n\nWords.\n\n### Step 3 — Expansion\n\nMore.\n\n';
      for (const [text, told] of [
        [' \n', 'There is no text on the clipboard.'],
        ['I would rather not. '.repeat(15_000), 'No step heading found on the clipboard'],
        ['### Step 2 — Translation\n\n### Step 3 — Expansion\n', 'The steps on the clipboard have no text.'],
      ] as const) {
        await copy(page, text);
        await sidebar.runCommand('Paste answer into steps');
        await isTold(sidebar, told);
      }
      expect(await page.getByRole('dialog').count()).toBe(0);
      await copy(page, set.repeat(3));
      await sidebar.runCommand('Paste answer into steps');
      await page.getByText('The answer has 3 versions of a step.').waitFor();
      await page.keyboard.press('Escape');
      expect(await sidebar.noteText()).toBe(before);
    }));

  it('is not written over when the note changes while the preview is open', () =>
    visit(workbench, { note: '4_Drafts/Workshop as School.md', width: 300 }, async (sidebar, page) => {
      await sidebar.edit();
      await copy(page, await readFile(ANSWER, 'utf8'));
      await sidebar.runCommand('Paste answer into steps');
      await dialogOf(page, /^Paste answer/).waitFor();
      const changed = `${await sidebar.noteText()}\nWritten meanwhile.\n`;
      await page.evaluate(() => {
        const { editor } = window.app.workspace.activeEditor ?? {};
        if (!editor) throw new Error('no editor');
        editor.replaceRange('\nWritten meanwhile.\n', { line: editor.lineCount(), ch: 0 });
      });
      await apply(page, /^Paste answer/);
      await isTold(sidebar, '“Workshop as School” has changed in the meantime. Nothing was written.');
      expect(await sidebar.noteText()).toBe(changed);
    }));
});
