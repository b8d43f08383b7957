// What terser makes of the bundle. It takes most of a build, and the tests build the same sources many times: what it made last is kept
// beside them, and taken again where it would be given the very same.
import { readFile } from 'node:fs/promises';
import { minify } from 'terser';
import { keptText } from './kept-text.mjs';

/** The shorter code of a bundle. */
export async function minified(bundle, options, keptIn = 'tests/output/minified.js') {
  const { version } = JSON.parse(await readFile('node_modules/terser/package.json', 'utf8'));
  return await keptText(keptIn, [version, options, bundle], async () => (await minify(bundle, options)).code);
}
