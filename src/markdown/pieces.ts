import type { InlineStyle, InlineToken } from '../model/inline';
import { textOfTokens } from './token-text';

/** What a piece is that holds others. */
export type Wrap =
  | { readonly type: InlineStyle }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'image'; readonly target: string }
  | { readonly type: 'footnote' };

/** What a piece of the text was read as. */
export type Made =
  /** `null` for text that stands as it is written: a sign that may yet turn out to mean something. */
  | { readonly kind: 'text'; readonly text: string | null }
  | { readonly kind: 'token'; readonly token: InlineToken }
  /** A tag that shows nothing; a `block` ends the line where text stands on both sides of it. */
  | { readonly kind: 'tag'; readonly block: boolean }
  | { readonly kind: 'wrap'; readonly wrap: Wrap; readonly first: Piece | null };

export const SIGN: Made = { kind: 'text', text: null };

/** One piece of a text, in a chain with those beside it: what is paired later is put into another piece in one step. */
export class Piece {
  before: Piece | null = null;
  behind: Piece | null = null;
  /** Whether it stands in another piece: what it might have opened is over. */
  isInside = false;

  constructor(
    public from: number,
    public to: number,
    public made: Made,
  ) {}
}

/** The pieces of a text in their order, the outermost ones. */
export class Chain {
  first: Piece | null = null;
  last: Piece | null = null;

  push(piece: Piece): Piece {
    piece.before = this.last;
    if (this.last === null) this.first = piece;
    else this.last.behind = piece;
    this.last = piece;
    return piece;
  }

  /** Puts the pieces between `opening` and `closing` into one that stands between them; without `closing` all behind `opening`. */
  wrapBetween(opening: Piece, closing: Piece | null, from: number, to: number, wrap: Wrap): Piece {
    const first = opening.behind === closing ? null : opening.behind;
    const whole = new Piece(from, to, { kind: 'wrap', wrap, first });
    const end = closing === null ? this.last : closing.before;
    if (first !== null && end !== null) {
      first.before = null;
      end.behind = null;
      for (let inner: Piece | null = first; inner !== null; inner = inner.behind) inner.isInside = true;
    }
    whole.before = opening;
    whole.behind = closing;
    opening.behind = whole;
    if (closing === null) this.last = whole;
    else closing.before = whole;
    return whole;
  }

  /** Takes a piece out that `by` has taken the place of. */
  drop(piece: Piece): void {
    if (piece.before === null) this.first = piece.behind;
    else piece.before.behind = piece.behind;
    if (piece.behind === null) this.last = piece.before;
    else piece.behind.before = piece.before;
  }
}

/** Nesting deeper than this is shown as it is written: no note means it, and it bounds the work. */
const DEEPEST = 8;
/** The width, or width and height, at which Obsidian shows a picture. */
const SIZE = /^\s*\d+(?:x\d+)?\s*$/;

/** Makes the tokens of a chain. */
export class TokenMaker {
  readonly #markdown: string;
  /** Whether something is shown since the last break; only then does a block begin another line. */
  #isShown = false;
  /** A block's tag that is a break if anything is shown behind it. */
  #mayBreak: { readonly tokens: InlineToken[]; readonly index: number } | null = null;

  constructor(markdown: string) {
    this.#markdown = markdown;
  }

  tokens(first: Piece | null, depth = 0, isInLink = false): InlineToken[] {
    const tokens: InlineToken[] = [];
    for (let piece = first; piece !== null; piece = piece.behind) {
      if (piece.from === piece.to) continue;
      const { made, from, to } = piece;
      switch (made.kind) {
        case 'text':
          this.#pushText(tokens, from, to, made.text ?? this.#markdown.slice(from, to));
          break;
        case 'token':
          this.#push(tokens, made.token, isInLink);
          break;
        case 'tag':
          if (made.block && this.#isShown) this.#mayBreak ??= { tokens, index: tokens.length };
          tokens.push({ type: 'tag', from, to });
          break;
        case 'wrap':
          if (depth >= DEEPEST) this.#pushText(tokens, from, to, this.#markdown.slice(from, to));
          else this.#pushWrap(tokens, piece, made.wrap, made.first, depth, isInLink);
          break;
      }
    }
    return tokens;
  }

  #pushText(tokens: InlineToken[], from: number, to: number, text: string): void {
    if (!this.#isShown || this.#mayBreak !== null) {
      if (text.trim() !== '') this.#show();
    }
    const last = tokens[tokens.length - 1];
    if (last?.type === 'text')
      tokens[tokens.length - 1] = { type: 'text', text: last.text + text, from: last.from, to };
    else tokens.push({ type: 'text', text, from, to });
  }

  #push(tokens: InlineToken[], token: InlineToken, isInLink: boolean): void {
    if (token.type === 'break') {
      this.#isShown = false;
      this.#mayBreak = null;
    } else if (token.type !== 'comment') this.#show();
    // A link holds no other: an address in it is its text.
    if (isInLink && token.type === 'link') for (const child of token.children) tokens.push(child);
    else tokens.push(token);
  }

  #pushWrap(
    tokens: InlineToken[],
    { from, to }: Piece,
    wrap: Wrap,
    first: Piece | null,
    depth: number,
    isInLink: boolean,
  ): void {
    switch (wrap.type) {
      case 'link':
        tokens.push({ type: 'link', href: wrap.href, children: this.tokens(first, depth + 1, true), from, to });
        break;
      case 'image': {
        const alias = withoutSize(textOfTokens(this.tokens(first, depth + 1, isInLink), this.#markdown));
        this.#show();
        const { target } = wrap;
        tokens.push({ type: 'embed', target, heading: '', alias, shown: alias || target, from, to });
        break;
      }
      case 'footnote': {
        // It is shown apart.
        const aside = new TokenMaker(this.#markdown).tokens(first, depth + 1);
        this.#show();
        tokens.push({ type: 'footnote', id: '', text: textOfTokens(aside, this.#markdown), from, to });
        break;
      }
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'highlight':
      case 'underline':
      case 'key':
      case 'raised':
      case 'lowered':
        tokens.push({ type: wrap.type, children: this.tokens(first, depth + 1, isInLink), from, to });
    }
  }

  #show(): void {
    this.#isShown = true;
    const found = this.#mayBreak;
    const tag = found?.tokens[found.index];
    if (found === null || tag === undefined) return;
    this.#mayBreak = null;
    found.tokens[found.index] = { type: 'break', from: tag.from, to: tag.to };
  }
}

/** The name given to an embed, which may be followed by a size, or be nothing but one. */
export function withoutSize(alias: string): string {
  const bar = alias.lastIndexOf('|');
  return SIZE.test(alias.slice(bar + 1)) ? alias.slice(0, Math.max(0, bar)).trim() : alias;
}
