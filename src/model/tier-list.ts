/** Headings or bold lines that are rungs, over lists. */
export interface TierList {
  /** The first rung's line. */
  readonly line: number;
  /** The heading above the rungs, as plain text, or `''`. */
  readonly caption: string;
  /** Two at least, as they stand. */
  readonly tiers: readonly TierOfList[];
}

export interface TierOfList {
  readonly line: number;
  /** As that of a table's rung. */
  readonly rank: number | null;
  /** As written, without the words around it: `SS`, `1`, `IV`. */
  readonly rankText: string;
  readonly items: readonly TierItem[];
}

export interface TierItem {
  readonly line: number;
  /** As plain text. */
  readonly text: string;
  /** What it links to, as written; `null` where it does not begin with a link. */
  readonly target: string | null;
  /** As written. */
  readonly markdown: string;
}
