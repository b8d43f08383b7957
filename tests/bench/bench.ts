// `npm run bench -- [FOLDER] [--json]`: the figures of the budgets, as ratios taken in one run where that is possible.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { markdownFiles } from '../../src/node/markdown-files.ts';
import { findBrowser } from '../e2e/browser.ts';
import { generateVault } from './generate.ts';
import type * as Reader from './reader.ts';
import { benchView } from './view.ts';

const GENERATED_NOTES = 1000;

const json = process.argv.includes('--json');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const made = given === undefined ? await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-')) : null;
try {
  const folder = given ?? (await fill(made ?? ''));
  const { notes } = await markdownFiles(folder);
  const texts = await Promise.all(notes.map(({ file }) => readFile(file, 'utf8')));
  const { benchReader } = await bundledReader();
  const reader = benchReader(texts);
  const view = findBrowser() === null ? null : await benchView(folder);
  const bundle = { kB: (await stat(await bundled())).size / 1000 };
  const figures = { reader, ...(view === null ? {} : { view }), bundle };
  if (json) console.log(JSON.stringify(figures));
  else {
    const rows = Object.entries(figures).flatMap(([part, values]) =>
      Object.entries(values).map(([name, value]) => ({
        figure: `${part}.${name}`,
        value: Number(value.toPrecision(4)),
      })),
    );
    console.table(Object.fromEntries(rows.map(({ figure, value }) => [figure, { value }])));
    if (view === null) console.log('The view is not measured: no Chromium found (set CHROMIUM_PATH).');
  }
} finally {
  if (made !== null) await rm(made, { recursive: true });
}

async function fill(folder: string): Promise<string> {
  for (const { path: name, text } of generateVault(GENERATED_NOTES)) await writeFile(path.join(folder, name), text);
  return folder;
}

/** The reader bundled as it is released: run from its sources it would be slowed down by what their runner adds. */
async function bundledReader(): Promise<typeof Reader> {
  const outfile = path.join(os.tmpdir(), 'idea-tiers-bench-reader.mjs');
  const entry = path.join(import.meta.dirname, 'reader.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    outfile,
    logLevel: 'error',
  });
  const reader: typeof Reader = await import(pathToFileURL(outfile).href);
  return reader;
}

/** The plugin as it is released, built beside this one so that a bench leaves nothing behind. */
async function bundled(): Promise<string> {
  const outfile = path.join(os.tmpdir(), 'idea-tiers-bench-main.js');
  await build({
    entryPoints: ['src/main.ts'],
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2022',
    external: ['obsidian'],
    legalComments: 'none',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
