import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, comparingTexts, placedWords, type Stretch } from '../../src/compare/changed-words';
import { takeBack } from '../../src/compare/take-back';
import { applyChanges } from '../../src/model/apply-changes';

const compared = (before: string, after: string): ReturnType<typeof compareTexts> =>
  compareTexts(placedWords(before), placedWords(after));
/** Changes as `kind before>after`. */
const told = (before: string, after: string): readonly string[] => {
  const words = (list: Stretch['before']): string => list.map(({ text }) => text).join(' ');
  return compared(before, after).stretches.flatMap(({ kind, before: ours, after: theirs }) =>
    kind === 'same' ? [] : [`${kind} ${words(ours)}>${words(theirs)}`],
  );
};
/** The second text after everything that was changed is taken back, the last change first. */
function takenBack(before: string, after: string): string {
  const { stretches } = compared(before, after);
  return stretches.reduceRight((text, stretch, index) => {
    const change = stretch.kind === 'same' ? null : takeBack({ before, after }, stretches, index);
    return change ? applyChanges(text, [change]) : text;
  }, after);
}

describe('compareTexts(before, after)', () => {
  it('tells words from endings, and these from signs and capitals', () => {
    expect(told('ну часы отстают потому что масло густое', 'Часы отстают, потому что масла загустели.')).toEqual([
      'words ну>',
      'signs часы>Часы',
      'signs >,',
      'words масло густое>масла загустели .',
    ]);
    expect(told('мысль о поле', 'мысли о полях')).toEqual(['endings мысль>мысли', 'endings поле>полях']);
    expect(told('clocks lose time', 'clock lost time')).toEqual(['endings clocks lose>clock lost']);
    expect(told('все еще идет', 'Всё ещё идёт')).toEqual(['signs все>Всё', 'signs еще>ещё', 'signs идет>идёт']);
  });

  it('counts the words that were changed, inflections apart, and those that were added', () => {
    const { words, changed, added } = compared('раз часы три четыре', 'раз часов пять четыре шесть семь');
    expect({ words, changed, added }).toEqual({ words: 4, changed: 1, added: 2 });
  });

  it('sees no change in marks of emphasis', () => {
    expect(told('мысль о поле', '**мысль** о *поле*')).toEqual([]);
  });

  const word = fc.constantFrom('мысль', 'мысли', 'поле', 'и', 'сила', ',', '.', 'I', 'wave');
  const text = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));

  it('has every word of both texts once, in order (property)', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { stretches, words, changed } = compared(before, after);
        expect(stretches.flatMap((one) => one.before)).toEqual(placedWords(before));
        expect(stretches.flatMap((one) => one.after)).toEqual(placedWords(after));
        expect(changed).toBeLessThanOrEqual(words);
      }),
    );
  });

  it('gives the words of the first text where every change is taken back (property)', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(placedWords(before).some(({ text: one }) => after.includes(one)));
        const result = placedWords(takenBack(before, after)).map((one) => one.text);
        expect(result).toEqual(placedWords(before).map((one) => one.text));
      }),
    );
  });
});

describe('takeBack(texts, stretches, index)', () => {
  it.each([
    ['часы отстают', 'часы сильно отстают', 'часы отстают'],
    ['часы сильно отстают', 'часы отстают', 'часы сильно отстают'],
    ['вот часы', 'часы', 'вот часы'],
    ['часы', 'вот часы', 'часы'],
    ['часы отстают', 'Часы, отстают!', 'часы отстают'],
    ['часы идут\nвперёд', '**часы** стоят\nвперёд', '**часы** идут\nвперёд'],
    ['часы у стены стоят', '**часы на полке** стоят', '**часы у стены** стоят'],
    ['часы у меня стоят', '**часы на** полке стоят', '**часы у меня** стоят'],
    ['часы идут и стоят', 'часы идут, стоят', 'часы идут и стоят'],
    ['часы идут и стоят', '**часы идут**, стоят', '**часы идут** и стоят'],
    ['часы, человек стоят', 'часы — тот стоят', 'часы, человек стоят'],
    ['часы (стоят', 'часы и стоят', 'часы (стоят'],
  ])('puts back %j from %j', (before, after, result) => {
    expect(takenBack(before, after)).toBe(result);
  });
});

describe('What is taken back one by one', () => {
  const word = fc.constantFrom('мысль', 'поле', 'и', 'сила', 'мысль,', 'поле.', '—', 'сила –');
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));

  it('is the raw text again, blanks and all (property)', () => {
    fc.assert(
      fc.property(text, text, (raw, corrected) => {
        // Something of both is the same, so that each change has its place.
        const [before, after] = [`начало ${raw} конец`, `начало ${corrected} конец`];
        let now = after;
        for (let round = 0; round < 40 && now !== before; round++) {
          const { stretches } = compared(before, now);
          const index = stretches.findIndex(({ kind }) => kind !== 'same');
          const change = index === -1 ? null : takeBack({ before, after: now }, stretches, index);
          if (!change) break;
          now = applyChanges(now, [change]);
        }
        expect(now).toBe(before);
      }),
    );
  });
});

describe('comparingTexts(before, after)', () => {
  it('is done in many steps, and no more than it may take where all words are others that begin alike', () => {
    const words = (from: number): ReturnType<typeof placedWords> =>
      placedWords(Array.from({ length: 20_000 }, (_, at) => `слово${from + at}`).join(' '));
    const work = comparingTexts(words(0), words(20_000));
    let steps = 1;
    let step = work.next();
    for (; step.done !== true; steps++) step = work.next();
    expect(step.value).toMatchObject({ words: 20_000, changed: 20_000, added: 0 });
    expect(steps).toBeGreaterThan(100);
    expect(steps).toBeLessThan(1000);
  });
});
