import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

export const PROJECT = path.resolve(import.meta.dirname, '../../..');

/** Builds the plugin as a release is built, into a folder. Rejects with what the build wrote. */
export function buildPlugin(folder: string = PROJECT): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['esbuild.config.mjs', '--into', folder], {
      cwd: PROJECT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The plugin was not built:\n${errors}`));
    });
  });
}

/** The text of `main.js` as it is released, built without touching the one that stands in the project. */
export async function builtPlugin(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-built-'));
  try {
    await buildPlugin(folder);
    return await readFile(path.join(folder, 'main.js'), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const COMMON = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  alias: { obsidian: path.join(import.meta.dirname, '../obsidian.ts') },
  outdir: 'out',
  write: false,
  minify: true,
  legalComments: 'none',
  logLevel: 'silent',
} as const;

/** Bundles the page, in memory: its script, the metadata worker, and its styles, by the path they are served under. */
export async function buildPage(): Promise<Map<string, Uint8Array>> {
  const results = await Promise.all([
    build({ ...COMMON, platform: 'browser', entryPoints: { page: 'main.ts', app: 'app.css' } }),
    // Some packages decode HTML with the document where there is one; a worker has none.
    build({ ...COMMON, platform: 'browser', conditions: ['worker'], entryPoints: ['metadata-worker.ts'] }),
  ]);
  const files = results.flatMap((result) => result.outputFiles);
  return new Map(files.map((file) => [`/${path.basename(file.path)}`, file.contents]));
}
