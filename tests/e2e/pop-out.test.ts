import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

/** Runs a command that a person would find in the menu of a tab. */
function run(page: Page, id: string): Promise<void> {
  return page.evaluate((command) => {
    const commands: unknown = Reflect.get(window.app, 'commands');
    if (typeof commands !== 'object' || commands === null) throw new Error('no commands');
    const execute: unknown = Reflect.get(commands, 'executeCommandById');
    if (typeof execute === 'function') Reflect.apply(execute, commands, [command]);
  }, id);
}

/** Moves the tab that is active into a window of its own. */
async function moveOut(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await run(page, 'workspace:move-to-new-window');
  const other = await opened;
  await other.setViewportSize({ width: 700, height: 600 });
  return other;
}

async function openTab(page: Page, type: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.app.workspace.getLeaf('tab').setViewState({ type: wanted, active: true });
  }, type);
}

const openNote = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (wanted) => {
    const { vault, workspace } = window.app;
    const file = vault.getFileByPath(wanted);
    const leaf = workspace.getLeavesOfType('markdown')[0];
    if (file && leaf) await leaf.openFile(file, { active: true });
  }, path);

/** Counts from here on what listens on the main window and its page, and is not taken away again; asked for by `listening`. */
async function countListeners(page: Page): Promise<void> {
  await page.evaluate(() => {
    const live = new Map<string, Set<unknown>>();
    const setOf = (target: EventTarget, type: string, options: unknown): Set<unknown> | null => {
      // The editor listens on the body while it is shown.
      if (target !== window && target !== document) return null;
      const isCapture = options === true || (options instanceof Object && Reflect.get(options, 'capture') === true);
      const key = `${target.constructor.name} ${type} ${isCapture}`;
      const known = live.get(key) ?? new Set();
      live.set(key, known);
      return known;
    };
    const watch = (name: string, seen: (target: EventTarget, given: readonly unknown[]) => void): void => {
      const method: unknown = Reflect.get(EventTarget.prototype, name);
      if (typeof method !== 'function') throw new Error(name);
      Reflect.set(EventTarget.prototype, name, function (this: EventTarget, ...given: unknown[]): unknown {
        seen(this, given);
        return Reflect.apply(method, this, given) as unknown;
      });
    };
    watch('addEventListener', (target, [type, listener, options]) => {
      const isOnce = options instanceof Object && Reflect.get(options, 'once') === true;
      if (!isOnce) setOf(target, String(type), options)?.add(listener);
    });
    watch('removeEventListener', (target, [type, listener, options]) => {
      setOf(target, String(type), options)?.delete(listener);
    });
    Reflect.set(window, 'listening', () =>
      [...live].flatMap(([key, { size }]) => (size > 0 ? [`${key}: ${size}`] : [])),
    );
  });
}

const listening = (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.apply(Reflect.get(window, 'listening') as () => unknown, window, []));

