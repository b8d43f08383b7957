import {
  closesFence,
  fenceLength,
  footnoteMarkerEnd,
  isHeading,
  isPlain,
  isRegular,
  isRuleAt,
  isUnderline,
  markerEnd,
} from './block-signs';
import { htmlBlockAt } from './html-block';
import { definitionHead, isRule, itemText } from './line-kinds';
import { CODE, skipSpace, trimEnd, type LineCursor } from './lines';
import { ForwardSearch } from './forward-search';

/**
 * What a line is a part of. Nobody reads and nobody writes into blocks: code between fences, code by its indentation, comments,
 * formulas, HTML whose text is no Markdown.
 */
export type LineRole = 'text' | 'fence' | 'indented' | 'comment' | 'formula' | 'html';

/** What a line is that was told at a glance: `words` of a paragraph, an `item` or a `footnote` that begins with words. */
type PlainKind = 'blank' | 'words' | 'heading' | 'rule' | 'item' | 'footnote' | 'callout';

/** A block that is being passed over. */
interface OpenBlock {
  readonly role: 'fence' | 'comment' | 'formula' | 'html';
  /** How many containers it stands in: it ends with the innermost of them. */
  readonly depth: number;
  /** The sign and the length of its fence. */
  readonly code: number;
  readonly length: number;
  /** Offset of what closes a comment or a formula. */
  readonly close: number;
  /** What closes a block of HTML. */
  readonly closing: RegExp | null;
  /** A blank line ends it. */
  readonly untilBlank: boolean;
}

/** A block that ends by what stands at an offset. */
function blockTo(role: OpenBlock['role'], depth: number, close: number): OpenBlock {
  return { role, depth, code: 0, length: 0, close, closing: null, untilBlank: false };
}

/** A quote; other containers are items and footnotes, told by how far their text is indented. */
const QUOTE = -1;
const FOOTNOTE_INDENT = 4;
/** More white space than this behind a marker is code that opens the item. */
const MOST_SPACE = 4;
/** Nesting deeper than this is text: no note means it, and it bounds the work that a line is. */
const MOST_CONTAINERS = 100;

/**
 * Tells line by line which of a text's lines are code and the like, as Obsidian has them: a fence closes with as many of its signs
 * or more and nothing behind them, and with the quote, item or footnote that it stands in.
 */
export class CodeBlocks {
  readonly #text: string;
  readonly #ends: Readonly<Record<'-->' | '%%' | '$$', ForwardSearch>>;
  /** The containers that the line stands in, the outermost first; what stands behind the `#size` of them is left over. */
  readonly #stack: number[] = [];
  #size = 0;
  /** How many of them are quotes, where these are the outermost; -1 where a quote stands in another container. */
  #quotes = 0;
  #block: OpenBlock | null = null;
  /** A paragraph is open, so that a line may run on. */
  #inParagraph = false;
  /** The innermost item has no text so far: a blank line ends it. */
  #isEmptyItem = false;
  #at = 0;
  #column = 0;
  #end = 0;
  /** Where was looked for white space, and what was found: the first other sign, and its column. */
  #looked = -1;
  #firstAt = 0;
  #indentEnd = 0;
  /** What the last line is, where that could be told at a glance. */
  plain: PlainKind | null = null;
  /** Whether the last line stepped on opens a block, and whether it goes on with the paragraph above. */
  opens = false;
  continues = false;

