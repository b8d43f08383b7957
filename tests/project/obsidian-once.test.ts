import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { namesImported, obsidianOnce } from '../release/obsidian-once.mjs';

const SOURCES = path.resolve(import.meta.dirname, '../../src');

/** What a source imports from `obsidian` to run with, by the compiler. */
function namesByCompiler(source: string): string[] {
  return ts
    .createSourceFile('one.ts', source, ts.ScriptTarget.ES2022)
    .statements.filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === 'obsidian')
    .flatMap(({ importClause }) => {
      if (!importClause || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
      const { name, namedBindings } = importClause;
      if (name || !namedBindings || ts.isNamespaceImport(namedBindings)) throw new Error(`not by name: ${source}`);
      return namedBindings.elements.filter((one) => !one.isTypeOnly).map((one) => (one.propertyName ?? one.name).text);
    });
}

describe('the app in the bundle', () => {
  it('hands over all that the sources import from it', () => {
    const texts = ts.sys.readDirectory(SOURCES, ['.ts']).map((file) => ts.sys.readFile(file) ?? '');
    const names = new Set(texts.flatMap(namesByCompiler));
    expect(names.size).toBeGreaterThan(10);
    expect(namesImported(texts)).toEqual([...names].sort());
  });

  it('is asked once, however many files import from it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-once-'));
    try {
      await mkdir(path.join(folder, 'src'));
      const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, 'src', name), text);
      await write(
        'one.ts',
        "import { Menu, type App } from 'obsidian';\nexport const one = (app: App) => [Menu, app];",
      );
      await write(
        'main.ts',
        "import { Menu, Notice } from 'obsidian';\nexport * from './one';\nexport const all = [Menu, Notice];",
      );
      const { outputFiles } = await build({
        absWorkingDir: folder,
        entryPoints: ['src/main.ts'],
        bundle: true,
        format: 'cjs',
        write: false,
        plugins: [obsidianOnce],
      });
      const script = outputFiles[0]?.text ?? '';
      const asked: string[] = [];
      const ask = (name: string): unknown => {
        asked.push(name);
        return { Menu: 'menu', Notice: 'notice' };
      };
      expect(runInNewContext(`${script}; module.exports.all`, { require: ask, module: {} })).toEqual([
        'menu',
        'notice',
      ]);
      expect(asked).toEqual(['obsidian']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
