import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { definedIn, readWorkbenchVariables, usedIn } from './page/defined-variables.ts';
import { LateTexts } from './page/late-texts.ts';
import { findNote, parseQuery, withQuery } from './page/query.ts';
import { Vault } from './vault.ts';

describe('the style sheet of the plugin', () => {
  it('reads only variables that Obsidian documents, as far as the workbench defines them, and its own', async () => {
    const css = await readFile(path.resolve(import.meta.dirname, '../../styles.css'), 'utf8');
    const known = new Set([...(await readWorkbenchVariables()), ...definedIn(css)]);
    expect(usedIn(css).filter((name) => !known.has(name) && !name.startsWith('--idea-tiers-'))).toEqual([]);
  });

  it('reads nothing that is deprecated or that nobody documents, asks no element what is in it, and mixes colours only where that can be done', async () => {
    const css = await readFile(path.resolve(import.meta.dirname, '../../styles.css'), 'utf8');
    expect(usedIn(css).filter((name) => /^--(?:color-.*-rgb|shadow-s|font-interface)$/.test(name))).toEqual([]);
    expect(css).not.toContain(':has(');
    const [before = '', ...mixed] = css.split('@supports (color: color-mix(');
    expect(before).not.toContain('color-mix(');
    expect(mixed.length).toBeLessThan(2);
  });

  it('touches nothing but what is the plugin’s own', async () => {
    const css = (await readFile(path.resolve(import.meta.dirname, '../../styles.css'), 'utf8')).replace(
      /\/\*.*?\*\//gs,
      '',
    );
    const selectors = [...css.matchAll(/([^{};]+)\{/g)]
      .map(([, selector = '']) => selector.trim())
      .filter((selector) => !selector.startsWith('@') && !/^(?:from|to|[\d.]+%)/.test(selector));
    expect(selectors.length).toBeGreaterThan(200);
    // Each of the parts that commas outside of parentheses part.
    const parts = selectors.flatMap((selector) => selector.split(/,(?![^(]*\))/));
    expect(parts.filter((part) => !/idea-tiers/.test(part) && !/^\s*\.(?:mod-|is-|has-)/.test(part))).toEqual([]);
  });
});

describe('the style sheets of the workbench', () => {
  it('read only variables that they define', async () => {
    const defined = new Set(await readWorkbenchVariables());
    const folder = path.join(import.meta.dirname, 'page/css');
    const names = await readdir(folder);
    expect(names).toContain('colors.css');
    for (const name of names) {
      const used = usedIn(await readFile(path.join(folder, name), 'utf8'));
      expect({ name, unknown: used.filter((variable) => !defined.has(variable)) }).toEqual({ name, unknown: [] });
    }
  });

  it('are read without their comments', () => {
    expect(definedIn('/* --old: 1px; */ a { --new:2px; color: var(--ink) }')).toEqual(['--new']);
    expect(usedIn('a { width: calc(var(--wide) + var( --gap )) } /* var(--gone) */')).toEqual(['--gap', '--wide']);
  });
});

describe('the address of the page', () => {
  it('is read with what is usual where it says nothing or nonsense', () => {
    expect(parseQuery('')).toEqual({ note: null, language: 'en', theme: 'light', width: null, app: 'kind' });
    expect(parseQuery('?lang=ru&theme=dark&width=300&note=A%2FB.md')).toEqual({
      note: 'A/B.md',
      language: 'ru',
      theme: 'dark',
      width: 300,
      app: 'kind',
    });
    expect(parseQuery('?app=unkind').app).toBe('unkind');
    expect(parseQuery('?app=phone').app).toBe('phone');
    expect(parseQuery('?lang=de&theme=blue&width=wide&app=odd')).toEqual(parseQuery(''));
  });

  it('changes in one place', () => {
    expect(withQuery('?note=A&lang=ru', 'theme', 'dark')).toBe('?note=A&lang=ru&theme=dark');
    expect(withQuery('?note=A&lang=ru', 'lang', null)).toBe('?note=A');
  });

  it('names a note by its path first, then without the extension, then by its name', () => {
    const paths = ['x/Tea.md', 'Tea.md', 'y/Pot.md'];
    expect(findNote('Tea.md', paths)).toBe('Tea.md');
    expect(findNote('x/Tea', paths)).toBe('x/Tea.md');
    expect(findNote('Pot', paths)).toBe('y/Pot.md');
    expect(findNote('Cup', paths)).toBeNull();
  });
});

describe('texts that come later', () => {
  const listed = (path: string): { path: string; size: number; ctime: number; mtime: number } => ({
    path,
    size: 7,
    ctime: 1,
    mtime: 2,
  });
  const setUp = (): { vault: Vault; texts: LateTexts; asked: string[] } => {
    const vault = new Vault();
    const asked: string[] = [];
    const texts = new LateTexts(vault, [listed('a/One.md'), listed('Two.md')], async (name) => {
      asked.push(name);
      return `text of ${name}`;
    });
    return { vault, texts, asked };
  };
  const file = (vault: Vault, name: string): NonNullable<ReturnType<Vault['getFileByPath']>> => {
    const found = vault.getFileByPath(name);
    if (!found) throw new Error(`no file ${name}`);
    return found;
  };

  it('are asked for once, by whoever reads first', async () => {
    const { vault, asked } = setUp();
    const one = file(vault, 'a/One.md');
    expect(vault.peek(one)).toBeNull();
    expect(await Promise.all([vault.read(one), vault.cachedRead(one)])).toEqual([
      'text of a/One.md',
      'text of a/One.md',
    ]);
    expect(vault.peek(one)).toBe('text of a/One.md');
    expect(asked).toEqual(['a/One.md']);
    expect(one.stat).toEqual({ size: 7, ctime: 1, mtime: 2 });
  });

  it('are not asked for when they came with the stream', async () => {
    const { vault, texts, asked } = setUp();
    texts.arrive('Two.md', 'streamed');
    expect(await vault.read(file(vault, 'Two.md'))).toBe('streamed');
    expect(asked).toEqual([]);
  });

  it('give way to what is written, whether they came before or come after', async () => {
    const { vault, texts } = setUp();
    const two = file(vault, 'Two.md');
    await vault.modify(two, 'written');
    texts.arrive('Two.md', 'streamed');
    expect(await vault.read(two)).toBe('written');
    expect(vault.peek(two)).toBe('written');
    const one = file(vault, 'a/One.md');
    await vault.process(one, (text) => `${text}, changed`);
    expect(await vault.read(one)).toBe('text of a/One.md, changed');
  });
});
