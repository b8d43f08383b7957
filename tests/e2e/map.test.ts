import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedWorkbench } from './shared-workbench.ts';
import { visit, type SidebarPage } from './sidebar-page.ts';
import type { Workbench } from './workbench.ts';

const NOTE = '1_Method/Honest Restoration.md';
const AROUND = [
  'Honest Restoration',
  'Listening Before Measuring',
  'Repair Log as Memory',
  'Restoration Techniques Tiered Table',
  'Reversible Work',
  'Start here',
  'When to Stop',
  'Workshop Economics',
  'Workshop as School',
  'Звук старого динамика',
];

/** The map of ideas, as a person finds it. */
class MapPage {
  readonly el: Locator;

  constructor(
    private readonly page: Page,
    where: Locator | Page = page,
  ) {
    this.el = where.getByRole('group', { name: 'Idea map' });
  }

  static async inSidebar(sidebar: SidebarPage): Promise<MapPage> {
    await sidebar.foldOf('Idea map').click();
    const map = new MapPage(sidebar.page, sidebar.region);
    await map.nodes.first().waitFor();
    return map;
  }

  static async inTab(sidebar: SidebarPage): Promise<MapPage> {
    await sidebar.runCommand('Open idea map');
    const map = new MapPage(sidebar.page);
    await map.nodes.first().waitFor();
    return map;
  }

  get nodes(): Locator {
    return this.el.getByRole('link');
  }

  get more(): Locator {
    return this.el.getByRole('button', { name: /^\+\d+ more$/ });
  }

  node(name: string): Locator {
    return this.nodes.filter({ hasText: new RegExp(`^${name}$`) });
  }

  async names(): Promise<string[]> {
    return (await this.nodes.allTextContents()).sort();
  }

  async go(hops: number): Promise<void> {
    await this.el.getByRole('combobox', { name: 'Depth' }).selectOption(String(hops));
  }

  /** The name of the note in the middle. */
  middle(): Promise<string> {
    return this.el.locator('a[aria-current="true"]').innerText();
  }

  /** What a screen reader says of what has the focus. */
  spoken(): Promise<string> {
    return this.page.evaluate(() => {
      const el = document.activeElement;
      return `${el?.textContent ?? ''}. ${el?.getAttribute('aria-description') ?? ''}`;
    });
  }

  /** How many pixels a name's letters are high on the screen, and whether all notes are inside the window of the map. */
  look(): Promise<{ letters: number; isWhole: boolean }> {
    return this.nodes.first().evaluate((node) => {
      const frame = node.closest('[role="group"]')?.querySelector('svg')?.parentElement?.parentElement;
      if (!(frame && node instanceof HTMLElement)) throw new Error('no map');
      const window = frame.getBoundingClientRect();
      const zoom = node.getBoundingClientRect().width / node.offsetWidth;
      const isInside = (el: Element): boolean => {
        const box = el.getBoundingClientRect();
        return (
          box.left >= window.left && box.right <= window.right && box.top >= window.top && box.bottom <= window.bottom
        );
      };
      return {
        letters: zoom * Number.parseFloat(getComputedStyle(node).fontSize),
        isWhole: [...frame.querySelectorAll('a')].every(isInside),
      };
    });
  }
}

