import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IdeaAudit, LinkPlace } from '../../src/index/answers.ts';
import { IdeaIndex } from '../../src/index/idea-index.ts';
import { NoteNames } from '../../src/index/note-names.ts';
import { NO_FACTS } from '../../src/model/note-facts.ts';
import { knotsOf } from '../../src/index/knots.ts';
import { sorted } from '../../src/index/sorted.ts';
import { atOnce } from '../../src/model/work.ts';
import { list, setText, TestVault, type Texts } from './vault.ts';

function audit(texts: Texts, scope?: (path: string) => boolean): IdeaAudit {
  return new TestVault(texts).index.audit(scope);
}

const told = ({ path, line, relation, target }: LinkPlace): string => `${path}:${line} ${relation} ${target}`;

test('an empty vault has nothing wrong', () => {
  expect(audit({})).toEqual({
    notes: 0,
    links: 0,
    contradictions: [],
    selfLinks: [],
    duplicates: [],
    oneSided: [],
    dangling: [],
    knots: [],
    unlinked: [],
    hubs: [],
  });
});

test('each contradiction of two notes is one, with every place where it is written', () => {
  const { contradictions } = audit({
    'A.md': list('Upstream ideas', '[[B]]', '[[C]]') + list('Related ideas', '[[B]]'),
    'B.md': list('Upstream ideas', '[[A]]'),
    'C.md': list('Downstream ideas', '[[A]]'),
    'D.md': list('Upstream ideas', '[[C]]') + list('Downstream ideas', '[[C]]'),
    'E.md': list('Downstream ideas', '[[D]]'),
  });
  expect(contradictions.map(({ kind, places }) => [kind, ...places.map(told)])).toEqual([
    ['both-above', 'A.md:3 upstream B', 'B.md:3 upstream A'],
    ['both-ways', 'D.md:3 upstream C', 'D.md:7 downstream C'],
  ]);
});

test('notes that list themselves, twice the same idea, or one that does not answer, are told with their lines', () => {
  const { selfLinks, duplicates, oneSided } = audit({
    'A.md': list('Upstream ideas', '[[A]]', '[[B]]', '[[b]]', '[[B#Part]]') + list('Related ideas', '[[C]]', '[[C]]'),
    'B.md': '',
    'C.md': list('Direct ideas', '[[A]]', '[[D]]', '[[board.canvas]]'),
    'D.md': list('Related ideas', '[[C]]'),
    'board.canvas': '',
  });
  expect(selfLinks.map(told)).toEqual(['A.md:3 upstream A']);
  expect(duplicates.map(({ to, places }) => [to, ...places.map(told)])).toEqual([
    ['B.md', 'A.md:4 upstream B', 'A.md:5 upstream b'],
  ]);
  expect(oneSided.map((one) => `${told(one)} → ${one.to}`)).toEqual([
    'A.md:4 upstream B → B.md',
    'A.md:5 upstream b → B.md',
    'A.md:6 upstream B → B.md',
  ]);
});

test('links without a note come by how often they are wanted, sources too, whatever their case', () => {
  const { dangling } = audit({
    'A.md': list('Upstream ideas', '[[Rare]]', '[[Wanted]]') + list('Sources', '[[wanted]]'),
    'B.md': list('Related ideas', '[[WANTED]]', '[[Rare too]]'),
  });
  expect(dangling.map(({ target, places }) => [target, ...places.map(told)])).toEqual([
    ['Wanted', 'A.md:4 upstream Wanted', 'A.md:8 source wanted', 'B.md:3 related WANTED'],
    ['Rare', 'A.md:3 upstream Rare'],
    ['Rare too', 'B.md:4 related Rare too'],
  ]);
});

test('knots are circles of up and down links of three notes and more, the largest first', () => {
  const up = (name: string): string => list('Upstream ideas', `[[${name}]]`);
  const { knots } = audit({
    'A.md': up('B'),
    'B.md': up('C'),
    'C.md': up('A') + up('Outside'),
    'Outside.md': '',
    'K.md': up('L') + list('Downstream ideas', '[[N]]'),
    'L.md': up('M'),
    'M.md': up('N'),
    'N.md': '',
    'P.md': up('Q'),
    'Q.md': up('P'),
  });
  expect(knots).toEqual([
    ['K.md', 'L.md', 'M.md', 'N.md'],
    ['A.md', 'B.md', 'C.md'],
  ]);
});

test('notes without any idea link are told, and the hubs', () => {
  const texts: Record<string, string> = { 'Lonely.md': 'Words.', 'Hub.md': '', 'Source.md': '' };
  for (let index = 0; index < 9; index++) texts[`N${index}.md`] = list('Upstream ideas', '[[Hub]]');
  texts['N0.md'] += list('Sources', '[[Source]]');
  const { unlinked, hubs } = audit(texts);
  expect(unlinked).toEqual(['Lonely.md', 'Source.md']);
  expect(hubs).toEqual([
    { path: 'Hub.md', neighbours: 9, incoming: 9, outgoing: 0 },
    { path: 'N0.md', neighbours: 1, incoming: 0, outgoing: 1 },
  ]);
});

