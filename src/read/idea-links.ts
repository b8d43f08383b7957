import type { EntryForm as WrittenForm, IdeaEntry, IdeaLink, LinkOrigin } from '../model/note';
import type { Span } from '../model/span';
import type { Table } from '../model/table';
import type { Relation } from '../model/vocabulary';
import { LANGUAGES } from '../model/words';
import { shownEnd, withoutComments } from '../markdown/unseen';
import { fold } from '../text/fold';
import { lazily } from '../text/lazily';
import { wholeWords } from '../text/phrases';
import { headRow, linkColumn, saysMore } from './link-column';
import { cellSpans, CELLS_JOIN, EntrySpans, linkSpan, rowSpans, type RowPlace } from './entry-spans';
import { readEntryPlaces, readEntryText } from './entry-text';
import {
  readBracketedFields,
  readFieldLinks,
  readLineFields,
  type FieldLinks,
  type InlineField,
} from './inline-fields';
import { opensLabel, readNextLabel, readWordedOpening } from './label-lines';
import { isDirected, LinkContext, ListContext, type ListHeading } from './link-context';
import { BULLETS, bulletAt } from './bullets';
import { CODE, lineStart, skipSpace, LineCursor, type LineStart } from '../markdown/lines';
import { isDay } from './link-target';
import { readTrail } from './breadcrumbs';
import { arrowRelation, isAlone, endsSection, isFirst, mayStandAlone } from './lone-links';
import { instructs, NumberedLists, type NumberedList } from './numbered-list';
import type { NoteKind } from './note-kind';
import { OuterItems } from './outer-items';
import type { PropertyLink } from './property-links';
import { linksInCell, relationColumns, type RelationColumn } from './relation-columns';
import {
  followOf,
  isMenuWay,
  readLabelledOpening,
  readLaterOpening,
  readOpening,
  saysNothing,
  type Opening,
  type Subject,
} from './subject';
import type { Vocabulary } from './vocabulary';

/** An entry that is being read; its description may run over several lines. */
interface OpenEntry {
  readonly line: number;
  readonly subjects: readonly Subject[];
  readonly listContext: ListContext;
  readonly relation: Relation;
  readonly form: EntryForm;
  readonly origin: LinkOrigin;
  /** A bare paragraph that nothing introduces: an entry only where others like it stand next to it. */
  readonly tentative: boolean;
  /** Columns before the entry's text; a nested item is indented further. */
  readonly indent: number;
  readonly depth: number;
  /** All text behind the subject, as written. */
  raw: string;
  /** How much of that stands before the subject. */
  readonly before: number;
  /** Of emphasis that its text ends in. */
  readonly marks: string;
  /** Of what may stand alone. */
  readonly lone: LoneLine | null;
  /** Where it stands; `null` where nobody asks. */
  readonly spans: EntrySpans | null;
  /** Whether that is known to say something of the subject. */
  said: boolean;
  /** The numbered list that it stands in without anything that joins its link to what follows; else `null`. */
  readonly steps: NumberedList | null;
  /** A blank line has come. */
  closed: boolean;
}

/** A line that may stand alone: where its text begins and ends, and what it opens with. */
interface LoneLine {
  readonly from: number;
  readonly end: number;
  readonly opening: Opening;
  /** The last line of a paragraph of words, which makes no list with others. */
  readonly runsOn: boolean;
}

/** Where an entry stands. */
type Place = Pick<OpenEntry, 'indent' | 'depth' | 'tentative'> &
  Partial<Pick<OpenEntry, 'steps' | 'lone'> & { readonly isTrail: boolean }>;
const IN_TABLE: Place = { indent: 0, depth: 0, tentative: false };

/** As what an entry is read: one in the middle of something else is a paragraph or an item of its own. */
type EntryForm = Exclude<WrittenForm, 'inner'>;

/** Where a line's text stands, and how: of the cursor, which moves on. */
export type LinePlace = Pick<LineCursor, 'line' | 'content' | 'end' | 'indent' | 'depth' | 'fork'>;

