import { findFrontmatter, isUnfinishedFrontmatter } from '../markdown/frontmatter';
import { fieldNamed, isFilledField } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { lineStart } from '../markdown/lines';
import { CHECKED_FIELDS } from '../model/note-facts';
import type { TextChange } from '../model/text-change';
import { lineBreakOf } from '../text/line-breaks';
import { fieldBlocks, type FieldBlock } from './frontmatter-fields';

const OPENS = /^\s{0,99}(?:---|(?:`{3,99}|~{3,99})[ \t]{0,99}(?:ya?ml|frontmatter))\s{0,99}$/i;
const CLOSES = /^\s{0,99}(?:---|`{3,99}|~{3,99})\s{0,99}$/;

/** How often each line may be read as a field: one that opens a block may be said in another that nothing closes. */
const MOST_READ = 16;

/** Fields of frontmatter in an answer, and the lines that they take (0-based), with what opens and closes them. */
export interface AnswerFields {
  readonly blocks: readonly FieldBlock[];
  readonly from: number;
  readonly to: number;
}

/** The fields that stand above the line `end` of an answer, between rules or in a code block; `null` for none. */
export function fieldsIn(lines: readonly string[], end: number): AnswerFields | null {
  let close = 0;
  let left = end * MOST_READ;
  for (let from = 0; from < end && left > 0; from++) {
    if (!OPENS.test(lines[from] ?? '')) continue;
    for (close = Math.max(close, from + 1); close < end && !CLOSES.test(lines[close] ?? '');) close++;
    if (close >= end) return null;
    const length = close - from - 1;
    left -= length;
    // A code block may hold the rules besides.
    const isDouble = length === 0 && OPENS.test(lines[from + 1] ?? '');
    if (isDouble) continue;
    const inner = lines.slice(from + 1, from + 1 + length);
    const blocks = (fieldBlocks(inner) ?? []).filter(({ name }) => name !== '');
    if (blocks.length === 0) continue;
    const isWrapped = from > 0 && /^\s*[`~]/.test(lines[from - 1] ?? '') && CLOSES.test(lines[close + 1] ?? '');
    return isWrapped ? { blocks, from: from - 1, to: close + 1 } : { blocks, from, to: close };
  }
  return null;
}

const YAML_FENCE = /^\s{0,99}(?:`{3,99}|~{3,99})[ \t]{0,99}(?:ya?ml|frontmatter)\s{0,99}$/i;

/** The fields that stand in a code block of YAML below the line `from`, with no heading behind it; `null` for none that notes have. */
export function fieldsAtEnd(lines: readonly string[], from: number): AnswerFields | null {
  const open = lines.findLastIndex((line) => YAML_FENCE.test(line));
  if (open < from || lines.slice(open).some((line) => /^#{1,6} /.test(line))) return null;
  const found = fieldsIn(lines.slice(open), lines.length - open);
  const isKnown = found?.blocks.some(({ name }) => CHECKED_FIELDS.some((one) => one === name));
  return found && isKnown ? { blocks: found.blocks, from: open, to: open + found.to } : null;
}

/** Whether a note's frontmatter says something in a field. */
export function saysField(text: string, name: string): boolean {
  const field = fieldNamed(scanFrontmatter(text), name);
  return field !== null && isFilledField(field);
}

/** The change that gives a note a field as an answer has it, in place of what it holds; `null` where that cannot be done safely. */
export function fieldChange(text: string, { name, lines }: FieldBlock): TextChange | null {
  const scan = scanFrontmatter(text);
  const eol = lineBreakOf(text) === '\r\n' ? '\r\n' : '\n';
  const insert = lines.filter((line) => line.trim() !== '').join(eol);
  const front = findFrontmatter(text);
  if (front === null) {
    if (isUnfinishedFrontmatter(text)) return null;
    const at = Number(text.startsWith('\uFEFF'));
    return { from: at, to: at, insert: `---${eol}${insert}${eol}---${eol}` };
  }
  if (!scan.isClear) return null;
  const field = fieldNamed(scan, name);
  if (field === null) return { from: front.to, to: front.to, insert: insert + eol };
  return { from: lineStart(text, field.key.from), to: Math.max(field.to, field.value.to), insert };
}
