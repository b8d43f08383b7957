import type { Problem } from './problem';
import type { Span } from './span';
import type { Table } from './table';
import type { TierList } from './tier-list';
import type { Relation, StepNumber } from './vocabulary';

/**
 * What the reader found in one note's text. Plain data: every string is a copy or a slice of the text, every `line` is
 * 1-based and counts the frontmatter's lines too.
 */
export interface Note {
  /** Number of lines, counted as an editor counts them: a text that ends in a line break has one more, empty line. */
  readonly lineCount: number;
  /** Entries whose subject is a wikilink, in document order. */
  readonly ideaLinks: readonly IdeaLink[];
  /** Entries whose subject is a Markdown link to a note, in document order. */
  readonly markdownLinks: readonly IdeaLink[];
  /** Every pipe table that Obsidian would render, tier tables and others, in document order. */
  readonly tables: readonly Table[];
  /** Tier lists without a table, in document order. */
  readonly tierLists: readonly TierList[];
  readonly steps: readonly Step[];
  /** Which `set` of the steps is the note's own, and not one that its text quotes; `null` for none. */
  readonly ownSet: number | null;
  /** The thought as it was dictated, above the note's own steps. */
  readonly rawText: RawText | null;
  readonly turns: readonly Turn[];
  /** What the author would call wrong once told. */
  readonly problems: readonly Problem[];
}

/** A note with the places that an edit of its lists needs, and that nobody else is to wait for. */
export interface PlacedNote extends Note {
  /** Where the entries of its links stand, in document order. */
  readonly entries: readonly IdeaEntry[];
  /** What is defined as a footnote, in document order. */
  readonly footnotes: readonly Footnote[];
  /** Every `[^id]` outside of code, in document order, also where a footnote is defined, and in comments. */
  readonly citations: readonly Citation[];
}

/**
 * How an idea link is written: as an entry of a list, a paragraph or a footnote; in a property; in an inline field; behind a label in
 * its line; as a heading; as the row of a table; as a line of links that stands alone.
 */
export type LinkOrigin = 'list' | 'property' | 'field' | 'label' | 'heading' | 'row' | 'line';

/** One link to a note to which its author gave a relation. */
export interface IdeaLink {
  readonly line: number;
  /** As written between the brackets, without alias and `#…`. */
  readonly target: string;
  readonly relation: Relation;
  /** The entry's text after the link as plain Markdown, `''` if none. */
  readonly description: string;
  /** Ids of the footnotes cited in the entry, in order: `['1']`. */
  readonly footnotes: readonly string[];
  /** The heading or label that introduced the list, as plain text; a field's name as written; `''` if nothing did. */
  readonly group: string;
  /** The `#…` part of the link without the `#`, or `''`. */
  readonly heading: string;
  /** What is shown instead of the target: `[[target|alias]]`, or a Markdown link's text; `''` if nothing else. */
  readonly alias: string;
  readonly origin: LinkOrigin;
}

/** In what form an entry is written. `inner`: in the middle of a paragraph or an item that is none as a whole. */
export type EntryForm = 'item' | 'paragraph' | 'heading' | 'footnote' | 'row' | 'inner' | 'property';

/** How a field holds its values: `up: "[[A]]"`, a list of one value a line, `[…, …]`, `up:: [[A]]`, or `(up:: [[A]])` in a sentence. */
export type FieldForm = 'scalar' | 'block-list' | 'flow-list' | 'line' | 'bracketed';

/** Where the property or the inline field stands that holds an entry. */
export interface FieldPlace {
  readonly form: FieldForm;
  /** From the key, or the bracket before it, to the end of the value, or behind the bracket. */
  readonly whole: Span;
  /** The name, as written. */
  readonly key: Span;
  /** All that the field holds, of a property with quotes, brackets and dashes. */
  readonly value: Span;
  /** The one value of a list that holds the link, with its quotes, without dash and comma; else the same as `value`. */
  readonly item: Span;
  /** What the value stands between, `''` where it is not quoted. */
  readonly quote: '' | '"' | "'";
}

