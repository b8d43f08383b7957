import { describe, expect, it } from 'vitest';
import { readAmountWord } from '../../src/rank/amount-words';
import { readAmountBehindMarks, readCellValue } from '../../src/rank/cell-value';
import { readNumber } from '../../src/rank/number';
import { columnOf, reader } from './tables';

describe('readNumber(plain)', () => {
  it.each([
    ['7', 7],
    ['2.5', 2.5],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['1,000', 1000],
    ['1 000', 1000],
    ['1\u00A0000', 1000],
    ['100\u202F000', 100_000],
    ["1'000", 1000],
    ['100,000,000', 1e8],
    ['1.000.000', 1e6],
    ['12,345.6', 12_345.6],
    ['12 345,67', 12_345.67],
    ['−3', -3],
    ['-3', -3],
    ['–3', -3],
    ['+3', 3],
    ['±3', 3],
  ])('reads %j as %d, whatever groups and fractions are written with', (plain, value) => {
    expect(readNumber(plain)?.readings[0].value).toBe(value);
  });

  it.each([
    ['~1–5T', 3e12],
    ['0.5–1.2', 0.85],
    ['6–12 месяцев', 9],
    ['30\u201160 ч.', 45],
    ['10 to 20', 15],
    ['10^3–10^6', 500_500],
    ['3–10^2', 51.5],
    ['от 10^2 до 10^4', 5050],
    ['от 5 до 10 дней', 7.5],
    ['100K–1M', 550_000],
    ['$100M–$500M+', 3e8],
    ['0.5–1 млн.', 750_000],
    ['1 000–10 000', 5500],
  ])('reads the range %j as its middle, %d', (plain, value) => {
    expect(readNumber(plain)?.readings[0].value).toBe(value);
  });

  it.each([
    ['12k', 12_000],
    ['128 k tokens', 128_000],
    ['7B', 7e9],
    ['1.8T', 1.8e12],
    ['100 тыс. строк', 100_000],
    ['3 млн', 3e6],
    ['2 млрд', 2e9],
    ['5 million', 5e6],
    ['1e6', 1e6],
    ['10^6', 1e6],
    ['10⁻³', 0.001],
    ['3×10⁸', 3e8],
    ['-10^3', -1000],
    ['$10⁶', 1e6],
    ['~10⁹', 1e9],
    ['10^6 млн', 1e12],
    ['10⁸ k', 1e11],
    ['10×10^3', 10_000],
    ['10e3', 10_000],
    ['10 k', 10_000],
    ['2¹⁰', 1024],
    ['2^10', 1024],
    ['110²', 12_100],
    ['110^2', 12_100],
    ['1 010²', 1_020_100],
    ['1 010^3', 1_030_301_000],
    ['3² k', 9000],
    // Minutes, metres and tonnes are no millions and trillions.
    ['5m', 5],
    ['5t', 5],
    ['20 kB', 20],
  ])('multiplies %j out to %d', (plain, value) => {
    expect(readNumber(plain)?.readings[0].value).toBe(value);
  });

  it.each([
    ['8/10', 0.8],
    ['7/10^1', 0.7],
    ['9.8 / 10', 0.98],
    ['8 из 10', 0.8],
    ['8 out of 10', 0.8],
    ['80%', 0.8],
    ['80 %', 0.8],
    ['10–15% (a start)', 0.125],
    ['2-5%', 0.035],
    ['3‰', 0.003],
    ['80 процентов', 0.8],
  ])('reads %j as the part %d of one', (plain, value) => {
    expect(readNumber(plain)?.readings[0].value).toBe(value);
  });

  it.each([
    ['≈ 87', 87],
    ['> 155', 155],
    ['<0.5', 0.5],
    ['175+', 175],
    ['×5', 5],
    ['x2', 2],
    ['up to 3x', 3],
    ['около 3', 3],
    ['в 5 раз', 5],
    ['€ 40', 40],
    ['10 000 $', 10_000],
    ['40 ₽/month', 40],
    ['10 ± 2', 10],
    ['5.', 5],
    ['30+ км', 30],
    ['20 руб. в месяц', 20],
    ['2 hours of reading, more with exercises at the end', 2],
  ])('takes from %j the number %d', (plain, value) => {
    expect(readNumber(plain)?.readings[0].value).toBe(value);
  });

  it.each([
    '',
    'none',
    'GPT-4',
    '2024-05-01',
    '01.05.2024',
    '1.2.3',
    '10:30',
    '2e10^3',
    '10 k^2',
    '01_plan',
    '1. Memory',
    '1) Memory',
    'v2',
    '2*300',
    '3×4',
    '5 + 3',
    '27, 38, 42',
    '1,2,3',
    '1 234 5',
    '8bit or 4bit',
    '1 каждые 2–3 сообщения',
    '3 февраля 2025',
    '5 in 2025 and 6',
  ])('reads no number from %j', (plain) => {
    expect(readNumber(plain)).toBeNull();
  });

  it('takes a sentence that only opens with a number for text', () => {
    expect(readNumber('3 agents that talk to each other all day')).toBeNull();
  });

  it('keeps the arrow before a number apart from it', () => {
    expect(readNumber('⬇ 10–30×')).toEqual({ readings: [{ value: 20, unit: null }], arrow: 'down', words: '×' });
    expect(readNumber('⬆️ 5–10×')).toEqual({ readings: [{ value: 7.5, unit: null }], arrow: 'up', words: '×' });
    expect(readNumber('↓2')).toEqual({ readings: [{ value: 2, unit: null }], arrow: 'down', words: '' });
  });
});

