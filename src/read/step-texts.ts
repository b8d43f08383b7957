import type { Step } from '../model/note';

/** What each step says: the text below its heading without quote marks, blank lines at its ends left out; `''` for an empty one. */
export function stepTexts(text: string, steps: readonly Step[]): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return steps.map(({ headEnd, endLine, words }) => {
    if (words === 0) return '';
    return lines
      .slice(headEnd, endLine)
      .map((written) => written.replace(/^(?:[ \t]*>)+ ?/, ''))
      .join('\n')
      .trim();
  });
}
