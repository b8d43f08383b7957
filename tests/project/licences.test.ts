import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { licenceComment } from '../release/licences.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const Metafile = z.object({
  outputs: z.record(z.string(), z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) })),
});
const Package = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** A text without what differs when its lines are broken elsewhere. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('the built main.js', () => {
  const code = readFileSync(path.join(ROOT, 'main.js'), 'utf8');
  const comment = code.slice(0, code.indexOf('*/') + 2);
  const metafile = Metafile.parse(JSON.parse(readFileSync(path.join(ROOT, 'meta.json'), 'utf8')));
  const folders = new Set(
    Object.entries(metafile.outputs['main.js']?.inputs ?? {})
      .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file.includes('node_modules/'))
      .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file),
  );

  it('opens with the name, the version, the copyright and the whole licence of each package in it, and its own', () => {
    expect(comment.startsWith('/*!\n')).toBe(true);
    expect(folders.size).toBeGreaterThan(1);
    for (const folder of ['.', ...folders]) {
      const { name, version, license } = Package.parse(
        JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')),
      );
      expect(comment).toContain(`\n${name} ${version}, ${license} (`);
      const files = readdirSync(path.join(ROOT, folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
      expect(files, name).not.toEqual([]);
      for (const file of files) {
        const lines = readFileSync(path.join(ROOT, folder, file), 'utf8').split('\n');
        const isCopyright = (line: string): boolean => /^(Copyright \(c\) |Copyright \d|© )/.test(line);
        expect(lines.filter(isCopyright), name).not.toEqual([]);
        for (const line of lines.filter(isCopyright)) expect(comment).toContain(line);
        const words = flat(lines.filter((line) => !isCopyright(line)).join('\n'));
        expect(flat(comment)).toContain(words);
      }
    }
  });

  it('names no package of which nothing is in it', () => {
    const said = [...comment.matchAll(/^(\S+) \S+, \S+ \(text/gm)].map(([, name]) => name);
    const names = [...folders].map((folder) => folder.replace(/^.*node_modules\//, ''));
    expect(said).toEqual(['idea-tiers', ...names.sort()]);
  });

  it('says a licence that several packages share once', () => {
    expect(comment.match(/Permission is hereby granted/g)).toHaveLength(1);
  });
});

describe('licenceComment(metafile, root)', () => {
  const MIT = (whose: string): string => `The licence\n\nCopyright (c) ${whose}\n\nDo what\nyou like.\n`;
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'idea-tiers-licences-'));
    write('', { LICENSE: MIT('us') });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** Lays out a package; its files are named with their text. */
  function write(folder: string, files: Readonly<Record<string, string>>, license: unknown = 'MIT'): void {
    mkdirSync(path.join(root, folder), { recursive: true });
    const name = folder.replace(/^.*node_modules\//, '') || 'own';
    writeFileSync(path.join(root, folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, folder, file), text);
  }

  /** The comment for a bundle of these files, each with as many bytes. */
  function commentOf(inputs: Readonly<Record<string, number>>): string {
    const entries = Object.entries(inputs).map(([file, bytesInOutput]) => [file, { bytesInOutput }] as const);
    const output = { bytes: 0, imports: [], exports: [], inputs: Object.fromEntries(entries) };
    return licenceComment({ outputs: { 'main.js': output } }, root);
  }

  it('fails for a package without a licence file, or without the name of its licence, and says which', () => {
    write('node_modules/bare', { 'README.md': 'MIT' });
    expect(() => commentOf({ 'node_modules/bare/index.js': 1 })).toThrow(/^bare has no licence file/);
    expect(commentOf({ 'node_modules/bare/index.js': 0 })).not.toContain('bare');
    write('node_modules/@some/bare', { LICENSE: MIT('them') }, null);
    expect(() => commentOf({ 'node_modules/@some/bare/a/b.js': 1 })).toThrow(/^@some\/bare does not name its licence/);
  });

  it.each(['LICENSE', 'LICENCE.md', 'license.txt', 'LICENSE-MIT', 'COPYING'])('finds a licence in %s', (file) => {
    write('node_modules/a', { [file]: 'Anything goes.' });
    expect(commentOf({ 'node_modules/a/index.js': 1 })).toContain('Anything goes.');
  });

  it('hands on notices and second licences', () => {
    write('node_modules/a', { 'LICENSE-ONE': 'One.', 'LICENSE-TWO': 'Two.', NOTICE: 'Made by many.' });
    const comment = commentOf({ 'node_modules/a/index.js': 1 });
    expect(comment).toContain('a 1.0.0, MIT (text 2, text 3, text 4)\n');
    for (const text of ['One.', 'Two.', 'Made by many.']) expect(comment).toContain(text);
  });

  it('finds the package inside a package, by whichever way the project is reached', () => {
    write('node_modules/outer', { LICENSE: MIT('outer') });
    write('node_modules/outer/node_modules/@in/inner', { LICENSE: MIT('inner') });
    const comment = commentOf({ 'node_modules/outer/node_modules/@in/inner/node_modules.js': 1 });
    expect(comment).toContain('@in/inner 1.0.0, MIT (text 1)\n  Copyright (c) inner\n');
    expect(comment).not.toContain('outer');
    const up = `../${path.basename(root)}/node_modules/outer/index.js`;
    expect(commentOf({ [up]: 1 })).toContain('outer 1.0.0, MIT');
  });

  it('takes conditions that speak of copyright for conditions', () => {
    const conditions = 'Copyright notices stay.\ncopyright 1999 is long ago.\nCOPYRIGHT HOLDERS owe nothing.';
    write('node_modules/a', { LICENSE: `Copyright Ann B.\nCopyright 2001 Cy\n(c) Dee\n\n${conditions}` });
    const comment = commentOf({ 'node_modules/a/index.js': 1 });
    expect(comment).toContain('(text 2)\n  Copyright Ann B.\n  Copyright 2001 Cy\n  (c) Dee\n\n');
    expect(comment).toContain(`Text 2\n\n${flat(conditions)}\n*/`);
  });

  it('is the same in whatever order the bundle lists its files', () => {
    for (const name of ['a', 'B', 'я', '@z/z']) write(`node_modules/${name}`, { LICENSE: MIT(name) });
    const files = ['src/main.ts', ...['a', 'B', 'я', '@z/z'].map((name) => `node_modules/${name}/index.js`)];
    const once = commentOf(Object.fromEntries(files.map((file) => [file, 1])));
    expect([...once.matchAll(/^(\S+) 1\.0\.0/gm)].map(([, name]) => name)).toEqual(['own', '@z/z', 'B', 'a', 'я']);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
        expect(commentOf(Object.fromEntries(order.map((file) => [file, 1])))).toBe(once);
      }),
    );
  });

  it('is one comment with every word of the licence, whatever that says', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('*/', '/*', '\n', '\r\n', '\u2028', '$&', '// '),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        write('node_modules/a', { LICENSE: text });
        const comment = commentOf({ 'node_modules/a/index.js': 1 });
        expect(comment.indexOf('*/')).toBe(comment.length - '*/\n'.length);
        const words = readFileSync(path.join(root, 'node_modules/a/LICENSE'), 'utf8').replaceAll('*/', '* /');
        for (const word of words.split(/[\s\uFEFF]+/)) expect(comment).toContain(word);
      }),
    );
  });
});
