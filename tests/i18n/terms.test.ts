import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';

/** What each thing is called, in English and in Russian: a message that speaks of it in one language does so in the other. */
const TERMS: readonly (readonly [english: RegExp, russian: RegExp])[] = [
  [/idea links?/i, /ссыл[а-я]+ на иде/i],
  [/upstream/i, /вышестоящ/i],
  [/downstream/i, /нижестоящ/i],
  [/direct idea/i, /напрямую связанн/i],
  [/three-step notes?/i, /трёхшагов/i],
  [/tier tables?/i, /таблиц[а-я]* рангов/i],
  [/vector[- ]field/i, /векторно-полев/i],
  [/chat messages?/i, /сообщени[а-я]* чата/i],
  [/prompts?\b/i, /промпт/i],
  [/templates?\b/i, /шаблон/i],
  [/placeholders?/i, /подстановк/i],
  [/footnotes?/i, /сноск|сносок/i],
  [/garbled/i, /испорч/i],
  [/encoding\b(?!\})/i, /кодировк/i],
  [/vault/i, /хранилищ/i],
  [/signal fields/i, /сигнальные поля/i],
  [/inline fields/i, /строчные поля/i],
  [/propert(y|ies)/i, /свойств/i],
  [/clipboard/i, /буфер[а-я]* обмена/i],
  [/typography/i, /типографик/i],
  [/idea map/i, /карт[а-я]* идей/i],
  [/cycles?/i, /цикл/i],
  [/value for cost/i, /польза \/ цена/i],
  [/weights?\b/i, /(^|[^а-яё])вес/i],
  [/\bscore/i, /оценк/i],
  [/filter/i, /фильтр/i],
  [/depth/i, /глубина/i],
  [/canvas/i, /холст/i],
  [/raw text/i, /черновик/i],
  [/\brungs?\b(?!\})/i, /ранг/i],
  [/links? back/i, /ответн/i],
];

/** What one language alone has another word for, by the key of the message. */
const OTHERWISE: ReadonlySet<string> = new Set([
  // “Score” counts a note's worth there, «оценки» its fields.
  'progress.fields.Emergence',
]);

/** Words that have a better one in this list of terms, or none, in what the user reads. */
const NOT_USED = {
  en: [
    /\bchat turns?\b|\bturns? of\b|\bturn round\b|\bturn the table\b/i,
    /\bdear\b|\blittle gain\b/i,
    /\bknots?\b/i,
    /\bmend\b/i,
    /\bmeanwhile\b/i,
    /\bdid not work\b/i,
    /\bway come\b|\bnote before\b/i,
    /\bsigns of\b|\bevery sign\b|\bno sign\b/i,
    /\btakes? (the change|it) back\b/i,
    /\bwas decoded as\b|\btwice over\b/i,
    /\bstands? for nothing\b|\bread otherwise\b/i,
    /\bevery mark\b|\bmarks of (value|cost)\b/i,
    /\btemplate of your own\b|\bfolders left out\b|\bfrontmatter fields\b|\bprompt for a model\b/i,
    /\btake over field names\b|\bcopy and more\b/i,
    /\bsays? of (the idea|this one)\b|\bwhat to do with\b/i,
    /\bfrom the selection$/i,
    /(?<!status: )\bdraft\b/i,
  ],
  ru: [
    /(^|[^а-яё])тир(ы|ов|ам|ами|ах|у|ом)?(?![а-яё])/i,
    /дополнить/i,
    /запрос(?!ить)/i,
    /прям(ая|ой|ые|ых|о относящ)[а-яё]* ?(иде|[^а-яё]|$)/i,
    /связ(ь|и|ей|ям|ях) идей/i,
    /рисун|отбор|отобрать/i,
    /узл|узел|средоточ/i,
    /развёртывани|разверни/i,
    /повернуть таблицу/i,
    /(^|[^а-яё])(назвал[аио]?|назван[аоы]?|называют|назвать|называет)(?![а-яё])/i,
    /реплик/i,
    /в три шага/i,
    /отбросить/i,
    /нельзя вынуть|ничего не значит/i,
    /крупнее|мельче|в середине/i,
    /не прочитались/i,
    /ступен/i,
    /обратн(ая|ую|ой) ссылк/i,
  ],
} as const;

/** Words of the note's source, where its reader sees properties. */
const SOURCE_WORDS = { en: /frontmatter/i, ru: /frontmatter|фронтматтер/i } as const;

const ENGLISH = messagesOf(en);
const RUSSIAN = messagesOf(ru);

describe('the terms', () => {
  it('are the same in both languages: what one calls by its name, the other does', () => {
    const astray = [...ENGLISH].flatMap(([key, english]) => {
      const russian = RUSSIAN.get(key) ?? '';
      return TERMS.filter(([inEnglish, inRussian]) => inEnglish.test(english) && !inRussian.test(russian)).map(
        ([term]) => `${key}: ${String(term)}: ${russian}`,
      );
    });
    expect(astray.filter((line) => !OTHERWISE.has(line.replace(/:.*/s, '')))).toEqual([]);
  });

  it('are each used', () => {
    const unused = TERMS.filter(
      ([english, russian]) =>
        ![...ENGLISH.values()].some((text) => english.test(text)) ||
        ![...RUSSIAN.values()].some((text) => russian.test(text)),
    );
    expect(unused.map(String)).toEqual([]);
  });
});

describe('words that have a better one', () => {
  it.each([
    ['en', ENGLISH],
    ['ru', RUSSIAN],
  ] as const)('stand in no message: %s', (language, messages) => {
    const words = [...NOT_USED[language], SOURCE_WORDS[language]];
    expect([...messages].flatMap(([key, text]) => found(text, words).map((line) => `${key}: ${line}`))).toEqual([]);
  });

  it.each([
    ['README.md', 'en', (text: string) => text],
    // «Тир-лист» is what a reader may know such a table by.
    ['README.ru.md', 'ru', (text: string) => text.replace('тир-лист', '')],
    ['CHANGELOG.md', 'en', (text: string) => text.split('\n## ').slice(1, 3).join('')],
  ] as const)('stand nowhere in what is told of the plugin: %s', (file, language, part) => {
    const text = part(readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8'));
    expect(text).not.toBe('');
    expect(found(text, NOT_USED[language])).toEqual([]);
  });
});

/** The lines that hold one of the words, each with it. */
function found(text: string, words: readonly RegExp[]): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const word = words.map((one) => one.exec(line)?.[0]).find((one) => one !== undefined);
    return word === undefined ? [] : [`${word} — ${line}`];
  });
}

/** Every message by its key, `newNote.path`. */
function messagesOf(section: object, prefix = ''): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of Object.entries(section) as [string, string | object][]) {
    if (typeof value === 'string') all.set(prefix + name, value);
    else for (const [key, message] of messagesOf(value, `${prefix}${name}.`)) all.set(key, message);
  }
  return all;
}
