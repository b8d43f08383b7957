import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/model/vocabulary';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { citesFootnotes, type LinkEdit } from '../../src/write/idea-link-edit';
import { edited, entryOf, READING } from './idea-link-reading';

const add = (
  relation: Relation,
  sentence = 'It rings longer.',
  footnote: string | null = null,
): Extract<LinkEdit, { kind: 'add' }> => ({
  kind: 'add',
  relation,
  link: 'Bell',
  sentence,
  footnote,
});
const move = (text: string, target: string, relation: Relation): LinkEdit => ({
  kind: 'move',
  entry: entryOf(text, target),
  relation,
});
const remove = (text: string, target: string): LinkEdit => ({ kind: 'remove', entry: entryOf(text, target) });

const lines = (...all: readonly string[]): string => all.join('\n');

describe('Adding an idea link', () => {
  it('takes the next number of a numbered list, its spaces and its dash', () => {
    const text = lines('## Upstream ideas', '', '1.  [[Brass]] – one', '2.  [[Steel]] – two', '', '## Downstream', '');
    expect(edited(text, add('upstream'))).toBe(
      lines(
        '## Upstream ideas',
        '',
        '1.  [[Brass]] – one',
        '2.  [[Steel]] – two',
        '3.  [[Bell]] – It rings longer.',
        '',
        '## Downstream',
        '',
      ),
    );
  });

  it('leaves a list alone in which every number is the same', () => {
    const text = lines('## Upstream ideas', '', '1. [[Brass]]: one', '1. [[Steel]]: two');
    expect(edited(text, add('upstream'))).toBe(`${text}\n1. [[Bell]]: It rings longer.`);
  });

  it('goes behind items without a link', () => {
    const text = lines('## Upstream ideas', '', '1. [[Brass]] — one', '2. and whatever rings', '', 'Prose.', '');
    expect(edited(text, add('upstream'))).toContain('2. and whatever rings\n3. [[Bell]] — It rings longer.\n\nProse.');
  });

  it.each([
    ['bullets', '* [[Brass]] — one\n* [[Steel]] — two', '* [[Bell]] — It rings longer.'],
    ['bold links', '- **[[Brass]]** — one\n- **[[Steel]]** — two', '- **[[Bell]]** — It rings longer.'],
    ['a colon in the bold', '- **[[Brass]]:** one', '- **[[Bell]]**: It rings longer.'],
    ['bold throughout', '- **[[Brass]] — one**', '- **[[Bell]]** — It rings longer.'],
    ['signs before links', '- 🔹 [[Brass]] - one\n- 🔹 [[Steel]] - two', '- 🔹 [[Bell]] - It rings longer.'],
    ['quotation marks', '- «[[Brass]]» — one', '- «[[Bell]]» — It rings longer.'],
    ['hard breaks', '- [[Brass]] — one  \n- [[Steel]] — two  ', '- [[Bell]] — It rings longer.  '],
    ['a line for the sentence', '- [[Brass]]  \n  one\n- [[Steel]]  \n  two', '- [[Bell]]  \n  It rings longer.'],
  ])('writes as the list does: %s', (_, list, entry) => {
    expect(edited(`## Upstream ideas\n\n${list}\n`, add('upstream'))).toBe(`## Upstream ideas\n\n${list}\n${entry}\n`);
  });

  it('parts entries as they are parted: paragraphs, spaced items, quoted lists', () => {
    const paragraphs = lines('## Downstream ideas', '', '[[Brass]] — one', '', '[[Steel]] — two', '', '---', '');
    expect(edited(paragraphs, add('downstream'))).toContain('two\n\n[[Bell]] — It rings longer.\n\n---\n');
    const spaced = lines('## Direct ideas', '', '- [[Brass]] — one', '', '- [[Steel]] — two', '');
    expect(edited(spaced, add('direct'))).toBe(`${spaced}\n- [[Bell]] — It rings longer.\n`);
    const quoted = lines(
      '> [!note] Bells',
      '> ## Upstream ideas',
      '>',
      '> 1. [[Brass]] — one',
      '>',
      '> 2. [[Steel]]',
      '',
    );
    expect(edited(quoted, add('upstream'))).toBe(`${quoted}>\n> 3. [[Bell]] — It rings longer.\n`);
  });

  it('keeps the line ends of the note', () => {
    const text = '## Upstream ideas\r\n\r\n- [[Brass]] — one\r\n\r\n## More\r\n';
    expect(edited(text, add('upstream'))).toBe(
      '## Upstream ideas\r\n\r\n- [[Brass]] — one\r\n- [[Bell]] — It rings longer.\r\n\r\n## More\r\n',
    );
    expect(edited(text, add('downstream'))).toBe(
      '## Upstream ideas\r\n\r\n- [[Brass]] — one\r\n\r\n## Downstream ideas\r\n\r\n- [[Bell]] — It rings longer.\r\n\r\n## More\r\n',
    );
  });

  it('adds a row where the list is a table', () => {
    const text = lines(
      '## Upstream ideas',
      '',
      '| # | Idea | Why |',
      '|---|---|---|',
      '| 1 | **[[Brass]]** | one |',
      '',
    );
    expect(edited(text, add('upstream', 'a | b'))).toBe(`${text}| 2 | **[[Bell]]** | a \\| b |\n`);
  });

  it('adds a heading where entries are headings', () => {
    const text = lines('## Upstream ideas', '', '### [[Brass]]', 'One.', '', '### [[Steel]]', 'Two.', '');
    expect(edited(text, add('upstream'))).toBe(`${text}\n### [[Bell]]\nIt rings longer.\n`);
  });

  it('writes no more than the link where nothing is said', () => {
    expect(edited('## Upstream ideas\n\n- **[[Brass]]** — one', add('upstream', ''))).toBe(
      '## Upstream ideas\n\n- **[[Brass]]** — one\n- **[[Bell]]**',
    );
  });

  it('puts a sentence of several lines on one', () => {
    expect(edited('## Upstream ideas\n', add('upstream', ' It rings\n longer. '))).toContain('— It rings longer.');
  });

  it('takes a path and a heading', () => {
    const after = edited('## Upstream ideas\n', { ...add('upstream'), link: 'Bells/Bell', subpath: '#Tone' });
    expect(after).toBe('## Upstream ideas\n\n- [[Bells/Bell#Tone]] — It rings longer.\n');
  });

  it('is refused where the idea is listed under that relation already', () => {
    expect(edited('## Upstream ideas\n\n- [[bell]]\n', add('upstream'))).toEqual({ refused: 'listed' });
    expect(edited('## Upstream ideas\n\n- [[bell]]\n', add('downstream'))).toBeTypeOf('string');
  });

  it('is refused where the note would be read otherwise', () => {
    expect(edited('```\nnever closed\n', add('upstream'))).toEqual({ refused: 'unclear' });
  });
});

