import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { answerStep } from '../../src/read/answer-steps';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { BUILT_IN, withBareSteps } from '../../src/read/vocabulary';
import { readAnswer, type AnswerReading, type TakenAnswer } from '../../src/write/answer';
import { pasteSteps } from '../../src/write/paste-steps';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';

const VOCABULARY = withBareSteps(BUILT_IN);
const TEMPLATE = readOutline(composeThreeStepNote({ ...EMPTY_DRAFT, titles: { ru: 'Дверь', en: 'A door' } }));

const READING: AnswerReading = {
  outline: (text) => readOutline(text, VOCABULARY),
  ideaLinks: (text) => readNote(text, VOCABULARY).ideaLinks,
  stepOf: (heading) => answerStep(heading, VOCABULARY),
};

function read(answer: string): TakenAnswer | string {
  const found = readAnswer(answer, READING);
  return found.kind === 'steps' ? found : found.kind;
}

const ALL = { 1: 'Раз.', 2: 'One.', 3: 'Far.' };
const MARKDOWN = '```markdown\n';
const JS = '```js\nlet a = 1;\n```';

/** What an answer is like, the answer, its texts, and the lines around them. */
const ANSWERS: readonly (readonly [string, string, Readonly<Record<number, string>>, readonly string[]])[] = [
  [
    'tags that say what is done',
    '<correction>\nРаз.\n</correction>\n\n<translation>\nOne.\n</translation>\n\n<expansion>\nFar.\n</expansion>\n',
    ALL,
    [],
  ],
  [
    'one such tag',
    'Sure!\n\n<translation>\nOne.\n\nTwo.\n</translation>\n\nBye.\n',
    { 2: 'One.\n\nTwo.' },
    ['Sure!', 'Bye.'],
  ],
  [
    'a tag of a past tense',
    '<corrected>\nРаз.\n</corrected>\n<translated>One.</translated>\n',
    { 1: 'Раз.', 2: 'One.' },
    [],
  ],
  [
    'tags of two words',
    '<corrected_text>\nРаз.\n</corrected_text>\n<english-translation>\nOne.\n</english-translation>\n',
    { 1: 'Раз.', 2: 'One.' },
    [],
  ],
  [
    'tags in Russian',
    '<исправление>\nРаз.\n</исправление>\n<перевод>\nOne.\n</перевод>\n<шаг3>\nFar.\n</шаг3>\n',
    ALL,
    [],
  ],
  ['capital letters', '<Step1>\nРаз.\n</Step1>\n<STEP_2>\nOne.\n</STEP_2>\n<Step-3>\nFar.\n</Step-3>\n', ALL, []],
  [
    'a number as an attribute',
    '<step n="2">\nOne.\n</step>\n\n<step id=\'3\'>\nFar.\n</step>\n',
    { 2: 'One.', 3: 'Far.' },
    [],
  ],
  ['a number and what is done', '<step_2_translation>\nOne.\n</step_2_translation>\n', { 2: 'One.' }, []],
  [
    'tags within a tag',
    '<answer>\n<step1>\nРаз.\n</step1>\n<step2>\nOne.\n</step2>\n</answer>\n',
    { 1: 'Раз.', 2: 'One.' },
    [],
  ],
  ['tags in a fence', '```xml\n<step1>\nРаз.\n</step1>\n<step2>\nOne.\n</step2>\n```\n', { 1: 'Раз.', 2: 'One.' }, []],
  ['a heading above a tag', '### Step 2\n\n<translation>\nOne.\n</translation>\n', { 2: 'One.' }, []],
  ['a heading within a tag', '<step2>\n### Step 2 — English translation\n\nOne.\n</step2>\n', { 2: 'One.' }, []],
  [
    'code within a tag',
    `<step2>\nOne.\n\n${JS}\n\nTwo.\n</step2>\n<step3>\nFar.\n</step3>\n`,
    { 2: `One.\n\n${JS}\n\nTwo.`, 3: 'Far.' },
    [],
  ],
  [
    'other tags within a tag',
    '<step3>\nFar.\n\n<b>Core</b> is <i>all</i>.<br>\n</step3>\n',
    { 3: 'Far.\n\n<b>Core</b> is <i>all</i>.<br>' },
    [],
  ],
  [
    'a tag that is never closed',
    '### Step 3\nFar.\n\nThe tag\n<translation>\nis open.\n',
    { 3: 'Far.\n\nThe tag\n<translation>\nis open.' },
    [],
  ],
  [
    'tags as an example',
    '### Step 3\nFar.\n\nSo:\n\n```xml\n<translation>x</translation>\n```\n\nEnd.\n',
    { 3: 'Far.\n\nSo:\n\n```xml\n<translation>x</translation>\n```\n\nEnd.' },
    [],
  ],
  [
    'tags within a line',
    '### Step 3\nFar, in <translation>x</translation>, it is.\n',
    { 3: 'Far, in <translation>x</translation>, it is.' },
    [],
  ],
  ['callouts', '> [!note] Step 1\n> Раз.\n\n> [!note] Step 2\n> One.\n\n> [!info]+ Step 3\n> Far.\n', ALL, []],
  [
    'callouts in Russian',
    '> [!abstract]- Шаг 1 — Корректура\n> Раз.\n\n> [!abstract] **Шаг 2**\n>\n> One.\n>\n> Two.\n',
    { 1: 'Раз.', 2: 'One.\n\nTwo.' },
    [],
  ],
  [
    'a callout, and words around',
    'Here:\n\n> [!quote] Step 2 — English translation\n> One.\n\nBye.\n',
    { 2: 'One.' },
    ['Here:', 'Bye.'],
  ],
  [
    'a callout within a step',
    '### Step 3\nFar.\n\n> [!note] Step 1\n> of a recipe.\n',
    { 3: 'Far.\n\n> [!note] Step 1\n> of a recipe.' },
    [],
  ],
  [
    'a fence around all that ends at one within',
    `Sure!\n\n${MARKDOWN}### Step 2\nThe text:\n\n${JS}\n\nThe end.\n\n### Step 3\nFar.\n\`\`\`\n\nBye.\n`,
    { 2: `The text:\n\n${JS}\n\nThe end.`, 3: 'Far.' },
    ['Sure!', 'Bye.'],
  ],
  [
    'a longer fence around fences',
    `\`\`\`\`markdown\n### Step 2\n${JS}\n\n### Step 3\nFar.\n\`\`\`\`\n`,
    { 2: JS, 3: 'Far.' },
    [],
  ],
  [
    'tildes around fences',
    `~~~md\n### Step 2\nOne.\n\n${JS}\n\n### Step 3\nFar.\n~~~\n`,
    { 2: `One.\n\n${JS}`, 3: 'Far.' },
    [],
  ],
  [
    'two fences within a fence',
    `${MARKDOWN}### Step 2\n${JS}\n\nOne.\n\n\`\`\`\nplain\n\`\`\`\n\n### Step 3\nFar.\n\`\`\`\n`,
    { 2: `${JS}\n\nOne.\n\n\`\`\`\nplain\n\`\`\``, 3: 'Far.' },
    [],
  ],
  [
    'fences within tags',
    `<step2>\n\`\`\`\nOne.\n\`\`\`\n</step2>\n<step3>\n${MARKDOWN}Far.\n\`\`\`\n</step3>\n`,
    { 2: 'One.', 3: 'Far.' },
    [],
  ],
  [
    'folds',
    '<details>\n<summary>Step 2 — English translation</summary>\n\nOne.\n\n</details>\n\n<details><summary>Step 3</summary>\n\nFar.\n\n</details>\n',
    { 2: 'One.', 3: 'Far.' },
    [],
  ],
];

