import type { ColumnAlign } from '../model/table';
import { CodeBlocks, type LineRole } from './code-blocks';
import { frontmatterEnd } from './frontmatter';
import {
  calloutType,
  definitionHead,
  headingLine,
  isRule,
  itemText,
  startsBlock,
  underlineOf,
  type DefinitionHead,
} from './line-kinds';
import { CODE, LineCursor, trimEnd } from './lines';
import { readDelimiterRow, splitRow } from './table-row';

/**
 * What a line is. `code`: fenced or indented; `html`: a block whose lines are shown as they stand; `underline`: below a heading of
 * the other form; `delimiter` and `row`: of a table, whose header is the `text` or `item` above the delimiter row.
 */
export type LineKind =
  | 'blank'
  | 'heading'
  | 'underline'
  | 'rule'
  | 'item'
  | 'definition'
  | 'callout'
  | 'code'
  | 'comment'
  | 'formula'
  | 'html'
  | 'delimiter'
  | 'row'
  | 'text';

/** A line that a paragraph or an item ends in for now: the next may be the delimiter row below it. */
export interface LineAbove {
  readonly line: number;
  /** Where its text begins, and where it ends. */
  readonly from: number;
  readonly end: number;
}

const NO_COLUMNS: readonly ColumnAlign[] = [];

/**
 * The one reading of a note's lines: walks a text below its frontmatter, and says of each line what it is. After `next()` the
 * fields describe the line; where it stands is told by `at`. Total, in one pass; no strings are made of what is passed over.
 */
export class BlockCursor {
  /** Where the line stands. */
  readonly at: LineCursor;
  kind: LineKind = 'blank';
  /** Where the line's own text begins, behind marker or sign: a heading's words, an item's text, a definition's text. */
  from = 0;
  /** Where that text ends: for a heading its words, else the line. */
  to = 0;
  /** Whether the line begins its block of code, comment or HTML, or the paragraph that it is a line of. */
  opens = false;
  /** Of a heading, 1 to 6, else 0. */
  level = 0;
  /** Where a heading's last line ends: its own, or that of the signs below it. */
  headEnd = 0;
  /** Of a definition. */
  head: DefinitionHead | null = null;
  /** The type of the callout that the line is the head of. */
  callout = '';
  /** Of a delimiter row. */
  align: readonly ColumnAlign[] = NO_COLUMNS;
  /** The header of the table that a delimiter row begins. */
  readonly header: LineAbove;

  /** What of the text is code; it tells what holds the line. */
  readonly code: CodeBlocks;

  readonly #text: string;
  readonly #above = { line: 0, from: 0, end: 0 };
  #depth = 0;
  /** Whether the line above is of a paragraph or an item, so that this one may run on. */
  #inParagraph = false;
  /** Whether it stands further left than the item that it belongs to. */
  #lazy = false;
  /** Where the text of the list item begins that the line belongs to, else 0: lines further left only run on lazily. */
  #column = 0;
  #inTable = false;
  /** The heading above was a line of text: this one underlines it. */
  #underlined = false;
  /** The line below the last definition, which may run on from it. */
  #below = 0;

  constructor(text: string) {
    this.#text = text;
    const front = frontmatterEnd(text);
    this.at = new LineCursor(text, front.offset, front.line);
    this.code = new CodeBlocks(text);
    this.header = this.#above;
  }

  /** Moves to the next line; false when there is none. */
  next(): boolean {
    const { at } = this;
    if (!at.next()) return false;
    this.from = at.content;
    this.to = at.end;
    this.headEnd = at.end;
    this.level = 0;
    this.opens = false;
    this.kind = this.#kindOf();
    return true;
  }

