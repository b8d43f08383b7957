import { describe, expect, it } from 'vitest';
import {
  LEAD_PHRASES,
  RELATION_NAMES,
  RELATION_PHRASES,
  STEP_NUMBERS,
  STEP_PHRASES,
  type Relation,
  type UserHeadings,
} from '../../src/model/vocabulary';
import { readNote } from '../../src/read/note';
import { BUILT_IN, compileVocabulary, findHeadingClashes, normalizeHeading } from '../../src/read/vocabulary';

/** Every text that a phrase row stands for, a star as one ending: `(a|b) c*` gives `a cы` and `b cы`. */
function spellings(phrase: string): string[] {
  const ending = /[а-я]/.test(phrase) ? 'ые' : 'ing';
  let texts = [''];
  for (const [, group, letters, sign, optional] of phrase.matchAll(/(?:\(([^)]*)\)|\[([^\]]*)\]|(.))(\?)?/gu)) {
    const choices = group?.split('|') ?? (letters === undefined ? [sign ?? ''] : [...letters]);
    const all = optional === undefined ? choices : ['', ...choices];
    texts = texts.flatMap((text) => all.map((choice) => text + choice.replaceAll('*', ending)));
  }
  return texts;
}

/** A bare word and a colon are a label, not a phrase of their own. */
const relationRows = RELATION_NAMES.flatMap((relation) =>
  RELATION_PHRASES[relation].map((phrase) => [relation, phrase] as const),
);
const leadRows = (['upstream', 'downstream', 'direct'] as const).flatMap((relation) =>
  LEAD_PHRASES[relation].map((phrase) => [relation, phrase] as const),
);
const stepRows = STEP_NUMBERS.flatMap((step) => STEP_PHRASES[step].map((phrase) => [step, phrase] as const));

/** The relation that a note gives to a link below a line. */
function relationBelow(line: string): Relation | undefined {
  return readNote(`${line}\n\n- [[Idea]] — words.`).ideaLinks[0]?.relation;
}

describe('the phrases of the vocabulary', () => {
  it.each(relationRows)('as a heading means %s: %s', (relation, phrase) => {
    for (const text of spellings(phrase)) {
      const heading = text.charAt(0).toUpperCase() + text.slice(1);
      expect([heading, BUILT_IN.relationOf(heading)]).toEqual([heading, relation]);
      expect([heading, relationBelow(`## ${heading}`)]).toEqual([heading, relation]);
      expect([heading, relationBelow(`### 🔹 2. **${heading.toUpperCase()}**`)]).toEqual([heading, relation]);
      expect([heading, relationBelow(`**${heading}**`)]).toEqual([heading, relation]);
      // COLON
      if (relation !== 'source') expect([heading, relationBelow(`**${heading}:**`)]).toEqual([heading, relation]);
    }
  });

  it.each(leadRows)('in a lead sentence mean %s: %s', (relation, phrase) => {
    for (const text of spellings(phrase)) {
      const sentence = /[а-я]/.test(text) ? `Мысли дома, ${text}:` : `The thoughts of home, ${text}:`;
      expect([sentence, BUILT_IN.relationOfLead(sentence)]).toEqual([sentence, relation]);
      expect([sentence, relationBelow(sentence)]).toEqual([sentence, relation]);
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
