import { BlockCursor } from '../markdown/block-cursor';
import type { TextChange } from '../model/text-change';
import { lineBreakOf, lineSpans, splitLines } from '../text/line-breaks';

/** A text's lines without their line breaks, and where they stand. */
export interface NoteLines {
  readonly text: string;
  readonly lines: readonly string[];
  /** Offset of each line's beginning. */
  readonly starts: readonly number[];
  /** The line break that the text uses. */
  readonly eol: '\n' | '\r\n' | '\r';
}

export function noteLines(text: string): NoteLines {
  const starts = lineSpans(text).map(({ from }) => from);
  return { text, lines: splitLines(text), starts, eol: lineBreakOf(text) };
}

/**
 * Puts lines behind the line `after`, 1-based; 0 is the very beginning, behind a byte order mark. Frontmatter would be none with lone
 * carriage returns, and what is none with one behind its last rule stays so.
 */
export function insertLines(target: NoteLines, after: number, lines: readonly string[]): TextChange {
  const { text } = target;
  const from = after === 0 ? Number(text.startsWith('\uFEFF')) : endOfLine(target, after);
  const [first, ...rest] = lines;
  const eol = after === 0 && target.eol === '\r' && first === '---' ? '\n' : target.eol;
  if (after === 0) return { from, to: from, insert: lines.join(eol) + eol };
  const isLoneRule = first === '' && /^---\r(?!\n)/.test(text.slice(from - 3, from + 2));
  const insert = isLoneRule ? `\r\r${rest.join(eol)}` : eol + lines.join(eol);
  return { from, to: from, insert: from === text.length ? insert + eol : insert };
}

/** Offset of the end of a line, 1-based, before its line break. */
function endOfLine({ lines, starts }: NoteLines, line: number): number {
  const start = starts[line - 1];
  if (start === undefined) throw new Error(`no line ${line} of ${lines.length}`);
  return start + (lines[line - 1] ?? '').length;
}

/** What a text's lines are, as far as it decides on where a heading can be put. Lines are 1-based. */
export interface Ground {
  /** Lines that are no blank lines and rules, though they look like it: they underline a heading, or are code, HTML and the like. */
  readonly taken: ReadonlySet<number>;
  /** Those behind which a heading would come between a table and its caption. */
  readonly captioned: ReadonlySet<number>;
  /** By line: the head of the innermost callout that it stands in; 0 for none. */
  readonly callouts: readonly number[];
}

export function groundOf(text: string): Ground {
  const block = new BlockCursor(text);
  const taken = new Set<number>();
  const captioned = new Set<number>();
  const callouts: number[] = [];
  const open = new OpenCallouts();
  let heading = 0;
  while (block.next()) {
    const { kind, at, header } = block;
    const isBlock = kind === 'code' || kind === 'comment' || kind === 'formula' || kind === 'html';
    if (isBlock || kind === 'underline') taken.add(at.line);
    if (kind === 'heading' || kind === 'underline') heading = at.line;
    if (kind === 'delimiter') for (; heading < header.line; heading++) captioned.add(heading);
    callouts[at.line] = open.next(at.depth, kind === 'callout' ? at.line : null) ?? 0;
  }
  return { taken, captioned, callouts };
}

/** Knows in which callouts a line stands. */
export class OpenCallouts {
  readonly #open: { readonly depth: number; readonly line: number }[] = [];

  /** The line of the innermost callout's head; `head` is the line's own number where it begins one. */
  next(depth: number, head: number | null): number | null {
    while ((this.#open.at(-1)?.depth ?? 0) > (head === null ? depth : depth - 1)) this.#open.pop();
    if (head !== null) this.#open.push({ depth, line: head });
    return this.#open.at(-1)?.line ?? null;
  }
}
