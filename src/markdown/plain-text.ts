import { foldSpace } from '../text/fold-space';
import { readInline } from './inline';
import { textOfTokens } from './token-text';

/**
 * Inline Markdown as plain text: what its tokens show, footnote references left out, white space folded. A break becomes a space,
 * and math stays as it is written.
 */
export function plainText(markdown: string): string {
  if (!mayMeanMore(markdown)) return markdown.trim();
  return folded(boldText(markdown) ?? shownText(markdown));
}

/** The same, each line of it apart: `<br>` ends one. */
export function plainLines(markdown: string): readonly string[] {
  if (!mayMeanMore(markdown)) return [markdown.trim()];
  return shownText(markdown).split('\n').map(folded);
}

function folded(text: string): string {
  return foldSpace(text).trim();
}

/** What stands between two pairs of stars, where nothing else means more than itself: so most headings and cells are marked. */
function boldText(markdown: string): string | null {
  if (!markdown.startsWith('**') || !markdown.endsWith('**') || markdown.length < 5) return null;
  const text = markdown.slice(2, -2);
  return mayMeanMore(text) || text.trim() !== text ? null : text;
}

function shownText(markdown: string): string {
  return textOfTokens(readInline(markdown), markdown);
}

/**
 * Characters that may mean more than themselves: alone, doubled, or where no space follows. A pattern, for here texts of every kind come
 * together (slices, joined ones): asking such for one character after the other takes longer.
 */
const MEANS_MORE = /[*_`[<\\\t\n\r]|~~|==|%%|&[^\0- ]/;

const mayMeanMore = (markdown: string): boolean => MEANS_MORE.test(markdown);
