import type { Span } from '../model/span';
import { lineBreakEnd, lineBreakStart, lineStart, type LineStart } from './lines';

/** A line and the offset where it ends, its line break left out. */
export interface LineEnd {
  readonly line: number;
  readonly end: number;
}

/** Whether a line holds nothing but blanks and quote marks. */
export function isBlankLine(line: string): boolean {
  return /^[\s>]*$/.test(line);
}

/** Whether a line holds more than blanks, quote marks and a rule. */
export function isFilled(line: string): boolean {
  return !/^[\s>]*(?:[-*_][-*_\s]*)?$/.test(line);
}

/** The last filled line below `head` and above `boundary`, which may be one behind the text's last; else `head` itself. */
export function lastFilledLine(text: string, head: LineEnd, boundary: LineStart): LineEnd {
  let line = boundary.line - 1;
  let end = boundary.offset > text.length ? text.length : lineBreakStart(text, boundary.offset);
  while (line > head.line) {
    const start = lineStart(text, end);
    if (isFilled(text.slice(start, end))) return { line, end };
    line--;
    end = lineBreakStart(text, start);
  }
  return head;
}

/** The lines below a head that ends at `headEnd`, the last of which ends at `end`; nothing behind the head where there are none. */
export function bodySpan(text: string, headEnd: number, end: number): Span {
  return end === headEnd ? { from: headEnd, to: headEnd } : { from: lineBreakEnd(text, headEnd), to: end };
}
