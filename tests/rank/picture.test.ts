import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAxis } from '../../src/rank/axis';
import { columnRoles } from '../../src/rank/columns';
import type { Box } from '../../src/rank/box';
import {
  layOutPicture,
  NAMES_FROM,
  type Dot,
  type Picture,
  type PictureFrame,
  type PictureRow,
} from '../../src/rank/picture';
import { countOnly, DEFAULT_WEIGHTS, scoreRows, type MarkWeights } from '../../src/rank/weights';
import { FIFTEEN } from './tables';

function frameOf(width: number, height = 260): PictureFrame {
  const margin = { top: 8, right: 8, bottom: 28, left: 32 };
  return { width, height, margin, measure: (name) => name.length * 7 };
}

function rowsOf(weights: MarkWeights = DEFAULT_WEIGHTS): readonly PictureRow[] {
  const names = FIFTEEN.column(1).plain;
  return scoreRows(FIFTEEN, columnRoles(FIFTEEN), weights).map((score, row) => ({
    ...score,
    row,
    name: names[row] ?? '',
  }));
}

function isIn(box: Box, x: number, y: number, radius: number): boolean {
  const slack = 1e-3;
  return (
    x - radius >= box.x - slack &&
    x + radius <= box.x + box.width + slack &&
    y - radius >= box.y - slack &&
    y + radius <= box.y + box.height + slack
  );
}

