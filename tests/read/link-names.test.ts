import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkTarget } from '../../src/markdown/wikilink';
import { mayNameNote } from '../../src/read/link-target';
import { readOpening } from '../../src/read/subject';

/** Signs that a name is made of, and those that end it, or make it the name of something else. */
const SIGNS = [...'abYMDйЁ01 -,().…_$%?{}<>|#\\/!:\t\u00A0'];

it('reads a link by its name alone as it is read sign by sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 14 }), (inside) => {
      const text = `[[${inside}]]`;
      const expected = linkTarget(inside);
      const isNote = expected.target !== '' && mayNameNote(expected.target);
      expect(readOpening(text, 0, text.length)?.subjects ?? []).toEqual(
        isNote ? [{ kind: 'wikilink', ...expected, from: 0, end: text.length }] : [],
      );
    }),
  );
});

it.each(['YYYY-MM-DD', ' ', 'map.canvas', '$name', '{title}', '…'])('takes [[%s]] for no note', (inside) => {
  expect(readOpening(`[[${inside}]]`, 0, inside.length + 4)).toBeNull();
});
