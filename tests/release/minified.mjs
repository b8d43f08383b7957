// What terser makes of the bundle. It takes most of a build, and the tests build the same sources many times: what it made last is kept
// beside them, and taken again where it would be given the very same.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';

/** The shorter code of a bundle. */
export async function minified(bundle, options, keptIn = 'tests/output/minified.js') {
  const { version } = JSON.parse(await readFile('node_modules/terser/package.json', 'utf8'));
  const given = createHash('sha256')
    .update(JSON.stringify([version, options, bundle]))
    .digest('hex');
  const kept = await readFile(keptIn, 'utf8').catch(() => '');
  // Held against its own hash, too: half a file would be worse than none.
  const head = (code) => `//${given} ${createHash('sha256').update(code).digest('hex')}\n`;
  const code = kept.slice(kept.indexOf('\n') + 1);
  if (kept === head(code) + code) return code;
  const made = await minify(bundle, options);
  await mkdir(path.dirname(keptIn), { recursive: true });
  await writeFile(`${keptIn}.${process.pid}`, head(made.code) + made.code);
  await rename(`${keptIn}.${process.pid}`, keptIn);
  return made.code;
}
