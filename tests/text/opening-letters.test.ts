import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openingLetters } from '../../src/text/opening-letters';

const WORDS = ['t', 'ss', 'tier', 'Уровень', 'очень низкий', 'médio', 'höchste', '低', '*nivå'];
const mayOpen = openingLetters(WORDS);

it('lets every text through that begins with one of the words, in letters of any size', () => {
  const behind = fc.oneof(
    fc.constant(''),
    fc.constantFrom(' ', '-', '1', ':', '.').chain((sign) => fc.string().map((rest) => sign + rest)),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...WORDS.filter((word) => !word.startsWith('*'))),
      fc.boolean(),
      behind,
      fc.string(),
      (word, isLarge, rest, before) => {
        expect(mayOpen(before + (isLarge ? word.toUpperCase() : word) + rest, before.length)).toBe(true);
      },
    ),
  );
});

it('tells most words of both alphabets apart', () => {
  const others = 'Вышестоящие|нижестоящие|Прямые|релевантные|Sources|the|conclusion|Tide|у|urn'.split('|');
  expect(others.filter((word) => mayOpen(word, 0))).toEqual([]);
});

it('does not tell letters of other alphabets, nor what is no word', () => {
  for (const text of ['ёлка', 'Ärger', 'tést', '中', '🥇 first', '']) expect(mayOpen(text, 0)).toBe(true);
});
