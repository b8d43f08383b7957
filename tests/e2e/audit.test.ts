import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

/** Opens the audit; lists are folded. */
async function audit(sidebar: SidebarPage): Promise<Locator> {
  await sidebar.runCommand('Audit idea links');
  const view = sidebar.page.locator('.idea-tiers-audit');
  await view
    .getByRole('status')
    .filter({ hasText: /^34 notes, \d+ idea links\.$/ })
    .waitFor();
  return view;
}

async function unfold(view: Locator, kind: string): Promise<Locator> {
  await view.locator('[role="button"][aria-expanded]').filter({ hasText: kind }).click();
  return view.getByRole('region', { name: kind }).getByRole('listitem');
}

describeInBrowser('the audit of idea links', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('opens the place of a link without a note, and leads it to the note that was meant', () =>
    visit(workbench, { note: 'Start here.md' }, async (sidebar, page) => {
      const view = await audit(sidebar);
      const typo = (await unfold(view, 'Broken names')).filter({ hasText: 'Recaping a Valve Radio' });
      expect(await typo.innerText()).toContain('Wish List, line 23');
      await typo.getByRole('button', { name: '4_Drafts/Wish List, line 23', exact: true }).click();
      await sidebar.expectNote('4_Drafts/Wish List.md');

      await audit(sidebar);
      await typo.getByRole('button', { name: 'Did you mean…: 4_Drafts/Wish List.md, line 23' }).click();
      await page.getByRole('option', { name: 'Recapping a Valve Radio' }).first().click();
      const preview = page.getByRole('dialog', { name: 'Point “Recaping a Valve Radio” to “Recapping a Valve Radio”' });
      expect(await preview.getByRole('region', { name: 'Changes' }).innerText()).toContain(
        'Recapping a Valve Radio]] — a slip',
      );
      await preview.getByRole('button', { name: 'Apply' }).click();
      await typo.waitFor({ state: 'detached' });
    }));

  it('lists an idea in the other note, where the report then has nothing to say', () =>
    visit(workbench, { note: 'Start here.md' }, async (sidebar, page) => {
      const view = await audit(sidebar);
      const rows = await unfold(view, 'One-sided links');
      const row = rows.filter({ hasText: 'Movement Diagnosis' });
      expect(await row.innerText()).toContain('Repair Log as Memory');
      await row.getByRole('button', { name: /^Add the link back: / }).click();
      await page
        .getByRole('dialog', { name: 'Add the link back from “Repair Log as Memory”' })
        .getByRole('button', { name: 'Show the change' })
        .click();
      const preview = page.getByRole('dialog', { name: 'Add the link back from “Repair Log as Memory”' });
      expect(await preview.getByRole('region', { name: 'Changes' }).innerText()).toContain('[[Movement Diagnosis]]');
      await preview.getByRole('button', { name: 'Apply' }).click();
      await row.waitFor({ state: 'detached' });
    }));

  it('looks at one folder, names what contradicts, and is copied as Markdown', () =>
    visit(workbench, { note: 'Start here.md' }, async (sidebar, page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const view = await audit(sidebar);
      await page.evaluate(async () => {
        const { vault } = window.app;
        await vault.create('4_Drafts/One.md', '## Upstream ideas\n\n- [[Two]]\n');
        await vault.create('4_Drafts/Two.md', '## Upstream ideas\n\n- [[One]]\n');
      });
      const row = (await unfold(view, 'Contradictions')).first();
      await expect.poll(() => row.innerText()).toMatch(/One · Two[\s\S]*One, line 3[\s\S]*Remove[\s\S]*Two, line 3/);
      await view.getByRole('combobox', { name: 'Notes to check' }).selectOption('2_Radios');
      await view
        .getByRole('status')
        .filter({ hasText: /^8 notes/ })
        .waitFor();
      expect(await row.count()).toBe(0);
      await view.getByRole('combobox', { name: 'Notes to check' }).selectOption('4_Drafts');
      await view.getByRole('button', { name: 'Copy as Markdown' }).click();
      const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(copied).toContain('## Contradictions: 1');
      expect(await copied()).toContain('[[4_Drafts/Two]] line 3');
    }));
});