describe('Adding the first idea of a relation', () => {
  it('goes below the heading that waits for it', () => {
    const text = lines('### Вышестоящие идеи', '', '### Нижестоящие идеи', '', '---', '');
    expect(edited(text, add('upstream'))).toBe(
      lines('### Вышестоящие идеи', '', '- [[Bell]] — It rings longer.', '', '### Нижестоящие идеи', '', '---', ''),
    );
  });

  it.each(['upstream', 'downstream', 'direct', 'related'] as const)('fills the template: %s', (relation) => {
    const template = composeThreeStepNote({
      titles: { ru: 'Звон', en: 'Ring' },
      name: 'Ring',
      tags: [],
      text: 'Колокол звенит.',
      raw: '',
      ideas: {},
      titleLanguage: 'en',
      now: new Date(2025, 1, 1),
      created: new Date(2025, 1, 1),
      style: { language: 'ru', signs: 'diamond' },
      template: null,
      fields: [],
    });
    const after = edited(template, add(relation));
    expect(entryOf(typeof after === 'string' ? after : after.refused, 'Bell')).toMatchObject({
      relation,
      description: 'It rings longer.',
    });
  });

  it('makes the section behind the one that stands before it in the template, marked alike', () => {
    const text = lines(
      '# Bells',
      '',
      '### 🔹 **Вышестоящие идеи:**',
      '',
      '1. [[Brass]] — раз',
      '',
      '### 🔹 **Прямо относящиеся идеи:**',
      '',
      '1. [[Steel]] — два',
      '',
      'Prose.',
    );
    expect(edited(text, add('downstream'))).toBe(
      lines(
        '# Bells',
        '',
        '### 🔹 **Вышестоящие идеи:**',
        '',
        '1. [[Brass]] — раз',
        '',
        '### 🔹 **Нижестоящие идеи:**',
        '',
        '1. [[Bell]] — It rings longer.',
        '',
        '### 🔹 **Прямо относящиеся идеи:**',
        '',
        '1. [[Steel]] — два',
        '',
        'Prose.',
      ),
    );
  });

  it('makes it before the one that follows, and parts sections by rules where they are', () => {
    const text = lines(
      '## Downstream ideas',
      '',
      '- [[Brass]]',
      '',
      '---',
      '',
      '## Direct ideas',
      '',
      '- [[Steel]]',
      '',
    );
    expect(edited(text, add('upstream'))).toBe(`## Upstream ideas\n\n- [[Bell]] — It rings longer.\n\n---\n\n${text}`);
    expect(edited(text, add('related'))).toBe(`${text}\n---\n\n## Related ideas\n\n- [[Bell]] — It rings longer.\n`);
  });

  it('makes it inside a heading for all ideas', () => {
    const text = lines('## 🔗 Связанные идеи', '', '#### Sources', '', '[^1]: [[Brass]]', '');
    expect(edited(text, add('upstream'))).toContain(
      '## 🔗 Связанные идеи\n\n### Вышестоящие идеи\n\n- [[Bell]] — It rings longer.\n\n#### Sources',
    );
  });

  it('makes it before step 2 and its rule, before sources, else at the end', () => {
    const steps = lines(
      '### Шаг 1. Корректура',
      '',
      '> Текст заметки.',
      '',
      '---',
      '',
      '### Шаг 2. Перевод',
      '',
      '> Text.',
    );
    expect(edited(steps, add('upstream'))).toContain(
      '> Текст заметки.\n\n## Вышестоящие идеи\n\n- [[Bell]] — It rings longer.\n\n---\n\n### Шаг 2',
    );
    const sources = lines('Prose.', '', '#### Sources', '[^1]: [[Brass]]');
    expect(edited(sources, add('upstream'))).toBe(
      lines(
        'Prose.',
        '',
        '## Upstream ideas',
        '',
        '- [[Bell]] — It rings longer.',
        '',
        '#### Sources',
        '[^1]: [[Brass]]',
      ),
    );
    expect(edited('Prose.', add('direct'))).toBe(
      'Prose.\n\n## Directly related to this note\n\n- [[Bell]] — It rings longer.',
    );
    expect(edited('', add('direct'))).toBe('## Directly related to this note\n\n- [[Bell]] — It rings longer.\n');
  });

  it('is in the language of the note', () => {
    expect(edited('Проза.\n\n#### Sources\n\n[^1]: [[Brass]]\n', add('upstream'))).toContain('## Вышестоящие идеи');
    expect(edited('---\ntitle: Ring\n---\n', add('upstream'))).toBe(
      '---\ntitle: Ring\n---\n\n## Upstream ideas\n\n- [[Bell]] — It rings longer.\n',
    );
  });
});

