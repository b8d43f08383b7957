import MarkdownItCallable, { type MarkdownIt, type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { obsidianBlocks } from './block.ts';
import { obsidianInline } from './inline.ts';

const FRONTMATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

const meta = (token: Token | undefined, key: string): string => {
  const value = token?.meta?.[key];
  return typeof value === 'string' ? value : '';
};

let parser: MarkdownIt | null = null;

function createParser(): MarkdownIt {
  const md = new MarkdownItCallable({ html: true, linkify: true, breaks: true });
  const escape = md.utils.escapeHtml;
  md.use(footnote);
  md.use(obsidianInline);
  md.use(obsidianBlocks);
  const { rules } = md.renderer;
  const attrs = (token: Token | undefined): string => (token ? md.renderer.renderAttrs(token) : '');
  rules.comment = () => '';
  rules.wikilink = (tokens, at) => {
    const target = escape(meta(tokens[at], 'target'));
    return `<a data-href="${target}" href="${target}" class="internal-link" target="_blank" rel="noopener nofollow">${escape(tokens[at]?.content ?? '')}</a>`;
  };
  rules.wiki_embed = (tokens, at) =>
    `<span class="internal-embed" src="${escape(meta(tokens[at], 'target'))}" alt="${escape(tokens[at]?.content ?? '')}"></span>`;
  rules.tag = (tokens, at) => {
    const name = escape(tokens[at]?.content ?? '');
    return `<a href="#${name}" class="tag" target="_blank" rel="noopener nofollow">#${name}</a>`;
  };
  rules.math = (tokens, at) =>
    `<span class="math ${tokens[at]?.meta?.display === true ? 'math-block' : 'math-inline'}">${escape(tokens[at]?.content ?? '')}</span>`;
  rules.math_block = (tokens, at) =>
    `<div${attrs(tokens[at])}><span class="math math-block">${escape(tokens[at]?.content ?? '')}</span></div>`;
  rules.task_checkbox = (tokens, at) =>
    `<input type="checkbox" class="task-list-item-checkbox"${tokens[at]?.meta?.checked === true ? ' checked' : ''}>`;
  rules.callout_open = (tokens, at) => {
    const token = tokens[at];
    const data = ['type', 'metadata', 'fold'].map((key) => escape(meta(token, key)));
    return `<div${attrs(token)} data-callout="${data[0]}" data-callout-metadata="${data[1]}" data-callout-fold="${data[2]}" class="callout"><div class="callout-title"><div class="callout-icon"></div><div class="callout-title-inner">`;
  };
  rules.callout_title_close = () => '</div></div><div class="callout-content">';
  rules.callout_close = () => '</div></div>';
  return md;
}

/** Blanks the frontmatter, which a reading view shows as properties and not as text, and keeps the lines. */
function withoutFrontmatter(markdown: string): string {
  const found = FRONTMATTER.exec(markdown)?.[0];
  return found === undefined ? markdown : found.replaceAll(/[^\n]/g, '') + markdown.slice(found.length);
}

/** A note as HTML, not yet sanitised. Blocks say on which line they begin in `data-line` (0-based). */
export function markdownToHtml(markdown: string): string {
  parser ??= createParser();
  return parser.render(withoutFrontmatter(markdown));
}
