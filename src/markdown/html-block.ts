/** What ends a block of HTML: the line that holds `closing`, else the next blank line. */
export interface HtmlBlock {
  readonly closing: RegExp | null;
  /** Whether the line that opens it closes it, too. */
  readonly isClosed: boolean;
}

/** How a block of HTML begins, and how it ends, as CommonMark has it (https://spec.commonmark.org/0.31.2/#html-blocks). */
const VERBATIM = /<(pre|script|style|textarea)(?=[\s>]|$)/iy;
const VERBATIM_END = /<\/(?:pre|script|style|textarea)>/i;
const DECLARATIONS: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/<\?/y, /\?>/],
  [/<!\[CDATA\[/y, /\]\]>/],
  [/<![a-z]/iy, />/],
];
const BLOCK_TAG =
  /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/iy;
/** A whole tag with nothing behind it; longer ones than this are none. */
const LONE_TAG =
  /^(?:<[a-z][a-z0-9-]{0,60}(?:\s+[a-z_:][a-z0-9_.:-]{0,60}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?){0,20}\s*\/?>|<\/[a-z][a-z0-9-]{0,60}\s*>)\s*$/i;
const LONGEST_LONE_TAG = 500;

/** The block of HTML that a line opens at `content`; `null` when it opens none. A lone inline tag opens none in a paragraph. */
export function htmlBlockAt(text: string, content: number, end: number, inParagraph: boolean): HtmlBlock | null {
  const opens = (pattern: RegExp): boolean => {
    pattern.lastIndex = content;
    return pattern.test(text) && pattern.lastIndex <= end;
  };
  const closes = (closing: RegExp, behind: number): HtmlBlock => ({
    closing,
    isClosed: closing.test(text.slice(Math.min(behind, end), end)),
  });
  if (opens(VERBATIM)) return closes(VERBATIM_END, VERBATIM.lastIndex);
  for (const [opening, closing] of DECLARATIONS) if (opens(opening)) return closes(closing, opening.lastIndex);
  if (opens(BLOCK_TAG)) return { closing: null, isClosed: false };
  const isLone = !inParagraph && end - content <= LONGEST_LONE_TAG && LONE_TAG.test(text.slice(content, end));
  return isLone ? { closing: null, isClosed: false } : null;
}
