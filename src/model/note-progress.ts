import type { Frontmatter } from './frontmatter';

/** How far a three-step note has come: what is looked at once the rest of the note is painted. */
export interface NoteProgress {
  readonly frontmatter: Frontmatter;
  /** Characters with spaces of each of the note's steps, in the note's order; 0 for an empty one. */
  readonly characters: readonly number[];
  readonly reminders: readonly StepReminder[];
}

/** Something about steps 1 and 2 that their author may have overlooked, unless they have said that they have not. */
export interface StepReminder {
  /** `drifted`: step 1 was changed, and step 2 was not since; `language`: a step is written in the other language. */
  readonly kind: 'drifted' | 'language';
  readonly step: 1 | 2;
  /** The line of the step's heading. */
  readonly line: number;
  /** What it is dismissed by. Another one when the text changes. */
  readonly key: string;
}
