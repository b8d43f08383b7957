import { CodeSpans } from './code-spans';
import { Comments } from './comments';
import { CODE, lineEnd, lineStart, trimEnd } from './lines';
import { ForwardSearch } from './forward-search';
import { isEscapable } from './references';

/**
 * A note's text with blanks in place of the comments that begin and end in one of its lines. Everything else stands where it stood.
 */
export function withoutComments(text: string): string {
  // What opens a comment, by the signs of it that are rarest in words.
  const percents = new ForwardSearch(text, '%%');
  const bangs = new ForwardSearch(text, '!--');
  const ends = new ForwardSearch(text, '-->');
  let seen = '';
  let copied = 0;
  let from = 0;
  for (;;) {
    const at = Math.min(percents.next(from), bangs.next(from));
    if (at === Infinity) return copied === 0 ? text : seen + text.slice(copied);
    const end = lineEnd(text, at);
    const start = lineStart(text, at);
    from = end;
    // A line of nothing else is a block that nobody looks into.
    if (start === at - 1 && text.startsWith('<!--', start) && ends.next(at + 3) + 3 === end) continue;
    const line = text.slice(start, end);
    const shown = shownLine(line);
    if (shown !== line && NOT_EMPTY.test(shown)) {
      seen += text.slice(copied, start) + shown;
      copied = end;
    }
  }
}

const NOT_EMPTY = /[^\s>]/;

/** Where a line ends that is to be read up to `end`: before the white space and the id of a block (` ^id`), which Obsidian hides. */
export function shownEnd(text: string, from: number, end: number): number {
  const stop = trimEnd(text, from, end);
  let at = stop;
  while (at > from && isIdSign(text.charCodeAt(at - 1))) at--;
  if (at === stop || text.charCodeAt(at - 1) !== CODE.caret) return stop;
  // Before a text there is nothing, which is a part of any.
  const isApart = ' \t\r\n'.includes(text.charAt(at - 2));
  return isApart ? trimEnd(text, from, at - 1) : stop;
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
  return shown + line.slice(copied);
}
