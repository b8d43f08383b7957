import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { RELATION_NAMES } from '../../src/model/vocabulary';
import { inOrder, messagesByNumber, namesInOrder, openParts, withNumbers } from '../release/messages-by-number.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NAMES = namesInOrder(en);

/** What messages count. */
const VALUES = { count: 2, links: 3, notes: 1 };

describe('the messages in the bundle', () => {
  it('are those of the sources, in every language', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-messages-'));
    try {
      const entry = path.join(folder, 'src/say.ts');
      await mkdir(path.dirname(entry));
      const patterns = '[...relations.map((relation) => t(`relations.${relation}`)), t(`audit.${last}`)]';
      await writeFile(
        entry,
        `import { translator } from ${JSON.stringify(path.join(ROOT, 'src/i18n'))};
export const whole = (language) => { const t = translator(language); return [${NAMES.map((name) => `t('${name}', ${JSON.stringify(VALUES)})`).join()}]; };
export const open = (language, relations, last) => { const t = translator(language); return ${patterns}; };`,
      );
      const outfile = path.join(folder, 'say.cjs');
      await build({ entryPoints: [entry], bundle: true, platform: 'node', outfile, plugins: [messagesByNumber] });
      const built = createRequire(import.meta.url)(outfile) as Record<string, (...given: unknown[]) => unknown>;
      for (const language of ['en', 'ru'] as const) {
        const t: (key: never, values: Record<string, number>) => string = translator(language);
        expect(built.whole?.(language)).toEqual(
          NAMES.map((name): unknown => Reflect.apply(t, undefined, [name, VALUES])),
        );
        expect(built.open?.(language, RELATION_NAMES, 'name')).toEqual([
          ...RELATION_NAMES.map((relation) => translator(language)(`relations.${relation}`)),
          translator(language)('audit.name'),
        ]);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are asked for by number wherever the sources name them, and nothing else is taken for a name', () => {
    expect([...errorsWith((text) => withNumbers(text, NAMES))]).toEqual([]);
    // What proves it is the compiler: it has to see a name that is left, and one that is none. The first it sees says so.
    expect(errorsWith((text) => text).next().done).toBe(false);
  }, 60_000);

  it('have numbers for whole names alone', () => {
    const names = ['a.b', 'a.c', 'a.c-d.e'];
    const turned = withNumbers("t('a.c'); 'a.d'; `a.c-d.${x ? 'e' : ''}`; `b.${x}`; `a.${x}`", names);
    const [first, ...imports] = turned.split('\n');
    expect(first).toBe("t(1); 'a.d'; numbersOf0[x ? 'e' : '']; `b.${x}`; numbersOf1[x]");
    expect(imports).toHaveLength(2);
    expect(openParts(names, 'a.', '')).toEqual({ b: 0, c: 1 });
    expect(openParts(names, 'a.c-d.', '')).toEqual({ e: 2 });
  });

  it('are not built where a language lacks one, or has one more', () => {
    const english = { a: 'A', b: { c: 'C' } };
    expect(inOrder(english, { b: { c: 'Ц' }, a: 'А' })).toEqual(['А', 'Ц']);
    expect(() => inOrder(english, { a: 'А', b: {} })).toThrow('b.c');
    expect(() => inOrder(english, { a: 'А', b: { c: 'Ц', d: 'Д' } })).toThrow('b.d');
  });
});

/** What stays as it is, parsed once. */
const others = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of the sources where each of them is turned, and a message is asked for by a number and nothing else. */
function* errorsWith(turn: (text: string) => string): Generator<string> {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const declared = path.join(ROOT, 'src/open-parts.d.ts');
  const modules = new Set<string>();
  const source = new Map(
    fileNames.map((file) => {
      const text = turn(ts.sys.readFile(file) ?? '').replace('KeysOf<typeof en>', [...NAMES.keys()].join(' | '));
      for (const [, name = ''] of text.matchAll(/^import \w+ from "(open-part-of-message:[^"]*)";$/gm))
        modules.add(name);
      return [path.resolve(file), text];
    }),
  );
  const declarations = Array.from(modules, (name) => {
    const [before = '', after = ''] = name.replace(/^[\w-]+:/, '').split(' ');
    return `declare module ${JSON.stringify(name)} { const n: ${JSON.stringify(openParts(NAMES, before, after))}; export default n; }`;
  });
  source.set(declared, declarations.join('\n'));
  host.getSourceFile = (file, version) => {
    const text = source.get(path.resolve(file));
    if (text !== undefined) return ts.createSourceFile(file, text, version, true);
    if (!others.has(file)) others.set(file, read(file, version));
    return others.get(file);
  };
  const program = ts.createProgram([...fileNames, declared], { ...options, noUnusedLocals: false }, host);
  for (const file of source.keys()) {
    for (const { messageText } of program.getSemanticDiagnostics(program.getSourceFile(file)))
      yield `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  }
}
