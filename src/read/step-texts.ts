import type { Step } from '../model/note';
import { withoutQuoteMarks } from '../markdown/quote-marks';
import { splitLines } from '../text/line-breaks';

/**
 * What each step says: the text below its heading without quote marks, without blank lines and idea links behind labels at its
 * ends; `''` for an empty one.
 */
export function stepTexts(text: string, steps: readonly Step[]): readonly string[] {
  return steps.map(({ body, words, headEnd, textEnd }) => {
    if (words === 0) return '';
    return splitLines(text.slice(body.from, body.to))
      .slice(0, textEnd - headEnd)
      .map((line) => withoutQuoteMarks(line))
      .join('\n')
      .trim();
  });
}
