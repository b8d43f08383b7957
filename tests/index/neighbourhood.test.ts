import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Neighbourhood, NeighbourhoodOptions } from '../../src/index/answers.ts';
import { list, TestVault, type Texts } from './vault.ts';

function around(texts: Texts, path: string, options: NeighbourhoodOptions): Neighbourhood {
  return new TestVault(texts).index.neighbourhood(path, options);
}

const placesOf = ({ nodes }: Neighbourhood): string[] => nodes.map(({ name, rank, side }) => `${name} ${rank} ${side}`);
const edgesOf = ({ edges }: Neighbourhood): string[] =>
  edges.map(({ source, target, relation, provenance }) => `${source} ${target} ${relation} ${provenance}`);

const FAMILY: Texts = {
  'Me.md':
    list('Upstream ideas', '[[Parent]] — from whom I come') +
    list('Direct ideas', '[[Friend]]') +
    list('Related ideas', '[[Cousin]]'),
  'Parent.md': list('Upstream ideas', '[[Grandparent]]') + list('Downstream ideas', '[[Sibling]]'),
  'Child.md': list('Upstream ideas', '[[Me]]', '[[Parent]]') + list('Downstream ideas', '[[Grandchild]]'),
  'Friend.md': list('Direct ideas', "[[Friend's friend]]") + list('Upstream ideas', '[[Grandparent]]'),
  "Friend's friend.md": '',
  'Cousin.md': '',
  'Sibling.md': '',
  'Grandparent.md': '',
  'Grandchild.md': '',
};

describe('the walk', () => {
  test('goes one step to all sides: what others list, too', () => {
    expect(placesOf(around(FAMILY, 'Me.md', { hops: 1, maxNodes: 50 }))).toEqual([
      'Me 0 0',
      'Parent -1 0',
      'Friend 0 -1',
      'Cousin 0 1',
      'Child 1 0',
    ]);
  });

  test('goes on upwards, downwards and sideways, and never round a corner', () => {
    expect(placesOf(around(FAMILY, 'Me.md', { hops: 4, maxNodes: 50 })).slice(5)).toEqual([
      'Grandparent -2 0',
      "Friend's friend 0 -2",
      'Grandchild 2 0',
    ]);
  });

  test('ends where ideas stand in a circle', () => {
    const circle = {
      'A.md': list('Upstream ideas', '[[B]]'),
      'B.md': list('Upstream ideas', '[[C]]'),
      'C.md': list('Upstream ideas', '[[A]]'),
    };
    expect(placesOf(around(circle, 'A.md', { hops: 4, maxNodes: 50 }))).toEqual(['A 0 0', 'B -1 0', 'C 1 0']);
  });

  test('of a note without ideas, or of none, is the note alone', () => {
    expect(around(FAMILY, 'Nobody.md', { hops: 3, maxNodes: 50 })).toEqual({
      centre: 'Nobody.md',
      nodes: [{ path: 'Nobody.md', name: 'Nobody', rank: 0, side: 0 }],
      edges: [],
      groups: [],
    });
  });
});

test('edges are all relations between the nodes, each pair once, from the one above to the one below', () => {
  const found = around(FAMILY, 'Me.md', { hops: 4, maxNodes: 50 });
  expect(edgesOf(found)).toEqual(
    [
      'Child.md Grandchild.md downstream declared',
      'Cousin.md Me.md related declared',
      "Friend's friend.md Friend.md direct declared",
      'Friend.md Me.md direct declared',
      'Grandparent.md Friend.md downstream declared',
      'Grandparent.md Parent.md downstream declared',
      'Me.md Child.md downstream implied',
      'Parent.md Child.md downstream implied',
      'Parent.md Me.md downstream declared',
    ].sort((a, b) => (a < b ? -1 : 1)),
  );
  expect(found.edges.find(({ target, source }) => source === 'Parent.md' && target === 'Me.md')).toMatchObject({
    description: 'from whom I come',
    contradiction: null,
  });
});

test('an edge tells that the two notes contradict one another', () => {
  const texts = { 'A.md': list('Upstream ideas', '[[B]]'), 'B.md': list('Upstream ideas', '[[A]]') };
  expect(around(texts, 'A.md', { hops: 1, maxNodes: 5 }).edges).toMatchObject([
    { source: 'B.md', target: 'A.md', relation: 'downstream', contradiction: 'both-above' },
  ]);
});

