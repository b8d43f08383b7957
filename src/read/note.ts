import type { Note } from '../model/note';
import { frontmatterEnd } from './frontmatter';
import { FootnoteReader } from './footnotes';
import { LinkReader } from './idea-links';
import {
  closesFence,
  definitionHead,
  fenceLength,
  headingLine,
  isBoldLabel,
  isLetter,
  isRule,
  itemText,
  opensStep,
  startsBlock,
} from './line-kinds';
import { CODE, LineCursor, skipSpace, trimEnd } from './lines';
import { LookAhead } from './look-ahead';
import { ideaProblems, stepProblems } from './problems';
import { StepReader } from './steps';
import { TableReader } from './tables';
import { TurnReader } from './turns';
import { BUILT_IN, type Vocabulary } from './vocabulary';

/** Reads one note's text. Total: any string gives a note, nothing throws. Time is linear in the text's length. */
export function readNote(text: string, vocabulary: Vocabulary = BUILT_IN): Note {
  return new NoteReader(text, vocabulary).read();
}

/** A line as the next one may need it: the header of a table is only known by the line below it. */
interface LastLine {
  line: number;
  from: number;
  end: number;
  depth: number;
  /** Nothing but a paragraph or an item can be a table's header, or run on. */
  inParagraph: boolean;
  blank: boolean;
  /** Where the text of the list item begins that the line belongs to, else 0: lines further left only run on lazily. */
  column: number;
  lazy: boolean;
}

/** Longer lines are sentences, whatever they end in. */
const LONGEST_LABEL = 300;

/**
 * One pass over the lines. What a line can be is told by its first character and, for lead sentences, its last; prose is passed
 * over. The readers of tables, links, steps, turns and footnotes are told of what concerns them, in document order.
 */
