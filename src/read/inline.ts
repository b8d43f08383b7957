import type { InlineToken } from '../model/inline';

/** Reads inline Markdown into tokens. Total: what is not understood stays text. */
export function readInline(markdown: string): readonly InlineToken[] {
  return markdown === '' ? [] : [{ type: 'text', text: markdown }];
}
