import type { TextChange } from '../model/text-change';

/** The line breaks that an editor knows. It keeps all of them as `\n`. */
const LINE_BREAK = /\r\n?|\n/g;

/**
 * The changes computed from `read`, as they are for `text`, which holds the same lines though it may end them otherwise: an editor
 * has `\n` where the file has `\r\n`. What is inserted takes the line ends of its place. `null` when the texts differ in more.
 */
export function fitChanges(changes: readonly TextChange[], read: string, text: string): readonly TextChange[] | null {
  if (read === text) return changes;
  const from = linesOf(read);
  const to = linesOf(text);
  if (from.length !== to.length || from.some((line, index) => line.text !== to[index]?.text)) return null;
  return changes.map((change) => {
    const start = moved(change.from, from, to);
    return { from: start, to: moved(change.to, from, to), insert: withLineEnds(change.insert, lineEndAt(start, to)) };
  });
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

function moved(offset: number, from: readonly Line[], to: readonly Line[]): number {
  const index = indexAt(offset, from);
  const line = from[index];
  const target = to[index];
  if (!line || !target) throw new Error(`no line at offset ${offset}`);
  return target.start + Math.min(offset - line.start, line.text.length);
}

/** The last line that starts at the offset or before it. */
function indexAt(offset: number, lines: readonly Line[]): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const mid = Math.ceil((low + high) / 2);
    if ((lines[mid]?.start ?? Infinity) <= offset) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** How the line at an offset ends; the last one as the line before it. */
function lineEndAt(offset: number, lines: readonly Line[]): string {
  const index = indexAt(offset, lines);
  return lines[index]?.end || lines[index - 1]?.end || '\n';
}

function withLineEnds(text: string, end: string): string {
  return text.replace(LINE_BREAK, end);
}
