import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, translator, type Language, type Message } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';

const SRC = path.resolve(import.meta.dirname, '../../src');
/** Gaps, and names that stay as they are: of a product, or of a language in that language. */
const NAMES = /\{[\w:]+\}|English|Obsidian|Windows/g;
const ENGLISH = messagesOf(en);
const RUSSIAN = messagesOf(ru);

describe('The messages', () => {
  it('are the same in both languages', () => {
    expect([...RUSSIAN.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
  });

  it('have text in each form', () => {
    for (const [key, message] of [...ENGLISH, ...RUSSIAN]) {
      for (const form of formsOf(message)) expect(form.trim(), key).not.toBe('');
    }
  });

  it('have the same {gaps} in both languages, but for the count that a single thing does not need', () => {
    for (const [key, message] of ENGLISH) {
      const russian = RUSSIAN.get(key);
      expect(russian && gapsOf(russian), key).toEqual(gapsOf(message));
    }
  });

  it('have every plural form that their language has', () => {
    for (const [language, messages] of [
      ['en', ENGLISH],
      ['ru', RUSSIAN],
    ] as const) {
      const wanted = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
      for (const [key, message] of messages) {
        if (typeof message !== 'string') expect(Object.keys(message).sort(), `${language}: ${key}`).toEqual(wanted);
      }
    }
  });

  it('take their form by number in Russian where they do in English', () => {
    for (const [key, message] of ENGLISH) {
      expect(typeof RUSSIAN.get(key), key).toBe(typeof message);
    }
  });

  it('are not left in English in Russian', () => {
    const english = [...RUSSIAN].filter(([, message]) =>
      formsOf(message).some((form) => /[a-z]{3}/i.test(form.replace(NAMES, '')) && !/[а-яё]/i.test(form)),
    );
    expect(english.map(([key]) => key)).toEqual([]);
  });

  it('are all used in the source', () => {
    const source = sourceText(SRC);
    const unused = [...ENGLISH.keys()].filter((key) => !isUsed(key, source));
    expect(unused).toEqual([]);
  });
});

describe('translator(language)', () => {
  it('words every message in every plural form without a gap left over', () => {
    for (const [language, messages] of [
      ['en', ENGLISH],
      ['ru', RUSSIAN],
    ] as const) {
      const t: (key: never, values: Record<string, string | number>) => string = translator(language);
      for (const [key, message] of messages) {
        const gaps = Object.fromEntries(gapsOf(message).map((gap) => [gap, 'x']));
        for (const count of [0, 1, 2, 5, 21, 1.5]) {
          // The keys of `messages` are the translator's own, told apart only by the compiler.
          expect(Reflect.apply(t, undefined, [key, { ...gaps, count }]), key).not.toMatch(/[{}]/);
        }
      }
    }
  });

  it('chooses the Russian form by number', () => {
    const t = translator('ru');
    const say = (count: number): string => t('write.changes', { count });
    expect([1, 3, 7, 21].map(say)).toEqual([
      'В заметке изменится 1 строка:',
      'В заметке изменятся 3 строки:',
      'В заметке изменятся 7 строк:',
      'В заметке изменится 21 строка:',
    ]);
  });

  it('puts a value in as it is, whatever it holds', () => {
    expect(translator('en')('newNote.path', { path: '{path} $& $1' })).toBe('The note will be “{path} $& $1”.');
  });

  it('writes numbers as the language does, with a minus sign, and in short where the message asks for it', () => {
    const say = (language: Language, number: number): string => translator(language)('picture.bigNumber', { number });
    expect([15_500, -1_005_000, 2e12].map((number) => say('en', number))).toEqual(['15.5K', '−1.005M', '2T']);
    expect(say('ru', 15_500).replace(/\s/g, ' ')).toBe('15,5 тыс.');
    expect(translator('en')('table.number', { number: -1234.5 })).toBe('−1,234.5');
  });

  it('says which message lacks its count', () => {
    expect(() => translator('en')('write.changes')).toThrow('write.changes');
  });
});

describe('languageOf(code)', () => {
  it('is Russian for Russian, else English', () => {
    expect(['ru', 'RU', 'ru-RU', 'en', 'de', ''].map(languageOf)).toEqual(['ru', 'ru', 'ru', 'en', 'en', 'en']);
  });
});

/** Every message by its key, `newNote.path`. */
function messagesOf(section: object, prefix = ''): ReadonlyMap<string, Message> {
  const found = new Map<string, Message>();
  for (const [name, value] of Object.entries(section) as [string, Message | object][]) {
    const key = prefix + name;
    if (typeof value === 'string' || isPlural(value)) found.set(key, value);
    else for (const [inner, message] of messagesOf(value, `${key}.`)) found.set(inner, message);
  }
  return found;
}

function isPlural(value: object): value is Exclude<Message, string> {
  return 'other' in value;
}

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

/** The names of the gaps. `{count}` is left out of plural messages: "a setting" says one without a number. */
function gapsOf(message: Message): readonly string[] {
  const gaps = formsOf(message).flatMap((form) => Array.from(form.matchAll(/\{(\w+)(?::short)?\}/g), ([, gap]) => gap ?? ''));
  return [...new Set(gaps)].filter((gap) => typeof message === 'string' || gap !== 'count').sort();
}

function sourceText(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/i18n\W(?:en|ru|index)\.ts$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** A key is used when it stands in quotes, or when a template like `relations.${relation}` makes it. */
function isUsed(key: string, source: string): boolean {
  if (source.includes(`'${key}'`)) return true;
  const template = /`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g;
  return Array.from(source.matchAll(template)).some(([, before = '', after = '']) => {
    return before.includes('.') && key.startsWith(before) && key.endsWith(after);
  });
}
