import { CHECKED_FIELDS } from '../model/note-facts';
import type { MessageKey } from './index';

/** What the known fields of a three-step note hold. */
export const FIELD_WORDS: ReadonlyMap<string, MessageKey> = new Map(
  CHECKED_FIELDS.map((field) => [field, `progress.fields.${field}`]),
);
