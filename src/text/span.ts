/** A part of a text in UTF-16 offsets, or of a list in indexes; without its end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
