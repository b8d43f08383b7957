import type { IdeaLink, Note } from '../model/note';
import { CodeBlocks } from '../markdown/code-blocks';
import { frontmatterEnd } from '../markdown/frontmatter';
import { FootnoteReader } from './footnotes';
import { LinkReader } from './idea-links';
import {
  definitionHead,
  headingLine,
  isBoldLabel,
  isLetter,
  isRule,
  itemText,
  opensStep,
  startsBlock,
} from '../markdown/line-kinds';
import { CODE, LineCursor, trimEnd } from '../markdown/lines';
import { LookAhead } from '../markdown/look-ahead';
import { plainText } from './plain';
import { ideaProblems, stepProblems } from './problems';
import { StepReader } from './steps';
import { readDelimiterRow, TableReader } from './tables';
import { TurnReader } from './turns';
import { BUILT_IN, type Vocabulary } from './vocabulary';

/** Reads one note's text. Total: any string gives a note, nothing throws. Time is linear in the text's length. */
export function readNote(text: string, vocabulary: Vocabulary = BUILT_IN): Note {
  return new NoteReader(text, vocabulary).read();
}

/**
 * The idea links and Markdown links that `readNote` finds, by line. An index of a vault needs no more, and this takes less: tables
 * are not looked at for tiers, nor anything for problems.
 */
export function readLinks(text: string, vocabulary: Vocabulary = BUILT_IN): readonly IdeaLink[] {
  return new NoteReader(text, vocabulary, { linksAlone: true }).readLinks();
}

/** Longer lines are sentences, whatever they end in. */
const LONGEST_LABEL = 300;

/**
 * One pass over the lines. What a line can be is told by its first character and, for lead sentences, its last; prose is passed
 * over. The readers of tables, links, steps, turns and footnotes are told of what concerns them, in document order.
 */
class NoteReader {
  readonly #text: string;
  readonly #cursor: LineCursor;
  readonly #code: CodeBlocks;
  readonly #tables: TableReader;
  readonly #links: LinkReader;
  readonly #steps: StepReader;
  readonly #turns: TurnReader;
  readonly #footnotes: FootnoteReader;
  readonly #brackets: LookAhead;
  readonly #markdownLinks: LookAhead;
  /** The last line with `[[`, and the last with another bracket that may open a link. */
  #wikilinkLine = 0;
  #bracketLine = 0;
  /** The last line of a paragraph or an item: the header of a table is only known by the line below it. */
  readonly #above = { line: 0, from: 0, end: 0 };
  /** Whether the line above is such a line, so that this one may run on. */
  #inParagraph = false;
  /** Whether it stands further left than the item that it belongs to. */
  #lazy = false;
  #depth = 0;
  /** Where the text of the list item begins that the line belongs to, else 0: lines further left only run on lazily. */
  #column = 0;
  #tableMayHoldLinks = false;
  #captionFrom = 0;
  #captionEnd = 0;
  /** The heading above as plain text, once a table asked for it: many may stand below one heading. */
  #caption: string | null = null;

  constructor(text: string, vocabulary: Vocabulary, { linksAlone = false } = {}) {
    this.#text = text;
    const front = frontmatterEnd(text);
    this.#cursor = new LineCursor(text, front.offset, front.line);
    this.#code = new CodeBlocks(text);
    this.#tables = new TableReader(text, linksAlone);
    this.#links = new LinkReader(text, vocabulary);
    this.#steps = new StepReader(text, vocabulary);
    this.#turns = new TurnReader(text);
    this.#footnotes = new FootnoteReader(text);
    this.#brackets = new LookAhead(text, '[');
    this.#markdownLinks = new LookAhead(text, '](');
  }

  readLinks(): readonly IdeaLink[] {
    this.#readLines();
    const { ideaLinks, markdownLinks } = this.#links.finish();
    return [...ideaLinks, ...markdownLinks].sort((a, b) => a.line - b.line);
  }

