import type { Relation } from './vocabulary';

/** The relations under which a note can be suggested. */
export type SuggestedRelation = Exclude<Relation, 'source'>;

/** Why a note may belong to another. Notes are named by their paths. */
export type SuggestionReason =
  /** So many notes of the same folder list it so, those that are most alike first. */
  | { readonly kind: 'folder'; readonly notes: readonly string[] }
  /** So many notes of other folders that are like the one asked about list it so, most alike first. */
  | { readonly kind: 'alike'; readonly notes: readonly string[] }
  /** It lists so many of the ideas that the note asked about lists, `of` so many. */
  | { readonly kind: 'shared'; readonly ideas: readonly string[]; readonly of: number }
  /** Both speak of the same: the numbers of terms (`NoteTerms`), the most telling first. */
  | { readonly kind: 'words'; readonly terms: readonly number[] };

/** A note that the vault itself says belongs to another, which neither lists it nor is listed by it. */
export interface Suggestion {
  readonly path: string;
  readonly relation: SuggestedRelation;
  /** 0 and up; compares across relations and notes. */
  readonly score: number;
  /** At least one. */
  readonly reasons: readonly SuggestionReason[];
}
