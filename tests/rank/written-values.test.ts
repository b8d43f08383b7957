import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCellValue } from '../../src/rank/cell-value';
import { columnOf, reader } from './tables';

/** What the cells of one column count as. */
function numbersIn(header: string, cells: readonly string[]): readonly (number | null)[] {
  return columnOf(header, ...cells).column(1).numbers;
}

const closeTo = (read: number | null | undefined, written: number): void => {
  expect(read).not.toBeNull();
  expect(read ?? NaN).toBeCloseTo(written, 6 - Math.max(0, Math.ceil(Math.log10(Math.abs(written) + 1)) - 4));
};

/** A way to write numbers: what groups, what stands before the fraction, and a cell that can be read in no other way. */
interface Writing {
  readonly group: string;
  readonly point: string;
  readonly isIndian?: boolean;
}

const WRITINGS: readonly Writing[] = [
  ...[' ', '\u00A0', '\u2009', '\u202F', "'", '’', '_', ''].flatMap((group) => [
    { group, point: '.' },
    { group, point: ',' },
  ]),
  { group: '.', point: ',' },
  { group: ',', point: '.' },
  { group: ',', point: '.', isIndian: true },
];

function written(value: number, { group, point, isIndian = false }: Writing): string {
  const [whole = '', fraction] = String(value).split('.');
  const groups = isIndian ? /\B(?=(?:\d\d)*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g;
  return whole.replace(groups, group) + (fraction === undefined ? '' : point + fraction);
}

/** Up to three digits behind the point; half of them could be read as a thousand times as much. */
const amount = fc
  .oneof(fc.integer({ min: 0, max: 5_000_000_000 }), fc.integer({ min: 0, max: 999_999 }))
  .map((thousandths) => thousandths / 1000);
const writing = fc.constantFrom(...WRITINGS);
const around = fc.constantFrom<(number: string) => string>(
  (number) => number,
  (number) => `$${number}`,
  (number) => `${number} €`,
  (number) => `USD ${number}`,
  (number) => `${number} руб.`,
  (number) => `~${number}`,
  (number) => `−${number}`,
  (number) => `${number} (roughly)`,
  (number) => `⭐ ${number}`,
);

describe('a value that is written in some way', () => {
  it('is read back as a number, by what its column writes', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), writing, around, (values, how, wrap) => {
        const sure = written(1_234_567.5, how);
        const numbers = numbersIn('Amount', [sure, ...values.map((value) => written(value, how))].map(wrap));
        const sign = wrap('').startsWith('−') ? -1 : 1;
        for (const [index, value] of values.entries()) closeTo(numbers[index + 1], value * sign);
      }),
    );
  });

  it('is read back with multipliers, powers and fractions', () => {
    const small = fc.integer({ min: 1, max: 9999 });
    const form = fc.constantFrom<readonly [(value: number) => string, (value: number) => number]>(
      [(value) => `${value}k`, (value) => value * 1e3],
      [(value) => `${value} тыс.`, (value) => value * 1e3],
      [(value) => `$${value}M`, (value) => value * 1e6],
      [(value) => `${value} млн ₽`, (value) => value * 1e6],
      [(value) => `${value} млрд`, (value) => value * 1e9],
      [(value) => `${value}e5`, (value) => value * 1e5],
      [(value) => `${value}×10³`, (value) => value * 1e3],
      [(value) => `${value}²`, (value) => value ** 2],
      [(value) => `${value}^2`, (value) => value ** 2],
      [(value) => `${value}½`, (value) => value + 0.5],
      [(value) => `${value} 3/4`, (value) => value + 0.75],
    );
    fc.assert(
      fc.property(small, form, (value, [write, count]) => {
        closeTo(numbersIn('Amount', [write(value)])[0], count(value));
      }),
    );
  });

  it('is read back as a range of parts', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const form = fc.constantFrom<(from: number, to: number) => string>(
      (from, to) => `${from}–${to} %`,
      (from, to) => `${from}%-${to}%`,
      (from, to) => `${from} % — ${to} %`,
      (from, to) => `от ${from} до ${to}%`,
      (from, to) => `${from} to ${to} percent`,
    );
    fc.assert(
      fc.property(percent, percent, form, (from, to, write) => {
        const column = columnOf('Part', write(from, to)).column(1);
        expect(column.measure).toBe('percent');
        closeTo(column.numbers[0], (from + to) / 200);
      }),
    );
  });

  it('is read back as a duration', () => {
    const UNITS = {
      en: [' d', ' h', ' min', ' s'],
      long: [' days', ' hours', ' minutes', ' seconds'],
      tight: ['d', 'h', 'm', 's'],
      ru: [' дн.', ' ч', ' мин', ' с'],
      слова: [' дней', ' часов', ' минут', ' секунд'],
    } as const;
    const SIZES = [86_400, 3600, 60, 1];
    const joint = fc.constantFrom(' ', ', ', ' and ', ' и ');
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1 }),
        fc.constantFrom(...Object.values(UNITS)),
        joint,
        (spans, units, between) => {
          const compound = (seconds: number): string => {
            let left = seconds;
            const parts = SIZES.flatMap((size, index) => {
              const count = Math.floor(left / size);
              left -= count * size;
              return count === 0 ? [] : [`${count}${units[index]}`];
            });
            return parts.join(between);
          };
          const column = columnOf('Time', `1${units[3]}`, ...spans.map(compound)).column(1);
          expect(column.measure).toBe('duration');
          expect(column.numbers).toEqual([1, ...spans]);
        },
      ),
    );
  });

  it('is read back as minutes or hours with colons', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const clock = (seconds: number): string => {
      const minutes = Math.floor(seconds / 60);
      const small = two(seconds % 60);
      return minutes < 60 ? `${minutes}:${small}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${small}`;
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1 }), (spans) => {
        expect(numbersIn('Time', spans.map(clock))).toEqual(spans);
      }),
    );
  });

  it('is read back as a date', () => {
    const MONTHS = 'January February March April May June July August September October November December'.split(' ');
    const RUSSIAN = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
    const two = (value: number): string => String(value).padStart(2, '0');
    type Write = (year: number, month: number, day: number) => string;
    const FORMS: readonly Write[] = [
      (y, m, d) => `${y}-${two(m)}-${two(d)}`,
      (y, m, d) => `${y}/${m}/${d}`,
      (y, m, d) => `${two(d)}.${two(m)}.${y}`,
      (y, m, d) => `${d}.${m}.${y} г.`,
      (y, m, d) => `${d} ${RUSSIAN[m - 1]} ${y}`,
      (y, m, d) => `${d} ${RUSSIAN[m - 1]?.slice(0, 3)}. ${y} г.`,
      (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`,
      (y, m, d) => `${MONTHS[m - 1]?.slice(0, 3)} ${d} ${y}`,
      (y, m, d) => `${d} ${MONTHS[m - 1]?.slice(0, 3)} ${y}`,
      (y, m, d) => `${two(d)}-${MONTHS[m - 1]?.slice(0, 3)}-${y}`,
      (y, m, d) => `Mon, ${d}th of ${MONTHS[m - 1]} ${y}`,
      (y, m, d) => `до ${d} ${RUSSIAN[m - 1]} ${y} года (вт)`,
    ];
    const SLASHES = [
      { sure: '1/31/2025', write: (y: number, m: number, d: number) => `${m}/${d}/${y}` },
      { sure: '31/1/2025', write: (y: number, m: number, d: number) => `${d}/${m}/${y}` },
    ];
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    const parts = (date: Date): [number, number, number] => [
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
    ];
    const daysOf = (date: Date): number => Math.floor(date.getTime() / 86_400_000);
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.constantFrom(...FORMS)), { minLength: 1 }), (dates) => {
        const column = columnOf('When', ...dates.map(([date, write]) => write(...parts(date)))).column(1);
        expect(column.measure).toBe('date');
        expect(column.numbers).toEqual(dates.map(([date]) => daysOf(date)));
      }),
    );
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom(...SLASHES), (dates, { sure, write }) => {
        const numbers = numbersIn('When', [sure, ...dates.map((date) => write(...parts(date)))]);
        expect(numbers.slice(1)).toEqual(dates.map(daysOf));
      }),
    );
  });

  it('is read back with units that compare', () => {
    const kinds = fc.constantFrom<readonly (readonly [unit: string, size: number])[]>(
      [
        ['mm', 1],
        ['cm', 10],
        ['m', 1000],
        ['km', 1e6],
        ['м', 1000],
        ['км', 1e6],
      ],
      [
        ['mg', 1],
        ['g', 1e3],
        ['кг', 1e6],
        ['т', 1e9],
      ],
      [
        ['B', 1],
        ['kB', 1e3],
        ['МБ', 1e6],
        ['GiB', 2 ** 30],
        ['TB', 1e12],
      ],
      [
        ['ms', 1],
        ['s', 1e3],
        ['мин', 6e4],
      ],
    );
    fc.assert(
      fc.property(
        kinds,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9999 })), { minLength: 1 }),
        (units, some) => {
          const [[first] = ['']] = units;
          const cells = some.map(([pick, count]) => ({
            count,
            unit: units[pick % units.length] ?? ([first, 1] as const),
          }));
          // Two that cannot be misread, for a lone `B` or `m` may mean something else.
          const sure = [`1 ${first}`, ...units.slice(1).map(([unit]) => `1 ${unit}`)];
          const numbers = numbersIn('Size', [...sure, ...cells.map(({ count, unit }) => `${count} ${unit[0]}`)]);
          for (const [index, { count, unit }] of cells.entries()) {
            expect((numbers[sure.length + index] ?? NaN) / (count * unit[1])).toBeCloseTo(1, 9);
          }
        },
      ),
    );
  });
});

describe('readCellValue(cell, reader)', () => {
  it('answers for any text, and with numbers that are numbers', () => {
    const piece = fc.constantFrom(
      ..."0123456789.,'’_ \u00A0-–—/:^%½²$€+±×*()",
      'Feb',
      'марта',
      ' h',
      ' мин',
      'k',
      ' г.',
      'Q1',
      'e5',
      ' to ',
      ' из ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const value = readCellValue(pieces.join(''), reader);
        if (value.kind === 'number') {
          for (const reading of value.number.readings) expect(Number.isFinite(reading.value)).toBe(true);
        }
        if (value.kind === 'date') expect(Number.isFinite(value.date.days)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
