import type { CachedMetadata } from 'obsidian';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { BlockReader, type Blocks } from './blocks.ts';
import { findBlockComments } from './comments.ts';
import { readFrontmatter } from './frontmatter-cache.ts';
import { findTags, findWikilinks, toReference } from './inline.ts';
import { Mask, blank } from './mask.ts';
import { Positions } from './positions.ts';

/** Text of a note → what Obsidian's metadata cache says of it. Keys without anything to say are absent. */
export function parseMetadata(text: string): CachedMetadata {
  const positions = new Positions(text);
  const { cache, bodyStart, section } = readFrontmatter(positions);
  const mask = new Mask(text.length);
  const comments = findBlockComments(text, bodyStart);
  let body = blank(text, 0, bodyStart);
  // A comment hides its blocks, but neither its links nor its tags.
  for (const [start, end] of comments) body = blank(body, start, end);
  const reader = new BlockReader(positions, mask, bodyStart);
  if (section) reader.found.sections.push({ type: 'yaml', position: section });
  for (const [start, end] of comments) {
    reader.found.sections.push({ type: 'comment', position: positions.pos(start, end) });
  }
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  for (const node of tree.children) reader.section(node);
  addInline(cache, reader, bodyStart);
  addBlocks(cache, reader.found);
  return cache;
}

function addInline(cache: CachedMetadata, reader: BlockReader, bodyStart: number): void {
  const { positions, mask, found } = reader;
  const links = [...found.links, ...findWikilinks(positions.text, bodyStart, mask)].sort((a, b) => a.start - b.start);
  for (const { start, end } of links) mask.cover(start, end);
  const inVault = links.filter(({ link }) => !/^[a-z][a-z0-9+.-]*:/i.test(link));
  put(
    cache,
    'links',
    inVault.filter(({ embed }) => !embed).map((each) => toReference(positions, each)),
  );
  put(
    cache,
    'embeds',
    inVault.filter(({ embed }) => embed).map((each) => toReference(positions, each)),
  );
  put(cache, 'tags', findTags(positions, bodyStart, mask));
}

function addBlocks(cache: CachedMetadata, found: Blocks): void {
  put(cache, 'headings', found.headings);
  put(cache, 'listItems', found.listItems);
  put(cache, 'footnotes', found.footnotes);
  put(cache, 'footnoteRefs', found.footnoteRefs);
  put(cache, 'referenceLinks', found.referenceLinks);
  put(
    cache,
    'sections',
    found.sections.sort((a, b) => a.position.start.offset - b.position.start.offset),
  );
  if (Object.keys(found.blocks).length > 0) cache.blocks = found.blocks;
}

type ListKey = {
  [K in keyof CachedMetadata]-?: CachedMetadata[K] extends unknown[] | undefined ? K : never;
}[keyof CachedMetadata];

function put<K extends ListKey>(cache: CachedMetadata, key: K, value: NonNullable<CachedMetadata[K]>): void {
  if (value.length > 0) cache[key] = value;
}
