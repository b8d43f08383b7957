import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** Files by name, with the names of those that they import or hand on, types and `import()` included. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** What the sources of these files import of each other. A folder's name stands for its `index.ts`. */
function importsIn(sources: ReadonlyMap<string, string>): Imports {
  const fileNamed = (name: string): string | null =>
    [`${name}.ts`, `${name}/index.ts`].find((file) => sources.has(file)) ?? null;
  return new Map(
    [...sources].map(([file, source]) => {
      const named = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
      const own = named.filter((name) => name.startsWith('.'));
      return [file, own.flatMap((name) => fileNamed(path.posix.join(path.posix.dirname(file), name)) ?? [])];
    }),
  );
}

/** A circle for each import that leads back to where one came from; none only where there is no circle at all. */
function circlesIn(imports: Imports): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at !== -1) circles.push([...way.slice(at), file].join(' → '));
    if (at !== -1 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

const circlesOf = (sources: Readonly<Record<string, string>>): string[] =>
  circlesIn(importsIn(new Map(Object.entries(sources))));

describe('the imports', () => {
  it('go in no circle, those of types included', () => {
    const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const sources = names.map(
      (name) => [name.replaceAll('\\', '/'), readFileSync(path.join(SRC, name), 'utf8')] as const,
    );
    const imports = importsIn(new Map(sources));
    // Else no circle could be seen: what starts the plugin leads to most of it.
    expect(imports.get('main.ts')?.length).toBeGreaterThan(5);
    expect(circlesIn(imports)).toEqual([]);
  });
});

describe('a circle', () => {
  it('is seen by its types, also where they are handed on or named in place', () => {
    const b = "export interface B { readonly a: import('./a').A }";
    expect(circlesOf({ 'a.ts': "import type { B } from './b';\nexport type A = B | null;", 'b.ts': b })).toEqual([
      'a.ts → b.ts → a.ts',
    ]);
    expect(circlesOf({ 'a.ts': "export { type B } from './b';\nexport type A = 1;", 'b.ts': b })).toHaveLength(1);
  });

  it('is seen over folders and their index, however long it is', () => {
    const circles = circlesOf({
      'main.ts': "import { a } from './one/a';",
      'one/a.ts': "import { b } from '../two';",
      'two/index.ts': "export * from './b';",
      'two/b.ts': "import type { A } from '../one/a';",
    });
    expect(circles).toEqual(['one/a.ts → two/index.ts → two/b.ts → one/a.ts']);
  });

  it('is none where two ways lead to one file, and in packages', () => {
    const c = "import { App } from 'obsidian';";
    expect(circlesOf({ 'a.ts': "import './b';\nimport './c';", 'b.ts': "import './c';", 'c.ts': c })).toEqual([]);
  });
});
