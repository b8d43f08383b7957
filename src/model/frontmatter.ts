import type { Problem } from './problem';

/** The seven signal fields of the notes' frontmatter, in the order of the template. */
export const SIGNAL_FIELDS = [
  'Receptor',
  'Acceptor',
  'SignalTransduction',
  'Emergence',
  'Activation',
  'FeedbackLoop',
  'SignalAmplification',
] as const;

export type SignalField = (typeof SIGNAL_FIELDS)[number];

/** A note's frontmatter, checked field by field. A field that is wrong is left out and has a problem. */
export interface Frontmatter {
  readonly present: boolean;
  readonly tags: readonly string[];
  readonly category: string | null;
  readonly description: string | null;
  readonly title: string | null;
  readonly updated: string | null;
  readonly created: string | null;
  readonly signals: Readonly<Partial<Record<SignalField, string>>>;
  /** The names of all top-level fields that hold something, of the right kind or not. */
  readonly filled: readonly string[];
  readonly problems: readonly Problem[];
}

/** Whether a field's value is more than an empty text or list. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isFilled);
  return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}
