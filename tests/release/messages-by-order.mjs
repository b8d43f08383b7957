// Leaves the names of messages out of every language but English, which all have in common: by their order they are known as well.
import { build } from 'esbuild';
import path from 'node:path';
import { runInNewContext } from 'node:vm';

/** Between two messages: no message has a line of its own for it. */
const BETWEEN = '\u0001';

/**
 * The messages in the order of their names in English; throws where the two have other names.
 *
 * @param {object} english
 * @param {object} other
 * @returns {string[]}
 */
export function inOrder(english, other, prefix = '') {
  const names = Object.keys(english);
  const others = Object.keys(other).filter((name) => !names.includes(name));
  if (others.length > 0) throw new Error(`messages that English has not: ${prefix}${others.join(', ')}`);
  return names.flatMap((name) => {
    const value = other[name];
    if (typeof english[name] !== 'string') return inOrder(english[name], value ?? {}, `${prefix}${name}.`);
    if (typeof value !== 'string' || value.includes(BETWEEN)) throw new Error(`no message ${prefix}${name}`);
    return [value];
  });
}

/** A plugin for esbuild: `ru.ts` and its like become the shape of `en.ts`, filled. */
export const messagesByOrder = {
  name: 'messages-by-order',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]i18n[\\/][a-z]{2}\.ts$/ }, async ({ path: file }) => {
      const language = path.basename(file, '.ts');
      if (language === 'en') return undefined;
      const contents = `export { en } from './en'; export { ${language} as other } from './${language}';`;
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: path.dirname(file), loader: 'ts' },
        bundle: true,
        format: 'iife',
        globalName: 'messages',
        write: false,
      });
      const { en, other } = runInNewContext(`${outputFiles[0].text};messages`);
      return {
        contents: `import { en } from './en';
const messages = ${JSON.stringify(inOrder(en, other).join(BETWEEN))}.split('\\u0001');
const filled = (shape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [name, typeof value === 'string' ? messages.shift() : filled(value)]),
  );
export const ${language} = filled(en);`,
        loader: 'ts',
        resolveDir: path.dirname(file),
      };
    });
  },
};
