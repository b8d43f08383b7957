import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstIndex } from '../../src/text/first-index';

describe('firstIndex', () => {
  it('is where a look through all items would find it, behind the last one where none is', () => {
    const ascending = fc.array(fc.integer({ min: -9, max: 9 })).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, fc.integer({ min: -10, max: 10 }), (items, least) => {
        const found = items.findIndex((item) => item >= least);
        expect(firstIndex(items, (item) => item >= least)).toBe(found === -1 ? items.length : found);
      }),
    );
  });

  it('looks at few of many', () => {
    let looks = 0;
    const items = Array.from({ length: 1000 }, (_, index) => index);
    expect(firstIndex(items, (item) => ++looks > 0 && item >= 400)).toBe(400);
    expect(looks).toBeLessThanOrEqual(10);
  });
});
