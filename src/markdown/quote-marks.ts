import { CODE } from './lines';

/** A line without its first `depth` quote marks, all of them if nothing is said, and without the blank behind each. */
export function withoutQuoteMarks(line: string, depth = Infinity): string {
  let text = 0;
  for (let left = depth; left > 0; left--) {
    let at = text;
    while (line.charCodeAt(at) === CODE.space || line.charCodeAt(at) === CODE.tab) at++;
    if (line.charCodeAt(at) !== CODE.greater) break;
    text = line.charCodeAt(at + 1) === CODE.space ? at + 2 : at + 1;
  }
  return line.slice(text);
}

/** How many quote marks there are in what stands before a line's content. */
export function countQuoteMarks(before: string): number {
  return before.split('>').length - 1;
}

/** Where the content of a line below a text's first begins, behind quote marks and indentation. */
export function contentStart(line: string): number {
  return /^[ \t>]*/.exec(line)?.[0].length ?? 0;
}
