import { en } from './en';
import { ru } from './ru';

/**
 * A sentence with `{named}` gaps, or one a plural form of `{count}` (`other` always, the rest as the language has them). A gap for
 * a number may ask for its short form: `{number:short}` is 15K.
 */
export type Message = string | PluralMessage;
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The shape that every language has to fill: the keys of English, the plural forms of its own. */
export type Messages<T = typeof en> = {
  readonly [K in keyof T]: T[K] extends string | PluralMessage ? Message : Messages<T[K]>;
};

type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string | PluralMessage ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** `sidebar.tiers`: the path of a message in `en.ts`. */
export type MessageKey = KeysOf<typeof en>;

/** Words a message. A message with plural forms takes them by `values.count`. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const LOCALES = { en, ru } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LOCALES;

/** Obsidian's language code to one of ours: Russian for `ru`, else English. */
export function languageOf(code: string): Language {
  return code.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** The function that words messages in `language`. Numbers are written as that language writes them. */
export function translator(language: Language): Translate {
  const messages = messagesByKey(LOCALES[language]);
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 3 });
  return (key, values = {}) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`no message ${key}`);
    const text = typeof message === 'string' ? message : formOf(message, plural, values.count, key);
    return text.replace(/\{(\w+)(:short)?\}/g, (gap, name: string, isShort?: string) => {
      const value = values[name];
      if (typeof value !== 'number') return value ?? gap;
      // A minus sign, not a hyphen.
      return (isShort ? short : number).format(value).replace('-', '−');
    });
  };
}

function formOf(message: PluralMessage, plural: Intl.PluralRules, count: unknown, key: string): string {
  if (typeof count !== 'number') throw new Error(`message ${key} needs a count`);
  return message[plural.select(count)] ?? message.other;
}

/** Messages by their path. Made once a language: the sidebar words some hundred of them for each note. */
function messagesByKey(messages: object, prefix = ''): Map<string, Message> {
  const byKey = new Map<string, Message>();
  for (const [name, value] of new Map<string, unknown>(Object.entries(messages))) {
    const key = prefix + name;
    if (typeof value === 'string' || isPlural(value)) byKey.set(key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, message] of messagesByKey(value, `${key}.`)) byKey.set(inner, message);
    }
  }
  return byKey;
}

function isPlural(value: unknown): value is PluralMessage {
  return typeof value === 'object' && value !== null && 'other' in value && typeof value.other === 'string';
}
