import { readInline } from './inline';
import { CODE } from './lines';
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

/** What is more than one space between two words. */
const WIDE_SPACE = /\s\s|[^\S ]/;

/** White space folded, and none of it around. */
function folded(text: string): string {
  return (WIDE_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
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

/** Characters that may mean more than themselves: 1 alone, 2 only where they are doubled, 3 only where no space follows. */
const MARKED = new Uint8Array(128);
for (const sign of '*_`[<\\\t\n\r') MARKED[sign.charCodeAt(0)] = 1;
for (const sign of '~=%') MARKED[sign.charCodeAt(0)] = 2;
MARKED[CODE.ampersand] = 3;

function mayMeanMore(markdown: string): boolean {
  for (let at = 0; at < markdown.length; at++) {
    const code = markdown.charCodeAt(at);
    if (code >= MARKED.length || MARKED[code] === 0) continue;
    const next = markdown.charCodeAt(at + 1);
    if (MARKED[code] === 1 || (MARKED[code] === 2 ? next === code : next > CODE.space)) return true;
  }
  return false;
}
