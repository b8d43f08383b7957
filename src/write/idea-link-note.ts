import type { Note } from '../model/note';
import type { Outline } from '../model/outline';
import type { Entry } from './idea-link-entries';
import type { NoteLine } from './idea-link-lines';

/** A note taken apart for an edit of its idea lists. */
export interface ListNote {
  readonly text: string;
  readonly lines: readonly NoteLine[];
  readonly note: Note;
  readonly outline: Outline;
  readonly entries: readonly Entry[];
}

/** Whether a line, counted from 0, stands in a callout. */
export function isInCallout({ lines }: ListNote, line: number): boolean {
  return (lines[line]?.callout ?? -1) !== -1;
}

/** Whether a line, counted from 0, stands below the heading of a step, in its text. */
export function isInStep({ note }: ListNote, line: number): boolean {
  return note.steps.some((step) => line >= step.headEnd && line < step.endLine);
}
