import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { columnRoles } from '../../src/rank/columns';
import { digitsFor, formOf } from '../../src/rank/score-form';
import { inForm } from '../../src/view/table/score-writer';
import { columnOf, tableOf } from './tables';

describe('the form of a column', () => {
  it.each([
    ['§ %', '90–95 %', '8/10', '5 %'],
    ['§%', '80+%', '70%'],
    ['# h', '1 h 50 min', '20 min'],
    ['# мин', '45 мин', '2 ч'],
    [':', '1:30', '1:05:09'],
    ['$#', '$5', '-$7', '$ 3'],
    ['# €', '5 €', '7 €'],
    ['USD #', 'USD 5', '7 USD'],
    ['', '$5', '5 €'],
    ['#kg', '5kg', '300 g'],
    ['', '5', '6 apples'],
    ['', '7/10', '8/10'],
  ])('is “%s” for its first unit', (form, ...cells) => {
    expect(columnOf('Any', ...cells).column(1).form).toBe(form);
  });

  it('is that of a kind where one column alone has it', () => {
    const table = tableOf('Way|Value|Value|Cost', 'a|5 %|6 %|3 h');
    const roles = columnRoles(table);
    expect((['value', 'cost'] as const).map((kind) => formOf(table, roles, kind))).toEqual(['', '3600# h']);
  });
});

describe('a number in its form', () => {
  it.each([
    ['§ %', 0.925, '92.5 %'],
    ['$#', -5, '−$5'],
    ['# kg', 1.5, '1.5 kg'],
    [':', 3909, '1:05:09'],
    [':', -90, '−1:30'],
    [':', 59, '0:59'],
    ['', 3, '3'],
    ['3600# h', 1 / 6, '10 min'],
    ['3600# h', 1.5, '1 h 30 min'],
    ['3600# ч', 1.75, '1 ч 45 мин'],
    ['3600# ч', -0.25, '−15 мин'],
    ['3600# hours', 8, '8 hours'],
    ['3600#h', 26.5, '26 h 30 min'],
    ['3600# h', 0, '0 h'],
    ['60# мин', 45, '45 мин'],
    ['60# мин', 90, '1 ч 30 мин'],
    ['60# min', 120, '2 h'],
    ['60# min', 1.75, '1 min 45 s'],
    ['1# s', 3909, '1 h 5 min 9 s'],
    ['1# s', 0.25, '0.25 s'],
    ['0.001# ms', 250, '250 ms'],
    ['604800# weeks', 2.5, '2.5 weeks'],
    ['604800# weeks', 10 / 7, '10 d'],
    ['604800# недели', 1 / 7, '1 дн'],
    ['86400# d', 0.25, '6 h'],
    ['31560000# года', 1.25, '15 мес'],
    ['31560000# года', 1.5, '1.5 года'],
    ['31560000# лет', 2 / 12, '2 мес'],
    ['31560000# лет', Number(((10.5 * 86_400) / 31_560_000).toPrecision(12)), '1.5 нед'],
    ['86400# days', 76.099_537_037, '2.5 mo'],
    ['86400# days', 182.638_888_889, '6 mo'],
    ['86400# days', 14, '14 days'],
    ['86400# days', 1.3, '1.3 days'],
    ['3600# h', 336, '336 h'],
  ])('“%s” of %d is %s', (form, number, written) => {
    expect(inForm(number, form, String)).toBe(written);
  });
});

describe('a duration as people write it', () => {
  it('is read as the same duration', () => {
    const unit = fc.constantFrom(['h', 3600], ['ч', 3600], ['min', 60], ['мин', 60], ['d', 86_400], ['с', 1] as const);
    fc.assert(
      fc.property(unit, fc.integer({ min: 0, max: 1e6 }), ([word, size], seconds) => {
        const text = inForm(Number((seconds / size).toPrecision(12)), `${size}# ${word}`, (one) =>
          String(Number(one.toFixed(9))),
        );
        const read = columnOf('Time', '1 s', text).column(1).numbers[1] ?? NaN;
        expect(Math.abs(read - seconds), text).toBeLessThan(0.01);
      }),
    );
  });
});

describe('the digits of numbers', () => {
  it('are counted as they are rounded when they are written, not as the machine holds them', () => {
    const t = translator('en');
    const numbers = [-1.6e-8, -1.5e-8];
    const digits = digitsFor(numbers);
    expect(numbers.map((number) => t('table.number', { number, digits }))).toEqual(['−0.000000016', '−0.000000015']);
  });

  it('tell different ones apart, and what is not zero from zero', () => {
    const t = translator('en');
    const number = fc.oneof(
      fc.integer({ min: -1000, max: 1000 }).map((one) => one / 3),
      fc.integer({ min: -1e6, max: 1e6 }).map((one) => one / 1e9),
      fc.integer({ min: 0, max: 100 }),
    );
    fc.assert(
      fc.property(fc.array(fc.option(number, { nil: null })), (numbers) => {
        const digits = digitsFor(numbers);
        const different = new Set([0, ...numbers.filter((one) => one !== null)]);
        const written = new Set([...different].map((one) => t('table.number', { number: one, digits })));
        expect(written.size).toBe(different.size);
      }),
    );
  });
});
