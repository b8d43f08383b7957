import type { EntryForm as WrittenForm, IdeaEntry, IdeaLink, LinkOrigin } from '../model/note';
import type { Relation } from '../model/vocabulary';
import { lineBreakEnd, lineStart, type LineCursor, type LineStart } from '../markdown/lines';
import type { EntrySpans } from './entry-spans';
import { readEntryPlaces, readEntryText } from './entry-text';
import { isDirected, type LinkContext, type ListContext, type ListHeading } from './link-context';
import { endsSection, isFirst, isHeaded, mayStandAlone, menuSign } from './lone-links';
import type { NoteKind } from './note-kind';
import type { NumberedList } from './numbered-list';
import type { PropertyLink } from './property-links';
import { saysNothing, type Opening } from './subject';

/** As what an entry is read: one in the middle of something else is a paragraph or an item of its own. */
export type EntryForm = Exclude<WrittenForm, 'inner'>;

/** An entry where it is found. */
export interface FoundEntry {
  readonly line: number;
  readonly form: EntryForm;
  readonly origin: LinkOrigin;
  readonly opening: Opening;
  readonly listContext: ListContext;
  /** The text behind the links with which it opens, as written, and what of it stands before them. */
  readonly raw: string;
  /** Where it stands; `null` where nobody asks. */
  readonly spans: EntrySpans | null;
}

/** How an entry stands among the lines around it. */
export interface EntryPlace {
  /** Columns before the text of an item; a nested one is indented further. */
  readonly indent: number;
  readonly depth: number;
  /** A bare paragraph that nothing introduces: an entry only where others like it stand next to it. */
  readonly tentative?: boolean;
  /** The numbered list that it stands in without anything that joins its link to what follows; else `null`. */
  readonly steps?: NumberedList | null;
  /** Of what may stand alone. */
  readonly lone?: LoneLine | null;
}

/** A line that may stand alone: where its text begins and ends. */
interface LoneLine {
  readonly from: number;
  readonly end: number;
  /** The last line of a paragraph of words, which makes no list with others. */
  readonly runsOn: boolean;
}

/** An entry that was found; its description may run over several lines. */
export interface LinkEntry extends Omit<FoundEntry, 'raw'>, Required<EntryPlace> {
  readonly relation: Relation;
  /** All text behind the subject, so far. */
  raw: string;
  /** Whether its text is known to say something of the subject. */
  said: boolean;
  /** A blank line has come. */
  closed: boolean;
}

/** The links of a note, and the lines where its sections of links begin. */
export interface LinkReading {
  readonly ideaLinks: readonly IdeaLink[];
  readonly markdownLinks: readonly IdeaLink[];
  /** Empty where nobody asks. */
  readonly entries: readonly IdeaEntry[];
  /** The headings or labels that open a section of idea links, ascending. */
  readonly sections: readonly LineStart[];
}

/** What stands before the link of whom a quotation is by. */
const ATTRIBUTION = /^[\s*_]*(?:[—–―]|--(?!>))/;

/** Two bare paragraphs further apart than this many lines are not one list. */
const NEIGHBOUR_LINES = 3;

/** More than this between subject and description joins nothing. */
const LONGEST_JOINT = 200;

/** The entries that were found in a note, in order. Once all are known it says which of them are idea links, and of what relation. */
export class LinkEntries {
  readonly #lines: LineCursor;
  readonly #top: number;
  readonly #kind: NoteKind;
  readonly #context: LinkContext;
  readonly #properties: readonly PropertyLink[];
  readonly #entries: LinkEntry[] = [];
  readonly #sections: ListHeading[] = [];
  /** Whether some were told of out of their order: fields in the rows of a table. */
  hasRowFields = false;

  /**
   * @param lines To look at lines elsewhere in the text without what is not shown.
   * @param top Where the text below the frontmatter begins.
   * @param kind What is known of the note besides.
   * @param properties The links in the frontmatter.
   */
  constructor(
    lines: LineCursor,
    top: number,
    kind: NoteKind,
    context: LinkContext,
    properties: readonly PropertyLink[],
  ) {
    this.#lines = lines;
    this.#top = top;
    this.#kind = kind;
    this.#context = context;
    this.#properties = properties;
  }

  /** Line of the last entry; 0 before the first. */
  get lastLine(): number {
    return this.#entries.at(-1)?.line ?? 0;
  }

  /** Whether an entry whose line begins at `from` is the first thing of the note, below a title or not. */
  isFirst(from: number): boolean {
    return this.#entries.length === 0 && isFirst(this.#lines, from, this.#top, true);
  }

