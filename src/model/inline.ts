/** Where a token stands in the text that was read; `to` is the offset behind it. */
interface InlineSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Inline Markdown as a tree of tokens: what a cell, a heading or a description shows, whether it is drawn, sorted, exported or
 * read aloud. The outermost tokens tile the text without gaps. Text that is not understood stays text, so that nothing a note says
 * is lost.
 */
export type InlineToken = InlineSpan &
  (
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: InlineStyle; readonly children: readonly InlineToken[] }
    | { readonly type: 'code'; readonly text: string }
    | { readonly type: 'math'; readonly text: string }
    | ({ readonly type: 'wikilink' } & LinkedNote)
    | { readonly type: 'link'; readonly href: string; readonly children: readonly InlineToken[] }
    /** A picture, or another note's text; its size is not its name. */
    | ({ readonly type: 'embed' } & LinkedNote)
    /** `[^id]`, or `^[words]`, which has no id but its plain text. */
    | { readonly type: 'footnote'; readonly id: string; readonly text: string }
    | { readonly type: 'break' }
    /** What shows nothing itself. */
    | { readonly type: 'comment' | 'tag' }
  );

/** What a wikilink or an embed leads to. */
interface LinkedNote {
  readonly target: string;
  /** Behind the `#`, or `''`. */
  readonly heading: string;
  /** The words that it is given instead of its name, or `''`. */
  readonly alias: string;
  /** The words that it is shown by. */
  readonly shown: string;
}

/** How words are set that stand in a token. */
export type InlineStyle = 'strong' | 'emphasis' | 'strike' | 'highlight' | 'underline' | 'key' | 'raised' | 'lowered';
