import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyChanges } from '../../src/model/apply-changes';
import type { Note } from '../../src/model/note';
import { readFrontmatter } from '../../src/read/frontmatter';
import { codeIn, type CodeRange } from '../../src/markdown/code';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { fillInMissing, hasLooseText } from '../../src/write/fill-in';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';
import { filledIn, lostLine, newProblems } from './filling';

const TEMPLATE = composeThreeStepNote(EMPTY_DRAFT);
const BODY = TEMPLATE.slice(TEMPLATE.indexOf('🔹'));
const keep = { keepsFrontmatter: true } as const;

const headingsOf = (text: string): readonly string[] => text.split('\n').filter((line) => /^[> ]*#{1,6} /.test(line));

describe('fillInMissing(note, template) in the body', () => {
  it('gives an empty note all of the template', () => {
    expect(filledIn('')).toBe(TEMPLATE);
    expect(filledIn('\n\n', keep)).toContain(BODY);
  });

  it('changes nothing in a note that has it all, by whatever template of ours', () => {
    for (const language of ['ru', 'en'] as const) {
      for (const signs of ['diamond', 'picture'] as const) {
        const whole = composeThreeStepNote({ ...EMPTY_DRAFT, style: { language, signs } });
        expect(filledIn(whole)).toBe(whole);
      }
    }
  });

  it('puts the missing steps behind the ideas that follow step 1, as the template has it', () => {
    const note = [
      '### Шаг 1 — Корректура',
      '',
      '> Мысль.',
      '',
      '## Связанные идеи',
      '',
      '### Вышестоящие идеи',
      '',
      '- [[A]]: over',
      '',
      '#### Sources',
      '',
      '[^1]: [[B]]',
      '',
    ].join('\n');
    expect(filledIn(note, keep)).toBe(
      [
        '### Шаг 1 — Корректура',
        '',
        '> Мысль.',
        '',
        '## Связанные идеи',
        '',
        '### Вышестоящие идеи',
        '',
        '- [[A]]: over',
        '',
        '### Нижестоящие идеи',
        '',
        '### Прямо относящиеся к этой заметке',
        '',
        '#### Sources',
        '',
        '[^1]: [[B]]',
        '',
        '---',
        '',
        '### 🔹 **Шаг 2 — Перевод на английский (точность смысла):**',
        '',
        '> ',
        '',
        '---',
        '',
        '### 🔹 **Шаг 3 — Векторно-полевая развёртка (на английском):**',
        '',
        ...BODY.slice(BODY.indexOf('#### Core vector')).trimEnd().split('\n'),
        '',
      ].join('\n'),
    );
  });

  it('puts a step between those that stand, at the level of their headings', () => {
    const note = '## Step 1. Correction\n\nМысль.\n\n---\n\n## Step 3. Expansion\n\nFar.\n';
    expect(filledIn(note, { keys: ['step2'] })).toBe(
      '## Step 1. Correction\n\nМысль.\n\n---\n\n## 🔹 **Шаг 2 — Перевод на английский (точность смысла):**\n\n> \n\n---\n\n## Step 3. Expansion\n\nFar.\n',
    );
  });

  it('waits behind the empty quote of the step before, not in front of it', () => {
    const note = '### Шаг 1 — Корректура\n\n> \n\n---\n\n### Шаг 3 — Развёртка\n\nFar.\n';
    const filled = filledIn(note, { keys: ['step2'] });
    expect(filled.startsWith('### Шаг 1 — Корректура\n\n> \n\n---\n\n### 🔹 **Шаг 2')).toBe(true);
  });

  it('adds only the lists of ideas that are missing, beside the others and at their level', () => {
    const note = '# Note\n\n#### Upstream ideas\n\n- [[A]]\n\n#### Directly related\n\n- [[B]]\n';
    expect(headingsOf(filledIn(note, { keys: ['related', 'upstream', 'downstream', 'direct'] }))).toEqual([
      '# Note',
      '#### Upstream ideas',
      '#### Нижестоящие идеи',
      '#### Directly related',
    ]);
  });

  it('counts lists that stand under labels and sentences', () => {
    const note = '**Вышестоящие идеи**\n\n- [[A]]\n\nСледующие заметки ниже по уровню:\n\n- [[B]]\n';
    const filled = filledIn(note, { keys: ['related', 'upstream', 'downstream'] });
    expect(filled).toBe(note);
  });

  it('keeps new lists from taking in the links of the step below them', () => {
    const note = '### Step 1. Correction\n\nМысль.\n\n### Step 2. Translation\n\nWords.\n';
    const filled = filledIn(note, { keys: ['related', 'upstream', 'downstream', 'direct', 'source'] });
    expect(headingsOf(filled)[1]).toBe('### 🔗 Связанные идеи');
    const nested = filledIn('## Upstream ideas\n\n- [[A]]\n\n### Step 1. Correction\n\n- [[B]]\n', {
      keys: ['direct'],
    });
    expect(headingsOf(nested)[1]).toBe('### Прямо относящиеся к этой заметке');
    expect(
      filledIn('## Upstream ideas\n\n- [[A]]\n\n**Шаг 1 — Корректура**\n\n- [[B]]\n', { keys: ['direct'] }),
    ).not.toContain('Прямо');
  });

  it('goes on in the quote in which the steps stand', () => {
    const note = '> ### Step 1. Correction\n> Мысль.\n>\n> ### Step 3. Expansion\n> Far.\n<!-- UID: 1 -->\n\nAfter.\n';
    expect(filledIn(note, { keys: ['step2'] })).toBe(
      '> ### Step 1. Correction\n> Мысль.\n>\n> ---\n>\n> ### 🔹 **Шаг 2 — Перевод на английский (точность смысла):**\n>\n> > \n>\n> ### Step 3. Expansion\n> Far.\n<!-- UID: 1 -->\n\nAfter.\n',
    );
  });

  it('fills the note’s own steps, not those of a prompt that is quoted in it', () => {
    const note =
      '### Шаг 1 — Корректура\n\nМысль.\n\n> ### Шаг 1 — Корректура\n> ### Шаг 2 — Перевод\n> ### Шаг 3 — Развёртка\n';
    const steps = readNote(filledIn(note, keep)).steps.filter(({ set }) => set === 1 || set === 3);
    expect(filledIn(note, keep)).toContain('\n### 🔹 **Шаг 2');
    expect(steps.length).toBeGreaterThan(0);
  });

  it('makes a loose text step 1 when told so, below its title, and else puts step 1 below', () => {
    const note = '# Мысль\n\nПервая.\n\nВторая.\n';
    expect(hasLooseText(readOutline(note))).toBe(true);
    const above = filledIn(note, { ...keep, textIsStep1: true });
    expect(above.startsWith('# Мысль\n\n### 🔹 **Шаг 1 — Корректура по-русски:**\n\nПервая.\n\nВторая.\n\n## 🔗')).toBe(
      true,
    );
    expect(readNote(above).steps[0]?.words).toBe(2);
    const below = filledIn(note, keep);
    expect(below.startsWith('# Мысль\n\nПервая.\n\nВторая.\n\n---\n\n### 🔹 **Шаг 1')).toBe(true);
    expect(readNote(below).steps[0]?.words).toBe(0);
  });

  it('puts step 1 below a loose text under frontmatter whose lines end in lone carriage returns', () => {
    const text =
      '---\rReceptor: |-\r  ### Parent Concepts\r  - [[Door]]\r---\rFree.\r\r### Step 2 — Translation\r\rWords.\r';
    const filled = filledIn(text, { keys: ['step1'] });
    expect(filled.indexOf('Шаг 1')).toBeGreaterThan(filled.indexOf('Free.'));
  });

  it('refuses to add below a code block that is never closed', () => {
    const note = '### Step 1. Correction\n\nМысль.\n\n```js\nlet a;\n';
    const result = fillInMissing(readOutline(note), readOutline(TEMPLATE));
    expect(result).toEqual({ kind: 'unclosed', line: 5 });
  });

  it.each([
    ['> ### Step 1. Correction\n> Мысль.\n> ```js\n> let a;\n', 3],
    ['> ### Step 1. Correction\n> Мысль.\n> ~~~ a`b\n> let a;\n\nAfter.\n', 3],
    ['> > ### Step 1. Correction\n> > ```\n> > let a;\n> > ```js\n', 2],
  ])('refuses to write into one that nothing closes in its quote: %j', (note, line) => {
    expect(fillInMissing(readOutline(note), readOutline(TEMPLATE))).toEqual({ kind: 'unclosed', line });
  });

  it.each([
    ['> ```\n> let a;\n\n### Step 1. Correction\n\nМысль.\n'],
    ['### Step 1. Correction\n\n- ```\n  let a;\n'],
    ['> ### Step 1. Correction\n> Мысль.\n> > ```\n> > let a;\n'],
  ])('goes on behind the quote or the item that ends one: %j', (note) => {
    expect(fillInMissing(readOutline(note), readOutline(TEMPLATE)).kind).toBe('changes');
    expect(readNote(filledIn(note)).steps.map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('puts texts under the headings that it adds', () => {
    const note = '### Step 1. Correction\n\nМысль.\n';
    const texts = new Map([[2, 'A thought.\n\nAnother.'] as const]);
    expect(filledIn(note, { keys: ['step2'], texts })).toBe(
      '### Step 1. Correction\n\nМысль.\n\n---\n\n### 🔹 **Шаг 2 — Перевод на английский (точность смысла):**\n\n> A thought.\n>\n> Another.\n',
    );
  });
});

describe('fillInMissing(note, template) in the frontmatter', () => {
  const fields = { fields: ['tags', 'status: draft', 'title', 'created'], titles: { ru: '', en: 'A: b' } };
  const fill = (text: string): string => filledIn(text, {}, fields).split('\n### ')[0] ?? '';
  const rest = '\n\nText.\n';

  it('adds fields where the template has them; what the note says wins', () => {
    expect(fill(`---\ntitle: Mine\nown:\n  - a\n---${rest}`)).toContain(
      '---\ntags: []\nstatus: draft\ntitle: Mine\ncreated: 2025-09-06\nown:\n  - a\n---\n',
    );
  });

  it('leaves an empty field empty, and knows a field in another case and in quotes', () => {
    const note = `---\nTags:\n"status": x\ntitle:\ncreated: never\n---${rest}`;
    expect(fill(note).startsWith(note.trimEnd())).toBe(true);
  });

  it('goes behind values of several lines, and before remarks on the next field', () => {
    expect(fill(`---\ntags:\n- a\n\n# mine\ntitle: |\n  a\n\n  ---\n---${rest}`)).toContain(
      '---\ntags:\n- a\nstatus: draft\n\n# mine\ntitle: |\n  a\n\n  ---\ncreated: 2025-09-06\n---\n',
    );
  });

  it.each([
    'tags: |\n  a\n\n  # b',
    'tags: >\n  a\n  # b\n  # c',
    'tags: [\n  a,\n]',
    'tags: "a\n  # b"',
    "it's: x\ntags: a",
  ])('goes behind the whole of %j', (tags) => {
    expect(fill(`---\n${tags}\n# mine\ntitle: x\n---${rest}`)).toContain(
      `---\n${tags}\nstatus: draft\n# mine\ntitle: x\ncreated: 2025-09-06\n---\n`,
    );
  });

  it('is put above a note without any, behind a byte order mark', () => {
    expect(fill('\uFEFFText.')).toContain(
      '\uFEFF---\ntags: []\nstatus: draft\ntitle: "A: b"\ncreated: 2025-09-06\n---\n\nText.',
    );
  });

  it.each(['---\n{ a: 1 }\n---', '---\nno field\n---', '---\ntitle: never closed'])(
    'leaves alone what it could break: %j',
    (front) => {
      expect(filledIn(`${front}\n\nText.\n`, {}, fields).startsWith(`${front}\n\nText.\n`)).toBe(true);
    },
  );

  it('is not touched when the reader could not read it', () => {
    const note = '---\ntitle: "a\n---\n\nText.\n';
    expect(filledIn(note, keep, fields).startsWith(note)).toBe(true);
  });

  it('reads as YAML with the note’s values and the template’s', () => {
    const filled = filledIn('---\r\ntitle: Mine\r\n---\r\n\r\nText.\r\n', {}, fields);
    expect(filled.replaceAll('\r\n', '')).not.toContain('\n');
    expect(readFrontmatter(filled, (yaml): unknown => parse(yaml))).toMatchObject({ title: 'Mine', problems: [] });
  });
});

describe('fillInMissing, whatever the note', { timeout: 60_000 }, () => {
  const heading = fc.constantFrom(
    '### Шаг 1 — Корректура',
    '**Шаг 2 — Перевод**',
    '## Step 3. Expansion',
    '> ### Step 1. Correction',
    '> ### Step 2. Translation',
    '## Связанные идеи',
    '# Upstream ideas',
    '**Нижестоящие идеи**',
    '#### Sources',
    '## Прямо относящиеся',
    '# A heading',
  );
  const line = fc.oneof(
    heading,
    fc.constantFrom(
      '',
      '',
      'Мысль.',
      '> ',
      '>',
      '> Цитата.',
      '---',
      '- [[A]]: why',
      '1. [[B]]',
      '| a | b |',
      '| --- | --- |',
    ),
    fc.constantFrom(
      '[^1]: note',
      '<!-- UID: 1 -->',
      '%% hidden %%',
      '> [!nexus_user] **User**',
      '    code',
      '```\nfenced\n```',
    ),
  );
  const front = fc.constantFrom(
    '',
    '---\n---\n',
    '---\ntitle: a\n---\n',
    '---\ntags: [a]\nupdated: 2025-01-01\n---\n',
    '---\n- a\n---\n',
  );
  const RUNS = { numRuns: 3000 } as const;
  const noteOf = (lines: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> =>
    fc
      .tuple(front, lines, fc.constantFrom('\n', '\r\n'))
      .map(([yaml, body, eol]) => (yaml + body.join('\n')).replaceAll('\n', eol));
  const anyNote = noteOf(fc.array(line, { maxLength: 24 }));
  const note = noteOf(fc.array(line, { maxLength: 24 }).map(oneOfEachStep));

  it('only inserts, and loses no line', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const { changes } = changesOf(text);
        expect(changes.every(({ from, to }) => from === to)).toBe(true);
        expect(lostLine(text.replace(/\r?\n$/, ''), applyChanges(text, changes))).toBeNull();
      }),
      RUNS,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(note, (text) => {
        const filled = applyChanges(text, changesOf(text).changes);
        expect(changesOf(filled).changes).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each([
    // The heading of a list that is only just placed makes room for another.
    ['# Upstream ideas\n## Прямо относящиеся\n## Связанные идеи\n**Шаг 2 — Перевод**'],
  ])('changes nothing the second time in %j', (text) => {
    const filled = applyChanges(text, changesOf(text).changes);
    expect(headingsOf(filled).filter((line) => line.includes('Нижестоящие'))).toHaveLength(1);
    expect(changesOf(filled).changes).toEqual([]);
  });

  it('puts a list behind all that stands under the one beside it, headings of the author’s too', () => {
    const text = '# Upstream ideas\n\n- [[A]]\n\n## Прямо относящиеся\n\n- [[B]]\n\n## Metals\n\nTin.\n\n# Bells\n';
    const filled = applyChanges(text, changesOf(text).changes);
    expect(filled).toContain('Tin.\n\n# Нижестоящие идеи\n\n# Bells');
    expect(lostLine(text, filled)).toBeNull();
  });

  it('does not end a step within its text by sources, which would make a list of what follows', () => {
    const text =
      '## Step 3. Expansion\n## Прямо относящиеся\n## Связанные идеи\n## Прямо относящиеся\n| a | b |\n**Шаг 2 — Перевод**';
    const filled = applyChanges(text, changesOf(text).changes);
    expect(filled).not.toContain('Sources\n\n## Связанные');
    expect(changesOf(filled).changes).toEqual([]);
  });

  it('writes nothing into a fence or a comment that nothing closes in its quote, the second time either', () => {
    const open = fc.constantFrom('> ```', '> ~~~ a`b', '> - ```', '> <!--', '```', '- ~~~', '> > ```');
    const odd = noteOf(fc.array(fc.oneof(line, open), { maxLength: 16 }).map(oneOfEachStep));
    const result = (text: string): ReturnType<typeof fillInMissing> =>
      fillInMissing(readOutline(text), readOutline(TEMPLATE));
    fc.assert(
      fc.property(odd, (text) => {
        const first = result(text);
        if (first.kind === 'unclosed') return;
        const filled = applyChanges(text, first.changes);
        const again = result(filled);
        expect(again).toEqual({ kind: 'changes', changes: [] });
        // Nothing that is written is code; a blank line below it may be.
        const isCode = ({ role, isBlock }: CodeRange): boolean => isBlock && role !== 'indented';
        const linesOf = (whole: string): readonly string[] =>
          codeIn(whole)
            .filter(isCode)
            .map(({ from, to }) => whole.slice(from, to).replace(/[\s>]+$/, ''));
        expect(linesOf(filled)).toEqual(linesOf(text));
      }),
      RUNS,
    );
  });

  it('brings no link, no problem and no word into a step that was not there', () => {
    const links = (text: string): Note['ideaLinks'] => readNote(text).ideaLinks;
    fc.assert(
      fc.property(note, (text) => {
        const filled = applyChanges(text, changesOf(text).changes);
        // A new heading may end a list above it; it gives no link a direction.
        const before = links(text);
        const after = links(filled);
        expect(after.map(({ target }) => target)).toEqual(before.map(({ target }) => target));
        expect(after.every(({ relation }, at) => relation === 'related' || relation === before[at]?.relation)).toBe(
          true,
        );
        expect(filledSteps(text)).toEqual(expect.arrayContaining([...filledSteps(filled)]));
        expect(newProblems(text, filled)).toEqual([]);
      }),
      // What a footnote goes on with is no heading that a section could be put above.
      {
        ...RUNS,
        examples: [
          ['## Прямо относящиеся\n[^1]: note\n    code\n---\n- [[A]]: why'],
          ['# Upstream ideas\n## Прямо относящиеся\n| --- | --- |\n---\n- [[A]]: why'],
          ['---\n<!-- UID: 1 -->\n- [[A]]: why\n---'],
          ['# Upstream ideas\n#### Sources\n| a | b |\n---\n1. [[B]]'],
        ],
      },
    );
  });

  /** One set of steps, all in a quote or none: a new heading between two sets may be taken for either's. */
  function oneOfEachStep(lines: readonly string[]): readonly string[] {
    const seen = new Set<string>();
    const isQuoted = lines.find((text) => /(?:Шаг|Step) \d/.test(text))?.startsWith('>') === true;
    return lines.filter((text) => {
      const step = /(?:Шаг|Step) (\d)/.exec(text)?.[1];
      if (step === undefined) return true;
      const isKept = !seen.has(step) && text.startsWith('>') === isQuoted;
      if (isKept) seen.add(step);
      return isKept;
    });
  }

  const filledSteps = (text: string): readonly number[] =>
    readNote(text)
      .steps.filter(({ words }) => words > 0)
      .map(({ step }) => step);

  function changesOf(text: string): Extract<ReturnType<typeof fillInMissing>, { kind: 'changes' }> {
    const result = fillInMissing(readOutline(text), readOutline(TEMPLATE));
    if (result.kind !== 'changes') throw new Error('refused');
    return result;
  }
});
