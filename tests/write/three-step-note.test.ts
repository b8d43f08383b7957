import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SIGNAL_FIELDS } from '../../src/model/frontmatter';
import { mainTitle, type NoteDraft } from '../../src/write/note-draft';
import { composeThreeStepNote, repeatedFields, writingPlace } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';

const draft: NoteDraft = {
  ...EMPTY_DRAFT,
  titles: { ru: 'Порог внимания', en: 'Attention Threshold' },
  tags: ['attention', 'внимание/порог'],
  text: 'Первая мысль.\r\n\r\n> чужие слова\r\n---\r\n```',
};

describe('composeThreeStepNote(draft)', () => {
  it('writes the whole template, with Russian headings', () => {
    expect(composeThreeStepNote(draft)).toBe(`---
tags:
  - attention
  - внимание/порог
category:
description:
title: Attention Threshold
Receptor:
Acceptor:
SignalTransduction:
Emergence:
Activation:
FeedbackLoop:
SignalAmplification:
updated: 2025-09-06 07:05:09
created: 2025-09-06
---

🔹 **Название:** Порог внимания — Attention Threshold

---

### 🔹 **Шаг 1 — Корректура по-русски:**

> Первая мысль.
>
> > чужие слова
> ---
> \`\`\`

## 🔗 Связанные идеи

### Вышестоящие идеи

### Нижестоящие идеи

### Прямо относящиеся к этой заметке

#### Sources

---

### 🔹 **Шаг 2 — Перевод на английский (точность смысла):**

>${' '}

---

### 🔹 **Шаг 3 — Векторно-полевая развёртка (на английском):**

#### Core vector

#### Architecture

#### Layers

#### Mechanism

#### Tier table

| Rank | Idea | Gain | Cost |
| ---: | --- | --- | --- |
| 1 | | | |
| 2 | | | |
| 3 | | | |

#### Use cases

#### Implications

#### Conclusion
`);
  });

  it('writes English headings by choice, the English title first', () => {
    const headings = composeThreeStepNote({ ...draft, style: { language: 'en', signs: 'diamond' } })
      .split('\n')
      .filter((line) => /^(#{2,3} |🔹)/u.test(line));
    expect(headings).toEqual([
      '🔹 **Title:** Attention Threshold — Порог внимания',
      '### 🔹 **Step 1 — Russian Correction:**',
      '## 🔗 Related ideas',
      '### Upstream ideas',
      '### Downstream ideas',
      '### Directly related to this note',
      '### 🔹 **Step 2 — English Translation:**',
      '### 🔹 **Step 3 — Vector-Field Expansion (in English):**',
    ]);
  });

  it('waits for the text where there is none yet', () => {
    const note = composeThreeStepNote({ ...draft, text: ' \n\t\n' });
    expect(note).toContain('**Шаг 1 — Корректура по-русски:**\n\n> \n\n## 🔗');
  });

  it('gives a title that stands for both languages once', () => {
    expect(titleLine({ ru: 'OBSTRUCTIO', en: 'OBSTRUCTIO' })).toBe('🔹 **Название:** OBSTRUCTIO');
    expect(titleLine({ ru: '', en: 'Only English' })).toBe('🔹 **Название:** Only English');
  });

  it('keeps the signs of a title from being read as Markdown', () => {
    expect(titleLine({ ru: 'Модуль_AGI *и* [[ссылка]] 50%% #тег', en: '_draft_ <b> $x$ a\\b' })).toBe(
      '🔹 **Название:** Модуль_AGI \\*и\\* \\[\\[ссылка\\]\\] 50\\%\\% \\#тег — \\_draft\\_ \\<b> \\$x\\$ a\\\\b',
    );
  });

  it('holds frontmatter that reads back as the title and the tags, whatever they hold', () => {
    fc.assert(
      fc.property(titles, fc.array(anyText.filter((tag) => tag !== '')), anyText, (both, tags, text) => {
        const note = composeThreeStepNote({ ...draft, titles: both, tags, text });
        const { title, tags: readTags, ...rest } = fieldsOf(note);
        expect(title ?? '').toBe(mainTitle(both, 'en'));
        expect(readTags).toEqual(tags.map(onDisk));
        expect(rest).toEqual({
          category: null,
          description: null,
          ...Object.fromEntries(SIGNAL_FIELDS.map((field) => [field, null])),
          updated: '2025-09-06 07:05:09',
          created: '2025-09-06',
        });
      }),
    );
  });

  it.each([
    'true',
    'No',
    '~',
    '12',
    '1e3',
    '0x1F',
    '2025-08-24',
    '12:30',
    '- a',
    '@me',
    '#тег',
    'a: b',
    'a #b',
    '🔹 знак',
    '"',
    "'",
  ])('quotes the title %s so that YAML reads text', (title) => {
    const note = composeThreeStepNote({ ...draft, titles: { ru: '', en: title } });
    expect(fieldsOf(note).title).toBe(title);
    expect(fieldsOf(note, '1.1').title).toBe(title);
  });

  it('quotes the text so that it can be taken out again word for word', () => {
    fc.assert(
      fc.property(titles, anyText, (both, text) => {
        const note = composeThreeStepNote({ ...draft, titles: both, text });
        expect(stepText(note)).toEqual(trimmedLines(text));
      }),
    );
  });

  it('ends in exactly one line break and has no other line ends than that of Unix', () => {
    fc.assert(
      fc.property(titles, anyText, (both, text) => {
        const note = composeThreeStepNote({ ...draft, titles: both, text });
        expect(note).toMatch(/[^\n]\n$/);
        expect(note).not.toContain('\r');
      }),
    );
  });
});

describe('repeatedFields(draft)', () => {
  const field = fc.constantFrom(
    '{{title}}',
    '{{title_ru}}',
    '{{title_en}}',
    '"{{title}}"',
    'door',
    "'{{name}}'",
    '{{date}}',
  );
  const word = fc.constantFrom('', 'door', 'дверь', 'a: b');

  it('names what YAML refuses in a template, and no field of another', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 4 }), word, word, word, (fields, ru, en, name) => {
        const template = `---\n${fields.map((one) => `${one}: 1\n`).join('')}---\n\nWords.\n`;
        const draft = { ...EMPTY_DRAFT, titles: { ru, en }, name, template };
        const [, yaml = ''] = composeThreeStepNote(draft).split(/^---$/m);
        // An empty name is what an unfinished title gives.
        fc.pre(!/^\s*(?:""|'')?\s*:/m.test(yaml));
        const refused = ((): boolean => {
          try {
            parse(yaml);
            return false;
          } catch {
            return true;
          }
        })();
        expect(repeatedFields(draft).length > 0).toBe(refused);
      }),
    );
  });

  it('names those within another field, and none that only stand in different ones', () => {
    const within = (yaml: string): readonly string[] =>
      repeatedFields({ ...EMPTY_DRAFT, titles: { ru: '', en: 'door' }, template: `---\n${yaml}\n---\n\nWords.\n` });
    expect(within('house:\n  door: 1\n  "{{title}}": 2')).toEqual(['door']);
    expect(within('house: {door: 1, window: 2, door: 3}')).toEqual(['door']);
    expect(within('house:\n  hall:\n    door: 1\n    door: 2\n  door: 3')).toEqual(['door']);
    expect(within('house:\n  door: 1\nshed:\n  door: 2\ndoor: 3')).toEqual([]);
    expect(within('house: |\n  door: 1\n  door: 2')).toEqual([]);
  });

  it('names those within one entry of a list', () => {
    const within = (yaml: string): readonly string[] =>
      repeatedFields({ ...EMPTY_DRAFT, titles: { ru: '', en: 'door' }, template: `---\n${yaml}\n---\n\nWords.\n` });
    expect(within('rooms:\n  - door: 1\n    window: 2\n    "{{title}}": 3\n  - door: 4')).toEqual(['door']);
    expect(within('rooms:\n- door: 1\n  door: 2\n- window: 3')).toEqual(['door']);
    expect(within('rooms:\n  -   door: 1\n      door: 2')).toEqual(['door']);
    expect(within('rooms:\n  - window: 1\n  - {door: 2, door: 3}')).toEqual(['door']);
    expect(within('rooms: [{door: 1, window: 2}, {door: 3, door: 4}]')).toEqual(['door']);
    expect(within('rooms:\n  - hall:\n      - door: 1\n        door: 2')).toEqual(['door']);
    expect(within('rooms:\n  - door: 1\n  - door: 2\n  - door: 3')).toEqual([]);
    expect(within('rooms: [{door: 1}, {door: 2}]\nhall:\n  - [door, door]\n  - x: 1')).toEqual([]);
    expect(within('rooms:\n  - words: |\n      door: 1\n      door: 2')).toEqual([]);
  });

  it('names what is left out of the fields that the settings name', () => {
    const fields = ['status: draft', '{{title}}: a', 'Status: done'];
    expect(repeatedFields({ ...EMPTY_DRAFT, fields })).toEqual(['status']);
  });
});

