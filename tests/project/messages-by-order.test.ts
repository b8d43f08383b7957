import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ru } from '../../src/i18n/ru';
import { inOrder, messagesByOrder } from '../release/messages-by-order.mjs';

describe('the messages in the bundle', () => {
  it('are those of the sources, by the same names', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-messages-'));
    try {
      const outfile = path.join(folder, 'ru.cjs');
      await build({
        stdin: { contents: "export { ru } from './src/i18n/ru';", resolveDir: process.cwd(), loader: 'ts' },
        bundle: true,
        platform: 'node',
        format: 'cjs',
        outfile,
        plugins: [messagesByOrder],
      });
      expect(createRequire(import.meta.url)(outfile)).toEqual({ ru });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are not built where a language lacks one, or has one more', () => {
    const english = { a: 'A', b: { c: 'C' } };
    expect(inOrder(english, { b: { c: 'Ц' }, a: 'А' })).toEqual(['А', 'Ц']);
    expect(() => inOrder(english, { a: 'А', b: {} })).toThrow('b.c');
    expect(() => inOrder(english, { a: 'А', b: { c: 'Ц', d: 'Д' } })).toThrow('b.d');
  });
});
