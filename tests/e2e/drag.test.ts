import type { Editor, View } from 'obsidian';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

/** A place to drop on that takes HTML before text, as Obsidian's editor does; it tells what was dropped. */
async function addRichEditor(page: Page): Promise<Locator> {
  await page.addStyleTag({
    content:
      '#rich-editor { position: fixed; inset: 100px auto auto 100px; width: 300px; height: 200px; z-index: 1000; }',
  });
  await page.evaluate(() => {
    const el = document.body.createDiv({ attr: { id: 'rich-editor', contenteditable: 'true' } });
    el.addEventListener('drop', (evt) => {
      const types = evt.dataTransfer?.types ?? [];
      el.dataset.dropped = JSON.stringify(types.map((type) => [type, evt.dataTransfer?.getData(type)]));
    });
  });
  return page.locator('#rich-editor');
}

/** Drags with the mouse, as a person does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('There is nothing to drag, or nowhere to drop it.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 - 10, start.y + start.height / 2, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

describeInBrowser('what is dragged out of the sidebar', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('is an idea’s wikilink and nothing else', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      const editor = await addRichEditor(page);
      await drag(page, sidebar.idea('Upstream ideas', 'Movement Diagnosis'), editor);
      await expect.poll(() => editor.getAttribute('data-dropped')).not.toBeNull();
      expect(JSON.parse((await editor.getAttribute('data-dropped')) ?? '')).toEqual([
        ['text/plain', '[[Movement Diagnosis]]'],
      ]);
      expect(await editor.innerHTML()).toBe('[[Movement Diagnosis]]');
      expect(await sidebar.openNote()).toContain('Beat Setting');
    }));

  it('lands in a note as it is written there', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      const editor = await sidebar.edit();
      const before = await sidebar.noteText();
      await drag(page, sidebar.idea('Upstream ideas', 'Movement Diagnosis'), editor);
      await expect.poll(async () => (await sidebar.noteText()).length).toBeGreaterThan(before.length);
      const count = (text: string): number => text.split('[[Movement Diagnosis]]').length;
      expect(count(await sidebar.noteText())).toBe(count(before) + 1);
    }));

  it('lands as the note’s settings for links want it there', () =>
    visit(workbench, { note: 'Beat Setting', app: 'unkind' }, async (sidebar, page) => {
      const editor = await sidebar.edit();
      await drag(page, sidebar.idea('Upstream ideas', 'Movement Diagnosis'), editor);
      await expect.poll(() => sidebar.noteText()).toContain('[Movement Diagnosis](Movement%20Diagnosis.md)');
      expect(await sidebar.noteText()).not.toContain('app://');
    }));

  it('lands in another note than the one in front as it is written in that one', () =>
    visit(workbench, { note: 'Beat Setting', app: 'unkind' }, async (sidebar, page) => {
      await page.evaluate(async () => {
        const { vault, workspace } = window.app;
        const file = vault.getFileByPath('4_Drafts/Wish List.md');
        if (file) await workspace.getLeaf('split').openFile(file, { state: { mode: 'source' }, active: false });
      });
      const editor = page.locator('.workspace-leaf:has(.view-header-title:text-is("Wish List")) .cm-content');
      await drag(page, sidebar.idea('Upstream ideas', 'Movement Diagnosis'), editor);
      await expect
        .poll(() => editor.innerText())
        .toContain('[Movement Diagnosis](../3_Clocks/Movement%20Diagnosis.md)');
      await expect.poll(() => sidebar.openNote()).toContain('Wish List');
    }));

  it('is a note of the map, too, which stays where it stands on the map', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await sidebar.edit();
      await page.evaluate(async () => {
        const { workspace } = window.app;
        await workspace.getLeaf('split').setViewState({ type: 'idea-tiers-map' });
      });
      const node = page.locator('.mod-root .idea-tiers-map-node', { hasText: 'Movement Diagnosis' });
      await node.waitFor();
      await page.waitForTimeout(300);
      const before = await node.boundingBox();
      const count = async (): Promise<number> => (await editorText(page)).split('[[Movement Diagnosis]]').length;
      const links = await count();
      await drag(page, node, sidebar.editor);
      await expect.poll(count).toBe(links + 1);
      await expect.poll(() => node.boundingBox()).toEqual(before);
    }));
});

/** What stands in the editor, wherever the focus is. */
function editorText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const view: (View & { readonly editor?: Editor }) | undefined =
      window.app.workspace.getLeavesOfType('markdown')[0]?.view;
    return view?.editor?.getValue() ?? '';
  });
}
