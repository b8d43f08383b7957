/** The relations an idea link can have, most general first. */
export const RELATION_NAMES = ['upstream', 'direct', 'downstream', 'related', 'source'] as const;
export type Relation = (typeof RELATION_NAMES)[number];

/** Seen from the other note: what is above me has me below it. */
export const INVERSE: Readonly<Record<Relation, Relation>> = {
  upstream: 'downstream',
  downstream: 'upstream',
  direct: 'direct',
  related: 'related',
  source: 'source',
};

/** 1 corrected Russian, 2 English translation, 3 vector-field expansion. */
export const STEP_NUMBERS = [1, 2, 3] as const;
export type StepNumber = (typeof STEP_NUMBERS)[number];

/** Headings and labels of the user's own, added to the built-in ones. */
export interface UserHeadings {
  readonly relations: Readonly<Partial<Record<Relation, readonly string[]>>>;
  readonly steps: Readonly<Partial<Record<StepNumber, readonly string[]>>>;
}
