// Builds main.js. `--install VAULT` then copies the three files into that vault's plugin folder. With `--into FOLDER` it is built
// there, and the one that stands here is left alone.
import { copyFile, lstat, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { licenceComment } from './tests/release/licences.mjs';
import { messagesByNumber } from './tests/release/messages-by-number.mjs';
import { minified } from './tests/release/minified.mjs';
import { obsidianOnce } from './tests/release/obsidian-once.mjs';
import { schemaLibrary } from './tests/release/schema-library.mjs';
import { MARKED, shortNames } from './tests/release/short-names.mjs';
import { startedOnce } from './tests/release/started-once.mjs';
import { typographyLibrary } from './tests/release/typography-library.mjs';
import { unaskedValues } from './tests/release/unasked-values.mjs';
import { wordsInShort } from './tests/release/words-in-short.mjs';

/**
 * A larger bundle fails the build, in bytes. The design wants no more than 560,000: what is here is far over that, and this only keeps
 * it from growing. Whoever adds something takes something out first.
 */
const MAX_BYTES = 733_000;

const installAt = process.argv.indexOf('--install');
// Whoever names no vault is told so at once, and what was built before is left alone.
const installed = installAt === -1 ? null : await placesIn(process.argv[installAt + 1]);

const result = await build({
  entryPoints: ['src/main.ts'],
  bundle: true,
  // Obsidian hands these in at run time; bundling them would load a second copy.
  external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'],
  format: 'cjs',
  target: 'es2022',
  // The one thing of ES2022 that iOS before 16.4 cannot parse and that can be written otherwise.
  supported: { 'class-static-blocks': false },
  minify: true,
  // Russian words as they are: escaped, each letter would take six bytes.
  charset: 'utf8',
  sourcemap: false,
  // Those of the sources are neither whole nor the same for all; what opens main.js says it for each package.
  legalComments: 'none',
  treeShaking: true,
  plugins: [
    // Its rules are two fifths of what the library takes; most of them are never asked for.
    typographyLibrary,
    schemaLibrary,
    unaskedValues,
    shortNames(wordsInShort),
    shortNames(messagesByNumber),
    obsidianOnce,
  ],
  // Names of members that nobody but the sources asks for: safe-names.ts finds them, and a test holds them against the sources.
  mangleProps: MARKED,
  metafile: true,
  outfile: 'main.js',
  write: false,
  logLevel: 'warning',
});
const [bundle] = result.outputFiles;
// What a bundler leaves that works in a tenth of the time. Functions stay where they are written: within the only one that calls it,
// a function would be made anew at each call.
// What is called unsafe there is unsafe for functions that are made objects by `new`: only classes are, here and in the libraries.
const code = await minified(startedOnce(bundle.text), {
  ecma: 2020,
  toplevel: true,
  compress: {
    inline: 1,
    reduce_funcs: false,
    passes: 2,
    hoist_funs: true,
    keep_fargs: false,
    unsafe_arrows: true,
    unsafe_methods: true,
    // To ask for a member does nothing else: the linter refuses a statement that is no more than that.
    pure_getters: true,
  },
});
const into = process.argv.includes('--into') ? process.argv[process.argv.indexOf('--into') + 1] : '.';
const file = path.join(into, 'main.js');
// In one go: who reads it meanwhile gets the old one or the new one, whole.
await writeFile(`${file}.${process.pid}`, licenceComment(result.metafile, '.') + code);
await rename(`${file}.${process.pid}`, file);
await writeFile(path.join(into, 'meta.json'), JSON.stringify(result.metafile));

const { size } = await stat(file);
console.log(`main.js ${(size / 1000).toFixed(1)} kB`);
if (size > MAX_BYTES) {
  console.error(`main.js is ${size} bytes; more than ${MAX_BYTES} are not built; meta.json tells what is large.`);
  process.exit(1);
}

if (installed !== null) {
  await mkdir(path.dirname(installed['main.js']), { recursive: true });
  for (const [name, to] of Object.entries(installed)) await copyFile(name, to);
  console.log(`Copied to ${path.dirname(installed['main.js'])}`);
  console.log(
    'In Obsidian: Settings → Community plugins → Installed plugins → reload the list → switch on "Idea Tiers".',
  );
}

/**
 * Where the files of the plugin belong in a vault, by their names. Only a folder that Obsidian has opened once (it holds `.obsidian`)
 * is taken. Which plugins are switched on (`community-plugins.json`) is the user's business and stays as it is.
 */
async function placesIn(folderAsTyped) {
  if (!folderAsTyped) {
    console.error('Usage: npm run install-plugin -- VAULT');
    process.exit(2);
  }
  // npm runs this in the project's folder; a relative path means the folder that the user stands in.
  const vault = path.resolve(process.env.INIT_CWD ?? '.', folderAsTyped);
  const config = path.join(vault, '.obsidian');
  if (!(await stat(config).catch(() => null))?.isDirectory()) {
    console.error(
      `${vault} is not a vault: there is no .obsidian folder in it. Open the folder in Obsidian once, then try again.`,
    );
    process.exit(1);
  }
  const { id } = JSON.parse(await readFile('manifest.json', 'utf8'));
  const folder = path.join(config, 'plugins', id);
  const files = ['main.js', 'manifest.json', 'styles.css'].map((file) => [file, path.join(folder, file)]);
  const root = await realpath(vault);
  for (const written of [config, path.dirname(folder), folder, ...files.map(([, to]) => to)]) {
    // A link may lead nowhere yet, and would be written through all the same.
    const isLink = (await lstat(written).catch(() => null))?.isSymbolicLink() === true;
    const real = await realpath(written).catch(() => (isLink ? '' : null));
    if (real === null || real.startsWith(root + path.sep)) continue;
    console.error(`${written} leads out of the vault: nothing is written there.`);
    process.exit(1);
  }
  return Object.fromEntries(files);
}
