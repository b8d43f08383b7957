import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldCase } from '../../src/text/fold';
import { graphemes } from '../../src/text/graphemes';
import { foldPath, folderOf, nameAmong, nameOfLink, nameOfNote } from '../../src/text/note-name';
import { decodePercent } from '../../src/text/percent';
import { composed } from '../../src/text/unicode-form';

describe('composed', () => {
  it('is the composed form of any text, of each character by itself and of all together', () => {
    for (let code = 0; code < 0x30000; code++) {
      const sign = String.fromCodePoint(code);
      if (composed(sign) !== sign.normalize('NFC')) expect.fail(`U+${code.toString(16)}`);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => composed(text) === text.normalize('NFC')));
    expect(composed('и\u0306\u1112\u1161')).toBe('й\uD558');
  });
});

describe('names', () => {
  it('are shown without folder and extension', () => {
    expect(nameOfNote('a/B c.MD')).toBe('B c');
    expect(nameOfNote('c.d')).toBe('c.d');
    expect(folderOf('a/b/c.md')).toBe('a/b');
    expect(folderOf('c.md')).toBe('');
  });

  it('are paths where two notes beside each other have one', () => {
    expect(nameAmong('a/B.md', ['a/B.md', 'C.md'])).toBe('B');
    expect(nameAmong('a/B.md', ['a/B.md', 'c/B.md'])).toBe('a/B');
  });

  it('are taken out of links', () => {
    expect(nameOfLink('../a/B%20c.md#Part')).toBe('B c');
    expect(nameOfLink('file:///C:\\a\\B')).toBe('B');
    expect(nameOfLink('C%23.md#Part')).toBe('C#');
    expect(nameOfLink('a/B.md%23Part')).toBe('B');
    expect(nameOfLink('#Part')).toBe('#Part');
  });

  it('are compared without what two ways to write one differ in', () => {
    expect(foldPath(' A\u00A0И\u0306.md')).toBe('a й');
    expect(foldCase('Ёлка')).toBe('ёлка');
    expect(fold('Е\u0308лка')).toBe('елка');
  });

  it('keep a percent sign that encodes nothing, and all beside it', () => {
    expect(decodePercent('a%20b')).toBe('a b');
    expect(decodePercent('100%25')).toBe('100%');
    expect(decodePercent('a%20b 5%')).toBe('a%20b 5%');
    expect(decodePercent('%E0%A4%A')).toBe('%E0%A4%A');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof decodePercent(text) === 'string'));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => decodePercent(encodeURIComponent(text)) === text));
  });

  it('are cut only between what a reader sees as one character', () => {
    expect(graphemes('й👩‍👩‍👧🇫🇷a')).toEqual(['й', '👩‍👩‍👧', '🇫🇷', 'a']);
  });
});
