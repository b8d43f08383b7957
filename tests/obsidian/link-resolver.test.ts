import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LinkResolver } from '../../src/obsidian/link-resolver';
import { createHost } from '../host/boot.ts';

const FILES = {
  'A/Tea.md': '',
  'B/Tea.md': '',
  'B/Green tea.md': '',
  'B/100% tea.md': '',
  'B/From.md': '',
};

function resolverOf(): (link: string, from: string) => string | null {
  const { app } = createHost({ files: FILES });
  const links = new LinkResolver(app.forPlugins);
  return (link, from) => links.resolve(link, from)?.path ?? null;
}

test('A link leads where Obsidian says, from the note it stands in', () => {
  const resolve = resolverOf();
  expect(resolve('B/Tea#Heading', 'A/Tea.md')).toBe('B/Tea.md');
  expect(resolve('Green tea', 'A/Tea.md')).toBe('B/Green tea.md');
  expect(resolve('No such tea', 'A/Tea.md')).toBeNull();
});

test('The target of a Markdown link may be percent-encoded, and a stray percent sign is a letter', () => {
  const resolve = resolverOf();
  expect(resolve('Green%20tea.md#Top', 'B/From.md')).toBe('B/Green tea.md');
  expect(resolve('100% tea', 'B/From.md')).toBe('B/100% tea.md');
});

test('What is encoded in a name is a part of it', () => {
  const { app } = createHost({ files: { 'C.md': '', 'x/C#.md': '', 'x/50%25.md': '', 'x/50%.md': '' } });
  const links = new LinkResolver(app.forPlugins);
  const resolve = (link: string): string | null => links.resolve(link, 'C.md')?.path ?? null;
  expect(resolve('x/C%23.md')).toBe('x/C#.md');
  expect(resolve('C%23#Top')).toBe('x/C#.md');
  expect(resolve('C#')).toBe('C.md');
  expect(resolve('C%23Heading')).toBe('C.md');
  expect(resolve('50%25')).toBe('x/50%25.md');
  expect(resolve('50%')).toBe('x/50%.md');
});

test('A file URL leads to the note whose path in the vault its end is', () => {
  const resolve = resolverOf();
  expect(resolve('file:///C:/Users/me/Vault/B/Green%20tea.md', 'A/Tea.md')).toBe('B/Green tea.md');
  expect(resolve('file:///home/me/Vault/A/Tea.md', 'B/From.md')).toBe('A/Tea.md');
  expect(resolve('file:///somewhere/else.pdf', 'A/Tea.md')).toBeNull();
});

describe('What remembers where the links of a note lead', () => {
  const LINKS = [
    'Tea',
    'B/Tea#Heading',
    'B/Tea#Other',
    'Green%20tea.md#Top',
    'Green tea',
    '100% tea',
    'No such tea',
    'No%20such%20tea#50%',
    'file:///C:/Users/me/Vault/B/Green%20tea.md',
    'file:///somewhere/else.pdf',
    '',
  ];

  test('says the same as what does not, and asks Obsidian once for each name', () => {
    const { app } = createHost({ files: FILES });
    const resolver = new LinkResolver(app.forPlugins);
    const asked = vi.spyOn(app.metadataCache, 'getFirstLinkpathDest');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINKS), { maxLength: 30 }), (links) => {
        const expected = links.map((link) => resolver.resolve(link, 'B/From.md')?.path);
        asked.mockClear();
        const remembering = resolver.remembering('B/From.md', () => 0);
        expect(links.map((link) => remembering(link)?.path)).toEqual(expected);
        const names = asked.mock.calls.map(([name, from]) => `${name} from ${from}`);
        expect(names).toHaveLength(new Set(names).size);
      }),
    );
  });

  test('forgets it when names have changed, and leads to no note that is gone', async () => {
    const { app } = createHost({ files: FILES });
    let names = 0;
    const resolve = new LinkResolver(app.forPlugins).remembering('B/From.md', () => names);
    expect([resolve('Black tea'), resolve('Green tea')?.path]).toEqual([null, 'B/Green tea.md']);
    const black = await app.vault.create('Black tea.md', '');
    expect(resolve('Black tea')).toBeNull();
    names++;
    expect(resolve('Black tea')?.path).toBe('Black tea.md');
    vi.spyOn(app.metadataCache, 'getFirstLinkpathDest').mockReturnValue(black);
    await app.fileManager.trashFile(black);
    names++;
    expect(resolve('Black tea')).toBeNull();
  });
});
