import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '../../src/read/frontmatter';
import { DEFAULT_SETTINGS, loadSettings, withValue } from '../../src/settings';
import { schemaLibrary, withoutUnasked } from '../release/schema-library.mjs';

const CONTENTS = `
  export { readFrontmatter } from './src/read/frontmatter';
  export { loadSettings, withValue } from './src/settings';`;

/** The functions as they are bundled, by their names. */
async function bundled(): Promise<(name: string, given: readonly unknown[]) => unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-schemas-'));
  try {
    const outfile = path.join(folder, 'schemas.cjs');
    await build({
      stdin: { contents: CONTENTS, resolveDir: process.cwd() },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      plugins: [schemaLibrary],
    });
    const made: unknown = createRequire(import.meta.url)(outfile);
    if (typeof made !== 'object' || made === null) throw new Error('nothing was bundled');
    const functions = new Map<string, unknown>(Object.entries(made));
    return (name, given) => {
      const one = functions.get(name);
      if (typeof one !== 'function') throw new Error(`no ${name} was bundled`);
      const answer: unknown = Reflect.apply(one, null, given);
      return answer;
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a value can be taken for, and what it cannot. */
const value = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'ru', 'en', 'de', 'diamond', 'list', '2025-01-31', '2025-01-31 10:20'),
  fc.constantFrom<unknown>(0, 1, -1, 101, Number.NaN, Infinity, true, false, [], {}, new Date(0), () => 1),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant({}))),
  fc.anything(),
);

describe('the library for schemas in the bundle', () => {
  it('reads settings and frontmatter as the whole library does', async () => {
    const call = await bundled();
    const settings = fc.record(
      Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((key) => [key, fc.oneof(value, fc.record({ value }))])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(settings, value), (data) => {
        expect(call('loadSettings', [data])).toEqual(loadSettings(data));
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), value, (key, one) => {
        expect(call('withValue', [DEFAULT_SETTINGS, key, one])).toEqual(withValue(DEFAULT_SETTINGS, key, one));
      }),
    );
    const fields = ['tags', 'category', 'description', 'title', 'updated', 'created', 'Receptor', 'other'];
    const written = fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(written, (found) => {
        const given = ['---\ntags: a\n---\n', () => found] as const;
        expect(outcome(() => call('readFrontmatter', given))).toEqual(outcome(() => readFrontmatter(...given)));
      }),
    );
  });

  // Who else asks it for anything is held against the whole library, too.
  it('is asked by settings and frontmatter alone', () => {
    const files = ts.sys.readDirectory(path.resolve(import.meta.dirname, '../../src'), ['.ts']);
    const asking = files.filter((file) => /from 'zod/.test(ts.sys.readFile(file) ?? ''));
    expect(asking.map((file) => path.basename(file)).sort()).toEqual(['frontmatter.ts', 'settings.ts']);
  });

  it('is not built where what is left out is not found', () => {
    expect(() => withoutUnasked('core/parse.js', 'export const parse = 1;\n')).toThrow('core/parse.js');
    expect(withoutUnasked('core/checks.js', 'export const one = 1;\n')).toBe('export const one = 1;\n');
  });
});

/** What comes of it, or what is thrown. */
function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}
