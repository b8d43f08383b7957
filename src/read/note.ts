import { BlockCursor } from '../markdown/block-cursor';
import { isBoldLabel, isLetter, opensStep } from '../markdown/line-kinds';
import { findFrontmatter } from '../markdown/frontmatter';
import { CODE, type LineCursor } from '../markdown/lines';
import { ForwardSearch } from '../markdown/forward-search';
import type { IdeaLink, Note, PlacedNote } from '../model/note';
import { atOnce, type Work } from '../model/work';
import { NO_FIELDS, scanFields } from '../markdown/frontmatter-scan';
import { isHere } from '../text/here';
import { lazily } from '../text/lazily';
import { FootnoteReader } from './footnotes';
import type { RowPlace } from './row-spans';
import { opensLinks } from './label-lines';
import { LinkReader } from './idea-links';
import type { LinkReading } from './link-entries';
import { plainText } from '../markdown/plain-text';
import { shownEnd, withoutComments } from '../markdown/unseen';
import { NoteKind } from './note-kind';
import { ideaProblems, stepProblems } from './problems';
import { readProperties } from './property-links';
import { LETTERED } from './subject';
import { StepReader, type StepReading } from './steps';
import { TableReader } from './tables';
import { TierListReader } from './tier-lists';
import { TurnReader } from './turns';
import { BUILT_IN, type Vocabulary } from './vocabulary';

/**
 * Reads one note's text. Total: any string gives a note, nothing throws. Time is linear in the text's length.
 *
 * @param path Where the note stands, `''` where that is not known: its name tells a map of content, and links to its own headings.
 */
export function readNote(text: string, vocabulary: Vocabulary = BUILT_IN, path = ''): Note {
  return new NoteReader(text, vocabulary, 'note', path).read();
}

/** The same, and where the parts of its entries and its footnotes stand: for who writes into its lists. */
export function readPlacedNote(text: string, vocabulary: Vocabulary = BUILT_IN, path = ''): PlacedNote {
  return new NoteReader(text, vocabulary, 'places', path).readPlaces();
}

/** How much of a note is asked for. */
type Wanted = 'links' | 'note' | 'places';

/**
 * The idea links and Markdown links that `readNote` finds, by line. An index of a vault needs no more, and this takes less: tables
 * are not looked at for tiers, nor anything for problems.
 */
export function readLinks(text: string, vocabulary: Vocabulary = BUILT_IN, path = ''): readonly IdeaLink[] {
  return new NoteReader(text, vocabulary, 'links', path).readLinks();
}

/** What an index of a vault keeps of a note: as `readLinks`, and how many words step 3 of its own set has; 0 where it has none. */
interface Indexed {
  readonly links: readonly IdeaLink[];
  readonly expansion: number;
}

/** Reads that of a note which may be huge, some lines at a time. */
export function readIndexed(text: string, vocabulary: Vocabulary, path: string): Work<Indexed> {
  return new NoteReader(text, vocabulary, 'links', path).readIndexed();
}

const isSpace = (code: number): boolean => code === CODE.space || code === CODE.tab || code === CODE.noBreakSpace;

/** Emoji and the signs of lists and frames begin here: a line that opens with one acts as a heading. */
const FIRST_SIGN = 0x2100;

/** So many characters are read before others are asked. */
const CHARACTERS_AT_ONCE = 20_000;

/** Longer lines are sentences, whatever they end in. */
const LONGEST_LABEL = 300;
/** A longer line in no bold and without a colon is no name of a list. */
const LONGEST_NAME = 40;
/** A longer item is no rung over others. */
const SHORT_ITEM = 24;

/**
 * One pass over the lines, whose kinds the cursor tells; prose is passed over but for its first character and, for lead sentences,
 * its last. The readers of tables, links, steps, turns and footnotes are told of what concerns them, in document order.
 */
