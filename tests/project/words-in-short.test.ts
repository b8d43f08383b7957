import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerWords, languages } from '../../src/model/words';
import { spellingModule } from '../release/shorthand.mjs';
import { recipeOf, sharedShapes, wordsModule } from '../release/words-in-short.mjs';

/** What a module in the bundle gives for words, as data of this realm. */
function inBundle(words: unknown): unknown {
  const spelling = spellingModule({ phrases: [], signs: '', letters: '' }).replaceAll('export ', '');
  const module = wordsModule({ languages: words, headerWords: headerWords() })
    .replace(/^import .*$/m, '')
    .replaceAll('export ', '');
  const made = 'JSON.stringify([languages(), languages() === languages(), headerWords()])';
  return JSON.parse(String(runInNewContext(`${spelling}\n(() => {${module}\nreturn ${made};})()`)));
}

describe('the words of all languages in the bundle', () => {
  it('are those of the sources, and are made once', () => {
    expect(inBundle(languages())).toEqual([JSON.parse(JSON.stringify(languages())), true, headerWords()]);
  });

  it('are made again whatever they are', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('', 'up', 'идея|идеи', 'выше|ниже|выше', 'a"b\\c', true, false, 7),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'words', 'isDense'), tie('value'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (words) => {
        expect(inBundle([words])).toEqual([[words], true, headerWords()]);
      }),
    );
  });

  it('say once how they are made where several are made alike', () => {
    const { source } = recipeOf([
      { steps: { first: 'one', second: 'two', third: 'three' }, isDense: true },
      { steps: { first: 'un', third: 'trois' } },
    ]);
    expect(sharedShapes(source)).toEqual({
      source: '[{steps:shape0(),isDense:true},{steps:shape0()}]',
      shapes: ['{first:next(),second:next(),third:next()}'],
    });
  });

  it.each([[[() => 1]], [{ a: /b/ }], [{ a: null }], [['two\u0001texts']]])(
    'refuse %j, which would be lost',
    (value) => {
      expect(() => recipeOf(value)).toThrow();
    },
  );
});
