import { lazily } from '../text/lazily';
import { backticksAt, codeSpanAt } from './code-span';
import { CODE } from './lines';
import { linkTarget } from './wikilink';

/**
 * Inline Markdown as plain text: emphasis, code and math marks dropped, links by what they show, footnote references and
 * HTML tags left out, white space folded. `<br>` becomes a space.
 */
export function plainText(markdown: string): string {
  for (let at = 0; at < markdown.length; at++) {
    const code = markdown.charCodeAt(at);
    if (code < MARKED.length && MARKED[code] === 1) return withoutMarks(markdown);
  }
  return markdown.trim();
}

/** Characters that may mean more than themselves. */
const MARKED = new Uint8Array(128);
for (const sign of '*_`~=[]<\\\t\n\r') MARKED[sign.charCodeAt(0)] = 1;

/** Replacements in the order in which they are made; most texts need few of them. */
function withoutMarks(markdown: string): string {
  if (!markdown.includes('`')) return withoutInlineMarks(markdown).replace(/\s+/g, ' ').trim();
  // What stands in code is no mark.
  let plain = '';
  let from = 0;
  for (let at = markdown.indexOf('`'); at !== -1; at = markdown.indexOf('`', from)) {
    plain += withoutInlineMarks(markdown.slice(from, at));
    const span = codeSpanAt(markdown, at);
    if (span !== null) plain += markdown.slice(span.from, span.close);
    from = span?.end ?? at + backticksAt(markdown, at);
  }
  plain += withoutInlineMarks(markdown.slice(from));
  return plain.replace(/\s+/g, ' ').trim();
}

function withoutInlineMarks(markdown: string): string {
  let text = markdown;
  if (text.includes('<')) {
    text = text
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<((?:https?|mailto):[^<>\s]+)>/gi, '$1')
      .replace(/<\/?[a-z][^<>]*>/gi, '');
  }
  if (text.includes('[')) {
    text = text
      .replace(/\[\^[^[\]\s]+\]/g, '')
      .replace(/!?\[\[([^[\]]*)\]\]/g, (_, inside: string) => shownAs(inside))
      .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1');
  }
  if (text.includes('*')) text = withoutStars(text);
  if (text.includes('__') || text.includes('~~') || text.includes('==')) text = text.replace(/__|~~|==/g, '');
  if (text.includes('_')) text = text.replace(UNDERSCORES(), '$1');
  if (text.includes('\\')) text = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return text;
}

/** Those at the edge of a word. */
const UNDERSCORES = lazily(() => new RegExp(String.raw`(^|[^\p{L}\p{N}\\])_+|_+(?=$|[^\p{L}\p{N}])`, 'gu'));

/** Drops emphasis stars; a lone star between spaces is a sign of its own (`2 * 3`). */
function withoutStars(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('*'); at !== -1; at = text.indexOf('*', at)) {
    let end = at;
    while (text.charCodeAt(end) === CODE.star) end++;
    const escaped = text.charCodeAt(at - 1) === CODE.backslash;
    const alone = end - at === 1 && text.charCodeAt(at - 1) === CODE.space && text.charCodeAt(end) === CODE.space;
    if (!escaped && !alone) {
      plain += text.slice(from, at);
      from = end;
    }
    at = end;
  }
  return plain + text.slice(from);
}

/** What `[[…]]` shows: the alias, else target and heading as Obsidian writes them. */
function shownAs(inside: string): string {
  const { target, heading, alias } = linkTarget(inside);
  if (alias !== '') return alias;
  if (heading === '') return target;
  return target === '' ? heading : `${target} > ${heading}`;
}
