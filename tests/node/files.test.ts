import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { markdownFiles } from '../../src/node/markdown-files';
import { audit } from '../../src/node/programs/audit';
import { inspect } from '../../src/node/programs/inspect';
import { callProgram, folderWith } from './program';

const ROOT = path.resolve(import.meta.dirname, '../..');
const isUnix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const run = promisify(execFile);
const made: string[] = [];

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const name = await folderWith(files);
  made.push(name);
  return name;
}

afterEach(async () => {
  for (const name of made.splice(0)) await rm(name, { recursive: true, force: true });
});

const pathsIn = (out: string): readonly unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { path: unknown }).path);

describe('files that are no notes', () => {
  it.skipIf(!isUnix)('a pipe named as a note is passed over and named, also behind a link', async () => {
    const vault = await folder({ 'a.md': 'text', 'z.md': 'text' });
    await run('mkfifo', [path.join(vault, 'pipe.md'), path.join(vault, 'pipe')]);
    await symlink('pipe', path.join(vault, 'link.md'));
    for (const program of [inspect, audit]) {
      const { status, err, out } = await callProgram(program, [vault]);
      expect(status).toBe(1);
      expect(err.split('\n').sort()).toEqual([
        '',
        `${path.join(vault, 'link.md')} is not a file`,
        `${path.join(vault, 'pipe.md')} is not a file`,
      ]);
      if (program === inspect) expect(pathsIn(out)).toEqual(['a.md', 'z.md']);
    }
    const alone = await callProgram(inspect, [path.join(vault, 'pipe.md')]);
    expect(alone).toEqual({ status: 1, out: '', err: `${path.join(vault, 'pipe.md')} is not a file\n` });
  });

  it.skipIf(!isUnix)('so is a socket, and a device behind a link', async () => {
    const vault = await folder({ 'a.md': 'text' });
    await symlink('/dev/zero', path.join(vault, 'device.md'));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path.join(vault, 'socket.md'), resolve));
    try {
      const { status, err, out } = await callProgram(inspect, [vault]);
      expect([status, pathsIn(out)]).toEqual([1, ['a.md']]);
      const named = ['device.md', 'socket.md'].map((name) => `${path.join(vault, name)} is not a file\n`);
      expect(err).toBe(named.join(''));
      for (const [place, name] of ['device.md', 'socket.md'].entries()) {
        const alone = await callProgram(inspect, [path.join(vault, name)]);
        expect(alone).toEqual({ status: 1, out: '', err: named[place] });
      }
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it.skipIf(!isUnix)('a folder that cannot be read is named, and the others are printed', async () => {
    const vault = await folder({ 'a.md': 'text', 'closed/b.md': 'text', 'open/c.md': 'text' });
    await chmod(vault, 0o755);
    await chmod(path.join(vault, 'closed'), 0);
    // Whoever may read everything is nobody for a moment.
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      const { status, err, out } = await callProgram(inspect, [vault]);
      expect([status, pathsIn(out)]).toEqual([1, ['a.md', 'open/c.md']]);
      expect(err).toContain(path.join(vault, 'closed'));
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(path.join(vault, 'closed'), 0o755);
    }
  });

  it('what is not UTF-8 is named as such', async () => {
    const vault = await folder({ 'a.md': 'text', 'bom.md': '\uFEFFtext' });
    await writeFile(path.join(vault, 'latin.md'), Buffer.from([0x61, 0xe9, 0x0a]));
    await writeFile(path.join(vault, 'utf-16.md'), Buffer.from('\uFEFFtext', 'utf16le'));
    const { status, err, out } = await callProgram(inspect, [vault]);
    expect([status, pathsIn(out)]).toEqual([1, ['a.md', 'bom.md']]);
    expect(err).toBe(['latin.md', 'utf-16.md'].map((name) => `${path.join(vault, name)} is not UTF-8\n`).join(''));
  });

  it.skipIf(!isUnix)('what is hidden stays hidden behind links; a link that leads nowhere is a name', async () => {
    const files = { '.secret/b.md': 'text', '.c.md': 'text', 'node_modules/d.md': 'text', 'e/f.md': 'text' };
    const vault = await folder(files);
    await mkdir(path.join(vault, 'links'));
    const targets = { b: '.secret/b', c: '.c', d: 'node_modules/d', f: 'e/f', gone: 'no' };
    for (const [name, target] of Object.entries(targets))
      await symlink(path.join('..', `${target}.md`), path.join(vault, 'links', `${name}.md`));
    await symlink('../e', path.join(vault, 'links/e'));
    const found = await markdownFiles(vault);
    expect(found.notes.map((note) => note.path)).toEqual(['e/f.md', 'links/f.md', 'links/gone.md']);
    expect(found.vault).toHaveLength(3);
  });
});

it.skipIf(!isUnix)('inspect … | head ends quietly', async () => {
  const notes = Array.from({ length: 400 }, (_, note): [string, string] => [`${note}.md`, '- a\n'.repeat(400)]);
  const vault = await folder(Object.fromEntries(notes));
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const program = [process.execPath, tsx, path.join(ROOT, 'src/node/inspect.ts')];
  const { stdout, stderr } = await run('sh', ['-c', '"$1" "$2" "$3" "$4" | head -n 1', 'sh', ...program, vault]);
  expect(pathsIn(stdout)).toEqual(['0.md']);
  expect(stderr).toBe('');
});
