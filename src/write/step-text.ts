import type { OutlinedText, Section } from '../model/outline';
import type { TextChange } from '../model/text-change';
import { endOfLine, isFilled, noteLines } from './note-lines';
import { filledLines } from './placeholders';

/** What a chat keeps below a turn: nobody's text, and never dropped from a note. */
const UID = /^\s*<!-- UID: .*-->\s*$/;

/** The lines of a step, its heading first, with a text in place of what stands below. It is quoted where that is. */
export function withStepText(step: readonly string[], text: string): readonly string[] {
  const [heading = '', ...body] = step;
  const isQuoted = body.find((line) => line.trim() !== '')?.startsWith('>') === true;
  return [heading, '', ...filledLines(text).map((line) => (isQuoted ? behind('> ', line) : line))];
}

/** What a step of a note says, without quote marks that stand before all of it; `''` for an empty one. */
export function stepText({ text }: OutlinedText, { headEnd, endLine, quote, words }: Section): string {
  return words === 0 ? '' : textBelow(noteLines(text).lines.slice(headEnd, endLine), quote);
}

/** The text of lines below a heading that stands behind `quote`: without these marks, a quote around it, and rules at its ends. */
export function textBelow(lines: readonly string[], quote: string): string {
  let text = lines.map((line) => withoutQuote(line, quote.split('>').length - 1));
  const isText = (line: string): boolean => isFilled(line) && !UID.test(line);
  if (text.every((line) => /^\s*>/.test(line) || !isText(line))) text = text.map((line) => withoutQuote(line, 1));
  return text.slice(text.findIndex(isText), text.findLastIndex(isText) + 1).join('\n');
}

/** The change that puts a text in place of what a step of a note holds: its words, or what waits to be filled. */
export function stepTextChange(note: OutlinedText, { headEnd, endLine, quote }: Section, text: string): TextChange {
  const target = noteLines(note.text);
  const { lines, eol } = target;
  const depth = quote.split('>').length - 1;
  let end = endLine;
  // What waits for a text behind the last filled line: blank lines and an empty quote, but no rule.
  while (end < lines.length && /^[\s>]*$/.test(lines[end] ?? '') && (depth === 0 || lines[end] !== '')) end++;
  const unquoted = lines.slice(headEnd - 1, end).map((one) => withoutQuote(one, depth));
  const kept = unquoted.filter((one) => UID.test(one));
  const written = [...withStepText(unquoted, text).slice(1), ...kept, ''].map((one) => behind(quote, one));
  return {
    from: endOfLine(target, headEnd),
    to: endOfLine(target, end),
    insert: written.map((one) => eol + one).join(''),
  };
}

function behind(quote: string, line: string): string {
  return line.trim() === '' ? quote.trimEnd() : quote + line;
}

/** A line without its first `depth` quote marks. */
function withoutQuote(line: string, depth: number): string {
  return Array.from({ length: depth }).reduce<string>((rest) => rest.replace(/^[ \t]*> ?/, ''), line);
}