describe('notes that are listed and not there', () => {
  const texts: Texts = {
    'Me.md': list('Upstream ideas', '[[Ghost]] — who haunts', '[[Parent]]') + list('Sources', '[[Nowhere]]'),
    'Parent.md': list('Upstream ideas', '[[Ghost]]'),
    'Child.md': list('Upstream ideas', '[[Me]]') + list('Downstream ideas', '[[attic/ghost]]'),
  };
  const shown = (path: string, maxNodes = 50): Neighbourhood =>
    around(texts, path, { hops: 1, maxNodes, withMissing: true });

  test('are left out unless they are asked for', () => {
    expect(placesOf(around(texts, 'Me.md', { hops: 1, maxNodes: 50 }))).toEqual(['Me 0 0', 'Parent -1 0', 'Child 1 0']);
  });

  test('are one for all that list them, behind those that are there', () => {
    const found = shown('Me.md');
    expect(placesOf(found)).toEqual(['Me 0 0', 'Parent -1 0', 'Ghost -1 0', 'Child 1 0']);
    expect(found.nodes.map(({ isMissing }) => isMissing === true)).toEqual([false, false, true, false]);
    expect(found.edges).toContainEqual({
      source: 'Ghost',
      target: 'Me.md',
      relation: 'downstream',
      provenance: 'declared',
      contradiction: null,
      description: 'who haunts',
    });
    expect(edgesOf(found)).toContain('Child.md Ghost downstream implied');
    expect(shown('Me.md', 3).groups).toMatchObject([{ rank: -1, paths: ['Ghost'] }]);
  });

  test('stand in the middle with those that list them', () => {
    expect(placesOf(shown('Ghost'))).toEqual(['Ghost 0 0', 'Child -1 0', 'Me 1 0', 'Parent 1 0']);
    expect(shown('Ghost').nodes[0]).toMatchObject({ path: 'Ghost', isMissing: true });
    expect(shown('Nobody').nodes).toEqual([{ path: 'Nobody', name: 'Nobody', rank: 0, side: 0 }]);
  });

  test('are called the same, whichever note was read first', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(texts), { minLength: 3 }), (order) => {
        const vault = Object.fromEntries(order.map((path) => [path, texts[path] ?? '']));
        expect(around(vault, 'Me.md', { hops: 2, maxNodes: 9, withMissing: true })).toEqual(
          around(texts, 'Me.md', { hops: 2, maxNodes: 9, withMissing: true }),
        );
      }),
    );
  });
});

describe('what is not shown', () => {
  const names = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `[[${prefix} ${i}]]`);
  const notes = (prefix: string, count: number): Texts =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix} ${i}.md`, '']));
  const crowd: Texts = {
    'Me.md': list('Upstream ideas', ...names('Up', 3)) + list('Downstream ideas', ...names('Down', 30)),
    ...notes('Up', 3),
    ...notes('Down', 30),
  };

  test('is a group of its row; a small row is shown whole, a large one in the order of the note', () => {
    const found = around(crowd, 'Me.md', { hops: 1, maxNodes: 13 });
    expect(found.nodes.map(({ name }) => name)).toEqual([
      'Me',
      ...names('Up', 3).map((link) => link.slice(2, -2)),
      ...names('Down', 9).map((link) => link.slice(2, -2)),
    ]);
    expect(found.groups).toEqual([
      {
        id: 'more:1:0:0',
        rank: 1,
        side: 0,
        from: ['Me.md'],
        paths: Array.from({ length: 21 }, (_, i) => `Down ${i + 9}.md`),
      },
    ]);
  });

  test('comes out step by step as its group is unfolded, and what was shown stays', () => {
    const before = around(crowd, 'Me.md', { hops: 1, maxNodes: 13 });
    const once = around(crowd, 'Me.md', { hops: 1, maxNodes: 13, unfolded: new Set(['more:1:0:0']) });
    expect(once.nodes.slice(0, before.nodes.length)).toEqual(before.nodes);
    expect(once.nodes).toHaveLength(20);
    expect(once.groups).toMatchObject([{ id: 'more:1:0:1' }]);
    const unfolded = new Set(['more:1:0:0', 'more:1:0:1', 'more:1:0:2', 'more:1:0:3']);
    const all = around(crowd, 'Me.md', { hops: 1, maxNodes: 13, unfolded });
    expect(all.nodes).toHaveLength(34);
    expect(all.groups).toEqual([]);
  });

  test('leaves room for rows further on, where notes that many lead to come first', () => {
    const tree = {
      'Me.md': list('Downstream ideas', ...names('Down', 20)),
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [
          `Down ${i}.md`,
          list('Downstream ideas', `[[Leaf ${i}]]`, ...(i < 4 ? ['[[Shared]]'] : [])),
        ]),
      ),
      ...notes('Leaf', 20),
      'Shared.md': '',
    };
    const found = around(tree, 'Me.md', { hops: 2, maxNodes: 13 });
    expect(found.nodes.filter(({ rank }) => rank === 1)).toHaveLength(6);
    expect(found.nodes.filter(({ rank }) => rank === 2)[0]?.name).toBe('Shared');
    expect(found.groups.map(({ rank, paths }) => [rank, paths.length])).toEqual([
      [1, 14],
      [2, 1],
    ]);
  });
});

test('shows as many nodes as it may, each once, and every other note at its distance in one group', () => {
  const anyVault = fc
    .array(fc.tuple(fc.nat(11), fc.constantFrom('Upstream', 'Downstream', 'Direct', 'Related'), fc.nat(11)), {
      maxLength: 60,
    })
    .map((links): Texts => {
      const texts: Record<string, string> = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`N${i}.md`, '']));
      for (const [from, relation, to] of links) texts[`N${from}.md`] += list(`${relation} ideas`, `[[N${to}]]`);
      return texts;
    });
  fc.assert(
    fc.property(anyVault, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 12 }), (texts, hops, maxNodes) => {
      const { nodes, groups, edges } = around(texts, 'N0.md', { hops, maxNodes });
      expect(nodes.length).toBeLessThanOrEqual(maxNodes);
      if (groups.length > 0) expect(nodes).toHaveLength(maxNodes);
      const all = [...nodes.map(({ path }) => path), ...groups.flatMap(({ paths }) => paths)];
      expect(new Set(all).size).toBe(all.length);
      expect(
        nodes.every(({ rank, side }) => Math.abs(rank) + Math.abs(side) <= hops && (rank === 0 || side === 0)),
      ).toBe(true);
      const shown = new Set(nodes.map(({ path }) => path));
      expect(edges.every(({ source, target }) => shown.has(source) && shown.has(target))).toBe(true);
      expect(groups.every(({ from }) => from.every((path) => shown.has(path)))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
