// `npm run bench -- [FOLDER] [--json]`: the figures of the budgets, as ratios taken in one run where that is possible.
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { markdownFiles } from '../../src/node/markdown-files.ts';
import { findBrowser } from '../e2e/browser.ts';
import { buildPlugin } from '../host/page/build.ts';
import { generateVault, type GeneratedNote } from './generate.ts';
import type * as Index from './index.ts';
import type * as Layout from './layout.ts';
import type * as Reader from './reader.ts';
import type * as Shapes from './shapes.ts';
import type * as Suggest from './suggest.ts';
import type * as Vault from './vault.ts';
import { benchMap } from './map.ts';
import { benchSlowed, benchSlowedInProperties } from './slowed.ts';
import { benchStart } from './start.ts';
import { benchSwitch } from './switch.ts';
import { benchTable } from './table.ts';
import { benchView } from './view.ts';

const GENERATED_NOTES = 1000;
/** What the index's budgets are for. */
const GENERATED_FOR_INDEX = 5000;

const json = process.argv.includes('--json');
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const built = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-main-'));
const made = given === undefined ? await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-')) : null;
try {
  // The plugin as it is released, beside the one that stands in the project.
  await buildPlugin(built);
  const main = path.join(built, 'main.js');
  const start = await benchStart(main);
  const folder = given ?? (await fill(made ?? ''));
  const { notes } = await markdownFiles(folder);
  const texts = await Promise.all(notes.map(({ file }) => readFile(file, 'utf8')));
  const { benchReader } = await bundledBench('reader.ts', isReader);
  const reader = benchReader(texts);
  const { benchIndex } = await bundledBench('index.ts', isIndex);
  const { figures: index, neighbourhoods } = await benchIndex(() => (given === undefined ? generated() : read(given)));
  const { benchSuggest } = await bundledBench('suggest.ts', isSuggest);
  const suggest = await benchSuggest(() => (given === undefined ? generated() : read(given)));
  const { benchLayout } = await bundledBench('layout.ts', isLayout);
  const layout = benchLayout(neighbourhoods);
  const { benchShapes } = await bundledBench('shapes.ts', isShapes);
  const shapes = benchShapes();
  const { benchVault } = await bundledBench('vault.ts', isVault);
  const vault = await benchVault(false);
  const vaultInProperties = await benchVault(true);
  const hasBrowser = findBrowser() !== null;
  const view = hasBrowser ? { ...(await benchView(texts)), ...(await benchMap()), ...(await benchTable()) } : null;
  const switched = hasBrowser ? { switch: await benchSwitch() } : {};
  const slowed = hasBrowser
    ? { slowed: await benchSlowed(folder), slowedInProperties: await benchSlowedInProperties() }
    : {};
  const bundle = { kB: (await stat(main)).size / 1000 };
  const measured = { start, reader, index, suggest, layout, vault, vaultInProperties, shapes };
  const figures = { ...measured, ...(view === null ? {} : { view }), ...switched, ...slowed, bundle };
  if (json) console.log(JSON.stringify(figures));
  else {
    const rows = new Map<string, { readonly value: number | string }>();
    for (const [part, values] of Object.entries<object>(figures)) {
      for (const [name, value] of Object.entries<number | string>({ ...values })) {
        rows.set(`${part}.${name}`, { value: typeof value === 'string' ? value : Number(value.toPrecision(4)) });
      }
    }
    console.table(Object.fromEntries(rows));
    if (view === null) console.log('The view is not measured: no Chromium found (set CHROMIUM_PATH).');
  }
} finally {
  await rm(built, { recursive: true });
  if (made !== null) await rm(made, { recursive: true });
}

async function fill(folder: string): Promise<string> {
  for (const { path: name, text } of generateVault(GENERATED_NOTES)) await writeFile(path.join(folder, name), text);
  return folder;
}

async function generated(): Promise<GeneratedNote[]> {
  return generateVault(GENERATED_FOR_INDEX);
}

async function read(folder: string): Promise<GeneratedNote[]> {
  const { notes } = await markdownFiles(folder);
  return Promise.all(notes.map(async ({ file, path }) => ({ path, text: await readFile(file, 'utf8') })));
}

/** A part of the bench from a bundle as it is released: run from its sources it would be slowed down by what their runner adds. */
async function bundledBench<Module extends object>(
  name: string,
  isBench: (module: object) => module is Module,
): Promise<Module> {
  const outfile = path.join(os.tmpdir(), `idea-tiers-bench-${name}.cjs`);
  const entry = path.join(import.meta.dirname, name);
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
  if (typeof loaded !== 'object' || loaded === null || !isBench(loaded)) throw new Error(`${entry} exports no bench`);
  return loaded;
}

function isReader(module: object): module is typeof Reader {
  return 'benchReader' in module;
}

function isSuggest(module: object): module is typeof Suggest {
  return 'benchSuggest' in module;
}

function isIndex(module: object): module is typeof Index {
  return 'benchIndex' in module;
}

function isShapes(module: object): module is typeof Shapes {
  return 'benchShapes' in module;
}

function isVault(module: object): module is typeof Vault {
  return 'benchVault' in module;
}

function isLayout(module: object): module is typeof Layout {
  return 'benchLayout' in module;
}
