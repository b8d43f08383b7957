import type { Note, Turn } from '../model/note';
import { frontmatterEnd } from './frontmatter';
import { FootnoteReader } from './footnotes';
import { LinkReader } from './idea-links';
import { CODE, LineCursor, skipSpace, trimEnd } from './lines';
import { ideaProblems, stepProblems } from './problems';
import { StepReader } from './steps';
import { TableReader } from './tables';
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

const CALLOUT = /\[!([^\]|\s]+)[^\]]*\]/y;
const ORDERED = /\d{1,9}[.)](?=[ \t\u00A0\u2007\u2009\u202F]|$)/y;
/** Footnotes as authors' tools write them too: `[²]:`, `[ ^7 ]:`, `[^a name]:`. */
const FOOTNOTE_DEFINITION = /\[[^[\]]{1,80}\]:/y;
const RULE = /(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$/y;
/** Whether `**Label**`, `🔹 **Label:**` or `1. __Label__:` is all that stands there. */
function isBoldLabel(text: string, from: number, end: number): boolean {
  const open = text.indexOf('**', from);
  if (open === -1 || open >= end) return false;
  const close = text.indexOf('**', open + 2);
  if (close === -1 || close + 2 > end || close === open + 2) return false;
  return (
    (open === from || !LETTER.test(text.slice(from, open))) &&
    (close + 2 === end || !LETTER.test(text.slice(close + 2, end)))
  );
}
const LETTER = /\p{L}/u;

function indexOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? text.length + 1 : at;
}

/** Nothing may follow a closing fence but, as authors write it, the footnotes of what is quoted there. */
function isFenceEnd(text: string, from: number, end: number): boolean {
  const at = skipSpace(text, from, end);
  return (
    at === end || (text.charCodeAt(at) === CODE.bracketOpen && /^(?:\[\^[^\]\s]+\]\s*)+$/.test(text.slice(at, end)))
  );
}

/** Letters open neither a link nor decoration before one. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x400 && code <= 0x4ff);
/** `Шаг 1 …`, `шаг 1 …`, `Step 1 …` may stand without any mark. */
const opensStep = (code: number): boolean => code === 0x428 || code === 0x448 || code === 0x53;
/** White space that is none to Markdown; authors' tools put it behind list markers. */
const isWideSpace = (code: number): boolean =>
  code === CODE.noBreakSpace || code === 0x202f || code === 0x2007 || code === 0x2009;

/** `### User, on 07/12/2025 at 9:05 AM;` */
const OLD_TURN = /^(User|Assistant|ChatGPT), on .+ at .+;$/;
/** Longer lines are sentences, whatever they end in. */
const LONGEST_LABEL = 300;

/**
 * One pass over the lines. What a line can be is told by its first character and, for lead sentences, its last; prose is passed
 * over. The readers of tables, links and steps are told of what concerns them, in document order.
 */
