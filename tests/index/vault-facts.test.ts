import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VaultFacts } from '../../src/index/vault-facts.ts';
import { CHECKED_FIELDS, NO_FACTS, type NoteFacts } from '../../src/model/note-facts.ts';

const kinds = (letter: string): string => letter.padEnd(CHECKED_FIELDS.length, '.');
const factsOf = (letter: string, more: Partial<NoteFacts> = {}): NoteFacts => ({
  ...NO_FACTS,
  kinds: kinds(letter),
  ...more,
});

function vaultOf(letters: string): VaultFacts {
  const vault = new VaultFacts();
  vault.update(
    [...letters].map((letter, at) => ({ kind: 'set', path: `${at}.md`, links: [], facts: factsOf(letter) })),
  );
  return vault;
}

test.each([
  ['llll', null],
  ['lllll', 'l'],
  ['lllllt', 'l'],
  ['lllltt', null],
  ['llllt....', 'l'],
  ['tttttttl', 't'],
])('of the kinds %s in a field, %s is usual', (letters, usual) => {
  expect(vaultOf(letters).usualKind('tags')).toBe(usual);
  expect(vaultOf(letters).usualKind('category')).toBeNull();
  expect(vaultOf(letters).usualKind('of no meaning')).toBeNull();
});

test('templates make no habit', () => {
  const vault = vaultOf('tttt');
  vault.update([{ kind: 'set', path: 'T.md', links: [], facts: factsOf('t', { isTemplate: true }) }]);
  expect(vault.usualKind('tags')).toBeNull();
  vault.update([{ kind: 'set', path: 'T.md', links: [], facts: factsOf('t') }]);
  expect(vault.usualKind('tags')).toBe('t');
});

test('after any changes the vault says what one says that was filled with what is left', () => {
  const path = fc.constantFrom('Lens.md', 'Prism.md', 'a/Lens.md', 'Mirror.md');
  const facts = fc.record({
    aliases: fc.subarray(['Looking glass', 'Lenses']),
    kinds: fc.constantFrom('', kinds('t'), kinds('l'), kinds('.d')),
    isTemplate: fc.boolean(),
  });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), path, links: fc.constant([]), facts }),
    fc.record({ kind: fc.constant('set' as const), path, links: fc.constant([]) }),
    fc.record({ kind: fc.constant('remove' as const), path }),
    fc.record({ kind: fc.constant('rename' as const), from: path, to: path }),
  );
  fc.assert(
    fc.property(fc.array(change), fc.boolean(), (changes, isAsked) => {
      const lived = new VaultFacts();
      if (isAsked) lived.prepareNames(Infinity);
      const left = new Map<string, NoteFacts>();
      for (const one of changes) {
        lived.update([one]);
        if (one.kind === 'set') left.set(one.path, 'facts' in one ? one.facts : NO_FACTS);
        else if (one.kind === 'remove') left.delete(one.path);
        else {
          const moved = left.get(one.from);
          if (moved === undefined || one.from === one.to) continue;
          left.delete(one.from);
          left.set(one.to, moved);
        }
      }
      const fresh = new VaultFacts();
      fresh.update(Array.from(left, ([at, known]) => ({ kind: 'set', path: at, links: [], facts: known })));
      for (const field of CHECKED_FIELDS) expect(lived.usualKind(field)).toBe(fresh.usualKind(field));
      for (const target of ['Lens', 'Looking glas', 'Mirrors']) {
        expect(lived.names.find(target, 9)).toEqual(fresh.names.find(target, 9));
      }
    }),
  );
});

test('names are taken in some at a time, and what has been looked for is known until one comes or goes', () => {
  const vault = vaultOf('tttt');
  expect([vault.prepareNames(3), vault.prepareNames(3), vault.prepareNames(3)]).toEqual([false, true, true]);
  expect(vault.knowsNear('Lens')).toBe(false);
  expect(vault.names.meant('Lens', 3)).toEqual([]);
  expect(vault.knowsNear('Lens')).toBe(true);
  vault.update([{ kind: 'set', path: '0.md', links: [], facts: factsOf('l') }]);
  expect(vault.knowsNear('Lens')).toBe(true);
  vault.update([{ kind: 'set', path: 'Lens.md', links: [] }]);
  expect(vault.knowsNear('Lens')).toBe(false);
  expect(vault.names.meant('lens', 3)).toEqual(['Lens']);
});

test('no template is meant by a link, until it is one no more', () => {
  const vault = vaultOf('t');
  const set = (isTemplate: boolean): void =>
    vault.update([{ kind: 'set', path: 'Plant.md', links: [], facts: factsOf('t', { isTemplate }) }]);
  set(true);
  expect(vault.names.meant('Plants', 3)).toEqual([]);
  set(false);
  expect(vault.names.meant('Plants', 3)).toEqual(['Plant']);
  set(true);
  expect(vault.names.meant('Plants', 3)).toEqual([]);
});