describe('readAmountWord(plain)', () => {
  it.each([
    ['low', 1],
    ['Medium', 2],
    ['HIGH', 3],
    ['very low', 0.5],
    ['very high', 4],
    ['низкий', 1],
    ['Средняя', 2],
    ['высокое', 3],
    ['Очень высокая', 4],
    ['высокая (при дожде)', 3],
    ['high latency', 3],
    ['Medium–High', 2.5],
    ['low to medium', 1.5],
    ['низкий/средний', 1.5],
    ['выше среднего', 2.5],
    ['no', 0],
    ['да (частью)', 1],
    ['Частично', 0.5],
    ['junior', 1],
    ['Золото', 3],
  ])('reads %j as %d', (plain, amount) => {
    expect(readAmountWord(plain)).toBe(amount);
  });

  it.each(['', 'highway', 'No effect on it', 'lowlands', 'High above the town the kilns were burning', 'word'])(
    'reads no amount from %j',
    (plain) => {
      expect(readAmountWord(plain)).toBeNull();
    },
  );
});

describe('readCellValue(cell, reader)', () => {
  it.each(['', '  ', '-', '—', '–', 'n/a', 'N/A', 'н/д', 'Нет данных', '?', '…'])('takes %j for blank', (cell) => {
    expect(readCellValue(cell, reader).kind).toBe('blank');
  });

  it('does not take a zero for blank', () => {
    expect(readCellValue('0', reader)).toMatchObject({ kind: 'number', number: { readings: [{ value: 0 }] } });
  });

  it.each([
    ['⭐⭐⭐', [['⭐', 3]]],
    [
      '★★★☆☆',
      [
        ['★', 3],
        ['☆', 2],
      ],
    ],
    ['✅', [['✅', 1]]],
    ['⚠️', [['⚠', 1]]],
    ['+', [['+', 1]]],
    ['++', [['+', 2]]],
    ['−', [['−', 1]]],
    [
      '💰💰💰, 🧠 unclear',
      [
        ['💰', 3],
        ['🧠', 1],
      ],
    ],
    ['👍🏽👍🏽', [['👍🏽', 2]]],
    ['🇩🇪 home', [['🇩🇪', 1]]],
    ['👩‍👩‍👧', [['👩‍👩‍👧', 1]]],
  ])('counts the marks of %j', (cell, counts) => {
    const value = readCellValue(cell, reader);
    expect(value.kind === 'marks' && value.marks.map(({ mark, count }) => [mark, count])).toEqual(counts);
  });

  it('reads what Markdown shows, not how it is written', () => {
    expect(readCellValue('**`8/10`**', reader)).toMatchObject({
      kind: 'number',
      number: { readings: [{ value: 0.8 }, { value: 0.8 }] },
    });
    expect(readCellValue('[[Some note|7]]', reader)).toMatchObject({
      kind: 'number',
      number: { readings: [{ value: 7 }] },
    });
    expect(readCellValue('_high_', reader)).toEqual({ kind: 'word', amount: 3 });
  });

  it('reads arrows, signs and keycaps before or around a number as part of it', () => {
    expect(readCellValue('⬇ 10×', reader)).toMatchObject({
      kind: 'number',
      number: { readings: [{ value: 10 }], arrow: 'down' },
    });
    expect(readCellValue('+5 %', reader)).toMatchObject({ kind: 'number', number: { readings: [{ value: 0.05 }] } });
    expect(readCellValue('1️⃣', reader)).toMatchObject({ kind: 'number', number: { readings: [{ value: 1 }] } });
  });
});

