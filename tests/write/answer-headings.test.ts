import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEP_NUMBERS, type StepLanguages } from '../../src/model/vocabulary';
import { languages } from '../../src/model/words';
import { answerStep } from '../../src/read/answer-steps';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { BUILT_IN, compileVocabulary, withBareSteps } from '../../src/read/vocabulary';
import { phrasesIn } from '../../src/text/phrases';
import { readAnswer } from '../../src/write/answer';

/** What is taken of an answer, and what is left. */
function read(answer: string, languages: StepLanguages = ['ru', 'en']): unknown {
  const vocabulary = withBareSteps(compileVocabulary({ relations: {}, steps: {}, languages }));
  const found = readAnswer(answer, {
    outline: (text) => readOutline(text, vocabulary),
    ideaLinks: (text) => readNote(text, vocabulary).ideaLinks,
    stepOf: (heading) => answerStep(heading, vocabulary),
  });
  if (found.kind === 'several') return found.answers.map(({ texts }) => Object.fromEntries(texts));
  if (found.kind !== 'steps') return found.kind;
  const { texts, rest } = found;
  return rest.length > 0 ? { ...Object.fromEntries(texts), rest } : Object.fromEntries(texts);
}

const ALL = { 1: 'Раз.', 2: 'One.', 3: 'Far.' };
/** An answer with a text below each of its headings. */
const under = (...headings: readonly string[]): string =>
  headings.map((heading, index) => `${heading}\n\n${['Раз.', 'One.', 'Far.'][index] ?? ''}\n`).join('\n');

