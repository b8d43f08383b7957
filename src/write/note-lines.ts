import { BlockCursor } from '../markdown/block-cursor';
import type { TextChange } from '../model/text-change';
import { lineBreakOf, lineSpans, splitLines } from '../text/line-breaks';

/** A text's lines without their line breaks, and where they stand. */
export interface NoteLines {
  readonly lines: readonly string[];
  /** Offset of each line's beginning. */
  readonly starts: readonly number[];
  /** The line break that the text uses. */
  readonly eol: '\n' | '\r\n' | '\r';
  /** Of the whole text. */
  readonly length: number;
}

export function noteLines(text: string): NoteLines {
  const starts = lineSpans(text).map(({ from }) => from);
  return { lines: splitLines(text), starts, eol: lineBreakOf(text), length: text.length };
}

/** Puts lines behind the line `after`, 1-based; 0 is the very beginning, behind a byte order mark. */
export function insertLines(target: NoteLines, after: number, lines: readonly string[]): TextChange {
  const text = lines.join(target.eol);
  const first = target.lines[0] ?? '';
  const from = after === 0 ? Number(first.startsWith('\uFEFF')) : endOfLine(target, after);
  const isLast = after > 0 && from === target.length;
  return { from, to: from, insert: after === 0 ? text + target.eol : target.eol + text + (isLast ? target.eol : '') };
}

/** Offset of the end of a line, 1-based, before its line break. */
function endOfLine({ lines, starts }: NoteLines, line: number): number {
  const start = starts[line - 1];
  if (start === undefined) throw new Error(`no line ${line} of ${lines.length}`);
  return start + (lines[line - 1] ?? '').length;
}

/** The lines, 1-based, that make the line above them a heading: they look like rules. */
export function underlinesIn(text: string): ReadonlySet<number> {
  const block = new BlockCursor(text);
  const lines = new Set<number>();
  while (block.next()) if (block.kind === 'underline') lines.add(block.at.line);
  return lines;
}
