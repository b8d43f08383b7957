import { SIGNAL_FIELDS } from '../model/frontmatter';
import type { MessageKey } from './index';

/** What the known fields of a three-step note hold. */
export const FIELD_WORDS: ReadonlyMap<string, MessageKey> = new Map(
  (['tags', 'category', 'description', 'title', 'updated', 'created', ...SIGNAL_FIELDS] as const).map((field) => [
    field,
    `progress.fields.${field}`,
  ]),
);
