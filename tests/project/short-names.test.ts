import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { namesOfMembers, namesOfSources } from '../release/safe-names';
import { MARKED, shortNames, withMarks } from '../release/short-names.mjs';
import listed from '../release/short-names.json';

/** The names of one source that can be shorter. */
async function safeNames(source: string): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-names-'));
  try {
    const file = path.join(folder, 'one.ts');
    await writeFile(file, source);
    const options = {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
    };
    return namesOfMembers([file], options).safe;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const RUNG = 'interface Rung { readonly rungName: string }';

describe('the names of members in the bundle', () => {
  it('are shortened only where nobody but the sources asks for them', () => {
    const { kept } = namesOfSources();
    // `npx tsx tests/release/safe-names.ts` writes the list anew.
    expect(listed.flatMap((name) => kept.get(name) ?? [])).toEqual([]);
    expect(listed.length).toBeGreaterThan(300);
  }, 180_000);

  it.each([
    ['is only read', 'export const it = (one: Rung) => one.rungName;'],
    ['is taken apart', 'export const it = ({ rungName }: Rung) => rungName;'],
    ['goes through a list', 'export const it = (all: Rung[]) => all.map(({ rungName }) => ({ rungName }));'],
    [
      'is sorted by',
      'export const it = (all: Rung[]) => [...all].sort((a, b) => a.rungName.length - b.rungName.length);',
    ],
    ['may be missing', 'export const it = (one: Rung | null) => one?.rungName;'],
  ])('can be shorter where one %s', async (_, use) => {
    expect(await safeNames(`${RUNG} ${use}`)).toEqual(['rungName']);
  });

  it.each([
    ['is printed', 'export const it = (one: Rung) => JSON.stringify(one);'],
    ['is printed in a list', 'export const it = (all: readonly Rung[]) => JSON.stringify({ all });'],
    ['is taken apart by name', 'export const it = (one: Rung) => Object.entries(one);'],
    ['is copied', 'export const it = (one: Rung) => structuredClone(one);'],
    ['is stored', 'export const it = (one: Rung, store: IDBObjectStore) => store.put(one);'],
    ['is handed to anybody', 'export const it = (one: Rung): unknown => one;'],
    ['is handed to anybody inside a list', 'export const it = (all: Rung[]): readonly unknown[] => all;'],
    [
      'is given by a function for anybody',
      'export const it: () => unknown = () => made(); const made = (): Rung => ({ rungName: "" });',
    ],
    ['is kept by name', 'export const it = (one: Rung): Readonly<Record<string, string>> => ({ ...one });'],
    ['comes from anywhere', 'export const it = (text: string): Rung => JSON.parse(text);'],
    ['is what something unknown is asItIs to be', 'export const it = (one: unknown) => one as Rung;'],
    ['is what something unknown proves to be', 'export const it = (one: unknown): one is Rung => one !== null;'],
    ['is asked for by a string', 'export const it = (one: Rung) => one["rungName"];'],
    ['is asked for by a value', 'export const it = (one: Rung, key: keyof Rung) => one[key];'],
    ['is looked for', 'export const it = (one: object) => "rungName" in one;'],
    ['is reflected', 'export const it = (one: Rung) => Reflect.get(one, "rungName");'],
    ['is a member of a page', 'export const it = (el: HTMLElement) => el.dataset.rungName;'],
    [
      'is exported by a module that is taken apart',
      'export const rungName = 1; export const it = async () => { const { rungName } = await import("./one"); return rungName; };',
    ],
    [
      'is exported by a module that is waited for',
      'export const rungName = 1; export const it = async () => (await import("./one")).rungName;',
    ],
    ['stands in quotes', 'export const it = { "rungName": 1 };'],
    ['stands beside what a browser has', 'export class It extends EventTarget { rungName = 1; }'],
    ['is one of a list of numbers', 'export const enum It { rungName = 1 }'],
    [
      'stands two steps beside what a browser has',
      'export abstract class Its extends EventTarget {} export class It extends Its { rungName = 1; }',
    ],
    ['is called by a value', 'const key = "rungName"; export const it = { [key]: 1 };'],
  ])('stay where one %s', async (_, use) => {
    expect(await safeNames(`${RUNG} ${use}`)).toEqual([]);
  });

  it.each([
    ['a literal', 'export const it = (el: Element, block: "end") => el.scrollIntoView({ block });'],
    ['a value of a type of our own', 'export const it = (el: Element, where: Where) => el.scrollIntoView(where);'],
    ['what takes the place of another', 'export const it = (where: Where): ScrollIntoViewOptions => where;'],
    ['a list', 'export const it = (all: Where[]): readonly ScrollIntoViewOptions[] => all;'],
    ['a promise', 'export const it = (all: Promise<Where>): Promise<ScrollIntoViewOptions> => all;'],
    ['a function', 'export const it = (make: () => Where): (() => ScrollIntoViewOptions) => make;'],
  ])('stay where they reach a browser by %s', async (_, use) => {
    expect(await safeNames(`interface Where { readonly block: 'end' } ${use}`)).toEqual([]);
  });

  it('are others there, and mean the same', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'idea-tiers-short-'));
    try {
      const [name = ''] = listed;
      await writeFile(
        path.join(folder, 'main.ts'),
        `const make = (${name}: string) => ({ ${name}, 'unlisted': '${name}' });
export const all = [make('one')].map(({ ${name}, unlisted }) => ({ unlisted: ${name} + unlisted }));`,
      );
      const plain: Plugin = {
        name: 'plain',
        setup(it) {
          it.onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({ contents: ts.sys.readFile(file) ?? '', loader: 'ts' }));
        },
      };
      const { outputFiles } = await build({
        absWorkingDir: folder,
        entryPoints: ['main.ts'],
        bundle: true,
        format: 'iife',
        globalName: 'built',
        write: false,
        mangleProps: MARKED,
        plugins: [shortNames(plain)],
      });
      const script = outputFiles[0]?.text ?? '';
      expect(script).not.toContain(`${name}:`);
      expect(script).not.toContain('$$');
      expect(runInNewContext(`${script};JSON.stringify(built.all)`)).toBe(`[{"unlisted":"one${name}"}]`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['one.rung + one?.rung + one!.rung', 'one.rung$$ + one?.rung$$ + one!.rung$$'],
    ['f({ rung, is: rung, ...rung })', 'f({ rung$$: rung, is: rung, ...rung })'],
    ['f({ rung: 1, rungs: 2, rung() {} })', 'f({ rung$$: 1, rungs: 2, rung$$() {} })'],
    [
      'const { rung = 1, at: { rung: b }, ...rest } = one',
      'const { rung$$: rung = 1, at: { rung$$: b }, ...rest } = one',
    ],
    ['({ rung } = one)', '({ rung$$: rung } = one)'],
    ['const [rung] = f(({ rung }) => rung)', 'const [rung] = f(({ rung$$: rung }) => rung)'],
    [
      'class A { rung = 1; #rung = 2; get rung() { return this.rung; } }',
      'class A { rung$$ = 1; #rung = 2; get rung$$() { return this.rung$$; } }',
    ],
    ['const enum A { rung } interface B { rung: 1 }', 'const enum A { rung } interface B { rung: 1 }'],
    ['rung(one["rung"], { "rung": "rung" }, `${one.rung}`)', 'rung(one["rung"], { "rung": "rung" }, `${one.rung$$}`)'],
  ])('are marked where they name a member: %s', (source, marked) => {
    expect(withMarks(source, new Set(['rung']))).toBe(marked);
  });
});
