import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/read/plain';

describe('plainText(markdown)', () => {
  it.each([
    ['**bold** and *slanted* and ***both***', 'bold and slanted and both'],
    ['__bold__ and _slanted_', 'bold and slanted'],
    ['~~struck~~ ==marked== `code`', 'struck marked code'],
    ['[[Note]]', 'Note'],
    ['[[Note|shown]]', 'shown'],
    ['[[Note\\|shown]]', 'shown'],
    ['[[Note#Heading]]', 'Note > Heading'],
    ['[[#Heading]]', 'Heading'],
    ['![[picture.png|wide]]', 'wide'],
    ['[shown](address.md "title")', 'shown'],
    ['![alt](picture.png)', 'alt'],
    ['word[^1] and[^note]', 'word and'],
    ['one<br>two<BR />three', 'one two three'],
    ['<b>x</b><sup>2</sup>', 'x2'],
    ['\\*stars\\* and \\|', '*stars* and |'],
    ['snake_case_word', 'snake_case_word'],
    ['2 * 3', '2 * 3'],
    ['  much \t white\nspace  ', 'much white space'],
    ['$x^2$', '$x^2$'],
    ['Ёлка — «лес»', 'Ёлка — «лес»'],
    ['1 < 2', '1 < 2'],
    ['', ''],
  ])('makes of %j the text %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('leaves words as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zА-яё0-9.,:;()«»—+-]+( [A-Za-zА-яё0-9.,:;()«»—+-]+)*$/u), (words) => {
        expect(plainText(words)).toBe(words);
      }),
    );
  });

  it('never throws and gives one trimmed line', () => {
    const pieces = [
      '*',
      '**',
      '_',
      '`',
      '[[',
      ']]',
      '[',
      '](',
      ')',
      '|',
      '\\',
      '<',
      '>',
      '<br>',
      '\n',
      '\ud800',
      'a',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const plain = plainText(parts.join(''));
        expect(plain).toBe(plain.trim());
        expect(plain).not.toContain('\n');
      }),
    );
  });
});
