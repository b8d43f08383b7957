import type {
  BlockCache,
  FootnoteCache,
  FootnoteRefCache,
  HeadingCache,
  ListItemCache,
  ReferenceLinkCache,
  SectionCache,
} from 'obsidian';
import type { FoundLink } from './inline.ts';
import type { Mask } from './mask.ts';
import type { Positions } from './positions.ts';
import type { MarkdownNode } from './tree.ts';
import { readList } from './list-items.ts';

/** What the walk over the blocks of a note collects. */
export interface Blocks {
  readonly sections: SectionCache[];
  readonly headings: HeadingCache[];
  readonly listItems: ListItemCache[];
  readonly footnotes: FootnoteCache[];
  readonly footnoteRefs: FootnoteRefCache[];
  readonly referenceLinks: ReferenceLinkCache[];
  readonly blocks: Record<string, BlockCache>;
  readonly links: FoundLink[];
}

/** The start and end offsets of a node. mdast gives every parsed node its place. */
export function span(node: MarkdownNode): { start: number; end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`A ${node.type} of the Markdown tree has no place.`);
  return { start, end };
}

/** The 0-based line a node starts at. */
export function firstLine(node: MarkdownNode): number {
  return (node.position?.start.line ?? 1) - 1;
}

export class BlockReader {
  readonly found: Blocks = {
    sections: [],
    headings: [],
    listItems: [],
    footnotes: [],
    footnoteRefs: [],
    referenceLinks: [],
    blocks: {},
    links: [],
  };

  constructor(
    readonly positions: Positions,
    readonly mask: Mask,
    readonly bodyStart: number,
  ) {}

  /** Reads one block of the note's top level. */
  section(node: MarkdownNode): void {
    const { text } = this.positions;
    const { start, end } = span(node);
    let from = start;
    while (from > this.bodyStart && /[ \t]/.test(text.charAt(from - 1))) from--;
    const raw = text.slice(from, end).trimStart();
    const section: SectionCache = { type: sectionType(node, raw), position: this.positions.pos(from, end) };
    if (section.type === 'paragraph') this.#nameBlock(section, raw);
    this.found.sections.push(section);
    this.visit(node, 1);
  }

  /** Reads a node and what is below it. Only headings of the top level, `depth` 1, are headings to Obsidian. */
  visit(node: MarkdownNode, depth: number, parentItem?: number): void {
    const { start, end } = span(node);
    switch (node.type) {
      case 'list':
        readList(this, node, { depth, parentItem, listStart: firstLine(node) });
        return;
      case 'inlineCode':
      case 'code':
        this.mask.cover(start, end);
        break;
      case 'html':
        if (node.value.startsWith('<!--')) this.mask.cover(start, end);
        break;
      case 'link':
        this.#link(node.url, start, end);
        break;
      case 'image':
        this.found.links.push({ start, end, embed: true, link: decode(node.url), displayText: node.alt ?? '' });
        this.mask.cover(start, end);
        break;
      case 'heading':
        if (depth === 1) this.#heading(node.depth, start, end);
        break;
      case 'footnoteDefinition':
        this.found.footnotes.push({ id: node.label ?? node.identifier, position: this.positions.pos(start, end) });
        break;
      case 'footnoteReference':
        this.found.footnoteRefs.push({ id: node.label ?? node.identifier, position: this.positions.pos(start, end) });
        break;
      case 'definition':
        this.found.referenceLinks.push({
          id: node.identifier,
          link: node.url,
          position: this.positions.pos(start, end),
        });
        break;
      case 'blockquote':
      case 'break':
      case 'delete':
      case 'emphasis':
      case 'imageReference':
      case 'linkReference':
      case 'listItem':
      case 'paragraph':
      case 'root':
      case 'strong':
      case 'table':
      case 'tableCell':
      case 'tableRow':
      case 'text':
      case 'thematicBreak':
      case 'yaml':
        break;
    }
    if ('children' in node) for (const child of node.children) this.visit(child, depth + 1, parentItem);
  }

  /** Notes the `^id` at the end of a paragraph or list item. */
  #nameBlock(section: SectionCache, raw: string): void {
    const id = /(?:^|\s)\^([A-Za-z0-9-]+)$/.exec(raw)?.[1];
    if (id === undefined) return;
    section.id = id;
    this.found.blocks[id.toLowerCase()] = { id, position: section.position };
  }

  #heading(level: number, start: number, end: number): void {
    const heading = this.positions.text
      .slice(start, end)
      .replace(/^#{1,6}[ \t]*/, '')
      .replace(/(?:[ \t]+#+)?[ \t]*$/, '')
      .replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '');
    this.found.headings.push({ heading: heading.trim(), level, position: this.positions.pos(start, end) });
  }

  #link(url: string, start: number, end: number): void {
    const raw = this.positions.text.slice(start, end);
    this.mask.cover(start, end);
    // A link to elsewhere, or an address that stands for itself, is none of the vault's.
    if (!raw.startsWith('[') || url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url)) return;
    const displayText = raw.slice(1, raw.lastIndexOf(']('));
    this.found.links.push({ start, end, embed: false, link: decode(url), displayText });
  }
}

function sectionType(node: MarkdownNode, raw: string): string {
  if (node.type === 'blockquote' && /^>\s*\[![^\]]+\]/.test(raw)) return 'callout';
  if (node.type === 'paragraph' && /^%%[\s\S]*%%$/.test(raw.trim())) return 'comment';
  return node.type;
}

/**
 * `%20` and its like as they are meant, but `%23`: the app parts a link at its `#` before it decodes it, so that this is a sign of the
 * note's name. A text that is no proper code stays as it is.
 */
function decode(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('%23', '%2523'));
  } catch {
    return url;
  }
}