describe('readAmountBehindMarks(plain)', () => {
  it.each([
    ['🔥 80%', 0.8],
    ['👩🏽‍💻 5', 5],
    ['🇩🇪🔥 12 km', 12],
    ['★★★ high', 3],
    ['🔥', null],
    ['🔥 words', null],
  ])('finds behind the marks of %j, of whatever length, %j', (plain, amount) => {
    expect(readAmountBehindMarks(plain)).toBe(amount);
  });
});

describe('TableValues.column(column)', () => {
  it('compares units of one dimension, in that of the first cell', () => {
    expect(columnOf('Time', '2 h', '30 min', '1 day').column(1).numbers).toEqual([2, 0.5, 24]);
    expect(columnOf('Срок', '2 недели', '7 дней').column(1).numbers).toEqual([2, 1]);
    expect(columnOf('Size', '500 MB', '2 ГБ').column(1).numbers).toEqual([500, 2000]);
  });

  it('leaves numbers alone where their units do not compare', () => {
    expect(columnOf('Size', '500 MB', '2 h', '3').column(1).numbers).toEqual([500, 2, 3]);
  });

  it('takes an arrow down for a minus where other numbers of the column do not go down', () => {
    expect(columnOf('Shift', '⬇ 10×', '⬆ 5–10×', '⬇ 1000×').column(1).numbers).toEqual([-10, 7.5, -1000]);
    expect(columnOf('Saved', '⬇ 10×', '⬇ 1000×').column(1).numbers).toEqual([10, 1000]);
  });

  it.each([
    [['✅ 5', '❌ 9']],
    [['💰 5', '💰💰 9']],
    [['🟢 5, 🟢 cheap', '🟢 9']],
    [['📅 2025-02-03', '📅 soon']],
    [['🟢 words', '🟢 more']],
  ])('leaves marks marks where they tell cells apart, or not all have a number behind them: %j', (cells) => {
    expect(columnOf('A', ...cells).column(1).content).toBe('marks');
  });

  it('takes a hyphen for a minus where the column has plus marks, else for a blank', () => {
    expect(
      columnOf('Fits', '+', '-', '--')
        .column(1)
        .cells.map(({ kind }) => kind),
    ).toEqual(['marks', 'marks', 'marks']);
    expect(
      columnOf('Fits', '1', '-')
        .column(1)
        .cells.map(({ kind }) => kind),
    ).toEqual(['number', 'blank']);
  });

  it('knows a blank column beyond the last', () => {
    expect(columnOf('A', '1').column(9)).toMatchObject({ content: 'blank', plain: [''] });
  });
});
