import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import type { Kind } from './kinds.ts';
import { SHAPES } from './shapes.ts';
import { endCounting, keepCounting, type Counted } from './work.ts';

/**
 * One test a shape: none of the kinds of work grows faster than its text. All kinds take one shape before the next, for several read it
 * alike, which need not be done for each of them anew: see `readOnce`.
 */
export function describeGrowth(counted: Counted, kinds: readonly Kind[]): void {
  countInThisFile();
  describe('the work grows as the text does, whatever is done with it:', () => {
    it.each(SHAPES)('$name', { timeout: 600_000 }, ({ text, isWide = false }) => {
      const faster = kinds.flatMap((kind) => {
        if (isWide && kind.goesByColumn === true) return [];
        try {
          const { sizes, works, isLinear } = growthOf(counted, kind, { text });
          return isLinear ? [] : [`${kind.name}: ${works.join(' → ')} for ${sizes.join(' → ')} characters`];
        } catch (error) {
          return [`${kind.name}: ${String(error)}`];
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
