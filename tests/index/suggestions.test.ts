import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SuggestionOptions } from '../../src/index/answers.ts';
import type { Suggestion } from '../../src/model/suggestion.ts';
import { readTerms, wordsOfTerms } from '../../src/read/note-terms.ts';
import { list, setText, TestVault, type Texts } from './vault.ts';

function vaultOf(texts: Texts): {
  readonly vault: TestVault;
  suggest: (path: string, options?: Partial<SuggestionOptions>) => readonly Suggestion[];
} {
  const vault = new TestVault(texts);
  for (const [path, text] of Object.entries(texts)) vault.index.terms.set(path, readTerms(text, path));
  const suggest = (path: string, options: Partial<SuggestionOptions> = {}): readonly Suggestion[] =>
    vault.index.suggestions(path, { terms: readTerms(texts[path] ?? '', path), limit: 5, ...options });
  return { vault, suggest };
}

const named = (suggestions: readonly Suggestion[]): readonly string[] =>
  suggestions.map(({ path, relation }) => `${relation} ${path}`);

const GARDEN: Texts = {
  'Garden/Beds.md': `${list('Upstream ideas', '[[Soil]]')}${list('Related', '[[Water]]')}`,
  'Garden/Paths.md': list('Upstream ideas', '[[Soil]]', '[[Stone]]'),
  'Garden/Hedge.md': 'Without a list.',
  'Soil.md': '',
  'Stone.md': '',
  'Water.md': '',
  'Kitchen/Stove.md': list('Upstream ideas', '[[Fire]]'),
  'Fire.md': '',
};

