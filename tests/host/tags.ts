import type * as O from 'obsidian';

/** A name that can be a tag: no white space, no punctuation but `_`, `-` and `/`. */
const TAG_NAME = /^#?[\p{L}\p{N}\p{Emoji_Presentation}_/-]+$/u;

/** The tags of a frontmatter, each with its `#`; `null` when it names none, and without those that cannot be tags. */
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
  if (typeof frontmatter !== 'object' || frontmatter === null) return null;
  const field: unknown = Object.entries(frontmatter).find(([key]) => key === 'tags')?.[1];
  if (typeof field !== 'string' && !Array.isArray(field)) return null;
  return [field]
    .flat()
    .filter((tag: unknown): tag is string => typeof tag === 'string' && TAG_NAME.test(tag))
    .map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
}

/** All tags of a note in order, those of its frontmatter first; a tag counts as often as it stands there. */
export function getAllTags(cache: O.CachedMetadata): string[] {
  return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map(({ tag }) => tag)];
}