test('a folder is looked at by itself, but what its notes say of others counts', () => {
  const texts = {
    'in/A.md': list('Upstream ideas', '[[B]]', '[[C]]'),
    'B.md': list('Upstream ideas', '[[A]]', '[[Nothing]]'),
    'in/C.md': list('Upstream ideas', '[[B]]'),
  };
  const found = audit(texts, (path) => path.startsWith('in/'));
  expect(found).toMatchObject({ notes: 2, links: 3, dangling: [], knots: [] });
  expect(found.contradictions).toMatchObject([{ kind: 'both-above', places: [{ path: 'in/A.md' }, { path: 'B.md' }] }]);
  expect(audit(texts).knots).toEqual([['B.md', 'in/A.md', 'in/C.md']]);
});

test('knots are what a walk in both directions finds', () => {
  const anyGraph = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(anyGraph, (edges) => {
      const next = (node: number): number[] => edges.filter(([from]) => from === node).map(([, to]) => to);
      const reach = (from: number): Set<number> => {
        const seen = new Set<number>();
        const open = next(from);
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
          if (seen.has(node)) continue;
          seen.add(node);
          open.push(...next(node));
        }
        return seen;
      };
      const nodes = Array.from({ length: 10 }, (_, node) => node);
      const knots = atOnce(knotsOf(nodes, next)).map((knot) => knot.sort((a, b) => a - b));
      for (const a of nodes) {
        const together = nodes.filter((b) => b === a || (reach(a).has(b) && reach(b).has(a)));
        if (together.length > 1) expect(knots).toContainEqual(together);
        else expect(knots.flat()).not.toContain(a);
      }
    }),
  );
});

test('a knot may be longer than a stack is deep', () => {
  const long = Array.from({ length: 50_000 }, (_, node) => node);
  const circle = atOnce(knotsOf(long, (node) => [(node + 1) % long.length]));
  expect(circle.map(({ length }) => length)).toEqual([50_000]);
});

test('an idea that stands in a property, a field and a list is listed once', () => {
  const { duplicates, oneSided } = audit({
    'A.md': `---\nup: "[[B]]"\nparent: "[[C]]"\n---\nup:: [[B]]\n\n${list('Upstream ideas', '[[B]]')}up:: [[D]]\nup:: [[D]]\n`,
    'B.md': '---\nchildren: ["[[A]]"]\n---\n',
    'C.md': '',
    'D.md': '',
  });
  expect(duplicates.map(({ to, places }) => [to, ...places.map(told)])).toEqual([
    ['D.md', 'A.md:11 upstream D', 'A.md:12 upstream D'],
  ]);
  expect(oneSided.map(told)).toEqual(['A.md:3 upstream C', 'A.md:11 upstream D', 'A.md:12 upstream D']);
});

test('a link to a heading of its own makes a note list itself no more than a table of contents does', () => {
  const { selfLinks } = audit({ 'A.md': list('Related ideas', '[[A#Part]]', '[[#Other]]', '[[A#^block]]', '[[A]]') });
  expect(selfLinks.map(told)).toEqual(['A.md:6 related A']);
});

test('a one-sided link is answered by any list of the other note, its sources too', () => {
  const { oneSided } = audit({
    'A.md': list('Upstream ideas', '[[B]]', '[[C]]', '[[D]]'),
    'B.md': list('Sources', '[[A]]'),
    'C.md': list('Related ideas', '[[A]]'),
    'D.md': list('Related ideas', '[[B]]'),
  });
  expect(oneSided.map(told)).toEqual(['A.md:5 upstream D']);
});

test('what a template wants is to be filled in: nobody wants such a note', () => {
  const names = new NoteNames(['T.md', 'A.md']);
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  const links = [
    { line: 1, relation: 'related', target: 'Missing', heading: '', description: '', origin: 'list' },
  ] as const;
  index.update([
    { kind: 'set', path: 'T.md', links, facts: { ...NO_FACTS, isTemplate: true } },
    { kind: 'set', path: 'A.md', links },
  ]);
  expect(index.audit().dangling.flatMap(({ places }) => places.map(({ path }) => path))).toEqual(['A.md']);
});

test('an audit can be left between any two notes, while the notes change, and is then of no other form', () => {
  const names = Array.from({ length: 40 }, (_, note) => `N${note}.md`);
  const vault = new TestVault(
    Object.fromEntries(names.map((name, note) => [name, list('Upstream ideas', `[[N${note + 1}]]`, '[[N0]]')])),
  );
  const before = vault.index.audit();
  expect(atOnce(vault.index.auditing())).toEqual(before);
  const work = vault.index.auditing();
  let step = work.next();
  let steps = 0;
  for (; step.done !== true; step = work.next()) {
    const name = names[steps++ % names.length] ?? '';
    vault.change([steps % 3 === 0 ? { kind: 'remove', path: name } : setText(name, list('Direct ideas', '[[N1]]'))]);
  }
  expect(steps).toBeGreaterThan(names.length * 3);
  expect(Object.keys(step.value)).toEqual(Object.keys(before));
  const afresh = new TestVault();
  afresh.change([...vault.index.paths()].map((path) => setText(path, list('Direct ideas', '[[N1]]'))));
  expect(vault.index.audit()).toEqual(afresh.index.audit());
});

test('what is in order is what a sort that keeps equals apart gives', () => {
  const anyItems = fc.array(fc.record({ key: fc.nat(20), at: fc.nat() }), { maxLength: 1200, size: 'max' });
  fc.assert(
    fc.property(anyItems, (items) => {
      const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
      expect(atOnce(sorted(items, compare))).toEqual(items.toSorted(compare));
    }),
  );
});
