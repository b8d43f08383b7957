import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMS, languageOf, translator, type Language } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';

const SRC = path.resolve(import.meta.dirname, '../../src');
/** Gaps, and names that stay as they are: of a product, or of a language in that language. */
const NAMES = /\{[\w:]+\}|English|Obsidian|Windows/g;
const GAP = /\{(\w+)(?::short)?\}/g;
/** A choice by number: `{row|rows}`. */
const CHOICE = /\{(?:\w+:)?((?:[^{}|]|\{\w+\})*\|(?:[^{}]|\{\w+\})*)\}/g;
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

  it('have every form by number that their language has for whole numbers', () => {
    for (const [language, messages] of [
      ['en', ENGLISH],
      ['ru', RUSSIAN],
    ] as const) {
      const plural = new Intl.PluralRules(language);
      const wanted = new Set(Array.from({ length: 200 }, (_, count) => plural.select(count)));
      expect(new Set<string>(FORMS[language]), language).toEqual(wanted);
      for (const [key, message] of messages) {
        for (const [, forms = ''] of message.matchAll(CHOICE)) {
          expect(forms.split('|'), `${language}: ${key}`).toHaveLength(wanted.size);
        }
      }
    }
  });

  it('take their form by number in Russian where they do in English', () => {
    for (const [key, message] of ENGLISH) {
      expect(isChosen(RUSSIAN.get(key) ?? ''), key).toBe(isChosen(message));
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
          const worded: unknown = Reflect.apply(t, undefined, [key, { ...gaps, notes: count, links: count, count }]);
          // What stands in two pairs of braces is a placeholder of a template, for its author to see.
          expect(withoutPlaceholders(String(worded)), key).not.toMatch(/[{}]/);
        }
      }
    }
  });

  it('chooses the Russian form by number', () => {
    const t = translator('ru');
    const say = (count: number): string => t('write.changes', { count });
    expect([1, 3, 7, 21].map(say)).toEqual([
      'Изменится 1 строка:',
      'Изменятся 3 строки:',
      'Изменятся 7 строк:',
      'Изменится 21 строка:',
    ]);
    expect(say(1.5)).toBe('Изменятся 1,5 строки:');
    expect(translator('en')('write.changes', { count: 1 })).toBe('1 line will change:');
  });

  it('chooses each of two forms by its own number', () => {
    expect(translator('en')('audit.sum', { notes: 1, links: 2 })).toBe('1 note, 2 idea links');
    expect(translator('en')('audit.sum', { notes: 2, links: 1 })).toBe('2 notes, 1 idea link');
    expect(translator('ru')('audit.sum', { notes: 3, links: 21 })).toBe('3 заметки, 21 ссылка на идеи');
  });

  it('puts a value in as it is, whatever it holds', () => {
    expect(translator('en')('newNote.path', { path: '{path} $& $1' })).toBe('Will be saved as “{path} $& $1”.');
  });

  it('writes numbers as the language does, with a minus sign, and in short where the message asks for it', () => {
    const say = (language: Language, number: number): string => translator(language)('picture.bigNumber', { number });
    expect([15_500, -1_005_000, 2e12].map((number) => say('en', number))).toEqual(['15.5K', '−1.005M', '2T']);
    expect(say('ru', 15_500).replace(/\s/g, ' ')).toBe('15,5 тыс.');
    expect(translator('en')('table.number', { number: -1234.5 })).toBe('−1,234.5');
  });

  it('names the languages of the steps, unless a value of that name is given', () => {
    const say = (language: Language): string => translator(language, () => ['de', 'en'])('newNote.titleRu');
    expect([say('en'), say('ru')]).toEqual(['German title', 'Название по-немецки']);
    expect(translator('ru', () => ['he', 'en'])('newNote.titleRu')).toBe('Название (иврит)');
    expect(translator('en')('problems.idea-both-ways', { target: 'A', first: 70 })).toContain('line 70');
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
function messagesOf(section: object, prefix = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(section) as [string, string | object][]) {
    if (typeof value === 'string') found.set(prefix + name, value);
    else for (const [key, message] of messagesOf(value, `${prefix}${name}.`)) found.set(key, message);
  }
  return found;
}

function isChosen(message: string): boolean {
  return message.search(CHOICE) !== -1;
}

/** The message in each form by number. */
function formsOf(message: string): readonly string[] {
  return [0, 1, 2].map((at) => message.replace(CHOICE, (_, forms: string) => forms.split('|')[at] ?? forms));
}

/** The names of the gaps. `{count}` is left out where it chooses the form: "a setting" says one without a number. */
function withoutPlaceholders(form: string): string {
  return form.replace(/\{\{\w+\}\}/g, '');
}

function gapsOf(message: string): readonly string[] {
  const gaps = formsOf(message).flatMap((form) =>
    Array.from(withoutPlaceholders(form).matchAll(GAP), ([, gap]) => gap ?? ''),
  );
  return [...new Set(gaps)].filter((gap) => !isChosen(message) || gap !== 'count').sort();
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
