import { languageName } from '../text/language-name';
import { lazily } from '../text/lazily';
import { remembered } from '../text/remembered';
import { en, type Messages } from './en';
import { ru } from './ru';
import { spelledOut } from './spelled-out';

type KeysOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}` }[keyof T & string];

/** `sidebar.tiers`: the path of a message in `en.ts`. */
export type MessageKey = KeysOf<typeof en>;

/** Words a message. A message with a choice of forms takes them by `values.count`. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const LOCALES = { en, ru } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LOCALES;

/** The forms that a language has by number. A fraction takes the second one: «1,5 строки» as «2 строки». */
export const FORMS = { en: ['one', 'other'], ru: ['one', 'few', 'many'] } as const satisfies Record<
  Language,
  readonly Intl.LDMLPluralRule[]
>;

const CHOICE = /\{(?:(\w+):)?((?:[^{}|]|\{\w+\})*\|(?:[^{}]|\{\w+\})*)\}/g;
const GAP = /\{(\w+)(:short)?\}/g;

/** Obsidian's language code to one of ours: Russian for `ru`, else English. */
export function languageOf(code: string): Language {
  return code.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** Codes of the languages of steps 1 and 2. */
export type NamedLanguages = readonly [first: string, second: string];

/**
 * The function that words messages in `language`. Numbers are written as that language writes them, with three digits of a fraction, or
 * as many more as `digits` says. Forms, `{note|notes}`, go by `count`, or by what they name: `{links:link|links}`. The languages of steps 1 and 2
 * have gaps that are filled in every message where no value of that name is given: `{first}` and `{second}` say in what language (Russian, по-русски), `{firstName}` and
 * `{secondName}` what it is called (Russian, русский).
 */
export function translator(language: Language, named: () => NamedLanguages = () => ['ru', 'en']): Translate {
  const messages = messagesByKey(LOCALES[language]);
  const known = new Map<MessageKey, string>();
  const messageOf = (key: MessageKey): string => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const message = messages[key];
    if (message === undefined) throw new Error(`no message ${key}`);
    const whole = spelledOut(message);
    known.set(key, whole);
    return whole;
  };
  const plural = lazily(() => new Intl.PluralRules(language));
  const order: readonly Intl.LDMLPluralRule[] = FORMS[language];
  const nameOf = remembered((asked) => {
    const name = languageName(asked.replace('in ', ''), language);
    if (language === 'en' || !asked.startsWith('in ')) return name;
    return /[сц]кий$/.test(name) ? `по-${name.slice(0, -1)}` : `(${name})`;
  });
  const number = lazily(() => new Intl.NumberFormat(language));
  const short = lazily(() => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 3 }));
  return (key, values = {}) => {
    const chosen = messageOf(key).replace(CHOICE, (_, name: string | undefined, forms: string) => {
      const count = values[name ?? 'count'];
      if (typeof count !== 'number') throw new Error(`message ${key} needs a count`);
      const all = forms.split('|');
      return all[order.indexOf(plural().select(count))] ?? all[1] ?? '';
    });
    return chosen.replace(GAP, (gap, name: string, isShort: string | undefined, at: number) => {
      const value = values[name];
      const ofStep = value === undefined ? /^(first|second)(Name)?$/.exec(name) : null;
      if (ofStep) {
        const [, step, isName] = ofStep;
        const words = nameOf(`${isName ? '' : 'in '}${named()[step === 'first' ? 0 : 1]}`);
        return at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
      }
      if (typeof value !== 'number') return value ?? gap;
      // A minus sign, not a hyphen.
      const { digits } = values;
      const own =
        typeof digits === 'number' && digits > 3
          ? new Intl.NumberFormat(language, { maximumFractionDigits: digits })
          : null;
      return (own ?? (isShort ? short() : number())).format(value).replace('-', '−');
    });
  };
}

/**
 * Messages by their path. Made once a language: the sidebar words some hundred of them for each note. In the bundle, the table is a
 * list and a path the place in it.
 */
function messagesByKey(messages: object, prefix = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([name, value]: [string, unknown]) => {
      if (typeof value === 'string') return [[prefix + name, value]];
      return typeof value === 'object' && value !== null
        ? Object.entries(messagesByKey(value, `${prefix}${name}.`))
        : [];
    }),
  );
}
