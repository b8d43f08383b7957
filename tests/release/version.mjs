// Keeps the version equal in package.json, manifest.json and versions.json, in the folder it is run in.
//   node tests/release/version.mjs bump        the `version` script of npm: takes the version npm has just written
//   node tests/release/version.mjs check TAG   exits with 1 unless TAG is the version everywhere
import { readFile, writeFile } from 'node:fs/promises';

const read = async (file) => JSON.parse(await readFile(file, 'utf8'));
const write = (file, value) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`);

/** Writes package.json's version into the manifest, and which Obsidian it needs into versions.json. */
async function bump() {
  const { version } = await read('package.json');
  const manifest = await read('manifest.json');
  await write('manifest.json', { ...manifest, version });
  await write('versions.json', { ...(await read('versions.json')), [version]: manifest.minAppVersion });
}

/** What does not agree with the tag, a sentence each. */
async function disagreements(tag) {
  const manifest = await read('manifest.json');
  const { version } = await read('package.json');
  const versions = await read('versions.json');
  return [
    /^\d+\.\d+\.\d+$/.test(tag) ? null : `The tag ${tag} is not of the form 1.2.3.`,
    manifest.version === tag ? null : `manifest.json says ${manifest.version}, the tag ${tag}.`,
    version === tag ? null : `package.json says ${version}, the tag ${tag}.`,
    versions[tag] === manifest.minAppVersion
      ? null
      : `versions.json should say that ${tag} needs Obsidian ${manifest.minAppVersion}.`,
  ].filter((sentence) => sentence !== null);
}

const [verb, tag] = process.argv.slice(2);
if (verb === 'bump') {
  await bump();
} else if (verb === 'check' && tag !== undefined) {
  const wrong = await disagreements(tag);
  for (const sentence of wrong) console.error(sentence);
  if (wrong.length > 0) process.exit(1);
} else {
  console.error('Usage: node tests/release/version.mjs bump | check TAG');
  process.exit(2);
}
