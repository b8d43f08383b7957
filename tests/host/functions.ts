import type * as O from 'obsidian';
import { findFrontmatter } from './frontmatter.ts';

/** The version of the API this host stands in for. */
export const apiVersion = '1.13.1';

export function requireApiVersion(version: string): boolean {
  const own = apiVersion.split('.').map(Number);
  const wanted = version.split('.').map(Number);
  for (const [index, part] of own.entries()) {
    const other = wanted[index] ?? 0;
    if (part !== other) return part > other;
  }
  return true;
}

/** Where the app keeps the interface language. */
export const LANGUAGE_KEY = 'language';

export function getLanguage(): string {
  return window.localStorage.getItem(LANGUAGE_KEY) ?? 'en';
}

export function getFrontMatterInfo(content: string): O.FrontMatterInfo {
  const found = findFrontmatter(content);
  if (!found) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  return { exists: true, frontmatter: found.yaml, from: found.from, to: found.to, contentStart: found.contentStart };
}

export function stripHeading(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function stripHeadingForLink(heading: string): string {
  return heading
    .replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function iterateRefs(refs: O.Reference[], callback: (ref: O.Reference) => boolean | void): boolean {
  return refs.some((ref) => callback(ref) === true);
}

export function iterateCacheRefs(
  cache: O.CachedMetadata,
  callback: (ref: O.ReferenceCache) => boolean | void,
): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => callback(ref) === true);
}
