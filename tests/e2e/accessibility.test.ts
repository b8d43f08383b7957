import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

declare global {
  interface Window {
    readonly axe: { run(context: object, options: object): Promise<AxeResults> };
  }
}

/** What the app draws into our dialogs, as it draws it: its accent behind white letters, a cross without a role, controls of settings. */
const OF_THE_APP = ['.modal .mod-cta', '.search-input-clear-button', '[aria-labelledby^="setting-"]'];

/** What axe finds in what `within` selects, in both themes: the rule, and where. No rule is switched off. */
async function found(page: Page, within: string): Promise<string[]> {
  await page.locator(within).first().waitFor();
  return page.evaluate(
    async ([selector, exclude]) => {
      const all: string[] = [];
      for (const theme of ['theme-dark', 'theme-light']) {
        document.body.classList.remove('theme-dark', 'theme-light');
        document.body.classList.add(theme);
        // Colours that are on their way are neither of the two.
        for (const animation of document.getAnimations()) animation.finish();
        const { violations, passes } = await window.axe.run(
          { include: [selector], exclude },
          { resultTypes: ['violations'] },
        );
        if (passes.length === 0) throw new Error(`axe saw nothing in ${selector}`);
        for (const { id, nodes } of violations)
          all.push(...nodes.map(({ html, failureSummary }) => `${theme} ${id}: ${html} ${failureSummary ?? ''}`));
      }
      return all;
    },
    [within, OF_THE_APP] as const,
  );
}

describeInBrowser('what a screen reader and a weak eye need', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  const withAxe = async (look: (sidebar: SidebarPage, page: Page) => Promise<void>, note: string): Promise<void> => {
    const script = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await visit(workbench, { note, width: 300 }, async (sidebar, page) => {
      await page.evaluate(script);
      await look(sidebar, page);
    });
  };
  const takeFromMenu = async (sidebar: SidebarPage, item: string): Promise<void> => {
    await sidebar.button('More options').first().click();
    await sidebar.page.getByRole('menuitem', { name: item }).click();
  };

  it('is there in the sidebar, on the map, beside two texts and in the audit, all unfolded', () =>
    withAxe(async (sidebar, page) => {
      await takeFromMenu(sidebar, 'Unfold all sections');
      await sidebar.region.locator('.idea-tiers-map-node').first().waitFor();
      expect(await found(page, '.idea-tiers-view')).toEqual([]);
      await sidebar.runCommand('Open idea map');
      expect(await found(page, '.idea-tiers-map-view:has(.idea-tiers-map-node)')).toEqual([]);
      await sidebar.runCommand('Compare steps 1 and 2');
      expect(await found(page, '.idea-tiers-view:has(.idea-tiers-pair-text)')).toEqual([]);
      await sidebar.runCommand('Audit idea links');
      await page.locator('.idea-tiers-audit .idea-tiers-section-head').first().waitFor();
      await page.evaluate(() => {
        const heads = document.querySelectorAll<HTMLElement>('.idea-tiers-audit .idea-tiers-section-head');
        for (const head of heads) if (head.ariaExpanded === 'false') head.click();
      });
      expect(await found(page, '.idea-tiers-audit:has(.idea-tiers-audit-detail)')).toEqual([]);
    }, '1_Method/Listening Before Measuring.md'));

  it('is a name heard as it is written, and no list without items', () =>
    visit(workbench, { note: '1_Method/Listening Before Measuring.md', width: 300 }, async (sidebar, page) => {
      await sidebar.idea('Direct ideas', '01_откуда_берётся_фон').waitFor();
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const names = nodes.filter(({ role }) => role?.value === 'link').map(({ name }): unknown => name?.value);
      expect(names).toContain('01_откуда_берётся_фон');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const has = (id: string): boolean => {
        const node = byId.get(id);
        return node?.role?.value === 'listitem' || (node?.childIds ?? []).some(has);
      };
      const lists = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'list');
      expect(lists.length).toBeGreaterThan(4);
      expect(lists.filter(({ nodeId }) => !has(nodeId)).map(({ name }): unknown => name?.value)).toEqual([]);
    }));

  it.each(['1_Method/Listening Before Measuring.md', '4_Drafts/Workshop as School.md', '2_Radios/Hum and Buzz.md'])(
    'is a tree in which rows and lists have names, and no number stands alone: %s',
    (note) =>
      visit(workbench, { note, width: 300 }, async (sidebar, page) => {
        await sidebar.unfoldAll();
        const session = await page.context().newCDPSession(page);
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        const shown = nodes.filter(({ ignored }) => !ignored);
        const inSidebar = new Set<string>();
        const byId = new Map(shown.map((node) => [node.nodeId, node]));
        const add = (id: string): void => {
          inSidebar.add(id);
          for (const child of byId.get(id)?.childIds ?? []) add(child);
        };
        const region = nodes.find(({ role, name }) => role?.value === 'region' && name?.value === 'Idea Tiers');
        for (const node of nodes) byId.set(node.nodeId, node);
        add(region?.nodeId ?? '');
        const namesOf = (wanted: string): readonly string[] =>
          shown
            .filter(({ nodeId, role }) => inSidebar.has(nodeId) && role?.value === wanted)
            .map(({ name }) => String(name?.value ?? ''));
        expect(namesOf('list').length).toBeGreaterThan(0);
        expect(namesOf('list').filter((name) => name === '')).toEqual([]);
        expect(namesOf('rowheader').filter((name) => name === '' || name.startsWith('Details'))).toEqual([]);
        expect(namesOf('superscript').filter((name) => /^\d/.test(name))).toEqual([]);
        for (const role of ['button', 'link']) expect(namesOf(role).filter((name) => name === '')).toEqual([]);
      }),
  );

  it('is there in the settings', () =>
    withAxe(async (sidebar, page) => {
      await sidebar.runCommand('Open settings');
      await page.getByRole('dialog', { name: 'Settings' }).getByRole('tab', { name: 'Idea Tiers' }).click();
      await page.locator('.vertical-tab-content').evaluate((el) => el.setCssStyles({ width: '300px', flex: 'none' }));
      expect(await found(page, '.vertical-tab-content')).toEqual([]);
    }, '4_Drafts/Workshop as School.md'));

  it('is there in the dialogs', () =>
    withAxe(async (sidebar, page) => {
      const modal = '.modal-container .modal, .modal-container .prompt';
      for (const command of ['New three-step note', 'Fill in missing steps', 'Find idea', 'Unfinished notes']) {
        await sidebar.runCommand(command);
        // An empty list of the app's is a list without items.
        if (/^(?:Find|Unf)/.test(command)) await page.locator('.prompt .suggestion-item').first().waitFor();
        expect(await found(page, modal), command).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator(modal).first().waitFor({ state: 'detached' });
      }
      await takeFromMenu(sidebar, 'Keyboard');
      expect(await found(page, modal), 'Keyboard').toEqual([]);
      await page.keyboard.press('Escape');
      await sidebar.runCommand('Add idea link');
      await page.locator('.prompt .suggestion-item').first().click();
      expect(await found(page, '.idea-tiers-add-idea'), 'Add idea link').toEqual([]);
      await page.keyboard.press('Control+Enter');
      expect(await found(page, '.idea-tiers-preview'), 'the preview').toEqual([]);
    }, '4_Drafts/Workshop as School.md'));
});