  #kindOf(): LineKind {
    const { at, code } = this;
    const role = code.step(at);
    if (code.plain === 'blank') {
      this.#depth = at.depth;
      this.#inTable = false;
      this.#inParagraph = false;
      return 'blank';
    }
    const isBlock = role !== 'text' && role !== 'indented';
    this.opens = code.opens;
    if (isBlock && !code.opens) return kindOfRole(role);
    if (at.depth !== this.#depth) {
      this.#inTable = false;
      this.#inParagraph = false;
      this.#depth = at.depth;
    }
    if (isBlock) {
      this.#inTable = false;
      this.#inParagraph = false;
      return kindOfRole(role);
    }
    if (this.#underlined) {
      this.#underlined = false;
      return 'underline';
    }
    if (this.#inTable) {
      if (at.content !== at.end && !startsBlock(this.#text, at.content, at.end)) return 'row';
      this.#inTable = false;
    }
    // Each line of it stands for itself.
    if (role === 'indented') this.opens = true;
    const kind = role === 'indented' ? 'code' : at.content === at.end ? 'blank' : this.#block();
    if (kind !== 'item' && kind !== 'text') this.#inParagraph = false;
    return kind;
  }

  /** What the line's first character makes it. */
  #block(): LineKind {
    const { content, end } = this.at;
    const code = this.#text.charCodeAt(content);
    if (this.code.plain === 'words' && code !== CODE.pipe && code !== CODE.colon) return this.#textLine();
    if (this.code.plain === 'item') return this.#itemAt(this.code.from);
    switch (code) {
      case CODE.hash:
        return this.#heading() ?? this.#textLine();
      case CODE.pipe:
      case CODE.colon:
        return this.#delimiter() ?? this.#textLine();
      case CODE.dash:
      case CODE.star:
      case CODE.plus:
      case CODE.underscore: {
        const delimiter = code === CODE.dash ? this.#delimiter() : null;
        if (delimiter !== null) return delimiter;
        if (isRule(this.#text, content, end)) return 'rule';
        return this.#item() ?? this.#textLine();
      }
      case CODE.bracketOpen:
        return this.#callout() ?? this.#definition() ?? this.#textLine();
      default:
        return (code >= CODE.zero && code <= CODE.nine ? this.#item() : null) ?? this.#textLine();
    }
  }

  #heading(): 'heading' | null {
    const heading = headingLine(this.#text, this.at);
    if (heading === null) return null;
    this.level = heading.level;
    this.from = heading.from;
    this.to = heading.end;
    return 'heading';
  }

  /** A delimiter row below a line that has as many cells. */
  #delimiter(): 'delimiter' | null {
    if (!this.#inParagraph || this.#lazy) return null;
    const align = readDelimiterRow(this.#text, this.at.content, this.at.end);
    if (align === null || splitRow(this.#text, this.#above.from, this.#above.end).length !== align.length) return null;
    this.align = align;
    this.#inTable = true;
    return 'delimiter';
  }

  #callout(): 'callout' | null {
    const { content, end, depth } = this.at;
    const type = depth === 0 ? null : calloutType(this.#text, content);
    if (type === null) return null;
    this.callout = type;
    const close = this.#text.indexOf(']', content) + 1;
    const fold = this.#text.charCodeAt(close);
    this.from = Math.min(end, fold === CODE.plus || fold === CODE.dash ? close + 1 : close);
    return 'callout';
  }

  #definition(): 'definition' | null {
    const head = definitionHead(this.#text, this.at.content, this.at.end);
    if (head === null) return null;
    this.head = head;
    this.from = head.from;
    this.#below = this.at.line + 1;
    return 'definition';
  }

  /** A list item, unless what looks like its marker is part of a sentence. */
  #item(): 'item' | null {
    const from = itemText(this.#text, this.at.content, this.at.end);
    return from === -1 ? null : this.#itemAt(from);
  }

  #itemAt(from: number): 'item' {
    const { content, indent } = this.at;
    this.from = from;
    this.#column = 0;
    this.#runOn(from);
    this.#column = indent + from - content;
    return 'item';
  }

  /** A line of running text, or a heading of the form whose sign is the line below. */
  #textLine(): 'text' | 'heading' {
    const { content, end } = this.at;
    this.opens = !this.#inParagraph;
    if (this.opens) {
      this.#column = 0;
      // What runs on from an item or a footnote is underlined by nothing that stands outside of them: that is a rule.
      const isHeld = this.at.indent > 3 || this.at.line === this.#below;
      const underline = isHeld ? null : underlineOf(this.#text, this.at);
      if (underline !== null) {
        this.level = underline.level;
        this.to = trimEnd(this.#text, content, end);
        this.headEnd = underline.end;
        this.#underlined = true;
        return 'heading';
      }
    }
    this.#runOn(content);
    return 'text';
  }

  /** Remembers the line as one that the next may run on, or make the header of a table. */
  #runOn(from: number): void {
    const { line, end, indent } = this.at;
    this.#above.line = line;
    this.#above.from = from;
    this.#above.end = end;
    this.#inParagraph = true;
    this.#lazy = indent < this.#column;
  }
}

function kindOfRole(role: Exclude<LineRole, 'text' | 'indented'>): LineKind {
  return role === 'fence' ? 'code' : role;
}
