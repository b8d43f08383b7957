import { expect, test } from 'vitest';
import type { Neighbour } from '../../src/index/answers.ts';
import { linksIn, list, TestVault, type Texts } from './vault.ts';

/** `relation name provenance: description`, with what is special about it. */
function told(one: Neighbour): string {
  const from = one.isDescribedThere ? ' (from there)' : '';
  const against = one.contradiction === null ? '' : ` !${one.contradiction}`;
  const heading = one.heading === '' ? '' : `#${one.heading}`;
  return `${one.relation} ${one.name}${heading} ${one.provenance}: ${one.description}${from}${against}`;
}

function neighbours(texts: Texts, path: string): string[] {
  return new TestVault(texts).index.neighbours(path).map(told);
}

test('what a note lists is declared; what lists it is implied, with its relation turned', () => {
  const texts = {
    'A.md':
      list('Upstream ideas', '[[B]] — why') +
      list('Direct ideas', '[[C]]') +
      list('Sources', '[[D]]') +
      list('Related ideas', '[[E]]'),
    'B.md': '',
    'C.md': '',
    'D.md': '',
    'E.md': '',
  };
  expect(neighbours(texts, 'A.md')).toEqual([
    'upstream B declared: why',
    'direct C declared: ',
    'source D declared: ',
    'related E declared: ',
  ]);
  expect(neighbours(texts, 'B.md')).toEqual(['downstream A implied: why (from there)']);
  expect(neighbours(texts, 'C.md')).toEqual(['direct A implied: ']);
  expect(neighbours(texts, 'D.md')).toEqual([]);
  expect(neighbours(texts, 'E.md')).toEqual(['related A implied: ']);
});

test('what both notes list alike is one entry, described by the other note where this one is silent', () => {
  const texts = {
    'A.md': list('Upstream ideas', '[[B]]', '[[C]] — my own words'),
    'B.md': list('Related ideas', '[[A]] — of another list') + list('Downstream ideas', '[[A]] — in their words'),
    'C.md': list('Downstream ideas', '[[A]] — their words'),
  };
  expect(neighbours(texts, 'A.md')).toEqual([
    'upstream B both: in their words (from there)',
    'upstream C both: my own words',
  ]);
});

test('another note stands here once more only where it names a stronger relation than this note does', () => {
  const texts = {
    'A.md': list('Related ideas', '[[Above]]', '[[Direct]]') + list('Upstream ideas', '[[Alike]]'),
    'Above.md': list('Downstream ideas', '[[A]]'),
    'Direct.md': list('Related ideas', '[[A]]') + list('Direct ideas', '[[A]]'),
    'Alike.md': list('Related ideas', '[[A]] — of kin'),
    'Only.md': list('Related ideas', '[[A]]') + list('Upstream ideas', '[[A]]'),
  };
  expect(neighbours(texts, 'A.md')).toEqual([
    'related Above declared: ',
    'related Direct both: ',
    'upstream Alike declared: of kin (from there)',
    'upstream Above implied: ',
    'direct Direct implied: ',
    'downstream Only implied: ',
  ]);
});

test('a contradiction is told once, on one entry of the two notes', () => {
  const texts = {
    'A.md': list('Upstream ideas', '[[B]]', '[[B#Part]]'),
    'B.md': list('Upstream ideas', '[[A]]'),
    'C.md': list('Downstream ideas', '[[D]]'),
    'D.md': list('Downstream ideas', '[[C]]'),
    'E.md': list('Upstream ideas', '[[F]]') + list('Downstream ideas', '[[F]]'),
    'F.md': '',
  };
  expect(neighbours(texts, 'A.md')).toEqual(['upstream B declared:  !both-above', 'upstream B#Part declared: ']);
  expect(neighbours(texts, 'B.md')).toEqual(['upstream A declared:  !both-above']);
  expect(neighbours(texts, 'C.md')).toEqual(['downstream D declared:  !both-below']);
  expect(neighbours(texts, 'E.md')).toEqual(['upstream F declared:  !both-ways', 'downstream F declared: ']);
  expect(neighbours(texts, 'F.md')).toEqual(['upstream E implied:  !both-ways']);
});

test('links may have a path, an alias, a heading, a block, or be Markdown links', () => {
  const texts = {
    'A.md': list(
      'Direct ideas',
      '[[Folder/B|shown]]',
      '[[b#Part]]',
      '[[B#^block]]',
      '[C](Folder/C%20c.md)',
      '[elsewhere](file:///home/me/vault/Folder/D.md)',
    ),
    'Folder/B.md': '',
    'Folder/C c.md': '',
    'Folder/D.md': '',
  };
  expect(neighbours(texts, 'A.md')).toEqual([
    'direct B declared: ',
    'direct B#Part declared: ',
    'direct B#^block declared: ',
    'direct C c declared: ',
    'direct D declared: ',
  ]);
  expect(neighbours(texts, 'Folder/C c.md')).toEqual(['direct A implied: ']);
  expect(neighbours(texts, 'Folder/D.md')).toEqual(['direct A implied: ']);
});

test('the same idea under one relation is one entry with all its lines', () => {
  const { index } = new TestVault({ 'A.md': list('Upstream ideas', '[[B]]', '[[Sub/B]] — why'), 'Sub/B.md': '' });
  const [only, ...others] = index.neighbours('A.md');
  expect(others).toEqual([]);
  expect(only).toMatchObject({ description: 'why', here: [{ line: 3 }, { line: 4 }] });
});

test('a note that lists itself has itself for a neighbour, and no contradiction', () => {
  const texts = { 'A.md': list('Upstream ideas', '[[A]]') + list('Downstream ideas', '[[A]]') };
  expect(neighbours(texts, 'A.md')).toEqual(['upstream A declared: ', 'downstream A declared: ']);
});

test('a link without a note names what it wants', () => {
  expect(neighbours({ 'A.md': list('Upstream ideas', '[[Folder/Wanted note]] — why') }, 'A.md')).toEqual([
    'upstream Wanted note declared: why',
  ]);
});

test('links as an editor has them stand in for those that were saved', () => {
  const { index } = new TestVault({
    'A.md': list('Upstream ideas', '[[B]]'),
    'B.md': list('Downstream ideas', '[[A]]'),
  });
  const typed = linksIn(list('Direct ideas', '[[B]] — typed just now'));
  const found = index.neighbours('A.md', typed);
  expect(found.map(told)).toEqual(['direct B declared: typed just now', 'upstream B implied: ']);
  expect(found[0]?.here[0]).toBe(typed[0]);
  expect(index.neighbours('A.md').map(told)).toEqual(['upstream B both: ']);
});

test('a note that is not there has no neighbours but those that its links name', () => {
  const { index } = new TestVault({ 'B.md': '' });
  expect(index.neighbours('A.md')).toEqual([]);
  expect(index.neighbours('A.md', linksIn(list('Upstream ideas', '[[B]]'))).map(told)).toEqual([
    'upstream B declared: ',
  ]);
});

test('who knows where links lead says so, and nothing else is asked', () => {
  const texts = { 'A.md': list('Upstream ideas', '[[B]]', '[[C]]'), 'B.md': list('Downstream ideas', '[[A]] — why') };
  const { index } = new TestVault(texts);
  const links = index.linksOf('A.md');
  const asked: string[] = [];
  const resolve = (target: string): string | null => {
    asked.push(target);
    return target === 'C' ? 'B.md' : null;
  };
  expect(index.neighbours('A.md', links, resolve).map(told)).toEqual([
    'upstream B declared: ',
    'upstream B both: why (from there)',
  ]);
  expect(asked).toEqual(['B', 'C']);
});
