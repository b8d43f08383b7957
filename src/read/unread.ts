import { closesFence, fenceLength } from './line-kinds';
import { skipSpace, type LineCursor } from './lines';
import { LookAhead } from './look-ahead';

/** Passes over blocks whose text nobody reads: fenced code and comments. The cursor stays on a block's last line. */
export class UnreadBlocks {
  readonly #cursor: LineCursor;
  readonly #htmlEnd: LookAhead;
  readonly #obsidianEnd: LookAhead;

  constructor(cursor: LineCursor) {
    this.#cursor = cursor;
    this.#htmlEnd = new LookAhead(cursor.text, '-->');
    this.#obsidianEnd = new LookAhead(cursor.text, '%%');
  }

  /** Code behind a fence at `from`; it ends with its fence, with the quote it stands in, or with the text. */
  passFence(from: number): boolean {
    const cursor = this.#cursor;
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
  passComment(opening: '<!--' | '%%'): boolean {
    const cursor = this.#cursor;
    const { text, content, end } = cursor;
    if (!text.startsWith(opening, content)) return false;
    const closing = opening === '%%' ? this.#obsidianEnd : this.#htmlEnd;
    const close = closing.next(content + opening.length);
    // Text behind an inline comment is text.
    if (close === Infinity || (close < end && skipSpace(text, close + closing.sign.length, end) < end)) return false;
    while (cursor.end < close && cursor.next());
    return true;
  }
}
