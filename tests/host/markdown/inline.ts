import type { MarkdownIt, StateInline } from 'markdown-it';

const TAG_BEFORE = /[\s(]|^$/;
const TAG = /^#([\p{L}\p{N}\p{Extended_Pictographic}\p{M}_/-]+)/u;

/** `[[Note#Heading|shown]]`, and `![[…]]` for an embed. */
function wikilink(state: StateInline, silent: boolean): boolean {
  const embed = state.src.startsWith('![[', state.pos);
  if (!embed && !state.src.startsWith('[[', state.pos)) return false;
  const start = state.pos + (embed ? 3 : 2);
  const end = state.src.indexOf(']]', start);
  const inside = end < 0 ? '' : state.src.slice(start, end);
  if (inside.trim() === '' || /[\n[\]]/.test(inside)) return false;
  if (!silent) {
    const bar = inside.indexOf('|');
    const target = (bar < 0 ? inside : inside.slice(0, bar)).replace(/\\$/, '').trim();
    const token = state.push(embed ? 'wiki_embed' : 'wikilink', '', 0);
    token.content = bar < 0 ? target.replaceAll(/#(?!\^)/g, ' > ').replace(/^ > /, '') : inside.slice(bar + 1).trim();
    token.meta = { target };
  }
  state.pos = end + 2;
  return true;
}

function tag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '#' || !TAG_BEFORE.test(state.src.slice(Math.max(0, state.pos - 1), state.pos)))
    return false;
  const name = TAG.exec(state.src.slice(state.pos, state.pos + 200))?.[1];
  // A number alone is no tag: `#1` is an ordinary reference.
  if (name === undefined || /^\d+$/.test(name)) return false;
  if (!silent) state.push('tag', '', 0).content = name;
  state.pos += name.length + 1;
  return true;
}

/** `%%hidden%%` inside a line: nothing is shown. */
function comment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('%%', state.pos)) return false;
  const end = state.src.indexOf('%%', state.pos + 2);
  if (end < 0) return false;
  if (!silent) state.push('comment', '', 0);
  state.pos = end + 2;
  return true;
}

/** `$formula$` and `$$formula$$`. A dollar beside a space or before a digit is money, not mathematics. */
function math(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false;
  const display = state.src.startsWith('$$', state.pos);
  const fence = display ? '$$' : '$';
  const start = state.pos + fence.length;
  let end = state.src.indexOf(fence, start);
  while (end > 0 && state.src[end - 1] === '\\') end = state.src.indexOf(fence, end + 1);
  const source = end < 0 ? '' : state.src.slice(start, end);
  if (source.trim() === '') return false;
  if (!display && (/^\s|\s$/.test(source) || /\d/.test(state.src[end + 1] ?? ''))) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = source;
    token.meta = { display };
  }
  state.pos = end + fence.length;
  return true;
}

/** `==marked==`: the delimiters are paired like those of strikethrough, here simply with the next one. */
function mark(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('==', state.pos)) return false;
  const start = state.pos + 2;
  const end = state.src.indexOf('==', start + 1);
  if (end < 0 || end > state.posMax || /^\s|\s$/.test(state.src.slice(start, end))) return false;
  if (!silent) {
    const { posMax } = state;
    state.push('mark_open', 'mark', 1);
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1);
    state.posMax = posMax;
  }
  state.pos = end + 2;
  return true;
}

/** The inline syntax that Obsidian adds to Markdown. Links, embeds, tags and formulas become tokens of their own. */
export function obsidianInline(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wikilink', wikilink);
  md.inline.ruler.before('link', 'tag', tag);
  md.inline.ruler.before('escape', 'math', math);
  md.inline.ruler.before('emphasis', 'comment', comment);
  md.inline.ruler.before('emphasis', 'mark', mark);
}
