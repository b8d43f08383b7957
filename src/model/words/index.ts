import { CLOSING, COMMON_WORDS, FUNCTION_WORDS } from './common';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { HEADERS } from './headers';
import type { Language } from './language';
import { ru } from './ru';
import { RUNGS } from './rungs';
import { uk } from './uk';
import { FIELDS, VALUES } from './values';
import { zh } from './zh';

/** The languages whose words the plugin understands. A heading is looked up in all of them. */
const LANGUAGES: readonly Language[] = [en, ru, de, fr, es, uk, zh];

/** All of `LANGUAGES`. In the bundle their words are in shorthand, and are spelled out when they are first asked for. */
export function languages(): readonly Language[] {
  return LANGUAGES;
}

/** Header words of columns; in the bundle they are in shorthand with the words of languages. */
export function headerWords(): typeof HEADERS {
  return HEADERS;
}

/** What tells languages of one script apart, by their codes; so in shorthand, too. */
export function commonWords(): typeof COMMON_WORDS {
  return COMMON_WORDS;
}

/** More of them, which say nothing of what a text is about. */
export function functionWords(): string {
  return FUNCTION_WORDS;
}

/** Words of cells that say how much. */
export function valueWords(): typeof VALUES {
  return VALUES;
}

/** Names of fields by how much they say. */
export function fieldNames(): typeof FIELDS {
  return FIELDS;
}

/** Words of tables whose rows are rungs. */
export function rungWords(): typeof RUNGS {
  return RUNGS;
}

/** What closes an answer and is no part of it. */
export function closingWords(): string {
  return CLOSING;
}