class NoteReader {
  readonly #cursor: LineCursor;
  readonly #tables: TableReader;
  readonly #links: LinkReader;
  readonly #steps: StepReader;
  readonly #turns: TurnReader;
  readonly #footnotes: FootnoteReader;
  readonly #wikilinks: LookAhead;
  readonly #markdownLinks: LookAhead;
  readonly #references: LookAhead;
  readonly #last: LastLine = {
    line: 0,
    from: 0,
    end: 0,
    depth: 0,
    inParagraph: false,
    blank: true,
    column: 0,
    lazy: false,
  };
  /** Offsets of headings and labels by line, for those that open a section of links. */
  readonly #lineOffsets = new Map<number, number>();
  /** Ends of comments that stand nowhere further on. */
  readonly #unclosed = new Set<string>();
  /** Since the last item no paragraph has begun at the margin. */
  #inList = false;
  #captionFrom = 0;
  #captionEnd = 0;

  constructor(
    private readonly text: string,
    vocabulary: Vocabulary,
  ) {
    const front = frontmatterEnd(text);
    this.#cursor = new LineCursor(text, front.offset, front.line);
    this.#tables = new TableReader(text);
    this.#links = new LinkReader(text, vocabulary);
    this.#steps = new StepReader(text, vocabulary);
    this.#turns = new TurnReader(text);
    this.#footnotes = new FootnoteReader(text);
    this.#wikilinks = new LookAhead(text, '[[');
    this.#markdownLinks = new LookAhead(text, '](');
    this.#references = new LookAhead(text, '[^');
  }

  read(): Note {
    const cursor = this.#cursor;
    while (cursor.next()) this.#readLine();
    this.#closeTable();
    const { ideaLinks, markdownLinks, sections } = this.#links.finish();
    // As if the text ended in one more line break.
    const end = { line: cursor.line + 1, offset: this.text.length + 1 };
    const boundaries = sections.map((line) => ({ line, offset: this.#lineOffsets.get(line) ?? end.offset }));
    const steps = this.#steps.finish(boundaries, end);
    const problems = [
      ...stepProblems(steps),
      ...ideaProblems(ideaLinks),
      ...this.#tables.problems,
      ...this.#footnotes.finish(),
    ].sort((a, b) => a.line - b.line);
    const tables = this.#tables.finish();
    return { lineCount: cursor.line, ideaLinks, markdownLinks, tables, steps, turns: this.#turns.finish(), problems };
  }

  #readLine(): void {
    const cursor = this.#cursor;
    const { line, content, end, depth } = cursor;
    if (depth !== this.#last.depth) this.#changeDepth();
    if (this.#references.isBetween(content, end)) this.#footnotes.references(line, content, end);
    if (this.#tables.depth !== -1 && this.#continueTable()) return;
    if (content === end) {
      if (this.#links.open) this.#links.blank();
      this.#remember(content, false, true);
      return;
    }
    if (this.#isCode()) {
      this.#remember(content, false, false);
      return;
    }
    const code = this.text.charCodeAt(content);
    switch (code) {
      case CODE.hash:
        if (this.#heading()) return;
        break;
      case CODE.backtick:
      case CODE.tilde:
        if (this.#fence(content)) return;
        break;
      case CODE.less:
        if (this.#comment('<!--', '-->')) return;
        break;
      case CODE.percent:
        if (this.#comment('%%', '%%')) return;
        break;
      case CODE.pipe:
      case CODE.colon:
        if (this.#table()) return;
        break;
      case CODE.dash:
        if (this.#table() || this.#rule() || this.#item()) return;
        break;
      case CODE.star:
      case CODE.plus:
      case CODE.underscore:
        if (this.#rule() || (code !== CODE.underscore && this.#item())) return;
        break;
      case CODE.bracketOpen:
        if (this.#callout() || this.#definition()) return;
        break;
      default:
        if (isLetter(code) && this.#passOver(code)) return;
        if (code >= CODE.zero && code <= CODE.nine && this.#item()) return;
    }
    this.#prose(code);
  }

  /** Whether the line is code by its indentation alone: below a blank line or other code, and in no list. */
  #isCode(): boolean {
    const { indent } = this.#cursor;
    if (indent === 0 && this.#last.blank) this.#inList = false;
    return indent >= 4 && !this.#inList && !this.#last.inParagraph;
  }

  /** Most lines are prose that concerns nobody: told by the first and the last character, they are not looked at again. */
  #passOver(code: number): boolean {
    if (this.#links.open || opensStep(code)) return false;
    if (!this.#last.inParagraph && this.#mayHoldLink()) return false;
    const { content, end } = this.#cursor;
    const last = this.text.charCodeAt(end - 1);
    if (last === CODE.colon || last === CODE.star || last === CODE.space || last === CODE.noBreakSpace) return false;
    if (!this.#last.inParagraph) this.#last.column = 0;
    this.#remember(content, true, false);
    return true;
  }

  /** A line of running text: part of the entry above, an entry of its own, a label, or nothing that concerns us. */
  #prose(code: number): void {
    const { line, content, end, indent, depth } = this.#cursor;
    const links = this.#links;
    const plain = isLetter(code);
    const startsParagraph = !this.#last.inParagraph;
    if (startsParagraph) this.#last.column = 0;
    // Letters may still be a label before links.
    const mayOpenEntry = (!plain || startsParagraph) && this.#mayHoldLink();
    const isEntry =
      mayOpenEntry &&
      (startsParagraph
        ? links.paragraph(line, content, end, indent, depth, plain)
        : links.nextLine(line, content, end, indent, depth));
    if (!isEntry) {
      if (links.continues(indent, depth)) links.continuation(content, end);
      else {
        links.close();
        this.#labelOrLead(code, plain);
      }
    }
    this.#remember(content, true, false);
  }

  /** A line that acts as a heading: bold or emoji throughout, or a sentence that ends in a colon. */
  #labelOrLead(code: number, plain: boolean): void {
    const { line, start, content, end, depth } = this.#cursor;
    const stop = trimEnd(this.text, content, end);
    if (stop - content > LONGEST_LABEL) return;
    const last = this.text.charCodeAt(stop - 1);
    const isSentence = plain && last !== CODE.colon;
    if (!plain || opensStep(code)) this.#steps.heading(line, content, stop, depth, end, false);
    if (isSentence) return;
    this.#lineOffsets.set(line, start);
    if (!plain && isBoldLabel(this.text, content, stop)) this.#links.context.label(line, content, stop);
    else if (last === CODE.colon || (last === CODE.star && this.text.lastIndexOf(':', stop) > stop - 4)) {
      this.#links.context.lead(line, content, stop);
    }
  }

  #mayHoldLink(): boolean {
    const { content, end } = this.#cursor;
    return this.#wikilinks.isBetween(content, end) || this.#markdownLinks.isBetween(content, end);
  }

  #heading(): boolean {
    const { line, start, content, end, depth } = this.#cursor;
    const heading = headingLine(this.text, this.#cursor);
    if (heading === null) return false;
    const { level, from } = heading;
    this.#lineOffsets.set(line, start);
    this.#captionFrom = from;
    this.#captionEnd = heading.end;
    this.#turns.heading(line, level, from, heading.end);
    const isEntry = this.#links.heading(line, level, from, heading.end, depth, this.#mayHoldLink());
    if (!isEntry) this.#steps.heading(line, from, heading.end, depth, end, true);
    this.#remember(content, false, false);
    return true;
  }

  #item(): boolean {
    const { text } = this;
    const { line, start, content, end, indent, depth } = this.#cursor;
    const from = itemText(text, content, end);
    if (from === -1) return false;
    this.#inList = true;
    if (this.#fence(from)) return true;
    if (!this.#links.item(line, from, end, indent, depth, this.#mayHoldLink())) {
      const stop = trimEnd(text, from, end);
      const last = text.charCodeAt(stop - 1);
      if (stop > from && stop - from <= LONGEST_LABEL && (last === CODE.colon || last === CODE.star)) {
        this.#lineOffsets.set(line, start);
        this.#links.context.itemLabel(line, from, stop);
      }
    }
    this.#last.column = 0;
    this.#remember(from, true, false);
    this.#last.column = indent + from - content;
    return true;
  }

  #rule(): boolean {
    const { content, end } = this.#cursor;
    if (!isRule(this.text, content, end)) return false;
    this.#links.close();
    this.#remember(content, false, false);
    return true;
  }

  #definition(): boolean {
    const { line, content, end, depth } = this.#cursor;
    const head = definitionHead(this.text, content);
    if (head === null) return false;
    this.#links.footnote(line, head.from, end, depth);
    if (head.isFootnote) this.#footnotes.definition(line, head.id, head.from, end);
    this.#remember(content, false, false);
    return true;
  }

  #callout(): boolean {
    const { line, content, depth } = this.#cursor;
    if (!this.#turns.head(line, content, depth)) return false;
    this.#links.close();
    this.#links.context.callout(depth);
    this.#remember(content, false, false);
    return true;
  }

  #changeDepth(): void {
    const { line, start, depth } = this.#cursor;
    if (depth < this.#last.depth) {
      this.#steps.leave(depth, line, start);
      this.#links.context.enter(depth);
      this.#turns.leave(depth);
    }
    this.#links.close();
    this.#last.inParagraph = false;
  }

  /** Begins a table where this line is its delimiter row. */
  #table(): boolean {
    const { content, end, depth } = this.#cursor;
    const last = this.#last;
    if (!last.inParagraph || last.lazy || last.depth !== depth) return false;
    const caption = this.text.slice(this.#captionFrom, this.#captionEnd);
    const place = { depth, caption, callout: this.#turns.callout };
    if (!this.#tables.begin(last, { from: content, end }, place)) return false;
    this.#links.close();
    this.#remember(content, false, false);
    return true;
  }

  /** Takes the line as a row of the open table; false (and the table is closed) where another block begins. */
  #continueTable(): boolean {
    const { line, content, end, depth } = this.#cursor;
    if (content === end || depth !== this.#tables.depth || startsBlock(this.text, content, end)) {
      this.#closeTable();
      return false;
    }
    this.#tables.row(line, content, end);
    this.#remember(content, false, false);
    return true;
  }

  #closeTable(): void {
    const table = this.#tables.close();
    if (table !== null) this.#links.table(table);
  }

  /** Passes over a fenced code block; it ends with its fence, with the quote it stands in, or with the text. */
  #fence(from: number): boolean {
    const cursor = this.#cursor;
    const { end, depth } = cursor;
    const code = this.text.charCodeAt(from);
    const length = fenceLength(this.text, from, end);
    if (length === 0) return false;
    this.#links.close();
    this.#remember(from, false, false);
    while (cursor.next()) {
      if (cursor.depth < depth) {
        this.#readLine();
        return true;
      }
      if (closesFence(this.text, cursor, code, length)) break;
    }
    return true;
  }

  /** Passes over a comment that begins with the line; one that is never closed is text. */
  #comment(opening: string, closing: string): boolean {
    const { text } = this;
    const cursor = this.#cursor;
    const { content, end } = cursor;
    if (!text.startsWith(opening, content) || this.#unclosed.has(closing)) return false;
    const close = text.indexOf(closing, content + opening.length);
    if (close === -1) this.#unclosed.add(closing);
    // Text behind an inline comment is text.
    if (close === -1 || (close < end && skipSpace(text, close + closing.length, end) < end)) return false;
    this.#links.close();
    this.#remember(content, false, false);
    while (cursor.end < close && cursor.next());
    return true;
  }

  #remember(from: number, inParagraph: boolean, blank: boolean): void {
    const last = this.#last;
    const { line, end, depth, indent } = this.#cursor;
    last.line = line;
    last.from = from;
    last.end = end;
    last.depth = depth;
    last.inParagraph = inParagraph;
    last.lazy = inParagraph && indent < last.column;
    last.blank = blank;
  }
}
