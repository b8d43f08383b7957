import { SIGNAL_FIELDS } from './frontmatter';

/** The fields of the frontmatter that are checked. */
export const CHECKED_FIELDS = [
  'tags',
  'category',
  'description',
  'title',
  'updated',
  'created',
  ...SIGNAL_FIELDS,
] as const;

/** What kind of value a field holds, in a letter: text, number, boolean, date, list, object, unknown; `.` where it holds nothing. */
export type KindLetter = 't' | 'n' | 'b' | 'd' | 'l' | 'o' | 'u' | '.';

/** What the index keeps of a note's frontmatter. */
export interface NoteFacts {
  /** Other names of the note. */
  readonly aliases: readonly string[];
  /** A `KindLetter` for each of `CHECKED_FIELDS`; `''` where none of them holds anything. */
  readonly kinds: string;
  /** Notes are made from it: what it holds is to be filled in. */
  readonly isTemplate: boolean;
}

/** Of a note without frontmatter, or that is not read yet. */
export const NO_FACTS: NoteFacts = { aliases: [], kinds: '', isTemplate: false };
