import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { startedOnce } from '../release/started-once.mjs';

/** Files of which the last one asks for one later, that asks for most of the others. */
const FILES = {
  'nothing.ts': 'export function twice(n: number): number { return n * 2; }',
  'words.ts': "import { twice } from './nothing'; log.push('words'); export const WORDS = [twice(1)];",
  'lines.ts': "import { WORDS } from './words'; log.push('lines'); export class Lines { all = WORDS; }",
  'late.ts':
    "import { Lines } from './lines'; import { twice } from './nothing'; log.push('late'); export const late = () => [twice(4), new Lines().all];",
  'one.ts':
    "import { twice } from './nothing'; import { WORDS } from './words'; log.push('one'); export const one = twice(WORDS.length);",
  'two.ts':
    "import { WORDS } from './words'; import { Lines } from './lines'; log.push('two'); export const two = [WORDS, new Lines().all];",
  'main.ts':
    "import { one } from './one'; import { two } from './two'; import { WORDS } from './words'; log.push('main', one, two, WORDS);" +
    "export const later = async () => { log.push('asked'); const { late } = await import('./late'); log.push(late()); };",
};

async function bundled(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-started-'));
  try {
    await mkdir(path.join(folder, 'src'));
    for (const [name, text] of Object.entries(FILES)) {
      await writeFile(path.join(folder, 'src', name), `declare const log: unknown[]; ${text}`);
    }
    const { outputFiles } = await build({
      entryPoints: [path.join(folder, 'src', 'main.ts')],
      bundle: true,
      format: 'cjs',
      target: 'es2022',
      minify: true,
      tsconfigRaw: { compilerOptions: { strict: true } },
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a bundle logs when it is run, and then asked for what comes later. */
async function logOf(code: string): Promise<readonly unknown[]> {
  const log: unknown[] = [];
  const module: { exports: { later?: () => Promise<void> } } = { exports: {} };
  runInNewContext(code, { log, module, exports: module.exports });
  await module.exports.later?.();
  return structuredClone(log);
}

describe('modules that are asked for later, too', () => {
  it('are started once, in the order in which they were', async () => {
    const before = await bundled();
    const after = startedOnce(before);
    const log = await logOf(before);
    expect(log).toEqual(['words', 'one', 'lines', 'two', 'main', 2, [[2], [2]], [2], 'asked', 'late', [8, [2]]]);
    expect(await logOf(after)).toEqual(log);
    // None is left for what does nothing, and of the others one at the top besides those that stand in each other.
    const calls = (code: string): number => code.match(/(?<=[;}])[\w$]+\(\);/g)?.length ?? 0;
    expect([calls(before), calls(after)]).toEqual([9, 4]);
  });

  it('stay where nothing is known of them', () => {
    const code = 'var a=1;b();c.d();b();class E{#e(){}f(){this.#e();this.#e();}}b();';
    expect(startedOnce(code)).toBe(code);
  });
});
