import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/text/edit-distance';

/** Every cell of the table, as the books have it. */
function slowDistance(a: string, b: string, swaps: boolean): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : i)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = swaps && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const least = Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1, isSwapped ? at(i - 2, j - 2) + 1 : Infinity);
      rows[i]?.splice(j, 1, least);
    }
  }
  return at(a.length, b.length);
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'д'), maxLength: 9 });
const limits = fc.nat({ max: 4 });

describe('editDistance', () => {
  it.each([
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', '', 3],
    ['', '', 0],
    ['kitten', 'sitting', 3],
  ])('tells %s from %s by %i slips', (a, b, slips) => {
    expect(editDistance(a, b, 4)).toBe(slips);
  });

  it('counts as the books do, up to its limit', () => {
    fc.assert(
      fc.property(words, words, limits, fc.boolean(), (a, b, limit, swaps) => {
        const distance = editDistance(a, b, limit, { swaps, openEnd: false });
        expect(distance).toBe(Math.min(slowDistance(a, b, swaps), limit + 1));
      }),
    );
  });

  it('is with an open end that of the nearest beginning', () => {
    fc.assert(
      fc.property(words, words, limits, fc.boolean(), (stem, word, limit, swaps) => {
        const beginnings = Array.from({ length: word.length + 1 }, (_, length) => word.slice(0, length));
        const least = Math.min(...beginnings.map((one) => slowDistance(stem, one, swaps)));
        expect(editDistance(stem, word, limit, { swaps, openEnd: true })).toBe(Math.min(least, limit + 1));
      }),
    );
  });
});
