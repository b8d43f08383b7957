/**
 * What a note can have wrong: a code, the 1-based line where it stands, and the values its sentence needs. The sentences are in
 * `i18n`, under `problems`, one for each code.
 */
export type Problem =
  | { readonly code: 'frontmatter-syntax'; readonly line: number; readonly detail: string }
  | { readonly code: 'frontmatter-field'; readonly line: number; readonly field: string; readonly expected: FieldKind };

export type ProblemCode = Problem['code'];

/** What a frontmatter field should hold. */
export type FieldKind = 'text' | 'list-of-text' | 'date' | 'date-time';
