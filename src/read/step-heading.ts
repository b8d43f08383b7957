import type { LineStart } from '../markdown/lines';
import type { StepMeaning, StepProof } from './vocabulary';

/** A heading, or a line that may act as one. */
export interface StepHeading {
  readonly line: number;
  /** Its last line: the next one where it is underlined. */
  readonly headEnd: number;
  readonly depth: number;
  /** 1 to 6; 0 for a line that only acts as a heading. */
  readonly level: number;
  /** It stands in a callout. */
  readonly isCalled: boolean;
  /** A line of prose by its looks: no sign and nothing bold says that it acts as a heading. */
  readonly isPlain: boolean;
  /** Where it begins behind quote marks and indentation. */
  readonly content: number;
  /** Where its words begin and end. */
  readonly from: number;
  readonly end: number;
  /** Where its last line ends; below it is its text. */
  readonly textFrom: number;
}

/** A heading that may open a step. */
export interface Candidate extends StepHeading {
  readonly meaning: StepMeaning;
  readonly proof: StepProof;
  /** Where the quote that the heading stands in ends, if it does. */
  quoteEnd: LineStart | null;
}