class NoteReader {
  readonly #text: string;
  /** The text, blanks in place of comments within its lines. */
  readonly #seen: string;
  readonly #block: BlockCursor;
  readonly #at: LineCursor;
  readonly #tables: TableReader;
  /** `null` where tiers are not asked for. */
  readonly #tierLists: TierListReader | null;
  readonly #links: LinkReader;
  readonly #steps: StepReader;
  readonly #turns: TurnReader;
  readonly #footnotes: FootnoteReader;
  readonly #brackets: ForwardSearch;
  readonly #markdownLinks: ForwardSearch;
  /** The last line with a bracket, with `[[`, and with another that may open a link. */
  #signLine = 0;
  #wikilinkLine = 0;
  #bracketLine = 0;
  #depth = 0;
  #tableMayHoldLinks = false;
  readonly #hasSpans: boolean;
  /** Where the rows of the open table stand, if that is asked for. */
  #rows: RowPlace[] = [];
  #captionFrom = 0;
  #captionEnd = 0;
  /** The heading above as plain text, once a table asked for it: many may stand below one heading. */
  #caption: string | null = null;

  constructor(text: string, vocabulary: Vocabulary, wanted: Wanted, path: string) {
    this.#text = text;
    this.#block = new BlockCursor(text);
    this.#at = this.#block.at;
    this.#tables = new TableReader(text, wanted === 'links');
    this.#tierLists = wanted === 'links' ? null : new TierListReader(text);
    this.#seen = withoutComments(text);
    const front = findFrontmatter(text);
    const fields = lazily(() => (front === null ? NO_FIELDS : scanFields(text, front.from, front.to, 2)));
    const kind = new NoteKind(text, path, vocabulary, fields);
    const properties = front === null ? [] : readProperties(text, front, fields, vocabulary, wanted === 'places');
    const top = front?.offset ?? 0;
    this.#links = new LinkReader(text, this.#seen, vocabulary, kind, wanted === 'places', top, properties);
    this.#hasSpans = wanted === 'places';
    this.#steps = new StepReader(text, vocabulary);
    this.#turns = new TurnReader(text);
    this.#footnotes = new FootnoteReader(text);
    this.#brackets = new ForwardSearch(text, '[');
    this.#markdownLinks = new ForwardSearch(text, '](');
  }

  readLinks(): readonly IdeaLink[] {
    atOnce(this.#readLines());
    return this.#linksAndSections().links;
  }

  *readIndexed(): Work<Indexed> {
    yield* this.#readLines();
    const { links, sections } = this.#linksAndSections();
    const { steps, ownSet } = this.#stepsAbove(sections, links);
    return { links, expansion: steps.find(({ set, step }) => set === ownSet && step === 3)?.words ?? 0 };
  }

  #linksAndSections(): { readonly links: readonly IdeaLink[]; readonly sections: LinkReading['sections'] } {
    const { ideaLinks, markdownLinks, sections } = this.#links.finish();
    return { links: [...ideaLinks, ...markdownLinks].sort((a, b) => a.line - b.line), sections };
  }

