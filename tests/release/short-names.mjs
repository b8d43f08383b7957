// Marks names of members in the sources, for the bundler to shorten: those that are listed, which safe-names.ts proves to be asked for
// by nobody else. In a library the same name may be another's, so that only the sources are marked.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const LIST = path.join(import.meta.dirname, 'short-names.json');
/** Ends a marked name. */
const MARK = '$$';

/** What the bundler is to shorten. */
export const MARKED = /\$\$$/;

/**
 * A source with every listed name of a member marked wherever it matters when the source runs.
 *
 * @param {string} source
 * @param {ReadonlySet<string>} names
 */
export function withMarks(source, names) {
  const edits = [];
  const look = (node) => {
    // `{ rung }`, made or taken apart, names a variable as well.
    const isShort = ts.isShorthandPropertyAssignment(node) || (ts.isBindingElement(node) && !node.propertyName);
    const name = nameOfMember(node);
    if (name && ts.isIdentifier(name) && names.has(name.text))
      edits.push([isShort ? name.getStart(file) : name.end, isShort ? `${name.text + MARK}: ` : MARK]);
    ts.forEachChild(node, look);
  };
  const file = ts.createSourceFile('one.ts', source, ts.ScriptTarget.ES2022, true);
  ts.forEachChild(file, look);
  let marked = '';
  let done = 0;
  for (const [at, text] of edits.sort(([a], [b]) => a - b)) {
    marked += source.slice(done, at) + text;
    done = at;
  }
  return marked + source.slice(done);
}

/** What the node names a member by. */
function nameOfMember(node) {
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken)
    return node.propertyName ?? node.name;
  const isMember = ts.isPropertyAccessExpression(node) || ts.isClassElement(node) || ts.isObjectLiteralElement(node);
  return isMember ? node.name : undefined;
}

/**
 * A plugin for esbuild: what another one makes of the sources, with the listed names marked. They are short once `MARKED` is what the
 * bundler is told to shorten (`mangleProps`).
 */
export function shortNames({ name, setup }) {
  const names = readFile(LIST, 'utf8').then((text) => new Set(JSON.parse(text)));
  return {
    name: `${name}-short-names`,
    setup: (build) =>
      setup({
        ...build,
        onLoad: (options, load) =>
          build.onLoad(options, async (file) => {
            const loaded = await load(file);
            if (loaded?.loader !== 'ts') return loaded;
            return { ...loaded, contents: withMarks(loaded.contents, await names) };
          }),
      }),
  };
}
