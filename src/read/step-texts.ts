import type { Step } from '../model/note';
import { withoutQuoteMarks } from '../markdown/quote-marks';
import { splitLines } from '../text/line-breaks';

/** What each step says: the text below its heading without quote marks, blank lines at its ends left out; `''` for an empty one. */
export function stepTexts(text: string, steps: readonly Step[]): readonly string[] {
  return steps.map(({ body, words }) => {
    if (words === 0) return '';
    return splitLines(text.slice(body.from, body.to))
      .map((line) => withoutQuoteMarks(line))
      .join('\n')
      .trim();
  });
}
