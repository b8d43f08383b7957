import type { OutlinedText, Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { endOfLine, isFilled, noteLines } from './note-lines';
import { filledLines } from './placeholders';

/** The lines of a step, its heading first, with a text in place of what stands below. It is quoted where that is. */
export function withStepText(step: readonly string[], text: string): readonly string[] {
  const [heading = '', ...body] = step;
  const isQuoted = body.find((line) => line.trim() !== '')?.startsWith('>') === true;
  return [heading, '', ...filledLines(text).map((line) => (isQuoted ? `> ${line}`.trimEnd() : line))];
}

/** The change that puts a text in place of what a step of a note holds: its words, or what waits to be filled. */
export function stepTextChange(note: OutlinedText, section: Section, text: string): TextChange {
  const target = noteLines(note.text);
  const { lines, eol, length } = target;
  const { line, quote } = section;
  const next = note.outline.sections.find((other) => other.line > line)?.line ?? Infinity;
  let end = section.endLine;
  // What waits for a text behind the last filled line: blank lines and an empty quote, but no rule.
  while (
    end < lines.length &&
    end + 1 < next &&
    /^[\s>]*$/.test(lines[end] ?? '') &&
    isQuotedAs(lines[end] ?? '', quote)
  )
    end++;
  const depth = quote.split('>').length - 1;
  const unquoted = lines.slice(line - 1, end).map((one) => withoutQuote(one, depth));
  const written = withStepText(unquoted, text).map((one) => (quote + one).trimEnd());
  const isLast = end >= lines.length;
  const from = endOfLine(target, line);
  const to = isLast ? length : endOfLine(target, end);
  const insert = [...written.slice(1), ...(isLast || isFilled(lines[end] ?? '') || lines[end] !== '' ? [''] : [])];
  return { from, to, insert: insert.map((one) => eol + one).join('') };
}

function isQuotedAs(line: string, quote: string): boolean {
  return quote === '' || line.startsWith('>');
}

/** A line without its first `depth` quote marks. */
export function withoutQuote(line: string, depth: number): string {
  let rest = line;
  for (let taken = 0; taken < depth; taken++) rest = rest.replace(/^[ \t]*> ?/, '');
  return rest;
}