  #stepsAbove(sections: LinkReading['sections'], links: readonly IdeaLink[]): StepReading {
    // As if the text ended in one more line break.
    return this.#steps.finish(sections, links, { line: this.#at.line + 1, offset: this.#text.length + 1 });
  }

  read(): Note {
    atOnce(this.#readLines());
    return this.#noteOf(this.#links.finish());
  }

  readPlaces(): PlacedNote {
    atOnce(this.#readLines());
    const links = this.#links.finish();
    const [footnotes, citations] = [this.#footnotes.footnotes(), this.#footnotes.citations()];
    return { ...this.#noteOf(links), entries: links.entries, footnotes, citations };
  }

  #noteOf({ ideaLinks, markdownLinks, sections }: LinkReading): Note {
    const { line } = this.#at;
    const { steps, ownSet, rawText } = this.#stepsAbove(sections, [...ideaLinks, ...markdownLinks]);
    const { problems: tableProblems } = this.#tables;
    const tables = this.#tables.finish();
    const problems = stepProblems(steps, (step) => this.#steps.languageOf(step)).concat(
      ideaProblems(ideaLinks),
      tableProblems,
      this.#footnotes.finish(),
    );
    problems.sort((a, b) => a.line - b.line);
    const tierLists = this.#tierLists?.finish() ?? [];
    const turns = this.#turns.finish();
    return { lineCount: line, ideaLinks, markdownLinks, tables, tierLists, steps, ownSet, rawText, turns, problems };
  }

  *#readLines(): Work<void> {
    let pause = CHARACTERS_AT_ONCE;
    while (this.#block.next()) {
      this.#readLine();
      if (this.#at.end < pause) continue;
      pause = this.#at.end + CHARACTERS_AT_ONCE;
      yield;
    }
    this.#closeTable();
  }

  #readLine(): void {
    const { kind, opens } = this.#block;
    if (this.#hasSpans) {
      this.#footnotes.goOn(this.#at, kind);
      if (kind === 'comment') this.#readComment();
    }
    const isPassedOver = kind === 'code' || kind === 'comment' || kind === 'formula' || kind === 'html';
    if (kind === 'html') this.#html();
    if (isPassedOver && !opens) return;
    const { content, end, depth } = this.#at;
    if (depth !== this.#depth) this.#changeDepth();
    if (kind !== 'row' && this.#tables.isOpen) this.#closeTable();
    if (kind === 'blank') {
      this.#links.blank();
      return;
    }
    if (isPassedOver || kind === 'rule') {
      // Another block begins: no entry runs on.
      this.#links.close();
      return;
    }
    if (this.#brackets.next(content) < end) this.#readBrackets();
    switch (kind) {
      case 'row':
        this.#row();
        break;
      case 'text':
        this.#prose();
        break;
      case 'heading':
        this.#heading();
        break;
      case 'item':
        this.#item();
        break;
      case 'definition':
        this.#definition();
        break;
      case 'callout':
        this.#callout();
        break;
      case 'delimiter':
        this.#table();
        break;
      case 'underline':
    }
  }

  /** A line of running text: part of the entry above, an entry of its own, a label, or nothing that concerns us. */
  #prose(): void {
    const links = this.#links;
    const { line, content } = this.#at;
    const code = this.#text.charCodeAt(content);
    const plain = isLetter(code);
    if (this.#block.opens) links.opens();
    if (code === CODE.star) this.#tierLists?.labelled(this.#at, content);
    // Most lines hold no link, and stand below no entry.
    if (this.#signLine !== line && !links.isOpen) {
      this.#labelOrLead(code, plain);
      return;
    }
    // Letters may still be a label before links.
    const hasColons = this.#mayBeField(content);
    if (hasColons && links.field(this.#at, content, 'paragraph')) return;
    const mayHoldLink = this.#mayHoldLink();
    if (mayHoldLink && code !== CODE.star) this.#tierLists?.labelled(this.#at, content);
    // Below a label a paragraph begins.
    const opens = this.#block.opens || (!links.isOpen && links.context.isBelowLabel(line));
    const isWord = plain && !(mayHoldLink && isHere(LETTERED, this.#seen, content));
    const isEntry = mayHoldLink && (opens ? links.paragraph(this.#at, isWord) : links.nextLine(this.#at, isWord));
    if (!isEntry && this.#isLabelBelow(code, plain)) links.close();
    if (!isEntry && !links.continues(this.#at)) this.#labelOrLead(code, plain);
    else this.#tierLists?.prose(this.#at);
    if (hasColons) links.bracketedFields(this.#at, content);
  }

  /** Whether a label stands right below an entry, to which it would else belong: in bold or italics, or with a colon. */
  #isLabelBelow(code: number, plain: boolean): boolean {
    const { content, end, indent } = this.#at;
    const links = this.#links;
    if (this.#block.opens || indent > 1 || !links.isOpen || end - content > LONGEST_LABEL) return false;
    const stop = shownEnd(this.#seen, content, end);
    const last = this.#seen.charCodeAt(stop - 1);
    const isBold = !plain && isBoldLabel(this.#seen, content, stop);
    // Nobody says of a link that stands alone what it is in nothing but bold words.
    if (isBold && links.isTentative) return true;
    return (last === CODE.colon || isBold || (!plain && last === code)) && links.context.isLabel(content, stop);
  }

  /** A line that acts as a heading: bold or emoji throughout, or a sentence that ends in a colon. */
  #labelOrLead(code: number, plain: boolean): void {
    const { line, content, end, depth } = this.#at;
    const stop = shownEnd(this.#seen, content, end);
    if (stop - content > LONGEST_LABEL) {
      this.#tierLists?.prose(this.#at);
      return;
    }
    const last = this.#seen.charCodeAt(stop - 1);
    // Most lines begin with a letter of a sentence.
    if (plain && last !== CODE.colon && !(this.#block.opens && opensStep(code))) {
      this.#words(stop);
      return;
    }
    const isBold = !plain && (isBoldLabel(this.#seen, content, stop) || this.#isHtmlLabel(content, stop));
    const isPlain = !isBold && code < FIRST_SIGN;
    if ((isPlain ? this.#block.opens && (!plain || opensStep(code)) : true) && this.#steps.mayOpen(content, stop)) {
      const isCalled = this.#turns.calloutType !== '';
      this.#steps.opening({
        line,
        headEnd: line,
        depth,
        level: 0,
        isCalled,
        isPlain,
        content,
        from: content,
        end: stop,
        textFrom: end,
      });
    }
    if (isBold) {
      this.#links.context.label(line, content, stop);
      this.#tierLists?.label(line, content, stop);
      return;
    }
    if (last === CODE.colon) this.#tierLists?.lead(line, content, stop);
    if (plain && last !== CODE.colon) {
      this.#words(stop);
      return;
    }
    this.#tierLists?.prose(this.#at);
    if (this.#block.opens) this.#links.context.prose();
    if (
      last === CODE.colon ||
      ((code === CODE.star || code === CODE.underscore) && last === code) ||
      (last === CODE.star && this.#seen.slice(Math.max(content, stop - 3), stop).includes(':'))
    ) {
      this.#links.context.lead(line, content, stop);
    }
  }

  /** A line of HTML, which may call what is below it: `<summary>Upstream ideas</summary>`. */
  #html(): void {
    const { line, content, end } = this.#at;
    const text = this.#text.slice(content, end);
    const from = content + (/^<details[^>]*>/i.exec(text)?.[0].length ?? 0);
    const { context } = this.#links;
    // As a heading does, these end what introduces links.
    const ends = /<(summary|h\d)/i.test(text) && context.listContext().relation !== null;
    if (ends || this.#isHtmlLabel(from, end)) context.label(line, from, end);
  }

  #isHtmlLabel(from: number, end: number): boolean {
    const isTag = this.#text.charCodeAt(from) === CODE.less && end - from <= LONGEST_LABEL;
    return isTag && this.#links.context.isLabel(from, end);
  }

  /** Words without a sign; so few of them right over a list of links may be what it is called. */
  #words(stop: number): void {
    const { line, content, end } = this.#at;
    this.#tierLists?.prose(this.#at);
    if (!this.#block.opens) return;
    const { context } = this.#links;
    context.prose();
    const isName = stop - content <= LONGEST_NAME && opensLinks(this.#seen, end);
    if (isName && context.isLabel(content, stop)) context.plainLabel(line, content, stop);
  }

  /** Numbers of footnotes count in comments, too. */
  #readComment(): void {
    const { content, end } = this.#at;
    for (let at = this.#brackets.next(content); at < end; at = this.#brackets.next(at + 1)) {
      this.#footnotes.citation(this.#at, at, true);
    }
  }

  #readBrackets(): void {
    const { line, content, end } = this.#at;
    const mayDefine = this.#block.kind !== 'row';
    this.#signLine = line;
    for (let at = this.#brackets.next(content); at < end; at = this.#brackets.next(at + 2)) {
      const sign = this.#text.charCodeAt(at + 1);
      if (sign === CODE.bracketOpen) {
        this.#wikilinkLine = line;
        if (this.#hasSpans && this.#text.charCodeAt(at + 2) === CODE.caret)
          this.#footnotes.citation(this.#at, at + 1, false);
      } else if (sign === CODE.caret) {
        this.#footnotes.reference(line, content, at);
        if (this.#hasSpans) this.#footnotes.citation(this.#at, at, mayDefine);
      } else {
        this.#bracketLine = line;
        if (this.#hasSpans && isSpace(sign)) this.#footnotes.citation(this.#at, at, mayDefine);
      }
    }
  }

  #mayHoldLink(): boolean {
    const { line, content, end } = this.#at;
    return this.#wikilinkLine === line || (this.#bracketLine === line && this.#markdownLinks.next(content) < end);
  }

  /** Whether the line holds a field that matters: one with links, or below an entry, which it ends. */
  #mayBeField(from: number): boolean {
    const { line, end } = this.#at;
    return (this.#signLine === line || this.#links.isOpen) && this.#text.slice(from, end).includes('::');
  }

  #heading(): void {
    const { line, content, end, depth } = this.#at;
    const { level, from, headEnd } = this.#block;
    const to = shownEnd(this.#seen, from, this.#block.to);
    this.#captionFrom = from;
    this.#captionEnd = to;
    this.#caption = null;
    this.#turns.heading(line, level, from, to, { from: content, to: headEnd });
    this.#tierLists?.heading(line, level, from, to);
    const isEntry = this.#links.heading(this.#at, level, from, to, this.#mayHoldLink());
    const mayOpen = !isEntry && this.#steps.mayOpen(from, to);
    if (isEntry || !(mayOpen || this.#steps.hasBegun)) return;
    const last = line + Number(headEnd > end);
    const isCalled = this.#turns.calloutType !== '';
    const isPlain = false;
    const heading = { line, headEnd: last, depth, level, isCalled, isPlain, content, from, end: to, textFrom: headEnd };
    if (mayOpen) this.#steps.opening(heading);
    else this.#steps.inner(heading);
  }

  #item(): void {
    const { line, end } = this.#at;
    const { from } = this.#block;
    const stop = shownEnd(this.#seen, from, end);
    const mayHoldLink = this.#mayHoldLink();
    const last = this.#seen.charCodeAt(stop - 1);
    const mayBeLabel = stop > from && stop - from <= LONGEST_LABEL && (last === CODE.colon || last === CODE.star);
    if (mayHoldLink) this.#tierLists?.labelled(this.#at, from);
    else if (mayBeLabel) this.#tierLists?.lead(line, from, stop);
    else {
      if (this.#seen.charCodeAt(from) === CODE.star) this.#tierLists?.labelled(this.#at, from);
      if (stop - from <= SHORT_ITEM) this.#tierLists?.shortItem(this.#at, from, stop);
    }
    this.#tierLists?.item(this.#at, from, stop);
    const hasColons = this.#mayBeField(from);
    if (hasColons && this.#links.field(this.#at, from, 'item')) return;
    const isEntry = this.#links.item(this.#at, from, stop, mayHoldLink);
    if (hasColons) this.#links.bracketedFields(this.#at, from);
    if (!isEntry && mayBeLabel) this.#links.context.itemLabel(line, from, stop);
  }

  #definition(): void {
    const { line, end } = this.#at;
    const { head } = this.#block;
    if (head === null) throw new Error(`line ${line} defines nothing`);
    this.#links.footnote(this.#at, head.from, this.#mayHoldLink(), this.#wikilinkLine === line);
    if (this.#hasSpans) this.#footnotes.begin(this.#at, head);
    if (head.isFootnote) this.#footnotes.definition(line, head.id, head.from, end);
  }

  #callout(): void {
    const { line, content, end, depth } = this.#at;
    const { from, callout } = this.#block;
    this.#turns.callout(line, callout, depth, { from: content, to: end });
    const { context } = this.#links;
    context.callout(depth);
    this.#tierLists?.callout(line, from, shownEnd(this.#seen, from, end));
    this.#links.close();
    // A message has a head, no title.
    if (from < end && !this.#turns.calloutType.startsWith('nexus_')) context.label(line, from, end);
    if (context.relationOf(callout) === null || context.listContext().relation !== null) return;
    const at = this.#text.indexOf('[!', content) + 2;
    context.label(line, at, at + callout.length);
    if (this.#mayHoldLink()) this.#links.title(this.#at, from);
  }

  #changeDepth(): void {
    const { line, start, depth } = this.#at;
    this.#closeTable();
    this.#tierLists?.changeDepth();
    if (depth < this.#depth) {
      this.#steps.leave(depth, line, start);
      this.#links.context.enter(depth);
      this.#turns.leave(depth, start);
    }
    this.#links.close();
    this.#depth = depth;
  }

  #table(): void {
    const { header, align } = this.#block;
    const caption = (this.#caption ??= plainText(this.#text.slice(this.#captionFrom, this.#captionEnd)));
    const { content, end } = this.#at;
    this.#tables.begin(header, { from: content, to: end }, align, caption, this.#turns.calloutType);
    this.#links.close();
  }

  #row(): void {
    const { line, content, end } = this.#at;
    this.#tables.row(line, content, end);
    if (this.#hasSpans) this.#rows.push({ content, end });
    this.#tableMayHoldLinks ||= this.#mayHoldLink();
    if (this.#mayBeField(content)) this.#links.bracketedFields(this.#at, content, true);
  }

  #closeTable(): void {
    const table = this.#tables.close();
    if (table !== null && this.#tableMayHoldLinks) this.#links.table(table, this.#rows);
    this.#tableMayHoldLinks = false;
    if (this.#rows.length > 0) this.#rows = [];
  }
}
