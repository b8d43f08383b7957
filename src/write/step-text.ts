import { isBlankLine } from '../markdown/filled';
import { lineBreakEnd, lineEnd } from '../markdown/lines';
import { countQuoteMarks, withoutQuoteMarks } from '../markdown/quote-marks';
import { UID } from '../markdown/step-text';
import type { OutlinedText, Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { lineBreakOf, lineSpans } from '../text/line-breaks';
import { filledLines } from './placeholders';

/** The lines of a step, its heading first, with a text in place of what stands below. It is quoted where that is. */
export function withStepText(step: readonly string[], text: string): readonly string[] {
  const [heading = '', ...body] = step;
  const isQuoted = body.find((line) => line.trim() !== '')?.startsWith('>') === true;
  return [heading, '', ...filledLines(text).map((line) => (isQuoted ? behind('> ', line) : line))];
}

/** The change that puts a text in place of what a step of a note holds: its words, or what waits to be filled. */
export function stepTextChange(
  note: OutlinedText,
  { heading, body, headEnd, textEnd, quote }: Section,
  text: string,
): TextChange {
  const depth = countQuoteMarks(quote);
  const from = heading.to;
  const old = note.text.slice(from, body.to);
  const end = endOfWaiting(note.text, from + (lineSpans(old)[textEnd - headEnd]?.to ?? 0), depth);
  const spans = lineSpans(note.text.slice(from, end));
  const unquoted = spans.map((span) => withoutQuoteMarks(note.text.slice(from + span.from, from + span.to), depth));
  // Blank lines below it stay as they are; where there is nothing else, or none, one is enough.
  const last = unquoted.findLastIndex((one) => one.trim() !== '');
  const isParted = last !== -1 && (last < spans.length - 1 || isBlankBehind(note.text, end, depth));
  const to = isParted ? from + (spans[last]?.to ?? 0) : end;
  const kept = unquoted.filter((one) => UID.test(one));
  const lines = [...withStepText(unquoted, text).slice(1), ...kept, ...(isParted ? [] : [''])];
  const written = lines.map((one) => behind(quote, one));
  const eol = lineBreakOf(note.text);
  return { from, to, insert: written.map((one) => eol + one).join('') };
}

/** The end of what waits for a text below a line that ends at `end`: blank lines and an empty quote, but no rule. */
function endOfWaiting(text: string, end: number, depth: number): number {
  let last = end;
  for (let start = lineBreakEnd(text, last); start > last; start = lineBreakEnd(text, last)) {
    const next = lineEnd(text, start);
    const line = text.slice(start, next);
    if (!isBlankLine(line) || (depth > 0 && line === '')) break;
    last = next;
  }
  return last;
}

/** Whether a quote ends with a line that a blank one follows. */
function isBlankBehind(text: string, end: number, depth: number): boolean {
  const next = lineBreakEnd(text, end);
  return depth > 0 && next > end && lineEnd(text, next) === next;
}

function behind(quote: string, line: string): string {
  return line.trim() === '' ? quote.trimEnd() : quote + line;
}
