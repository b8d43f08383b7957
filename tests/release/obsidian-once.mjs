// Lets the bundle ask the app for its module once, where each file that imports from it would ask again.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const IMPORT = /^import \{([^}]*)\} from 'obsidian';$/gm;
const INSIDE = 'obsidian-once';

/**
 * What sources import from `obsidian` to run with: types are gone by then.
 *
 * @param {readonly string[]} sources
 * @returns {string[]}
 */
export function namesImported(sources) {
  const names = sources
    .flatMap((source) => [...source.matchAll(IMPORT)])
    .flatMap(([, list]) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return [...new Set(names)].sort();
}

/** A plugin for esbuild: one module stands for `obsidian` and hands on what the sources take of it, each under a name of its own. */
export const obsidianOnce = {
  name: 'obsidian-once',
  setup({ initialOptions, onLoad, onResolve }) {
    const folder = path.resolve(initialOptions.absWorkingDir ?? '.', 'src');
    onResolve({ filter: /^obsidian$/ }, ({ namespace }) =>
      namespace === INSIDE ? { path: 'obsidian', external: true } : { path: 'obsidian', namespace: INSIDE },
    );
    onLoad({ filter: /^/, namespace: INSIDE }, async () => {
      const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
      const sources = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
      return { contents: `export const { ${namesImported(sources).join(', ')} } = require('obsidian');`, loader: 'js' };
    });
  },
};