function dotOf({ dots }: Picture, row: number): Dot {
  const found = dots.find(({ rows }) => rows.includes(row));
  if (!found) throw new Error(`no dot has row ${row}`);
  return found;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('layOutPicture(rows, frame)', () => {
  it('draws worth upwards and cost to the right', () => {
    const picture = layOutPicture(rowsOf(), frameOf(300));
    const { plot, strip } = picture;
    const at = (tier: number): Dot => dotOf(picture, tier - 1);
    expect(at(9).y).toBeCloseTo(at(1).y);
    expect(at(1).x).toBeGreaterThan(at(13).x);
    expect(at(13).x).toBeGreaterThan(at(9).x);
    expect(at(9).y).toBeLessThan(at(2).y);
    expect(at(2).y).toBeLessThan(at(7).y);
    expect(at(7).y).toBeLessThan(at(6).y);
    expect(at(6).y).toBeCloseTo(at(13).y);
    expect(strip).toBeNull();
    expect(plot).toEqual({ x: 32, y: 8, width: 260, height: 224 });
  });

  it('draws rows at one place as one dot, where their numbers are', () => {
    const picture = layOutPicture(rowsOf(), frameOf(700, 400));
    const { rows, x, y } = dotOf(picture, 1);
    expect(rows.map((row) => row + 1)).toEqual([2, 3, 4, 5, 8, 11, 12, 15]);
    expect([x, y]).toEqual([picture.costAxis.at(1), picture.valueAxis.at(1)]);
  });

  it('moves no dot that another touches, and writes nothing into the one below', () => {
    const rows = [1, 2, 6].map((cost, row) => ({ row, name: 'name', value: 1, cost }));
    const picture = layOutPicture(rows, frameOf(130));
    const { dots, costAxis, radius } = picture;
    expect(costAxis.at(2) - costAxis.at(1)).toBeLessThan(radius * 2);
    expect(dots.map(({ x }) => x)).toEqual([1, 2, 6].map((cost) => costAxis.at(cost)));
    expect(dots.map(({ isCovered }) => isCovered)).toEqual([true, false, false]);
    const wide = rows.map((row) => ({ ...row, cost: row.row === 1 ? 1.1 : row.cost }));
    expect(layOutPicture(wide, frameOf(700)).names.map(({ row }) => row)).toEqual([2]);
  });

  it('has a strip at the right edge for rows that name no cost', () => {
    const weights = countOnly('💰', FIFTEEN, columnRoles(FIFTEEN), DEFAULT_WEIGHTS);
    const { dots, strip, plot, radius } = layOutPicture(rowsOf(weights), frameOf(300));
    expect(dots.filter(({ apart }) => !apart).map(({ rows }) => rows.map((row) => row + 1))).toEqual([[1], [5], [13]]);
    if (strip === null) throw new Error('no strip');
    expect(strip.x).toBeGreaterThan(plot.x + plot.width);
    expect(strip.x + strip.width).toBeCloseTo(292);
    for (const { x, y, apart } of dots) expect(isIn(apart ? strip : plot, x, y, radius)).toBe(true);
  });

  it('has no place for a row that names no worth', () => {
    const rows = [
      { row: 0, name: 'a', value: 1, cost: 1 },
      { row: 1, name: 'b', value: null, cost: 1 },
      { row: 2, name: 'c', value: null, cost: null },
    ];
    expect(layOutPicture(rows, frameOf(300)).dots.map(({ rows: [row] }) => row)).toEqual([0]);
  });

  it('divides the plot into four quadrants', () => {
    const { quadrants, plot, costAxis, valueAxis } = layOutPicture(rowsOf(), frameOf(300));
    expect(quadrants.map(({ name }) => name)).toEqual([
      'worth-more-costs-less',
      'worth-more-costs-more',
      'worth-less-costs-less',
      'worth-less-costs-more',
    ]);
    const area = quadrants.reduce((sum, { box }) => sum + box.width * box.height, 0);
    expect(area).toBeCloseTo(plot.width * plot.height);
    expect([costAxis.middle.value, valueAxis.middle.value]).toEqual([3, 0.5]);
  });

  it('writes names only from a width on, and only where they overlap nothing', () => {
    expect(layOutPicture(rowsOf(), frameOf(NAMES_FROM - 1)).names).toEqual([]);
    const { names, dots, radius } = layOutPicture(rowsOf(), frameOf(700, 400));
    expect(names.map(({ row }) => row + 1)).toEqual([1, 9, 13]);
    for (const [index, { box, row }] of names.entries()) {
      for (const other of names.slice(index + 1)) expect(overlaps(box, other.box)).toBe(false);
      for (const dot of dots) {
        if (dot.rows.includes(row)) continue;
        const x = Math.min(Math.max(dot.x, box.x), box.x + box.width);
        const y = Math.min(Math.max(dot.y, box.y), box.y + box.height);
        expect(Math.hypot(x - dot.x, y - dot.y)).toBeGreaterThanOrEqual(radius);
      }
    }
  });

  it('makes dots smaller where there are many', () => {
    const rows = Array.from({ length: 400 }, (_, row) => ({
      row,
      name: '',
      value: row % 20,
      cost: Math.floor(row / 20),
    }));
    const few = layOutPicture(rows.slice(0, 20), frameOf(300));
    const many = layOutPicture(rows, frameOf(300));
    expect([few.roomForRungs, many.roomForRungs]).toEqual([true, false]);
    expect(many.dots).toHaveLength(400);
  });

  it('draws thousands of rows, at one place, in a line, and with the largest of numbers', () => {
    const count = 5000;
    const of = (numbers: (row: number) => { value: number; cost: number }): Picture =>
      layOutPicture(
        Array.from({ length: count }, (_, row) => ({ row, name: 'name', ...numbers(row) })),
        frameOf(700),
      );
    expect(of(() => ({ value: 1, cost: 1 })).dots.map(({ rows }) => rows.length)).toEqual([count]);
    expect(of((row) => ({ value: row, cost: 1 })).dots).toHaveLength(count);
    const { dots } = of((row) => ({ value: 1e308 * (row % 3 === 0 ? -1 : 1), cost: row % 2 === 0 ? 1e308 : 5e-324 }));
    expect(dots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('draws nothing of a table without rows, and bears a frame without room', () => {
    expect(layOutPicture([], frameOf(300))).toMatchObject({ dots: [], names: [], strip: null });
    const { dots } = layOutPicture(rowsOf(), frameOf(10, 10));
    expect(dots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('keeps dots inside, where their numbers are, each row in one, and is the same again (property)', () => {
    const number = fc.oneof(fc.integer({ min: -3, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    const row = fc.record({ value: fc.option(number), cost: fc.option(number.map(Math.abs)) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 260, max: 900 }), (scores, width) => {
        const rows = scores.map((score, index) => ({ ...score, row: index, name: `row ${index}` }));
        const picture = layOutPicture(rows, frameOf(width));
        const { plot, strip, radius, dots, valueAxis, costAxis } = picture;
        const drawn = dots.flatMap((dot) => dot.rows).sort((a, b) => a - b);
        expect(drawn).toEqual(rows.flatMap((one) => (one.value === null ? [] : [one.row])));
        for (const { rows: of, x, y, apart } of dots) {
          expect(isIn(apart && strip !== null ? strip : plot, x, y, radius)).toBe(true);
          for (const index of of) {
            const { value, cost } = scores[index] ?? {};
            expect(y).toBe(valueAxis.at(value ?? NaN));
            if (apart) expect(cost).toBeNull();
            else expect(x).toBe(costAxis.at(cost ?? NaN));
          }
        }
        expect(JSON.stringify(layOutPicture(rows, frameOf(width)))).toBe(JSON.stringify(picture));
      }),
      { numRuns: 60 },
    );
  });
});

describe('makeAxis(numbers, start, end, between)', () => {
  const ticks = (numbers: readonly number[], between = 40): readonly number[] =>
    makeAxis(numbers, 0, 200, between).ticks.map(({ value }) => value);

  it('has round ticks that hold all numbers and reach 0', () => {
    expect(ticks([1, 6])).toEqual([0, 2, 4, 6]);
    expect(ticks([-1, 2])).toEqual([-1, 0, 1, 2]);
    expect(ticks([0.1, 0.93])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks([12e9, 3e12])).toEqual([0, 1e12, 2e12, 3e12]);
    expect(ticks([-5, -1])).toEqual([-5, -4, -3, -2, -1, 0]);
  });

  it('does not reach 0 where nothing would be seen of the differences', () => {
    expect(ticks([2020, 2024])).toEqual([2020, 2021, 2022, 2023, 2024]);
  });

  it('bears one number, none, and zeros', () => {
    expect(ticks([])).toEqual([0, 1]);
    expect(ticks([0, 0])).toEqual([0, 1]);
    expect(ticks([4])).toEqual([0, 1, 2, 3, 4]);
    expect(ticks([-2])).toEqual([-2, -1, 0]);
  });

  it('places numbers between start and end, either way', () => {
    const axis = makeAxis([0, 4], 200, 0, 40);
    expect([axis.at(0), axis.at(1), axis.at(4), axis.middle]).toEqual([200, 150, 0, { value: 2, at: 100 }]);
  });
});
