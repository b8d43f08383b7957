import { expect, test } from 'vitest';
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

test('A file URL leads to the note whose path in the vault its end is', () => {
  const resolve = resolverOf();
  expect(resolve('file:///C:/Users/me/Vault/B/Green%20tea.md', 'A/Tea.md')).toBe('B/Green tea.md');
  expect(resolve('file:///home/me/Vault/A/Tea.md', 'B/From.md')).toBe('A/Tea.md');
  expect(resolve('file:///somewhere/else.pdf', 'A/Tea.md')).toBeNull();
});
