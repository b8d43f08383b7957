import { joinChanges } from './apply-changes';
import type { TextChange } from './text-change';

/** The line breaks that an editor knows. It keeps all of them as `\n`. */
const LINE_BREAK = /\r\n?|\n/g;
const BREAK_AT_START = /^(?:\r\n?|\n)/;
const BREAK_AT_END = /(?:\r\n?|\n)$/;

/**
 * The changes computed from `read`, as they are for `text`, which holds the same lines though it may end them otherwise: an editor
 * has `\n` where the file has `\r\n`. What is inserted takes the line ends of its place. The lines are in the end those that the
 * changes make of `read`, also where a change begins, ends or inserts one half of a `\r\n`. `null` when the texts differ in more.
 */
export function fitChanges(changes: readonly TextChange[], read: string, text: string): readonly TextChange[] | null {
  const from = linesOf(read);
  const to = linesOf(text);
  if (from.length !== to.length || from.some((line, index) => line.text !== to[index]?.text)) return null;
  // Changes ascend: the line of the one before is never behind.
  let index = 0;
  const moved = (offset: number): number => {
    while ((from[index + 1]?.start ?? Infinity) <= offset) index++;
    const line = from[index];
    const target = to[index];
    if (!line || !target) throw new Error(`no line at offset ${offset}`);
    return target.start + Math.min(offset - line.start, line.text.length);
  };
  const fitting = keepPairs(changes, read).map((change) => {
    const { from: start, to: end, insert } = withoutOuterBreaks(change, read);
    const place = moved(start);
    // The last line ends as the one before it.
    const lineEnd = to[index]?.end || to[index - 1]?.end || '\n';
    return { from: place, to: moved(end), insert: withLineEnds(insert, lineEnd) };
  });
  return joinChanges(fitting).map((change) => keptApart(change, text));
}

/** Whether two texts hold the same lines, whatever ends them. */
export function isSameLines(one: string, other: string): boolean {
  return one === other || withLineEnds(one, '\n') === withLineEnds(other, '\n');
}

/**
 * The same changes, so wide that none takes or leaves half of a line break: neither one of the text before them nor one of the text
 * after them. To an editor the halves of a `\r\n` are no places, and each of them alone is a line break.
 */
function keepPairs(changes: readonly TextChange[], text: string): readonly TextChange[] {
  const wide = joinChanges(changes).map(({ from, to, insert }) => {
    const after = insert === '' ? text.charAt(to) : insert.charAt(0);
    const before = insert === '' ? text.charAt(from - 1) : insert.charAt(insert.length - 1);
    const takesBefore = text.charAt(from - 1) === '\r' && (after === '\n' || text.charAt(from) === '\n');
    const takesAfter = text.charAt(to) === '\n' && (before === '\r' || text.charAt(to - 1) === '\r');
    return {
      from: takesBefore ? from - 1 : from,
      to: takesAfter ? to + 1 : to,
      insert: (takesBefore ? '\r' : '') + insert + (takesAfter ? '\n' : ''),
    };
  });
  return joinChanges(wide);
}

/** A change that writes the line breaks again with which what it replaces begins or ends, without them: they keep their kind. */
function withoutOuterBreaks({ from, to, insert }: TextChange, text: string): TextChange {
  const start = [text.slice(from, to), insert].map((each) => BREAK_AT_START.exec(each)?.[0].length ?? 0);
  const [taken = 0, given = 0] = start.every((length) => length > 0) ? start : [];
  const rest = [text.slice(from + taken, to), insert.slice(given)];
  const end = rest.map((each) => BREAK_AT_END.exec(each)?.[0].length ?? 0);
  const [takenLast = 0, givenLast = 0] = end.every((length) => length > 0) ? end : [];
  return { from: from + taken, to: to - takenLast, insert: insert.slice(given, insert.length - givenLast) };
}

/** In a text of several kinds of line ends a `\r` and a `\n` that are two line breaks can come together: they stay two. */
function keptApart({ from, to, insert }: TextChange, text: string): TextChange {
  const meetsBefore = text.charAt(from - 1) === '\r' && (insert || text.charAt(to)).startsWith('\n');
  const parted = (meetsBefore ? '\r' : '') + insert;
  const meetsAfter = insert.endsWith('\r') && text.charAt(to) === '\n';
  return { from, to, insert: meetsAfter ? `${parted}\n` : parted };
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** `''` for the last line. */
  readonly end: string;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(LINE_BREAK)) {
    lines.push({ start, text: text.slice(start, index), end });
    start = index + end.length;
  }
  return [...lines, { start, text: text.slice(start), end: '' }];
}

function withLineEnds(text: string, end: string): string {
  return text.replace(LINE_BREAK, end);
}
