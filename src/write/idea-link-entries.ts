import type { EntryForm, IdeaEntry, IdeaLink, PlacedNote } from '../model/note';
import { lazyPattern } from '../text/lazily';
import { runStart } from '../text/trimmed';
import { columns, type NoteLine } from './idea-link-lines';

/** An entry of an idea list with all lines that belong to it. Lines are counted from 0. */
export interface Entry {
  /** More than one where several links are joined as equals. */
  readonly links: readonly IdeaLink[];
  readonly form: EntryForm;
  readonly first: number;
  /** The last line that belongs to it, inclusive: what is indented below an item is a part of it, whether it describes the link or not. */
  readonly last: number;
  /** `- `, `2.  `, `### `, `[^3]: `; `''` for a paragraph. */
  readonly marker: string;
  /** As it was read. */
  readonly read: IdeaEntry;
  /** How it is written behind its marker; `null` where others should not be written so. */
  readonly parts: EntryParts | null;
}

/** The parts of an entry between its marker and its end, as another entry may have them. */
export interface EntryParts {
  /** What stands before the link: `**`, an emoji, a label. */
  readonly open: string;
  /** From behind the link to the description, citations left out: ` — `; `null` where there is none, or more than signs. */
  readonly joint: string | null;
  /** How it cites its first footnote; `null` when it cites none. */
  readonly cite: CitePlace | null;
  /** White space at the end. */
  readonly tail: string;
}

/** Where an entry cites a footnote. */
export interface CitePlace {
  /** Right behind the link, else behind the description. */
  readonly behindLink: boolean;
  /** White space before the citation. */
  readonly before: string;
  /** The full stop behind it, or `''`. */
  readonly after: string;
}

/** The entries of a note, in document order. */
export function entriesOf(text: string, lines: readonly NoteLine[], { entries }: PlacedNote): readonly Entry[] {
  const linked = new Set(entries.flatMap(({ links }) => links.map(({ line }) => line - 1)));
  const isEntry = (index: number): boolean => linked.has(index);
  return entries.map((entry): Entry => {
    const { links, form, marker, whole } = entry;
    const linkLine = (links[0]?.line ?? 0) - 1;
    // An item may have its link on its second line.
    const first = marker.from < (lines[linkLine]?.from ?? 0) ? linkLine - 1 : linkLine;
    // A line that runs on and that the reader takes for no part of it is the next one of its list, or a label.
    const mayRunOn = form === 'paragraph' || form === 'item';
    const isNext = (index: number): boolean => {
      const line = lines[index];
      return isEntry(index) || (mayRunOn && line?.kind === 'text' && line.from > whole.to);
    };
    const last = Math.max(linkLine, entryEnd(lines, first, form, isNext));
    const isAlone = links.length === 1 && first === linkLine;
    const parts = isAlone ? partsOf(text, entry, lines[last]?.to ?? text.length) : null;
    return { links, form, first, last, marker: text.slice(marker.from, marker.to), read: entry, parts };
  });
}

/** What a joint may hold that others are to have, too. */
const SIGNS = lazyPattern(String.raw`^[^\p{L}\p{N}.,;?!|%<>]+$`);

const BLANKS = ' \t';

function partsOf(
  text: string,
  { form, marker, link, joint, description, citations }: IdeaEntry,
  end: number,
): EntryParts {
  const open = text.slice(marker.to, link.from);
  // What a row says stands in cells of its own.
  if (form === 'row') return { open: open.slice(runStart(open, '*_')), joint: null, cite: null, tail: '' };
  let joined = '';
  let from = joint.from;
  for (const one of citations.filter((cited) => cited.from >= joint.from && cited.to <= joint.to)) {
    joined += text.slice(from, one.from).trimEnd();
    from = one.to;
  }
  // Where a description below its link begins is the matter of its place.
  joined = (joined + text.slice(from, joint.to)).replace(/(?:\r\n?|\n)[ \t>]*/g, '\n');
  const isJoint = description.from < description.to && SIGNS().test(joined);
  const [cited] = citations.filter((one) => one.from >= link.to);
  return {
    open,
    joint: isJoint ? joined : null,
    cite: cited
      ? {
          behindLink: cited.to <= joint.to,
          before: text.slice(runStart(text, BLANKS, link.to, cited.from), cited.from),
          after: text.charAt(cited.to) === '.' ? '.' : '',
        }
      : null,
    tail: text.slice(runStart(text, BLANKS, link.to, end), Math.max(link.to, end)),
  };
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
    const runsOn = adjoins && line.kind === 'text' && line.callout !== at;
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
    case 'property':
      return false;
  }
}
