import { describe, expect, it } from 'vitest';
import { answerStep } from '../../src/read/answer-steps';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { BUILT_IN, withBareSteps } from '../../src/read/vocabulary';
import { readAnswer } from '../../src/write/answer';

const VOCABULARY = withBareSteps(BUILT_IN);

/** What is taken of an answer, and what is left. */
function read(answer: string): object {
  const found = readAnswer(answer, {
    outline: (text) => readOutline(text, VOCABULARY),
    ideaLinks: (text) => readNote(text, VOCABULARY).ideaLinks,
    stepOf: (heading) => answerStep(heading, VOCABULARY),
  });
  if (found.kind !== 'steps') return found;
  const { texts, fields, ideas, rest } = found;
  return {
    texts: Object.fromEntries(texts),
    fields: fields.map(({ name }) => name),
    ideas: ideas.map(({ relation, target }) => `${relation} ${target}`),
    rest,
  };
}

const NOTHING = { fields: [], ideas: [], rest: [] };
const MARKDOWN = '```markdown\n';

describe('An answer in another shape', () => {
  it.each([
    [
      'a fence a step, and words behind',
      `### Step 2\n\n\`\`\`\nOne.\n\`\`\`\n\n### Step 3\n\n\`\`\`\nFar.\n\`\`\`\n\nAnything else?\n`,
      { ...NOTHING, texts: { 2: 'One.', 3: 'Far.' }, rest: ['Anything else?'] },
    ],
    [
      'a fence a step with code in it, and words behind',
      `### Step 2\n${MARKDOWN}One.\n\n\`\`\`js\nx\n\`\`\`\n\nTwo.\n\`\`\`\n\n### Step 3\n${MARKDOWN}Far.\n\`\`\`\nBye.\n`,
      { ...NOTHING, texts: { 2: 'One.\n\n```js\nx\n```\n\nTwo.', 3: 'Far.' }, rest: ['Bye.'] },
    ],
    [
      'steps in fences of their own, with words between',
      `First:\n\n${MARKDOWN}### Step 1\nРаз.\n\`\`\`\n\nThen:\n\n${MARKDOWN}### Step 2\nOne.\n\`\`\`\n\nEnd.\n`,
      { ...NOTHING, texts: { 1: 'Раз.', 2: 'One.' }, rest: ['First:', 'Then:', 'End.'] },
    ],
    [
      'a fence that stands in an item',
      `1. Here:\n\n   ${MARKDOWN}   ### Step 2 — Translation\n   One.\n   \`\`\`\n`,
      { ...NOTHING, texts: { 2: 'One.' }, rest: ['1. Here:'] },
    ],
    [
      'fields between rules above a fence',
      `---\ntags: [a]\ndescription: b\n---\n${MARKDOWN}### Step 1\nРаз.\n\`\`\`\n`,
      { ...NOTHING, texts: { 1: 'Раз.' }, fields: ['tags', 'description'] },
    ],
    [
      'all parts in fences',
      `So:\n\n\`\`\`yaml\n---\ntags: [a]\n---\n\`\`\`\n\n${MARKDOWN}### Шаг 1\nРаз.\n\`\`\`\n\n${MARKDOWN}## Upstream ideas\n\n- [[A]] — more.\n\`\`\`\n`,
      { texts: { 1: 'Раз.' }, fields: ['tags'], ideas: ['upstream A'], rest: ['So:'] },
    ],
    [
      'fields behind the steps',
      '### Step 3\nFar.\n\n---\n\n```yaml\ncategory: a\n```\n',
      { ...NOTHING, texts: { 3: 'Far.' }, fields: ['category'] },
    ],
    [
      'lists of ideas behind the expansion, whose sources are its own',
      '### Step 3\nFar.\n\n#### Sources\n\n- a book\n\n## Вышестоящие идеи\n\n1. **[[A]]** — more.\n\n## Downstream ideas\n\n- [[B]]\n',
      { ...NOTHING, texts: { 3: 'Far.\n\n#### Sources\n\n- a book' }, ideas: ['upstream A', 'downstream B'] },
    ],
    [
      'a closing line',
      '### Step 2\nOne.\n\n---\n\nLet me know if it should be shorter!\n',
      { ...NOTHING, texts: { 2: 'One.' }, rest: ['Let me know if it should be shorter!'] },
    ],
    [
      'a question that is its own',
      '### Step 3\nFar.\n\nWould it be so?\n',
      { ...NOTHING, texts: { 3: 'Far.\n\nWould it be so?' } },
    ],
    [
      'steps as items',
      '1. **Step 1 — Correction**\n\nРаз.\n\n2. **Step 2 — Translation**\n\nOne.\n',
      { ...NOTHING, texts: { 1: 'Раз.', 2: 'One.' } },
    ],
    [
      'headings without any sign, as they are copied from a page',
      'Шаг 1 — Корректура:\nРаз.\n\nStep 2:\nOne.\n\nStep 3 — Vector-field expansion\nFar.\n',
      { ...NOTHING, texts: { 1: 'Раз.', 2: 'One.', 3: 'Far.' } },
    ],
    [
      'prose that speaks of steps',
      '### Step 3\nStep 1 is to wait.\n\nStep 2 — translate the sign and go on.\n\nStep 2 of the plan fails.\n',
      {
        ...NOTHING,
        texts: { 3: 'Step 1 is to wait.\n\nStep 2 — translate the sign and go on.\n\nStep 2 of the plan fails.' },
      },
    ],
    [
      'code that a step begins with',
      '### Step 2\nOne.\n\n### Step 3\n\n```\nA -> B\n```\n\nWords.\n',
      { ...NOTHING, texts: { 2: 'One.', 3: '```\nA -> B\n```\n\nWords.' } },
    ],
    [
      'code that the last step ends with, in a fence around all',
      `Sure!\n\n${MARKDOWN}### Step 2\nOne.\n\n### Step 3\nFar.\n\n\`\`\`js\nx\n\`\`\`\n\`\`\`\n`,
      { ...NOTHING, texts: { 2: 'One.', 3: 'Far.\n\n```js\nx\n```' }, rest: ['Sure!'] },
    ],
    [
      'JSON',
      'Sure:\n\n```json\n{ "title": "T", "steps": { "step2": "One.", "step_3": "Far.\\nOff." } }\n```\n',
      { ...NOTHING, texts: { 2: 'One.', 3: 'Far.\nOff.' }, rest: ['Sure:', 'title: T'] },
    ],
    [
      'JSON that is an example',
      '### Step 3\nSo:\n\n```json\n{ "step2": "One." }\n```\n',
      { ...NOTHING, texts: { 3: 'So:\n\n```json\n{ "step2": "One." }\n```' } },
    ],
    [
      'tags',
      'Sure.\n<step2>\nOne.\n\n```js\nx\n```\n</step2>\n\n<step_3>Far.</step_3>\nBye.\n',
      { ...NOTHING, texts: { 2: 'One.\n\n```js\nx\n```', 3: 'Far.' }, rest: ['Sure.', 'Bye.'] },
    ],
    [
      'tags that it speaks of',
      '### Step 3\nWrite <step2> first.\n',
      { ...NOTHING, texts: { 3: 'Write <step2> first.' } },
    ],
    [
      'tags around all',
      '<answer>\n### Step 2\nOne.\n\n### Step 3\nFar.\n</answer>\n',
      { ...NOTHING, texts: { 2: 'One.', 3: 'Far.' } },
    ],
    ['a fence of plain text', '```plaintext\n### Step 2\nOne.\n```\n', { ...NOTHING, texts: { 2: 'One.' } }],
    [
      'thoughts before it',
      '<think>\n### Step 2\nOne?\n</think>\n\n### Step 2\nOne.\n',
      { ...NOTHING, texts: { 2: 'One.' }, rest: ['<think>', '### Step 2', 'One?', '</think>'] },
    ],
    [
      'thoughts that open without a sign',
      'One?\n</think>\n### Step 2\nOne.\n',
      { ...NOTHING, texts: { 2: 'One.' }, rest: ['One?', '</think>'] },
    ],
    [
      'rules above each step',
      '---\n\n### Step 2\nOne.\n\n---\n\n### Step 3\nFar.\n\n---\n',
      { ...NOTHING, texts: { 2: 'One.', 3: 'Far.' } },
    ],
    [
      'steps with their texts in one line',
      'Step 2: One is near: here.\n\nШаг 3: Far.\n',
      { ...NOTHING, texts: { 2: 'One is near: here.', 3: 'Far.' } },
    ],
    [
      'headings with their texts',
      '### Step 2: One is near.\n\n### Step 3: Far it is.\n',
      { ...NOTHING, texts: { 2: 'One is near.', 3: 'Far it is.' } },
    ],
    [
      'headings with words of their own',
      '### Step 2: Crossing over\n\nOne.\n\n### Step 3: Going far\n\nFar.\n',
      { ...NOTHING, texts: { 2: 'One.', 3: 'Far.' } },
    ],
    [
      'a note behind a rule',
      '### Step 2\nOne.\n\n---\n\n**Примечание:** образ сохранён.\n',
      { ...NOTHING, texts: { 2: 'One.' }, rest: ['**Примечание:** образ сохранён.'] },
    ],
    [
      'a note that is its own',
      '### Step 2\nOne.\n\nNote: it is so.\n',
      { ...NOTHING, texts: { 2: 'One.\n\nNote: it is so.' } },
    ],
    [
      'a marked closing line',
      '### Step 2\nOne.\n\n*👉 If you’d like, I can go on.*\n',
      { ...NOTHING, texts: { 2: 'One.' }, rest: ['*👉 If you’d like, I can go on.*'] },
    ],
  ])('is read: %s', (_, answer, found) => {
    expect(read(answer)).toEqual(found);
  });
});
