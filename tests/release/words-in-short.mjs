// Holds the words of all languages in shorthand in the bundle: one text, spelled out when the words are first asked for. Until then
// nothing is made of them.
import { build } from 'esbuild';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { shorthand, spellerOf } from './shorthand.mjs';

const WORDS = /[\\/]src[\\/]model[\\/]words[\\/]index\.ts$/;
/** Between two texts: none has it. */
const BETWEEN = '\u0001';
/** Shorter texts stand where they are. */
const SHORT = 1;

/**
 * What makes a value again, as a source in which `next()` stands for each longer text, and these texts in the order in which they are
 * asked for; an empty one is asked for where nothing stands. Objects of one array are made alike, so that they share their shape. The
 * value is of objects, arrays, texts, numbers and booleans; throws on any other.
 *
 * @param {unknown} value
 */
export function recipeOf(value) {
  const texts = [];
  const made = (one, likes) => {
    if (typeof one === 'string' && one.length >= SHORT) {
      if (one.includes(BETWEEN)) throw new Error('a text has the sign that parts texts');
      texts.push(one);
      return 'next()';
    }
    if (['string', 'number', 'boolean'].includes(typeof one)) return JSON.stringify(one);
    if (Array.isArray(one)) return `[${one.map((part) => made(part, one.filter(isObject))).join()}]`;
    if (!isObject(one)) throw new Error(`no recipe for ${String(one)}`);
    const names = new Set(likes.flatMap(Object.keys));
    const members = [...names].flatMap((name) => {
      const others = likes.flatMap((like) => like[name] ?? []);
      // What others have as a text is an empty one here.
      if (one[name] === undefined && others.some((other) => typeof other === 'string')) texts.push('');
      else if (one[name] === undefined) return [];
      else return [`${name}:${made(one[name], others.filter(isObject))}`];
      return [`${name}:next()`];
    });
    return `{${members.join()}}`;
  };
  return { source: made(value, isObject(value) ? [value] : []), texts };
}

/** What stands in another realm has another prototype of objects. */
const isObject = (one) => Object.prototype.toString.call(one) === '[object Object]';

/** An object that holds nothing but longer texts, and such objects. */
const SHAPE = /\{(?:\w+:(?:(?:next|shape\d+)\(\)|true|false),?)+\}/g;
/** Shorter ones gain nothing by a name. */
const SHORT_SHAPE = 20;

/**
 * The same source with `shape0()` and the like for each object that is made alike in several places: all languages have words for
 * the same things.
 *
 * @param {string} source
 */
export function sharedShapes(source) {
  const shapes = [];
  for (;;) {
    const counts = new Map();
    for (const [shape] of source.matchAll(SHAPE)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    const found = [...counts].find(([shape, count]) => count > 1 && shape.length > SHORT_SHAPE);
    if (found === undefined) return { source, shapes };
    source = source.replaceAll(found[0], `shape${shapes.length}()`);
    shapes.push(found[0]);
  }
}

/**
 * The module that `index.ts` of the words becomes: a function for each of the values, which makes all of them when first asked.
 *
 * @param {Readonly<Record<string, unknown>>} values
 */
export function wordsModule(values) {
  const { source, texts } = recipeOf(Object.values(values));
  const shared = sharedShapes(source);
  const { short, ...spelling } = shorthand(texts);
  const functions = Object.keys(values).map((name, at) => `export function ${name}() { return all()[${at}]; }`);
  return `import { speller } from '../../i18n/spelled-out';
const WORDS = ${JSON.stringify(short.join(BETWEEN))};
const spelledOut = ${spellerOf(spelling)};
let known;
function all() {
  if (known) return known;
  const texts = spelledOut(WORDS).split('\\u0001');
  let at = 0;
  const next = () => texts[at++] || undefined;
  ${shared.shapes.map((shape, at) => `const shape${at} = () => (${shape});`).join('\n  ')}
  return (known = ${shared.source});
}
${functions.join('\n')}`;
}

/** The words as the sources hold them, by the names of the functions that give them. */
async function wordsIn(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'iife',
    globalName: 'words',
    write: false,
  });
  const made = 'Object.fromEntries(Object.entries(words).map(([name, words]) => [name, words()]))';
  return runInNewContext(`${outputFiles[0].text};${made}`);
}

/** A plugin for esbuild: the words of all languages as one text in shorthand. */
export const wordsInShort = {
  name: 'words-in-short',
  setup({ onLoad }) {
    onLoad({ filter: WORDS }, async ({ path: file }) => ({
      contents: wordsModule(await wordsIn(path.resolve(file))),
      loader: 'ts',
    }));
  },
};
