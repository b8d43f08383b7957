// Prints what the changelog says of a version, for the notes of its release; in the folder it is run in.
//   node tests/release/notes.mjs VERSION
import { readFile } from 'node:fs/promises';

const [version] = process.argv.slice(2);
if (version === undefined) {
  console.error('Usage: node tests/release/notes.mjs VERSION');
  process.exit(2);
}
const notes = sectionOf(await readFile('CHANGELOG.md', 'utf8'), version);
if (notes === '') {
  console.error(`CHANGELOG.md says nothing of ${version}.`);
  process.exit(1);
}
console.log(notes);

/** What stands below a version's heading, to the next version or the links at the end; `''` where there is none. */
function sectionOf(changelog, wanted) {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => /^## \[([^\]]+)\]/.exec(line)?.[1] === wanted);
  if (start === -1) return '';
  const length = lines.slice(start + 1).findIndex((line) => /^## |^\[[^\]]+\]: /.test(line));
  return lines
    .slice(start + 1, length === -1 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
}
