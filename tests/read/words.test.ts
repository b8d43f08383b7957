import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/read/words';

const count = (text: string): ReturnType<typeof countWords> => countWords(text, 0, text.length);

describe('countWords(text, from, end)', () => {
  it.each([
    ['', 0],
    ['— … 🟢 |', 0],
    ['one', 1],
    ['кофе с молоком', 3],
    ["it's a well-known fact", 4],
    ['don’t', 1],
    ['dash - between', 2],
    ['**bold**word', 2],
    ['строка\nстрока', 2],
    ['e\u0301te\u0301', 1],
    ['日本', 1],
    ['room 12', 2],
  ])('counts in %j %i words', (text, words) => {
    expect(count(text).words).toBe(words);
  });

  it('counts nothing outside its bounds', () => {
    expect(countWords('one two three', 4, 7).words).toBe(1);
    expect(countWords('one two', 7, 7).words).toBe(0);
  });

  it('tells the language by the letters', () => {
    expect(count('Окно мою весной').language).toBe('ru');
    expect(count('I wash the window').language).toBe('en');
    expect(count('Окно и window поровну letters').language).toBe('mixed');
    expect(count('Длинное русское предложение про одно окно и один API').language).toBe('ru');
    expect(count('12 34').language).toBe('mixed');
    expect(count('').language).toBe('mixed');
  });

  it('counts as many words as were joined with spaces', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zа-я0-9]+$/)), (words) => {
        expect(count(words.join(' ')).words).toBe(words.length);
      }),
    );
  });
});
