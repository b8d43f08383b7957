import { describe, expect, it } from 'vitest';
import {
  RELATION_NAMES,
  STEP_NUMBERS,
  STEP_PHRASES,
  type Relation,
  type UserHeadings,
} from '../../src/model/vocabulary';
import { languages } from '../../src/model/words';
import type { Language, RelationWords } from '../../src/model/words/language';
import { readNote } from '../../src/read/note';
import { BUILT_IN, compileVocabulary, findHeadingClashes, normalizeHeading } from '../../src/read/vocabulary';
import { phrasesIn } from '../../src/text/phrases';

/** Every text that a phrase stands for, a star as one ending: `(a|b) c*` gives `a cы` and `b cы`. */
function spellings(phrase: string): string[] {
  const ending = /[а-яіїєґ]/.test(phrase) ? 'ые' : 'es';
  let at = 0;
  const sequence = (): string[] => {
    const choices: string[] = [];
    let texts = [''];
    for (; at < phrase.length && phrase[at] !== ')'; at++) {
      if (phrase[at] === '|') {
        choices.push(...texts);
        texts = [''];
        continue;
      }
      const opens = phrase[at] === '(';
      if (opens) at++;
      const ones = opens ? sequence() : [phrase[at] === '*' ? ending : (phrase[at] ?? '')];
      const isOptional = phrase[at + 1] === '?';
      if (isOptional) at++;
      texts = texts.flatMap((text) => [...ones, ...(isOptional ? [''] : [])].map((one) => text + one));
    }
    return [...choices, ...texts];
  };
  return sequence();
}

type Kind = keyof RelationWords;
const listOf = (phrases = ''): readonly string[] => (phrases === '' ? [] : phrasesIn(phrases));
/** The rows of some kinds, with the language and relation of each. */
function rowsOf(kinds: readonly Kind[]): (readonly [relation: Relation, phrase: string, language: Language])[] {
  return languages().flatMap((language) =>
    RELATION_NAMES.flatMap((relation) =>
      kinds.flatMap((kind) =>
        listOf(language.relations[relation][kind]).map((phrase) => [relation, phrase, language] as const),
      ),
    ),
  );
}
/** Words with the first noun of their language, where that stands. */
const withNoun = (text: string, { nouns, nounsFirst, isDense }: Language): string => {
  const noun = spellings(listOf(nouns)[0] ?? '').at(-2) ?? '';
  return (nounsFirst === true ? [noun, text] : [text, noun]).join(isDense === true ? '' : ' ');
};
const stepRows = STEP_NUMBERS.flatMap((step) => STEP_PHRASES[step].map((phrase) => [step, phrase] as const));

/** The relation that a note gives to a link below a line. */
function relationBelow(line: string): Relation | undefined {
  return readNote(`${line}\n\n- [[Idea]] — words.`).ideaLinks[0]?.relation;
}

