import type { NameChange } from '../../model/name-change';
import type { IdeaBoxesSource } from '../ideas/idea-boxes';
import type { SuggestedIdea } from '../core/services';

/** What stands in the fields of the new-note dialog, as typed. */
export interface NewNoteFields {
  readonly titleRu: string;
  readonly titleEn: string;
  readonly folder: string;
  readonly tags: string;
  readonly text: string;
  /** The text is step 1 already, and no raw text. */
  readonly isCorrected: boolean;
  /** A file name taken instead of the title's own; `''` for the title's own. */
  readonly name: string;
  /** What was ticked of the ideas that may belong to it. */
  readonly ideas: readonly SuggestedIdea[];
}

/** What the fields would make. */
export interface NewNotePlan {
  readonly state:
    | { readonly kind: 'ready' }
    /** There is no title. */
    | { readonly kind: 'untitled' }
    /** No sign of the title can stand in a file name. */
    | { readonly kind: 'nameless' }
    /** A file has the path of the folder, or of one that it would stand in. */
    | { readonly kind: 'no-folder'; readonly file: string }
    /** There is such a note already; `freeName` is a name in the same folder that is free. */
    | { readonly kind: 'taken'; readonly freeName: string };
  /** Path of the note; `''` when it has no name. */
  readonly path: string;
  /** Path of the note's folder without slashes at its ends; `''` is the vault's root. */
  readonly folder: string;
  readonly folderExists: boolean;
  /** What was changed so that the file and its folder can have these names. */
  readonly nameChanges: readonly NameChange[];
  /** What was typed as tags and cannot be. */
  readonly wrongTags: readonly string[];
  /** What there is to say of the template. */
  readonly remarks: readonly string[];
  /** Names that several of its fields would have. */
  readonly repeated: readonly string[];
  /** The note's text. */
  readonly note: string;
}

/** What the new-note dialog is handed, so that it touches no vault itself. */
export interface NewNoteActions {
  /** Folders to suggest, without slashes at their ends. */
  folders(): readonly string[];
  /** Quick enough to be asked on every key. */
  plan(fields: NewNoteFields): NewNotePlan;
  /** What fills the boxes of ideas that may belong to the note, as the fields are `now`. */
  boxes(now: () => { readonly fields: NewNoteFields; readonly plan: NewNotePlan }): IdeaBoxesSource;
  /** Offers to tidy the typography of a draft; `take` is called with the tidied text once it is accepted. */
  tidy(text: string, take: (tidied: string) => void): void;
  /** Creates the note. Never rejects: a failure has been told to the user, and the dialog stays. `taken`: somebody was quicker. */
  create(plan: NewNotePlan): Promise<'created' | 'taken' | 'failed'>;
  /** Called once the dialog is gone and the note is there. */
  created(plan: NewNotePlan): void;
}
