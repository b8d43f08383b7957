import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser } from './shared-workbench.ts';
import { Workbench, waitUntilReady } from './workbench.ts';

const NOTE = '# Kettle\n\nSee [[Teapot]] and [[Nowhere]].\n';

/** The status of a request whose path is sent as it stands; `fetch` would tidy it first. */
function statusOf(address: string, rawPath: string, host?: string): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, path: rawPath, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describeInBrowser('the workbench', () => {
  let above: string;
  let folder: string;
  let workbench: Workbench;

  beforeAll(async () => {
    above = await mkdtemp(path.join(tmpdir(), 'workbench-'));
    folder = path.join(above, 'notes');
    await mkdir(path.join(folder, 'Cups/.hidden'), { recursive: true });
    await writeFile(path.join(above, 'secret.md'), 'not yours');
    await writeFile(path.join(folder, 'Kettle.md'), NOTE);
    await writeFile(path.join(folder, 'Cups/Teapot.md'), '# Teapot\n\nPoured slowly.\n');
    await writeFile(path.join(folder, 'Cups/.hidden/Note.md'), 'hidden');
    await symlink(path.join(above, 'secret.md'), path.join(folder, 'Link.md'));
    workbench = await Workbench.start(folder, sharedBrowser);
  });

  afterAll(async () => {
    await workbench?.close();
    await rm(above, { recursive: true, force: true });
  });

  it('opens the note that the address names, in any of three spellings', async () => {
    for (const note of ['Cups/Teapot.md', 'Cups/Teapot', 'Teapot']) {
      const { page, errors, leave } = await workbench.open({ note });
      expect(await page.locator('.mod-root h1').innerText()).toBe('Teapot');
      expect(errors).toEqual([]);
      await leave();
    }
  });

  it('shows the sidebar as a region beside the note, as wide as asked, in the language and theme asked for', async () => {
    const { page, errors, leave } = await workbench.open({ note: 'Kettle', lang: 'ru', theme: 'dark', width: 300 });
    const box = await page.getByRole('region', { name: 'Idea Tiers', exact: true }).boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    expect(box?.width).toBeLessThanOrEqual(300);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.locator('body').getAttribute('class')).toContain('theme-dark');
    expect(errors).toEqual([]);
    await leave();
  });

  it('is not ready while another note is opening, and ready again after', async () => {
    const { page, leave } = await workbench.open({ note: 'Kettle' });
    await page.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, 'seenReady', seen);
      const root = document.documentElement;
      new MutationObserver(() => seen.push(root.getAttribute('data-ready') ?? '')).observe(root, { attributes: true });
    });
    await page.locator('.mod-root a.internal-link', { hasText: 'Teapot' }).click();
    await page.locator('.mod-root .view-header-title', { hasText: 'Teapot' }).waitFor();
    await waitUntilReady(page);
    const seen = await page.evaluate((): unknown => Reflect.get(window, 'seenReady'));
    expect(seen).toEqual(expect.arrayContaining(['false', 'true']));
    await leave();
  });

  it('marks a link without a note, and opens a note from the list of files', async () => {
    const { page, leave } = await workbench.open({ note: 'Kettle' });
    const links = page.locator('.mod-root .markdown-rendered a.internal-link');
    expect(await links.nth(0).getAttribute('class')).not.toContain('is-unresolved');
    expect(await links.nth(1).getAttribute('class')).toContain('is-unresolved');
    await page.getByRole('treeitem', { name: 'Cups' }).click();
    await page.getByRole('treeitem', { name: 'Teapot' }).click();
    await page.locator('.mod-root h1', { hasText: 'Teapot' }).waitFor();
    await leave();
  });

  it('opens the palette with Ctrl+P as a dialog with the plugin’s commands; Escape gives the focus back', async () => {
    const { page, errors, leave } = await workbench.open({ note: 'Kettle' });
    const before = page.getByRole('treeitem', { name: 'Cups' });
    await before.focus();
    await page.keyboard.press('Control+p');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await palette.getByRole('combobox').fill('open sidebar');
    expect(await palette.getByRole('option').first().innerText()).toBe('Idea Tiers: Open sidebar');
    await page.keyboard.press('Escape');
    expect(await palette.count()).toBe(0);
    expect(await before.evaluate((el) => el === document.activeElement)).toBe(true);
    expect(errors).toEqual([]);
    await leave();
  });

  it('keeps what is written in the page’s memory; the file on disk stays as it is', async () => {
    const { page, errors, leave } = await workbench.open({ note: 'Kettle' });
    await page.keyboard.press('Control+e');
    const text = page.getByRole('textbox', { name: 'Note text' });
    await text.fill('# Kettle\n\nRewritten.\n');
    await page.getByRole('treeitem', { name: 'Cups' }).click();
    await page.getByRole('treeitem', { name: 'Teapot' }).click();
    await page.locator('.mod-root .view-header-title', { hasText: 'Teapot' }).waitFor();
    await page.getByRole('treeitem', { name: 'Kettle' }).click();
    await expect.poll(() => text.innerText()).toContain('Rewritten.');
    expect(await readFile(path.join(folder, 'Kettle.md'), 'utf8')).toBe(NOTE);
    expect(errors).toEqual([]);
    await leave();
  });

  it('shows a note’s beginning when the pointer rests on a link to it', async () => {
    const { page, leave } = await workbench.open({ note: 'Kettle' });
    await page.locator('.mod-root a.internal-link', { hasText: 'Teapot' }).hover();
    await page.locator('.hover-popover', { hasText: 'Poured slowly.' }).waitFor();
    await leave();
  });

  it('serves no file from outside of the folder, hidden, or behind a link that leads out', async () => {
    expect(await statusOf(workbench.url, '/file/Kettle.md')).toBe(200);
    for (const refused of [
      '/file/../secret.md',
      '/file/..%2fsecret.md',
      '/file/Cups/../../secret.md',
      '/file/%2e%2e/secret.md',
      '/file//etc/passwd',
      '/file/Cups/.hidden/Note.md',
      '/file/Link.md',
      '/file/Cups',
      '/file/Kettle.md%00',
      '/package.json',
    ]) {
      expect([refused, await statusOf(workbench.url, refused)]).toEqual([refused, 404]);
    }
  });

  it('answers only to its own name', async () => {
    expect(await statusOf(workbench.url, '/files.json', 'elsewhere.example')).toBe(403);
  });
});
