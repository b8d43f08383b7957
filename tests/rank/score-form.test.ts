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
    expect((['value', 'cost'] as const).map((kind) => formOf(table, roles, kind))).toEqual(['', '# h']);
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
  ])('“%s” of %d is %s', (form, number, written) => {
    expect(inForm(number, form, String)).toBe(written);
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
