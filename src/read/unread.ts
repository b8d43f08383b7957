import { closesFence, fenceLength } from './line-kinds';
import { skipSpace, type LineCursor } from './lines';

/** The comments that notes hold: HTML's and Obsidian's own. */
const COMMENT_ENDS = { '<!--': '-->', '%%': '%%' } as const;

/** Passes over blocks whose text nobody reads: fenced code and comments. The cursor stays on a block's last line. */
export class UnreadBlocks {
  /** Ends of comments that stand nowhere further on. */
  readonly #missing = new Set<string>();

  constructor(private readonly cursor: LineCursor) {}

  /** Code behind a fence at `from`; it ends with its fence, with the quote it stands in, or with the text. */
  passFence(from: number): boolean {
    const { cursor } = this;
    const { text, end, depth } = cursor;
    const code = text.charCodeAt(from);
    const length = fenceLength(text, from, end);
    if (length === 0) return false;
    while (cursor.next()) {
      if (cursor.depth < depth) {
        cursor.back();
        break;
      }
      if (closesFence(text, cursor, code, length)) break;
    }
    return true;
  }

  /** A comment that begins with the line; one that is never closed is text. */
  passComment(opening: keyof typeof COMMENT_ENDS): boolean {
    const { cursor } = this;
    const { text, content, end } = cursor;
    const closing = COMMENT_ENDS[opening];
    if (!text.startsWith(opening, content) || this.#missing.has(closing)) return false;
    const close = text.indexOf(closing, content + opening.length);
    if (close === -1) this.#missing.add(closing);
    // Text behind an inline comment is text.
    if (close === -1 || (close < end && skipSpace(text, close + closing.length, end) < end)) return false;
    while (cursor.end < close && cursor.next());
    return true;
  }
}
