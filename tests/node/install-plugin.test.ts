import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILES = ['main.js', 'manifest.json', 'styles.css'];

/** What is needed to build: a copy, so that the project's own main.js is left alone while other tests use it. */
const SOURCES = [
  ...['src', 'styles.css', 'manifest.json', 'package.json', 'esbuild.config.mjs', 'tsconfig.json', 'LICENSE'],
  'tests/release',
];

/** What a build keeps of the one before. */
const KEPT = 'tests/output/minified.js';

let temporary: string;
let project: string;

async function copyOfProject(name: string): Promise<string> {
  const folder = path.join(temporary, name);
  for (const source of SOURCES) {
    await cp(path.join(ROOT, source), path.join(folder, source), { recursive: true });
  }
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  return folder;
}

interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the build script as npm does: in the project's folder, told in INIT_CWD where the user stands. */
function build(folder: string, args: readonly string[] = [], standingIn = folder): Promise<Run> {
  const env = { ...process.env, INIT_CWD: standingIn };
  return new Promise((resolve) => {
    execFile(process.execPath, ['esbuild.config.mjs', ...args], { cwd: folder, env }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}

async function newVault(name: string): Promise<string> {
  const vault = path.join(temporary, name);
  await mkdir(path.join(vault, '.obsidian'), { recursive: true });
  return vault;
}

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'idea-tiers-'));
  project = await copyOfProject('project');
  // The longest part of a build, where the same sources were built before: one of the tests builds them from nothing, and compares.
  await cp(path.join(ROOT, KEPT), path.join(project, KEPT)).catch(() => undefined);
});

afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

describe('npm run install-plugin -- VAULT', { timeout: 180_000 }, () => {
  it('copies the three files, says where to switch the plugin on, and makes no list of enabled plugins', async () => {
    const vault = await newVault('vault');
    const run = await build(project, ['--install', vault]);
    expect(run.err).toBe('');
    expect(run.status).toBe(0);

    const folder = path.join(vault, '.obsidian/plugins/idea-tiers');
    expect((await readdir(folder)).sort()).toEqual(FILES);
    for (const file of FILES) {
      expect(await readFile(path.join(folder, file), 'utf8')).toBe(await readFile(path.join(project, file), 'utf8'));
    }
    expect(run.out).toContain(folder);
    expect(run.out).toContain('Community plugins');
    expect(await readdir(path.join(vault, '.obsidian'))).toEqual(['plugins']);
  });

  it('takes a relative path from where the user stands, and leaves enabled plugins and the plugin’s data', async () => {
    const vault = await newVault('vault in use');
    const enabled = path.join(vault, '.obsidian/community-plugins.json');
    const folder = path.join(vault, '.obsidian/plugins/idea-tiers');
    const data = path.join(folder, 'data.json');
    await mkdir(folder, { recursive: true });
    await writeFile(enabled, '["another"]');
    await writeFile(data, '{"folder":"Ideas"}');

    expect((await build(project, ['--install', 'vault in use'], temporary)).status).toBe(0);
    expect(await readFile(enabled, 'utf8')).toBe('["another"]');
    expect(await readFile(data, 'utf8')).toBe('{"folder":"Ideas"}');
    expect((await readdir(folder)).sort()).toEqual(['data.json', ...FILES]);
  });

  it('refuses a folder that Obsidian has never opened, and writes nothing there', async () => {
    const folder = path.join(temporary, 'no vault');
    await mkdir(folder);
    const run = await build(project, ['--install', folder]);
    expect(run.status).toBe(1);
    expect(run.err).toContain('.obsidian');
    expect(await readdir(folder)).toEqual([]);
  });

  const copied = FILES.map((file) => `.obsidian/plugins/idea-tiers/${file}`);
  it.each(['.obsidian', '.obsidian/plugins', '.obsidian/plugins/idea-tiers', ...copied])(
    'writes through no link at %s that leads out of the vault',
    async (place) => {
      const name = place.replaceAll('/', ' ');
      const vault = path.join(temporary, `vault with a link at ${name}`);
      const elsewhere = path.join(temporary, `elsewhere of ${name}`);
      await mkdir(path.dirname(path.join(vault, place)), { recursive: true });
      if (!copied.includes(place)) await mkdir(elsewhere);
      await symlink(elsewhere, path.join(vault, place));
      const run = await build(project, ['--install', vault]);
      expect([run.status, run.err]).toEqual([
        1,
        `${path.join(vault, place)} leads out of the vault: nothing is written there.\n`,
      ]);
      if (copied.includes(place)) await expect(readFile(elsewhere)).rejects.toThrow('ENOENT');
      else expect(await readdir(elsewhere)).toEqual([]);
    },
  );

  it('says how it is used when the vault is not given', async () => {
    const run = await build(project, ['--install']);
    expect(run.status).toBe(2);
    expect(run.err).toContain('npm run install-plugin -- VAULT');
  });
});

describe('npm run build', { timeout: 180_000 }, () => {
  it('makes the same bytes again, in any folder', async () => {
    const other = await copyOfProject('another folder/deeper');
    expect((await build(project)).status).toBe(0);
    expect((await build(other)).status).toBe(0);
    const first = await readFile(path.join(project, 'main.js'));
    const second = await readFile(path.join(other, 'main.js'));
    expect(second.equals(first)).toBe(true);
    expect(first.includes(temporary)).toBe(false);
  });
});
