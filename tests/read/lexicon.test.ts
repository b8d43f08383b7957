import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/read/lexicon';
import { phrasePattern, wholeWords } from '../../src/text/phrases';

const PHRASES = [
  'up(wards?)?',
  'sub-*',
  '(a )?part of',
  'parts?',
  'тем*',
  'под-?(тем*|вид(ы|ов))',
  'x',
  'see also',
  'a*',
];
const lexicon = new Lexicon(PHRASES.map((phrase) => ({ phrase, isDense: false, meaning: phrase })));
const WORDS = [
  'up',
  'upward',
  'upwards',
  'sub',
  'subs',
  'a',
  'part',
  'of',
  'parts',
  'темы',
  'под',
  'подвиды',
  'x',
  'see',
  'also',
  'é',
  '1',
];
const text = fc.array(fc.constantFrom(...WORDS, ' ', ' ', ' ', '-', ': ', ', ')).map((parts) => parts.join(''));

describe('a lexicon', () => {
  it('finds the phrases that patterns find, and where', () => {
    fc.assert(
      fc.property(text, (words) => {
        const hits = lexicon.find(words);
        expect([...new Set(hits.map(({ meaning }) => meaning))].sort()).toEqual(
          PHRASES.filter((phrase) => phrasePattern([phrase]).test(words)).sort(),
        );
        for (const { from, to, meaning } of hits)
          expect(new RegExp(`^${wholeWords([meaning])}$`).test(words.slice(from, to))).toBe(true);
      }),
    );
  });

  it('finds those of scripts without spaces wherever they stand', () => {
    const dense = new Lexicon([{ phrase: '上级', isDense: true, meaning: 1 }]);
    expect(dense.find('我的上级主题')).toEqual([{ from: 2, to: 4, meaning: 1 }]);
  });
});
