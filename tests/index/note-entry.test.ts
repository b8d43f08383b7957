import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreEntry, storeEntry, type NoteEntry } from '../../src/index/note-entry.ts';
import { LINK_ORIGINS } from '../../src/model/link-origin.ts';
import { RELATION_NAMES } from '../../src/model/vocabulary.ts';

const ENTRY: NoteEntry = {
  path: 'A/B.md',
  size: 120,
  mtime: 1_700_000_000_000,
  links: [{ line: 3, relation: 'upstream', target: 'C', heading: 'Part', description: 'why', origin: 'property' }],
  facts: { aliases: ['Bee'], kinds: 'lt...........', isTemplate: false },
  expansion: 507,
};

test('an entry that was stored comes back the same, through any copy of its data', () => {
  const anyEntry = fc.record({
    path: fc.string(),
    size: fc.nat(),
    mtime: fc.nat(),
    links: fc.array(
      fc.record({
        line: fc.nat(),
        relation: fc.constantFrom(...RELATION_NAMES),
        target: fc.string({ unit: 'binary' }),
        heading: fc.string(),
        description: fc.string({ unit: 'binary' }),
        origin: fc.constantFrom(...LINK_ORIGINS),
      }),
      { maxLength: 3 },
    ),
    facts: fc.record({ aliases: fc.array(fc.string()), kinds: fc.string(), isTemplate: fc.boolean() }),
    expansion: fc.nat(),
  });
  fc.assert(
    fc.property(anyEntry, (entry) => {
      expect(restoreEntry(structuredClone(storeEntry(entry)))).toEqual(entry);
    }),
  );
});

test('anything else is thrown away', () => {
  const stored = storeEntry(ENTRY);
  const damaged: unknown[] = [
    undefined,
    null,
    17,
    'text',
    [],
    {},
    { ...stored, path: 1 },
    { ...stored, size: '120' },
    { ...stored, mtime: undefined },
    { ...stored, links: null },
    { ...stored, links: 'none' },
    { ...stored, links: [null] },
    { ...stored, links: [['3', 'upstream', 'C', '', '', 'list']] },
    { ...stored, links: [[3, 'sideways', 'C', '', '', 'list']] },
    { ...stored, links: [[3, 'upstream', null, '', '', 'list']] },
    { ...stored, links: [[3, 'upstream', 'C']] },
    { ...stored, links: [[3, 'upstream', 'C', '', 5, 'list']] },
    { ...stored, links: [[3, 'upstream', 'C', '', '']] },
    { ...stored, links: [[3, 'upstream', 'C', '', '', 'elsewhere']] },
    { ...stored, links: ENTRY.links },
    { ...stored, facts: undefined },
    { ...stored, expansion: undefined },
    { ...stored, expansion: '507' },
    { ...stored, facts: { aliases: [1], kinds: '', isTemplate: false } },
    { ...stored, facts: { aliases: [], kinds: '', isTemplate: 'no' } },
  ];
  for (const one of damaged) expect(restoreEntry(one)).toBeNull();
  expect(restoreEntry(stored)).toEqual(ENTRY);
});

test('anything at all is read without throwing', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(() => restoreEntry(data)).not.toThrow();
    }),
  );
});
