import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfTerm, TERM_NUMBERS, timesOfTerm } from '../../src/model/note-terms';
import { readTerms, wordsOfTerms } from '../../src/read/note-terms';
import { stemNumber, stemOf } from '../../src/text/stems';

const numberOf = (word: string): number => stemNumber(stemOf(word), TERM_NUMBERS);
const timesIn = (text: string, word: string, path = 'N.md'): number => {
  const term = [...readTerms(text, path).packed].find((one) => numberOfTerm(one) === numberOf(word));
  return term === undefined ? 0 : timesOfTerm(term);
};

describe('readTerms(text, path)', () => {
  test.each([
    ['name', '', 'ideas/Garden of paths.md', 3],
    ['title', '---\ntitle: A garden\n---\n', 'N.md', 1],
    ['description', '---\ndescription: "Gardens"\n---\n', 'N.md', 1],
    ['tags', '---\ntags: [garden]\n---\n', 'N.md', 1],
    ['headings, however far down', `${'x '.repeat(2000)}\n\n# The garden\n`, 'N.md', 1],
    ['text', 'A garden.\n\n- gardens too\n', 'N.md', 2],
    ['rows', '| a |\n|---|\n| garden |\n', 'N.md', 1],
  ])('hears the %s', (_, text, path, times) => {
    expect(timesIn(text, 'garden', path)).toBe(times);
  });

  test.each([
    ['a line with a link', 'See [[Garden]], a garden.'],
    ['a line with a Markdown link', 'See [a garden](garden.md).'],
    ['a line with a footnote', 'A garden[^1].'],
    ['a definition', '[^1]: The garden'],
    ['code', '```\ngarden\n```'],
    ['a comment', '%%\ngarden\n%%'],
    ['text far down', `${'слово '.repeat(300)}\n\ngarden`],
    ['other fields', '---\nsource: garden\nup: "[[garden]]"\n---\n'],
  ])('does not hear %s', (_, text) => {
    expect(timesIn(text, 'garden')).toBe(0);
  });

  test('takes the forms of a word for one, ё for е, and leaves out short words', () => {
    expect(timesIn('Ёлочки, елочка, ЁЛОЧКАМИ', 'елочка')).toBe(3);
    expect(readTerms('и в на', '.md').packed).toHaveLength(0);
  });

  test('leaves out numbers, and words that are in texts of any subject', () => {
    expect(readTerms('Which of these 2027 would there be, и как они тебя также.', '118.md').packed).toHaveLength(0);
  });

  test('gives each term once, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const numbers = [...readTerms(text, 'Note.md').packed].map(numberOfTerm);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const number of numbers) expect(number).toBeLessThan(TERM_NUMBERS);
      }),
    );
  });

  test('knows the word behind a term', () => {
    const text = '# Садоводство\n\nСадов здесь много.';
    expect([...wordsOfTerms(text, 'N.md', new Set([numberOf('садоводство')])).values()]).toEqual(['садоводство']);
  });
});
