/**
 * One replacement in a text. A list of them is ordered by `from`, does not overlap, and counts in the text as it was before any
 * of them, as an editor's transaction does.
 */
export interface TextChange {
  /** Offset in UTF-16 units. */
  readonly from: number;
  /** Exclusive; equal to `from` where something is only inserted. */
  readonly to: number;
  readonly insert: string;
}

/** A note and what is to be changed in it. */
export interface NoteEdit {
  /** Path in the vault. */
  readonly path: string;
  /** The note's text that the changes were computed from. */
  readonly text: string;
  readonly changes: readonly TextChange[];
  /** Whether it was made for a garbled text as it is stored, which it need not repair throughout: a repair, or what undoes a change. */
  readonly isOfStored?: boolean;
}
