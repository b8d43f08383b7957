import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Language } from './language';
import { ru } from './ru';
import { uk } from './uk';
import { zh } from './zh';

/** The languages whose words the plugin understands. A heading is looked up in all of them. */
export const LANGUAGES: readonly Language[] = [en, ru, de, fr, es, uk, zh];
