// What takes long to make of the same sources: what was made last is kept in a file, and taken again where it was made of the very same.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What `make` makes of all that is given, which is whatever it depends on; the first line of the file says of what it was made. */
export async function keptText(keptIn, given, make) {
  const hash = createHash('sha256').update(JSON.stringify(given)).digest('hex');
  const kept = await readFile(keptIn, 'utf8').catch(() => '');
  // Held against its own hash, too: half a file would be worse than none.
  const head = (text) => `//${hash} ${createHash('sha256').update(text).digest('hex')}\n`;
  const text = kept.slice(kept.indexOf('\n') + 1);
  if (kept === head(text) + text) return text;
  const made = await make();
  await mkdir(path.dirname(keptIn), { recursive: true });
  await writeFile(`${keptIn}.${process.pid}`, head(made) + made);
  await rename(`${keptIn}.${process.pid}`, keptIn);
  return made;
}
