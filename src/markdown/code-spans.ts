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

/**
 * Finds the code spans of one text. Once a search has come to the text's end in vain, it is known of every number of backticks where
 * the last stand: however many are never closed, the text is walked through but once.
 */
export class CodeSpans {
  readonly #text: string;
  /** Where so many backticks stand last; `null` until all were seen. */
  #last: Map<number, number> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The code span that the backticks at `at` open: it ends with as many as open it. `null` when nothing closes it. `at` must not go
   * back between questions.
   */
  at(at: number): CodeSpan | null {
    const text = this.#text;
    const length = backticksAt(text, at);
    const from = at + length;
    if (this.#last !== null && (this.#last.get(length) ?? -1) < from) return null;
    const seen = new Map<number, number>();
    for (let close = text.indexOf('`', from); close !== -1;) {
      const found = backticksAt(text, close);
      if (found === length) return { from, close, end: close + length };
      seen.set(found, close);
      close = text.indexOf('`', close + found);
    }
    this.#last = seen;
    return null;
  }
}

/** The code in a span as it is shown: one space of padding on both sides belongs to the fence, as in `` ` `` . */
export function codeText(text: string, { from, close }: CodeSpan): string {
  const isPadded =
    close - from > 2 && text.charCodeAt(from) === CODE.space && text.charCodeAt(close - 1) === CODE.space;
  const inside = text.slice(from, close);
  return isPadded && inside.trim() !== '' ? inside.slice(1, -1) : inside;
}
