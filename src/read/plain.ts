import { linkTarget } from './wikilink';

/**
 * Inline Markdown as plain text: emphasis, code and math marks dropped, links by what they show, footnote references and
 * HTML tags left out, white space folded. `<br>` becomes a space.
 */
export function plainText(markdown: string): string {
  if (!MARKED.test(markdown)) return markdown.trim();
  return markdown
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/!?\[\[([^\]]*)\]\]/g, (_, inside: string) => shownAs(inside))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|==|`+)/g, '')
    .replace(/(^|[^\p{L}\p{N}\\])[*_]+|[*_]+(?=$|[^\p{L}\p{N}])/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text without any of these says the same as its Markdown. */
const MARKED = /[*_`~=[\]<\\]|\s\s|[\t\n]/;

/** What `[[…]]` shows: the alias, else target and heading as Obsidian writes them. */
function shownAs(inside: string): string {
  const { target, heading, alias } = linkTarget(inside);
  if (alias !== '') return alias;
  if (heading === '') return target;
  return target === '' ? heading : `${target} > ${heading}`;
}