describe('An answer between tags, in callouts and in fences', () => {
  it.each(ANSWERS)('is read: %s', (_, answer, texts, around) => {
    const found = read(answer);
    expect(found).toMatchObject({ texts: new Map(Object.entries(texts).map(([step, text]) => [Number(step), text])) });
    expect(typeof found === 'string' ? [] : found.rest).toEqual(around);
  });

  it.each(ANSWERS)('is pasted with each line once, and the second time changes nothing: %s', (_, answer) => {
    const found = read(answer);
    if (typeof found === 'string') throw new Error(found);
    const paste = (text: string): string => {
      const result = pasteSteps(readOutline(text), TEMPLATE, found.texts, new Set([1, 2, 3]), readOutline);
      return result.kind === 'changes' ? applyChanges(text, result.changes) : result.kind;
    };
    const once = paste(TEMPLATE.text);
    for (const text of found.texts.values()) expect(once.split(text.split('\n')[0] ?? '')).toHaveLength(2);
    for (const line of [...found.texts.values()].join('\n').split('\n')) expect(once).toContain(line);
    expect(paste(once)).toBe(once);
  });

  it('loses no line, and has none twice, whatever tags, fences and headings stand around it (property)', () => {
    const signs = [
      ...['<step2>', '</step2>', '<translation>', '</translation>', '<Step_3 id="a">', '</Step_3>', '<b>', '</b>'],
      ...['<details>\n<summary>Step 1</summary>', '</details>', '<answer>', '</answer>', '<перевод>', '</перевод>'],
      ...['```', '```markdown', '````md', '````', '~~~', '```js', '### Step 2', '### Step 3 — Expansion', '**Шаг 1**'],
      ...['> [!note] Step 2', '> [!info] Шаг 3', '>', '', '---'],
    ];
    const words = fc.constantFrom('WORD', '> WORD', '- WORD', 'WORD <i>x</i> and', '  WORD');
    const lines = fc.array(fc.oneof(fc.constantFrom(...signs), words), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(lines, (written) => {
        let count = 0;
        const answer = written.map((line) => line.replace('WORD', () => `word${++count}z`)).join('\n');
        const found = readAnswer(answer, READING);
        if (found.kind === 'none' || found.kind === 'empty') return;
        const [first, ...others] = found.kind === 'steps' ? [found] : found.answers;
        const said = [first, ...others].flatMap((one) => [...(one?.texts.values() ?? [])]);
        const all = [...new Set(said), ...(first?.rest ?? [])].join('\n');
        for (let at = 1; at <= count; at++) expect(all.split(`word${at}z`)).toHaveLength(2);
      }),
    );
  });

  it('takes as long as the text is, whatever stands in it', () => {
    for (const line of [
      '<translation>\n',
      '<translation>x</translation>\n',
      '<step2>',
      '<details>\n',
      '### Step 2\n<translation>x</translation>\n',
    ])
      read(line.repeat(100_000 / line.length));
  });
});