describe('Adding an idea link with a footnote', () => {
  const text = lines(
    '## Upstream ideas',
    '',
    '- [[Brass]] — one[^1].',
    '- [[Steel]] — two[^2].',
    '',
    '#### Sources',
    '',
    '[^1]: [[Brass]]  ',
    '[^2]: [[Steel]]  ',
    '',
  );

  it('cites as the list does, and adds a line to the sources', () => {
    expect(citesFootnotes(text, 'upstream', READING)).toBe(true);
    expect(edited(text, add('upstream', 'It rings longer.', ''))).toBe(
      text
        .replace('two[^2].', 'two[^2].\n- [[Bell]] — It rings longer[^3].')
        .replace('[^2]: [[Steel]]  ', '[^2]: [[Steel]]  \n[^3]: [[Bell]]  '),
    );
  });

  it('says in the sources what is given', () => {
    expect(edited(text, add('upstream', 'Why', 'Bell founder, p. 12'))).toContain('\n[^3]: Bell founder, p. 12  \n');
  });

  it('cites behind the link where the list does', () => {
    const behind = text
      .replace('[[Brass]] — one[^1].', '[[Brass]] [^1] — one.')
      .replace('[[Steel]] — two[^2].', '[[Steel]] [^2] — two.');
    expect(edited(behind, add('upstream', 'Why.', ''))).toContain('- [[Bell]] [^3] — Why.\n');
  });

  it('makes the sources where there are none', () => {
    const bare = lines('## Upstream ideas', '', '- [[Brass]] — one', '', '## Вывод', '');
    expect(citesFootnotes(bare, 'upstream', READING)).toBe(false);
    expect(edited(bare, add('upstream', 'Why.', ''))).toContain(
      '- [[Bell]] — Why. [^1]\n\n#### Sources\n\n[^1]: [[Bell]]\n\n## Вывод',
    );
  });
});

