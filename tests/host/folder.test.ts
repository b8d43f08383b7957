import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Folder } from './page/folder.ts';

let above: string;
let root: string;

beforeEach(async () => {
  above = await realpath(await mkdtemp(path.join(tmpdir(), 'folder-')));
  root = path.join(above, 'vault');
  for (const name of ['vault/.hidden', 'vault/Cups', 'vault/node_modules', 'out'])
    await mkdir(path.join(above, name), { recursive: true });
  for (const name of ['vault/Tea.md', 'vault/.hidden/Note.md', 'vault/node_modules/Note.md', 'out/Secret.md'])
    await writeFile(path.join(above, name), name);
});

afterEach(() => rm(above, { recursive: true }));

it.skipIf(process.platform === 'win32')('serves what is in a folder, and what links in it lead to there', async () => {
  await symlink('../Tea.md', path.join(root, 'Cups/Link.md'));
  const folder = await Folder.open(root);
  expect((await folder.list()).map((file) => file.path)).toEqual(['Cups/Link.md', 'Tea.md']);
  expect(String(await folder.read('Cups/Link.md'))).toBe('vault/Tea.md');
});

it.skipIf(process.platform === 'win32').each([
  ['to a file outside', '../out/Secret.md', 'Link.md', 'Link.md'],
  ['to a folder outside', '../out', 'Link', 'Link/Secret.md'],
  ['to a hidden file', '.hidden/Note.md', 'Link.md', 'Link.md'],
  ['to a hidden folder', '.hidden', 'Link', 'Link/Note.md'],
  ['to a folder of packages', 'node_modules', 'Link', 'Link/Note.md'],
  ['to a device', '/dev/zero', 'Link.md', 'Link.md'],
  ['to nothing', 'Gone.md', 'Link.md', 'Link.md'],
  ['to itself', 'Link.md', 'Link.md', 'Link.md'],
])('serves nothing behind a link %s', async (_, target, link, asked) => {
  await symlink(target, path.join(root, link));
  const folder = await Folder.open(root);
  expect((await folder.list()).map((file) => file.path)).toEqual(['Tea.md']);
  expect(await folder.read(asked)).toBeNull();
});