describeInBrowser('the map of ideas', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('stays where it is while it says something of each of its notes', () =>
    visit(workbench, { note: NOTE }, async (sidebar, page) => {
      await page.setViewportSize({ width: 1000, height: 800 });
      const map = await MapPage.inTab(sidebar);
      await page.mouse.move(5, 5);
      await page.getByText('More general ideas are above').waitFor();
      const about = page.locator('.mod-root .idea-tiers-map-about');
      const said = new Set([await about.innerText()]);
      const centre = page.locator('.mod-root .idea-tiers-map-node.mod-centre');
      // It glides to its place: until it has stood still for a while, by what is drawn.
      await centre.evaluate(async (el) => {
        const place = (): string => JSON.stringify(el.getBoundingClientRect());
        for (let still = 0, last = place(); still < 60; still++) {
          await new Promise((resolve) => window.requestAnimationFrame(resolve));
          if (place() !== last) still = 0;
          last = place();
        }
      });
      const before = await centre.boundingBox();
      for (const node of await map.nodes.all()) {
        await node.dispatchEvent('pointerover');
        said.add(await about.innerText());
        expect(await centre.boundingBox()).toEqual(before);
      }
      expect(said.size).toBeGreaterThan(3);
    }));

  it('in a tab shows the notes around the current one, as far as is chosen, and is walked by arrow keys', () =>
    visit(workbench, { note: NOTE }, async (sidebar, page) => {
      const map = await MapPage.inTab(sidebar);
      await map.go(1);
      await expect.poll(() => map.names()).toEqual(AROUND);
      expect(await map.middle()).toBe('Honest Restoration');
      expect((await map.look()).isWhole).toBe(true);

      await map.node('Honest Restoration').focus();
      expect(await map.spoken()).toBe('Honest Restoration. In the middle');
      await page.keyboard.press('ArrowUp');
      expect(await map.spoken()).toMatch(/^Workshop as School\. 1 step above · .*Мастерская учит/);
      await expect.poll(() => map.el.innerText()).toMatch(/Мастерская учит/);
      await page.keyboard.press('ArrowDown');
      expect(await map.spoken()).toBe('Honest Restoration. In the middle');

      await map.go(3);
      await expect.poll(async () => (await map.names()).length).toBeGreaterThan(AROUND.length);
      await map.go(1);
      await expect.poll(() => map.names()).toEqual(AROUND);
      await map.node('Honest Restoration').focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect.poll(() => map.middle()).toBe('Workshop as School');
      expect(await map.spoken()).toBe('Workshop as School. In the middle');
      expect(await sidebar.openNote()).toBe(NOTE);
      await page.keyboard.press('ArrowDown');
      expect(await map.spoken()).toMatch(/^Honest Restoration\. 1 step below/);
      await page.keyboard.press('Control+Enter');
      await sidebar.expectNote(NOTE);
      await sidebar.runCommand('Open idea map');
      await map.node('Honest Restoration').focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await sidebar.expectNote('4_Drafts/Workshop as School.md');
    }));

  it('says what its lines mean in a corner, and which keys it has', () =>
    visit(workbench, { note: NOTE, width: 300 }, async (sidebar, page) => {
      const map = await MapPage.inSidebar(sidebar);
      const dashed = map.el.getByText('No note yet', { exact: true });
      expect(await dashed.isVisible()).toBe(false);
      await map.el.getByText('Legend', { exact: true }).click();
      expect(await dashed.isVisible()).toBe(true);
      expect(await sidebar.overflow()).toBeNull();
      await map.el.getByRole('button', { name: 'More options' }).click();
      await page.getByRole('menuitem', { name: 'Keyboard' }).click();
      const keys = page.getByRole('dialog', { name: 'Keyboard' });
      await keys.getByText('Open the note in a new tab').waitFor();
      await page.keyboard.press('Escape');
      await MapPage.inTab(sidebar);
      await page.locator('.idea-tiers-map-view').getByText('No note yet', { exact: true }).waitFor();
    }));

  it('in the sidebar can be read at 200 pixels, unfolds what it left out, and moves with the note', () =>
    visit(workbench, { note: '1_Method/Listening Before Measuring.md', width: 200 }, async (sidebar, page) => {
      const map = await MapPage.inSidebar(sidebar);
      await map.go(2);
      await expect.poll(() => map.nodes.count()).toBe(24);
      expect(await sidebar.overflow()).toBeNull();
      expect((await map.look()).letters).toBeGreaterThan(9);

      await map.node('Listening Before Measuring').focus();
      await page.keyboard.press('0');
      await expect.poll(async () => (await map.look()).letters).toBeLessThan(3);
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await expect.poll(async () => (await map.look()).letters).toBeGreaterThan(3.5);

      await map.more.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => map.nodes.count()).toBe(27);
      expect(await map.more.count()).toBe(0);
      expect(await map.spoken()).toMatch(/2 steps away, through related notes/);

      await map.go(1);
      // A pointer that waits for the map to stand has a preview opened below it.
      await map.node('Safety Discharge Routine').dispatchEvent('click');
      await sidebar.expectNote('2_Radios/Safety Discharge Routine.md');
      await expect.poll(() => map.middle()).toBe('Safety Discharge Routine');
    }));

  it('goes with the pointer and the wheel, and stands where it was left', () =>
    visit(workbench, { note: NOTE }, async (sidebar, page) => {
      const map = await MapPage.inTab(sidebar);
      await map.go(1);
      await expect.poll(() => map.nodes.count()).toBe(AROUND.length);
      const place = async (): Promise<{ x: number; y: number; width: number }> => {
        const box = await map.node('Honest Restoration').boundingBox();
        return { x: Math.round(box?.x ?? 0), y: Math.round(box?.y ?? 0), width: Math.round(box?.width ?? 0) };
      };
      const isMoving = (): Promise<boolean> =>
        page.evaluate(() => (document.querySelector('.idea-tiers-map-stage')?.getAnimations().length ?? 0) > 0);
      await expect.poll(isMoving).toBe(false);
      const before = await place();
      const box = await map.el.locator('.idea-tiers-map-window').boundingBox();
      if (box === null) throw new Error('no window');
      const [x, y] = [box.x + 10, box.y + 10];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 30, y + 20);
      await page.mouse.move(x + 60, y + 40);
      const moved = { ...before, x: before.x + 60, y: before.y + 40 };
      await expect.poll(place).toEqual(moved);
      await page.mouse.up();
      await expect.poll(isMoving).toBe(false);
      expect(await place()).toEqual(moved);

      await page.keyboard.down('Control');
      await page.mouse.wheel(0, 50);
      await page.keyboard.up('Control');
      await expect.poll(async () => (await place()).width).toBeLessThan(before.width);
      await expect.poll(isMoving).toBe(false);
      const zoomed = await place();
      expect(zoomed.width).toBeLessThan(before.width);

      await map.node('Honest Restoration').focus();
      await page.keyboard.press('0');
      await expect.poll(place).toEqual(before);
    }));

  it('is copied as SVG and as JSON Canvas, with cards linked to the notes, and saved as either', () =>
    visit(workbench, { note: NOTE }, async (sidebar, page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const map = await MapPage.inTab(sidebar);
      await map.go(1);
      await expect.poll(() => map.nodes.count()).toBe(AROUND.length);
      const take = async (item: string): Promise<void> => {
        await map.el.getByRole('button', { name: 'More options' }).click();
        await page.getByRole('menuitem', { name: item }).click();
      };
      const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
      await take('Copy as SVG');
      await expect.poll(copied).toMatch(/^<svg[\s\S]*Workshop as School[\s\S]*<\/svg>\s*$/);
      await take('Copy as canvas');
      await expect.poll(copied).toContain('"fromNode"');
      const canvas: unknown = JSON.parse(await copied());
      expect(canvas).toHaveProperty(['nodes', 0, 'file'], NOTE);
      expect(canvas).toHaveProperty(['nodes', AROUND.length - 1, 'type'], 'file');
      await take('Save as canvas');
      const files = (): Promise<string[]> =>
        page.evaluate(() => window.app.vault.getFiles().map(({ extension }) => extension));
      await expect.poll(files).toContain('canvas');
    }));
});

