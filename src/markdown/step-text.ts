import { splitLines } from '../text/line-breaks';
import type { Step } from '../model/note';
import { isFilled } from './filled';
import { lineStart } from './lines';
import { countQuoteMarks, withoutQuoteMarks } from './quote-marks';

/** What a chat keeps below a turn: nobody's text, and never dropped from a note. */
export const UID = /^\s*<!-- UID: .*-->\s*$/;

/** What a step, or a raw text, says, without quote marks that stand before all of it; `''` for an empty one. */
export function stepText(
  text: string,
  { heading, body, headEnd, textEnd, words }: Pick<Step, 'heading' | 'body' | 'headEnd' | 'textEnd' | 'words'>,
): string {
  if (words === 0) return '';
  const quote = text.slice(lineStart(text, heading.from), heading.from);
  return textBelow(splitLines(text.slice(body.from, body.to)).slice(0, textEnd - headEnd), quote);
}

/** The text of lines below a heading that stands behind `quote`: without these marks, a quote around it, and rules at its ends. */
export function textBelow(lines: readonly string[], quote: string): string {
  let text = lines.map((line) => withoutQuoteMarks(line, countQuoteMarks(quote)));
  const isText = (line: string): boolean => isFilled(line) && !UID.test(line);
  if (text.every((line) => /^\s*>/.test(line) || !isText(line))) text = text.map((line) => withoutQuoteMarks(line, 1));
  return text.slice(text.findIndex(isText), text.findLastIndex(isText) + 1).join('\n');
}
