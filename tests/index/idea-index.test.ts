import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdeaAnswers, KeptLink } from '../../src/index/answers.ts';
import type { IndexChange } from '../../src/index/idea-graph.ts';
import { LINK_ORIGINS } from '../../src/model/link-origin.ts';
import { RELATION_NAMES } from '../../src/model/vocabulary.ts';
import { list, setText, TestVault } from './vault.ts';

const FOLDERS = ['', 'A/', 'B/', 'A/C/'];
const NAMES = ['one.md', 'Two.md', 'two.md', '\u00e9t\u00e9.md', 'e\u0301te\u0301.md', 'one two.md', 'board.canvas'];
const TARGETS = [
  'one',
  'TWO',
  'A/one',
  './two',
  '../one',
  'B/Two.md',
  '/one',
  'e\u0301t\u00e9',
  'one%20two.md',
  'board.canvas',
  'Nothing',
  'C/one two',
  'file:///home/someone/A/one.md',
];

const anyPath = fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES)).map((parts) => parts.join(''));
const anyLinks: fc.Arbitrary<KeptLink[]> = fc
  .array(
    fc.record({
      target: fc.constantFrom(...TARGETS),
      heading: fc.constantFrom('', '', 'Part'),
      relation: fc.constantFrom(...RELATION_NAMES),
      description: fc.constantFrom('', 'why', 'another reason, longer than the first'),
      origin: fc.constantFrom(...LINK_ORIGINS),
    }),
    { maxLength: 5 },
  )
  .map((links) => links.map((link, index) => ({ ...link, line: index + 1 })));

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly links: readonly KeptLink[] }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'move folder'; readonly from: string; readonly to: string };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path: anyPath, links: anyLinks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), from: anyPath, to: anyPath }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move folder' as const),
      from: fc.constantFrom('A/', 'B/'),
      to: fc.constantFrom('D/', 'A/', ''),
    }),
  },
);

/** What a step does to the files, as the vault would tell it. */
function changesOf(step: Step, files: Map<string, readonly KeptLink[]>): IndexChange[] {
  const move = (from: string, to: string): IndexChange[] => {
    const links = files.get(from);
    if (links === undefined || files.has(to) || isNote(from) !== isNote(to)) return [];
    files.delete(from);
    files.set(to, links);
    return [{ kind: 'rename', from, to }];
  };
  switch (step.kind) {
    case 'write':
      files.set(step.path, isNote(step.path) ? step.links : []);
      return [toldOf(step.path, step.links)];
    case 'delete':
      return files.delete(step.path) ? [{ kind: 'remove', path: step.path }] : [];
    case 'move':
      return move(step.from, step.to);
    case 'move folder':
      return [...files.keys()]
        .filter((path) => path.startsWith(step.from))
        .flatMap((path) => move(path, step.to + path.slice(step.from.length)));
  }
}

const isNote = (path: string): boolean => path.endsWith('.md');

function toldOf(path: string, links: readonly KeptLink[]): IndexChange {
  return isNote(path) ? { kind: 'set', path, links } : { kind: 'file', path };
}

/** Everything that an index can be asked. */
function answersOf(index: IdeaAnswers): unknown {
  const paths = [...index.paths()].sort();
  return {
    paths,
    links: paths.map((path) => index.linksOf(path)),
    neighbours: paths.map((path) => index.neighbours(path)),
    neighbourhoods: paths.map((path) => [
      index.neighbourhood(path, { hops: 1, maxNodes: 4 }),
      index.neighbourhood(path, { hops: 3, maxNodes: 30 }),
    ]),
    audit: index.audit(),
    auditOfFolder: index.audit((path) => path.startsWith('A/')),
    nearNames: ['on', 'TWO', 'one_two', 'board'].map((name) => index.nearNames(name)),
  };
}

test('a vault of any edits, moves and deletions answers as one that is indexed afresh', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyStep, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (batches) => {
      const files = new Map<string, readonly KeptLink[]>();
      const vault = new TestVault();
      for (const batch of batches) {
        // Asked in between, an index must not remember what it answered.
        vault.index.nearNames('one');
        vault.change(batch.flatMap((step) => changesOf(step, files)));
      }
      const afresh = new TestVault();
      afresh.change([...files].sort().map(([path, links]) => toldOf(path, links)));
      expect(answersOf(vault.index)).toEqual(answersOf(afresh.index));
    }),
    { numRuns: 100 },
  );
});