describe('writingPlace(note)', () => {
  const lineAt = (note: string): string | undefined => note.split('\n')[writingPlace(note).line - 2];

  it('is in step 2 when step 1 has its text, after the quote’s sign', () => {
    const note = composeThreeStepNote(draft);
    expect(lineAt(note)).toContain('Шаг 2');
    expect(writingPlace(note).ch).toBe(2);
  });

  it('is in step 1 when it is empty', () => {
    expect(lineAt(composeThreeStepNote({ ...draft, text: '' }))).toContain('Шаг 1');
  });

  it('is never within the text, whatever that holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const step = trimmedLines(text).length === 0 ? 'Шаг 1 —' : 'Шаг 2 —';
        expect(lineAt(composeThreeStepNote({ ...draft, text }))).toContain(step);
      }),
    );
  });
});

const awkward = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  '> ',
  '>',
  '---',
  '```',
  '# ',
  ': ',
  ' #',
  '"',
  "'",
  '\\',
  '- ',
  '|',
  '\ud83d',
  ' ',
  '🔹',
  '\u2028',
);
const anyText = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), awkward)).map((parts) => parts.join(''));
const titles = fc.record({ ru: anyText, en: anyText });

function fieldsOf(note: string, version: '1.1' | '1.2' = '1.2'): Record<string, unknown> {
  const end = note.indexOf('\n---\n', 4);
  const fields: unknown = parse(note.slice(4, end), { version });
  if (typeof fields !== 'object' || fields === null) throw new Error('the frontmatter is no mapping');
  return Object.fromEntries(Object.entries(fields));
}

function titleLine(both: NoteDraft['titles']): string | undefined {
  return composeThreeStepNote({ ...draft, titles: both })
    .split('\n')
    .find((line) => line.startsWith('🔹'));
}

/** The lines of step 1 without the quote's sign. */
function stepText(note: string): readonly string[] {
  const lines = note.split('\n');
  const from = lines.findIndex((line) => line.includes('Шаг 1 — Корректура')) + 2;
  const quoted = lines.slice(from, lines.indexOf('', from));
  expect(quoted.every((line) => line.startsWith('>'))).toBe(true);
  return quoted.length === 1 && quoted[0] === '> ' ? [] : quoted.map((line) => line.replace(/^> ?/, ''));
}

function trimmedLines(text: string): readonly string[] {
  const lines = onDisk(text)
    .split(/\r\n|\r|\n/)
    .map((line) => (line.trim() === '' ? '' : line));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** What UTF-8 keeps of a text. */
function onDisk(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
