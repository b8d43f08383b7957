// Leaves out of the bundle what `zod` has and the sources never ask for: of a schema they ask whether a value keeps to it, and no more.
import { readFile } from 'node:fs/promises';

/** Methods, and what is asked for like a field. */
const member = (names) => new RegExp(String.raw`^    (?:[gs]et )?(?:${names})\([^\n]*\{\n[^]*?^    \},\n`, 'gm');

/** By file: what is taken out, and what stands in its place. */
const CUTS = {
  'mini/schemas.js': [[member('with|parse|parseAsync|safeParseAsync|brand|register|apply'), '']],
  'core/core.js': [
    [/ params\?\.Parent \? newError\(Definition\) : this;/g, ' this;'],
    [/^ {8}const pp = .*\n {8}if \(pp\)\n.*\n/gm, ''],
  ],
  // No schema has words of its own for what is wrong.
  'core/util.js': [[/^(export function normalizeParams\(_params\) \{\n)[^]*?^\}$/gm, '$1    return {};\n}']],
  'core/parse.js': [
    // Nobody asks what is wrong with a value: an error is neither worded nor made.
    [/^function failure\([^]*?^\}$/gm, 'function failure() {\n    return { success: false };\n}'],
    [/^(export const safeParse = .*)\(errors\.\$ZodRealError\);$/gm, '$1();'],
    [/^ {4}if \(result instanceof Promise\) \{\n[^]*?^ {4}\}\n/gm, ''],
  ],
  'core/schemas.js': [
    [member('"~standard"'), ''],
    [/^ *errors: results\.map\(.*finalizeIssue.*\),\n/gm, ''],
    // For schemas that stand in others: an object's field that may be missing, a text put together of several.
    [/^ {4}util\.defineLazyInternal\(inst, "(?:optin|optout|values|pattern)", (?:.*\);|[^]*?^ {4}\}\);)\n/gm, ''],
    // Lists of bounded length, and the way back from what was read to what was written.
    [/^ {4}capSize\(inst, .*\);\n/gm, ''],
    [/^ {12}if \(ctx\.direction === "backward"\) \{\n[^]*?^ {12}\}\n/gm, ''],
    [/^ {8}const handleCanaryResult = [^]*?^ {8}\};\n/gm, ''],
    // Nothing is waited for, nothing made into what it is not, and a version and patterns are told to nobody.
    [/^ {16}if \(asyncResult \|\| [^]*?^ {16}\}\n {16}else (\{\n[^]*?^ {16}\}\n)/gm, '$1'],
    [/^ {12}if \((?:asyncResult|ctx\.skipChecks)\) \{\n[^]*?^ {12}\}\n/gm, ''],
    [/^ {12}if \(result instanceof Promise\) \{\n.*async === false\)\n.*\n.*=> runChecks\(.*\n {12}\}\n/gm, ''],
    [/^ {16}if \(_ instanceof Promise && .*\{\n[^]*?^ {16}\}\n/gm, ''],
    [/^ {12}let asyncResult;\n/gm, ''],
    [/^ {8}if \(def\.coerce\)\n[^]*?catch \(_\d?\) \{ \}\n/gm, ''],
    [/^ {4}inst\._zod\.(?:pattern|version) = .*;\n/gm, ''],
    [/^ {8}const received = typeof [^;]*;\n|^ *\.\.\.\(received \? .*\n/gm, ''],
    [/^ {16}if \(ch\._zod\.def\.when\) \{\n[^]*?^ {16}\}\n {16}else (?=if \(isAborted\))/gm, ''],
  ],
};
const FILE = /[\\/]zod[\\/]v4[\\/]((?:core|mini)[\\/](?:schemas|parse|core|util)\.js)$/;

/**
 * A file of the library without that; throws where anything of it is not found.
 *
 * @param {string} file Its path from the folder of the version.
 * @param {string} source
 */
export function withoutUnasked(file, source) {
  return (CUTS[file.replaceAll('\\', '/')] ?? []).reduce((text, [pattern, instead]) => {
    const cut = text.replace(pattern, instead);
    if (cut === text) throw new Error(`zod's ${file} has nothing like ${pattern}`);
    return cut;
  }, source);
}

/** A plugin for esbuild. */
export const schemaLibrary = {
  name: 'schema-library',
  setup({ onLoad }) {
    onLoad({ filter: FILE }, async ({ path }) => {
      const [, file] = FILE.exec(path);
      return { contents: withoutUnasked(file, await readFile(path, 'utf8')), loader: 'js' };
    });
  },
};
