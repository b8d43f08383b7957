import type { IdeaAudit } from '../../index/answers';
import type { IdeaIndex } from '../../index/idea-index';
import type { RepairedNote } from '../../model/garbled';
import type { Note } from '../../model/note';
import type { Problem } from '../../model/problem';
import type { OutlinedText } from '../../model/outline';
import type { NoteEdit, TextChange } from '../../model/text-change';
import type { LinkReading } from '../../write/idea-link-edit';
import type { Change } from '../promises/change';
import type { ReadingPart } from '../promises/reading';

/** A note that is written into. */
export interface WrittenNote {
  readonly path: string;
  /** File name without extension. */
  readonly name: string;
  /** As it stands in its file. */
  readonly stored: string;
  /** What is read: of a garbled note, the text as it will be once it is repaired. */
  readonly text: string;
  readonly garbling: RepairedNote | null;
  readonly note: Note;
  readonly outlined: OutlinedText;
  /** How notes are read by what edits lists; this one was read already. */
  readonly reading: LinkReading;
}

/** What the notes around it say. What holds for all of them is looked for once. */
export interface WrittenVault {
  readonly ideas: IdeaIndex;
  /** What a wikilink in the note at `from` holds to lead to the note at `path`. */
  linkTo(path: string, from: string): string;
  /** What leads the links to no note with this target, in all notes that hold one, to the note at `path`. */
  relinked(target: string, path: string, link: string): readonly NoteEdit[];
  /** What the audit says of one note. */
  auditOf(path: string): IdeaAudit;
}

/** What comes of a write. */
export type Written =
  /** Over one note or several, as one change; a note without a change may be among them. */
  | { readonly kind: 'edits'; readonly edits: readonly NoteEdit[] }
  /** A new file. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** For the clipboard. */
  | { readonly kind: 'text'; readonly text: string }
  /** Shown, not written: what writes are chosen by. Plain data, Maps and Sets. */
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly reason: string };

/** One way to do a kind of write: to which entry, with which options. */
export interface Attempt {
  /** Told by this from others of its kind in the note. */
  readonly what: string;
  readonly make: () => Written;
  /**
   * The same once more, in the note as it is after the first time; where this is left out, that is what has the same name there.
   * `null` for an attempt that is not bound by the promise of its kind, as to turn the rows round.
   */
  readonly again?: ((note: WrittenNote) => Written) | null;
  /** How it may change parts of what is read in another way than its kind. */
  readonly changes?: WritePromise['changes'];
}

/** What a kind of write promises of every note that it changes. `npm run invariants` holds it to its word. */
export interface WritePromise {
  /** How each part of what is read may differ afterwards; a part that is not named reads the same. */
  readonly changes: Readonly<Partial<Record<ReadingPart, Change>>>;
  /** Problems that may be told afterwards though they were not before: what was asked for brings them. */
  readonly problems?: readonly Problem['code'][];
  /** Whether the same once more changes nothing. */
  readonly once: boolean;
  /** What is read before: the text that is changed, or, of a garbled one, the healthy text that it is to read like. */
  readonly reads?: 'healthy';
}

/** A kind of write with fixed answers to all that it asks. */
export interface WriteKind {
  /** Names a part in the lines of the oracle: once in use, it stays. */
  readonly name: string;
  /** None where the note has nothing that it could be done to. */
  readonly attempts: (note: WrittenNote, vault: WrittenVault) => readonly Attempt[];
  /** `null` for a kind that changes no note: it makes new ones, or only shows something. */
  readonly promise: WritePromise | null;
}

/** An edit of the note itself. */
export function edit({ path, text }: WrittenNote, changes: readonly TextChange[]): Written {
  return { kind: 'edits', edits: [{ path, text, changes }] };
}

export function answer(value: unknown): Written {
  return { kind: 'answer', value };
}

/** What an editing function of `write` gives, of the note itself. */
export function written(
  note: WrittenNote,
  result:
    | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
    | { readonly kind: 'refused'; readonly reason: string },
): Written {
  return result.kind === 'refused' ? result : edit(note, result.changes);
}

/** All that is read below the frontmatter but tiers and problems, differing in one way. */
export function bodyParts(change: Change): WritePromise['changes'] {
  return {
    lines: change,
    headings: change,
    links: change,
    footnotes: change,
    tables: change,
    steps: change,
    turns: change,
    callouts: change,
  };
}