class NoteReader {
  readonly #cursor: LineCursor;
  readonly #tables: TableReader;
  readonly #links: LinkReader;
  readonly #steps: StepReader;
  readonly #footnotes: FootnoteReader;
  readonly #turns: Turn[] = [];
  /** Types of the callouts that hold here, by depth of quoting. */
  readonly #callouts: (string | undefined)[] = [];
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
  /** Offsets of the next `[[`, `](` and `[^`: a line that ends before them holds none. */
  #nextWikilink = -1;
  #nextMarkdownLink = -1;
  #nextFootnote = -1;
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
    this.#footnotes = new FootnoteReader(text);
  }

  read(): Note {
    const cursor = this.#cursor;
    while (cursor.next()) this.#readLine();
    this.#closeTable();
    const { ideaLinks, markdownLinks, sections } = this.#links.finish();
    const end = { line: cursor.line + 1, offset: this.text.length };
    const boundaries = sections.map((line) => ({ line, offset: this.#lineOffsets.get(line) ?? end.offset }));
    const steps = this.#steps.finish(boundaries, end);
    const tables = this.#tables.finish();
    const problems = [
      ...stepProblems(steps),
      ...ideaProblems(ideaLinks),
      ...this.#tables.problems,
      ...this.#footnotes.finish(),
    ].sort((a, b) => a.line - b.line);
    return { lineCount: cursor.line, ideaLinks, markdownLinks, tables, steps, turns: this.#turns, problems };
  }

  #readLine(): void {
    const cursor = this.#cursor;
    const last = this.#last;
    if (cursor.depth !== last.depth) this.#changeDepth();
    if (this.#nextFootnote < cursor.content) this.#nextFootnote = indexOrEnd(this.text, '[^', cursor.content);
    if (this.#nextFootnote < cursor.end) this.#footnoteReferences();
    if (this.#tables.depth !== -1 && this.#continueTable()) return;
    if (cursor.content === cursor.end) {
      if (this.#links.open) this.#links.blank();
      this.#remember(cursor.content, false, true);
      return;
    }
    const code = this.text.charCodeAt(cursor.content);
    switch (code) {
      case CODE.hash:
        if (this.#heading()) return;
        break;
      case CODE.backtick:
      case CODE.tilde:
        if (this.#fence(code)) return;
        break;
      case CODE.less:
        if (this.#skipUntil('<!--', '-->')) return;
        break;
      case CODE.percent:
        if (this.#skipUntil('%%', '%%')) return;
        break;
      case CODE.pipe:
      case CODE.colon:
        if (this.#table()) return;
        break;
      case CODE.dash:
      case CODE.star:
      case CODE.plus:
      case CODE.underscore:
        if ((code === CODE.dash && this.#table()) || this.#rule()) return;
        if (this.#item(cursor.content + 1)) return;
        break;
      case CODE.bracketOpen:
        if (this.#callout() || this.#footnote()) return;
        break;
      default:
        if (isLetter(code) && this.#passOver(code)) return;
        if (code >= CODE.zero && code <= CODE.nine) {
          ORDERED.lastIndex = cursor.content;
          if (ORDERED.test(this.text) && this.#item(ORDERED.lastIndex)) return;
        }
    }
    this.#prose(code);
  }

  /** Most lines are prose that concerns nobody: told by the first and the last character, they are not looked at again. */
  #passOver(code: number): boolean {
    if (this.#links.open || opensStep(code)) return false;
    const { content, end } = this.#cursor;
    const lastCode = this.text.charCodeAt(end - 1);
    if (lastCode === CODE.colon || lastCode === CODE.star || lastCode === CODE.space || lastCode === CODE.noBreakSpace)
      return false;
    if (this.#last.blank || !this.#last.inParagraph) this.#last.column = 0;
    this.#remember(content, true, false);
    return true;
  }

  /** A line of running text: part of the entry above, an entry of its own, a label, or nothing that concerns us. */
  #prose(code: number): void {
    const { line, content, end, indent, depth } = this.#cursor;
    const last = this.#last;
    const startsParagraph = last.blank || !last.inParagraph;
    if (startsParagraph) last.column = 0;
    const mayHoldLink = this.#mayHoldLink();
    if (mayHoldLink && !startsParagraph && !isLetter(code) && this.#links.nextLine(line, content, end, indent, depth)) {
      this.#remember(content, true, false);
      return;
    }
    if (this.#links.open && !startsParagraph && this.#links.continues(indent, depth)) {
      this.#links.continuation(content, end);
      this.#remember(content, true, false);
      return;
    }
    const plain = isLetter(code);
    if (mayHoldLink && !plain && startsParagraph && this.#links.paragraph(line, content, end, indent, depth)) {
      this.#remember(content, true, false);
      return;
    }
    if (this.#links.open && this.#links.continues(indent, depth)) this.#links.continuation(content, end);
    else {
      this.#links.close();
      this.#labelOrLead(code, plain);
    }
    this.#remember(content, true, false);
  }

  /** A line that acts as a heading: bold or emoji throughout, or a sentence that ends in a colon. */
  #labelOrLead(code: number, plain: boolean): void {
    const { line, start, content, end, depth } = this.#cursor;
    const stop = trimEnd(this.text, content, end);
    if (stop - content > LONGEST_LABEL) return;
    const lastCode = this.text.charCodeAt(stop - 1);
    if (plain && lastCode !== CODE.colon && !opensStep(code)) return;
    if (!plain || opensStep(code)) this.#steps.heading(line, content, stop, depth, end, false);
    if (plain && lastCode !== CODE.colon) return;
    this.#lineOffsets.set(line, start);
    if (!plain && isBoldLabel(this.text, content, stop)) this.#links.context.label(line, content, stop);
    else if (lastCode === CODE.colon || (lastCode === CODE.star && this.text.lastIndexOf(':', stop) > stop - 4)) {
      this.#links.context.lead(line, content, stop);
    }
  }

  /** Whether the line may hold a link; each part of the text is searched once. */
  #mayHoldLink(): boolean {
    const { content, end } = this.#cursor;
    if (this.#nextWikilink < content) this.#nextWikilink = indexOrEnd(this.text, '[[', content);
    if (this.#nextWikilink < end) return true;
    if (this.#nextMarkdownLink < content) this.#nextMarkdownLink = indexOrEnd(this.text, '](', content);
    return this.#nextMarkdownLink < end;
  }

  #heading(): boolean {
    const { text } = this;
    const { line, start, content, end, indent, depth } = this.#cursor;
    let at = content;
    while (at < end && text.charCodeAt(at) === CODE.hash) at++;
    const level = at - content;
    const after = text.charCodeAt(at);
    if (level > 6 || indent > 3 || (at < end && after !== CODE.space && after !== CODE.tab)) return false;
    const from = skipSpace(text, at, end);
    let stop = trimEnd(text, from, end);
    let closing = stop;
    while (closing > from && text.charCodeAt(closing - 1) === CODE.hash) closing--;
    if (closing < stop && (closing === from || text.charCodeAt(closing - 1) === CODE.space))
      stop = trimEnd(text, from, closing);
    this.#lineOffsets.set(line, start);
    this.#captionFrom = from;
    this.#captionEnd = stop;
    if (level === 3 || level === 4) this.#oldTurn(line, from, stop);
    const isEntry = this.#links.heading(line, level, from, stop, depth, this.#mayHoldLink());
    if (!isEntry) this.#steps.heading(line, from, stop, depth, end, true);
    this.#remember(content, false, false);
    return true;
  }

  /** A message as the chat importer wrote it before it used callouts. */
  #oldTurn(line: number, from: number, end: number): void {
    if (this.text.charCodeAt(end - 1) !== CODE.semicolon) return;
    const found = OLD_TURN.exec(this.text.slice(from, end));
    if (found !== null) this.#turns.push({ role: found[1] === 'User' ? 'user' : 'agent', line });
  }

  /** A list item whose marker ends at `marker`. */
  #item(marker: number): boolean {
    const { text } = this;
    const { line, start, content, end, indent, depth } = this.#cursor;
    const after = text.charCodeAt(marker);
    if (marker < end && after !== CODE.space && after !== CODE.tab && !isWideSpace(after)) return false;
    const from = skipSpace(text, isWideSpace(after) ? marker + 1 : marker, end);
    if (!this.#links.item(line, from, end, indent, depth, this.#mayHoldLink())) {
      const stop = trimEnd(text, from, end);
      const lastCode = text.charCodeAt(stop - 1);
      if (stop > from && stop - from <= LONGEST_LABEL && (lastCode === CODE.colon || lastCode === CODE.star)) {
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
    const second = this.text.charCodeAt(content + 1);
    if (end - content > 80 || (second !== this.text.charCodeAt(content) && second !== CODE.space)) return false;
    RULE.lastIndex = 0;
    const line = this.text.slice(content, end);
    if (!RULE.test(line)) return false;
    this.#links.close();
    this.#remember(content, false, false);
    return true;
  }

  #footnote(): boolean {
    const { line, content, end, depth } = this.#cursor;
    if (this.text.charCodeAt(content + 1) === CODE.bracketOpen) return false;
    FOOTNOTE_DEFINITION.lastIndex = content;
    if (!FOOTNOTE_DEFINITION.test(this.text)) return false;
    const from = FOOTNOTE_DEFINITION.lastIndex;
    this.#links.footnote(line, from, end, depth);
    this.#footnotes.definition(line, this.text.slice(content + 1, from - 2).replace(/^[\s^]+|\s+$/g, ''), from, end);
    this.#remember(content, false, false);
    return true;
  }

  /** A definition's own id is no reference; those in its text are. */
  #footnoteReferences(): void {
    const { line, content, end } = this.#cursor;
    FOOTNOTE_DEFINITION.lastIndex = content;
    const from = FOOTNOTE_DEFINITION.test(this.text) ? FOOTNOTE_DEFINITION.lastIndex : content;
    this.#footnotes.references(line, from, end);
  }

  /** `[!type]` at the head of a quote. */
  #callout(): boolean {
    const { line, content, depth } = this.#cursor;
    if (depth === 0 || this.text.charCodeAt(content + 1) !== CODE.bang) return false;
    CALLOUT.lastIndex = content;
    const found = CALLOUT.exec(this.text);
    if (found === null) return false;
    const type = (found[1] ?? '').toLowerCase();
    if (type === 'nexus_user') this.#turns.push({ role: 'user', line });
    if (type === 'nexus_agent') this.#turns.push({ role: 'agent', line });
    this.#links.close();
    this.#links.context.callout(depth);
    this.#callouts.length = Math.min(this.#callouts.length, depth);
    this.#callouts[depth] = type;
    this.#remember(content, false, false);
    return true;
  }

  #changeDepth(): void {
    const { line, start, depth } = this.#cursor;
    if (depth < this.#last.depth) {
      this.#steps.leave(depth, line, start);
      this.#links.context.enter(depth);
      this.#callouts.length = Math.min(this.#callouts.length, depth + 1);
    }
    this.#links.close();
    this.#last.inParagraph = false;
  }

  /** Begins a table where this line is its delimiter row. */
  #table(): boolean {
    const { content, end, depth } = this.#cursor;
    const last = this.#last;
    if (!last.inParagraph || last.lazy || last.depth !== depth) return false;
    const place = {
      depth,
      caption: this.text.slice(this.#captionFrom, this.#captionEnd),
      callout: this.#callouts.findLast((type) => type !== undefined) ?? '',
    };
    if (!this.#tables.begin(last, { from: content, end }, place)) return false;
    this.#links.close();
    this.#remember(content, false, false);
    return true;
  }

  /** Takes the line as a row of the open table; false (and the table is closed) where another block begins. */
  #continueTable(): boolean {
    const { line, content, end, depth } = this.#cursor;
    if (content === end || depth !== this.#tables.depth || this.#startsOtherBlock()) {
      this.#closeTable();
      return false;
    }
    this.#tables.row(line, content, end);
    this.#remember(content, false, false);
    return true;
  }

  #startsOtherBlock(): boolean {
    const { text } = this;
    const { content, end } = this.#cursor;
    const code = text.charCodeAt(content);
    switch (code) {
      case CODE.hash:
        return /^#{1,6}(?:\s|$)/.test(text.slice(content, Math.min(end, content + 8)));
      case CODE.backtick:
        return text.startsWith('```', content);
      case CODE.tilde:
        return text.startsWith('~~~', content);
      case CODE.less:
        return text.startsWith('<!--', content);
      case CODE.dash:
      case CODE.star:
      case CODE.plus:
      case CODE.underscore: {
        if (code !== CODE.underscore && /[ \t]/.test(text.charAt(content + 1))) return true;
        return RULE.test(text.slice(content, Math.min(end, content + 80)));
      }
      default:
        return code >= CODE.zero && code <= CODE.nine && /^1[.)][ \t]/.test(text.slice(content, content + 4));
    }
  }

  #closeTable(): void {
    const table = this.#tables.close();
    if (table !== null) this.#links.table(table);
  }

  /** Passes over a fenced code block; it ends with its fence, with the quote it stands in, or with the text. */
  #fence(code: number): boolean {
    const { text } = this;
    const cursor = this.#cursor;
    const { content, end, depth } = cursor;
    let at = content;
    while (at < end && text.charCodeAt(at) === code) at++;
    const length = at - content;
    if (length < 3) return false;
    if (code === CODE.backtick && text.slice(at, end).includes('`')) return false;
    this.#links.close();
    this.#remember(content, false, false);
    while (cursor.next()) {
      if (cursor.depth < depth) {
        this.#readLine();
        return true;
      }
      let closing = cursor.content;
      while (closing < cursor.end && text.charCodeAt(closing) === code) closing++;
      if (closing - cursor.content >= length && isFenceEnd(text, closing, cursor.end)) break;
    }
    this.#last.depth = Math.min(depth, cursor.depth);
    return true;
  }

  /** Passes over a comment that begins with the line; one that is never closed is text. */
  #skipUntil(opening: string, closing: string): boolean {
    const { text } = this;
    const cursor = this.#cursor;
    if (!text.startsWith(opening, cursor.content)) return false;
    const close = text.indexOf(closing, cursor.content + opening.length);
    if (close === -1) return false;
    const { content, end } = cursor;
    // Text behind an inline comment is text.
    if (close < end && skipSpace(text, close + closing.length, end) < end) return false;
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