describe('the phrases of the vocabulary', () => {
  it.each(rowsOf(['anywhere', 'withAny', 'alone', 'weak']))('as a heading means %s: %s', (relation, phrase) => {
    for (const text of spellings(phrase)) {
      const heading = text.charAt(0).toUpperCase() + text.slice(1);
      expect([heading, BUILT_IN.relationOf(heading)]).toEqual([heading, relation]);
      expect([heading, relationBelow(`## ${heading}`)]).toEqual([heading, relation]);
      expect([heading, relationBelow(`### 🔹 2. **${heading.toUpperCase()}**`)]).toEqual([heading, relation]);
      expect([heading, relationBelow(`**${heading}:**`)]).toEqual([heading, relation]);
    }
  });

  it.each(rowsOf(['withAny', 'withNoun', 'loose']))('beside a noun means %s: %s', (relation, phrase, language) => {
    for (const text of spellings(phrase)) {
      const heading = withNoun(text, language);
      expect([heading, BUILT_IN.relationOf(heading)]).toEqual([heading, relation]);
      // A sentence only has to name what it lists.
      if (relation !== 'related')
        expect([heading, BUILT_IN.relationOf(`${heading}:`, 'lead')]).toEqual([heading, relation]);
    }
  });

  it.each(rowsOf(['withAny']))('means %s with a noun that nobody listed, too: %s', (relation, phrase, language) => {
    for (const text of spellings(phrase)) {
      const heading = language.nounsFirst === true ? `Xyzzies ${text}` : `${text} Xyzzies`;
      expect([heading, BUILT_IN.relationOf(heading)]).toEqual([heading, relation]);
    }
  });

  it.each(rowsOf(['leads']))('in a sentence that names links means %s: %s', (relation, phrase, language) => {
    for (const text of spellings(phrase)) {
      const sentence =
        language.relations[relation].leads === undefined
          ? ''
          : `${text} ${spellings(listOf(language.nouns)[0] ?? '')[0] ?? ''}:`;
      expect([sentence, BUILT_IN.relationOf(sentence, 'lead')]).toEqual([sentence, relation]);
    }
  });

  it.each(rowsOf(['fields', 'alone', 'withAny']))('as the name of a field means %s: %s', (relation, phrase) => {
    for (const text of spellings(phrase)) {
      expect([text, BUILT_IN.relationOf(text, 'field')]).toEqual([text, relation]);
    }
  });

  it.each(stepRows)('open step %i: %s', (step, phrase) => {
    for (const text of spellings(phrase)) {
      const word = /[а-я]/.test(text) ? 'Шаг' : 'Step';
      expect([text, BUILT_IN.stepOf(text)]).toEqual([text, { step, by: 'phrase' }]);
      for (const heading of [`${word} ${step} — ${text}`, `🔹 **${word} ${step}: ${text.toUpperCase()}**`]) {
        expect([heading, BUILT_IN.stepOf(heading)]).toEqual([heading, { step, by: 'both' }]);
      }
    }
  });
});