/** The links of a note, and the lines where its sections of links begin. */
export interface LinkReading {
  readonly ideaLinks: readonly IdeaLink[];
  readonly markdownLinks: readonly IdeaLink[];
  /** Empty where nobody asks. */
  readonly entries: readonly IdeaEntry[];
  /** The headings or labels that open a section of idea links, ascending. */
  readonly sections: readonly LineStart[];
}

/** Labels that announce a link and say nothing of its relation. */
const LINK_LABEL = lazily(
  () => new RegExp(`^${wholeWords(LANGUAGES.flatMap(({ announcements = [] }) => announcements).join('|'))}$`),
);

/** What stands before the link of whom a quotation is by. */
const ATTRIBUTION = /^[\s*_]*(?:[—–―]|--(?!>))/;

/** What a way through menus goes on with. */
const WAY = /\s*(?:[→⇒➜]|-+>)/y;

/** A number that counts the headings that are entries. */
const NUMBER = /\d{1,3}[.)][ \t\u00A0]+/y;

/** A longer cell names no relation. */
const LONGEST_LABEL = 40;

/** Two bare paragraphs further apart than this many lines are not one list. */
const NEIGHBOUR_LINES = 3;

/**
 * Gathers the entries whose subject is a link. The driver tells it of headings, labels and lines in document order; the context
 * says which of them introduced an entry.
 */
export class LinkReader {
  readonly #text: string;
  /** The text without what is not shown: an entry is read from that. */
  readonly #seen: string;
  /** To look at lines elsewhere. */
  readonly #lines: LineCursor;
  readonly #entries: OpenEntry[] = [];
  readonly #sections: ListHeading[] = [];
  readonly context: LinkContext;
  readonly #kind: NoteKind;
  readonly #numbered = new NumberedLists();
  readonly #outer = new OuterItems<ListHeading>();
  #open: OpenEntry | null = null;
  /** Line of the last item if it did not open with a link, else 0; and where its marker stands. */
  #unlinkedItem = 0;
  readonly #unlinkedMarker = { from: 0, to: 0 };
  readonly #hasSpans: boolean;
  /** Where the text below the frontmatter begins. */
  readonly #top: number;
  readonly #properties: readonly PropertyLink[];
  /** Whether the lines that are read are a paragraph's, not an item's; and with what bullet they begin, else `''`. */
  #mayHaveBullets = false;
  #bullet = '';
  #hasRowFields = false;

  /**
   * @param seen The text, blanks in place of what is not shown.
   * @param kind What is known of the note besides.
   * @param hasSpans Whether it is asked for where entries stand.
   * @param top Where the text below the frontmatter begins.
   * @param properties The links in the frontmatter.
   */
  constructor(
    text: string,
    seen: string,
    vocabulary: Vocabulary,
    kind: NoteKind,
    hasSpans: boolean,
    top: number,
    properties: readonly PropertyLink[],
  ) {
    this.#text = text;
    this.#seen = seen;
    this.#lines = new LineCursor(seen);
    this.#kind = kind;
    this.context = new LinkContext(text, vocabulary, kind);
    this.#hasSpans = hasSpans;
    this.#top = top;
    this.#properties = properties;
  }

