import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { nice, ticks } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unaskedValues, withUnasked } from '../release/unasked-values.mjs';

/** A script that says what the library gives under these names. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `import * as d3 from 'd3-array'; module.exports = ${contents}`, resolveDir: process.cwd() },
    bundle: true,
    format: 'cjs',
    write: false,
    plugins: [unaskedValues],
  });
  return outputFiles[0]?.text ?? '';
}

function made(script: string): unknown {
  const module: { exports: unknown } = { exports: null };
  runInNewContext(script, { module });
  return module.exports;
}

describe('what d3 makes while it is loaded', () => {
  it('is left out where nobody asks for it', async () => {
    const script = await bundled('[d3.nice, d3.ticks]');
    expect(script).toContain('function tickSpec');
    for (const name of ['bisect', 'blur', 'shuffle', 'ascending']) expect(script.toLowerCase()).not.toContain(name);
  });

  it('is there where somebody does', async () => {
    const script = await bundled('[d3.bisectLeft([1, 2, 4], 3), d3.bisectCenter([1, 5], 4), typeof d3.shuffle]');
    expect(JSON.stringify(made(script))).toBe('[2,1,"function"]');
  });

  it('leaves what is asked for as it was', async () => {
    const script = made(await bundled('(from, to, count) => [d3.nice(from, to, count), d3.ticks(from, to, count)]'));
    if (typeof script !== 'function') throw new Error('no function was bundled');
    const number = fc.integer({ min: -1e6, max: 1e6 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 20 }), (from, to, count) => {
        const given: unknown = Reflect.apply(script, null, [from, to, count]);
        expect(JSON.stringify(given)).toBe(JSON.stringify([nice(from, to, count), ticks(from, to, count)]));
      }),
    );
  });

  it('is no longer looked for where it is not', () => {
    expect(() => withUnasked('export const one = 1;\n')).toThrow('d3-array');
  });
});
