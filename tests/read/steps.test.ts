import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';
import { compileVocabulary } from '../../src/read/vocabulary';

/** `step@line-endLine`, as short as it reads. */
const stepsOf = (text: string): string[] =>
  readNote(text).steps.map(({ step, line, endLine }) => `${step}@${line}-${endLine}`);

const ONE = '### Шаг 1 — Корректура';
const TWO = '### Шаг 2 — Перевод';
const THREE = '### Шаг 3 — Векторная развёртка';

describe('the steps of a note', () => {
  it('run up to the next step, without the blank lines and rules between', () => {
    expect(stepsOf(`${ONE}\nСлово.\n\nЕщё.\n\n---\n\n${TWO}\nWord.\n${THREE}\nMore.`)).toEqual([
      '1@1-4',
      '2@8-9',
      '3@10-11',
    ]);
  });

  it.each([
    `# ${ONE.slice(4)}`,
    `###### ${ONE.slice(4)}`,
    `**${ONE.slice(4)}**`,
    `🔹 **${ONE.slice(4)}:**`,
    ONE.slice(4),
    `> ${ONE}`,
    `> > **${ONE.slice(4)}**`,
    '## 🔹 **Step 1: Corrected Russian**',
    '### 1️⃣ Шаг 1. Исправленный текст на русском:',
  ])('open with %j', (heading) => {
    expect(stepsOf(heading)).toEqual(['1@1-1']);
  });

  it.each([
    '- Шаг 1 — Корректура',
    '1. Шаг 1 — Корректура',
    'Сначала шаг 1, корректура.',
    '```\n### Шаг 1 — Корректура\n```',
    '<!-- ### Шаг 1 — Корректура -->',
    '## Корректура',
    '## Перевод на английский',
    '### Step 1: sand the boards',
  ])('do not open with %j', (text) => {
    expect(stepsOf(text)).toEqual([]);
  });

  it('take a bare number between sure steps for the step of that number', () => {
    expect(stepsOf(`${ONE}\nслово\n### Шаг 2\nword\n${THREE}\nmore`)).toEqual(['1@1-2', '2@3-4', '3@5-6']);
  });

  it('leave the numbers of another procedure alone', () => {
    expect(stepsOf('## Шаг 1\nкопать\n## Шаг 2\nлить\n## Шаг 3\nждать')).toEqual([]);
  });

  it.each([
    ['Step 1: Offset correction', 'Step 2: Fan triangulation', 'Step 3: Vector expansion'],
    ['Step 1: Rotation', 'Step 2: Translation', 'Step 3: Scaling'],
    ['Step 1 - Colour correction', 'Step 2 - Sharpen', 'Step 3 - Export as vector'],
    ['Step 1. Correct the white balance', 'Step 2. Translate the layer', 'Step 3. Vectorize'],
    ['Step 1: Install a Russian keyboard', 'Step 2: Switch to it', 'Step 3: Type'],
    ['Шаг 1: Коррекция смещения', 'Шаг 2: Перевод средств', 'Шаг 3: Векторная графика'],
    ['Шаг 1. Правка', 'Шаг 2. Сборка', 'Шаг 3. Выпуск'],
  ])('leave the steps of a tutorial alone: %s', (...headings) => {
    for (const mark of ['**', '### ']) {
      const lines = headings.map((heading) => `${mark}${heading}${mark === '**' ? mark : ''}\n\nWords of it.\n`);
      expect(stepsOf(lines.join('\n'))).toEqual([]);
    }
  });

  it('go by what is proven where another word stands among theirs', () => {
    const note = `${ONE}\nслово\n### Шаг 2 — Близкий перевод мысли\nword\n### Step 3 — vectored cognitive expansion\nmore`;
    expect(stepsOf(note)).toEqual(['1@1-2', '2@3-4', '3@5-6']);
    expect(stepsOf(`${ONE}\nслово\n### Step 2: water the roots\nword`)).toEqual(['1@1-2', '2@3-4']);
  });

  it('stop where a list of ideas begins', () => {
    const note = `${ONE}\nСлово.\n\n## Вышестоящие идеи\n- [[Дом]]\n\n${TWO}\nWord.`;
    expect(stepsOf(note)).toEqual(['1@1-2', '2@7-8']);
  });

  it('stop where a list of ideas begins, also below a heading of ideas that they stand under', () => {
    const ideas = '> ### Вышестоящие идеи\n> - [[Дом]]';
    expect(stepsOf(`## Связанные идеи\n\n${THREE}\n\nFar.\n\n${ideas}`)).toEqual(['3@3-5']);
  });

  it('stop where the quote that holds them stops', () => {
    expect(stepsOf(`> ${ONE}\n> Слово.\n\nПосле цитаты.`)).toEqual(['1@1-2']);
  });

  it('stop at sources without a link where steps have headings of the user’s own, too', () => {
    const own = compileVocabulary({ relations: {}, steps: { 1: ['Mein Text'] } });
    const { steps } = readNote(`## Mein Text\n\nWort.\n\n## Sources\n\n- a book\n\n${TWO}\n\nWord.`, own);
    expect(steps.map(({ step, endLine }) => [step, endLine])).toEqual([
      [1, 3],
      [2, 11],
    ]);
  });

  it('stop at empty lists that follow one another, but keep headings like theirs with a text below', () => {
    const lists = '## Связанные идеи\n\n### Вышестоящие идеи';
    const quoted = (text: string): string => text.replace(/^/gm, '> ');
    const far = `${THREE}\n\nFar.`;
    expect(stepsOf(`${far}\n\n${lists}\n\n#### Sources\n\n${TWO}\n\nWord.`)).toEqual(['3@1-3', '2@11-13']);
    expect(stepsOf(`${far}\n\n${lists}\n`)).toEqual(['3@1-3']);
    expect(stepsOf(quoted(`${far}\n\n${lists}\n\n#### Sources`))).toEqual(['3@1-3']);
    expect(stepsOf(`${far}\n\n${lists}\n\nWords.\n`)).toEqual(['3@1-9']);
    expect(stepsOf(`${far}\n\n${lists}\n\nWords.\n\n${lists}\n`)).toEqual(['3@1-9']);
    expect(stepsOf(`${far}\n\n${lists}\n\n#### Core\n\n#### Sources\n`)).toEqual(['3@1-9']);
  });

  it('are counted in sets', () => {
    const sets = readNote(`${ONE}\n${TWO}\n${THREE}\n${ONE}\n${TWO}\n${TWO}`).steps.map(({ set }) => set);
    expect(sets).toEqual([1, 1, 1, 2, 2, 3]);
  });

  it('are empty with nothing but quote marks, sub-headings, rules and empty rows below', () => {
    const note = `${THREE}\n> \n#### Objective\n\n---\n| Tier | Idea |\n|---|---|\n| | |`;
    expect(readNote(note).steps).toMatchObject([{ words: 0, language: 'mixed' }]);
  });

  it('count the words of their text, the heading left out', () => {
    expect(readNote(`${ONE}\n> Окно мою **весной**.\n\nИ осенью.`).steps).toMatchObject([{ words: 5, language: 'ru' }]);
    expect(readNote(`${TWO}\nI wash it.`).steps).toMatchObject([{ words: 3, language: 'en' }]);
  });
});