describe('Steps of an answer whose headings are other words', () => {
  it.each([
    ['### Schritt 1', '### Schritt 2', '### Schritt 3'],
    ['**Schritt 1: Korrektur**', '**Schritt 2: Übersetzung ins Englische**', '**Schritt 3: Vektorfeld-Entfaltung**'],
    ['## 1. Schritt', '## 2. Schritt', '## 3. Schritt'],
    ['## Étape 1 : Correction', '## Étape 2 : Traduction en anglais', '## Étape 3 : Déploiement vectoriel'],
    ['## Première étape', '## Deuxième étape', '## Troisième étape'],
    ['#### Paso 1', '#### Paso 2 — Traducción al inglés', '#### Paso 3'],
    ['### Крок 1 — Коректура', '### Крок 2 — Переклад англійською', '### Крок 3 — Розгортка'],
    ['## 步骤 1：校正', '## 步骤 2：英文翻译', '## 步骤 3：展开'],
    ['## 第一步', '## 第二步', '## 第三步'],
    ['## Step one', '## Step two', '## Step three'],
    ['### ✅ First step: correction', '### 🌐 Second step: translation', '### 🧠 Third step'],
    ['### Шаг первый', '### Шаг второй', '### Шаг третий'],
    ['### Первый шаг', '### Второй шаг', '### Третий шаг'],
    ['**Этап 1:**', '**Этап 2:**', '**Этап 3:**'],
    ['## Part 1', '## Part 2', '## Part 3'],
    ['## Часть I', '## Часть II', '## Часть III'],
    ['## 1', '## 2', '## 3'],
    ['### 1️⃣', '### 2️⃣', '### 3️⃣'],
    ['### Corrected text', '### English translation', '### Vector-field expansion'],
    ['### Исправленный текст', '### Перевод на английский', '### Векторно-полевая развёртка'],
    ['1) Corrected Russian text', '2) English translation', '3) Vector-field expansion'],
    ['1. **Correction**', '2. **Translation**', '3. **Expansion**'],
    ['Corrected text:', 'English translation:', 'Vector-field expansion:'],
    ['## Русский', '## Английский', '## Развёртка'],
    ['## Russian', '## English', '## Expansion'],
    ['### Step 1 — Correction', '### English translation', '### Expansion'],
    ['> ### Schritt 1', '> ### Schritt 2', '> ### Schritt 3'],
  ])('are read: %s, %s', (...headings) => {
    expect(read(under(...headings))).toEqual(ALL);
  });

  it.each([
    ['alone', '### English translation\n\nOne.\n', { 2: 'One.' }],
    [
      'with chatter around',
      'Sure!\n\n### English translation\n\nOne.\n\nLet me know.\n',
      { 2: 'One.', rest: ['Sure!', 'Let me know.'] },
    ],
    ['in a fence', '```markdown\n### Schritt 2\n\nOne.\n\n### Schritt 3\n\nFar.\n```\n', { 2: 'One.', 3: 'Far.' }],
    ['with a fence each', '### Schritt 2\n```\nOne.\n```\n### Schritt 3\n```\nFar.\n```\n', { 2: 'One.', 3: 'Far.' }],
    ['step 3 first', '## Schritt 3\n\nFar.\n\n## Schritt 2\n\nOne.\n', { 2: 'One.', 3: 'Far.' }],
    [
      'in words, step 3 first',
      '## Vector-field expansion\n\nFar.\n\n## Translation\n\nOne.\n',
      { 2: 'One.', 3: 'Far.' },
    ],
    [
      'in words and in numbers, step 3 first',
      '## Vektorfeld-Entfaltung\n\nFar.\n\n## Schritt 2\n\nOne.\n',
      { 2: 'One.', 3: 'Far.' },
    ],
    [
      'alone in a fence of no language, over a closing line',
      '**Schritt 1: Korrektur**\n\n```\nРаз.\n```\n\nLet me know.\n',
      { 1: 'Раз.', rest: ['Let me know.'] },
    ],
    [
      'behind its label',
      '**English translation:** One.\n\n**Vector-field expansion:** Far.\n',
      { 2: 'One.', 3: 'Far.' },
    ],
    [
      'numbered from one',
      '## 1. English translation\n\nOne.\n\n## 2. Vector-field expansion\n\nFar.\n',
      { 2: 'One.', 3: 'Far.' },
    ],
    ['a label within a step', '### Schritt 1\n\n**Korrektur:**\n\nРаз.\n', { 1: '**Korrektur:**\n\nРаз.' }],
  ])('are read: %s', (_, answer, found) => {
    expect(read(answer)).toEqual(found);
  });

  it('are those of the vault’s own languages', () => {
    expect(read(under('## Deutsch', '## Englische Übersetzung', '## Entfaltung'), ['de', 'en'])).toEqual(ALL);
    expect(read(under('## Englisch', '## Deutsch', '## Vektorfeld'), ['en', 'de'])).toEqual(ALL);
  });

  it.each([
    ['parts of the expansion', '### Step 3 — Expansion\n\nFar.\n\n### Part 1\n\nA.\n\n### Part 2\n\nB.\n'],
    ['deeper parts of it', '### Schritt 3\n\nFar.\n\n#### Schritt 1\n\nA.\n\n#### Teil 2\n\nB.\n'],
    ['sections of it', '### Step 3 — Expansion\n\nFar.\n\n#### Vectors\n\nA.\n\n### Correction\n\nB.\n'],
    [
      'steps of another procedure',
      '### Step 3 — Expansion\n\nFar.\n\n### Step 1: observe\n\nA.\n\n### Schritt 2: handeln\n\nB.\n',
    ],
    [
      'prose',
      '### Step 3 — Expansion\n\nStep two is to wait.\n\nTranslation of what is not said.\n\nШаг второй труднее.\n',
    ],
    ['code', '### Schritt 3\n\n```js\n## Schritt 2\n```\n\nFar.\n'],
  ])('are not taken from %s', (_, answer) => {
    const [, ...below] = answer.split('\n');
    expect(read(answer)).toEqual({ 3: below.join('\n').trim() });
  });

  it('are asked for where two may be meant', () => {
    expect(read('## Translation\n\nOne.\n\n## English translation\n\nTwo.\n')).toEqual([{ 2: 'One.' }, { 2: 'Two.' }]);
  });

  it.each([
    '## Notes\n\nOne.\n',
    '## Translation of light\n\nOne.\n',
    'The translation is done.\n',
    '## Step 4\n\nA.\n',
    '## Part 2.1\n\nA.\n',
  ])('are not guessed: %j', (answer) => {
    expect(read(answer)).toBe('none');
  });

  it('lose no line of the answer', () => {
    const heading = fc.constantFrom(
      ...[
        '### Schritt 1',
        '## Part 2',
        '**Step two:**',
        '#### Vectors',
        '2) English translation',
        '## Русский',
        '第三步',
      ],
      ...[
        '### Step 3 — Expansion',
        '## Step 1: look',
        '## Sources',
        '```',
        '```js',
        '> ## Paso 2',
        '**Перевод:** слово',
      ],
    );
    const text = fc.constantFrom('Раз и два.', 'One of them.', '- item', '');
    fc.assert(
      fc.property(fc.array(fc.oneof(heading, text), { maxLength: 14 }), (parts) => {
        const vocabulary = withBareSteps(BUILT_IN);
        const lines = parts.map((part, index) => (/^(?:Раз|One)/.test(part) ? `${part} ${index}` : part));
        const found = readAnswer(lines.join('\n\n'), {
          outline: (all) => readOutline(all, vocabulary),
          ideaLinks: (all) => readNote(all, vocabulary).ideaLinks,
          stepOf: (words) => answerStep(words, vocabulary),
        });
        if (found.kind === 'none' || found.kind === 'empty') return;
        const answers = found.kind === 'several' ? found.answers : [found];
        const all = answers
          .flatMap(({ texts, rest }) => [...texts.values(), ...rest])
          .join('\n')
          .split('\n');
        for (const line of lines.filter((one) => /\d$/.test(one) && /^(?:Раз|One)/.test(one)))
          expect(all.some((one) => one.includes(line))).toBe(true);
      }),
    );
  });
});

describe('The words of steps in each language', () => {
  it.each(languages().map(({ steps }) => steps))('tell an answer’s steps: $words', (row) => {
    const first = (phrases: string): string => (phrasesIn(phrases)[0] ?? '').replace(/[*?]|\(.*?\)/g, '');
    for (const step of STEP_NUMBERS) {
      const isDense = row.words.includes('步');
      const [word, part, phrase] = [row.words, row.parts, row.phrases[step]].map(first);
      const numeral = first(row.numbers[step]);
      for (const heading of [
        `${word} ${step}`,
        `**${word} ${step}: ${phrase}**`,
        `${numeral}${isDense ? '' : ' '}${word}`,
      ])
        expect([heading, answerStep(heading, BUILT_IN)]).toEqual([heading, { step, by: 'step' }]);
      expect(answerStep(`${part} ${step}`, BUILT_IN)).toEqual({ step, by: 'part' });
      expect(answerStep(`${phrase}:`, BUILT_IN)).toEqual({ step, by: 'phrase' });
    }
  });
});
