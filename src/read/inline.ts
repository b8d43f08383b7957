import type { InlineToken } from '../model/inline';
import { lazily } from '../text/lazily';
import { LETTER_OR_DIGIT } from '../text/letters';
import { backticksAt, codeSpanAt } from './code-span';
import { linkTarget } from './wikilink';

/** Nesting deeper than this is drawn as text: no note means it, and it bounds the work. */
const DEEPEST = 8;

/** Reads inline Markdown into tokens. Total: what is not understood stays text. Linear in the length of a cell. */
export function readInline(markdown: string): readonly InlineToken[] {
  return readTokens(markdown, 0);
}

/** One construct: its opening, matched where it may stand, and the token it makes; `null` when it is only text after all. */
interface Construct {
  readonly pattern: RegExp;
  readonly token: (match: RegExpExecArray, depth: number) => InlineToken | null;
}

/** In the order in which they are tried; sticky, so that each is matched in place. */
const CONSTRUCTS = lazily((): readonly Construct[] => [
  { pattern: /\\([!-/:-@[-`{-~])/y, token: (match) => ({ type: 'text', text: match[1] ?? '' }) },
  {
    pattern: /\$\$([^$]+)\$\$|\$(?![\s$])([^$\n]*[^\s$\\])\$(?!\d)/y,
    token: (match) => ({ type: 'math', text: match[1] ?? match[2] ?? '' }),
  },
  { pattern: /!\[\[([^[\]]+)\]\]/y, token: (match) => embed(match[1] ?? '') },
  { pattern: /\[\[([^[\]]+)\]\]/y, token: (match) => ({ type: 'wikilink', ...linkTarget(match[1] ?? '') }) },
  { pattern: /\[\^([^\]\s]{1,80})\]/y, token: (match) => ({ type: 'footnote', id: match[1] ?? '' }) },
  {
    pattern: /!\[([^\]]{0,500})\]\(<?([^()\s<>]+)>?(?:\s[^)]{0,300})?\)/y,
    token: (match) => ({ type: 'embed', target: match[2] ?? '', alias: match[1] ?? '' }),
  },
  {
    pattern:
      /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\((?:<([^<>]*)>|((?:[^()\s]|\([^()\s]*\))*))(?:\s+["'(][^)]{0,300})?\)/y,
    token: (match, depth) => ({
      type: 'link',
      href: match[2] ?? match[3] ?? '',
      children: readTokens(match[1] ?? '', depth + 1),
    }),
  },
  {
    pattern: /<((?:https?|mailto):[^\s<>]+)>/y,
    token: (match) => ({ type: 'link', href: match[1] ?? '', children: [{ type: 'text', text: match[1] ?? '' }] }),
  },
  { pattern: /<br\s*\/?>/iy, token: () => ({ type: 'break' }) },
  {
    pattern: /\*\*\*(?=[^\s*])([^*]*[^\s*])\*\*\*(?!\*)/y,
    token: (match, depth) => ({ type: 'strong', children: [span('emphasis', match, depth)] }),
  },
  {
    pattern: /\*\*(?=\S)((?:[^*]|\*(?!\*)){0,500}(?:[^\s*]|[^\s*]\*))\*\*/y,
    token: (match, depth) => span('strong', match, depth),
  },
  {
    pattern: new RegExp(String.raw`__(?=\S)((?:[^_]|_(?!_))*[^\s_])__(?![\p{L}\p{N}])`, 'uy'),
    token: (match, depth) => span('strong', match, depth),
  },
  { pattern: /~~(?=\S)([^~]*[^\s~])~~/y, token: (match, depth) => span('strike', match, depth) },
  { pattern: /==(?=\S)([^=]*[^\s=])==/y, token: (match, depth) => span('highlight', match, depth) },
  {
    pattern: /\*(?=[^\s*])((?:[^*]|\*\*[^*]{1,500}\*\*){0,500}[^\s*]|[^\s*])\*(?!\*)/y,
    token: (match, depth) => span('emphasis', match, depth),
  },
  {
    pattern: new RegExp(String.raw`_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])`, 'uy'),
    token: (match, depth) => span('emphasis', match, depth),
  },
  {
    pattern: /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?"'»”)\]*_]/y,
    token: (match) => ({ type: 'link', href: match[0], children: [{ type: 'text', text: match[0] }] }),
  },
]);

/** Characters at which a construct may begin; everything between is text. */
const STARTS = /[\\`$![<*_~=h]/g;

function readTokens(markdown: string, depth: number): InlineToken[] {
  const tokens: InlineToken[] = [];
  let text = '';
  let at = 0;
  const flush = (): void => {
    if (text !== '') tokens.push({ type: 'text', text });
    text = '';
  };
  while (at < markdown.length) {
    STARTS.lastIndex = at;
    const start = depth > DEEPEST ? -1 : (STARTS.exec(markdown)?.index ?? -1);
    if (start === -1) break;
    text += markdown.slice(at, start);
    const found = markdown.charAt(start) === '`' ? readCode(markdown, start) : readConstruct(markdown, start, depth);
    if (found === null) {
      text += markdown.charAt(start);
      at = start + 1;
    } else {
      if (found.token.type === 'text') text += found.token.text;
      else {
        flush();
        tokens.push(found.token);
      }
      at = found.end;
    }
  }
  text += markdown.slice(at);
  flush();
  return tokens;
}

interface Read {
  readonly token: InlineToken;
  readonly end: number;
}

/** A code span; backticks that nothing closes are text as a whole. */
function readCode(markdown: string, at: number): Read {
  const span = codeSpanAt(markdown, at);
  if (span !== null)
    return { token: { type: 'code', text: codeText(markdown.slice(span.from, span.close)) }, end: span.end };
  const end = at + backticksAt(markdown, at);
  return { token: { type: 'text', text: markdown.slice(at, end) }, end };
}

function readConstruct(markdown: string, at: number, depth: number): Read | null {
  const sign = markdown.charAt(at);
  // Neither `_` nor a bare address opens anything inside a word.
  if ((sign === '_' || sign === 'h') && at > 0 && LETTER_OR_DIGIT().test(markdown.charAt(at - 1))) return null;
  for (const { pattern, token } of CONSTRUCTS()) {
    pattern.lastIndex = at;
    const match = pattern.exec(markdown);
    if (match === null) continue;
    const made = token(match, depth);
    if (made !== null) return { token: made, end: at + match[0].length };
  }
  return null;
}

function span(
  type: 'strong' | 'emphasis' | 'strike' | 'highlight',
  match: RegExpExecArray,
  depth: number,
): InlineToken {
  return { type, children: readTokens(match[1] ?? '', depth + 1) };
}

function embed(inside: string): InlineToken {
  const { target, alias } = linkTarget(inside);
  return { type: 'embed', target, alias };
}

/** One space of padding on both sides belongs to the fence, as in `` ` `` . */
function codeText(inside: string): string {
  return /^ .*\S.* $/s.test(inside) ? inside.slice(1, -1) : inside;
}
