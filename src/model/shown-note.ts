import type { Garbling } from './garbled';
import type { Note } from './note';
import type { NoteProgress } from './note-progress';
import type { Problem } from './problem';

/** A note that a link leads to. */
export interface LinkedNote {
  /** Path in the vault. */
  readonly path: string;
  /** File name without extension. */
  readonly basename: string;
}

/** What stands in a note, as it was last read. */
export interface ReadNote {
  /** Path in the vault. */
  readonly path: string;
  /** File name without extension. */
  readonly name: string;
  /** What it was read from: of a garbled note, the text as far as it can be restored. */
  readonly text: string;
  /** How it is garbled; `null` if it is not. */
  readonly garbled: Garbling | null;
  readonly note: Note;
  /** The problems of the body and of the frontmatter, in line order. */
  readonly problems: readonly Problem[];
  /** Looked at after the note is painted, so that it is `null` at first; and for a note without steps. */
  readonly progress: NoteProgress | null;
  /** The note stands in a folder that the user has left out, and was not read. */
  readonly isLeftOut: boolean;
  /**
   * Where a link of this note leads, `null` where there is no note. Each is looked up once; another function is told once links may
   * lead elsewhere.
   */
  readonly resolve: (link: string) => LinkedNote | null;
}

/** The note that a view shows. */
export interface ShownNote extends ReadNote {
  /** `past`: what is in front now is no note, so the last one stays; `deleted`: the note is gone from the vault. */
  readonly state: 'current' | 'past' | 'deleted';
  /** Where the note stood before, when it was moved or renamed since the last time it was shown. */
  readonly movedFrom: string | null;
  /** When the change that led here was noticed, in milliseconds of `performance.now()`; `null` unless a note was opened. */
  readonly openedAt: number | null;
}

/** Whether two say the same, so that nothing has to be drawn: how the view came to them is no matter. */
export function isShownAs(a: ShownNote | null, b: ShownNote | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.path === b.path &&
    a.text === b.text &&
    a.garbled === b.garbled &&
    a.note === b.note &&
    a.problems === b.problems &&
    a.progress === b.progress &&
    a.state === b.state &&
    a.isLeftOut === b.isLeftOut &&
    a.resolve === b.resolve
  );
}
