import type { RawText } from './note';
import type { Span } from './span';
import type { Relation, StepNumber } from './vocabulary';

/** What a section of the three-step template is for. */
export type PartKey = `step${StepNumber}` | Relation;

/** A heading of the template, or a line that acts as one, and what stands below it. */
export interface Section {
  readonly key: PartKey;
  /** As those of a step. */
  readonly heading: Span;
  readonly body: Span;
  /** The heading's line, 1-based. */
  readonly line: number;
  /** The heading's last line: the next one where it is underlined. */
  readonly headEnd: number;
  /** The last line of the section that is neither blank nor a rule; at least the heading's own. */
  readonly endLine: number;
  /** As that of a step. */
  readonly textEnd: number;
  /** 1 to 6; 0 for a line that only acts as a heading. */
  readonly level: number;
  /** What stands before the heading: `''`, or quote marks such as `> `. */
  readonly quote: string;
  /** Words of a step's text; 0 for lists of ideas. */
  readonly words: number;
  /** Which run of 1-2-3 a step belongs to, from 1; 0 for lists of ideas. */
  readonly set: number;
}

/** A heading that is none of the template's. */
export interface OtherHeading {
  readonly line: number;
  /** 1 to 6. */
  readonly level: number;
}

/** Where a note has the parts of the template. */
export interface Outline {
  /** The first line below the frontmatter. */
  readonly bodyLine: number;
  /** In document order; a relation may have several. */
  readonly sections: readonly Section[];
  /** All other headings outside of quotes, in document order. */
  readonly headings: readonly OtherHeading[];
  /** Which `set` of them is the note's own; `null` where it has none. */
  readonly ownSet: number | null;
  /** The raw text above the note's own steps. */
  readonly rawText: RawText | null;
  /** Relations that have idea links, under whatever stands above them. */
  readonly linked: ReadonlySet<Relation>;
  /** Lines that are idea links behind a label of their own, but no sources: at the end of a step they are none of its text. */
  readonly labelled: ReadonlySet<number>;
  /** Blocks of code and the like that are never closed: what is added to them would be code. */
  readonly unclosed: readonly UnclosedBlock[];
}

/** A block of code, a comment or a formula that ends only with the text, or with the quote that it stands in. */
export interface UnclosedBlock {
  /** The line that opens it. */
  readonly line: number;
  /** Its last line. */
  readonly endLine: number;
  /** How many quotes it stands in; what is quoted less deeply ends it. */
  readonly depth: number;
}

/** A text and where the reader finds the template's parts in it. */
export interface OutlinedText {
  readonly text: string;
  readonly outline: Outline;
}

/** The steps that are the note's own, in its order. */
export function ownSteps({ sections, ownSet }: Outline): readonly Section[] {
  return ownSet === null ? [] : sections.filter(({ set }) => set === ownSet);
}