  constructor(text: string) {
    this.#text = text;
    this.#ends = {
      '-->': new ForwardSearch(text, '-->'),
      '%%': new ForwardSearch(text, '%%'),
      $$: new ForwardSearch(text, '$$'),
    };
  }

  /** Where the text of the line begins, behind quote marks, indentation and the markers of items. */
  get from(): number {
    return this.#at;
  }

  /** Whether the block goes on that the last line is a part of, for all that was seen so far. */
  get isOpen(): boolean {
    return this.#block !== null && !this.#block.untilBlank;
  }

  /** How many quotes the last line stands in, where it stands in nothing else; -1 in an item or a footnote. */
  get quoteDepth(): number {
    return this.#quotes === this.#size ? this.#size : -1;
  }

  /** The next line: each line of the text is given, in order. */
  step(line: LineCursor): LineRole {
    const { start, end } = line;
    this.opens = false;
    this.continues = false;
    // A third of all lines is blank.
    if (line.content === end) this.plain = this.#block === null ? this.#passBlank(line) : null;
    else this.plain = this.#block === null ? this.#passOver(line) : null;
    if (this.plain !== null) return 'text';
    this.#at = start === 0 && this.#text.charCodeAt(0) === CODE.byteOrderMark ? 1 : start;
    this.#column = 0;
    this.#end = end;
    this.#looked = -1;
    const matched = this.#match();
    const block = this.#block;
    if (block !== null) {
      const goesOn = matched >= block.depth && !(block.untilBlank && this.#isBlank());
      if (goesOn) {
        if (this.#closes(block)) this.#block = null;
        return block.role;
      }
      this.#block = null;
    }
    return this.#readLine(matched);
  }

  /** Does what the rest of `step` does, for most blank lines and in a fraction of the time. */
  #passBlank({ start, content, depth, indent }: LineCursor): 'blank' | null {
    const quotes = this.#quotes;
    if (this.#isEmptyItem || quotes < depth || !isRegular(this.#text, start, depth, content - start - indent))
      return null;
    if (quotes > depth) this.#leaveQuotes(depth);
    this.#at = content;
    this.#inParagraph = false;
    return 'blank';
  }

  /**
   * The same for most others: words, headings, rules and items of words, at the margin of the quotes that the line before stands in.
   * `null` where a line may be more than that.
   */
  #passOver(line: LineCursor): PlainKind | null {
    const { start, content, end, depth, indent } = line;
    const text = this.#text;
    const stack = this.#stack;
    const quotes = this.#quotes;
    if (indent > 3 || !isRegular(text, start, depth, content - start - indent)) return null;
    if (quotes !== depth && !this.#changeQuotes(depth)) return null;
    const isInItem = this.#size > depth;
    if (isInItem && indent >= (stack[depth] ?? 0)) return null;
    if (quotes < depth && text.startsWith('[!', content)) {
      this.#at = content;
      this.#isEmptyItem = false;
      return 'callout';
    }
    if (isPlain(text, content, end)) {
      this.#at = content;
      this.continues = this.#inParagraph;
      // Words at the margin of an item run on from its paragraph.
      if (!this.#inParagraph) this.#size = depth;
      this.#inParagraph = true;
      this.#isEmptyItem = false;
      return 'words';
    }
    const isHeadingLine = isHeading(text, content, end);
    if (isHeadingLine || isRuleAt(text, content, end)) {
      this.#at = content;
      this.#size = depth;
      this.#inParagraph = false;
      this.#isEmptyItem = false;
      return isHeadingLine ? 'heading' : 'rule';
    }
    if (!isInItem && this.#inParagraph) return null;
    const isFootnote = text.charCodeAt(content) === CODE.bracketOpen;
    const marker = isFootnote ? footnoteMarkerEnd(text, content, end) : markerEnd(text, content, end);
    if (text.charCodeAt(marker) !== CODE.space || marker >= end) return null;
    if (!isFootnote && itemText(text, content, end) === -1) return null;
    let from = marker + 1;
    while (text.charCodeAt(from) === CODE.space) from++;
    if (from - marker > MOST_SPACE || !isPlain(text, from, end)) return null;
    stack[depth] = isFootnote ? FOOTNOTE_INDENT : indent + from - content;
    this.#size = depth + 1;
    this.#at = from;
    this.#inParagraph = true;
    this.#isEmptyItem = false;
    return isFootnote ? 'footnote' : 'item';
  }

  /** Comes to a line at the margin that is quoted more, or less; false where what stands above may go on with it. */
  #changeQuotes(depth: number): boolean {
    const quotes = this.#quotes;
    if (quotes === -1) return false;
    if (depth < quotes) {
      if (this.#inParagraph) return false;
      this.#leaveQuotes(depth);
    } else {
      if (quotes > 0 && this.#size > quotes) return false;
      for (let more = quotes; more < depth; more++) this.#stack[more] = QUOTE;
      this.#size = depth;
      this.#quotes = depth;
      this.#inParagraph = false;
    }
    this.#isEmptyItem = false;
    return true;
  }

  #leaveQuotes(depth: number): void {
    this.#size = depth;
    this.#quotes = depth;
  }

  /** How many of the open containers the line goes on with; it is taken up to their text. */
  #match(): number {
    let matched = 0;
    for (; matched < this.#size; matched++) {
      const container = this.#stack[matched] ?? 0;
      const indent = this.#indent();
      const code = this.#text.charCodeAt(this.#first());
      const isBlank = this.#isBlank();
      if (container === QUOTE) {
        if (isBlank || indent > 3 || code !== CODE.greater) break;
        this.#skip(indent);
        this.#passQuoteMark();
      } else if (isBlank) {
        if (this.#isEmptyItem && matched === this.#size - 1) break;
      } else if (indent >= container) this.#skip(container);
      else break;
    }
    return matched;
  }

  #readLine(matched: number): LineRole {
    let depth = matched;
    const mayRunOn = this.#inParagraph;
    for (;;) {
      const indent = this.#indent();
      const isBlank = this.#isBlank();
      const isContinued = depth === this.#size && mayRunOn && this.#inParagraph;
      if (isBlank) {
        this.#leave(depth);
        this.#inParagraph = false;
        return 'text';
      }
      if (indent > 3) {
        if (this.#inParagraph) {
          this.continues = true;
          this.#skip(indent);
          return 'text';
        }
        this.#leave(depth);
        this.#isEmptyItem = false;
        return 'indented';
      }
      const sign = this.#text.charCodeAt(this.#first());
      const container = this.#opensContainer(indent, isContinued);
      if (container === null) break;
      this.#leave(depth);
      this.#inParagraph = false;
      if (container === QUOTE) this.#quotes = this.#quotes === this.#size ? this.#quotes + 1 : -1;
      this.#stack[this.#size++] = container;
      depth = this.#size;
      this.#isEmptyItem = sign !== CODE.greater && sign !== CODE.bracketOpen && this.#isBlank();
      // A callout's title is no paragraph that its text could run on from.
      if (container === QUOTE && this.#text.startsWith('[!', this.#first())) {
        this.#skip(this.#indent());
        return 'text';
      }
    }
    this.#skip(this.#indent());
    return this.#leaf(depth);
  }

  /** A line behind the markers of its containers. */
  #leaf(depth: number): LineRole {
    this.#isEmptyItem = false;
    const text = this.#text;
    const at = this.#at;
    const end = this.#end;
    const block = this.#opensBlock(depth);
    if (block !== null) {
      this.#leave(depth);
      this.#inParagraph = false;
      this.opens = true;
      if (!this.#closesAtOnce(block)) this.#block = block;
      return block.role;
    }
    const isAll = depth === this.#size;
    if (
      isHeading(text, at, end) ||
      isRuleAt(text, at, end) ||
      (this.#inParagraph && isAll && isUnderline(text, at, end))
    ) {
      this.#leave(depth);
      this.#inParagraph = false;
    } else if (this.#inParagraph) this.continues = true;
    else {
      this.#leave(depth);
      this.#inParagraph = true;
    }
    return 'text';
  }

  /** Leaves the containers that the line does not go on with. */
  #leave(depth: number): void {
    if (depth < this.#size) {
      this.#size = depth;
      this.#quotes = quotesOf(this.#stack, depth);
      this.#inParagraph = false;
      this.#isEmptyItem = false;
    }
  }

  /** Takes a quote mark, an item's marker or a footnote's head, and says what it opens. */
  #opensContainer(indent: number, isContinued: boolean): number | null {
    const text = this.#text;
    if (this.#size >= MOST_CONTAINERS) return null;
    const from = this.#first();
    const code = text.charCodeAt(from);
    if (code === CODE.greater) {
      this.#skip(indent);
      this.#passQuoteMark();
      return QUOTE;
    }
    if (code === CODE.bracketOpen) {
      const head = definitionHead(text, from, this.#end);
      if (head?.isFootnote !== true || text.charCodeAt(from + 1) !== CODE.caret) return null;
      this.#skip(indent);
      this.#passTo(head.from);
      this.#skip(this.#indent());
      return FOOTNOTE_INDENT;
    }
    const behind = itemText(text, from, this.#end);
    if (behind === -1 || isRule(text, from, this.#end)) return null;
    const marker = markerEnd(text, from, this.#end);
    const isEmpty = skipSpace(text, marker, this.#end) === this.#end;
    // Of what runs on, only an item that says something begins a list, and a number only where it is the first.
    if (isContinued && (isEmpty || (marker - from > 1 && Number.parseInt(text.slice(from, marker), 10) !== 1)))
      return null;
    const start = this.#column;
    this.#skip(indent);
    this.#passTo(marker);
    const space = isEmpty ? 0 : this.#indent();
    // White space that is none to Markdown stands for a space.
    if (space === 0 && !isEmpty) this.#passTo(behind);
    else this.#skip(space > MOST_SPACE ? 1 : space);
    return isEmpty ? indent + marker - from + 1 : this.#column - start;
  }

  #passQuoteMark(): void {
    this.#at++;
    this.#column++;
    if (this.#indent() > 0) this.#skip(1);
  }

  #opensBlock(depth: number): OpenBlock | null {
    const text = this.#text;
    const at = this.#at;
    const end = this.#end;
    const code = text.charCodeAt(at);
    switch (code) {
      case CODE.backtick:
      case CODE.tilde: {
        const length = fenceLength(text, at, end);
        return length === 0 ? null : { ...blockTo('fence', depth, 0), code, length };
      }
      case CODE.less:
        return text.startsWith('<!--', at) ? this.#delimited('comment', depth, '<!--', '-->') : this.#html(depth);
      case CODE.percent:
        return text.startsWith('%%', at) ? this.#delimited('comment', depth, '%%', '%%') : null;
      case CODE.dollar: {
        // What stands on the line of the opening signs belongs to a paragraph.
        const isAlone = text.startsWith('$$', at) && trimEnd(text, at, end) === at + 2;
        return isAlone ? this.#delimited('formula', depth, '$$', '$$') : null;
      }
      default:
        return null;
    }
  }

  /** A block that begins with the line; one that is never closed is text, and so is what stands behind one on its line. */
  #delimited(
    role: 'comment' | 'formula',
    depth: number,
    opening: string,
    closing: '-->' | '%%' | '$$',
  ): OpenBlock | null {
    const close = this.#ends[closing].next(this.#at + opening.length);
    const isText =
      close === Infinity || (close < this.#end && skipSpace(this.#text, close + closing.length, this.#end) < this.#end);
    return isText ? null : blockTo(role, depth, close);
  }

  /** `<pre>` and its like go on to their closing tag, over blank lines too; other HTML to the next blank line. */
  #html(depth: number): OpenBlock | null {
    const inParagraph = this.#inParagraph && depth === this.#size;
    const html = htmlBlockAt(this.#text, this.#at, this.#end, inParagraph);
    return html && { ...blockTo('html', depth, 0), closing: html.closing, untilBlank: html.closing === null };
  }

  /** Whether the line on which a block opens closes it. */
  #closesAtOnce(block: OpenBlock): boolean {
    return block.role !== 'fence' && this.#closes(block);
  }

  #closes({ role, code, length, close, closing }: OpenBlock): boolean {
    const text = this.#text;
    switch (role) {
      case 'fence':
        return this.#indent() <= 3 && closesFence(text, this.#first(), this.#end, code, length);
      case 'comment':
      case 'formula':
        return close < this.#end;
      case 'html':
        return closing?.test(text.slice(this.#at, this.#end)) === true;
    }
  }

  /** Columns of white space from here; a tab counts to the next 4, also one of which a container took a part. */
  #indent(): number {
    if (this.#looked !== this.#at) this.#look();
    return this.#indentEnd - this.#column;
  }

  /** The first offset from here that is no white space. */
  #first(): number {
    if (this.#looked !== this.#at) this.#look();
    return this.#firstAt;
  }

  #isBlank(): boolean {
    return this.#first() === this.#end;
  }

  #look(): void {
    const text = this.#text;
    let column = this.#column;
    let at = this.#at;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code === CODE.space) column++;
      else if (code === CODE.tab) column += 4 - (column % 4);
      else break;
    }
    this.#looked = this.#at;
    this.#firstAt = at;
    this.#indentEnd = column;
  }

  /** Goes over so many columns of white space. */
  #skip(columns: number): void {
    const to = this.#column + columns;
    if (this.#looked === this.#at && to === this.#indentEnd) {
      this.#at = this.#firstAt;
      this.#column = to;
      // What was found is still so.
      this.#looked = this.#at;
      return;
    }
    while (this.#column < to && this.#at < this.#end) {
      const next =
        this.#text.charCodeAt(this.#at) === CODE.tab ? this.#column + 4 - (this.#column % 4) : this.#column + 1;
      if (next <= to) this.#at++;
      this.#column = Math.min(next, to);
    }
  }

  /** Goes over signs without tabs. */
  #passTo(at: number): void {
    this.#column += at - this.#at;
    this.#at = at;
  }
}

/** How many of the first `size` containers are quotes, where these are the outermost; -1 where another holds one. */
function quotesOf(stack: readonly number[], size: number): number {
  let quotes = 0;
  while (quotes < size && stack[quotes] === QUOTE) quotes++;
  for (let at = quotes; at < size; at++) if (stack[at] === QUOTE) return -1;
  return quotes;
}
