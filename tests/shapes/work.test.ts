import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchSteps } from './regexp-steps';
import { loadCounted } from './work';

const { workOf } = await loadCounted();

/** Expressions of every make, some of which go back over what they passed again and again. */
const EXPRESSIONS = [
  /a/,
  /[ab]+c/,
  /(?:a|ab)(?:c|bcd)*?d/,
  /^\s*(a+)?b$/m,
  /(a+)+b/,
  /a{2,3}?b{1,2}/,
  /(?=ab)a(?!bb)b/,
  /(?<=b)a(?<!ba)/,
  /\b[ab]+\b/,
  /(a|b)\1/,
  /(?:a*)*c/,
  /[^]{0,3}?c/s,
  /\p{L}+|🟢\uFE0F?/u,
  /(?:🟢|[a-c]{2,})+$/iu,
  / +$/,
  /(a|b+|(?:c|d){2})d/,
  /(?:a?b*|^c)\b(?:🟢|d)/u,
  /(?:a{0,2}?(b)|[^a]c)+/,
  /[^ab]\uD83D?/,
];

describe('the steps of an expression', () => {
  it.each(EXPRESSIONS)('%s are those of a matcher that finds the same', (expression) => {
    const pieces = fc.constantFrom('a', 'b', 'c', 'd', ' ', '\n', 'A', '🟢', '\uFE0F', '\uD83D');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
        const text = all.join('');
        const found = expression.exec(text);
        const { index, end } = searchSteps(expression, text, 0);
        expect([index, end]).toEqual(found === null ? [-1, -1] : [found.index, found.index + found[0].length]);
      }),
    );
  });

  it('from a place on are those of a sticky one there alone', () => {
    const sticky = / +x/y;
    sticky.lastIndex = 2;
    expect(searchSteps(sticky, '  x   x', 2).index).toBe(-1);
    expect(searchSteps(sticky, '  x   x', 3)).toMatchObject({ index: 3, end: 7 });
  });
});

const MARK = '(?:\\p{Extended_Pictographic}(?:\\u200D\\p{Extended_Pictographic})*)';

/** What once took minutes, or ways to do so again: a call of a built-in function for each sign or line, an expression that goes back. */
const SQUARES: readonly (readonly [name: string, text: (size: number) => string, work: (text: string) => unknown])[] = [
  ['dots at the end of a name', (size) => `a${'.'.repeat(size)}b`, (text) => text.replace(/^[ .]+|[ .]+$/g, '')],
  [
    'blanks around a line break',
    (size) => `a${' '.repeat(size)}b`,
    (text) => text.replace(/\s*(?:\r\n|\r|\n)\s*/g, '<br>'),
  ],
  ['backslashes before a pipe', (size) => '\\'.repeat(size), (text) => text.replace(/(\\*)\|/g, '')],
  [
    'joined emoji without a meaning',
    (size) => '👩\u200D'.repeat(size / 3),
    (text) => [...text.matchAll(new RegExp(`(${MARK})=`, 'gu'))],
  ],
  [
    'comments that nothing closes',
    (size) => '<!--\n'.repeat(size / 5),
    (text) => text.split('\n').map((_, line) => text.indexOf('-->', line * 5)),
  ],
  [
    'the rest of a text, in lower case',
    (size) => 'a'.repeat(size),
    (text) => Array.from(text, (_, at) => text.slice(at).toLowerCase()),
  ],
  [
    'a list that is looked through for each of its items',
    (size) => 'a '.repeat(size / 2),
    (text) => text.split(' ').map((word, _, all) => all.lastIndexOf(`${word}b`)),
  ],
];

describe('the count of work', () => {
  it.each(SQUARES)('tells that it grows with the square: %s', (_, text, work) => {
    const [small, large] = [300, 3000].map((size) => {
      const given = text(size);
      return workOf(() => work(given));
    });
    expect(large).toBeGreaterThan(50 * (small ?? Infinity));
  });

  it('is the same each time', () => {
    const work = (): unknown =>
      'a b c '
        .repeat(100)
        .replace(/(?:a|b)+ /g, '')
        .split(' ')
        .sort()
        .indexOf('d');
    expect(workOf(work)).toBe(workOf(work));
  });

  it('leaves the built-in functions as they were, whatever is thrown', () => {
    const functions = (): readonly unknown[] =>
      ([RegExp.prototype, String.prototype, Array.prototype, Array, JSON] as readonly object[]).flatMap((owner) =>
        Object.values(Object.getOwnPropertyDescriptors(owner)).map(
          (property: PropertyDescriptor): unknown => property.value,
        ),
      );
    const before = functions();
    expect(() => workOf(() => JSON.parse('{'))).toThrow(SyntaxError);
    const after = functions();
    expect(before.every((one, index) => Object.is(one, after[index]))).toBe(true);
  });
});