  read(): Note {
    this.#readLines();
    const cursor = this.#cursor;
    const { ideaLinks, markdownLinks, sections } = this.#links.finish();
    // As if the text ended in one more line break.
    const steps = this.#steps.finish(sections, { line: cursor.line + 1, offset: this.#text.length + 1 });
    const { tables, problems: tableProblems } = this.#tables;
    const problems = [
      ...stepProblems(steps),
      ...ideaProblems(ideaLinks),
      ...tableProblems,
      ...this.#footnotes.finish(),
    ].sort((a, b) => a.line - b.line);
    return { lineCount: cursor.line, ideaLinks, markdownLinks, tables, steps, turns: this.#turns.turns, problems };
  }

  #readLines(): void {
    while (this.#cursor.next()) this.#readLine();
    this.#closeTable();
  }

  #readLine(): void {
    const { start, content, end, depth } = this.#cursor;
    const role = this.#code.step(start, end);
    const isBlock = role !== 'text' && role !== 'indented';
    if (isBlock && !this.#code.opens) return;
    if (depth !== this.#depth) this.#changeDepth();
    if (isBlock) {
      this.#closeTable();
      this.#inParagraph = false;
      this.#interrupt();
      return;
    }
    if (this.#brackets.next(content) < end) this.#readBrackets();
    if (this.#tables.isOpen && this.#continueTable()) return;
    if (content === end) {
      this.#links.blank();
      this.#inParagraph = false;
      return;
    }
    if (role === 'indented' || this.#block()) this.#inParagraph = false;
  }

  /** Reads the line as what its first character makes it. True when it is a block of its own, on which no text runs on. */
  #block(): boolean {
    const { content } = this.#cursor;
    const code = this.#text.charCodeAt(content);
    switch (code) {
      case CODE.hash:
        if (this.#heading()) return true;
        break;
      case CODE.pipe:
      case CODE.colon:
        if (this.#table()) return true;
        break;
      case CODE.dash:
      case CODE.star:
      case CODE.plus:
      case CODE.underscore:
        if (code === CODE.dash && this.#table()) return true;
        if (isRule(this.#text, content, this.#cursor.end)) return this.#interrupt();
        return code === CODE.underscore ? this.#prose(code) : this.#itemOrProse(code);
      case CODE.bracketOpen:
        if (this.#callout() || this.#definition()) return true;
        break;
      default:
        if (code >= CODE.zero && code <= CODE.nine) return this.#itemOrProse(code);
    }
    return this.#prose(code);
  }

  /** Another block begins: no entry runs on. */
  #interrupt(): true {
    this.#links.close();
    return true;
  }

  /** A line of running text: part of the entry above, an entry of its own, a label, or nothing that concerns us. */
  #prose(code: number): false {
    const { line, content, end, indent, depth } = this.#cursor;
    const links = this.#links;
    const plain = isLetter(code);
    const startsParagraph = !this.#inParagraph;
    if (startsParagraph) this.#column = 0;
    // Letters may still be a label before links.
    const isEntry =
      this.#mayHoldLink() &&
      (startsParagraph
        ? links.paragraph(line, content, end, indent, depth, plain)
        : links.nextLine(line, content, end, indent, depth, plain));
    if (!isEntry && !links.continues(content, end, indent, depth)) this.#labelOrLead(code, plain);
    this.#runOn(content);
    return false;
  }

  /** A line that acts as a heading: bold or emoji throughout, or a sentence that ends in a colon. */
  #labelOrLead(code: number, plain: boolean): void {
    const { line, content, end, depth } = this.#cursor;
    const stop = trimEnd(this.#text, content, end);
    if (stop - content > LONGEST_LABEL) return;
    const last = this.#text.charCodeAt(stop - 1);
    if (!plain || opensStep(code)) this.#steps.heading(line, content, stop, depth, end, false);
    if (plain && last !== CODE.colon) return;
    if (!plain && isBoldLabel(this.#text, content, stop)) this.#links.context.label(line, content, stop);
    else if (
      last === CODE.colon ||
      (last === CODE.star && this.#text.slice(Math.max(content, stop - 3), stop).includes(':'))
    ) {
      this.#links.context.lead(line, content, stop);
    }
  }

  #readBrackets(): void {
    const { line, content, end } = this.#cursor;
    for (let at = this.#brackets.next(content); at < end; at = this.#brackets.next(at + 2)) {
      const sign = this.#text.charCodeAt(at + 1);
      if (sign === CODE.bracketOpen) this.#wikilinkLine = line;
      else if (sign === CODE.caret) this.#footnotes.reference(line, content, at);
      else this.#bracketLine = line;
    }
  }

  #mayHoldLink(): boolean {
    const { line, content, end } = this.#cursor;
    return this.#wikilinkLine === line || (this.#bracketLine === line && this.#markdownLinks.next(content) < end);
  }

  #heading(): boolean {
    const { line, end, depth } = this.#cursor;
    const heading = headingLine(this.#text, this.#cursor);
    if (heading === null) return false;
    const { level, from } = heading;
    this.#captionFrom = from;
    this.#captionEnd = heading.end;
    this.#caption = null;
    this.#turns.heading(line, level, from, heading.end);
    const isEntry = this.#links.heading(line, level, from, heading.end, depth, this.#mayHoldLink());
    if (!isEntry) this.#steps.heading(line, from, heading.end, depth, end, true);
    return true;
  }

  /** A list item, unless what looks like its marker is part of a sentence. */
  #itemOrProse(code: number): false {
    const text = this.#text;
    const { line, content, end, indent, depth } = this.#cursor;
    const from = itemText(text, content, end);
    if (from === -1) return this.#prose(code);
    if (!this.#links.item(line, from, end, indent, depth, this.#mayHoldLink())) {
      const stop = trimEnd(text, from, end);
      const last = text.charCodeAt(stop - 1);
      if (stop > from && stop - from <= LONGEST_LABEL && (last === CODE.colon || last === CODE.star)) {
        this.#links.context.itemLabel(line, from, stop);
      }
    }
    this.#column = 0;
    this.#runOn(from);
    this.#column = indent + from - content;
    return false;
  }

  #definition(): boolean {
    const { line, content, end, depth } = this.#cursor;
    const head = definitionHead(this.#text, content, end);
    if (head === null) return false;
    this.#links.footnote(line, head.from, end, depth);
    if (head.isFootnote) this.#footnotes.definition(line, head.id, head.from, end);
    return true;
  }

  #callout(): boolean {
    const { line, content, end, depth } = this.#cursor;
    if (!this.#turns.head(line, content, depth)) return false;
    const { context } = this.#links;
    context.callout(depth);
    const close = this.#text.indexOf(']', content) + 1;
    const fold = this.#text.charCodeAt(close);
    const from = fold === CODE.plus || fold === CODE.dash ? close + 1 : close;
    // A message has a head, no title.
    if (from < end && !this.#turns.callout.startsWith('nexus_')) context.label(line, from, end);
    return this.#interrupt();
  }

  #changeDepth(): void {
    const { line, start, depth } = this.#cursor;
    this.#closeTable();
    if (depth < this.#depth) {
      this.#steps.leave(depth, line, start);
      this.#links.context.enter(depth);
      this.#turns.leave(depth);
    }
    this.#links.close();
    this.#inParagraph = false;
    this.#depth = depth;
  }

  /** Begins a table where this line is its delimiter row. */
  #table(): boolean {
    if (!this.#inParagraph || this.#lazy) return false;
    const align = readDelimiterRow(this.#text, this.#cursor.content, this.#cursor.end);
    if (align === null) return false;
    const caption = (this.#caption ??= plainText(this.#text.slice(this.#captionFrom, this.#captionEnd)));
    return this.#tables.begin(this.#above, align, caption, this.#turns.callout) && this.#interrupt();
  }

  /** Takes the line as a row of the open table; false (and the table is closed) where another block begins. */
  #continueTable(): boolean {
    const { line, content, end } = this.#cursor;
    if (content === end || startsBlock(this.#text, content, end)) {
      this.#closeTable();
      return false;
    }
    this.#tables.row(line, content, end);
    this.#tableMayHoldLinks ||= this.#mayHoldLink();
    return true;
  }

  #closeTable(): void {
    const table = this.#tables.close();
    if (table !== null && this.#tableMayHoldLinks) this.#links.table(table);
    this.#tableMayHoldLinks = false;
  }

  /** Remembers the line as one that the next may run on, or make the header of a table. */
  #runOn(from: number): void {
    const { line, end, indent } = this.#cursor;
    this.#above.line = line;
    this.#above.from = from;
    this.#above.end = end;
    this.#inParagraph = true;
    this.#lazy = indent < this.#column;
  }
}
