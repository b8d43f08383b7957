import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';

const CALLOUT = /^\[!([^\]|]+)(?:\|([^\]]*))?\]([+-]?)[ \t]*(.*)$/;
const TASK = /^\[(.)\](?=\s|$)/u;

const lineText = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);

/** A block between two fence lines (`%%` or `$$`). It takes the lines up to the closing fence, all of them without one. */
function fenced(fence: string, tokenType: string) {
  return (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const first = lineText(state, startLine);
    if (!first.startsWith(fence) || first.indexOf(fence, fence.length) >= 0) return false;
    if (silent) return true;
    let line = startLine + 1;
    while (line < endLine && !lineText(state, line).trimEnd().endsWith(fence)) line += 1;
    const token = state.push(tokenType, '', 0);
    token.map = [startLine, line + 1];
    token.content = [first.slice(fence.length), state.getLines(startLine + 1, line, state.blkIndent, false)]
      .concat(line < endLine ? lineText(state, line).trimEnd().slice(0, -fence.length) : '')
      .filter((part) => part.trim() !== '')
      .join('\n');
    state.line = Math.min(line + 1, endLine);
    return true;
  };
}

/** `Note` for `[!note]` without a title of its own. */
const titleOf = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1).replaceAll(/[-_]/g, ' ');

/** Turns block quotes that open with `[!type]` into callouts, before their text is read. */
function callouts(state: StateCore): void {
  const open: { token: Token; callout: boolean }[] = [];
  const out: Token[] = [];
  const { tokens } = state;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (token.type === 'blockquote_close') {
      const opened = open.pop();
      if (opened?.callout) token.type = 'callout_close';
    }
    out.push(token);
    if (token.type !== 'blockquote_open') continue;
    const inline = tokens[at + 1]?.type === 'paragraph_open' ? tokens[at + 2] : undefined;
    const lines = inline?.content.split('\n') ?? [];
    const found = CALLOUT.exec(lines[0] ?? '');
    open.push({ token, callout: found !== null });
    if (!found || !inline) continue;
    const type = (found[1] ?? 'note').trim();
    token.type = 'callout_open';
    token.meta = { type: type.toLowerCase(), metadata: found[2] ?? '', fold: found[3] ?? '' };
    const title = new state.Token('inline', '', 0);
    title.content = found[4] || titleOf(type);
    title.children = [];
    out.push(title, new state.Token('callout_title_close', '', 0));
    inline.content = lines.slice(1).join('\n');
    if (inline.map) inline.map = [inline.map[0] + 1, inline.map[1]];
    // A paragraph that held nothing but the title goes.
    if (inline.content.trim() === '') at += 3;
  }
  state.tokens = out;
}

/** Gives list items that begin with `[ ]` their checkbox. Any character but a space counts as done, as in Obsidian. */
function tasks(state: StateCore): void {
  state.tokens.forEach((token, at) => {
    if (token.type !== 'list_item_open' || state.tokens[at + 1]?.type !== 'paragraph_open') return;
    const inline = state.tokens[at + 2];
    const first = inline?.children?.[0];
    const status = first?.type === 'text' ? TASK.exec(first.content)?.[1] : undefined;
    if (!inline?.children || !first || status === undefined) return;
    first.content = first.content.slice(3).trimStart();
    const checkbox = new state.Token('task_checkbox', '', 0);
    checkbox.meta = { checked: status !== ' ' };
    inline.children.unshift(checkbox);
    token.attrSet('class', status === ' ' ? 'task-list-item' : 'task-list-item is-checked');
    token.attrSet('data-task', status === ' ' ? '' : status);
  });
}

/** Says on each block on which line of the note it begins (0-based), so that a view can go there. */
function lineNumbers(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.map && token.nesting >= 0 && token.type !== 'inline') token.attrSet('data-line', token.map[0]);
  }
}

/** The block syntax that Obsidian adds to Markdown. */
export function obsidianBlocks(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'comment_block', fenced('%%', 'comment'), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.block.ruler.before('fence', 'math_block', fenced('$$', 'math_block'), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.core.ruler.after('block', 'callouts', callouts);
  md.core.ruler.after('inline', 'tasks', tasks);
  md.core.ruler.push('line_numbers', lineNumbers);
}
