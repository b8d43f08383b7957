import type { TextChange } from '../model/text-change';
import { lineSpans, splitLines } from '../text/line-breaks';
import { tidyTypography, type TidyOptions } from './typography';

/** Tidies lines of a note, 1-based and inclusive; what the others say (code, frontmatter) is taken into account. */
export function typographyChanges(
  text: string,
  lines: { readonly first: number; readonly last: number },
  options: TidyOptions,
): readonly TextChange[] {
  const tidied = splitLines(tidyTypography(text, options));
  return lineSpans(text).flatMap(({ from, to }, index): TextChange[] => {
    const line = text.slice(from, to);
    const insert = tidied[index] ?? line;
    // A change goes to the line feed, so that it takes in the carriage return before one.
    const pair = text.startsWith('\r\n', to) ? '\r' : '';
    if (index + 1 < lines.first || index + 1 > lines.last || insert === line) return [];
    return [{ from, to: to + pair.length, insert: insert + pair }];
  });
}