test('a note that lists all others, and that all list, answers as one that is indexed afresh', () => {
  const text = (note: number): string =>
    list('Upstream ideas', '[[N0]]', '[[Wanted]]') +
    (note === 0 ? list('Direct ideas', ...Array.from({ length: 40 }, (_, other) => `[[N${other}]]`)) : '');
  const notes = Array.from({ length: 40 }, (_, note) => note);
  const vault = new TestVault(Object.fromEntries(notes.map((note) => [`N${note}.md`, text(note)])));
  const pathOf = (note: number): string => (note % 3 === 1 ? `Moved/N${note}.md` : `N${note}.md`);
  for (const note of notes) {
    if (note % 3 === 1) vault.change([{ kind: 'rename', from: `N${note}.md`, to: pathOf(note) }]);
    if (note % 3 === 2) vault.change([{ kind: 'remove', path: `N${note}.md` }]);
  }
  vault.change([{ kind: 'rename', from: 'N0.md', to: 'Hub.md' }]);
  vault.change([setText('Wanted.md', '')]);
  const left = notes.filter((note) => note > 0 && note % 3 !== 2);
  const texts = left.map((note) => [pathOf(note), text(note)] as const);
  const afresh = new TestVault(Object.fromEntries([...texts, ['Hub.md', text(0)], ['Wanted.md', '']]));
  expect(answersOf(vault.index)).toEqual(answersOf(afresh.index));
});

test('a change names every note whose neighbours differ after it', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 15 }), (steps) => {
      const files = new Map<string, readonly KeptLink[]>();
      const vault = new TestVault();
      for (const step of steps) {
        const before = new Map([...files.keys()].map((path) => [path, vault.index.neighbours(path)]));
        const changed = vault.change(changesOf(step, files));
        for (const path of files.keys()) {
          if (!changed.has(path)) expect(vault.index.neighbours(path)).toEqual(before.get(path) ?? []);
        }
      }
    }),
    { numRuns: 100 },
  );
});

describe('update', () => {
  test('leads links to a note when it is made, and to none when it is gone', () => {
    const vault = new TestVault({ 'A.md': list('Upstream ideas', '[[Later]]') });
    expect(vault.index.neighbours('A.md')).toMatchObject([{ path: null, name: 'Later' }]);
    expect([...vault.change([setText('Notes/later.md', '')])]).toContain('A.md');
    expect(vault.index.neighbours('A.md')).toMatchObject([{ path: 'Notes/later.md', name: 'later' }]);
    vault.change([{ kind: 'remove', path: 'Notes/later.md' }]);
    expect(vault.index.neighbours('A.md')).toMatchObject([{ path: null, name: 'Later' }]);
  });

  test('leads links that a note had before and has still, whatever else is told at once', () => {
    const vault = new TestVault({ 'A.md': list('Upstream ideas', '[[Later]]', '[[Gone]]'), 'Gone.md': '', 'B.md': '' });
    const edited = list('Upstream ideas', '[[Later]]', '[[Gone]]', '[[B]]');
    vault.change([
      setText('A.md', edited),
      setText('Later.md', ''),
      { kind: 'remove', path: 'Gone.md' },
      setText('A.md', `${edited}More words.\n`),
    ]);
    for (const below of ['Later.md', 'B.md']) {
      expect(vault.index.neighbours(below)).toMatchObject([{ path: 'A.md', provenance: 'implied' }]);
    }
    expect(vault.index.audit().dangling.map(({ target }) => target)).toEqual(['Gone']);
  });

  test('keeps the links of a note that is renamed, and leaves those to its old name without a note', () => {
    const vault = new TestVault({
      'A.md': list('Upstream ideas', '[[B]]'),
      'B.md': list('Related ideas', '[[C]]'),
      'C.md': '',
    });
    vault.change([{ kind: 'rename', from: 'B.md', to: 'D.md' }]);
    expect(vault.index.has('B.md')).toBe(false);
    expect(vault.index.neighbours('A.md')).toMatchObject([{ path: null }]);
    expect(vault.index.neighbours('C.md')).toMatchObject([{ path: 'D.md', provenance: 'implied' }]);
  });

  test('tells two notes apart whose names differ only by case or by Unicode form', () => {
    const vault = new TestVault({
      'a/Idea.md': '',
      'b/idea.md': '',
      'caf\u00e9.md': '',
      'x/cafe\u0301.md': '',
      'b/From.md': list('Direct ideas', '[[idea]]', '[[x/cafe\u0301]]'),
    });
    expect(vault.index.neighbours('b/From.md').map(({ path }) => path)).toEqual(['b/idea.md', 'x/cafe\u0301.md']);
    expect(vault.index.neighbours('a/Idea.md')).toEqual([]);
    expect(vault.index.neighbours('x/cafe\u0301.md')).toMatchObject([{ path: 'b/From.md' }]);
  });

  test('takes a note of 2,000 links', () => {
    const text = list(
      'Related ideas',
      ...Array.from({ length: 2000 }, (_, i) => `[[Idea ${i}]] — ${'word '.repeat(25)}`),
    );
    expect(text.length).toBeGreaterThan(250_000);
    const vault = new TestVault({ 'Large.md': text, 'Idea 7.md': '' });
    expect(vault.index.linksOf('Large.md')).toHaveLength(2000);
    expect(vault.index.neighbours('Idea 7.md')).toMatchObject([{ path: 'Large.md', provenance: 'implied' }]);
    expect(vault.index.audit().dangling).toHaveLength(1999);
  });
});
