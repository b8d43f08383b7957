import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSentences, sentencesOf } from '../../src/compare/sentences';

const cut = (text: string): readonly string[] => sentencesOf({ line: 1, text }).map((sentence) => sentence.text);

describe('sentencesOf(line)', () => {
  it('ends them at full stops, questions, exclamations and an ellipsis, with the quotes and marks that close there', () => {
    expect(cut('Stop. Why? “Go on!” So… Then more')).toEqual(['Stop.', 'Why?', '“Go on!”', 'So…', 'Then more']);
    expect(cut('**Сначала разберите.** Потом смажьте.')).toEqual(['**Сначала разберите.**', 'Потом смажьте.']);
  });

  it('ends none behind what is short, behind a number of an item, and before small letters', () => {
    expect(cut('Prof. Oak saw it, e.g. in vol. 2 of the log. Then he left.')).toEqual([
      'Prof. Oak saw it, e.g. in vol. 2 of the log.',
      'Then he left.',
    ]);
    expect(cut('1. Снимите стрелки, т. е. обе. см. рис. 4')).toEqual(['1. Снимите стрелки, т. е. обе. см. рис. 4']);
  });

  it('cuts through nothing that is marked', () => {
    expect(cut('It is **so. Or not.** Here `a. B. c` and [[One. Two]] stay. End.')).toEqual([
      'It is **so. Or not.**',
      'Here `a. B. c` and [[One. Two]] stay.',
      'End.',
    ]);
  });

  it('keeps all but white space, whatever the text', () => {
    const piece = fc.constantFrom('Да. ', 'no ', '**', '`', '. ', '…', '? ', '[[', ']] ', 'т. е. ', '(', ') ', '5. ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('').trim();
        const sentences = sentencesOf({ line: 3, text });
        expect(
          sentences
            .map((one) => one.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        expect(joinSentences(sentences).length).toBe(text === '' ? 0 : 1);
      }),
    );
  });
});
