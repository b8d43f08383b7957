import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TextChange } from '../../src/model/text-change';
import { markdownFiles } from '../../src/node/markdown-files';
import { WRITE_KINDS } from '../../src/node/oracle-writes';
import { invariants, invariantsOf } from '../../src/node/programs/invariants';
import { Checker } from '../../src/node/promises/check';
import { checkNote, type Violation } from '../../src/node/promises/check-note';
import { mixedEnds, VARIANTS } from '../../src/node/promises/variants';
import { ReadVault, type StoredText } from '../../src/node/writes/read-vault';
import { edit, type WriteKind, type WritePromise, type WrittenNote } from '../../src/node/writes/write-kind';
import { callProgram, folderWith, runProgram } from './program';

const TESTS = path.resolve(import.meta.dirname, '..');
/** What is printed with `--json`. */
const Told = z.object({
  notes: z.number(),
  kinds: z.record(z.string(), z.object({ applied: z.number(), undone: z.number(), again: z.number() })),
  violations: z.array(z.object({ kind: z.string(), path: z.string(), rule: z.string(), text: z.string() })),
});

const CORPUS = process.env['IDEA_TIERS_DATA'];

interface Sample {
  readonly vault: ReadVault;
  readonly texts: readonly StoredText[];
}

/** The notes of a folder, so many of them spread evenly. */
async function sampleOf(folder: string, count: number): Promise<Sample> {
  const { notes, vault } = await markdownFiles(folder);
  const all = await Promise.all(
    notes.map(async ({ file, path: name }): Promise<StoredText> => ({
      path: name,
      text: await readFile(file, 'utf8'),
    })),
  );
  const texts = all.filter(
    (_, index) => Math.floor((index * count) / all.length) !== Math.floor(((index - 1) * count) / all.length),
  );
  return { vault: new ReadVault(vault ?? [], texts), texts };
}

/** A violation in words, for a failing test to show. */
function wordsOf({ kind, rule, variant, what, seen, text }: Violation): string {
  return `${kind}: ${rule} (${variant}): ${what}: ${seen}\n${JSON.stringify(text)}`;
}

describe('every kind of write keeps its promise', { timeout: 300_000 }, () => {
  it.each([
    ['vault', 4],
    ['notes', 8],
  ])('in tests/%s', async (folder, count) => {
    const { vault, texts } = await sampleOf(path.join(TESTS, folder), count);
    expect(texts).toHaveLength(count);
    const checks = texts.map((text) => checkNote(text, vault));
    expect(checks.flatMap(({ violations }) => violations.map(wordsOf))).toEqual([]);
    expect(checks.some(({ counts }) => (counts.get('add-upstream')?.applied ?? 0) > 0)).toBe(true);
  });

  it.skipIf(CORPUS === undefined)('in real notes', async () => {
    const { vault, texts } = await sampleOf(path.join(CORPUS ?? '', 'corpus/notes'), 4);
    expect(texts.flatMap((text) => checkNote(text, vault).violations.map(wordsOf))).toEqual([]);
  });
});

