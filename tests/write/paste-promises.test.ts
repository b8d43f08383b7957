import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes.ts';
import { STEP_NUMBERS, type StepNumber } from '../../src/model/vocabulary.ts';
import { readNote } from '../../src/read/note.ts';
import { readOutline } from '../../src/read/outline.ts';
import { splitLines } from '../../src/text/line-breaks.ts';
import { ownStep, pasteSteps } from '../../src/write/paste-steps.ts';
import { stepText } from '../../src/markdown/step-text.ts';
import { composeThreeStepNote } from '../../src/write/three-step-note.ts';
import { EMPTY_DRAFT } from './drafts.ts';
import { lostLine } from './filling.ts';
import { heading } from './own-notes.ts';

const TEXTS = new Map<StepNumber, string>([
  [1, 'Дверь открыта.\n\nОна синяя.'],
  [2, 'The door is open.\n\nIt is blue.'],
  [3, '#### Core\n\nA door lets in.\n\n| Rank | Door |\n| --- | --- |\n| 1 | oak |'],
]);
const IDEAS = '### Вышестоящие идеи\n\n- [[House]] — it has doors.\n\n### Нижестоящие идеи\n\n1. [[Hinge]]';
const SET = '### Step 1 — Correction\n\nСлова.\n\n### Step 2 — Translation\n\nWords.';
const LABEL = '**Вышестоящие идеи**\n\n- [[Roof]]';
const EMPTY_LISTS = '## Связанные идеи\n\n### Вышестоящие идеи\n\n#### Sources';
const OWN_HEADING = '## A heading\n\nOf the writer’s own.';
const quoted = (text: string): string => text.replace(/^/gm, '> ');

/** What a note may hold beside its steps. */
const loose = fc.constantFrom(
  'Свободная строка.',
  'Two lines\nof a writer.',
  '---',
  quoted('Чужие слова.'),
  quoted('[!note] A callout\nwith words'),
  quoted(`[!nexus_agent] **Agent**\n${SET}`),
  quoted(SET),
  SET,
  IDEAS,
  quoted(IDEAS),
  EMPTY_LISTS,
  '#### Sources\n\n[^1]: [[Ledger]]',
  '### Raw text\n\n> слова вслух',
  OWN_HEADING,
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '```\n### Step 2 — Translation\n```',
  '- [[House]]',
  LABEL,
);
const step = (number: StepNumber): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('', '> ', 'Мысль о двери.', '> A thought of a door.'), fc.boolean())
    .map(([text, isIn]) => (isIn ? quoted(`${heading(number)}\n\n${text}`) : `${heading(number)}\n\n${text}`));
const FRONT = [
  '',
  '',
  '---\ntitle: door\n---\n',
  '---\nReceptor: |-\n  ### Parent Concepts\n  - [[Door]]\nkey: a\n---\n',
];
/** A label is a list by the heading above it, and none any more where that is in a text which is replaced. */
const isList = (parts: readonly string[]): boolean => !(parts.includes(LABEL) && parts.includes(OWN_HEADING));
const note = fc
  .tuple(
    fc.constantFrom(...FRONT),
    fc.array(fc.oneof(loose, loose, ...STEP_NUMBERS.map(step)), { maxLength: 9 }).filter(isList),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([front, parts, eol]) => `${front}${parts.join('\n\n')}\n`.replaceAll('\n', eol));
const steps = fc.subarray([...STEP_NUMBERS], { minLength: 1 });

