// `npm run bench -- [FOLDER] [--json]`: the figures of the budgets, as ratios taken in one run where that is possible.
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { markdownFiles } from '../../src/node/markdown-files.ts';
import { findBrowser } from '../e2e/browser.ts';
import { generateVault } from './generate.ts';
import type * as Reader from './reader.ts';
import type { ReaderFigures } from './reader.ts';
import { benchView } from './view.ts';

const GENERATED_NOTES = 1000;

const json = process.argv.includes('--json');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const made = given === undefined ? await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-')) : null;
try {
  const folder = given ?? (await fill(made ?? ''));
  const { notes } = await markdownFiles(folder);
  const texts = await Promise.all(notes.map(({ file }) => readFile(file, 'utf8')));
  const reader = await bundledReader(texts);
  const view = findBrowser() === null ? null : await benchView(texts);
  const bundle = { kB: (await stat(await bundled())).size / 1000 };
  const figures = { reader, ...(view === null ? {} : { view }), bundle };
  if (json) console.log(JSON.stringify(figures));
  else {
    const rows = new Map<string, { readonly value: number }>();
    for (const [part, values] of Object.entries<object>(figures)) {
      for (const [name, value] of Object.entries<number>({ ...values })) {
        rows.set(`${part}.${name}`, { value: Number(value.toPrecision(4)) });
      }
    }
    console.table(Object.fromEntries(rows));
    if (view === null) console.log('The view is not measured: no Chromium found (set CHROMIUM_PATH).');
  }
} finally {
  if (made !== null) await rm(made, { recursive: true });
}

async function fill(folder: string): Promise<string> {
  for (const { path: name, text } of generateVault(GENERATED_NOTES)) await writeFile(path.join(folder, name), text);
  return folder;
}

/**
 * The reader's figures, from a bundle as it is released: run from its sources it would be slowed down by what their runner adds.
 */
async function bundledReader(texts: readonly string[]): Promise<ReaderFigures> {
  const outfile = path.join(os.tmpdir(), 'idea-tiers-bench-reader.cjs');
  const entry = path.join(import.meta.dirname, 'reader.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    outfile,
    logLevel: 'error',
  });
  const loaded: unknown = createRequire(import.meta.url)(outfile);
  if (!isReader(loaded)) throw new Error(`${entry} exports no benchReader`);
  return loaded.benchReader(texts);
}

function isReader(module: unknown): module is typeof Reader {
  return typeof module === 'object' && module !== null && 'benchReader' in module;
}

/** The plugin as it is released, built beside this one so that a bench leaves nothing behind. */
async function bundled(): Promise<string> {
  const outfile = path.join(os.tmpdir(), 'idea-tiers-bench-main.js');
  await build({
    entryPoints: ['src/main.ts'],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'cjs',
    target: 'es2022',
    external: ['obsidian'],
    legalComments: 'none',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