/** What the search, or a run over real notes, once found. */
const FOUND: readonly (readonly [kind: string, text: string])[] = [
  // What stands above an entry and what stands below it would be one: a heading, a callout.
  ['remove', 'tags:\n1. **[[Cellar]]**: below\n---\n'],
  ['move-to-direct', 'title: x\n1. **[[Cellar]]**: below\n---\n# y\n'],
  ['remove', '>[!nexus_user] **User** - 08.03.2025 at 19:31\n- [[Roof]] — first.\n> said\n'],
  // The heading of a list would be the last line of the empty step above it.
  ['remove', '### Шаг 3 — Векторно-полевая развёртка\n### Вышестоящие идеи\n1. [[Roof]] — first.\n'],
  // A byte order mark stands before all that is written.
  ['add-direct', '\uFEFF### Step 2. English Translation\n'],
  // An entry is written before a rule and a heading that stand there already.
  [
    'move-to-upstream',
    '**Related ideas:**\n- [[a]] — one.\n- [[b]] — two.\n---\n**Related ideas:**\n- [[c]] — three.\n',
  ],
  ['move-to-direct', '## Downstream ideas\r---\r## Upstream ideas\r- [[Repair Log as Memory]] — prices.\r'],
  // What runs on in a footnote goes with it.
  ['remove', '1. [[Roof]] — prices[^2].\n[^2]: [[Roof]]\nTop 10 by weight:\n'],
  // A rule within a block of HTML is a line of it.
  ['fill-in', '</div>\n---\n'],
  // Lone carriage returns end no line of frontmatter.
  ['fill-in', 'text\r'],
  ['fill-in', '---\n\rcreated: 2025-03-01\n---\r\n'],
  ['fill-in', '---\ntags:\r\n  - technique\r  - nested\n---\r\n'],
  // Sources above a step.
  ['fill-in-own-template', '#### Sources\n### Шаг 2 — Перевод на английский\n'],
  [
    'fill-in-own-template',
    '### Шаг 3 — Векторно-полевая развёртка\n#### Sources\n### Шаг 2 — Перевод на английский\n> Это и есть урок.\n',
  ],
  // Callouts and tables below the heading that something is put behind.
  ['fill-in', '> ### Шаг 1 — Корректура\n> Слова.\n> [!note] x\n> text\n'],
  ['fill-in', '> [!note] A\n> ### Шаг 1 — Корректура\n> Слова.\n\ntext\n'],
  ['fill-in', '**Directly related to this note**\n1. [[Roof]]: over.\n\n| Tier | Tool |\n| --- | --- |\n'],
  ['fill-in', '## Upstream ideas\n> ### Связанные идеи\n\n> | Tier | Tool |\n> | --- | --: |\n'],
  // Blank lines below a step that is pasted into once more.
  ['paste-answer', '\r\n'],
  ['paste-answer', '### Шаг 1 — Корректура\n\n\n\n### Шаг 2 — Перевод\n\n> a b c\n>\n\n\n---\n'],
  // Another set of steps would be the note's own once this one is replaced.
  [
    'paste-answer',
    '### Шаг 1 — Корректура\nодин два три\n### Step 2. English Translation\n### Шаг 2 — Перевод\n### Шаг 3 — Векторно-полевая развёртка\nRank the senses by how often they named the right stage before any meter did, over one year of repairs.\n',
  ],
  // An indented line would go on with the footnote that is put above it.
  ['add-related', '## Directly related\r  - method\n'],
  // What is sorted is no ladder any more.
  ['apply-order', '| Stage | Way |\n| --- | --- |\n| 2 | a |\n| T1 | b |\n| T3 | c |\n'],
  // A row without pipes would explain a mark of the table above it.
  ['insert-ranked-copy', '| Тир | Что |\n| --- | --- |\n🔹 **Название:** Звук\n| 2 | ⚪ бумага |\n'],
  // Nobody cites what would be put into a list of footnotes.
  ['move-to-direct', '- [[Roof]] — x [^20].\n## Directly related to this note\n[^20]: [[Cellar]] — y.\n'],
  // What cites, and what only looks like it.
  ['remove', '9. **Words**: as in [[^1|one]]. More.\n[^1]: [[Roof]]\n'],
  ['remove', '- [[Wall]] — holds it.\n- [[Roof]] — as in [[^1]].\n\n[^1]: [[Roof]]\n'],
  ['remove', '- **[[Roof]]** – the note itself [ ^8 ].  \n[^2]: [[Cellar]]  \n'],
  ['remove', '### 8. [**Roof**](file:///a/Roof.md) [^8]\n[^7]: [[Cellar]]\n'],
  ['relink-note', '*[Roof](Roof over all.md)*\n[^x]: [[Roof over all]]\n'],
  // A message that begins right below a list is not parted.
  ['fill-in', '**Related ideas:**\n- [[Roof]] - x\n>[!nexus_user] **User** - 05.07.2025 at 14:08\n> ### 6. Heat\n'],
  // An entry that is listed twice, and what goes with the first of the two.
  ['remove', '- [[Roof]]\n  holds all[^7].\n- [[Wall]]\n- [[Roof]]\n[^7]: [[Roof]]\n'],
  // Paragraphs below several headings are no list that something could be put into.
  ['fill-in-own-template', '[[Roof]]: first words.\n## Related ideas\n[[Cellar]]: other words.\n'],
  // A table between a table and its legend.
  [
    'insert-ranked-copy',
    `| Tier | Tool |\n| --- | --- |\n${Array.from({ length: 24 }, (_, row) => `| ${row + 1} | 💰 |\n`).join('')}\n- 💰 — dear\n`,
  ],
  // What runs on in a footnote, or is indented below it, is a part of it.
  ['remove', '[^1]: said\nup:: [[Roof]]\n'],
  ['remove', '[^1]: said\r  - "[[Roof]]"\r'],
  ['move-to-upstream', 'up:: [[Roof]]\n[^1]: said\r\ndown:: [[Cellar]]\n'],
  ['remove', '[^2]: [[Ledger]]\nrelated:: [[Heat]]\r'],
  ['remove', '[^2]: [[Ledger]]\n  - "[[Flux]]"\n>\ncites [^1] and [^2]\n'],
  // What holds nothing may hold what stands below it.
  ['add-upstream', '---\nup:\n\n[^1]: said\ncreated: 2025-09-20\n---\n'],
  // No other field is put below the line that goes.
  ['move-to-direct', '[^1]: said\ndown:: [[Roof]]\n'],
  // A byte order mark before code is no part of it.
  ['tidy', '\uFEFF    code\n\n"слова" - слова\n'],
  // A lone carriage return behind the last rule: it ends no frontmatter, nor does what is put below it.
  ['paste-answer', '---\ntype: map\r\n---\r'],
  // What is put above all lines ends in what they end in, or the next answer would end its own otherwise.
  ['paste-answer', '### Step 2. English Translation\r'],
  // Tables of a row each are one ladder, and a copy of one adds nothing to it.
  [
    'insert-ranked-copy',
    '| Level | Who |\n| :-: | --- |\nName the rungs.\n\n| Level | Who |\n| :-: | --- |\n| I | nobody |\n',
  ],
  // A property that stands twice.
  ['remove', '---\nup: "[[Roof]]"\nup: "[[Roof]]"\ncreated: 2025-09-14\n---\n'],
  ['move-to-direct', '---\nup: "[[Roof]]"\nup: "[[Roof]]"\n---\n'],
  // A step whose letters are mostly those of other links, or of one table more.
  [
    'insert-ranked-copy',
    '### Шаг 1 — Корректура\n\nДолгие слова.\n\n| Priority | Tool |\n| --- | --- |\n| High | small hammer |\n| Low | old pliers |\n',
  ],
  [
    'relink-line',
    '### Step 2. English Translation\n1. [[Resonance of a Room]] — о том, как в пустой комнате звук живёт дольше слова, и почему.\n',
  ],
  // A new heading, and a rule as there is above it, stand around the only entry of the list that it is moved out of.
  ['move-to-downstream', '### Upstream ideas\n---\n1. [[Roof]] — over all.\n### Directly related\n'],
  // The lists of ideas would move one half of a legend too far away from its table.
  [
    'fill-in',
    `- 🔴 gone\n${'\nWords.\n'.repeat(5)}\n### Upstream ideas\n\n- [[Prices]] — said there.\n\n## A year\n\n- 🟡 thicker\n\n| Place | Oil |\n| --- | --- |\n| 🥉 | 🟡 pivots, 🔴 pallets |\n`,
  ],
  // Words that run on below an item would be a label.
  ['fill-in', '- [[Flux]] — what lets it run\n**Нижестоящие идеи:**\n- [[Cold joint]] — what it looks like\n'],
  // The first heading names the note: what it says by the way is no list, and step 1 is not put above it.
  ['fill-in', '# Upstream: the mains\n\n### Step 2. English Translation\n\nrelated:\n- [[Flux]]\n'],
  ['fill-in', 'up: "[[Roof]]"\r===\r### Step 2. English Translation\rrelated:\r  - "[[Flux]]"\r'],
  // A table in a footnote says for itself what it says.
  ['apply-order', '[^1]: x\n| Tier | Tool |\n| --- | --- |\n| 1 | a |\n| 2 | b |\n'],
  [
    'add-score-column',
    'text[^1]\n\n[^1]: x\n| Tier | Tool | Cost |\n| --- | --- | --- |\n| 1 | a | 💰💰 |\n| 2 | b | 💰 |\n',
  ],
];

