import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { STEP_NUMBERS, type StepNumber } from '../../src/model/vocabulary';
import { answerStep } from '../../src/read/answer-steps';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { BUILT_IN, withBareSteps } from '../../src/read/vocabulary';
import { readAnswer, type AnswerReading } from '../../src/write/answer';
import { pasteSteps } from '../../src/write/paste-steps';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';

const READING: AnswerReading = {
  outline: (text) => readOutline(text, withBareSteps(BUILT_IN)),
  ideaLinks: (text) => readNote(text, withBareSteps(BUILT_IN)).ideaLinks,
  stepOf: (heading) => answerStep(heading, BUILT_IN),
};
const read = (answer: string): ReturnType<typeof readAnswer> => readAnswer(answer, READING);

/** The texts of an answer by their steps; what else it is, where it has none. */
function textsIn(answer: string): unknown {
  const found = read(answer);
  if (found.kind === 'several') return found.answers.map(({ texts }) => Object.fromEntries(texts));
  return found.kind === 'steps' ? Object.fromEntries(found.texts) : found;
}

describe('readAnswer(answer)', () => {
  it.each([
    '### 🔹 **Шаг 2 — Перевод на английский:**\n\nOne.\n\n### 🔹 **Шаг 3 — Развёртка:**\n\nTwo.',
    '✅ Step 2. Accurate English Translation:\nOne.\n\n🧠 Step 3. Vector-Field Expansion:\nTwo.',
    '**Step 2: translation**\n\n> One.\n\n---\n\n**Step 3: expansion**\n\n> Two.\n',
    '> ## Step 2 — Translation\n> One.\n>\n> ## Step 3 — Expansion\n> Two.',
    '```markdown\n## Step 2 — Translation\n\nOne.\n\n## Step 3 — Expansion\n\nTwo.\n```\n\nShall I go on?',
    '## Step 2 — Translation\n\n```\nOne.\n```\n\n## Step 3 — Expansion\n\n```text\nTwo.\n```\n',
    '## Step 2 — Translation\r\n\r\nOne.\r\n\r\n## Step 3 — Expansion\r\n\r\nTwo.\r\n',
  ])('finds the steps however they are spelt and wrapped: %j', (answer) => {
    expect(textsIn(answer)).toEqual({ 2: 'One.', 3: 'Two.' });
  });

  it('keeps code that is a part of a step, and the sub-headings of the expansion', () => {
    const expansion = '#### Core idea\n\n```js\nlet a;\n```\n\n#### Sources\n\n- one';
    expect(textsIn(`## Step 3 — Expansion\n\n${expansion}\n`)).toEqual({ 3: expansion });
  });

  it.each([
    ['around all', '```markdown\n## Step 2 — Translation\n', '\n## Step 3 — Expansion\n\nTwo.\n```\n\nMore?\n'],
    ['a step', '## Step 2 — Translation\n\n```md\n', '```\n\n## Step 3 — Expansion\n\n~~~text\nTwo.\n~~~\n'],
  ])('finds the steps where code of theirs ends a fence %s', (_, before, behind) => {
    const translation = 'One:\n\n```js\nlet a;\n```\n\nThe end.';
    expect(textsIn(`${before}${translation}\n${behind}`)).toEqual({ 2: translation, 3: 'Two.' });
  });

  it('lists the lines that belong to no step', () => {
    const found = read('Sure!\n\nHere it is.\n\n```\n## Step 2 — Translation\n\nOne.\n```\n\nMore?\n');
    expect(found).toMatchObject({ kind: 'steps', rest: ['Sure!', 'Here it is.', 'More?'] });
  });

  it('says that there is no step, no text in the steps, or more than one set', () => {
    const set = '## Step 2 — Translation\n\nOne.\n\n## Step 3 — Expansion\n\nTwo.\n\n';
    expect(textsIn('A translation: one.')).toEqual({ kind: 'none' });
    expect(textsIn('')).toEqual({ kind: 'none' });
    expect(textsIn('## Step 2 — Translation\n\n## Step 3 — Expansion\n')).toEqual({ kind: 'empty' });
    expect(textsIn(set.repeat(3))).toEqual(Array.from({ length: 3 }, () => ({ 2: 'One.', 3: 'Two.' })));
  });

  it('takes headings of versions for no text', () => {
    const version = '## Version\n\n### Step 2\nOne.\n\n### Step 3\nTwo.\n\n';
    expect(textsIn(version.repeat(2))).toEqual([
      { 2: 'One.', 3: 'Two.' },
      { 2: 'One.', 3: 'Two.' },
    ]);
  });

  it('takes idea links below a step, each behind its label, for ideas, and sources for its text', () => {
    const ideas = '**Upstream:** [[House]] — it has doors.\n- Downstream: [[Hinge]]';
    for (const behind of ['', '\n\nLet me know if you want more.']) {
      const found = read(
        `## Step 2 — Translation\n\nOne (up:: [[Wall]]).\n\n## Step 3 — Expansion\n\nTwo.\n\n${ideas}${behind}\n`,
      );
      expect(found).toMatchObject({
        kind: 'steps',
        texts: new Map([
          [2, 'One (up:: [[Wall]]).'],
          [3, 'Two.'],
        ]),
        ideas: [
          { relation: 'upstream', target: 'House' },
          { relation: 'downstream', target: 'Hinge' },
        ],
      });
    }
    const sources = 'Two.\n\n**Sources:** [[Ledger]]';
    expect(textsIn(`## Step 3 — Expansion\n\n${sources}\n`)).toEqual({ 3: sources });
  });

  it('takes step 3 before step 2 for one set', () => {
    expect(textsIn('## Step 3 — Expansion\n\nTwo.\n\n## Step 2 — Translation\n\nOne.\n')).toEqual({
      2: 'One.',
      3: 'Two.',
    });
  });

  it('gives each version of a step that comes twice, with the others beside it', () => {
    const answer =
      '## Step 2 — Translation\n\nOne.\n\n## Step 2 — Translation\n\nEins.\n\n## Step 3 — Expansion\n\nTwo.\n';
    expect(textsIn(answer)).toEqual([
      { 2: 'One.', 3: 'Two.' },
      { 2: 'Eins.', 3: 'Two.' },
    ]);
  });

  it.each(['## Step 2\n\nOne.\n\n## Step 3\n\nTwo.', '**Шаг 2**\nOne.\n\n#### Step 3:\nTwo.'])(
    'takes a number alone for its step: %j',
    (answer) => {
      expect(textsIn(answer)).toEqual({ 2: 'One.', 3: 'Two.' });
    },
  );

  it.each([
    '---\ntags: [a]\ndescription: >\n  long\n---\n\n## Step 2\n\nOne.\n',
    'Here:\n\n---\ntags: [a]\ndescription: >\n  long\n---\n\n## Step 2\n\nOne.\n',
    'Here:\n\n```yaml\ntags: [a]\ndescription: >\n  long\n```\n\n## Step 2\n\nOne.\n',
    '```yaml\n---\ntags: [a]\ndescription: >\n  long\n---\n```\n\n## Step 2\n\nOne.\n',
    '```markdown\n---\ntags: [a]\ndescription: >\n  long\n---\n\n## Step 2\n\nOne.\n```\n',
  ])('finds fields of frontmatter above the steps: %j', (answer) => {
    const found = read(answer);
    if (found.kind !== 'steps') throw new Error(found.kind);
    expect(found.fields.map(({ name }) => name)).toEqual(['tags', 'description']);
    expect(found.rest.filter((line) => line !== 'Here:' && !/^[-`]/.test(line))).toEqual([]);
    expect(Object.fromEntries(found.texts)).toEqual({ 2: 'One.' });
  });

  it('finds the entries of idea lists between the steps', () => {
    const found = read('## Step 1\n\nРаз.\n\n### Upstream ideas\n\n- [[A#b]] — why\n\n## Step 2\n\nOne.\n');
    expect(found).toMatchObject({
      ideas: [{ relation: 'upstream', target: 'A', heading: 'b', description: 'why' }],
      rest: [],
    });
  });

  it('takes an answer of 300 kB', () => {
    const long = 'One more line of it.\n'.repeat(15_000).trimEnd();
    expect(textsIn(`## Step 2 — Translation\n\n${long}\n`)).toEqual({ 2: long });
  });
});

describe('pasteSteps(note, template, texts, replaced)', () => {
  const template = readOutline(composeThreeStepNote(EMPTY_DRAFT));
  const paste = (
    note: string,
    texts: readonly (readonly [StepNumber, string])[],
    ...replaced: StepNumber[]
  ): string => {
    const result = pasteSteps(readOutline(note), template, new Map(texts), new Set(replaced), readOutline);
    if (result.kind !== 'changes') throw new Error(result.kind);
    return applyChanges(note, result.changes);
  };

  it('fills the empty steps of the template in their quotes, and leaves its links and rules', () => {
    const filled = paste(template.text, [
      [1, 'Раз.\n\nДва.'],
      [2, 'One.\n\nTwo.'],
      [3, 'Far.'],
    ]);
    expect(filled).toContain('\n\n> Раз.\n>\n> Два.\n\n## 🔗 Связанные идеи\n');
    expect(filled).toContain('\n\n> One.\n>\n> Two.\n\n---\n\n### 🔹 **Шаг 3');
    expect(filled.endsWith(':**\n\nFar.\n')).toBe(true);
  });

  it('changes nothing in a step that has its text, unless it is to be replaced', () => {
    const note = '### Step 1 — Correction\n\nРаз.\n\n### Step 2 — Translation\n\nOne.\n';
    expect(paste(note, [[1, 'Два.']])).toBe(note);
    expect(paste(note, [[1, 'Два.']], 1)).toBe(note.replace('Раз.', 'Два.'));
  });

  it('fills the steps of a quote in the quote', () => {
    const note = '> ### Step 1 — Correction\n> Раз.\n>\n> ### Step 2 — Translation\n>\n\nAfter.\n';
    expect(paste(note, [[2, 'One.\n\nTwo.']])).toBe(
      '> ### Step 1 — Correction\n> Раз.\n>\n> ### Step 2 — Translation\n>\n> One.\n>\n> Two.\n>\n\nAfter.\n',
    );
  });

  it.each(['\r\n', '\r'])('does the same in a note whose lines end in %j', (end) => {
    const note = '> ### Step 1 — Correction\n> Раз.\n>\n> ### Step 2 — Translation\n>\n\nAfter.\n';
    for (const step of STEP_NUMBERS) {
      const filled = paste(note, [[step, 'One.\nTwo.']], 1);
      expect(paste(note.replaceAll('\n', end), [[step, 'One.\nTwo.']], 1)).toBe(filled.replaceAll('\n', end));
    }
  });

  it('keeps the line ends of the note', () => {
    const note = '### Step 1 — Correction\r\n\r\nРаз.\r\n\r\n### Step 2 — Translation\r\n';
    for (const step of STEP_NUMBERS) {
      expect(paste(note, [[step, 'One.\nTwo.']], 1).replaceAll('\r\n', '')).not.toContain('\n');
    }
  });
});
