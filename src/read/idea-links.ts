import type { EntryForm as WrittenForm } from '../model/note';
import type { Relation } from '../model/vocabulary';
import type { Table } from '../model/table';
import { shownEnd } from '../markdown/unseen';
import { CODE, skipSpace, LineCursor } from '../markdown/lines';
import { isHere } from '../text/here';
import { AnnouncedLinks } from './announced-links';
import { readTrail } from './breadcrumbs';
import { BulletedLines } from './bullets';
import {
  readBracketedFields,
  readFieldLinks,
  readLineFields,
  type FieldLinks,
  type InlineField,
} from './inline-fields';
import { opensLabel } from './label-lines';
import type { EntrySpans } from './entry-spans';
import { fieldSpans, labelSpan, lineSpans, markerSpan } from './line-spans';
import { isDirected, LinkContext, ListContext, type ListHeading } from './link-context';
import { isBare, LinkEntries, type EntryForm, type EntryPlace, type LinkEntry, type LinkReading } from './link-entries';
import { readLinkTable } from './link-table';
import { isDay } from './link-target';
import { arrowIn, endsSection } from './lone-links';
import { instructs, NumberedLists } from './numbered-list';
import type { NoteKind } from './note-kind';
import { OuterItems } from './outer-items';
import type { PropertyLink } from './property-links';
import type { RowPlace } from './row-spans';
import { readWays } from './ways';
import { followOf, isMenuWay, readLaterOpening, readLink, readOpening, unlessProse, type Opening } from './subject';
import type { Vocabulary } from './vocabulary';

/** Where a line's text stands, and how: of the cursor, which moves on. */
type LinePlace = Pick<LineCursor, 'line' | 'content' | 'end' | 'indent' | 'depth' | 'fork'>;

/** How an entry stands, and what a line of ways says of it. */
type Place = EntryPlace & { readonly arrow?: Relation };
const IN_TABLE: EntryPlace = { indent: 0, depth: 0 };

/** Further from its end a note does not begin to end with ways. */
const MOST_LINES_OF_WAYS = 9;

/** What a way through menus goes on with. */
const WAY = /\s*(?:[→⇒➜]|-+>)/y;

/**
 * Gathers the entries whose subject is a link. The driver tells it of headings, labels and lines in document order; the context
 * says which of them introduced an entry.
 */