it.each(FOUND)('%s keeps its promise in %j', (name, text) => {
  const stored = { path: 'Note.md', text };
  const checker = new Checker(new ReadVault([stored.path], [stored]));
  const kinds = WRITE_KINDS.filter((kind) => kind.name === name);
  const checks = kinds.map((kind) => checker.check(kind, stored));
  expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);
  expect(checks.map(({ counts }) => counts.applied > 0)).toEqual([true]);
});

it('a note is compared as what its name says it is', () => {
  const stored = { path: 'Soldering MOC.md', text: '---\ntype: map\n- [[Joint]]\n---\n- [[Joint]] — a cold one\n' };
  const kinds = WRITE_KINDS.filter(({ name }) => name === 'copy-to-properties');
  const { counts, violations } = checkNote(stored, new ReadVault([stored.path], [stored]), kinds);
  expect(violations.map(wordsOf)).toEqual([]);
  expect(counts.get('copy-to-properties')?.applied).toBeGreaterThan(0);
});

it('a note that lists itself beside one of its headings is not led away from its own name', () => {
  const text = '[[Kettle]] - the whole\n\n[[Kettle#Spout|The spout]] - a part\n\n- [[Teapot]] - next to it\n';
  const stored = { path: 'Kettle.md', text };
  const kinds = WRITE_KINDS.filter(({ name }) => /^relink-(?:note|line)$/.test(name));
  const { violations } = checkNote(stored, new ReadVault([stored.path], [stored]), kinds);
  expect(violations.map(wordsOf)).toEqual([]);
});

