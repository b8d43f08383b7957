import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyTypography, type TidyOptions } from '../../src/write/typography';
import { typographyLibrary, withRules } from '../release/typography-library.mjs';

/** The function as it is bundled: with the library's rules that are asked for, and no others. */
async function bundledTidy(): Promise<(text: string, options: TidyOptions) => string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-typography-'));
  try {
    const outfile = path.join(folder, 'typography.cjs');
    await build({
      stdin: { contents: "export { tidyTypography } from './src/write/typography';", resolveDir: process.cwd() },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      plugins: [typographyLibrary],
    });
    const made: unknown = createRequire(import.meta.url)(outfile);
    if (typeof made !== 'object' || made === null || !('tidyTypography' in made))
      throw new Error('nothing was bundled');
    const { tidyTypography: tidy } = made;
    if (typeof tidy !== 'function') throw new Error('no function was bundled');
    return (text, options) => String(Reflect.apply(tidy, null, [text, options]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the library for typography in the bundle', () => {
  it('sets every text as the whole library does', async () => {
    const tidy = await bundledTidy();
    const pieces = [
      '"да" - это',
      ' XIX-XX вв.',
      '5-7 мая',
      'т. е.',
      '№ 5',
      '§7',
      'из за',
      'см. стр. 5',
      '2020-2024 г.',
      '1980-1990-е гг.',
      'А.С. Пушкин',
      '5 тыс. руб. 20 коп.',
      'понедельник - среда',
      'май - июнь',
      'ООО да ли',
    ];
    const english = ['"yes"', "don't -", 'pages 3-5', 'then...', '( a )', ' , ', '10 kg'];
    const hidden = [
      '<b>т. е.</b>',
      '<p>из за',
      '</p>',
      '<code>а - б</code>',
      '<!-- - -->',
      '&mdash;',
      '&#8212;',
      '&lt;',
    ];
    const urls = ['https://example.org/а-б?c - d', 'ftp://a.b/c'];
    const text = fc.array(fc.constantFrom(...pieces, ...english, ...hidden, ...urls, ' ', '\n'), { maxLength: 12 });
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (parts, nbsp, yo) => {
        const written = parts.join(' ');
        expect(tidy(written, { nbsp, yo })).toBe(tidyTypography(written, { nbsp, yo }));
      }),
    );
    expect(tidy('Он сказал: "да" - в XIX-XX вв.', { nbsp: false, yo: false })).toBe('Он сказал: «да» — в XIX–XX вв.');
  });

  it('is not built where a rule is not found', () => {
    expect(() => withRules('Typograf.addRules([]);\nvar data = [];', new Set(['ru/dash/none']))).toThrow(
      'ru/dash/none',
    );
    expect(() => withRules('', new Set())).toThrow('languages');
  });
});