describe('what may belong to a note', () => {
  test('is what the notes of its folder list, those that most of them list first', () => {
    const { suggest } = vaultOf(GARDEN);
    const suggested = suggest('Garden/Hedge.md', { terms: null });
    expect(named(suggested)).toEqual(['upstream Soil.md', 'upstream Stone.md', 'related Water.md']);
    expect(suggested[0]?.reasons).toEqual([{ kind: 'folder', notes: ['Garden/Beds.md', 'Garden/Paths.md'] }]);
    expect(suggested[1]?.score).toBeLessThan(suggested[0]?.score ?? 0);
  });

  test('is what notes that share its ideas list', () => {
    const { suggest } = vaultOf({
      'A/One.md': list('Related', '[[Oak]]', '[[Elm]]', '[[Ash]]'),
      'B/Two.md': list('Related', '[[Oak]]', '[[Elm]]'),
      'Oak.md': '',
      'Elm.md': '',
      'Ash.md': '',
      'Rust.md': '',
      'C/Three.md': list('Related', '[[Rust]]'),
    });
    const [first, ...others] = suggest('B/Two.md', { terms: null });
    expect(first).toMatchObject({
      path: 'Ash.md',
      relation: 'related',
      reasons: [{ kind: 'alike', notes: ['A/One.md'] }],
    });
    expect(named(others)).toEqual(['related A/One.md']);
    expect(others[0]?.reasons).toEqual([{ kind: 'shared', ideas: ['Oak.md', 'Elm.md'], of: 2 }]);
  });

  test('is what speaks of the same, as related, and as more only where others list it so', () => {
    const bees = 'Пчёлы собирают нектар с цветущих лугов и строят восковые соты в улье.';
    const texts: Texts = {
      'Bees.md': `${bees} Мёд созревает за неделю.`,
      'Honey.md': `${bees} Мёд хранят в темноте.`,
      'Trains.md': 'Поезда ходят по расписанию, вагоны сцеплены, рельсы блестят.',
      'Rails.md': 'Рельсы и шпалы: поезда, вагоны, локомотив.',
      'x/Wax.md': list('Upstream ideas', '[[Honey]]'),
    };
    const { suggest } = vaultOf(texts);
    const suggested = suggest('Bees.md');
    expect(named(suggested)).toEqual(['upstream Honey.md', 'related Honey.md']);
    expect(suggested[0]?.reasons.map(({ kind }) => kind)).toEqual(['words']);
    expect(named(suggest('Trains.md'))).toEqual(['related Rails.md']);
  });

  test('is not said to speak of words that only begin alike', () => {
    const bees = 'Statistics of containers; гиперболоид, документация, берёза.';
    const texts: Texts = {
      'Bees.md': bees,
      'Honey.md': 'Static continents; гипертоник, документам, документация, берёзы.',
      'Trains.md': 'Поезда ходят по расписанию.',
    };
    const shared = vaultOf(texts).vault.index.terms.shared(readTerms(bees, 'Bees.md'), 'Honey.md', 10);
    expect([...wordsOfTerms(bees, 'Bees.md', new Set(shared)).values()]).toEqual(['документация', 'береза']);
  });

  test('is nothing that the note lists or that lists it, no template, and not the note', () => {
    const { suggest, vault } = vaultOf({
      ...GARDEN,
      'Garden/Beds.md': list('Upstream ideas', '[[Soil]]', '[[Hedge]]', '[[Shed]]', '[[Templates/New]]'),
      'Garden/Hedge.md': list('Upstream ideas', '[[Soil]]'),
      'Templates/New.md': '',
      'Shed.md': list('Downstream ideas', '[[Hedge]]'),
    });
    vault.change([
      { kind: 'set', path: 'Templates/New.md', links: [], facts: { aliases: [], kinds: '', isTemplate: true } },
    ]);
    expect(named(suggest('Garden/Hedge.md', { terms: null }))).toEqual(['upstream Stone.md']);
  });

  test('takes the links of the editor for the note’s', () => {
    const { suggest } = vaultOf(GARDEN);
    const links = [
      { line: 1, target: 'Stone', heading: '', relation: 'direct', description: '', origin: 'list' },
    ] as const;
    expect(named(suggest('Garden/Hedge.md', { terms: null, links }))).not.toContain('upstream Stone.md');
  });

  test('asked blindly, forgets the note’s own entries and keeps who lists it', () => {
    const { suggest } = vaultOf({
      ...GARDEN,
      'Garden/Hedge.md': list('Upstream ideas', '[[Soil]]'),
      'Soil.md': list('Downstream ideas', '[[Hedge]]'),
    });
    expect(named(suggest('Garden/Hedge.md', { terms: null }))).not.toContain('upstream Soil.md');
    expect(named(suggest('Garden/Hedge.md', { terms: null, isBlind: true }))).toContain('upstream Soil.md');
  });

  test('is not what is popular alone, nor the same for every note of a folder', () => {
    const popular = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`f${at}/n.md`, list('Upstream ideas', '[[Star]]')]),
    );
    const topics = ['бетон цемент щебень опалубка', 'скрипка смычок струна канифоль', 'парус мачта штурвал якорь'];
    const mixed = Object.fromEntries(
      topics.flatMap((topic, at) => [
        [`mix/a${at}.md`, `${topic}\n\n${list('Related', `[[r${at}]]`)}`],
        [`mix/b${at}.md`, topic],
        [`r${at}.md`, ''],
      ]),
    );
    const { suggest } = vaultOf({ ...popular, ...mixed, 'Star.md': '', 'lonely/Note.md': 'Ничего общего ни с чем.' });
    expect(suggest('lonely/Note.md')).toEqual([]);
    const best = topics.map((_, at) => suggest(`mix/b${at}.md`).find(({ relation }) => relation === 'related')?.path);
    expect(best).toEqual(['r0.md', 'r1.md', 'r2.md']);
  });

  test('is nothing that a folder lists no more than all others do, unless it is alike', () => {
    const folders = Array.from({ length: 4 }, (_, at) => `f${at}`);
    const listing = folders.flatMap((folder) =>
      Array.from(
        { length: 5 },
        (_, at) => [`${folder}/l${at}.md`, list('Related', '[[Star]]', `[[${folder} own]]`)] as const,
      ),
    );
    const { suggest } = vaultOf({
      ...Object.fromEntries(listing),
      ...Object.fromEntries(folders.map((folder) => [`${folder} own.md`, ''] as const)),
      'Star.md': 'Звезда светит ярко, галактика далека.',
      'f0/Anchor.md': 'Якорь, мачта и парус.',
      'f0/Galaxy.md': 'Галактика далека, звезда светит.',
    });
    expect(named(suggest('f0/Anchor.md'))).toEqual(['related f0 own.md']);
    expect(new Set(named(suggest('f0/Galaxy.md')))).toEqual(new Set(['related Star.md', 'related f0 own.md']));
    // A ranking that is held against what was listed leaves nothing out.
    expect(named(suggest('f0/Anchor.md', { isBlind: true }))).toContain('related Star.md');
  });

  test('is nothing for a note of a folder in which few list anything', () => {
    const others = Array.from({ length: 30 }, (_, at) => [`chat/${at}.md`, `Разговор ${at}.`] as const);
    const { suggest } = vaultOf({
      ...Object.fromEntries(others),
      'chat/said.md': list('Upstream ideas', '[[Root]]'),
      'Root.md': '',
    });
    expect(suggest('chat/3.md').filter(({ path }) => path === 'Root.md')).toEqual([]);
  });

  test('counts no source among shared ideas, and suggests none', () => {
    const { suggest, vault } = vaultOf({
      'One.md': `${list('Related', '[[Oak]]', '[[Elm]]')}${list('Sources', '[[Ash]]', '[[Fir]]')}`,
      'Two.md': `${list('Related', '[[Oak]]', '[[Elm]]', '[[Yew]]')}${list('Sources', '[[Ash]]', '[[Fir]]')}`,
      'Three.md': list('Sources', '[[Ash]]', '[[Fir]]'),
      'Oak.md': '',
      'Elm.md': '',
      'Ash.md': '',
      'Fir.md': '',
      'Yew.md': '',
    });
    const suggested = suggest('One.md', { terms: null, links: vault.index.linksOf('One.md') });
    expect(suggest('One.md', { terms: null })).toEqual(suggested);
    expect(suggested.find(({ path }) => path === 'Two.md')?.reasons).toEqual([
      { kind: 'shared', ideas: ['Oak.md', 'Elm.md'], of: 2 },
    ]);
    expect(suggested.map(({ path }) => path)).not.toContain('Three.md');
    expect(suggested.map(({ path }) => path)).not.toContain('Ash.md');
  });

  test('is the same however the index came to know it, and its reasons are true', () => {
    const names = ['a/A', 'a/B', 'b/C', 'b/D', 'E'];
    const note = fc.record({
      up: fc.subarray(names),
      related: fc.subarray(names),
      words: fc.array(fc.constantFrom('берег', 'волна', 'камень', 'песок', 'river', 'stone'), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(
        fc.array(note, { minLength: 5, maxLength: 5 }),
        fc.array(note, { minLength: 5, maxLength: 5 }),
        (before, after) => {
          const textOf = ({ up, related, words }: (typeof before)[number]): string =>
            `${words.join(' ')}\n\n${list('Upstream ideas', ...up.map((one) => `[[${one}]]`))}${list('Related', ...related.map((one) => `[[${one}]]`))}`;
          const texts = (notes: typeof before): Texts =>
            Object.fromEntries(
              names.map((name, at) => [`${name}.md`, textOf(notes[at] ?? { up: [], related: [], words: [] })]),
            );
          const anew = vaultOf(texts(after));
          const changed = vaultOf(texts(before));
          for (const [path, text] of Object.entries(texts(after)).reverse()) {
            changed.vault.change([setText(path, text)]);
            changed.vault.index.terms.set(path, readTerms(text, path));
          }
          for (const name of names) {
            const path = `${name}.md`;
            const suggested = anew.suggest(path);
            const terms = readTerms(texts(after)[path] ?? '', path);
            expect(changed.vault.index.suggestions(path, { terms, limit: 5 })).toEqual(suggested);
            for (const { path: to, relation, reasons } of suggested) {
              for (const reason of reasons) {
                if (reason.kind !== 'folder' && reason.kind !== 'alike') continue;
                for (const other of reason.notes) {
                  const says = anew.vault.index.linksOf(other).filter((link) => link.relation === relation);
                  expect(says.map(({ target }) => anew.vault.index.resolve(target, other))).toContain(to);
                }
              }
            }
          }
        },
      ),
    );
  });
});