/** What is put between the lines of a note: the beginnings and ends of blocks, and what may belong to what stands around it. */
const PIECES = [
  ...['', '```', '~~~~', '> ```', '$$', '%%', '<div>', '</div>', '---', '===', '    code'],
  ...['> quoted', '> [!note] Title', '> > [!tip]- Folded', '>[!nexus_user] **User** - 08.03.2025 at 19:31', '>'],
  ...['[^1]: said', '[^2]: [[Ledger]]', 'cites [^1] and [^2]', '- [[Roof]] — over all[^1]', '1. **[[Cellar]]**: below'],
  ...['## Upstream ideas', '**Нижестоящие идеи:**', '### Step 2. English Translation', '# Title', 'Связанные идеи:'],
  ...['| Tier | Idea |', '| --- | --- |', '| 1 | [[Roof]] |', '| 2 | a \\| b |', 'Top 10 by weight:', '  - nested'],
];

type Mutation =
  | { readonly kind: 'drop' | 'double'; readonly at: number; readonly count: number }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number }
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string };

const place = fc.nat({ max: 199 });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('drop', 'double'), at: place, count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('swap'), at: place, other: place }),
  fc.record({ kind: fc.constant('insert'), at: place, piece: fc.constantFrom(...PIECES) }),
);

function mutated(text: string, mutations: readonly Mutation[]): string {
  const lines = text.split('\n');
  for (const one of mutations) {
    const at = one.at % Math.max(1, lines.length);
    switch (one.kind) {
      case 'drop':
        lines.splice(at, one.count);
        break;
      case 'double':
        lines.splice(at, 0, ...lines.slice(at, at + one.count));
        break;
      case 'swap': {
        const other = one.other % Math.max(1, lines.length);
        [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
        break;
      }
      case 'insert':
        lines.splice(at, 0, one.piece);
    }
  }
  return lines.join('\n');
}

describe('mutants of notes', { timeout: 300_000 }, () => {
  it('are written into as is promised', async () => {
    const { vault, texts } = await sampleOf(path.join(TESTS, 'vault'), 30);
    const stored = fc.record({
      note: fc.constantFrom(...texts),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
      variant: fc.constantFrom(...VARIANTS),
      kinds: fc.shuffledSubarray(
        WRITE_KINDS.map(({ name }) => name),
        { minLength: 8, maxLength: 8 },
      ),
    });
    let tried = 0;
    fc.assert(
      fc.property(stored, ({ note, mutations, variant, kinds }) => {
        const text = variant.of(mutated(note.text, mutations));
        const checker = new Checker(vault);
        for (const kind of WRITE_KINDS.filter(({ name }) => kinds.includes(name))) {
          const { breaches, counts } = checker.check(kind, { path: note.path, text });
          tried += counts.applied;
          expect(breaches.map((breach) => ({ kind: kind.name, ...breach }))).toEqual([]);
        }
      }),
      { numRuns: 20, interruptAfterTimeLimit: 5000 },
    );
    expect(tried).toBeGreaterThan(0);
  });
});

describe('a write that breaks its promise', () => {
  const TEXT = [
    '---',
    'updated: 2025-01-01',
    '---',
    '# Title',
    '',
    '## Upstream ideas',
    '',
    '- [[Roof]] — over all[^1]',
    '- [[Wall]] — beside[^2]',
    '',
    '### Шаг 1 — Корректура',
    '',
    'Первый шаг этой заметки.',
    '',
    '## Costs',
    '',
    '| Tier | Thing |',
    '| --- | --- |',
    '| 1 | a |',
    '| 2 | b |',
    '',
    '> [!note] Kept',
    '> inside',
    '',
    'Last words.',
    '',
    '[^1]: one',
    '[^2]: two',
    '',
  ].join('\n');
  const NOTHING_ELSE: WritePromise = { once: true, changes: {} };

  /** A kind of write that puts one text in place of another. */
  function replacing(wrong: string | RegExp, right: string, promise: WritePromise = NOTHING_ELSE): WriteKind {
    return kindOf((note) => changesTo(note.text, note.text.replace(wrong, right)), promise);
  }

  function kindOf(changesIn: (note: WrittenNote) => readonly TextChange[], promise: WritePromise | null): WriteKind {
    return { name: 'broken', promise, attempts: (note) => [{ what: 'it', make: () => edit(note, changesIn(note)) }] };
  }

  function changesTo(text: string, after: string): readonly TextChange[] {
    return text === after ? [] : [{ from: 0, to: text.length, insert: after }];
  }

  function violationsOf(kind: WriteKind, text = TEXT): readonly Violation[] {
    const stored = { path: 'Note.md', text };
    return checkNote(stored, new ReadVault([stored.path], [stored]), [kind]).violations;
  }

  function rulesOf(kind: WriteKind): readonly string[] {
    return violationsOf(kind).map(({ rule }) => rule);
  }

  const GROWS: WritePromise = { once: true, changes: { lines: 'grows', headings: 'grows', steps: 'grows' } };

  it.each<{
    readonly what: string;
    readonly kind: WriteKind;
    readonly rules: readonly string[];
    readonly text: string;
  }>([
    {
      what: 'drops a line',
      kind: replacing(/Last words\.(?:\r\n?|\n)/, ''),
      rules: ['lines', 'steps'],
      text: 'Last words.\n',
    },
    {
      what: 'drops a line where lines may be added',
      kind: replacing(/Last words\.(?:\r\n?|\n)/, '', GROWS),
      rules: ['lines'],
      text: 'Last words.\n',
    },
    {
      what: 'drops another line than those of one entry',
      kind: replacing(/- \[\[Wall[^\r\n]*(?:\r\n?|\n)([^]*)Last words\.(?:\r\n?|\n)/, '$1', {
        once: true,
        changes: { lines: 'cut', links: 'one-less', steps: 'shrinks', footnotes: 'goes' },
      }),
      rules: ['lines'],
      text: '- [[Wall]] — beside[^2]\n> inside\nLast words.\n',
    },
    {
      what: 'changes a caption',
      kind: replacing('## Costs', '## Prices', {
        once: true,
        changes: { lines: 'free', headings: 'free', steps: 'free' },
      }),
      rules: ['tables'],
      text: '## Costs\n| Tier | Thing |\n| --- | --- |\n',
    },
    {
      what: 'puts a heading between a table and its caption',
      kind: replacing('\n| Tier', '\n## Other\n| Tier', { ...GROWS, once: false }),
      rules: ['tables'],
      text: '\n| Tier | Thing |\n| --- | --- |\n',
    },
  ])('is told where it $what', ({ kind, rules, text }) => {
    const violations = violationsOf(kind);
    expect(violations.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]));
    const [first] = violations.filter(({ rule }) => rule === rules[0]);
    expect(first).toMatchObject({ kind: 'broken', path: 'Note.md', what: 'it' });
    expect(first?.text).toBe(text);
  });

  it('is told where a citation leads elsewhere', () => {
    const [first] = violationsOf(replacing('all[^1]', 'all[^2]'));
    expect(first).toMatchObject({ rule: 'lines' });
    expect(first?.seen).toContain('[^two]');
    expect(first?.text).toBe('- [[Roof]] — over all[^1]\n[^2]: two\n');
    expect(rulesOf(replacing('all[^1]', 'all[^2]'))).toEqual(['lines', 'links', 'footnotes']);
  });

  it('is told where a footnote is numbered anew and its citation is not, and not where both are', () => {
    const renumbered: WritePromise = { once: false, changes: {} };
    expect(rulesOf(replacing('[^1]: one', '[^3]: one', renumbered))).toContain('links');
    expect(rulesOf(kindOf(({ text }) => changesTo(text, text.replaceAll('[^1]', '[^3]')), renumbered))).toEqual([]);
  });

  it.each([
    ['links', '[[Roof]] — over', '[[Roof]] — under'],
    ['fields', 'updated: 2025-01-01', 'updated: 2025-01-02'],
    ['yaml', 'updated: 2025', 'updated:  2025'],
    ['headings', '## Costs', '### Costs'],
    ['steps', 'Первый шаг', 'Второй шаг'],
    ['tables', '| 2 | b |', '| 3 | b |'],
    ['callouts', '> inside', 'inside'],
    ['footnotes', '[^2]: two', '[^2]: three'],
    ['problems', '[^2]: two', ''],
  ])('is told where %s change', (rule, wrong, right) => {
    expect(rulesOf(replacing(wrong, right))).toContain(rule);
    expect(rulesOf(replacing(wrong, wrong))).toEqual([]);
  });

  it('is told where a message changes', () => {
    const text = '>[!nexus_user] **User** - 08.03.2025 at 19:31\n> asks\n';
    const violations = violationsOf(replacing('asks', 'says'), text);
    expect(violations.map(({ rule }) => rule)).toContain('turns');
  });

  it('is told where what it changes is not what the file holds', () => {
    const other = kindOf(() => [], { once: false, changes: { lines: 'free', steps: 'free' } });
    const elsewhere: WriteKind = {
      ...other,
      attempts: ({ path: name, text }) => [
        {
          what: 'it',
          make: () => ({
            kind: 'edits',
            edits: [
              {
                path: name,
                text: `${text}more\n`,
                changes: [
                  { from: 0, to: 0, insert: '' },
                  { from: text.length, to: text.length, insert: 'a ' },
                ],
              },
            ],
          }),
        },
      ],
    };
    const [first] = violationsOf(elsewhere);
    expect(first).toMatchObject({ rule: 'undo', text: '' });
  });

  it('is told where changes lie across each other', () => {
    const crossed = kindOf(
      ({ text }) =>
        text.includes('Last')
          ? [
              { from: 3, to: 5, insert: 'a' },
              { from: 4, to: 6, insert: 'b' },
            ]
          : [],
      NOTHING_ELSE,
    );
    expect(violationsOf(crossed)).toMatchObject([{ rule: 'throws', text: 'Last words.\n' }]);
  });

  it('is told where it changes something once more', () => {
    const [first, ...others] = violationsOf(
      replacing('Last', 'Last, last', { once: true, changes: { lines: 'free', steps: 'free' } }),
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({ rule: 'again', text: 'Last words.\n' });
    expect(
      rulesOf(replacing('Last', 'Last, last', { once: false, changes: { lines: 'free', steps: 'free' } })),
    ).toEqual([]);
  });

  it('is told where nothing is promised, and where it throws', () => {
    expect(violationsOf(kindOf(({ text }) => changesTo(text, `${text}a`), null))).toMatchObject([
      { rule: 'unpromised', text: '' },
    ]);
    const throwing = kindOf(({ text }) => {
      if (text.includes('Costs')) throw new RangeError('too dear');
      return [];
    }, NOTHING_ELSE);
    expect(violationsOf(throwing)).toMatchObject([
      { rule: 'throws', seen: 'RangeError: too dear', text: '## Costs\n' },
    ]);
  });

  it('is told in the first variant that shows it', () => {
    const onReturns = kindOf(
      ({ text }) => (text.includes('\r\n') ? changesTo(text, text.replace('Last', 'First')) : []),
      NOTHING_ELSE,
    );
    expect(violationsOf(onReturns)).toMatchObject([
      { rule: 'lines', variant: '\\r\\n', text: 'Last words.\r\n' },
      { rule: 'steps', variant: '\\r\\n' },
    ]);
  });
});

describe('the variants of a note', () => {
  it('keep its lines', () => {
    const lines = fc.array(fc.constantFrom('', 'a', '> b'), { minLength: 1 });
    fc.assert(
      fc.property(lines, (some) => {
        const text = some.join('\n');
        for (const one of [...VARIANTS.filter(({ name }) => name.includes('\\')).map(({ of }) => of), mixedEnds]) {
          const other = one(text).split(/\r\n|\r|\n/);
          expect(other.filter((line) => line !== '')).toEqual(some.filter((line) => line !== ''));
        }
        expect(mixedEnds(text).split(/\r\n|\r|\n/)).toEqual(some);
      }),
    );
  });
});

describe('npm run invariants -- FOLDER [--sample N] [--json]', { timeout: 300_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await folderWith({
      'notes/b.md': '## Upstream ideas\n\n- [[a]] — above\n\n| T | N |\n| --- | --- |\n| 1 | x |\n| 2 | y |\n',
      'notes/a.md': '## Downstream ideas\n\n- [[b]]\n',
      'notes/c.md': 'text\n',
    });
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('tells how often each kind of write was tried, and ends with 0', async () => {
    const linking = WRITE_KINDS.filter(({ name }) => /^(?:remove|relink|near|tidy)/.test(name));
    const names = linking.filter(({ promise }) => promise !== null).map(({ name }) => name);
    const { status, out, err } = await callProgram(invariantsOf(linking), ['notes', '--sample', '2'], folder);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [head, ...rows] = out.split('\n');
    expect(head).toMatch(/^kind +applied +undone +again$/);
    expect(rows.slice(0, names.length).map((row) => row.split(' ')[0])).toEqual(names);
    expect(out.trimEnd().split('\n').at(-1)).toBe('0 violations in 2 notes');
  });

  it('says of many notes, which several processes try, what it says of each', async () => {
    const notes = Array.from({ length: 8 }, (_, index): StoredText => ({
      path: `${index}.md`,
      text: `- [[${index % 7}]]\n`,
    }));
    const many = await folderWith(Object.fromEntries(notes.map((note) => [note.path, note.text])));
    const run = await runProgram('invariants', [many, '--json']);
    await rm(many, { recursive: true, force: true });
    const told = Told.parse(JSON.parse(run.out));
    const all = new ReadVault(
      notes.map((note) => note.path),
      notes,
    );
    const checks = notes.map((note) => checkNote(note, all));
    expect(told.notes).toBe(8);
    expect(told.kinds['remove']?.undone).toBe(
      checks.reduce((sum, { counts }) => sum + (counts.get('remove')?.undone ?? 0), 0),
    );
    expect(told.violations.map(({ kind, rule }) => `${kind} ${rule}`).sort()).toEqual(
      checks.flatMap(({ violations }) => violations.map(({ kind, rule }) => `${kind} ${rule}`)).sort(),
    );
  });

  it('tells what is violated as one JSON object, and ends with 1', async () => {
    const breaking = invariantsOf([
      {
        name: 'broken',
        promise: { once: false, changes: {} },
        attempts: (note) => [{ what: 'it', make: () => edit(note, [{ from: 0, to: 4, insert: '' }]) }],
      },
    ]);
    const { status, out } = await callProgram(breaking, ['notes', '--json'], folder);
    expect(status).toBe(1);
    const told = Told.parse(JSON.parse(out));
    expect(told.notes).toBe(3);
    expect(told.kinds['broken']?.again).toBe(0);
    expect(told.kinds['broken']?.applied).toBeGreaterThan(3);
    expect(told.violations).toContainEqual({ kind: 'broken', path: 'c.md', rule: 'lines', text: 'text\n' });
    const inWords = await callProgram(breaking, ['notes'], folder);
    expect(inWords.status).toBe(1);
    expect(inWords.out).toContain('broken: lines: c.md (as stored): it\n');
  });

  it('explains itself and ends with 2 where it is used wrongly', async () => {
    for (const args of [
      [],
      ['notes', 'other'],
      ['notes', '--sample'],
      ['notes', '--sample', '0'],
      ['--all', 'notes'],
    ]) {
      const { status, out, err } = await callProgram(invariants, args, folder);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(/^Usage: /);
    }
    expect(await callProgram(invariants, ['nowhere'], folder)).toMatchObject({ status: 2, out: '' });
    expect(await callProgram(invariants, ['notes/a.md'], folder)).toMatchObject({
      err: 'notes/a.md is not a folder\n',
    });
  });
});
