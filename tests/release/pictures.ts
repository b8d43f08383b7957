// Takes the README's pictures of the real sidebar: npx tsx tests/release/pictures.ts
import path from 'node:path';
import { Workbench, type PageOptions } from '../e2e/workbench.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.github/pictures');
const NOTE = 'Restoration Techniques Tiered Table';

interface Picture {
  readonly name: string;
  readonly page: PageOptions;
  /** What is taken: the whole window, or the sidebar alone. */
  readonly of: 'window' | 'sidebar';
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
  { name: 'narrow-russian', page: { ...narrow, note: 'Бой и счётное колесо', lang: 'ru' }, of: 'sidebar' },
];

const workbench = await Workbench.start();
try {
  for (const { name, page: options, of } of PICTURES) {
    const { page, errors } = await workbench.open(options);
    if (errors.length > 0) throw new Error(`${name}: ${errors.join('\n')}`);
    // Obsidian's status bar would lie over the sidebar's end.
    await page.addStyleTag({ content: '.status-bar { display: none; }' });
    await page.mouse.move(0, 0);
    const sidebar = page.getByRole('region', { name: 'Idea Tiers', exact: true });
    const target = of === 'window' ? page : sidebar;
    await target.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
    await page.context().close();
    console.log(`${name}.png`);
  }
} finally {
  await workbench.close();
}
