/** A part of a note's text: offsets in UTF-16 units, as strings count them. */
export interface Span {
  readonly from: number;
  /** Behind the last sign. */
  readonly to: number;
}
