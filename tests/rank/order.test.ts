import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnRoles } from '../../src/rank/columns';
import { columnOrder, sortRows, turnKey, type OrderContext, type SortKey } from '../../src/rank/order';
import type { TableValues } from '../../src/rank/table-values';
import { DEFAULT_WEIGHTS } from '../../src/rank/weights';
import { columnOf, FIFTEEN, tableOf } from './tables';

function contextOf(values: TableValues, locale = 'en'): OrderContext {
  return {
    roles: columnRoles(values),
    weights: DEFAULT_WEIGHTS,
    collator: new Intl.Collator(locale, { numeric: true }),
  };
}

function sort(values: TableValues, ...keys: readonly SortKey[]): readonly number[] {
  return sortRows(values, keys, contextOf(values)).map((row) => row + 1);
}

const up = (column: number): SortKey => ({ column, descending: false });
const down = (column: number): SortKey => ({ column, descending: true });

describe('sortRows(values, keys, context)', () => {
  it('leaves the rows as written without a key', () => {
    expect(sort(columnOf('A', '3', '1', '2'))).toEqual([1, 2, 3]);
  });

  it('sorts rungs in rung order', () => {
    expect(sort(tableOf('Tier|Name', 'B|x', 'S|y', 'A|z'), up(0))).toEqual([2, 3, 1]);
    expect(sort(tableOf('Tier|Name', 'T10|x', 'T9|y', 'T1|z'), down(0))).toEqual([1, 2, 3]);
    expect(sort(tableOf('Tier|Name', 'IX|x', 'IV|y', 'V|z'), up(0))).toEqual([2, 3, 1]);
  });

  it('sorts cells by what they show', () => {
    expect(sort(columnOf('Price', '5&nbsp;000 €', '900 €', '12&nbsp;000 €'), up(1))).toEqual([2, 1, 3]);
    expect(sort(columnOf('Parts', '10<sup>3</sup>', '10<sup>2</sup>', '50'), up(1))).toEqual([3, 2, 1]);
    expect(sort(columnOf('Sum', '2*300', '5', '100'), up(1))).toEqual([2, 3, 1]);
    expect(sort(columnOf('Sum', "<b style='top:9'>3</b>", '<span>2</span>', '1'), up(1))).toEqual([3, 2, 1]);
  });

  it('sorts marks by what they weigh, those that weigh nothing between good and bad', () => {
    expect(sort(columnOf('Effect', '⚠️', '🔴', '🟢🟢', '⚪', '✅'), down(1))).toEqual([3, 5, 1, 4, 2]);
    expect(sort(columnOf('Price', '💰💰💰', '💰', '💰💰'), up(1))).toEqual([2, 3, 1]);
  });

  it('sorts marks of a column without a role, by their number where they weigh nothing', () => {
    expect(sort(columnOf('Heat', '🔥🔥', '🔥', '🔥🔥🔥'), down(1))).toEqual([3, 1, 2]);
    expect(sort(columnOf('Here', '❌', '✅', '⚠️'), down(1))).toEqual([2, 3, 1]);
    expect(sort(columnOf('Paid', '💰💰', '💸', '💰💰💰'), down(1))).toEqual([3, 1, 2]);
  });

  it('sorts numbers by value, whatever they are written with', () => {
    expect(sort(columnOf('Size', '~1–5T', '900K', '**12**', '1 000', '7 млрд'), up(1))).toEqual([3, 4, 2, 5, 1]);
    expect(sort(columnOf('Shift', '⬇ 10–30×', '⬆ 5–10×', '⬇ 1000×'), up(1))).toEqual([3, 1, 2]);
    expect(sort(columnOf('Risk', 'средний', 'high', 'очень низкий', 'Low'), up(1))).toEqual([3, 4, 1, 2]);
  });

  it("sorts text by the reader's locale and not by its Markdown", () => {
    expect(sort(columnOf('Way', '**zinc**', '[[x|apple]]', '`Birch`', '_cedar_'), up(1))).toEqual([2, 3, 4, 1]);
    expect(sort(columnOf('Way', 'step 10', 'step 9', 'Step 1'), up(1))).toEqual([3, 2, 1]);
    expect(sort(columnOf('Version', '1.10', '1.9', '1.10.2', '1.2'), up(1))).toEqual([4, 2, 1, 3]);
    const values = columnOf('Слово', 'ёлка', 'яблоко', 'ель', 'жук');
    expect(sortRows(values, [up(1)], contextOf(values, 'ru'))).toEqual([0, 2, 3, 1]);
  });

  it('puts cells that do not say what their column does behind, blank ones last, both ways', () => {
    const values = columnOf('Size', 'n/a', '3', 'much', '', '1', '2');
    expect(sort(values, up(1))).toEqual([5, 6, 2, 3, 1, 4]);
    expect(sort(values, down(1))).toEqual([2, 6, 5, 3, 1, 4]);
  });

  it('asks the next key where one says equal, and keeps the order of the note where all do', () => {
    const values = tableOf('Name|A|B', 'p|1|x', 'q|2|y', 'r|1|y', 's|2|x', 't|1|y');
    expect(sort(values, down(1))).toEqual([2, 4, 1, 3, 5]);
    expect(sort(values, down(1), down(2))).toEqual([2, 4, 3, 5, 1]);
    expect(sort(values, up(2), down(1))).toEqual([4, 1, 2, 3, 5]);
  });

  it('gives a permutation in which equal rows keep their order, for any table and keys', () => {
    const cell = fc.constantFrom('', '—', '1', '2', '10', '🟢', '🔴🔴', '💰', 'low', 'Words', 'ёж', '⬇ 3', '1–2');
    const key = fc.record({ column: fc.integer({ min: 0, max: 3 }), descending: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
        fc.array(key, { maxLength: 3 }),
        (rows, keys) => {
          const values = tableOf(
            'Name|Value|Cost|Other',
            ...rows.map((cells, index) => `n${index}|${cells.join('|')}`),
          );
          const order = sortRows(values, keys, contextOf(values));
          expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
          const used = keys.map(({ column }) => column);
          const text = (row: number): string => used.map((column) => values.column(column).plain[row]).join('|');
          for (const [index, row] of order.entries()) {
            const next = order[index + 1];
            if (next !== undefined && text(row) === text(next)) expect(row).toBeLessThan(next);
          }
          expect(sortRows(values, keys, contextOf(values))).toEqual(order);
        },
      ),
    );
  });

  it('sorts the fifteen rungs by each column both ways without losing one', () => {
    for (let column = 0; column < FIFTEEN.columnCount; column++) {
      expect(new Set(sort(FIFTEEN, down(column))).size).toBe(15);
    }
    expect(sort(FIFTEEN, down(3)).slice(0, 2)).toEqual([1, 9]);
    expect(sort(FIFTEEN, down(4)).slice(0, 2)).toEqual([1, 13]);
  });
});

