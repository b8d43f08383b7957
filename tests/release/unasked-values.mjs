// Leaves out of the bundle what `d3-array` makes while it is loaded and nobody asks for: a bundler keeps it, for the call that makes it
// might do something else as well.
import { readFile } from 'node:fs/promises';

/** A value of the outermost level that is made by a call, or taken out of another one. */
const MADE = /^((?:const|let|var) [\w$]+ = )([\w$.]*(?:\(.*\)[\w$.]*|\.[\w$]+));$/gm;

/**
 * The library's source with each such value marked as one that can be left out; throws where there is none.
 *
 * @param {string} source
 */
export function withUnasked(source) {
  const marked = source.replace(MADE, '$1/* @__PURE__ */ (() => $2)();');
  if (marked === source) throw new Error('d3-array makes nothing while it is loaded');
  return marked;
}

/** A plugin for esbuild. */
export const unaskedValues = {
  name: 'unasked-values',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]d3-array[\\/]dist[\\/]d3-array\.mjs$/ }, async ({ path }) => ({
      contents: withUnasked(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
