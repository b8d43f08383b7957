import { isBlankLine, isFilled } from '../markdown/filled';
import { isBoldLabel } from '../markdown/line-kinds';
import type { OutlinedText } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { noteLines } from './note-lines';
import type { NoteDraft } from './note-draft';
import { OTHER_HEADINGS } from './template';

const RAW = /\{\{[ \t]*raw[ \t]*\}\}/;
const FIRST_STEP = /\{\{[ \t]*step1[ \t]*\}\}/;

/**
 * The lines of a template's body for a draft: without the section of the raw text where there is none; with one above step 1 where the
 * template has no place for it.
 */
export function withRaw(lines: readonly string[], { raw, style }: Pick<NoteDraft, 'raw' | 'style'>): readonly string[] {
  const at = lines.findIndex((line) => RAW.test(line));
  if (raw.trim() === '') {
    if (at === -1) return lines;
    const [from, to] = sectionAround(lines, headAbove(lines, at), at + 1);
    return [...lines.slice(0, from), ...lines.slice(to)];
  }
  if (at !== -1) return lines;
  const head = headAbove(
    lines,
    lines.findIndex((line) => FIRST_STEP.test(line)),
  );
  const level = /^#+ /.exec(lines[head] ?? '')?.[0] ?? '### ';
  const section = [`${level}🔹 **${OTHER_HEADINGS[style.language].raw}:**`, '', '> {{raw}}', '', '---', ''];
  return [...lines.slice(0, head), ...section, ...lines.slice(head)];
}

/** The change that takes a note's raw text out, heading and all; `null` where there is none. */
export function rawTextRemoval({ text, outline: { rawText } }: OutlinedText): TextChange | null {
  if (rawText === null) return null;
  const { lines, starts } = noteLines(text);
  const [from, to] = sectionAround(lines, rawText.line - 1, rawText.textEnd);
  return { from: starts[from] ?? text.length, to: starts[to] ?? text.length, insert: '' };
}

/** The heading, or the line that acts as one, over a line with nothing but blank lines between; the line itself where none is. */
function headAbove(lines: readonly string[], at: number): number {
  const above = lines.slice(0, Math.max(0, at)).findLastIndex((line) => line.trim() !== '');
  const line = lines[above] ?? '';
  return /^[>\s]*#{1,6} /.test(line) || isBoldLabel(line, 0, line.length) ? above : Math.max(0, at);
}

/** A section's lines with the blank ones behind it, and a rule that would be left beside the one above it: first, and behind the last. */
function sectionAround(lines: readonly string[], from: number, end: number): readonly [number, number] {
  // A rule at the end of a quoted text is a part of it.
  const isRest = /^\s*>/.test(lines[from] ?? '') ? isBlankLine : (line: string): boolean => /^\s*(?:>.*)?$/.test(line);
  const skip = (line: number, isPassed: (line: string) => boolean): number => {
    const next = lines.slice(line).findIndex((one) => !isPassed(one));
    return next === -1 ? lines.length : line + next;
  };
  const isRule = (line = ''): boolean => !isFilled(line) && /[-*_]/.test(line);
  const next = skip(end, isRest);
  const above = lines.slice(0, from).findLast((line) => line.trim() !== '');
  return [from, isRule(lines[next]) && (above === undefined || isRule(above)) ? skip(next + 1, isBlankLine) : next];
}