describeInBrowser('a view in a window of its own', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('is the map: drawn there, also when it is resized, and after it is moved back', () =>
    visit(workbench, { note: 'Beat Setting' }, async (_sidebar, page) => {
      await openTab(page, 'idea-tiers-map');
      await page.locator('.mod-root .idea-tiers-map-node').first().waitFor();
      const other = await moveOut(page);
      const node = other.locator('.idea-tiers-map-node', { hasText: 'Movement Diagnosis' });
      await node.waitFor();
      const place = async (): Promise<number> => Math.round((await node.boundingBox())?.x ?? NaN);
      const before = await place();
      await other.setViewportSize({ width: 1100, height: 600 });
      await expect.poll(place).not.toBe(before);
      const moved = await place();
      await other.getByRole('button', { name: 'Zoom in' }).click();
      await expect.poll(place).not.toBe(moved);
      await openNote(page, '1_Method/Honest Restoration.md');
      await other.locator('.idea-tiers-map-node.mod-centre', { hasText: 'Honest Restoration' }).waitFor();
      await other.locator('.idea-tiers-map').click({ position: { x: 5, y: 300 } });
      await run(page, 'workspace:move-to-main-window');
      const back = page.locator('.mod-root .idea-tiers-map-node.mod-centre');
      await back.waitFor();
      const centre = async (): Promise<number> => Math.round((await back.boundingBox())?.x ?? NaN);
      const inMain = await centre();
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await expect.poll(centre).not.toBe(inMain);
    }));

  it('is a map that was opened there', () =>
    visit(workbench, { note: 'Beat Setting' }, async (_sidebar, page) => {
      const opened = page.context().waitForEvent('page');
      await page.evaluate(async () => {
        await window.app.workspace.openPopoutLeaf().setViewState({ type: 'idea-tiers-map', active: true });
      });
      const other = await opened;
      await other.locator('.idea-tiers-map-node', { hasText: 'Movement Diagnosis' }).waitFor();
      await other.close();
      await expect
        .poll(() => page.evaluate(() => window.app.workspace.getLeavesOfType('idea-tiers-map').length))
        .toBe(0);
    }));

  it('is the sidebar with a long table and a picture, and it follows the note', () =>
    visit(workbench, { note: 'Beat Setting' }, async (sidebar, page) => {
      await sidebar.region.click({ position: { x: 5, y: 5 } });
      const other = await moveOut(page);
      const region = other.getByRole('region', { name: 'Idea Tiers', exact: true });
      await region.getByRole('link', { name: 'Movement Diagnosis' }).first().waitFor();
      await openNote(page, '1_Method/Restoration Techniques Tiered Table.md');
      await other.setViewportSize({ width: 330, height: 600 });
      await region.getByRole('table').first().waitFor();
      await other.setViewportSize({ width: 900, height: 600 });
      await expect
        .poll(async () => (await region.getByRole('table').first().boundingBox())?.width ?? 0)
        .toBeGreaterThan(600);
      await region.click({ position: { x: 5, y: 5 } });
      await run(page, 'workspace:move-to-main-window');
      await page
        .locator('.mod-root')
        .getByRole('region', { name: 'Idea Tiers', exact: true })
        .getByRole('table')
        .first()
        .waitFor();
    }));

  it('is the comparison, which is drawn there', () =>
    visit(workbench, { note: '4_Drafts/Workshop as School.md' }, async (_sidebar, page) => {
      await openTab(page, 'idea-tiers-compare');
      const other = await moveOut(page);
      await other.locator('.idea-tiers-compare, .idea-tiers-view').first().waitFor();
      await openNote(page, '1_Method/Honest Restoration.md');
      await expect.poll(() => other.locator('.idea-tiers-name-text').innerText()).toBe('Honest Restoration');
    }));

  it('leaves nobody who listens when it was moved out and back, and closed', () =>
    visit(workbench, { note: 'Beat Setting' }, async (_sidebar, page) => {
      const moveAround = async (type: string): Promise<void> => {
        await openTab(page, type);
        await page.locator(`.mod-root .workspace-leaf-content[data-type="${type}"] .idea-tiers-view`).first().waitFor();
        const other = await moveOut(page);
        await other.locator('.idea-tiers-view').first().waitFor();
        await other.setViewportSize({ width: 500, height: 700 });
        await run(page, 'workspace:move-to-main-window');
        await page.locator(`.mod-root [data-type="${type}"] .idea-tiers-view`).first().waitFor();
        await page.evaluate((wanted) => window.app.workspace.detachLeavesOfType(wanted), type);
      };
      const types = ['idea-tiers-map', 'idea-tiers-compare', 'idea-tiers-audit'];
      await countListeners(page);
      for (const type of types) await moveAround(type);
      const once = await listening(page);
      for (const type of types) await moveAround(type);
      await expect.poll(() => listening(page)).toEqual(once);
      // Else nothing would be counted.
      await page.evaluate(() => window.addEventListener('resize', () => {}));
      expect(await listening(page)).not.toEqual(once);
    }));
});
