import type { CachedMetadata } from 'obsidian';

/** Text of a note → what Obsidian's metadata cache says of it. */
export function parseMetadata(_text: string): CachedMetadata {
  return {};
}
