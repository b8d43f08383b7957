import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { editIdeaLinks, type LinkEdit } from '../../src/write/idea-link-edit';
import { brokenPromises } from './idea-link-promises';
import { linksOf, READING } from './idea-link-reading';

const RELATIONS = ['upstream', 'downstream', 'direct', 'related', 'source'] as const;

const id = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'note', 'b2', '10', '07') },
);
const cited = fc.oneof(
  fc.constant(''),
  id.map((one) => `[^${one}]`),
  id.map((one) => ` [^${one}]`),
);
const name = fc.constantFrom('Brass', 'Steel', 'Tin', 'Iron', 'Лад', 'Zinc');
const said = fc.constantFrom('it rings', 'звон', 'a long word and more', '**loud**');
const marks = fc.constantFrom('- ', '* ', '1. ', '');

const prose = fc.tuple(said, cited).map(([words, cite]) => `Prose that says ${words}${cite}.`);
const entry = fc.tuple(name, said, cited).map(([link, words, cite]) => `[[${link}]] — ${words}${cite}`);
const list = fc
  .tuple(marks, fc.array(entry, { minLength: 1, maxLength: 3 }))
  .map(([mark, entries]) => entries.map((one) => mark + one).join(mark === '' ? '\n\n' : '\n'));
/** Entries one a line with a sign before each that is no list marker of Markdown. */
const signed = fc
  .array(
    fc.tuple(fc.constantFrom('✅ ', '☐ ', '🔟 ', '1️⃣ ', '🌱 ', '→ '), entry).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 3 },
  )
  .map((lines) => lines.join('\n'));
const definition = fc
  .tuple(
    id,
    fc.oneof(
      name.map((link) => `[[${link}]]`),
      entry,
      said,
    ),
    fc.constantFrom('', '', '\n    and so on', '\n\n    further [^1]', '\n    [^4]: within'),
  )
  .map(([one, text, more]) => `[^${one}]: ${text}${more}`);
const definitions = fc
  .uniqueArray(definition, { minLength: 1, maxLength: 4, selector: (one) => one.split(']')[0] })
  .chain((all) => fc.constantFrom('\n', '\n\n').map((gap) => all.join(gap)));
const listHeading = fc.constantFrom(
  '## Upstream ideas',
  '## Downstream ideas',
  '### Прямо относящиеся идеи',
  '## Related ideas',
  '#### Sources',
  '**Upstream ideas:**',
);
const otherHeading = fc.constantFrom('## Metals', '### Тон', '# Bells');
const table = fc.constantFrom(
  '| Tier | Metal |\n|---|---|\n| 1 | brass |\n| 2 | steel [^1] |',
  '| Metal | Why |\n|---|---|\n| [[Tin]] | it rings |',
  'a | b\n--|--\n1 | 2',
);
const heading = fc.oneof(listHeading, otherHeading);
const section = fc
  .tuple(listHeading, fc.oneof(list, signed, definitions))
  .map(([head, entries]) => `${head}\n\n${entries}`);
const tabled = fc
  .tuple(heading, fc.constantFrom('\n', '\n\n', '\n\nWords before it.\n\n'), table)
  .map((parts) => parts.join(''));
const code = fc
  .tuple(fc.constantFrom('```', '~~~', '````'), fc.oneof(section, definitions, prose))
  .map(([fence, inside]) => `${fence}\n${inside}\n${fence}`);