/** An entry of an idea list, or a link in a field, as it stands in the note. Its parts stand in it one behind the other, as they are named here. */
export interface IdeaEntry {
  /** More than one where several links are joined as equals. */
  readonly links: readonly IdeaLink[];
  readonly form: EntryForm;
  /** From its marker, of a row from its first cell, to the end of the last line that its description runs on in. */
  readonly whole: Span;
  /** `- `, `2.  `, `### `, `[^3]: `; empty where there is none. */
  readonly marker: Span;
  /** The link with its brackets; of several from the first to the last. */
  readonly link: Span;
  /** What stands between link and description, also citations; to the end of what is read where there is no description. */
  readonly joint: Span;
  /**
   * What of the description stands behind the link, as it is written, with what is cited in it, with the ends of lines, and with
   * marks that end an emphasis which began before the link. Words
   * before the link, and cells before its own, are no part of this.
   */
  readonly description: Span;
  /** The citations that give the entry its footnotes, in their order. */
  readonly citations: readonly CitedFootnote[];
  /** The words of the heading or label that gives its relation, else of the nearest one; `null` if there is none. */
  readonly introducer: Span | null;
  /** Of a property or an inline field. */
  readonly field: FieldPlace | null;
}

/** A `[^id]` that cites a footnote. */
export interface CitedFootnote extends Span {
  readonly id: string;
}

/** A footnote that a note defines: `[^id]: …`. */
export interface Footnote {
  /** As written. */
  readonly id: string;
  readonly line: number;
  /** From its bracket to the end of the last line that belongs to it. */
  readonly whole: Span;
  /** From its first word to the end of that line. */
  readonly text: Span;
}

/** One `[^id]`, also as authors' tools write it: `[ ^id ]`. */
export interface Citation extends CitedFootnote {
  readonly line: number;
  /** Where the id stands. */
  readonly name: Span;
  /** It opens its line, and a colon follows: a footnote is defined, unless in a comment. */
  readonly defines: boolean;
}

/** One heading (or line that acts as one) of the three-step template, and the text below it. */
export interface Step {
  /** From the heading's signs, behind quote marks and indentation, to the end of its last line. */
  readonly heading: Span;
  /** The lines below it, from the first to the end of the last that belongs to the step; nothing behind the heading if there are none. */
  readonly body: Span;
  readonly step: StepNumber;
  /** The heading's line. */
  readonly line: number;
  /** The heading's last line: the next one where it is underlined. Below it is the text. */
  readonly headEnd: number;
  /** The last line that belongs to the step, inclusive. */
  readonly endLine: number;
  /** The last line of its text: idea links at the step's end, each behind a label of its own, are none of it. */
  readonly textEnd: number;
  /** What the step's text is written in; an empty step is `mixed`. */
  readonly language: 'ru' | 'en' | 'mixed';
  /** Words in the step's text, the heading not counted. 0 means that the step is empty. */
  readonly words: number;
  /** Which run of 1-2-3 in the note this step belongs to, from 1. */
  readonly set: number;
}

/** A raw text, under a heading of its own. Its parts are those of a step. */
export type RawText = Pick<Step, 'heading' | 'body' | 'line' | 'headEnd' | 'endLine' | 'textEnd' | 'words'>;

/** One message of an imported Nexus chat. */
export interface Turn {
  /** From the callout's `[!`, or the signs of an older message's heading, to the end of the line. */
  readonly head: Span;
  /** The lines below it: those of the quote, and what the chat knows it by; nothing behind the head where there are none. */
  readonly body: Span;
  readonly role: 'user' | 'agent';
  /** The line of the callout's head. */
  readonly line: number;
}

/** Leads a link to a note: the path of the note that a link to `target` in the note at `from` means, `null` if there is none. */
export type ResolveLink = (target: string, from: string) => string | null;
