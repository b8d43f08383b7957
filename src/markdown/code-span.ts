import { CODE } from './lines';

/** Where the parts of a code span stand. */
export interface CodeSpan {
  /** The code, between the backticks. */
  readonly from: number;
  readonly close: number;
  /** Behind the closing backticks. */
  readonly end: number;
}

/** How many backticks stand at `at`. */
export function backticksAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === CODE.backtick) end++;
  return end - at;
}

/** The code span that the backticks at `at` open: it ends with as many as open it. `null` when nothing closes it. */
export function codeSpanAt(text: string, at: number): CodeSpan | null {
  const length = backticksAt(text, at);
  const from = at + length;
  for (let close = text.indexOf('`', from); close !== -1;) {
    const found = backticksAt(text, close);
    if (found === length) return { from, close, end: close + length };
    close = text.indexOf('`', close + found);
  }
  return null;
}
