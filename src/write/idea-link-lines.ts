/** One line of a note, as far as the edits of idea lists have to know it. */
export interface NoteLine {
  /** Offset of the line's first character. */
  readonly from: number;
  /** Offset behind its last character, its line break left out. */
  readonly to: number;
  /** How many `>` stand before the content. */
  readonly depth: number;
  /** The quote marks with the space behind the last: `> `. */
  readonly quote: string;
  /** White space between quote marks and content. */
  readonly indent: string;
  readonly content: string;
  readonly kind: LineKind;
  readonly isFrontmatter: boolean;
}

/** `closed`: frontmatter and code blocks, in which nothing means anything. */
type LineKind = 'blank' | 'heading' | 'rule' | 'item' | 'definition' | 'text' | 'closed';

const KINDS: readonly (readonly [LineKind, RegExp])[] = [
  ['blank', /^$/],
  ['heading', /^#{1,6}(?:\s|$)/],
  ['rule', /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/],
  ['item', /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/],
  ['definition', /^\[(?!\[)\s*\^?\s*[^[\]]{1,80}\]:/],
];

/** The lines of a text; one that ends in a line break has one more, empty line. */
export function readLines(text: string): readonly NoteLine[] {
  const lines: NoteLine[] = [];
  let fence: { readonly sign: string; readonly depth: number } | null = null;
  const front = frontmatterLength(text);
  for (let from = 0; from <= text.length;) {
    const feed = text.indexOf('\n', from);
    const end = feed === -1 ? text.length : feed;
    const to = end > from && text.charAt(end - 1) === '\r' ? end - 1 : end;
    const raw = text.slice(from, to);
    const quote = /^(?:[ \t]*>)*/.exec(raw)?.[0] ?? '';
    const space = quote !== '' && raw.charAt(quote.length) === ' ' ? ' ' : '';
    const rest = raw.slice(quote.length + space.length);
    const content = rest.trimStart();
    const depth = quote.split('>').length - 1;
    const opened = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(?:[^`]*)$/.exec(content)?.[1];
    let kind: LineKind = KINDS.find(([, pattern]) => pattern.test(content))?.[0] ?? 'text';
    if (fence !== null && depth < fence.depth) fence = null;
    if (from < front) kind = 'closed';
    else if (fence !== null) {
      kind = 'closed';
      if (content.startsWith(fence.sign)) fence = null;
    } else if (opened !== undefined) {
      kind = 'closed';
      fence = { sign: opened, depth };
    }
    const indent = rest.slice(0, rest.length - content.length);
    lines.push({ from, to, depth, quote: quote + space, indent, content, kind, isFrontmatter: from < front });
    from = end + 1;
  }
  return lines;
}

function frontmatterLength(text: string): number {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text.slice(0, 64))) return 0;
  const closing = /\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return closing === null ? 0 : closing.index + closing[0].length;
}

/** Columns of white space; a tab counts to the next four. */
export function columns(space: string): number {
  let width = 0;
  for (const sign of space) width += sign === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** The line break that a line ends in; of the last line, that of the one before it. */
export function lineEndAt(text: string, line: NoteLine): string {
  const at = text.indexOf('\n', line.to);
  const feed = at === -1 ? text.lastIndexOf('\n') : at;
  return feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}

/** One line's text with its code spans blanked, so that offsets stay. */
export function withoutCode(line: string): string {
  if (!line.includes('`')) return line;
  const runs = Array.from(line.matchAll(/`+/g), ({ 0: { length }, index }) => ({ length, index }));
  const lastOfLength = new Map(runs.map(({ length, index }) => [length, index]));
  let plain = '';
  let at = 0;
  for (const { length, index } of runs) {
    if (index < at || lastOfLength.get(length) === index) continue;
    plain += line.slice(at, index);
    const close = runs.find((run) => run.index > index && run.length === length)?.index ?? index;
    at = close + length;
    plain += ' '.repeat(at - index);
  }
  return plain + line.slice(at);
}
