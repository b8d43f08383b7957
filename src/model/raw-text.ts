/** What a note's raw text is, and how it was found: under its own heading, by the note's UID, or by its words. */
export interface FoundRawText {
  readonly text: string;
  readonly by: 'section' | 'uid' | 'words';
  /** Where it stands: path and line. */
  readonly path: string;
  readonly line: number;
}
