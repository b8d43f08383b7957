import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfMark } from '../../src/model/marks';
import { MARK_SIGNS } from '../../src/model/vocabulary';
import { readMarks } from '../../src/read/marks';

/** `💰×3 words`, as short as it reads. */
const marksOf = (cell: string): string[] =>
  readMarks(cell).map(({ mark, count, words }) => `${mark}×${count} ${words}`.trim());

describe('readMarks(cell)', () => {
  it('counts direct repeats of the sign that opens a cell', () => {
    expect(marksOf('💰💰💰')).toEqual(['💰×3']);
    expect(marksOf('🟢 high coverage')).toEqual(['🟢×1 high coverage']);
  });

  it('reads a mark at the start of each part after a comma, a semicolon or a line break', () => {
    expect(marksOf('🟢 fast, 🔴 fragile; ⚪ plain<br>💰💰 dear<BR/>✅')).toEqual([
      '🟢×1 fast',
      '🔴×1 fragile',
      '⚪×1 plain',
      '💰×2 dear',
      '✅×1',
    ]);
  });

  it('reads the parts of a cell as they are shown', () => {
    expect(marksOf('**🟢 fast, 🔴 fragile**')).toEqual(['🟢×1 fast', '🔴×1 fragile']);
    expect(marksOf('🟢 you &amp; me, 💰')).toEqual(['🟢×1 you & me', '💰×1']);
    expect(marksOf('&#128994; fast')).toEqual(['🟢×1 fast']);
    expect(marksOf('<b>🟢</b> 2*300<br>💰')).toEqual(['🟢×1 2*300', '💰×1']);
    expect(marksOf('<ul><li>🟢 fast</li><li>🔴 fragile</li></ul>')).toEqual(['🟢×1 fast', '🔴×1 fragile']);
  });

  it('reads several signs at one opening, the words belonging to the last', () => {
    expect(marksOf('🟢🟢⚪ mostly')).toEqual(['🟢×2', '⚪×1 mostly']);
    expect(marksOf('★★★☆☆')).toEqual(['★×3', '☆×2']);
  });

  it('leaves signs later in the words alone', () => {
    expect(marksOf('throughput ↑')).toEqual([]);
    expect(marksOf('from 3→4 people')).toEqual([]);
    expect(marksOf('good 🟢')).toEqual([]);
    expect(marksOf('🟢 good 🔴 bad')).toEqual(['🟢×1 good 🔴 bad']);
  });

  it('does not take arithmetic for marks', () => {
    expect(marksOf('+5 %')).toEqual([]);
    expect(marksOf('−3')).toEqual([]);
    expect(marksOf('± 2')).toEqual([]);
    expect(marksOf('+')).toEqual(['+×1']);
    expect(marksOf('+ cheap')).toEqual(['+×1 cheap']);
  });

  it('takes one picture as people see it for one mark', () => {
    expect(marksOf('👩‍💻👩‍💻 developers')).toEqual(['👩‍💻×2 developers']);
    expect(marksOf('🇷🇺🇷🇺🇩🇪')).toEqual(['🇷🇺×2', '🇩🇪×1']);
    expect(marksOf('👍🏽👍🏽')).toEqual(['👍🏽×2']);
    // A flag of a part of a country goes on in tags.
    expect(marksOf('🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿 home')).toEqual(['🏴󠁧󠁢󠁥󠁮󠁧󠁿×2', '🏴󠁧󠁢󠁳󠁣󠁴󠁿×1 home']);
    expect(marksOf('1️⃣ one')).toEqual(['1️⃣×1 one']);
  });

  it('takes a sign with and without the variation selector for one mark', () => {
    expect(marksOf('⚪️⚪')).toEqual(['⚪×2']);
    expect(marksOf('⚠️, ⚠')).toEqual(['⚠×1', '⚠×1']);
  });

  it('looks behind emphasis', () => {
    expect(marksOf('**🟢** clear')).toEqual(['🟢×1 clear']);
    expect(marksOf('~~🔴 gone~~')).toEqual(['🔴×1 gone']);
  });

  it.each([...MARK_SIGNS])('knows the sign %s', (sign) => {
    expect(marksOf(`${sign} words`)).toEqual([`${sign}×1 words`]);
  });

  it('reads no marks in words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zА-я0-9 .()"«»—-]*$/), (cell) => {
        expect(readMarks(cell)).toEqual([]);
      }),
    );
  });

  it('counts as many marks as stand there', () => {
    fc.assert(
      fc.property(fc.constantFrom('🟢', '💰', '👩‍💻', '🇷🇺', '★'), fc.integer({ min: 1, max: 40 }), (mark, count) => {
        expect(readMarks(`${mark.repeat(count)} x`)).toEqual([{ mark, count, words: 'x' }]);
      }),
    );
  });
});

describe('kindOfMark(mark)', () => {
  it('tells costs from values, whatever the variation selector', () => {
    expect(['💰', '💸', '⏳', '⌛\uFE0F'].map(kindOfMark)).toEqual(['cost', 'cost', 'cost', 'cost']);
    expect(['🟢', '🔴', '★', '✅'].map(kindOfMark)).toEqual(['value', 'value', 'value', 'value']);
  });
});