describe('turnKey(keys, column, add)', () => {
  it('goes up, down and back to as written', () => {
    expect(turnKey([], 1, false)).toEqual([up(1)]);
    expect(turnKey([up(1)], 1, false)).toEqual([down(1)]);
    expect(turnKey([down(1)], 1, false)).toEqual([]);
  });

  it('goes down first where the best is highest', () => {
    expect(turnKey([], 1, false, true)).toEqual([down(1)]);
    expect(turnKey([down(1)], 1, false, true)).toEqual([up(1)]);
    expect(turnKey([up(1)], 1, false, true)).toEqual([]);
    expect(turnKey([up(2), down(1)], 1, true, true)).toEqual([up(2), up(1)]);
  });

  it('drops the other keys unless it adds', () => {
    expect(turnKey([up(1), up(2)], 3, false)).toEqual([up(3)]);
    expect(turnKey([up(1), up(2)], 3, true)).toEqual([up(1), up(2), up(3)]);
    expect(turnKey([up(1), up(2)], 1, true)).toEqual([down(1), up(2)]);
    expect(turnKey([down(1), up(2)], 1, true)).toEqual([up(2)]);
  });
});

describe('columnOrder(values, column, roles)', () => {
  const orders = (values: TableValues): string[] =>
    [...values.table.header.keys()].map((column) => {
      const { kind, descending } = columnOrder(values, column, columnRoles(values));
      return `${kind} ${descending ? 'down' : 'up'}`;
    });

  it('begins with the best marks and the lowest costs', () => {
    expect(orders(FIFTEEN)).toEqual(['other up', 'other up', 'other up', 'marks down', 'marks up']);
    expect(orders(tableOf('Tier|Way|A|B', '1|x|🧊🧊|💰', '2|y|🧊|⏳⏳'))).toEqual([
      'other up',
      'other up',
      'marks down',
      'marks up',
    ]);
  });

  it('takes numbers as numbers, up first but for what they are worth', () => {
    expect(orders(tableOf('Tier|Way|Year|Value|Cost', '1|x|1999|5|7', '2|y|2003|4|9'))).toEqual([
      'other up',
      'other up',
      'numbers up',
      'numbers down',
      'numbers up',
    ]);
  });
});
