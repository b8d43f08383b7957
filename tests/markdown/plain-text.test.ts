import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLines, plainText } from '../../src/markdown/plain-text';
import { inlineText } from './inline-text';

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
    ['<b>x</b><sup>2</sup>', 'x²'],
    ['\\*stars\\* and \\|', '*stars* and |'],
    ['snake_case_word', 'snake_case_word'],
    ['2 * 3', '2 * 3'],
    ['  much \t white\nspace  ', 'much white space'],
    ['$x^2$', '$x^2$'],
    ['Ёлка — «лес»', 'Ёлка — «лес»'],
    ['1 < 2', '1 < 2'],
    ['3*4', '3*4'],
    ['2*300', '2*300'],
    ['12*', '12*'],
    ['2**3', '2**3'],
    ['a == b', 'a == b'],
    ['x ~~ y', 'x ~~ y'],
    ['__init__ is **bold', 'init is **bold'],
    ['my__name and its_', 'my__name and its_'],
    ['Tom &amp; Ann', 'Tom & Ann'],
    ['5&nbsp;000 €', '5 000 €'],
    ['AT&T & you', 'AT&T & you'],
    ['10<sup>3</sup>', '10³'],
    ['10<sup>-12</sup> m', '10⁻¹² m'],
    ['10<sup>2.5</sup>', '10^2.5'],
    ['1<sup>st</sup>', '1st'],
    ['2<sup>n+1</sup>', '2ⁿ⁺¹'],
    ['H<sub>2</sub>O', 'H2O'],
    ['101<sub>2</sub>', '101₂'],
    ["<span style='color:red'>Red</span> oil", 'Red oil'],
    ['<ul><li>one</li><li>two</li></ul>', 'one two'],
    ['x <y and z> w', 'x <y and z> w'],
    ['a <!-- b --> c', 'a c'],
    ['a %% b %%', 'a'],
    ['80 %, then 20 %', '80 %, then 20 %'],
    ['$a*b$ and $c*d$', '$a*b$ and $c*d$'],
    ['cost $5*2 or $6*3', 'cost $52 or $63'],
    ['`a*b` and `c_d_`', 'a*b and c_d_'],
    ['a^[b] c', 'a c'],
    ['[a](b_(c).md "t")', 'a'],
    ['![[a.png|100]]', 'a.png'],
    ['![alt|100x145](x)', 'alt'],
    ['https://a.example/b_c_d*e*f', 'https://a.example/b_c_d*e*f'],
    ['', ''],
  ])('makes of %j the text %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('gives each line apart where that is asked for', () => {
    expect(plainLines('**🟢 a<br>💰 b** c')).toEqual(['🟢 a', '💰 b c']);
    expect(plainLines(' words ')).toEqual(['words']);
  });

  it('reads bold text as it reads any other', () => {
    fc.assert(
      fc.property(inlineText, (words) => {
        const [bold, other] = [`**${words}**`, `**${words}** <b></b>`].map(plainText);
        // What stands behind it takes no part in it.
        if (!/[<>&`$[\]%\\]/.test(words)) expect(other).toBe(bold);
      }),
      { numRuns: 1000 },
    );
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
