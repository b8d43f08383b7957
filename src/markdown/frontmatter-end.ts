/** Where the body begins: the offset behind the frontmatter's closing line, and that line's number plus one. */
export interface FrontmatterEnd {
  readonly offset: number;
  readonly line: number;
}

const NO_FRONTMATTER: FrontmatterEnd = { offset: 0, line: 1 };
const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
/** Only at the start of a line: a block of text inside the YAML may hold an indented `---`. No other sign ends a line here. */
const CLOSING = /\n---[ \t]*(?:\r?\n|(?![^]))/g;

/** Finds the end of the frontmatter without reading it. */
export function frontmatterEnd(text: string): FrontmatterEnd {
  const opening = OPENING.exec(text.slice(0, 64));
  if (opening === null) return NO_FRONTMATTER;
  CLOSING.lastIndex = opening[0].length - 1;
  const closing = CLOSING.exec(text);
  if (closing === null) return NO_FRONTMATTER;
  const offset = closing.index + closing[0].length;
  return closing[0].endsWith('\n')
    ? { offset, line: countLines(text, offset) + 1 }
    : { offset: text.length + 1, line: countLines(text, offset) + 2 };
}

function countLines(whole: string, end: number): number {
  let count = 0;
  for (let at = whole.indexOf('\n'); at !== -1 && at < end; at = whole.indexOf('\n', at + 1)) count++;
  return count;
}
