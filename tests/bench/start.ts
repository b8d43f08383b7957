import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { median } from './measure.ts';
import type { Started } from './started.ts';

/** What `bench` prints of the start: medians of fresh processes, in which nothing is warm. */
export interface StartFigures {
  /** Evaluating `main.js`, parsing it included. */
  readonly evaluateMs: number;
  /** By the same for a bundle of markdown-it. */
  readonly vsMarkdownIt: number;
  /** Making the plugin and its `onload`, with settings as an old hand has them, until what that promised is done. */
  readonly onloadMs: number;
}

const ROUNDS = 21;
const SHIPPED = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'cjs',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Starts one process after the other, in turns for both bundles, so that a machine that slows down slows both.
 *
 * @param main The built `main.js`.
 */
export async function benchStart(main: string): Promise<StartFigures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-start-'));
  try {
    const program = path.join(folder, 'started.cjs');
    const markdownIt = path.join(folder, 'markdown-it.cjs');
    await build({
      ...SHIPPED,
      minify: false,
      platform: 'node',
      entryPoints: [path.join(import.meta.dirname, 'started.ts')],
      outfile: program,
    });
    await build({
      ...SHIPPED,
      stdin: { contents: "module.exports = require('markdown-it')", resolveDir: import.meta.dirname },
      outfile: markdownIt,
    });
    const plugin: Started[] = [];
    const other: Started[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      plugin.push(await start(program, main));
      other.push(await start(program, markdownIt));
    }
    const evaluateMs = median(plugin.map((started) => started.evaluateMs));
    return {
      evaluateMs,
      vsMarkdownIt: evaluateMs / median(other.map((started) => started.evaluateMs)),
      onloadMs: median(plugin.map(({ onloadMs }) => onloadMs ?? Number.NaN)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function start(program: string, script: string): Promise<Started> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, script]);
  const started: unknown = JSON.parse(stdout);
  if (!isStarted(started)) throw new Error(`${program} said ${stdout}`);
  return started;
}

function isStarted(value: unknown): value is Started {
  return typeof value === 'object' && value !== null && 'evaluateMs' in value && 'onloadMs' in value;
}
