import type { TextChange } from '../model/text-change';
import { tidyTypography, type TidyOptions } from './typography';

/** Tidies lines of a note, 1-based and inclusive; what the others say (code, frontmatter) is taken into account. */
export function typographyChanges(
  text: string,
  lines: { readonly first: number; readonly last: number },
  options: TidyOptions,
): readonly TextChange[] {
  const tidied = tidyTypography(text, options).split('\n');
  let at = 0;
  return text.split('\n').flatMap((line, index): TextChange[] => {
    const from = at;
    at += line.length + 1;
    const insert = tidied[index] ?? line;
    if (index + 1 < lines.first || index + 1 > lines.last || insert === line) return [];
    return [{ from, to: from + line.length, insert }];
  });
}
