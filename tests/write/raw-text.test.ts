import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { readOutline } from '../../src/read/outline';
import { readNote } from '../../src/read/note';
import { stepText } from '../../src/markdown/step-text';
import { rawTextRemoval } from '../../src/write/raw-text';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';

const compose = (raw: string, template: string | null = null): string =>
  composeThreeStepNote({ ...EMPTY_DRAFT, fields: [], titles: { ru: 'Дверь', en: '' }, raw, template });

function withoutRaw(text: string): string {
  const change = rawTextRemoval(readOutline(text));
  return change ? applyChanges(text, [change]) : text;
}

describe('The raw text of a new note', () => {
  it('stands in a section of its own above step 1, which is empty', () => {
    const note = compose('ну дверь она\n\n### Шаг 1\nскрипит');
    expect(note).toContain(
      '---\n\n### 🔹 **Черновик:**\n\n> ну дверь она\n>\n> ### Шаг 1\n> скрипит\n\n---\n\n### 🔹 **Шаг 1 —',
    );
    const { steps, rawText } = readNote(note);
    expect([rawText?.words, ...steps.map(({ words }) => words)]).toEqual([6, 0, 0, 0]);
  });

  it('leaves no trace of its section where there is none', () => {
    expect(compose('')).not.toMatch(/Черновик|---\n\n---/);
  });

  it.each([
    ['# A\n\n## Raw text\n\n{{raw}}\n\n## Step 1 — Correction\n\n{{step1}}\n', '# A\n\n## Step 1 — Correction\n'],
    [
      '# A\n\n---\n\n**Draft**\n\n> {{ raw }}\n\n---\n\n## Step 1 — Correction\n',
      '# A\n\n---\n\n## Step 1 — Correction\n',
    ],
    ['Text: {{raw}}\n\n## Step 1 — Correction\n', '## Step 1 — Correction\n'],
  ])('goes where the template has it: %j', (template, without) => {
    expect(compose('', template)).toBe(without);
    expect(compose('слово', template)).toContain('слово');
  });

  it('goes above the heading of step 1 in a template that has no place for it', () => {
    const template = '# {{title}}\n\n## Step 1 — Correction\n\n{{step1}}\n\n## Step 2 — Translation\n';
    expect(compose('слово', template)).toBe(
      '# Дверь\n\n## 🔹 **Черновик:**\n\n> слово\n\n---\n\n## Step 1 — Correction\n\n## Step 2 — Translation\n',
    );
  });

  it('is taken out again without a trace, whatever it says', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        '# Heading',
        '> [!note] A',
        '```',
        '---',
        '- [[A]] — b',
        '### Шаг 1 — Корректура',
        '%%',
        '$$',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const raw = lines.join('\n');
        fc.pre(/\p{L}/u.test(raw));
        expect(withoutRaw(compose(raw))).toBe(compose(''));
      }),
    );
  });
});

describe('rawTextRemoval(note)', () => {
  it('keeps every other line, and the steps as they are', () => {
    const note = '# A\n\n## Raw text\n\nслово\n\n### More\n\nслово\n\n## Шаг 1 — Корректура\n\nСлово.\n';
    expect(withoutRaw(note)).toBe('# A\n\n## Шаг 1 — Корректура\n\nСлово.\n');
    expect(readNote(note).steps.map((one) => stepText(note, one))).toEqual(['Слово.']);
  });

  it('keeps a quote behind the rule that goes with it', () => {
    const note = '---\n---\n\n## Raw text\n\n> слово\n\n---\n\n> [!note] A\n> B\n\n## Шаг 1 — Корректура\n\nСлово.\n';
    expect(withoutRaw(note)).toContain('> [!note] A\n> B\n\n## Шаг 1');
  });

  it('takes out nothing where there is none', () => {
    expect(rawTextRemoval(readOutline('## Raw text\n\nслово\n'))).toBeNull();
  });
});
