import type { CachedMetadata, FrontmatterLinkCache, Pos } from 'obsidian';
import { findFrontmatter, parseYaml } from '../frontmatter.ts';
import type { Positions } from './positions.ts';
import { displayText } from './inline.ts';

const WHOLE_LINK = /^\s*\[\[([^\]|]+)(?:\|([^\]]*))?\]\]\s*$/;

interface FrontmatterPart {
  readonly cache: CachedMetadata;
  /** Where the block stands, also an empty one, of which the cache says nothing else. */
  readonly section: Pos | null;
  /** The offset at which the note's body starts. */
  readonly bodyStart: number;
}

/** What the cache says of a note's frontmatter. */
export function readFrontmatter(positions: Positions): FrontmatterPart {
  const found = findFrontmatter(positions.text);
  if (!found) return { cache: {}, section: null, bodyStart: 0 };
  const section = positions.pos(0, found.end);
  if (found.yaml.trim() === '') return { cache: {}, section, bodyStart: found.end };
  const cache: CachedMetadata = { frontmatterPosition: section };
  const frontmatter = readYaml(found.yaml);
  if (frontmatter) {
    cache.frontmatter = frontmatter;
    cache.frontmatterLinks = Object.entries(frontmatter).flatMap(([key, value]) => linksIn(value, key));
  }
  return { cache, section, bodyStart: found.end };
}

/** The fields, or `null` where the YAML has a mistake or is no mapping. */
function readYaml(yaml: string): Record<string, unknown> | null {
  try {
    const value: unknown = parseYaml(yaml);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Links are values that are a wikilink as a whole, also inside lists and mappings: `key.0`. */
function linksIn(value: unknown, key: string): FrontmatterLinkCache[] {
  if (typeof value === 'string') {
    const match = WHOLE_LINK.exec(value);
    const link = match?.[1];
    return match && link !== undefined
      ? [{ key, link, original: value.trim(), displayText: match[2] ?? displayText(link) }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => linksIn(each, `${key}.${name}`));
}