describe('Moving an idea link', () => {
  it('keeps the entry as it is written, with what runs on, and numbers both lists', () => {
    const text = lines(
      '## Upstream ideas',
      '',
      '1. [[Brass]] — one',
      '2. **[[Steel]]**: two [^4]',
      '   and more of it',
      '3. [[Tin]] — three',
      '',
      '## Downstream ideas',
      '',
      '1. [[Iron]] — four',
      '',
    );
    expect(edited(text, move(text, 'Steel', 'downstream'))).toBe(
      lines(
        '## Upstream ideas',
        '',
        '1. [[Brass]] — one',
        '2. [[Tin]] — three',
        '',
        '## Downstream ideas',
        '',
        '1. [[Iron]] — four',
        '2. **[[Steel]]**: two [^4]',
        '   and more of it',
        '',
      ),
    );
  });

  it('fits into a list of another form', () => {
    const text = lines(
      '## Upstream ideas',
      '',
      '[[Brass]] — one',
      '',
      '[[Steel]] — two',
      '',
      '## Downstream ideas',
      '',
      '10. [[Iron]]',
    );
    expect(edited(text, move(text, 'Steel', 'downstream'))).toBe(
      lines(
        '## Upstream ideas',
        '',
        '[[Brass]] — one',
        '',
        '## Downstream ideas',
        '',
        '10. [[Iron]]',
        '11. [[Steel]] — two',
      ),
    );
    const rows = lines(
      '## Upstream ideas',
      '',
      '- [[Brass]] — one',
      '',
      '## Direct ideas',
      '',
      '| Idea | Why |',
      '| --- | --- |',
      '| [[Tin]] | two |',
      '',
    );
    expect(edited(rows, move(rows, 'Brass', 'direct'))).toBe(
      lines(
        '## Upstream ideas',
        '',
        '## Direct ideas',
        '',
        '| Idea | Why |',
        '| --- | --- |',
        '| [[Tin]] | two |',
        '| [[Brass]] | one |',
        '',
      ),
    );
    expect(edited(rows, move(rows, 'Tin', 'upstream'))).toContain('- [[Brass]] — one\n- [[Tin]] — two\n');
  });

  it('makes the section, also from the only entry there is', () => {
    const text = lines('## Upstream ideas', '', '- [[Brass]] — one', '');
    expect(edited(text, move(text, 'Brass', 'downstream'))).toBe(
      lines('## Upstream ideas', '', '## Downstream ideas', '', '- [[Brass]] — one', ''),
    );
  });

  it('keeps aliases, headings, blocks and Markdown links', () => {
    const text = lines(
      '## Upstream ideas',
      '',
      '- [[Brass#Tone|brass]] — one',
      '- [Tin](Tin%20can.md) — two',
      '',
      '## Direct ideas',
      '',
      '- [[Iron#^a]]',
      '',
    );
    expect(edited(text, move(text, 'Brass', 'direct'))).toContain('- [[Iron#^a]]\n- [[Brass#Tone|brass]] — one\n');
    expect(edited(text, move(text, 'Tin%20can.md', 'direct'))).toContain(
      '- [[Iron#^a]]\n- [Tin](Tin%20can.md) — two\n',
    );
  });

  it('leaves a label behind that says another relation', () => {
    const text = '- Upstream: [[Brass]] — one\n- Upstream: [[Steel]] — two\n';
    expect(edited(text, move(text, 'Brass', 'direct'))).toBe(
      '- Upstream: [[Steel]] — two\n\n## Directly related to this note\n\n- [[Brass]] — one\n',
    );
  });

  it.each([
    ['several', '## Upstream ideas\n\n- [[Brass]], [[Steel]] — both\n'],
    ['nested', '## Upstream ideas\n\n- [[Brass]]\n  - [[Steel]]\n'],
    ['form', '#### Sources\n\n- [[Brass]]\n'],
  ])('is refused where it cannot be done cleanly: %s', (refused, text) => {
    expect(edited(text, move(text, 'Brass', 'direct'))).toEqual({ refused });
  });

  it('is refused where the entry is gone, and finds one that stands on another line', () => {
    const text = '## Upstream ideas\n\n- [[Brass]]\n\n## Direct ideas\n';
    const edit = move(text, 'Brass', 'direct');
    expect(edited('Prose.\n', edit)).toEqual({ refused: 'changed' });
    expect(edited(`Prose.\n\n${text}`, edit)).toBe('Prose.\n\n## Upstream ideas\n\n## Direct ideas\n\n- [[Brass]]\n');
  });
});