export class LinkReader {
  readonly #text: string;
  /** The text without what is not shown: an entry is read from that. */
  readonly #seen: string;
  readonly context: LinkContext;
  readonly #entries: LinkEntries;
  readonly #announced: AnnouncedLinks;
  readonly #kind: NoteKind;
  readonly #numbered = new NumberedLists();
  readonly #outer = new OuterItems<ListHeading>();
  /** The entry whose description may go on. */
  #open: LinkEntry | null = null;
  /** Line of the last item if it did not open with a link, else 0; and where its marker stands. */
  #unlinkedItem = 0;
  readonly #unlinkedMarker = { from: 0, to: 0 };
  readonly #hasSpans: boolean;
  readonly #bullets: BulletedLines;

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
    this.#kind = kind;
    this.context = new LinkContext(text, vocabulary, kind);
    this.#entries = new LinkEntries(new LineCursor(seen), top, kind, this.context, properties);
    this.#announced = new AnnouncedLinks(seen, this.context);
    this.#bullets = new BulletedLines(seen);
    this.#hasSpans = hasSpans;
  }

  /** An item of a list, whose text stands from `from` to `end`. False when it does not open with a link. */
  item(at: LinePlace, from: number, end: number, mayHoldLink: boolean): boolean {
    const { line, content, indent, depth } = at;
    this.#outer.enter(indent, depth);
    if (mayHoldLink) this.context.within(this.#outer);
    else this.#outer.add(indent, depth, line, from, end);
    if (mayHoldLink && isLastLine(at.fork()) && this.#isTrail('item', at, from, end)) return true;
    const mayBeWays = mayHoldLink && this.#seen.charCodeAt(from) !== CODE.bracketOpen;
    if (mayBeWays && this.#areWays('item', at, from, end, false)) return true;
    const found = mayHoldLink
      ? (readOpening(this.#seen, from, end) ??
        this.#announced.find(from, end, false) ??
        this.#later(from, end, indent, depth))
      : null;
    const opening = found !== null && this.#mayBeEntry(found, from) ? found : null;
    const steps = this.#numbered.at(this.#seen, content, indent, depth);
    if (steps !== null && opening === null) steps.instructs ||= instructs(this.#seen.slice(from, end), mayHoldLink);
    this.#unlinkedItem = opening === null ? line : 0;
    this.#bullets.end();
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
    this.#begin('item', at, from, opening, end, { indent, depth, steps: isStep ? steps : null });
    return true;
  }

  /** What the list that stands here is introduced as; `null` where nothing does. */
  get #introduced(): Relation | null {
    return this.context.listContext().relation;
  }

  /** Whether an arrow behind a link leads on from it, rather than to what is said of it: in a list that nothing introduces. */
  #isWay({ end }: Opening): boolean {
    return isHere(WAY, this.#seen, end) && this.#introduced === null;
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
    this.#bullets.begin();
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
    if (!plain) this.#bullets.first(from);
    if (!plain && this.#areWays('paragraph', at, from, end, false)) return true;
    if (this.#isTrail('paragraph', at, from, end)) return true;
    const opening = this.#openingOfLine(from, end, plain, plain);
    if (opening === null) return false;
    const introduced = opening.label !== '' || this.#introduced !== null;
    // The way from one day to the next is no idea.
    if (!introduced && opening.subjects.every(({ target }) => isDay(target))) return false;
    const lone = introduced ? null : { from, end: at.end, runsOn: false };
    this.#begin('paragraph', at, from, opening, end, { indent, depth, tentative: !introduced, lone });
    return true;
  }

  /** What a line opens with: a link, unless it is `plain`, or else what announces one; `null` for `onlyAnnounced` asks for no such words. */
  #openingOfLine(from: number, end: number, plain: boolean, onlyAnnounced: boolean | null): Opening | null {
    const opening =
      (plain ? null : readOpening(this.#seen, from, end)) ??
      (onlyAnnounced === null ? null : this.#announced.find(from, end, onlyAnnounced));
    return unlessProse(opening, this.#seen, end);
  }

  /** Whether a note's first line is the way down to it: its links are an entry then. */
  #isTrail(form: EntryForm, at: LinePlace, from: number, end: number): boolean {
    if (!this.#entries.isFirst(from) || this.#introduced !== null) return false;
    const trail = readTrail(this.#seen, from, end, (label) => this.context.relationOf(label) !== null);
    if (trail === null || trail.subjects.some(({ target }) => isDay(target))) return false;
    this.#begin(form, at, from, trail, end, { indent: at.indent, depth: at.depth, arrow: 'upstream' });
    return true;
  }

  /** Whether a line is of ways on from the note; those to other days are no ideas. */
  #areWays(form: EntryForm, at: LinePlace, from: number, end: number, runsOn: boolean): boolean {
    if (this.#introduced !== null) return false;
    const { indent, depth } = at;
    const lone = { from, end: at.end, runsOn };
    const all = readWays(this.#seen, from, end);
    const hasMore = all.length > 1;
    if (form === 'item' && !hasMore) return false;
    if (all[0]?.isLone === true && !this.#mayPointBehind(at)) return false;
    const ways = all.filter(({ opening }) => !opening.subjects.every(({ target }) => isDay(target)));
    for (const { from: start, relation: arrow, opening } of ways) {
      // Beside one that says where it leads the others are no links that happen to stand there.
      const place = { indent, depth, arrow, tentative: !hasMore, lone };
      this.#beginOne(form, at, start, opening, opening.end, place, hasMore ? 'inner' : form);
    }
    return ways.length > 0;
  }

  /** Whether an arrow behind a link may lead on from the note: in lines that it begins or ends with. */
  #mayPointBehind(at: LinePlace): boolean {
    const { line, content } = at;
    if (this.#entries.isFirst(content) || (this.#open?.line === line - 1 && this.#open.origin === 'line')) return true;
    const below = at.fork();
    for (let lines = 0; lines < MOST_LINES_OF_WAYS; lines++) {
      if (!below.next()) return !this.#entries.isHeaded(content);
      if (below.content < below.end && readWays(this.#seen, below.content, below.end).length === 0) return false;
    }
    return false;
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
    const isIntroduced = this.#introduced !== null;
    const afterItem = this.#unlinkedItem !== 0 && isIntroduced;
    const isBulleted = !plain && this.#bullets.takes(at);
    // Written as the entry above it is: a link, and what is said of it.
    const isLike =
      open?.form === 'paragraph' &&
      isIntroduced &&
      this.#seen.startsWith('[[', from) &&
      followOf(this.#seen, readLink(this.#seen, from, end)?.end ?? end, end) === 'separator';
    const isLast = open === null && !isIntroduced && endsSection(at.fork());
    const mayBeLabel = plain || opensLabel(this.#seen, from) || (open === null ? isLast : open.origin === 'label');
    if (!mayBeLabel && !afterBareLink && !afterItem && !isBulleted && !isLike && !isLast) return false;
    if (!plain && (afterBareLink || isLast) && this.#areWays('paragraph', at, from, end, !afterBareLink)) return true;
    const opening = this.#openingOfLine(from, end, plain, mayBeLabel ? true : null);
    if (opening === null) return false;
    const isLabelled = opening.label !== '';
    const isLone = isLast && !isLabelled && !afterItem && !isBulleted;
    const form = isLabelled || afterBareLink || isBulleted || isLike || isLone ? 'paragraph' : 'item';
    const isBelowItem = this.#unlinkedItem === line - 1 && this.#unlinkedItem !== 0;
    const isOwn = isBulleted || isLike || this.#entries.lastLine === line - 1;
    const written = isBelowItem ? 'item' : isOwn ? 'paragraph' : 'inner';
    const tentative = !isLabelled && (open?.tentative ?? (isLone || (isBulleted && !isIntroduced)));
    const lone = isLone && tentative ? { from, end: at.end, runsOn: true } : null;
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
    this.#bullets.end();
    const written = links === 1 && fields.length === 1 ? form : 'inner';
    for (const one of found) this.#addField(one.field, one.links, at, from, written);
    return true;
  }

  /** The fields in brackets in the middle of a line; those in a row are told of before the entries of its table. */
  bracketedFields(at: LinePlace, from: number, isRow = false): void {
    this.#entries.hasRowFields ||= isRow;
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
    if (isEntry) {
      this.#begin('heading', at, from, opening, end, at);
      return true;
    }
    this.context.heading(at.line, level, from, end);
    // `## Parent: [[Idea]]` names a list, too.
    const labelled = opening === null && mayHoldLink ? this.#announced.labelled(from, end, true) : null;
    if (labelled !== null) this.#begin('paragraph', at, from, labelled, end, at, 'inner');
    this.close();
    return false;
  }

  /** The title of a callout, whose type names a relation: `> [!up] [[Idea]]`. */
  title(at: LinePlace, from: number): void {
    const end = shownEnd(this.#seen, from, at.end);
    const opening = this.#openingOfLine(from, end, false, null);
    if (opening !== null) this.#beginOne('paragraph', at, from, opening, end, at, 'inner');
    this.close();
  }

  /** `[^id]: …`; `from` is behind the colon. */
  footnote(at: LinePlace, from: number, mayHoldLink: boolean, hasWikilink: boolean): void {
    const { end } = at;
    this.close();
    if (!mayHoldLink) return;
    const opening =
      readOpening(this.#seen, from, end) ?? (hasWikilink ? readLaterOpening(this.#seen, from, end, true) : null);
    if (opening !== null) this.#begin('footnote', at, from, opening, end, at);
  }

  /** A table, which may list links; `places` says where its rows stand, if that is asked for. */
  table(table: Table, places: readonly RowPlace[]): void {
    this.close();
    this.#endItems();
    for (const row of readLinkTable(this.#text, table, places, this.context)) this.#entries.add(row, IN_TABLE);
  }

  /** Whether an entry is being read. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Whether nothing but links has come since words that say nothing of them. */
  get isTentative(): boolean {
    return this.#open?.tentative === true;
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
    const isNext = open.form === 'paragraph' && this.#bullets.isNext(from);
    const isPart =
      open.depth === depth &&
      !isNext &&
      !(open.origin === 'label' && opensLabel(this.#seen, from)) &&
      (!open.closed || (open.form === 'item' && indent >= Math.min(open.indent, 2) && indent > 0));
    if (isPart) {
      const text = this.#textOf(from, end);
      if (text !== '') open.raw += open.raw === '' ? text : ` ${text}`;
      open.spans?.line(open.raw.length - text.length, skipSpace(this.#seen, from, end), end);
    } else this.close();
    return isPart;
  }

  /** The links that were found, once the text is at its end. */
  finish(): LinkReading {
    return this.#entries.finish();
  }

  /** The links of a field: of one whose name says nothing, where it begins with them. */
  #readField({ name, value }: InlineField): readonly FieldLinks[] {
    return readFieldLinks(this.#seen, value, this.context.relationOf(name) !== null);
  }

  #addField(
    field: InlineField,
    links: readonly FieldLinks[],
    at: LinePlace,
    from: number,
    written: 'item' | 'paragraph' | 'inner',
  ): void {
    const { name } = field;
    const { line } = at;
    const above = this.#introduced;
    const relation = this.context.relationOf(name) ?? above ?? 'related';
    const listContext = new ListContext(relation, name, [], null);
    const form = written === 'item' ? 'item' : 'paragraph';
    for (const one of links) {
      const { opening, end } = one;
      const spans = this.#hasSpans ? fieldSpans(this.#seen, field, one, written, at, from) : null;
      const raw = this.#textOf(opening.end, end);
      this.#entries.add({ line, form, origin: 'field', opening, listContext, raw, spans }, at);
    }
  }

  /** A link behind words, in an item that is itself part of no entry, where links with a direction are what is listed. */
  #later(from: number, end: number, indent: number, depth: number): Opening | null {
    const open = this.#open;
    const isPart = open?.form === 'item' && open.depth === depth && indent > open.indent;
    return !isPart && isDirected(this.#introduced) ? readLaterOpening(this.#seen, from, end, false) : null;
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
      const next = this.#announced.next(last, end);
      if (next === null) break;
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
    const above = this.context.listContext(opening.label);
    const mayPoint = above.relation === null && (form === 'item' || form === 'paragraph');
    const pointed = mayPoint ? arrowIn(this.#seen.slice(from, opening.subjects[0]?.from)) : null;
    const arrow = place.arrow ?? pointed;
    const listContext = arrow === null ? above : new ListContext(arrow, above.title, [], null);
    const isLabelled = opening.label !== '' && this.#announced.announces(opening.label);
    const alone = arrow === null || form === 'item' ? 'list' : 'line';
    const origin = isLabelled ? 'label' : form === 'heading' ? 'heading' : alone;
    const where = place.tentative && arrow !== null && arrow !== 'related' ? { ...place, tentative: false } : place;
    const raw = opening.before + this.#textOf(opening.end, end);
    let spans: EntrySpans | null = null;
    if (this.#hasSpans) {
      // An item may have its link on its second line.
      const isBelow = written === 'item' && (form !== 'item' || content === from);
      const marker = isBelow ? { ...this.#unlinkedMarker } : markerSpan(this.#text, written, content, from);
      const introducer = listContext.place ?? labelSpan(this.#text, from, opening);
      spans = lineSpans(this.#seen, opening, { form: written, marker, introducer }, from, end, lineEnd);
    }
    this.#open = this.#entries.add({ line, form, origin, opening, listContext, raw, spans }, where);
  }

  /** `- [[Idea]]` with its text in an item below it. */
  #nestedDescription({ indent, depth, end: lineEnd }: LinePlace, from: number, end: number): void {
    const open = this.#open;
    if (open?.form === 'item' && open.depth === depth && indent > open.indent && isBare(open)) {
      open.spans?.line(open.raw.length + 1, skipSpace(this.#seen, from, end), lineEnd);
      open.raw += ` ${this.#textOf(from, end)}`;
    } else this.close();
  }

  /** A part of a line without white space, or what is not shown, around it: no backslash at its end, either, which breaks the line. */
  #textOf(from: number, end: number): string {
    const start = skipSpace(this.#seen, from, end);
    const text = this.#text.slice(start, shownEnd(this.#seen, start, end));
    return text.endsWith('\\') ? text.slice(0, -1) : text;
  }
}

/** Whether no line runs on right below. */
const isLastLine = (below: LineCursor): boolean => !below.next() || below.content >= below.end;
