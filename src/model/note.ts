import type { Problem } from './problem';
import type { Span } from './span';
import type { Table } from './table';
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
  readonly steps: readonly Step[];
  readonly turns: readonly Turn[];
  /** What the author would call wrong once told. */
  readonly problems: readonly Problem[];
}

/** One list entry whose subject is a link to a note. */
export interface IdeaLink {
  readonly line: number;
  /** As written between the brackets, without alias and `#…`. */
  readonly target: string;
  readonly relation: Relation;
  /** The entry's text after the link as plain Markdown, `''` if none. */
  readonly description: string;
  /** Ids of the footnotes cited in the entry, in order: `['1']`. */
  readonly footnotes: readonly string[];
  /** The heading or label that introduced the list, as plain text; `''` if nothing did. */
  readonly group: string;
  /** The `#…` part of the link without the `#`, or `''`. */
  readonly heading: string;
  /** What is shown instead of the target: `[[target|alias]]`, or a Markdown link's text; `''` if nothing else. */
  readonly alias: string;
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
  /** What the step's text is written in; an empty step is `mixed`. */
  readonly language: 'ru' | 'en' | 'mixed';
  /** Words in the step's text, the heading not counted. 0 means that the step is empty. */
  readonly words: number;
  /** Which run of 1-2-3 in the note this step belongs to, from 1. */
  readonly set: number;
}

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
