import { CodeSpans } from './code-spans';
import { Comments } from './comments';
import { CODE, lineStart, skipSpace } from './lines';
import { LookAhead } from './look-ahead';
import { isEscapable } from './references';

/**
 * A note's text with blanks in place of what stands in its lines and is not shown: comments that begin and end in one line, and block
 * ids. Everything else stands where it stood.
 */
export function withoutUnseen(text: string): string {
  // What opens a comment, by the signs of it that are rarest in words, and a block's id.
  const percents = new LookAhead(text, '%%');
  const bangs = new LookAhead(text, '!--');
  const carets = new LookAhead(text, '^');
  let seen = '';
  let copied = 0;
  let from = 0;
  for (;;) {
    let caret = carets.next(from);
    while (caret !== Infinity && blockIdEnd(text, caret) === -1) caret = carets.next(caret + 1);
    const at = Math.min(percents.next(from), bangs.next(from), caret);
    if (at === Infinity) return copied === 0 ? text : seen + text.slice(copied);
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    const start = lineStart(text, at);
    const line = text.slice(start, end);
    const shown = shownLine(line);
    // A line of nothing else is a block that nobody looks into.
    if (shown !== line && NOT_EMPTY.test(shown)) {
      seen += text.slice(copied, start) + shown;
      copied = end;
    }
    from = end;
  }
}

const NOT_EMPTY = /[^\s>]/;

/** Where a block's id ends that opens with the `^` at `at`: behind a space, at the end of its line. -1 when there is none. */
function blockIdEnd(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  if (before !== CODE.space && before !== CODE.tab) return -1;
  let end = at + 1;
  while (isIdSign(text.charCodeAt(end))) end++;
  if (end === at + 1) return -1;
  const stop = skipSpace(text, end, text.length);
  const code = text.charCodeAt(stop);
  return stop === text.length || code === CODE.lineFeed || code === CODE.carriageReturn ? end : -1;
}

const isIdSign = (code: number): boolean =>
  code === CODE.dash ||
  (code >= CODE.zero && code <= CODE.nine) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

function shownLine(line: string): string {
  const code = new CodeSpans(line);
  const comments = new Comments(line);
  let shown = '';
  let copied = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charCodeAt(at);
    if (sign === CODE.backslash && isEscapable(line.charCodeAt(at + 1))) at++;
    else if (sign === CODE.backtick) {
      const end = code.at(at)?.end;
      if (end !== undefined) at = end - 1;
      else while (line.charCodeAt(at + 1) === CODE.backtick) at++;
    } else if (sign === CODE.percent || sign === CODE.less) {
      const end = comments.endAt(at);
      if (end === -1) continue;
      shown += line.slice(copied, at) + ' '.repeat(end - at);
      copied = end;
      at = end - 1;
    }
  }
  shown += line.slice(copied);
  const caret = shown.lastIndexOf('^');
  const idEnd = caret === -1 ? -1 : blockIdEnd(shown, caret);
  return idEnd === -1 ? shown : shown.slice(0, caret) + ' '.repeat(idEnd - caret) + shown.slice(idEnd);
}
