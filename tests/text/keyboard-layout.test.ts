import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOtherLayout } from '../../src/text/keyboard-layout';

describe('inOtherLayout(typed)', () => {
  it.each([
    ['Ntgksq', 'теплый'],
    ['n`gksq xfq', 'тёплый чай'],
    ['Еуф', 'tea'],
    ['2024', '2024'],
    ['', ''],
  ])('of %j is %j', (typed, other) => {
    expect(inOtherLayout(typed)).toBe(other);
  });

  it('of a Russian word comes back by the same keys (property)', () => {
    const word = fc.string({ unit: fc.constantFrom(...'йцукенгшщзхъфывапролджэячсмитьбюё'), minLength: 1 });
    fc.assert(fc.property(word, (text) => inOtherLayout(inOtherLayout(text)) === text));
  });
});
