import type { ListItemCache } from 'obsidian';
import type { List, ListItem } from './tree.ts';
import { firstLine, span, type BlockReader } from './blocks.ts';

/** A list in a list item, or in a block of the note. */
interface Place {
  readonly depth: number;
  /** The line of the item this list stands in. */
  readonly parentItem: number | undefined;
  /** The line the outermost list starts at. */
  readonly listStart: number;
  /** The column at which the content of the parent item, or of the quote, starts. */
  readonly contentColumn?: number;
}

const QUOTE = /^(?:[ \t]*>[ \t]?)*/;
/** A marker and the white space after it; five spaces and more would be code. */
const MARKER = /^(?:[-*+]|\d+[.)])(?: {1,4}(?! )|[ \t])/;
/** As far as a marker and its white space go: nine digits, a dot, four spaces. */
const MARKER_REACH = 15;
const AFTER_TASK = /^(?:[-*+]|\d+[.)])[ \t]+\[.\][ \t]+(?=(?:[-*+]|\d+[.)])[ \t])/u;
const TASK = /^(?:[-*+]|\d+[.)])[ \t]+\[(.)\](?=[ \t]|$)/u;
const BLOCK_ID = /[ \t]\^([A-Za-z0-9-]+)\s*$/;

/** Reads the items of a list, in callouts too, and what is in them. */
export function readList(reader: BlockReader, list: List, place: Place): void {
  const contentColumn = place.contentColumn ?? quoteWidth(reader, list);
  for (const [index, item] of list.children.entries()) {
    const next = list.children[index + 1];
    const loose = list.ordered === true && next !== undefined && firstLine(next) > lastLine(item) + 1;
    readItem(reader, item, { ...place, contentColumn, loose });
  }
}

function quoteWidth({ positions }: BlockReader, list: List): number {
  const before = positions.text.slice(positions.lineStart(firstLine(list)), span(list).start);
  return QUOTE.exec(before)?.[0].length ?? 0;
}

interface ItemPlace extends Place {
  readonly contentColumn: number;
  /** A blank line parts it from the next item of an ordered list; then the cache counts its line end as its own. */
  readonly loose: boolean;
}

function readItem(reader: BlockReader, item: ListItem, place: ItemPlace): void {
  const { text } = reader.positions;
  const line = firstLine(item);
  const lineStart = reader.positions.lineStart(line);
  const { start } = span(item);
  const end = ownEnd(item) + (place.loose ? 1 : 0);
  const columnOf = (offset: number): number => column(text, lineStart, offset);
  // An item starts with its indentation, as far as that is not its parent's or its quote's; `1.` in an item does not, `1)` does.
  const bare = place.parentItem !== undefined && /^\d+\./.test(text.slice(start, start + MARKER_REACH));
  let from = start;
  while (!bare && from > lineStart && /[ \t]/.test(text.charAt(from - 1)) && columnOf(from - 1) >= place.contentColumn)
    from--;
  const lineEnd = text.indexOf('\n', start);
  const ownLine = text.slice(start, lineEnd === -1 ? end : Math.min(end, lineEnd));
  const found: ListItemCache = {
    parent: place.parentItem ?? (place.listStart === 0 ? -1 : -place.listStart),
    position: reader.positions.pos(from, end),
  };
  const task = TASK.exec(ownLine)?.[1];
  if (task !== undefined) found.task = task;
  const id = BLOCK_ID.exec(text.slice(start, end))?.[1];
  if (id !== undefined) {
    found.id = id;
    reader.found.blocks[id.toLowerCase()] = { id, position: found.position };
  }
  reader.found.listItems.push(found);
  readAfterTask(reader, ownLine, start, end, line);
  const marker = MARKER.exec(text.slice(start, start + MARKER_REACH))?.[0].length ?? 2;
  const below = { depth: place.depth + 1, parentItem: line, listStart: place.listStart };
  for (const child of item.children) {
    if (child.type === 'list') readList(reader, child, { ...below, contentColumn: columnOf(start) + marker });
    else reader.visit(child, place.depth + 2, line);
  }
}

/** `- [ ] 1. text` is a task with a list in it, as the cache reads what follows the box as a block. */
function readAfterTask(reader: BlockReader, ownLine: string, start: number, end: number, line: number): void {
  const before = AFTER_TASK.exec(ownLine)?.[0];
  if (before === undefined) return;
  reader.found.listItems.push({ parent: line, position: reader.positions.pos(start + before.length, end) });
}

/** Where an item's own text ends: before the lists in it. */
function ownEnd(item: ListItem): number {
  const own = item.children.filter((child) => child.type !== 'list').at(-1);
  if (own) return span(own).end;
  return item.children.length === 0 ? span(item).end : span(item).start;
}

function lastLine(item: ListItem): number {
  return (item.position?.end.line ?? 1) - 1;
}

/** The column of an offset, a tab going on to the next multiple of four. */
function column(text: string, lineStart: number, offset: number): number {
  let at = 0;
  for (let index = lineStart; index < offset; index++) at += text[index] === '\t' ? 4 - (at % 4) : 1;
  return at;
}