describe('Removing an idea link', () => {
  const text = lines(
    '## Upstream ideas',
    '',
    '1. [[Brass]] — one [^1]',
    '2. [[Steel]] — two [^2], [^a]',
    '',
    '## Downstream ideas',
    '',
    '1. [[Tin]] — three [^3]',
    '2. [[Iron]] — four [^1][^4]',
    '',
    'In prose [^4], and in code `[^4]`.',
    '',
    '#### Sources',
    '',
    '[^1]: [[Brass]]',
    '[^2]: [[Steel]]',
    '[^3]: [[Tin]]',
    '[^4]: [[Iron]]',
    '[^a]: A book',
    '',
  );

  it('takes the footnote along that nothing else cites, and numbers the others', () => {
    expect(edited(text, remove(text, 'Steel'))).toBe(
      lines(
        '## Upstream ideas',
        '',
        '1. [[Brass]] — one [^1]',
        '',
        '## Downstream ideas',
        '',
        '1. [[Tin]] — three [^2]',
        '2. [[Iron]] — four [^1][^3]',
        '',
        'In prose [^3], and in code `[^4]`.',
        '',
        '#### Sources',
        '',
        '[^1]: [[Brass]]',
        '[^2]: [[Tin]]',
        '[^3]: [[Iron]]',
        '',
      ),
    );
  });

  it('leaves a footnote that is cited elsewhere', () => {
    expect(edited(text, remove(text, 'Brass'))).toBe(
      text.replace('1. [[Brass]] — one [^1]\n2. [[Steel]]', '1. [[Steel]]'),
    );
  });

  it('leaves an empty section with its heading, and a note without line break at its end without one', () => {
    const only = '## Upstream ideas\n\n- [[Brass]] — one\n  and more\n\n## Direct ideas\n\n- [[Tin]]';
    expect(edited(only, remove(only, 'Brass'))).toBe('## Upstream ideas\n\n## Direct ideas\n\n- [[Tin]]');
    expect(edited(only, remove(only, 'Tin'))).toBe(
      '## Upstream ideas\n\n- [[Brass]] — one\n  and more\n\n## Direct ideas',
    );
  });

  it('is refused for a footnote that is cited, and renumbers behind one that is not', () => {
    expect(edited(text, { kind: 'remove', entry: { ...entryOf(text, 'Tin'), line: 17, relation: 'source' } })).toEqual({
      refused: 'cited',
    });
    const uncited = '#### Sources\n\n[^1]: [[Brass]]\n[^2]: [[Steel]]\n';
    expect(edited(uncited, remove(uncited, 'Brass'))).toBe('#### Sources\n\n[^1]: [[Steel]]\n');
  });

  it('takes a row out of a table, and an item whose link stands on its second line', () => {
    const rows = lines(
      '## Direct ideas',
      '',
      '| Idea | Why |',
      '| --- | --- |',
      '| [[Tin]] | two |',
      '| [[Iron]] | x |',
      '',
    );
    expect(edited(rows, remove(rows, 'Tin'))).toBe(rows.replace('| [[Tin]] | two |\n', ''));
    const lazy = '## Upstream ideas\n\n- **Brass** — one\n[[Brass]]\n';
    expect(edited(lazy, remove(lazy, 'Brass'))).toBe('## Upstream ideas\n');
    const below = lines(
      '## Upstream ideas',
      '',
      '- **Brass** — one',
      '  → [[Brass]]',
      '- **Tin** — two',
      '  → [[Tin]]',
      '',
    );
    expect(edited(below, remove(below, 'Brass'))).toBe(
      lines('## Upstream ideas', '', '- **Tin** — two', '  → [[Tin]]', ''),
    );
  });
});