  /** An item of a list, whose text stands from `from` to `end`. False when it does not open with a link. */
  item(at: LinePlace, from: number, end: number, mayHoldLink: boolean): boolean {
    const { line, content, indent, depth } = at;
    this.#outer.enter(indent, depth);
    if (mayHoldLink) this.context.within(this.#outer);
    else this.#outer.add(indent, depth, line, from, end);
    const trail = mayHoldLink && isLastLine(at.fork()) ? this.#trail(from, end) : null;
    if (trail !== null) {
      this.#begin('item', at, from, trail, end, { indent, depth, tentative: false, isTrail: true });
      return true;
    }
    const found = mayHoldLink
      ? (readOpening(this.#seen, from, end) ??
        this.#labelled(from, end, false) ??
        this.#worded(from, end) ??
        this.#later(from, end, indent, depth))
      : null;
    const opening = found !== null && this.#mayBeEntry(found, from) ? found : null;
    const steps = this.#numbered.at(this.#seen, content, indent, depth);
    if (steps !== null && opening === null) steps.instructs ||= instructs(this.#seen.slice(from, end), mayHoldLink);
    this.#unlinkedItem = opening === null ? line : 0;
    this.#mayHaveBullets = false;
    if (opening === null) {
      this.#unlinkedMarker.from = content;
      this.#unlinkedMarker.to = from;
      this.#nestedDescription(at, from, end);
      return false;
    }
    const isStep =
      steps !== null &&
      opening.label === '' &&
      opening.before === '' &&
      (followOf(this.#seen, opening.end, end) === 'text' || this.#isWay(opening));
    this.#begin('item', at, from, opening, end, { indent, depth, tentative: false, steps: isStep ? steps : null });
    return true;
  }

  /** Whether an arrow behind a link leads on from it, rather than to what is said of it: in a list that nothing introduces. */
  #isWay({ end }: Opening): boolean {
    WAY.lastIndex = end;
    return WAY.test(this.#seen) && this.context.listContext().relation === null;
  }

  /** Whether an item that a link opens lists that: a task does in a list that has a relation, a card on a board never. */
  #mayBeEntry(opening: Opening, from: number): boolean {
    if (isMenuWay(this.#seen, opening, from) || this.#kind.isBoard) return false;
    const isTask =
      this.#seen.charCodeAt(from) === CODE.bracketOpen &&
      this.#seen.charCodeAt(from + 2) === CODE.bracketClose &&
      skipSpace(this.#seen, from + 3, this.#seen.length) > from + 3;
    return !isTask || this.context.listContext(opening.label).relation !== null;
  }

  /** A paragraph begins, whatever it opens with. */
  opens(): void {
    this.#unlinkedItem = 0;
    this.#mayHaveBullets = true;
    this.#bullet = '';
    this.#endItems();
  }

  /** No item is nested in one above. */
  #endItems(): void {
    this.#outer.end();
    this.context.within(this.#outer);
  }

  /** The first line of a paragraph; `plain` when it opens with a letter. False when it is no entry. */
  paragraph(at: LinePlace, plain: boolean): boolean {
    const { content: from, indent, depth } = at;
    const end = shownEnd(this.#seen, from, at.end);
    this.#bullet = plain ? '' : bulletAt(this.#seen, from);
    const trail = this.#trail(from, end);
    if (trail !== null) {
      this.#begin('paragraph', at, from, trail, end, { indent, depth, tentative: false, isTrail: true });
      return true;
    }
    const opening =
      (plain ? null : readOpening(this.#seen, from, end)) ??
      this.#labelled(from, end, plain) ??
      this.#worded(from, end);
    if (opening === null || followOf(this.#seen, opening.end, end) === 'text') return false;
    const introduced = opening.label !== '' || this.context.listContext().relation !== null;
    // The way from one day to the next is no idea.
    if (!introduced && opening.subjects.every(({ target }) => isDay(target))) return false;
    const lone = introduced ? null : { from, end: at.end, opening, runsOn: false };
    this.#begin('paragraph', at, from, opening, end, { indent, depth, tentative: !introduced, lone });
    return true;
  }

  /** The links of a note's first line, where they are the way down to it. */
  #trail(from: number, end: number): Opening | null {
    if (this.#entries.length > 0 || !isFirst(this.#lines, from, this.#top, true)) return null;
    if (this.context.listContext().relation !== null) return null;
    const trail = readTrail(this.#seen, from, end, (label) => this.context.relationOf(label) !== null);
    return trail?.subjects.some(({ target }) => isDay(target)) === true ? null : trail;
  }

  /**
   * A line that runs on from the one before. It is an entry where bare links stand one a line, where a directed item puts its link
   * below its words (`→ [[Idea]]`), where each line of a paragraph has a bullet of its own, and, opening with a letter (`plain`),
   * where a label announces its link. False otherwise.
   */
  nextLine(at: LinePlace, plain: boolean): boolean {
    const { line, content: from, indent, depth } = at;
    const end = shownEnd(this.#seen, from, at.end);
    const open = this.#open;
    const afterBareLink = open?.form === 'paragraph' && isBare(open);
    const isIntroduced = this.context.listContext().relation !== null;
    const afterItem = this.#unlinkedItem !== 0 && isIntroduced;
    const afterLabel = open === null && isIntroduced && this.context.isBelowLabel(line);
    const isBulleted = !plain && this.#isBulleted(at);
    const isLast = open === null && !isIntroduced && endsSection(at.fork());
    const mayBeLabel = plain || opensLabel(this.#seen, from) || (open === null ? isLast : open.origin === 'label');
    if (!mayBeLabel && !afterBareLink && !afterItem && !afterLabel && !isBulleted && !isLast) return false;
    const opening =
      (plain ? null : readOpening(this.#seen, from, end)) ??
      (mayBeLabel ? (this.#labelled(from, end, true) ?? this.#worded(from, end)) : null);
    if (opening === null || followOf(this.#seen, opening.end, end) === 'text') return false;
    const isLabelled = opening.label !== '';
    const isLone = isLast && !isLabelled && !afterItem && !isBulleted;
    const form = isLabelled || afterBareLink || afterLabel || isBulleted || isLone ? 'paragraph' : 'item';
    const isBelowItem = this.#unlinkedItem === line - 1 && this.#unlinkedItem !== 0;
    const isOwn = isBulleted || afterLabel || this.#entries.at(-1)?.line === line - 1;
    const written = isBelowItem ? 'item' : isOwn ? 'paragraph' : 'inner';
    const tentative = !isLabelled && (open?.tentative ?? (isLone || (isBulleted && !isIntroduced)));
    const lone = isLone && tentative ? { from, end: at.end, opening, runsOn: true } : null;
    this.#begin(form, at, from, opening, end, { indent, depth, tentative, lone }, written);
    return true;
  }

  /**
   * A line that may be an inline field, with its text from `from` on; `form` is what it is else. True when it is one that holds links:
   * it has no more lines than its own.
   */
  field(at: LinePlace, from: number, form: 'item' | 'paragraph'): boolean {
    const end = shownEnd(this.#seen, from, at.end);
    const fields = readLineFields(this.#seen, from, end);
    if (fields.length === 0) return false;
    this.close();
    const found = fields.map((field) => ({ field, links: this.#readField(field) }));
    const links = found.reduce((sum, one) => sum + one.links.length, 0);
    if (links === 0) return false;
    this.#unlinkedItem = 0;
    this.#mayHaveBullets = false;
    const written = links === 1 && fields.length === 1 ? form : 'inner';
    for (const one of found) this.#addField(one.field, one.links, at, from, written);
    return true;
  }

  /** The fields in brackets in the middle of a line; those in a row are told of before the entries of its table. */
  bracketedFields(at: LinePlace, from: number, isRow = false): void {
    this.#hasRowFields ||= isRow;
    for (const field of readBracketedFields(this.#seen, from, at.end)) {
      // The item's link is no longer sought on its next line.
      this.#unlinkedItem = 0;
      this.#addField(field, this.#readField(field), at, from, 'inner');
    }
  }

  /** A heading; true when it is itself an entry below a heading that introduces links. */
  heading(at: LinePlace, level: number, from: number, end: number, mayHoldLink: boolean): boolean {
    const opening = mayHoldLink ? readOpening(this.#seen, from, end) : null;
    const isEntry = opening !== null && this.context.introducedAt(level);
    this.close();
    this.#numbered.end();
    this.#endItems();
    const place = { indent: 0, depth: at.depth, tentative: false };
    if (isEntry) {
      this.#begin('heading', at, from, opening, end, place);
      return true;
    }
    this.context.heading(at.line, level, from, end);
    // `## Parent: [[Idea]]` names a list, too.
    const labelled = opening === null && mayHoldLink ? this.#labelled(from, end, true) : null;
    if (labelled !== null) this.#begin('paragraph', at, from, labelled, end, place, 'inner');
    this.close();
    return false;
  }

  /** `[^id]: …`; `from` is behind the colon. */
  footnote(at: LinePlace, from: number, mayHoldLink: boolean, hasWikilink: boolean): void {
    const { end, depth } = at;
    this.close();
    if (!mayHoldLink) return;
    const opening =
      readOpening(this.#seen, from, end) ?? (hasWikilink ? readLaterOpening(this.#seen, from, end, true) : null);
    if (opening !== null) this.#begin('footnote', at, from, opening, end, { indent: 0, depth, tentative: false });
  }

  /** The rows of a table whose first telling column holds links; `places` says where they stand, if that is asked for. */
  table(table: Table, places: readonly RowPlace[]): void {
    this.close();
    this.#endItems();
    const above = this.context.listContext();
    const columns = isDirected(above.relation)
      ? []
      : relationColumns(table, (header) => this.context.relationOfColumn(header));
    const [only] = columns;
    if (columns.length > 1) {
      this.#columns(table, places, columns);
      return;
    }
    const listContext = only === undefined ? above : new ListContext(only.relation, only.title, null, null);
    const own = only?.column ?? linkColumn(table, listContext.relation !== null);
    const mayBeLabelled = !(only || own === 0 || isDirected(above.relation));
    const head = mayBeLabelled ? headRow(table, (label) => this.context.relationOf(label) !== null) : [];
    const rows = [...head, ...table.body];
    const labelled = mayBeLabelled ? this.#labelledRows(rows) : [];
    const column = own ?? (labelled.length > 0 ? linkColumn(table, true) : null);
    if (column === null) return;
    for (const [index, row] of rows.entries()) {
      const cell = row.cells[column] ?? '';
      const opening = readOpening(withoutComments(cell), 0, cell.length);
      const said = (column > 0 ? labelled[index] : null) ?? listContext;
      const isLabelled = said !== listContext;
      if (opening === null || (own === null && !isLabelled)) continue;
      const others = [...row.cells.keys()].filter((other) => {
        const text = row.cells[other] ?? '';
        return other !== column && text !== '' && (other > column || (!(isLabelled && other === 0) && saysMore(text)));
      });
      const rest = others.map((other) => row.cells[other] ?? '');
      const raw = [cell.slice(opening.end).trim(), ...rest].filter((part) => part !== '').join(CELLS_JOIN);
      const place =
        places.length === 0
          ? undefined
          : (places[index - head.length] ?? { content: table.headerSpan.from, end: table.headerSpan.to });
      const spans = place === undefined ? null : rowSpans(this.#text, place, column, opening, others, said.place);
      this.#add('row', isLabelled ? 'label' : 'row', row.line, opening, said, raw, IN_TABLE, spans);
    }
  }

  /** The cells below names of relations. */
  #columns(table: Table, places: readonly RowPlace[], columns: readonly RelationColumn[]): void {
    for (const [index, row] of table.body.entries()) {
      for (const { column, relation, title } of columns) {
        const listContext = new ListContext(relation, title, null, null);
        const cell = row.cells[column] ?? '';
        for (const { opening, end } of linksInCell(cell)) {
          const place = places[index];
          const spans = place === undefined ? null : cellSpans(this.#text, place, column, opening, end);
          const raw = cell.slice(opening.end, end).trim();
          this.#add('row', 'row', row.line, opening, listContext, raw, IN_TABLE, spans);
        }
      }
    }
  }

  /** What the words that a row begins with say of its link: `| Parent | [[Idea]] |`. Empty where no row has such. */
  #labelledRows(rows: readonly { readonly cells: readonly string[] }[]): readonly (ListContext | null)[] {
    const labels = rows.map(({ cells: [label = ''] }) =>
      label.length > LONGEST_LABEL || this.context.relationOf(label) === null ? null : this.context.listContext(label),
    );
    return labels.every((label) => label === null) ? [] : labels;
  }

  /** Whether an entry is being read. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Ends the open entry, as every other block does. */
  close(): void {
    this.#open = null;
  }

  /** An empty line: a paragraph ends; an item goes on only with what is indented below it. */
  blank(): void {
    if (this.#open === null) return;
    if (this.#open.form === 'heading' && this.#open.raw === '') return;
    this.#open.closed = true;
  }

  /**
   * A line of prose: part of the open entry's description where it runs on, or is indented below the entry. False, and the entry
   * is closed, where it is neither.
   */
  continues({ content: from, end, indent, depth }: LinePlace): boolean {
    const open = this.#open;
    if (open === null) return false;
    // Without a link it is the next of the lines all the same.
    const isNext = open.form === 'paragraph' && this.#bullet !== '' && bulletAt(this.#seen, from) === this.#bullet;
    const isPart =
      open.depth === depth &&
      !isNext &&
      !(open.origin === 'label' && opensLabel(this.#seen, from)) &&
      (!open.closed || (open.form === 'item' && indent >= Math.min(open.indent, 2) && indent > 0));
    if (isPart) {
      const text = this.#textOf(from, end);
      if (text !== '') open.raw = open.raw === '' ? text : `${open.raw} ${text}`;
      open.spans?.piece(open.raw.length - text.length, skipSpace(this.#seen, from, end));
      open.spans?.line(end);
    } else this.close();
    return isPart;
  }

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
      const { line, relation, spans, raw, before, marks, tentative } = entry;
      const isLine = tentative && !this.#hasNeighbour(index);
      // Links to the note's own headings are its table of contents.
      const { subjects } = entry;
      if ((isLine && !this.#isLone(entry)) || !subjects.some(this.#isIdea)) continue;
      const group = entry.listContext.title;
      const origin = !tentative ? entry.origin : isLine ? 'line' : 'list';
      const places = spans === null ? null : readEntryPlaces(raw, before, marks);
      const { description, footnotes } = places ?? readEntryText(raw, marks);
      const links: IdeaLink[] | null = spans === null ? null : [];
      for (const subject of subjects) {
        if (!this.#isIdea(subject)) continue;
        const { target, heading, alias } = subject;
        const link = { line, target, relation, description, footnotes, group, heading, alias, origin };
        (subject.kind === 'wikilink' ? ideaLinks : markdownLinks).push(link);
        links?.push(link);
      }
      if (spans !== null && places !== null) entries.push(spans.finish(links ?? [], places, raw.length > before));
    }
    const sections = this.#sections.map(({ line, from }) => ({ line, offset: lineStart(this.#text, from) }));
    if (this.#hasRowFields) {
      for (const links of [ideaLinks, markdownLinks]) links.sort((a, b) => a.line - b.line);
      entries.sort((a, b) => (a.links[0]?.line ?? 0) - (b.links[0]?.line ?? 0));
    }
    return { ideaLinks, markdownLinks, entries, sections: sections.sort((a, b) => a.line - b.line) };
  }

  /** Whether a link leads to more than a heading of its own note. */
  readonly #isIdea = ({ target, heading }: Subject): boolean => heading === '' || !this.#kind.isItself(target);

  /** An opening behind a label, where the label or, unless `onlyAnnounced`, what introduces the list says that links follow. */
  #labelled(from: number, end: number, onlyAnnounced: boolean): Opening | null {
    const opening = readLabelledOpening(this.#seen, from, end);
    if (opening === null) return null;
    return this.#announces(opening.label) || (!onlyAnnounced && this.context.listContext().relation !== null)
      ? opening
      : null;
  }

  #worded(from: number, end: number): Opening | null {
    return readWordedOpening(this.#seen, from, end, (words) => this.#announces(words));
  }

  /** Whether a label says that links follow. */
  #announces(label: string): boolean {
    return this.context.relationOf(label) !== null || LINK_LABEL().test(fold(label).replace(/[.:]/g, ''));
  }

  /** The links of a field: of one whose name says nothing, where it begins with them. */
  #readField({ name, value }: InlineField): readonly FieldLinks[] {
    return readFieldLinks(this.#seen, value, this.context.relationOf(name) !== null);
  }

  #addField(
    { name, whole, key, value }: InlineField,
    links: readonly FieldLinks[],
    { line, content, end: lineEnd, indent, depth }: LinePlace,
    from: number,
    written: 'item' | 'paragraph' | 'inner',
  ): void {
    const above = this.context.listContext().relation;
    const relation = this.context.relationOf(name) ?? above ?? 'related';
    const listContext = new ListContext(relation, name, null, null);
    const form = written === 'item' ? 'item' : 'paragraph';
    for (const { opening, end } of links) {
      const raw = this.#textOf(opening.end, end);
      let spans: EntrySpans | null = null;
      if (this.#hasSpans) {
        const link = linkSpan(opening);
        const marker = written === 'inner' ? { from: link.from, to: link.from } : { from: content, to: from };
        const place = {
          form: whole.to === value.to || whole.from === from ? 'line' : 'bracketed',
          whole,
          key,
          value,
        } as const;
        const field = { ...place, item: value, quote: '' } as const;
        const head = { form: written, marker, link, end: opening.end, introducer: key, field };
        spans = new EntrySpans(head, written === 'inner' ? end : lineEnd);
        spans.piece(0, skipSpace(this.#seen, opening.end, end));
      }
      this.#add(form, 'field', line, opening, listContext, raw, { indent, depth, tentative: false }, spans);
    }
  }

  /** Whether an entry that nothing introduces, and that has no others beside it, is a line of links that stands alone. */
  #isLone(entry: OpenEntry): boolean {
    const { lone } = entry;
    // Behind a dash stands who said what stands above.
    if (lone === null || !isBare(entry) || ATTRIBUTION.test(this.#seen.slice(lone.from, entry.subjects[0]?.from)))
      return false;
    // A way to the notes beside this one: `← [[A]] | [[B]] →`.
    const isWay = entry.origin === 'line' && entry.subjects.length > 1;
    if (!mayStandAlone(this.#seen, lone.opening, isWay)) return false;
    return isWay || isAlone(this.#lines, lone.from, lone.end, this.#top);
  }

  /** A link behind words, in an item that is itself part of no entry, where links with a direction are what is listed. */
  #later(from: number, end: number, indent: number, depth: number): Opening | null {
    const open = this.#open;
    const isPart = open?.form === 'item' && open.depth === depth && indent > open.indent;
    return !isPart && isDirected(this.context.listContext().relation)
      ? readLaterOpening(this.#seen, from, end, false)
      : null;
  }

  /** @param written How it is written, where that is not what it is read as. */
  #begin(
    form: EntryForm,
    at: Pick<LinePlace, 'line' | 'content' | 'end'>,
    from: number,
    opening: Opening,
    end: number,
    place: Place,
    written: WrittenForm = form,
  ): void {
    let [start, last, how] = [from, opening, written];
    for (;;) {
      const next = last.label === '' ? null : readNextLabel(this.#seen, last.end, end);
      if (next === null || !this.#announces(next.label)) break;
      how = 'inner';
      this.#beginOne(form, at, start, last, last.end, place, how);
      [start, last] = [last.end, next];
    }
    this.#beginOne(form, at, start, last, end, place, how);
  }

  #beginOne(
    form: EntryForm,
    { line, content, end: lineEnd }: Pick<LinePlace, 'line' | 'content' | 'end'>,
    from: number,
    opening: Opening,
    end: number,
    place: Place,
    written: WrittenForm,
  ): void {
    const { before } = opening;
    const above = this.context.listContext(opening.label);
    const mayPoint = above.relation === null && (form === 'item' || form === 'paragraph');
    const pointed = mayPoint ? arrowRelation(this.#seen, from, opening) : null;
    const arrow = place.isTrail === true ? 'upstream' : pointed;
    const listContext = arrow === null ? above : new ListContext(arrow, above.title, null, null);
    const raw = before + this.#textOf(opening.end, end);
    let spans: EntrySpans | null = null;
    if (this.#hasSpans) {
      const label =
        listContext.place === null && opening.label !== ''
          ? from + this.#text.slice(from, opening.end).indexOf(opening.label)
          : -1;
      spans = new EntrySpans(
        {
          form: written,
          marker: this.#markerOf(written, form, content, from),
          link: linkSpan(opening),
          end: opening.end,
          introducer: label < from ? listContext.place : { from: label, to: label + opening.label.length },
        },
        lineEnd,
      );
      if (before !== '') spans.piece(0, from);
      spans.piece(before.length, skipSpace(this.#seen, opening.end, end));
    }
    const isLabelled = opening.label !== '' && this.#announces(opening.label);
    const alone = arrow === null || form === 'item' ? 'list' : 'line';
    const origin = isLabelled ? 'label' : form === 'heading' ? 'heading' : alone;
    const where = place.tentative && arrow !== null && arrow !== 'related' ? { ...place, tentative: false } : place;
    this.#open = this.#add(form, origin, line, opening, listContext, raw, where, spans);
  }

  /** The marker of an entry whose line begins at `content`, and its text at `from`. */
  #markerOf(written: WrittenForm, form: EntryForm, content: number, from: number): Span {
    if (written === 'inner') return { from, to: from };
    // An item may have its link on its second line.
    if (written === 'item' && (form !== 'item' || content === from)) {
      return { from: this.#unlinkedMarker.from, to: this.#unlinkedMarker.to };
    }
    if (form === 'footnote') return { from: content, to: skipSpace(this.#text, from, this.#text.length) };
    if (form !== 'heading' || content === from) return { from: content, to: from };
    NUMBER.lastIndex = from;
    return { from: content, to: NUMBER.test(this.#text) ? NUMBER.lastIndex : from };
  }

  #add(
    form: EntryForm,
    origin: LinkOrigin,
    line: number,
    { subjects, marks, before }: Opening,
    listContext: ListContext,
    raw: string,
    { indent, depth, tentative, steps = null, lone = null }: Place,
    spans: EntrySpans | null,
  ): OpenEntry {
    const relation =
      form === 'footnote' ? footnoteRelation(listContext, raw) : (listContext.relation ?? this.#relationHere());
    listContext.count(form === 'footnote');
    const { section } = listContext;
    if (relation !== 'source' && section?.opensSection === false) {
      section.opensSection = true;
      this.#sections.push(section);
    }
    const entry = {
      line,
      subjects,
      listContext,
      relation,
      form,
      origin,
      tentative,
      indent,
      depth,
      raw,
      before: before.length,
      marks,
      lone,
      spans,
      said: false,
      steps,
      closed: false,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** What a list is that nothing introduces. */
  #relationHere(): Relation {
    return this.context.isMap() ? 'downstream' : 'related';
  }

  /** `- [[Idea]]` with its text in an item below it. */
  #nestedDescription({ indent, depth, end: lineEnd }: LinePlace, from: number, end: number): void {
    const open = this.#open;
    if (open?.form === 'item' && open.depth === depth && indent > open.indent && isBare(open)) {
      open.spans?.piece(open.raw.length + 1, skipSpace(this.#seen, from, end));
      open.spans?.line(lineEnd);
      open.raw += ` ${this.#textOf(from, end)}`;
    } else this.close();
  }

  /** A part of a line without white space, or what is not shown, around it. */
  #textOf(from: number, end: number): string {
    const start = skipSpace(this.#seen, from, end);
    return this.#text.slice(start, shownEnd(this.#seen, start, end));
  }

  /** Whether a line of a paragraph has a bullet as the lines around it have: any sign where it is theirs, too. */
  #isBulleted(at: LinePlace): boolean {
    const bullet = this.#mayHaveBullets ? bulletAt(this.#seen, at.content) : '';
    if (bullet === '') return false;
    const isOne = bullet === this.#bullet || BULLETS.includes(bullet) || this.#isNextBullet(bullet, at);
    if (isOne) this.#bullet = bullet;
    return isOne;
  }

  /** Whether the line below has the same bullet. */
  #isNextBullet(bullet: string, at: LinePlace): boolean {
    const below = at.fork();
    if (!below.next() || below.depth !== at.depth) return false;
    return bulletAt(this.#seen, skipSpace(this.#seen, below.content, below.end)) === bullet;
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
function standsAlone({ origin, tentative }: OpenEntry): boolean {
  return !tentative && (origin === 'field' || origin === 'line');
}

/** Whether no line runs on right below. */
const isLastLine = (below: LineCursor): boolean => !below.next() || below.content >= below.end;

/** More than this between subject and description joins nothing. */
const LONGEST_JOINT = 200;

/** Whether nothing is said of the subject so far. */
function isBare(open: OpenEntry): boolean {
  open.said ||= open.raw.length > LONGEST_JOINT || !saysNothing(readEntryText(open.raw, open.marks).description);
  return !open.said;
}
