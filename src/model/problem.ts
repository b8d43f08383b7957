import type { Relation, StepNumber } from './vocabulary';

/**
 * What a note can have wrong: a code, the 1-based line where it stands, and the values its sentence needs. The sentences are in
 * `i18n`, under `problems`, one for each code.
 */
export type Problem =
  | { readonly code: 'frontmatter-syntax'; readonly line: number; readonly detail: string }
  | { readonly code: 'frontmatter-field'; readonly line: number; readonly field: string; readonly expected: FieldKind }
  /** A later step of the set is there; `line` is that of the first later step. */
  | { readonly code: 'step-missing'; readonly line: number; readonly step: StepNumber; readonly later: StepNumber }
  | { readonly code: 'step-language'; readonly line: number; readonly step: 1 | 2 }
  /** `first` is the line where the idea was listed before. */
  | {
      readonly code: 'idea-repeated';
      readonly line: number;
      readonly target: string;
      readonly relation: Relation;
      readonly first: number;
    }
  | { readonly code: 'idea-both-ways'; readonly line: number; readonly target: string; readonly first: number }
  | { readonly code: 'idea-itself'; readonly line: number; readonly relation: Relation }
  | { readonly code: 'footnote-undefined'; readonly line: number; readonly id: string }
  | { readonly code: 'footnote-redefined'; readonly line: number; readonly id: string; readonly first: number }
  | { readonly code: 'row-overflow'; readonly line: number; readonly cells: number; readonly columns: number }
  /** What looks like another table's header, above its dashes: it is read as a row. */
  | { readonly code: 'table-joined'; readonly line: number }
  /** A header gives a mark two meanings. */
  | {
      readonly code: 'legend-twice';
      readonly line: number;
      readonly mark: string;
      readonly first: string;
      readonly second: string;
    }
  /** Only where notes are called nearly so: `near` are their names. Any other link without a note is wanted, which is no problem. */
  | {
      readonly code: 'link-without-note';
      readonly line: number;
      readonly target: string;
      readonly near: readonly string[];
    };

/** A link to a note that is still to be written. */
export interface WantedLink {
  readonly line: number;
  /** As written, without alias and `#…`. */
  readonly target: string;
}

/** What a frontmatter field should hold. */
export type FieldKind = 'text' | 'list-of-text' | 'date' | 'date-time';
