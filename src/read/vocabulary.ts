import type { UserHeadings } from '../model/vocabulary';

/** The built-in headings and the user's own, made ready for look-up. Built once, not per note. */
export interface Vocabulary {
  readonly user: UserHeadings;
}

/** A heading of the user's own that already means something else. */
export interface HeadingClash {
  readonly heading: string;
  /** What it means in the built-in list or in another of the user's lists, as `upstream` or `step 2`. */
  readonly means: readonly string[];
}

export function compileVocabulary(user: UserHeadings): Vocabulary {
  return { user };
}

/** The vocabulary without anything of the user's own. */
export const BUILT_IN: Vocabulary = compileVocabulary({ relations: {}, steps: {} });

/** The headings of the user's own that mean two things at once. */
export function findHeadingClashes(user: UserHeadings): readonly HeadingClash[] {
  void user;
  return [];
}
