import { describe, expect, it } from 'vitest';
import { growthOf } from './growth';
import type { Kind } from './kinds';

/** Whether a kind of work that counts as `cost` says is taken for linear, for a text that opens with so many characters. */
function isLinear(cost: (length: number) => number, opening: number): boolean {
  let work = 0;
  const kind: Kind = { name: 'made up', work: (text) => (work += cost(text.length)) };
  const workOf = (call: () => unknown): number => {
    const before = work;
    call();
    return work - before;
  };
  const text = (size: number): string => 'o'.repeat(opening) + 'a'.repeat(Math.max(1, size - opening));
  return growthOf({ workOf, forget: () => undefined }, kind, { text }).isLinear;
}

// The sources are counted by others: here it is how they are judged.
describe.each([0, 150, 6_000, 90_000])('the growth of work, for a text that opens with %d characters,', (opening) => {
  it.each([
    ['what is done once', () => 5_000],
    ['a hundred steps a character', (length: number) => 100 * length],
    ['steps a character that grow with the logarithm', (length: number) => 30 * length * Math.log2(length)],
  ])('is as that of the text: %s', (_, cost) => {
    expect(isLinear(cost, opening)).toBe(true);
  });

  it.each([
    ['the square', (length: number) => length * length],
    [
      'a tenth of the square, beside what grows with the text',
      (length: number) => 20 * length + (length * length) / 10,
    ],
    ['the cube', (length: number) => length ** 3],
  ])('is faster: %s', (_, cost) => {
    expect(isLinear(cost, opening)).toBe(false);
  });
});