describe('relationOf(heading)', () => {
  it.each([
    'Выводы',
    'Итог дня',
    'Mainstream music',
    'upstreaming the patch',
    'Incoming mail',
    'Parents’ evening',
    'Источники вдохновения и боли в спине',
    'Notes',
    'General',
    'Общее',
    'Частное',
    'Child safety',
    'Children’s books',
    'Higher education',
    'Upper body',
    'Up next week',
    'Upstream pricing',
    'Subway lines',
    'Superheroes',
    'Contains spoilers',
    'Above all',
    'Подход',
    'Подробности',
    'Родительское собрание',
    // A part of the text, not a list of parts.
    'Подраздел «Часы»',
    'Отдельный подраздел',
    'Вверх ногами',
    'Elternabend',
    'Kindergarten',
    '父母',
    '',
    '🔹',
  ])('finds no relation in %j', (heading) => {
    expect(BUILT_IN.relationOf(heading)).toBeNull();
  });

  it('does not look at case, ё, emoji, numbers and decoration', () => {
    for (const heading of [
      'ВЫШЕСТОЯЩИЕ',
      '  вышестоящие  ',
      'II. Вышестоящие',
      '1.2.3 Вышестоящие',
      '🔝 «Вышестоящие»',
    ])
      expect([heading, BUILT_IN.relationOf(heading)]).toEqual([heading, 'upstream']);
    expect(normalizeHeading('### 3️⃣ **Ёлки — Зелёные:**')).toBe('елки — зеленые:');
  });

  it.each([
    ['Parent Technique', 'upstream'],
    ['Broader MOCs', 'upstream'],
    ['Prerequisites for this technique', 'upstream'],
    ['Parent / broader', 'upstream'],
    ['Sub-technique of', 'upstream'],
    ['Child of', 'upstream'],
    ['Part of', 'upstream'],
    ['parentNote', 'upstream'],
    ['part_of', 'upstream'],
    ['Child Techniques', 'downstream'],
    ['Sub-techniques', 'downstream'],
    ['Parent of', 'downstream'],
    ['Pages in this section', 'downstream'],
    ['Дочерние приёмы', 'downstream'],
    ['Внизу: инструменты', 'downstream'],
    ['Related MOCs', 'related'],
    ['see-also', 'related'],
    ['seeAlso', 'related'],
    ['See also & further reading', 'related'],
  ] as const)('knows %j by its grammar', (heading, relation) => {
    expect(BUILT_IN.relationOf(heading)).toBe(relation);
  });

  it.each([
    ['This shed rests on more general thoughts about shelter:', 'upstream'],
    ['This approach builds upon several key concepts:', 'upstream'],
    ['The following ideas are more general:', 'upstream'],
    ['Эта заметка опирается на следующие идеи:', 'upstream'],
    ['Ideas that grew out of this:', 'downstream'],
    ['Вот более конкретные мысли:', 'downstream'],
    ['Directly connected with this shed:', 'direct'],
    ['Эти мысли непосредственно связаны с текущей заметкой о печи:', 'direct'],
    ['The steps can be implemented in this order:', null],
    ['These ideas can be implemented as follows:', null],
    ['The foundational stage is about words:', null],
    ['Два окна приложения (внизу):', null],
    ['This fault is directly relevant to two machines:', null],
    ['Three practical applications grew out of it:', null],
    ['The parent class has these:', null],
    ['В дочерних окнах появятся:', null],
    ['Ниже:', null],
    ['Below:', null],
  ] as const)('hears in the sentence %j only what it says of a list of ideas', (sentence, relation) => {
    expect(BUILT_IN.relationOf(sentence, 'lead')).toBe(relation);
  });

  it('knows some words only as names of fields', () => {
    expect(['north', 'category', 'темы', 'x'].map((name) => BUILT_IN.relationOf(name, 'field'))).toEqual([
      'upstream',
      'upstream',
      'upstream',
      'related',
    ]);
    expect(['North', 'Category', 'Темы', 'X'].map((name) => BUILT_IN.relationOf(name))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(['author', 'created', 'name'].map((name) => BUILT_IN.relationOf(name, 'field'))).toEqual([null, null, null]);
  });

  it('takes a heading that names both directions for a container', () => {
    expect(BUILT_IN.relationOf('Вышестоящие и нижестоящие идеи')).toBe('related');
    expect(BUILT_IN.relationOf('Upstream / Downstream')).toBe('related');
  });

  it.each([
    ['Вышестящие идеи', 'upstream'],
    ['Высшестоящие', 'upstream'],
    ['Вишестоящие концепты', 'upstream'],
    ['Выше-стоящая мысль', 'upstream'],
    ['Upsteam ideas', 'upstream'],
    ['Нижестощие идеи', 'downstream'],
    ['Нижнестоящие', 'downstream'],
    ['Ниже стоящие', 'downstream'],
    ['Donwstream notes', 'downstream'],
    ['Прямо отнсящиеся идеи', 'direct'],
    ['Реливантные заметки', 'related'],
    ['Истчники', 'source'],
    ['Refernces', 'source'],
  ] as const)('knows %j in spite of its spelling', (heading, relation) => {
    expect(BUILT_IN.relationOf(heading)).toBe(relation);
  });

  it.each([
    'Настоящие идеи',
    'Предстоящие встречи',
    'Mainstream ideas',
    'Streamed speech',
    'Final directive',
    'Постоянные',
  ])('does not take %j for a slip of the pen', (heading) => {
    expect(BUILT_IN.relationOf(heading)).toBeNull();
  });

  it.each(['Источники / Sources', 'Sources & references', 'Sources and notes', 'Ссылки и сноски'])(
    'knows %j for sources',
    (heading) => {
      expect(BUILT_IN.relationOf(heading)).toBe('source');
    },
  );

  it('hears words in parentheses only where nothing outside them speaks', () => {
    expect(BUILT_IN.relationOf('Нижестоящие идеи (а не вышестоящие)')).toBe('downstream');
    expect(BUILT_IN.relationOf('Корни (вышестоящие идеи)')).toBe('upstream');
  });
});

describe('stepOf(heading)', () => {
  it.each(['Шаг 4 — перевод', 'Шаг 10 — корректура', 'Шаг 1.1 — корректура', 'Шаги', 'Stepping stones', 'О переводе'])(
    'finds no step in %j',
    (heading) => {
      expect(BUILT_IN.stepOf(heading)).toBeNull();
    },
  );

  it.each([
    'Step One — Correction',
    'Шаг первый: корректура',
    'Step I. Proofreading',
    'Шаг 1️⃣ Корректура',
    '🔹 Шаг № 1: правка',
  ])('knows the number in %j', (heading) => {
    expect(BUILT_IN.stepOf(heading)).toEqual({ step: 1, by: 'both' });
  });

  it('is less sure of a number without the phrase of its step', () => {
    expect(BUILT_IN.stepOf('Шаг 1')).toEqual({ step: 1, by: 'number' });
    expect(BUILT_IN.stepOf('Step 2: water the roots')).toEqual({ step: 2, by: 'number' });
  });
});

describe('compileVocabulary(user)', () => {
  const user: UserHeadings = {
    relations: { upstream: ['Корни'], downstream: ['🌿 Ветви дерева', 'Выводы'], related: ['Соседи'] },
    steps: { 1: ['Чистовик'], 3: ['Unfold it'] },
  };
  const own = compileVocabulary(user);

  it('adds the user’s headings to the built-in ones', () => {
    expect(own.relationOf('## Корни')).toBe('upstream');
    expect(own.relationOf('**Ветви дерева:**')).toBe('downstream');
    expect(own.relationOf('Соседи (по улице)')).toBe('related');
    expect(own.relationOf('Нижестоящие идеи')).toBe('downstream');
    expect(own.stepOf('Чистовик')).toEqual({ step: 1, by: 'both' });
    expect(own.stepOf('Шаг 2 — Перевод')).toEqual({ step: 2, by: 'both' });
  });

  it('knows the names of fields by the whole heading, with hyphens or spaces', () => {
    const fields = compileVocabulary({ relations: { related: ['next', 'see-also'], downstream: ['d'] }, steps: {} });
    expect(['Next', '**Next:**', 'next (by date)', 'Next — by date'].map((one) => fields.relationOf(one))).toEqual([
      'related',
      'related',
      'related',
      'related',
    ]);
    expect(['Next steps', 'D minor', 'Nextcloud'].map((one) => fields.relationOf(one))).toEqual([null, null, null]);
    expect(['See-also', 'See also these'].map((one) => fields.relationOf(one))).toEqual(['related', 'related']);
  });

  it('knows them by whole words only', () => {
    expect(own.relationOf('Корниловы')).toBeNull();
    expect(own.stepOf('Чистовики')).toBeNull();
  });

  it('does not change the built-in vocabulary', () => {
    expect(BUILT_IN.relationOf('Корни')).toBeNull();
    expect(BUILT_IN.stepOf('Чистовик')).toBeNull();
  });

  it('is used when a note is read', () => {
    const note = readNote('## Корни\n- [[Дуб]]\n\n## Чистовик\nДуб стоит.\n\n## Unfold it\nOak.', own);
    expect(note.ideaLinks.map(({ relation }) => relation)).toEqual(['upstream']);
    expect(note.steps.map(({ step, line }) => [step, line])).toEqual([
      [1, 4],
      [3, 7],
    ]);
  });
});

describe('findHeadingClashes(user)', () => {
  it('finds none in headings that mean one thing', () => {
    expect(findHeadingClashes({ relations: {}, steps: {} })).toEqual([]);
    expect(
      findHeadingClashes({ relations: { upstream: ['Корни', 'Вышестоящие мысли'] }, steps: { 1: ['Чистовик'] } }),
    ).toEqual([]);
  });

  it('finds a heading listed under two relations, however it is decorated', () => {
    expect(findHeadingClashes({ relations: { upstream: ['Корни'], downstream: ['🌳 корни'] }, steps: {} })).toEqual([
      { heading: 'Корни', means: ['upstream', 'downstream'] },
    ]);
  });

  it('finds a heading that the built-in words read otherwise', () => {
    expect(findHeadingClashes({ relations: { downstream: ['Upstream ideas'] }, steps: {} })).toEqual([
      { heading: 'Upstream ideas', means: ['downstream', 'upstream'] },
    ]);
    expect(findHeadingClashes({ relations: {}, steps: { 1: ['Шаг 2 — Перевод'] } })).toEqual([
      { heading: 'Шаг 2 — Перевод', means: ['step 1', 'step 2'] },
    ]);
  });

  it('finds a heading that is both a relation and a step', () => {
    expect(findHeadingClashes({ relations: { source: ['Черновик'] }, steps: { 1: ['черновик'] } })).toEqual([
      { heading: 'Черновик', means: ['source', 'step 1'] },
    ]);
  });

  it('passes over headings without words', () => {
    expect(findHeadingClashes({ relations: { upstream: ['', '🔹'], downstream: ['', '🔹'] }, steps: {} })).toEqual([]);
  });
});
