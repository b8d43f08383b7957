import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesToCompare } from '../../src/compare/align-lines.ts';
import { readNote } from '../../src/read/note.ts';
import { readOutline } from '../../src/read/outline.ts';
import { stepText } from '../../src/markdown/step-text.ts';
import { splitLines } from '../../src/text/line-breaks.ts';
import { ownStep } from '../../src/write/paste-steps.ts';

/** Idea links below a text, each behind a label of its own, however that is written. */
const LABELLED = [
  '**Upstream:** [[House]], [[Street]]',
  '**Upstream:** [[House]] — it has doors.\n**Downstream:** [[Hinge]]',
  '**Upstream:** [House](House.md)\n\n**Downstream:** [Hinge](Hinge.md) — it turns.',
  '- **Upstream:** [[House]]\n- **Downstream:** [[Hinge]]',
  '1. **Upstream:** [[House]]\n2. **Downstream:** [[Hinge]]',
  '- [ ] Upstream: [[House]]',
  '🔝 **Upstream:** [[House]]',
  '**🔝 Upstream ideas:** [[House]]',
  '↑ Upstream: [[House]]',
  '• Upstream: [[House]]',
  '==Upstream:== [[House]]',
  '***Upstream:*** [[House]]',
  '**Upstream** — [[House]]',
  'Вышестоящие идеи: [[Дом]] — в нём двери.',
  '**Выше:** [[Дом]]<br>',
  'See also: [[House]]',
  'up:: [[House]]\n\ndown:: [[Hinge]]',
  '- **up**:: [[House]]',
  '[up:: [[House]]]',
  '(up:: [[House]])',
  '**Upstream:** [[House]] — it has doors\nand windows, and\n  a roof.',
  '- **Upstream:** [[House]] — it has doors\n  and windows.\n- **Downstream:** [[Hinge]]',
  '| Relation | Idea |\n| --- | --- |\n| Upstream | [[House]] |\n| Downstream | [[Hinge]] |',
  '**Upstream:**\n- [[House]]\n- [[Street]]',
  '> **Upstream:** [[House]]',
  '- **Links:**\n  - **Upstream:** [[House]]\n  - **Downstream:** [[Hinge]]',
  '**Ideas:**\n\n- **Here:**\n  - Upstream: [[House]]',
  '#### Links\n\nup:: [[House]]',
  '**Upstream:** [[House]]\n\n<!-- UID: 1 -->',
  '**Upstream:** [[House]]\n%% to be gone\nthrough %%\n\n<!-- and this -->',
];
/** The same where it stands within a text, or says something else: text. */
const TEXTS = [
  'Раз.',
  'Раз.\n\n**Upstream:** [[House]]\n\nДва.',
  'Up to now (up:: [[Wall]]) it stood.',
  'up to now (up:: [[Wall]]) it stood.',
  'Раз.\n\n**Sources:** [[Ledger]]',
  'Раз, [[House]].',
  'Раз.\n\n<!-- Два. -->',
  'Раз.\n\n**Upstream:** [[House]]\n\n%% Три. %% Два.',
  'Раз.\n\n| а | б |\n| --- | --- |\n| в | г |',
];

const note = (first: string, quote: string): string =>
  [`### Step 1 — Correction\n\n${first}`, '### Step 2 — Translation\n\nOne.', '### Step 3 — Expansion\n\nMore.\n']
    .join('\n\n')
    .replace(/^/gm, quote);

/** What each way of taking step 1 takes, and its words. */
function taken(text: string): readonly unknown[] {
  const { steps } = readNote(text);
  const outlined = readOutline(text);
  const own = ownStep(outlined, 1);
  const [first] = steps;
  return [
    first && stepText(text, first),
    own && stepText(text, own),
    first && linesToCompare(splitLines(text), first).map((line) => line.text),
    first?.words,
  ];
}

describe('stepText(text, step)', () => {
  it('takes no idea links below a text for it, each behind its label, however they are written (property)', () => {
    const gap = fc.constantFrom('\n\n', '\n\n\n', '\n\n---\n\n');
    const links = fc.array(fc.constantFrom(...LABELLED), { minLength: 1, maxLength: 3 });
    const quote = fc.constantFrom('', '> ');
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), gap, links, quote, (said, between, below, mark) => {
        const whole = note(said + between + below.join('\n\n'), mark);
        expect(taken(whole)).toEqual(taken(note(said, mark)));
      }),
    );
  });

  it('is a step without a text where nothing else stands in it', () => {
    for (const links of LABELLED) expect(taken(note(links, ''))).toEqual(['', '', [], 0]);
  });

  it('keeps what is text', () => {
    for (const said of TEXTS) expect(taken(note(said, '')).slice(0, 2)).toEqual([said, said]);
  });
});
