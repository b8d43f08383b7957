import type { InlineToken } from '../model/inline';
import { backticksAt, CodeSpans, codeText } from './code-spans';
import { Comments } from './comments';
import { Emphasis } from './emphasis';
import { attributeOf, meaningOf, tagAt, type HtmlTag } from './html-tags';
import { CODE } from './lines';
import { linkAddress } from './link-address';
import { Chain, Piece, SIGN, TokenMaker, withoutSize, type Wrap } from './pieces';
import { decoded, isEscapable, referenceAt } from './references';
import { addressBefore, pointedAddress, webAddressEnd } from './web-address';
import { linkTarget, shownAs, wikilinkEnd } from './wikilink';

/**
 * Reads inline Markdown as Obsidian shows it into tokens that tile the text. Total: what is not understood stays text. Every step
 * goes on from where the last one ended, so that the work is in proportion to the text, whatever it is.
 */
export function readInline(markdown: string): readonly InlineToken[] {
  return new InlineReader(markdown).read();
}

/** A bracket or a tag that is open. */
interface Opening {
  readonly piece: Piece;
  readonly kind: 'link' | 'image' | 'footnote' | 'tag';
  /** The runs of emphasis before it. */
  readonly mark: Emphasis['mark'];
}

/** Signs at which something may begin or end; everything between is text. */
const SIGNS = /[\\`$![\]<*_~=&%^:]/g;

/** `[^id]`, in brackets or not: no note's name holds a `^`. A longer id is a text. */
const FOOTNOTE = /\[\^([^[\]\s]{1,80})\]|\[\[\^([^[\]\s|]{1,80})\]\]/y;

class InlineReader {
  readonly #markdown: string;
  readonly #chain = new Chain();
  readonly #emphasis: Emphasis;
  /** Made when they are needed: most texts hold one or two signs. */
  #code: CodeSpans | null = null;
  #comments: Comments | null = null;
  readonly #brackets: Opening[] = [];
  #tags: Map<string, Opening[]> | null = null;
  /** Brackets below this place hold a link, and so can be none themselves. */
  #linkless = 0;
  #at = 0;
  /** The text that is being read: where it begins, what of it was decoded, and from where it stands as it is written. */
  #textFrom = 0;
  #text = '';
  #rawFrom = 0;

  constructor(markdown: string) {
    this.#markdown = markdown;
    this.#emphasis = new Emphasis(markdown, this.#chain);
  }

  read(): readonly InlineToken[] {
    const markdown = this.#markdown;
    for (;;) {
      SIGNS.lastIndex = this.#at;
      if (!SIGNS.test(markdown)) break;
      this.#at = SIGNS.lastIndex - 1;
      this.#sign(markdown.charCodeAt(this.#at));
    }
    this.#endText(markdown.length);
    this.#emphasis.pairBehind(null);
    return new TokenMaker(markdown).tokens(this.#chain.first);
  }

  /** Reads what begins or ends at the sign, and goes on behind it. */
  #sign(code: number): void {
    switch (code) {
      case CODE.backslash:
        return this.#escape();
      case CODE.ampersand:
        return this.#reference();
      case CODE.backtick:
        return this.#codeSpan();
      case CODE.dollar:
        return this.#math();
      case CODE.bang:
        // `Well![^1]` cites a footnote.
        return this.#next === CODE.bracketOpen && this.#markdown.charCodeAt(this.#at + 2) !== CODE.caret
          ? this.#picture()
          : this.#skip(1);
      case CODE.caret:
        return this.#next === CODE.bracketOpen ? this.#open('footnote', 2) : this.#skip(1);
      case CODE.bracketOpen:
        return this.#bracket();
      case CODE.bracketClose:
        return this.#closeBracket();
      case CODE.less:
        return this.#pointed();
      case CODE.percent:
        return this.#comment() ? undefined : this.#skip(1);
      case CODE.colon:
        return this.#webAddress();
      case CODE.star:
      case CODE.underscore:
        return this.#run(code, this.#signsAt(code));
      case CODE.tilde:
      case CODE.equals: {
        const length = this.#signsAt(code);
        return length === 2 ? this.#run(code, length) : this.#skip(length);
      }
    }
  }

  get #next(): number {
    return this.#markdown.charCodeAt(this.#at + 1);
  }

  /** The signs are text. */
  #skip(length: number): void {
    this.#at += length;
  }

  #signsAt(code: number): number {
    let end = this.#at + 1;
    while (this.#markdown.charCodeAt(end) === code) end++;
    return end - this.#at;
  }

  /** Another piece begins at `end`. */
  #endText(end: number): void {
    const from = this.#textFrom;
    if (end > from) {
      const text =
        this.#text === '' && this.#rawFrom === from ? null : this.#text + this.#markdown.slice(this.#rawFrom, end);
      this.#chain.push(new Piece(from, end, text === null ? SIGN : { kind: 'text', text }));
    }
  }

  /** Text begins anew at `at`. */
  #beginText(at: number): void {
    this.#at = at;
    this.#textFrom = at;
    this.#rawFrom = at;
    this.#text = '';
  }

  /** Puts a token in place of the text from where the reader stands. */
  #token(token: InlineToken): void {
    this.#endText(token.from);
    this.#chain.push(new Piece(token.from, token.to, { kind: 'token', token }));
    this.#beginText(token.to);
  }

  #escape(): void {
    if (isEscapable(this.#next)) {
      this.#text += this.#markdown.slice(this.#rawFrom, this.#at);
      this.#rawFrom = this.#at + 1;
      this.#skip(2);
    } else this.#skip(1);
  }

  #reference(): void {
    const found = referenceAt(this.#markdown, this.#at);
    if (found === null) return this.#skip(1);
    this.#text += this.#markdown.slice(this.#rawFrom, this.#at) + found.text;
    this.#rawFrom = found.end;
    this.#at = found.end;
  }

  /** A code span; backticks that nothing closes are text as a whole. */
  #codeSpan(): void {
    const at = this.#at;
    const span = (this.#code ??= new CodeSpans(this.#markdown)).at(at);
    if (span === null) this.#skip(backticksAt(this.#markdown, at));
    else this.#token({ type: 'code', text: codeText(this.#markdown, span), from: at, to: span.end });
  }

  /** `$…$` or `$$…$$`: between its signs no other stands, and no space beside them where they are single. */
  #math(): void {
    const text = this.#markdown;
    const at = this.#at;
    const length = this.#next === CODE.dollar ? 2 : 1;
    const from = at + length;
    let close = from;
    for (; close < text.length; close++) {
      const code = text.charCodeAt(close);
      if (code === CODE.dollar || (code === CODE.lineFeed && length === 1)) break;
      if (code === CODE.backslash) close++;
    }
    const end = close + length;
    const isMath =
      close > from &&
      text.startsWith('$$'.slice(0, length), close) &&
      (length === 2 || (!isSpace(text, from) && !isSpace(text, close - 1) && !isDigit(text.charCodeAt(end))));
    if (isMath) this.#token({ type: 'math', text: text.slice(from, close), from: at, to: end });
    else this.#skip(length);
  }

  #picture(): void {
    const at = this.#at;
    const end = wikilinkEnd(this.#markdown, at + 1);
    if (end === -1) return this.#open('image', 2);
    const found = linkTarget(this.#markdown.slice(at + 3, end - 2));
    const link = { ...found, alias: withoutSize(found.alias) };
    this.#token({ type: 'embed', ...link, shown: shownAs(link), from: at, to: end });
  }

  #bracket(): void {
    const at = this.#at;
    if (this.#next === CODE.caret || this.#markdown.charCodeAt(at + 2) === CODE.caret) {
      FOOTNOTE.lastIndex = at;
      const found = FOOTNOTE.exec(this.#markdown);
      if (found !== null) {
        const id = found[1] ?? found[2] ?? '';
        return this.#token({ type: 'footnote', id, text: '', from: at, to: FOOTNOTE.lastIndex });
      }
    }
    const end = wikilinkEnd(this.#markdown, at);
    if (end !== -1) {
      const link = linkTarget(this.#markdown.slice(at + 2, end - 2));
      return this.#token({ type: 'wikilink', ...link, shown: shownAs(link), from: at, to: end });
    }
    this.#open('link', 1);
  }

  #open(kind: Exclude<Opening['kind'], 'tag'>, length: number): void {
    this.#brackets.push({ piece: this.#signPiece(length), kind, mark: this.#emphasis.mark });
  }

  /** Signs in a piece of their own: text, unless something closes them. */
  #signPiece(length: number): Piece {
    const at = this.#at;
    this.#endText(at);
    const piece = this.#chain.push(new Piece(at, at + length, SIGN));
    this.#beginText(at + length);
    return piece;
  }

  #closeBracket(): void {
    const at = this.#at;
    let opening = this.#brackets.pop();
    while (opening?.piece.isInside) opening = this.#brackets.pop();
    const place = this.#brackets.length;
    const isLinkless = place < this.#linkless;
    this.#linkless = Math.min(this.#linkless, place);
    if (opening === undefined || (isLinkless && opening.kind === 'link')) return this.#skip(1);
    if (opening.kind === 'footnote') {
      if (at === opening.piece.to) return this.#skip(1);
      return this.#wrap(opening, at, at + 1, { type: 'footnote' });
    }
    const found = linkAddress(this.#markdown, at + 1);
    if (found === null) return this.#skip(1);
    const { address, end } = found;
    if (opening.kind === 'image') return this.#wrap(opening, at, end, { type: 'image', target: address });
    this.#wrap(opening, at, end, { type: 'link', href: address });
    this.#linkless = place;
  }

  /** Puts what stands behind an opening into a piece that ends at `end`; `close` is where what is in it ends. */
  #wrap({ piece, mark }: Opening, close: number, end: number, wrap: Wrap): void {
    this.#endText(close);
    this.#emphasis.pairBehind(mark);
    this.#chain.wrapBetween(piece, null, piece.from, end, wrap);
    this.#chain.drop(piece);
    this.#beginText(end);
  }

  /** What a `<` opens: a comment, an address, a tag, or nothing. */
  #pointed(): void {
    if (this.#comment()) return;
    const at = this.#at;
    const address = pointedAddress(this.#markdown, at);
    if (address !== null) {
      const { href, end: to } = address;
      const text = this.#markdown.slice(at + 1, to - 1);
      this.#token({ type: 'link', href, children: [{ type: 'text', text, from: at + 1, to: to - 1 }], from: at, to });
      return;
    }
    const tag = tagAt(this.#markdown, at);
    if (tag === null) this.#skip(1);
    else this.#tag(tag);
  }

  #comment(): boolean {
    const from = this.#at;
    const to = (this.#comments ??= new Comments(this.#markdown)).endAt(from);
    if (to !== -1) this.#token({ type: 'comment', from, to });
    return to !== -1;
  }

  #tag(tag: HtmlTag): void {
    const from = this.#at;
    const { end: to, name, kind } = tag;
    const meaning = meaningOf(tag);
    switch (meaning.does) {
      case 'break':
        return this.#token({ type: 'break', from, to });
      case 'picture': {
        const target = attributeOf(this.#markdown, from, to, 'src');
        const alias = attributeOf(this.#markdown, from, to, 'alt');
        return this.#token({ type: 'embed', target, heading: '', alias, shown: alias || target, from, to });
      }
      case 'nothing':
        this.#signPiece(to - from).made = { kind: 'tag', block: meaning.block };
        return;
      case 'pair': {
        const tags = (this.#tags ??= new Map<string, Opening[]>());
        const openings = tags.get(name) ?? [];
        if (kind === 'opening') {
          tags.set(name, openings);
          openings.push({ piece: this.#signPiece(to - from), kind: 'tag', mark: this.#emphasis.mark });
          return;
        }
        let opening = openings.pop();
        while (opening?.piece.isInside) opening = openings.pop();
        if (opening === undefined) return this.#skip(to - from);
        if (meaning.style === null) {
          opening.piece.made = { kind: 'tag', block: meaning.block };
          this.#signPiece(to - from).made = { kind: 'tag', block: meaning.block };
          return;
        }
        if (meaning.style !== 'link') return this.#wrap(opening, from, to, { type: meaning.style });
        const href = attributeOf(this.#markdown, opening.piece.from, opening.piece.to, 'href');
        return this.#wrap(opening, from, to, { type: 'link', href });
      }
    }
  }

  /** `https://…` as it stands, from before the colon. */
  #webAddress(): void {
    const from = addressBefore(this.#markdown, this.#at, Math.max(this.#textFrom, this.#rawFrom));
    const to = from === -1 ? -1 : webAddressEnd(this.#markdown, this.#at + 3);
    if (to === -1) return this.#skip(1);
    const text = decoded(this.#markdown.slice(from, to), { escapes: false });
    this.#token({ type: 'link', href: text, children: [{ type: 'text', text, from, to }], from, to });
  }

  #run(code: Parameters<Emphasis['add']>[2], length: number): void {
    const at = this.#at;
    this.#endText(at);
    this.#emphasis.add(at, at + length, code);
    this.#beginText(at + length);
  }
}

const isSpace = (text: string, at: number): boolean => text.charAt(at).trim() === '';
const isDigit = (code: number): boolean => code >= CODE.zero && code <= CODE.nine;