  /** Whether a heading that is no title stands right above a line that begins at `from`. */
  isHeaded(from: number): boolean {
    return isHeaded(this.#lines, from, this.#top);
  }

  add(
    { line, form, origin, opening, listContext, raw, spans }: FoundEntry,
    { indent, depth, tentative = false, steps = null, lone = null }: EntryPlace,
  ): LinkEntry {
    // A list that nothing introduces leads down in a map.
    const relation =
      form === 'footnote'
        ? footnoteRelation(listContext, raw)
        : (listContext.relation ?? (this.#context.isMap() ? 'downstream' : 'related'));
    listContext.count(form === 'footnote');
    for (const section of listContext.sections) {
      if (relation === 'source' || section.opensSection) continue;
      section.opensSection = true;
      this.#sections.push(section);
    }
    const entry = {
      line,
      opening,
      listContext,
      relation,
      form,
      origin,
      tentative,
      indent,
      depth,
      raw,
      lone,
      spans,
      said: false,
      steps,
      closed: false,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** The links of all entries that are more than words in between, behind those in the frontmatter. */
  finish(): LinkReading {
    const ideaLinks: IdeaLink[] = [];
    const markdownLinks: IdeaLink[] = [];
    const entries: IdeaEntry[] = [];
    for (const { kind, link, entry } of this.#properties) {
      (kind === 'wikilink' ? ideaLinks : markdownLinks).push(link);
      if (entry !== null) entries.push(entry);
    }
    // Plain loops: there are many thousands of entries in a vault.
    for (let index = 0; index < this.#entries.length; index++) {
      const entry = this.#entries[index];
      if (entry === undefined || entry.steps?.instructs === true) continue;
      const { line, relation, spans, raw, tentative } = entry;
      const { subjects, before, marks } = entry.opening;
      const isLine = tentative && !this.#hasNeighbour(index);
      // Links to the note's own headings are its table of contents, but where they are listed as what belongs to it.
      const ideas = subjects.filter(
        ({ heading, target }) => relation === 'direct' || heading === '' || !this.#kind.isItself(target),
      );
      if ((isLine && !this.#isLone(entry)) || ideas.length === 0) continue;
      const group = entry.listContext.title;
      const origin = !tentative ? entry.origin : isLine ? 'line' : 'list';
      const places = spans === null ? null : readEntryPlaces(raw, before.length, marks);
      const { description, footnotes } = places ?? readEntryText(raw, marks);
      const links: IdeaLink[] | null = spans === null ? null : [];
      for (const { kind, target, heading, alias } of ideas) {
        const link = { line, target, relation, description, footnotes, group, heading, alias, origin };
        (kind === 'wikilink' ? ideaLinks : markdownLinks).push(link);
        links?.push(link);
      }
      if (spans !== null && places !== null)
        entries.push(spans.finish(links ?? [], places, raw.length > before.length));
    }
    const sections = this.#sections.map(({ line, from }) => ({ line, offset: lineStart(this.#lines.text, from) }));
    if (this.hasRowFields) {
      for (const links of [ideaLinks, markdownLinks]) links.sort((a, b) => a.line - b.line);
      entries.sort((a, b) => (a.links[0]?.line ?? 0) - (b.links[0]?.line ?? 0));
    }
    return { ideaLinks, markdownLinks, entries, sections: sections.sort((a, b) => a.line - b.line) };
  }

  /** Whether an entry that nothing introduces, and that has no others beside it, is a line of links that stands alone. */
  #isLone(entry: LinkEntry): boolean {
    const { text } = this.#lines;
    const { lone, opening, origin } = entry;
    const { subjects } = opening;
    // Behind a dash stands who said what stands above.
    if (lone === null || !isBare(entry) || ATTRIBUTION.test(text.slice(lone.from, subjects[0]?.from))) return false;
    // A way to the notes beside this one: `← [[A]] | [[B]] →`.
    const isWay = origin === 'line' && subjects.length > 1;
    if (!mayStandAlone(text, opening)) return false;
    if (isWay) return true;
    // It stands alone as the first of the note, a title aside, or as the last of the note or of what stands below a heading.
    const isLast = endsSection(this.#lines.forkAt(lineBreakEnd(text, lone.end)));
    const isMap = this.#context.isMap();
    const isTop = isFirst(this.#lines, lone.from, this.#top);
    // A menu leads about, but for two that a note ends with.
    const menu = menuSign(text, opening);
    return menu === undefined
      ? isMap || isLast || isTop
      : menu === '|' && subjects.length === 2 && isLast && !isMap && !isTop;
  }

  #hasNeighbour(index: number): boolean {
    const entry = this.#entries[index];
    if (entry === undefined || entry.lone?.runsOn === true) return false;
    return [this.#entries[index - 1], this.#entries[index + 1]].some(
      (other) =>
        other !== undefined &&
        other.form === entry.form &&
        !standsAlone(other) &&
        other.lone?.runsOn !== true &&
        other.line !== entry.line &&
        Math.abs(other.line - entry.line) <= NEIGHBOUR_LINES &&
        other.listContext.place?.from === entry.listContext.place?.from,
    );
  }
}

/**
 * A footnote definition is a source, unless it is the very form in which a directed list is written: nothing but footnotes
 * stands below the heading, and they say something of the idea.
 */
function footnoteRelation(listContext: ListContext, raw: string): Relation {
  const { relation, ordinaryEntries } = listContext;
  return relation !== null && isDirected(relation) && ordinaryEntries === 0 && readEntryText(raw).description !== ''
    ? relation
    : 'source';
}

/** Whether an entry is a line of its own, whatever stands around it: an inline field, a link with an arrow up or down. */
function standsAlone({ origin, tentative }: LinkEntry): boolean {
  return !tentative && (origin === 'field' || origin === 'line');
}

/** Whether nothing is said of the subject so far. */
export function isBare(entry: LinkEntry): boolean {
  entry.said ||=
    entry.raw.length > LONGEST_JOINT || !saysNothing(readEntryText(entry.raw, entry.opening.marks).description);
  return !entry.said;
}
