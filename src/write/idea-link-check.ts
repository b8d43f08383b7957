import type { IdeaLink, PlacedNote } from '../model/note';
import type { Relation } from '../model/vocabulary';
import { foldSpace } from '../text/fold-space';
import { foldPath } from '../text/note-name';

/** What an edit of idea lists is to do. */
interface Expected {
  /** The entry that is to be there afterwards; `null` for none. */
  readonly added: IdeaLink | null;
  /** Entries of the note before that are to be gone. */
  readonly removed: readonly IdeaLink[];
  /** What becomes of the ids of footnotes. */
  readonly renumber?: (id: string) => string;
  /** What fields in brackets hold is changed: a description that such a field stands in says something else then. */
  readonly inFields?: boolean;
}

/** All entries of a note, whatever their links look like, in document order. */
export function linksOf({ ideaLinks, markdownLinks }: PlacedNote): readonly IdeaLink[] {
  return [...ideaLinks, ...markdownLinks].sort((a, b) => a.line - b.line);
}

/** Whether an idea stands under a relation already. */
export function isListed(note: PlacedNote, link: IdeaLink, relation: Relation): boolean {
  return linksOf(note).some((one) => one.relation === relation && nameOf(one) === nameOf(link));
}

/** What a link is compared by: the path or the name that it holds, and its heading. */
function nameOf({ target, heading }: IdeaLink): string {
  return `${foldPath(target)}#${heading.toLowerCase()}`;
}

/**
 * Whether a reading after an edit has the entry that was meant, and all others that were there before as they were: relation,
 * target, description, footnotes and the heading they stand under. Steps and tables stay what they are, too.
 */
export function keepsOthers(
  before: PlacedNote,
  after: PlacedNote,
  { added, removed, renumber, inFields }: Expected,
): boolean {
  const gone = new Set(removed);
  const kept = linksOf(before)
    .filter((link) => !gone.has(link))
    .map((link) => othersKey(link, renumber, inFields));
  const found = linksOf(after);
  const keys = found.map((link) => othersKey(link, same, inFields));
  // A footnote of the new entry is a new source.
  const extra = keys.length - (added ? 1 : 0) - kept.length;
  if (extra < 0 || extra > (added ? added.footnotes.length : 0)) return false;
  // How many of those that are kept stand, in order, before each that is found, and from the last one back, behind it.
  const above = inOrder(keys, kept);
  const behind = inOrder([...keys].reverse(), [...kept].reverse());
  const stand = (skipped: number): boolean =>
    (above[skipped] ?? 0) + (behind[keys.length - 1 - skipped] ?? 0) >= kept.length;
  const hasEntry = added
    ? found.some((link, index) => entryKey(link) === entryKey(added) && stand(index))
    : (above[keys.length] ?? 0) >= kept.length;
  return hasEntry && outlineKey(before) === outlineKey(after);
}

/** How many of `kept` stand in order in the first keys, for each number of them. */
function inOrder(keys: readonly string[], kept: readonly string[]): readonly number[] {
  let at = 0;
  return [0, ...keys.map((key) => (key === kept[at] ? ++at : at))];
}

function entryKey({ relation, target, heading, description, footnotes }: IdeaLink): string {
  return JSON.stringify([relation, target, heading, description, footnotes]);
}

function othersKey(
  { relation, target, heading, alias, description, footnotes, group }: IdeaLink,
  renumber = same,
  inFields = false,
): string {
  // What Obsidian takes for no citation may be one to the author: `[ ^3 ]`.
  const shown = inFields ? foldSpace(description.replace(IN_BRACKETS, ' ')).trim() : description;
  const said = shown.replace(/(\[\s*\^\s*)(\d+)(?=\s*\])/g, (_, open: string, id: string) => open + renumber(id));
  return JSON.stringify([relation, target, heading, alias, said, footnotes.map(renumber), group]);
}

function outlineKey({ steps, tables }: PlacedNote): string {
  return JSON.stringify([steps.map(({ step, set }) => [step, set]), tables.map(({ header }) => header)]);
}

const same = (id: string): string => id;
/** A field in brackets. */
const IN_BRACKETS =
  /\((?:(?!::)[^()]|\([^()]*\))*::(?:[^()]|\([^()]*\))*\)|\[(?:(?!::)[^[\]])+::(?:[^[\]]|\[\[[^[\]]*\]\])*\]/g;
