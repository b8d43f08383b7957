// Takes the README's pictures of the real sidebar: npx tsx tests/release/pictures.ts
import path from 'node:path';
import { SidebarPage } from '../e2e/sidebar-page.ts';
import { Workbench, type PageOptions } from '../e2e/workbench.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.github/pictures');
const NOTE = 'Restoration Techniques Tiered Table';

interface Picture {
  readonly name: string;
  readonly page: PageOptions;
  /** What is taken: the whole window, the sidebar alone, or the open dialog. */
  readonly of: 'window' | 'sidebar' | 'dialog';
  /** What is done before. */
  readonly prepare?: (sidebar: SidebarPage) => Promise<void>;
}

/** Ranks by value for cost, with the picture open. */
async function arrangeTable({ region, page }: SidebarPage): Promise<void> {
  await region.getByRole('button', { name: /^Rank by/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Value for cost/ }).click();
  const fold = region.getByRole('button', { name: 'Picture', exact: true });
  await fold.click();
  await fold.evaluate((el) => el.scrollIntoView({ block: 'start' }));
  await page.mouse.move(0, 0);
}

async function openMap(sidebar: SidebarPage): Promise<void> {
  await sidebar.runCommand('Open idea map');
  const map = sidebar.page.getByRole('group', { name: 'Idea map' });
  await map.getByRole('link').first().waitFor();
  await map.getByRole('combobox', { name: 'Depth' }).selectOption('2');
}

async function repair(sidebar: SidebarPage): Promise<void> {
  await sidebar.region.getByRole('button', { name: /^Repair/ }).click();
  await sidebar.page.getByRole('dialog').getByRole('button', { name: 'Apply' }).waitFor();
}

const narrow: PageOptions = { note: NOTE, width: 300, viewport: { width: 1100, height: 1080 } };

const PICTURES: readonly Picture[] = [
  {
    name: 'wide-light',
    page: { note: NOTE, width: 560, viewport: { width: 1400, height: 860 } },
    of: 'window',
  },
  { name: 'narrow-light', page: narrow, of: 'sidebar' },
  { name: 'narrow-dark', page: { ...narrow, theme: 'dark' }, of: 'sidebar' },
  {
    name: 'value-for-cost',
    page: { note: NOTE, width: 560, viewport: { width: 1400, height: 860 } },
    of: 'sidebar',
    prepare: arrangeTable,
  },
  {
    name: 'map',
    page: { note: 'Honest Restoration', width: 300, viewport: { width: 1400, height: 860 } },
    of: 'window',
    prepare: openMap,
  },
  {
    name: 'repair',
    page: { note: 'Звук старого динамика', width: 300, viewport: { width: 1400, height: 860 } },
    of: 'dialog',
    prepare: repair,
  },
  { name: 'narrow-russian', page: { ...narrow, note: 'Бой и счётное колесо', lang: 'ru' }, of: 'sidebar' },
];

const workbench = await Workbench.start();
try {
  for (const { name, page: options, of, prepare } of PICTURES) {
    const { page, errors } = await workbench.open(options);
    if (errors.length > 0) throw new Error(`${name}: ${errors.join('\n')}`);
    // Obsidian's status bar would lie over the sidebar's end.
    await page.addStyleTag({ content: '.status-bar { display: none; }' });
    await page.mouse.move(0, 0);
    const sidebar = new SidebarPage(page);
    await prepare?.(sidebar);
    // What moves comes to rest.
    await page.waitForTimeout(1000);
    const targets = { window: page, sidebar: sidebar.region, dialog: page.getByRole('dialog') };
    const target = targets[of];
    await target.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
    await page.context().close();
    console.log(`${name}.png`);
  }
} finally {
  await workbench.close();
}