describeInBrowser('the way to an idea', () => {
  let workbench: Workbench;
  beforeAll(() => {
    workbench = sharedWorkbench();
  });
  afterAll(() => workbench?.close());

  it('is found by name and by description', () =>
    visit(workbench, { note: NOTE }, async (sidebar, page) => {
      for (const [typed, found] of [
        ['mainsp', 'Mainspring Letdown'],
        ['клеи', 'Reversible Work'],
      ] as const) {
        await sidebar.runCommand('Find idea');
        await page.getByRole('combobox').fill(typed);
        await page.getByRole('option', { name: found }).first().click();
        await expect.poll(() => sidebar.openNote()).toContain(found);
      }
    }));

  it('leads to the only upstream idea at once, offers several with what is said of them, and leads back', () =>
    visit(workbench, { note: NOTE }, async (sidebar, page) => {
      await sidebar.runCommand('Go to upstream idea');
      await sidebar.expectNote('4_Drafts/Workshop as School.md');
      await sidebar.region.getByRole('navigation').getByRole('button', { name: 'Honest Restoration' }).click();
      await sidebar.expectNote(NOTE);
      await sidebar.runCommand('Go to downstream idea');
      const options = page.getByRole('option');
      await expect.poll(() => options.count()).toBeGreaterThan(3);
      await options.filter({ hasText: 'When to Stop' }).click();
      await sidebar.expectNote('1_Method/When to Stop.md');
    }));
});
