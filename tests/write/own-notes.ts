import fc from 'fast-check';
import { STEP_NUMBERS, type StepNumber } from '../../src/model/vocabulary';

export const heading = (step: StepNumber): string =>
  `### Шаг ${step} — ${['Корректура', 'Перевод', 'Векторно-полевая развёртка'][step - 1] ?? ''}`;
const PROMPT = STEP_NUMBERS.map((step) => `${heading(step)}\n\nСделай это по-русски.\n`).join('\n');
const quoted = (text: string): string => text.replace(/^/gm, '> ');

/** What may stand beside the note's own steps without being one of them. */
const besides = fc.constantFrom(
  'Просто слова.',
  '- [[Idea]]',
  quoted(PROMPT),
  `> [!nexus_agent] **Agent**\n${quoted(PROMPT)}`,
  `\`\`\`\n${PROMPT.replaceAll('###', '##')}\`\`\``,
  'Step 1 — correct the Russian text, then translate it, and keep my words.',
  PROMPT.replaceAll('###', '#####'),
);
const text = fc.constantFrom('', 'Слово и дело.', 'A word and a deed.');
const step = (number: StepNumber): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(besides, { maxLength: 2 }))
    .map(([own, others]) => [heading(number), own, ...others].join('\n\n'));
/** A note with steps of its own, of which some may lack, among what is none. */
export const ownNote = fc
  .tuple(
    fc.constantFrom('', PROMPT, quoted(PROMPT), '### Raw text\n\nслово\n'),
    step(1),
    fc.option(step(2), { nil: '' }),
    fc.option(step(3), { nil: '' }),
  )
  .map((parts) => `${parts.filter((part) => part !== '').join('\n\n')}\n`);
