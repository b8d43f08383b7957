import { expect, it } from 'vitest';
import { readNote } from '../../src/read/note';

it.each(['status:: ripe', '**Status**:: ripe [^1]'])('ends an entry by a field without links: %s', (field) => {
  const { ideaLinks } = readNote(`## Related ideas\n\n- [[Keel]] — carries the mast\n${field}\n`);
  expect(ideaLinks.map(({ description }) => description)).toEqual(['carries the mast']);
});

it('reads a field with links, and one in brackets, on a line that begins with neither', () => {
  const { ideaLinks } = readNote('up:: [[Keel]]\n\nWords (down:: [[Sail]]) and words.\n\n- up:: [[Mast]]\n');
  expect(ideaLinks.map(({ target, relation }) => `${relation} ${target}`)).toEqual([
    'upstream Keel',
    'downstream Sail',
    'upstream Mast',
  ]);
});
