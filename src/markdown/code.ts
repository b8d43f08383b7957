import type { Span } from '../text/span';
import { CodeBlocks, type LineRole } from './code-blocks';
import { readInlineCode, type InlineCode } from './inline-code';
import { CODE, LineCursor } from './lines';
import { frontmatterEnd } from './frontmatter';

/** A part of a text that is code or the like: no link stands in it, and nobody writes into it. */
export interface CodeRange extends Span {
  readonly role: Exclude<LineRole, 'text'> | InlineCode['role'];
  /** It is lines as a whole, from the text of the first to the end of the last; else a part of a paragraph. */
  readonly isBlock: boolean;
}

/** All code of a note, ascending; its frontmatter is none. Total, and linear in the text's length. */
export function codeIn(text: string): readonly CodeRange[] {
  const ranges: CodeRange[] = [];
  const blocks = new CodeBlocks(text);
  /** Where the text of each of its lines stands. */
  let paragraph: Span[] = [];
  const flush = (): void => {
    // One by one: a paragraph may hold more than a call takes.
    if (paragraph.length > 0) for (const range of inParagraph(text, paragraph)) ranges.push(range);
    paragraph = [];
  };
  const line = new LineCursor(text, frontmatterEnd(text).offset);
  while (line.next()) {
    const { start: from, end: to } = line;
    const role = blocks.step(line);
    if (role === 'text') {
      if (!blocks.continues) flush();
      if (blocks.from < to) paragraph.push({ from: blocks.from, to });
    } else {
      flush();
      const last = blocks.opens || role === 'indented' ? undefined : ranges.pop();
      ranges.push({ from: last?.from ?? (blocks.opens ? blocks.from : from), to, role, isBlock: true });
    }
  }
  flush();
  return ranges;
}

/** `| --- | :-: |`: what makes a table of the line above and those below. */
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Code within the lines of a paragraph; no code goes over the borders of a table's cells. */
function inParagraph(text: string, lines: readonly Span[]): readonly CodeRange[] {
  if (!lines.some(({ from, to }) => mayHoldCode(text, from, to))) return [];
  const delimiter = lines.findIndex(({ from, to }, index) => {
    const above = lines[index - 1];
    const row = text.slice(from, to);
    return (
      above !== undefined &&
      row.includes('|') &&
      DELIMITER_ROW.test(row) &&
      cellsOf(text, above).length === cellsOf(text, { from, to }).length
    );
  });
  const before = delimiter === -1 ? lines : lines.slice(0, delimiter - 1);
  const rows = delimiter === -1 ? [] : [...lines.slice(delimiter - 1, delimiter), ...lines.slice(delimiter + 1)];
  return [
    ...inText(text, before),
    ...rows.flatMap((row) => cellsOf(text, row).flatMap((cell) => inText(text, [cell]))),
  ];
}

/** The cells of a table's row; an escaped pipe is none of its borders. */
function cellsOf(text: string, { from, to }: Span): readonly Span[] {
  const cells: Span[] = [];
  let start = text.charCodeAt(from) === CODE.pipe ? from + 1 : from;
  for (let at = start; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.backslash) at++;
    else if (code === CODE.pipe) {
      cells.push({ from: start, to: at });
      start = at + 1;
    }
  }
  if (text.slice(start, to).trim() !== '') cells.push({ from: start, to });
  return cells;
}

/** Code in text that stands in several lines, whose ends and quote marks are no part of it. */
function inText(text: string, lines: readonly Span[]): readonly CodeRange[] {
  const joined = lines.map(({ from, to }) => text.slice(from, to)).join('\n');
  const found = readInlineCode(joined);
  if (found.length === 0) return [];
  let index = 0;
  /** Offset in the joined text at which the line begins. */
  let start = 0;
  const placeOf = (at: number): number => {
    for (;;) {
      const line = lines[index];
      if (line === undefined) throw new Error(`no line holds the offset ${at}`);
      const length = line.to - line.from;
      if (at <= start + length) return line.from + at - start;
      start += length + 1;
      index++;
    }
  };
  return found.map(({ from, to, role }) => ({ from: placeOf(from), to: placeOf(to), role, isBlock: false }));
}

function mayHoldCode(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.backtick || code === CODE.less || code === CODE.dollar) return true;
  }
  return false;
}
