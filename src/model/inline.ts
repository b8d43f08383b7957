/**
 * Inline Markdown as a tree of tokens, for drawing a cell or a description without Obsidian's renderer. Text that is not
 * understood stays text, so that nothing a note says is lost.
 */
export type InlineToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'strike' | 'highlight'; readonly children: readonly InlineToken[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'math'; readonly text: string }
  | { readonly type: 'wikilink'; readonly target: string; readonly heading: string; readonly alias: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly InlineToken[] }
  | { readonly type: 'embed'; readonly target: string; readonly alias: string }
  | { readonly type: 'footnote'; readonly id: string }
  | { readonly type: 'break' };
