import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import type { Kind } from './kinds.ts';
import { SHAPES } from './shapes.ts';
import { endCounting, keepCounting, type Counted } from './work.ts';

/** One test a kind of work: for none of the shapes it grows faster than the text. */
export function describeGrowth(counted: Counted, kinds: readonly Kind[]): void {
  countInThisFile();
  describe('the work grows as the text does, whatever is in it:', () => {
    it.each(kinds)('$name', { timeout: 600_000 }, (kind) => {
      const faster = SHAPES.flatMap(({ name, text, isWide = false }) => {
        if (isWide && kind.goesByColumn === true) return [];
        try {
          const { sizes, works, isLinear } = growthOf(counted, kind, { text });
          return isLinear ? [] : [`${name}: ${works.join(' → ')} for ${sizes.join(' → ')} characters`];
        } catch (error) {
          return [`${name}: ${String(error)}`];
        }
      });
      expect(faster).toEqual([]);
    });
  });
}

/** The built-in functions count from the first test of a file to its last. */
export function countInThisFile(): void {
  beforeAll(keepCounting);
  afterAll(endCounting);
}
