import type { Relation } from '../../model/vocabulary';

/** An entry of an idea list where it is written. */
export interface WrittenEntry {
  /** Path of the note that it stands in. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** What its link holds, with `#heading`. */
  readonly link: string;
  readonly relation: Relation;
}

/**
 * What can be done to idea links. Each shows first what it will write, tells the user how it ended, and never throws.
 */
export interface IdeaLinkActions {
  /** Adds an idea to the note at `path`; the user is asked for what is not given. `idea` is the path of the note to link to. */
  readonly add: (path: string, given?: { readonly relation?: Relation; readonly idea?: string }) => void;
  readonly move: (entry: WrittenEntry, relation: Relation) => void;
  readonly remove: (entry: WrittenEntry) => void;
  /** Offers notes whose names are near that of a link without a note, and leads the link to the one chosen. */
  readonly relink: (entry: Omit<WrittenEntry, 'relation'>) => void;
  /** Makes the note that a link asks for, with this one in its lists. */
  readonly create: (entry: WrittenEntry) => void;
}

/** Relations whose lists can be added to and moved between, in the order of the template. */
export const LIST_RELATIONS = ['upstream', 'downstream', 'direct', 'related'] as const satisfies readonly Relation[];
