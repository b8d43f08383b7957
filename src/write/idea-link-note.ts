import type { PlacedNote } from '../model/note';
import type { Outline, OutlinedText } from '../model/outline';
import type { Relation } from '../model/vocabulary';
import { firstIndex } from '../text/first-index';
import { Intervals } from '../text/intervals';
import { entriesOf, type Entry } from './idea-link-entries';
import { readLines, type NoteLine } from './idea-link-lines';

/** What reads notes for an edit of their idea lists. */
export interface LinkReading {
  readonly note: (text: string) => PlacedNote;
  /** The parts of the template in a text that was read as `note`. */
  readonly outline: (text: string, note: PlacedNote) => OutlinedText;
  /** What a heading says of the list below it. */
  readonly relationOf: (heading: string) => Relation | null;
  /** Where a first idea goes, and in which property; in a list where this is left out. */
  readonly properties?: PropertyNames;
}

/** What properties for ideas are called. */
export interface PropertyNames {
  /** Whether a first idea goes there. */
  readonly isFirst: boolean;
  /** By relation; the first is written. */
  readonly names: Readonly<Record<Relation, readonly string[]>>;
}

/** A note taken apart for an edit of its idea lists. */
export interface ListNote {
  readonly text: string;
  readonly lines: readonly NoteLine[];
  readonly note: PlacedNote;
  readonly outline: Outline;
  readonly entries: readonly Entry[];
  /** The lines of its steps below their headings, counted from 0. */
  readonly stepLines: Intervals;
  /** The same entries in the order of their first lines. */
  readonly byLine: readonly Entry[];
}

/** Takes a note apart. Its outline is made when it is asked for: an entry that is added to a list needs none. */
export function takeApart(text: string, reading: LinkReading): ListNote {
  const lines = readLines(text);
  const note = reading.note(text);
  let outline: Outline | null = null;
  const entries = entriesOf(text, lines, note);
  return {
    text,
    lines,
    note,
    entries,
    stepLines: new Intervals(note.steps.map(({ headEnd, endLine }) => ({ first: headEnd, last: endLine - 1 }))),
    byLine: [...entries].sort((a, b) => a.first - b.first),
    get outline() {
      return (outline ??= reading.outline(text, note).outline);
    },
  };
}

/** Whether a line, counted from 0, stands in a callout. */
export function isInCallout({ lines }: ListNote, line: number): boolean {
  return (lines[line]?.callout ?? -1) !== -1;
}

/** Whether a line, counted from 0, stands below the heading of a step, in its text. */
export function isInStep({ stepLines }: ListNote, line: number): boolean {
  return stepLines.hold(line);
}

/** The entries that begin on a line from `first` on and before `end`, counted from 0. */
export function entriesBetween({ byLine }: ListNote, first: number, end: number): readonly Entry[] {
  const from = firstIndex(byLine, (entry) => entry.first >= first);
  return byLine.slice(
    from,
    Math.max(
      from,
      firstIndex(byLine, (entry) => entry.first >= end),
    ),
  );
}