describe('pasteSteps, whatever the note', { timeout: 60_000 }, () => {
  const template = readOutline(composeThreeStepNote(EMPTY_DRAFT));

  const paste = (text: string, texts: ReadonlyMap<StepNumber, string>): string => {
    const result = pasteSteps(readOutline(text), template, texts, new Set(STEP_NUMBERS), readOutline);
    return result.kind === 'changes' ? applyChanges(text, result.changes) : result.kind;
  };

  it.each([
    // Frontmatter is text where lone carriage returns end its lines; a list in it is none to put a step above.
    [
      '---\rReceptor: |-\r  ### Parent Concepts\r  - [[Door]]\r---\rFree.\r\r### Step 2 — Translation\r\rWords.\r',
      'Free.',
      'Дверь открыта.',
    ],
    ['### Шаг 1 — Корректура\n\nМысль.\n\n#### Sources\n\n> ### Step 3 — Expansion\n>\n> Old.\n', 'Old.', 'A door'],
    [`### Шаг 1 — Корректура\n\n${EMPTY_LISTS}\n\n> ### Step 1 — Correction\n\n${LABEL}\n`, '[[Roof]]', 'A door'],
  ])('puts a step below what stands loose in %j', (text, free, added) => {
    const once = paste(text, TEXTS);
    expect(once.indexOf(free)).toBeGreaterThan(-1);
    expect(once.indexOf(added)).toBeGreaterThan(once.indexOf(free));
    expect(paste(once, TEXTS)).toBe(once);
  });

  it('refuses a step that another set of steps would have', () => {
    const note = '### Step 3 — Expansion\n\nOne.\n\n### Step 3 — Expansion\n\nTwo.\n';
    expect(paste(note, new Map([[2, 'A word.']]))).toBe('other-set');
  });

  it('does not add a blank line to a quote at each time', () => {
    const texts = new Map<StepNumber, string>([[3, 'Far.']]);
    const once = paste('> ### Step 1 — Correction\n>\n> > Слова.\n', texts);
    expect(paste(once, texts)).toBe(once);
  });

  it('passes over the quote that waits in a quoted step', () => {
    expect(paste('> ### Step 1 — Correction\n>\n> >\n', new Map([[3, 'Far.']]))).toMatch(/\n> >\n(?:>.*\n)*> Far\.\n$/);
  });

  const LABELLED = [
    '**Upstream:** [[House]]',
    '**Upstream:** [[House]] — it has doors.\n**Downstream:** [[Hinge]]',
    'Вышестоящие: [[Дом]] — в нём двери.',
    'up:: [[House]]\n\ndown:: [[Hinge]]',
    '- **Upstream:** [[House]]\n- **Downstream:** [[Hinge]]',
    '1. **Upstream:** [House](House.md)\n2. **Downstream:** [[Hinge]] — it turns\n   and creaks.',
    '[down:: [[Hinge]]]\n\n🔝 **Upstream:** [[House]]',
    '| Relation | Idea |\n| --- | --- |\n| Upstream | [[House]] |\n| Downstream | [[Hinge]] |',
    LABEL,
  ];

  it('leaves idea links below the text of a step that is replaced, each behind its label (property)', () => {
    const old = fc.constantFrom('', 'Прежнее.', 'Прежнее.\n\nДва абзаца.', 'A door (up:: [[Wall]]) is open.');
    const gap = fc.constantFrom('\n', '\n\n', '\n\n---\n\n');
    fc.assert(
      fc.property(
        fc.constantFrom(...STEP_NUMBERS),
        old,
        gap,
        fc.constantFrom(...LABELLED),
        fc.boolean(),
        (number, was, between, ideas, isIn) => {
          const others = STEP_NUMBERS.map(
            (one) => `${heading(one)}\n\n${one === number ? `${was}${between}${ideas}` : 'Иное.'}`,
          );
          const whole = `${others.join('\n\n')}\n`;
          const text = isIn ? quoted(whole) : whole;
          const texts = new Map([[number, TEXTS.get(number) ?? '']]);
          const once = paste(text, texts);
          const linksIn = (note: string): string[] =>
            readNote(note)
              .ideaLinks.map(({ relation, target }) => `${relation} ${target}`)
              .filter((link) => !link.includes('Wall'));
          expect(linksIn(once)).toEqual(linksIn(text));
          expect(lostLine(isIn ? quoted(ideas) : ideas, once)).toBeNull();
          const after = readOutline(once);
          const own = ownStep(after, number);
          expect(own && stepText(after.text, own)).toBe(texts.get(number));
          expect(once).not.toMatch(/Прежнее|Wall/);
          expect(paste(once, texts)).toBe(once);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time, and keeps every line that is no text of a step it fills', () => {
    fc.assert(
      fc.property(note, steps, fc.subarray([...STEP_NUMBERS]), (text, given, over) => {
        const texts = new Map([...TEXTS].filter(([number]) => given.includes(number)));
        const replaced = new Set(over);
        const before = readOutline(text);
        const pasted = pasteSteps(before, template, texts, replaced, readOutline);
        if (pasted.kind !== 'changes') return;
        const after = readOutline(applyChanges(text, pasted.changes));
        const filled = given.flatMap((number) => {
          const own = ownStep(before, number);
          return own && (own.words === 0 || replaced.has(number)) ? [own] : [];
        });
        const isKept = (line: number): boolean => !filled.some((own) => line > own.headEnd && line <= own.endLine);
        const kept = splitLines(text).filter((line, at) => isKept(at + 1) && !/^[\s>]*$/.test(line));
        expect(lostLine(kept.join('\n'), splitLines(after.text).join('\n'))).toBeNull();
        for (const number of given) {
          const [was, is] = [ownStep(before, number), ownStep(after, number)];
          if (!was) expect(is && stepText(after.text, is)).toBe(texts.get(number));
        }
        const again = pasteSteps(after, template, texts, replaced, readOutline);
        expect(again).toEqual({ kind: 'changes', changes: [] });
      }),
      {
        numRuns: 3000,
        examples: [
          // Empty lists behind step 3, and no link left anywhere.
          [`${heading(3)}\n\n${EMPTY_LISTS}\n\n${heading(2)}\n\n- [[House]]\n`, [2, 3], [2, 3]],
          // Lists above and below.
          [`${EMPTY_LISTS}\n\n${heading(3)}\n\n${OWN_HEADING}\n\n${quoted(IDEAS)}\n`, [3], [3]],
        ],
      },
    );
  });
});