const indented = fc.oneof(definition, prose).map((text) => text.replace(/^/gm, '    '));
const comment = definition.map((text) => `%%\n${text.replace(/\n\n/g, '\n')}\n%%`);
const step = fc
  .tuple(
    fc.constantFrom('### Шаг 1 — Корректура', '### Шаг 2 — Перевод', '### Step 3 — Vector-field expansion'),
    fc.array(
      fc.oneof(
        prose,
        tabled,
        otherHeading,
        definitions,
        listHeading,
        entry.map((one) => `- Upstream: ${one}`),
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([head, blocks]) => [head, ...blocks].join('\n\n'));
const simple = fc.oneof(prose, section, listHeading, definitions, tabled, code, step, list, fc.constant('---'));
const quote = (text: string): string => text.replace(/^/gm, '> ').replace(/ +$/gm, '');
const quoted = fc
  .tuple(
    fc.constantFrom(
      '> [!nexus_user] **User**',
      '>[!nexus_agent] **Agent**',
      '> [!note] Metals',
      '> [!info]- Upstream ideas',
      '> Words',
    ),
    fc.array(simple, { minLength: 1, maxLength: 3 }),
  )
  .map(([head, blocks]) => `${head}\n>\n${quote(blocks.join('\n\n'))}`);
const block = fc.oneof(
  { weight: 5, arbitrary: simple },
  { weight: 2, arbitrary: quoted },
  { weight: 1, arbitrary: fc.oneof(comment, indented, fc.constant('An inline footnote.^[Not 9] And `[^8]` in code.')) },
);
const notes = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('\n\n', '\n\n', '\n\n', '\n'),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([blocks, gap, end, last]) => (blocks.join(gap) + (last ? '\n' : '')).replaceAll('\n', end));

/** What was found once when ideas were added. */
const FOUND_ADDING: [string, (typeof RELATIONS)[number], string, string | null][] = [
  // A break below a footnote's last words is no underline of a heading.
  [
    '[^1]: it rings\nAn inline footnote.^[Not 9] And `[^8]` in code.\n---\n**Upstream ideas:**\n| Tier | Metal |\n|---|---|\n| 1 | brass |\n| 2 | steel [^1] |\n    [^1]: [[Brass]]',
    'upstream',
    '',
    '',
  ],
];

/** What was found once when ideas were moved and removed. */
const FOUND: [string, (typeof RELATIONS)[number]][] = [
  // In a table's rows nothing is defined.
  '## Metals\na | b\n--|--\n1 | 2\n    [^1]: [[Brass]] — it rings[^2]\n> [!nexus_user] **User**\n>\n> ---',
  '## Metals\n| Metal | Why |\n|---|---|\n| [[Tin]] | it rings |\n[^a]: [[Brass]]\nProse that says it rings[^1].',
  '## Upstream ideas\n| Metal | Why |\n|---|---|\n| [[Tin]] | it rings |\n    [^1]: [[Brass]] — it rings[^1]\n    \n        further [^1]',
  '## Upstream ideas\n| Tier | Metal |\n|---|---|\n| 1 | brass |\n```\nProse [^1].\n```\n[^5]: [[Brass]] — it rings [^1]\n    [^4]: within\n[^1]: [[Brass]]\nProse.',
  // What runs on holds no paragraph below it: that is code, and cites nothing.
  'Prose that says it rings [^2].\n    [^2]: it rings\n    \n        further [^1]\n[^1]: [[Brass]]\n[^a]: [[Brass]]',
  // A message that ended above an entry would go on below it.
  '> [!nexus_user] **User**\n>\n> ## Upstream ideas\n>\n> [^1]: [[Brass]] — it rings[^1]\n>     and so on\n[[Brass]] — it rings [^a]\n> [!info]- Upstream ideas\n>\n> [[Brass]] — it rings [^1]\n    Prose that says it rings [^1].',
  '> [!nexus_user] **User**\n>\n> ### Шаг 1 — Корректура\n>\n> ## Metals\n> | Metal | Why |\n> |---|---|\n> | [[Tin]] | it rings |\n>\n> [^a]: [[Brass]] — it rings\n\n- [[Brass]] — it rings[^1]',
].map((text) => [text, 'upstream']);

/** Makes the edit; what it broke, `null` where it was refused. */
function outcome(text: string, edit: LinkEdit): readonly string[] | null {
  const result = editIdeaLinks(text, edit, READING);
  if (result.kind === 'refused') return null;
  return brokenPromises(text, result.changes, applyChanges(text, result.changes), edit);
}

describe('Editing idea lists in notes of every kind', { timeout: 300_000 }, () => {
  it('adds with and without a footnote, and breaks no promise', () => {
    let made = 0;
    let all = 0;
    fc.assert(
      fc.property(
        notes,
        fc.constantFrom(...RELATIONS),
        fc.constantFrom('', 'It rings longer.', 'As in [^2], [^7].'),
        fc.constantFrom(null, '', 'A book'),
        (text, relation, sentence, footnote) => {
          all++;
          const broken = outcome(text, { kind: 'add', relation, link: 'Bell', sentence, footnote });
          if (broken) made++;
          expect(broken ?? []).toEqual([]);
        },
      ),
      { numRuns: 1500, examples: FOUND_ADDING },
    );
    expect(made).toBeGreaterThan(all * 0.9);
  });

  it('moves and removes every entry, and breaks no promise', () => {
    let made = 0;
    let all = 0;
    fc.assert(
      fc.property(notes, fc.constantFrom(...RELATIONS), (text, relation) => {
        for (const entry of linksOf(readNote(text)).slice(0, 6)) {
          for (const edit of [
            { kind: 'remove', entry },
            { kind: 'move', entry, relation },
          ] as const) {
            all++;
            const broken = outcome(text, edit);
            if (broken) made++;
            expect(broken ?? []).toEqual([]);
          }
        }
      }),
      { numRuns: 700, examples: FOUND },
    );
    expect(made).toBeGreaterThan(all * 0.4);
  });
});
