// Leaves the names of messages out of the bundle: there each is known by its number, the place that it has in English. The messages
// themselves are in shorthand there.
import { build } from 'esbuild';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { shorthand, spellingModule } from './shorthand.mjs';

/** Between two messages: no message has a line of its own for it. */
const BETWEEN = '\u0001';
const LANGUAGE = /[\\/]src[\\/]i18n[\\/]([a-z]{2})\.ts$/;
const SPELLING = /[\\/]src[\\/]i18n[\\/]spelled-out\.ts$/;
const SOURCE = /[\\/]src[\\/].*\.ts$/;
/** `'write.apply'`; the formatter sees to the quotes. */
const KEY = /'([\w-]+(?:\.[\w-]+)+)'/g;
/** `relations.${relation}`, a key of which a part is known at run time only. */
const PATTERN = /`([\w-]+\.[\w.-]*)\$\{([^{}`]*)\}([\w.-]*)`/g;
/** What such a pattern is imported from: the numbers by the part that is left open. */
const OPEN_PART = 'open-part-of-message:';

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

/**
 * The names of the messages in the same order.
 *
 * @param {object} english
 * @returns {string[]}
 */
export function namesInOrder(english, prefix = '') {
  return Object.entries(english).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : namesInOrder(value, `${prefix}${name}.`),
  );
}

/**
 * A source with numbers for the names of messages. Of a pattern, all that it could mean are there, by the part that is left open.
 *
 * @param {string} source
 * @param {readonly string[]} names
 */
export function withNumbers(source, names) {
  const imported = new Map();
  const numbered = source
    .replace(KEY, (literal, name) => (names.includes(name) ? String(names.indexOf(name)) : literal))
    .replace(PATTERN, (literal, before, part, after) => {
      if (Object.keys(openParts(names, before, after)).length === 0) return literal;
      const from = `${OPEN_PART}${before} ${after}`;
      if (!imported.has(from)) imported.set(from, `numbersOf${imported.size}`);
      return `${imported.get(from)}[${part}]`;
    });
  // Behind all else, so that every line stays where it is.
  return numbered + [...imported].map(([from, name]) => `\nimport ${name} from ${JSON.stringify(from)};`).join('');
}

/**
 * The numbers of the messages whose names have this before and after one more part, by that part.
 *
 * @param {readonly string[]} names
 * @param {string} before
 * @param {string} after
 */
export function openParts(names, before, after) {
  const whole = names.filter((name) => name.startsWith(before) && name.endsWith(after));
  const parts = whole.map((name) => [name.slice(before.length, name.length - after.length), names.indexOf(name)]);
  return Object.fromEntries(parts.filter(([part]) => part !== '' && !part.includes('.')));
}

/** The tables of messages as the sources hold them, by language. */
async function messagesIn(folder) {
  const languages = (await readdir(folder)).flatMap((name) => LANGUAGE.exec(path.join(folder, name))?.[1] ?? []);
  const { outputFiles } = await build({
    stdin: { contents: languages.map((one) => `export { ${one} } from './${one}';`).join(''), resolveDir: folder },
    bundle: true,
    format: 'iife',
    globalName: 'messages',
    write: false,
  });
  return runInNewContext(`${outputFiles[0].text};({ ...messages })`);
}

/** The names of all messages, the messages in shorthand by language, each in the same order, and what spells them out. */
async function shortMessages(folder) {
  const tables = await messagesIn(folder);
  const names = namesInOrder(tables.en);
  const { short, ...spelling } = shorthand(Object.values(tables).flatMap((table) => inOrder(tables.en, table)));
  const lists = Object.keys(tables).map((language, place) => [
    language,
    short.slice(place * names.length, (place + 1) * names.length),
  ]);
  return { names, lists: new Map(lists), spelling };
}

/** A plugin for esbuild: `en.ts`, `ru.ts` and their like become lists, and all else asks by the place in them. */
export const messagesByNumber = {
  name: 'messages-by-number',
  setup({ initialOptions, onLoad, onResolve }) {
    const folder = path.resolve(initialOptions.absWorkingDir ?? '.', 'src/i18n');
    const messages = shortMessages(folder);
    const names = messages.then((all) => all.names);
    onLoad({ filter: LANGUAGE }, async ({ path: file }) => {
      const [, language] = LANGUAGE.exec(file);
      const list = JSON.stringify((await messages).lists.get(language).join(BETWEEN));
      return { contents: `export const ${language} = ${list}.split('\\u0001');`, loader: 'js' };
    });
    onLoad({ filter: SPELLING }, async () => ({ contents: spellingModule((await messages).spelling), loader: 'js' }));
    onLoad({ filter: SOURCE }, async ({ path: file }) => ({
      contents: withNumbers(await readFile(file, 'utf8'), await names),
      loader: 'ts',
    }));
    onResolve({ filter: new RegExp(`^${OPEN_PART}`) }, ({ path: name }) => ({ path: name, namespace: OPEN_PART }));
    onLoad({ filter: /^/, namespace: OPEN_PART }, async ({ path: name }) => {
      const [before, after] = name.slice(OPEN_PART.length).split(' ');
      return { contents: `export default ${JSON.stringify(openParts(await names, before, after))}`, loader: 'js' };
    });
  },
};
