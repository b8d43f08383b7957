import type { IdeaLink, Note } from '../model/note';
import { columns, type NoteLine } from './idea-link-lines';
import { linksIn } from './idea-link-targets';

/** In what form an entry is written. `inner`: in the middle of something else. */
export type EntryForm = 'item' | 'paragraph' | 'heading' | 'footnote' | 'row' | 'inner';

/** An entry of an idea list as it stands in the note. Lines are counted from 0. */
export interface Entry {
  /** More than one where several links are joined as equals. */
  readonly links: readonly IdeaLink[];
  readonly form: EntryForm;
  readonly first: number;
  /** The last line that belongs to it, inclusive: its description may run over several. */
  readonly last: number;
  /** `- `, `2.  `, `### `, `[^3]: `; `''` for a paragraph. */
  readonly marker: string;
  /** How it is written behind its marker; `null` where that cannot be told. */
  readonly parts: EntryParts | null;
}

/** The parts of an entry between its marker and its end. */
export interface EntryParts {
  /** What stands before the link: `**`, an emoji, a label. */
  readonly open: string;
  /** From behind the link to the description, or to the end where there is none: ` — `. */
  readonly joint: string;
  /** The description with what is cited in it and behind it, `''` if there is none. */
  readonly rest: string;
}

const MARKERS: Readonly<Record<EntryForm, RegExp>> = {
  item: /^(?:[-*+]|\d{1,9}[.)])\s*/u,
  paragraph: /^/,
  heading: /^#{1,6}\s*(?:\d{1,3}[.)]\s+)?/,
  footnote: /^\[\s*\^?[^[\]]*\][:：]\s*/,
  row: /^/,
  inner: /^/,
};

/** What may stand between link and description. */
const JOINT = /^[*_~="'”»)\]]*(?:[ \t\u00A0]|\r?\n[ \t>]*|\[\^[^[\]\s]+\]|:(?:\*\*|__)|[—–:=→⇒•]|-+(?=\s))*/u;

/** The entries of a note, in document order. */
export function entriesOf(text: string, lines: readonly NoteLine[], note: Note): readonly Entry[] {
  const byLine = new Map<number, IdeaLink[]>();
  for (const link of [...note.ideaLinks, ...note.markdownLinks].sort((a, b) => a.line - b.line)) {
    const links = byLine.get(link.line - 1);
    if (links) links.push(link);
    else byLine.set(link.line - 1, [link]);
  }
  const isEntry = (index: number): boolean => byLine.has(index);
  return [...byLine].flatMap(([linkLine, links]): Entry[] => {
    // An item may have its link on its second line.
    const [above, own] = [lines[linkLine - 1], lines[linkLine]];
    const isBelow =
      own?.kind === 'text' && above?.kind === 'item' && above.depth === own.depth && !isEntry(linkLine - 1);
    const first = isBelow ? linkLine - 1 : linkLine;
    const line = lines[first];
    if (!line) return [];
    const isRow = note.tables.some((table) => first >= table.line - 1 && first < table.endLine);
    const form = isRow ? 'row' : formOf(lines, first, isEntry);
    const marker = MARKERS[form].exec(line.content)?.[0] ?? '';
    const last = Math.max(linkLine, entryEnd(lines, first, form, isEntry));
    const entry = { links, form, first, last, marker };
    return [{ ...entry, parts: partsOf(text, lines, entry) }];
  });
}

function formOf(lines: readonly NoteLine[], index: number, isEntry: (index: number) => boolean): EntryForm {
  const kind = lines[index]?.kind;
  if (kind === 'item' || kind === 'heading') return kind;
  if (kind === 'definition') return 'footnote';
  const before = lines[index - 1];
  const runsOn =
    before?.depth === lines[index]?.depth &&
    (before?.kind === 'item' || (before?.kind === 'text' && !/^\[!/.test(before.content)));
  return runsOn && !isEntry(index - 1) ? 'inner' : 'paragraph';
}

/**
 * The last line of what begins at a line: an item with all that is indented below it, a paragraph with the items right below it, a
 * heading with its text.
 */
export function entryEnd(
  lines: readonly NoteLine[],
  first: number,
  form: EntryForm,
  isEntry: (index: number) => boolean,
): number {
  const head = lines[first];
  if (!head) return first;
  const margin = columns(head.indent);
  let last = first;
  for (let at = first + 1; lines[at]?.depth === head.depth; at++) {
    const line = lines[at];
    if (!line || line.kind === 'blank') continue;
    const adjoins = at === last + 1 && !isEntry(at);
    const runsOn = adjoins && line.kind === 'text' && !/^\[!/.test(line.content);
    const inside = columns(line.indent) > margin || (line.kind === 'closed' && lines[at - 1]?.kind === 'closed');
    if (!belongs(form, { line, adjoins, runsOn, inside }) || (form !== 'item' && isEntry(at))) break;
    last = at;
  }
  return last;
}

interface NextLine {
  readonly line: NoteLine;
  /** No blank line stands between. */
  readonly adjoins: boolean;
  readonly runsOn: boolean;
  /** Indented further, or in one code block with the line before. */
  readonly inside: boolean;
}

function belongs(form: EntryForm, { line, adjoins, runsOn, inside }: NextLine): boolean {
  switch (form) {
    case 'item':
    case 'footnote':
      return inside || runsOn;
    case 'paragraph':
      return runsOn || (adjoins && line.kind === 'item');
    case 'heading':
      return line.kind !== 'heading' && line.kind !== 'rule' && line.kind !== 'definition';
    case 'row':
    case 'inner':
      return false;
  }
}

function partsOf(
  text: string,
  lines: readonly NoteLine[],
  { links, form, first, last, marker }: Omit<Entry, 'parts'>,
): EntryParts | null {
  const line = lines[first];
  const end = lines[last]?.to;
  if (!line || end === undefined || links.length > 1) return null;
  const body = line.content.slice(marker.length);
  const found = linksIn(line.plain.slice(marker.length)).find(({ target }) => target === links[0]?.target);
  if (!found) return null;
  const open = body.slice(0, found.from);
  // What a row says stands in cells of its own.
  if (form === 'row') return { open: /[*_]*$/.exec(open)?.[0] ?? '', joint: '', rest: '' };
  const behind = text.slice(line.to - body.length + found.to, end);
  const joint = JOINT.exec(behind)?.[0] ?? '';
  return { open, joint, rest: behind.slice(joint.length) };
}
