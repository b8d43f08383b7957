import type { ReferenceCache, TagCache } from 'obsidian';
import type { Mask } from './mask.ts';
import type { Positions } from './positions.ts';

/** A link or embed with its place, not yet told apart from others of its line. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly embed: boolean;
  readonly link: string;
  readonly displayText: string;
}

const WIKILINK = /(!?)\[\[([^[\]\n]+)\]\]/g;
/** A link and its alias; in a table the bar between them is escaped. A bar that opens the link is a part of it. */
const ALIASED = /^([^|]+?)\\?\|(.*)$/;
/** A tag stands at the start, after a space, a bracket or an escaped character: `\[#tag`. */
const TAG = /(^|[\s(>]|\\[!-/:-@[-`{-~])#([\p{L}\p{N}_/\-\p{Emoji_Presentation}]+)/gmu;

/** What a link without an alias shows: `Note#Heading` is read "Note > Heading". */
export function displayText(link: string): string {
  return link.replace(/^#/, '').replaceAll('#', ' > ');
}

/** Wikilinks and embeds below `from`, outside the mask. */
export function findWikilinks(text: string, from: number, mask: Mask): FoundLink[] {
  const found: FoundLink[] = [];
  WIKILINK.lastIndex = from;
  for (let match = WIKILINK.exec(text); match; match = WIKILINK.exec(text)) {
    const inside = match[2] ?? '';
    const alias = ALIASED.exec(inside);
    const link = (alias?.[1] ?? inside).trim();
    if (link === '' || mask.covers(match.index)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      embed: match[1] === '!',
      link,
      displayText: alias?.[2] ?? displayText(link),
    });
  }
  return found;
}

export function findTags(positions: Positions, from: number, mask: Mask): TagCache[] {
  const found: TagCache[] = [];
  TAG.lastIndex = from;
  for (let match = TAG.exec(positions.text); match; match = TAG.exec(positions.text)) {
    const name = match[2] ?? '';
    const start = match.index + (match[1] ?? '').length;
    // A number alone is no tag: `#1`.
    if (mask.covers(start) || /^\d+$/.test(name)) continue;
    found.push({ tag: `#${name}`, position: positions.pos(start, start + 1 + name.length) });
  }
  return found;
}

export function toReference(positions: Positions, found: FoundLink): ReferenceCache {
  return {
    link: found.link,
    original: positions.text.slice(found.start, found.end),
    displayText: found.displayText,
    position: positions.pos(found.start, found.end),
  };
}
