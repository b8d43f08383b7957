import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnRoles, type ColumnRole } from '../../src/rank/columns';
import { rankBy, rankedOrder, type ScoreName } from '../../src/rank/ranking';
import type { TableValues } from '../../src/rank/table-values';
import { DEFAULT_WEIGHTS, usedMarks, type MarkWeights } from '../../src/rank/weights';
import { smallestSwap, type Swap } from '../../src/rank/why';
import { withWeight } from '../../src/settings';
import { FIFTEEN, tableOf } from './tables';

const ROLES: readonly ColumnRole[] = ['subject', 'value', 'cost'];

/** Where a row comes in a ranking, with the table's own weights and one of them changed. */
function placesOf(
  values: TableValues,
  by: ScoreName,
  weights: MarkWeights,
  roles: readonly ColumnRole[] = ROLES,
): readonly number[] | null {
  const ranking = rankBy(values, by, roles, weights);
  return ranking.kind === 'unranked' ? null : rankedOrder(ranking);
}

const isAbove = (order: readonly number[] | null, one: number, other: number): boolean =>
  order !== null && order.indexOf(one) < order.indexOf(other);

/** A weight at which the change is made: at it, or a little beyond. */
const beyond = ({ weight, isEnough, isMore }: Swap): number => weight + (isEnough ? 0 : isMore ? 1e-6 : -1e-6);

describe('smallestSwap', () => {
  it('says how much one mark would have to weigh', () => {
    const values = tableOf('Way|Gain|Price', 'Leaf|🟢🟢🟢|💰💰💰💰 🧠', 'Bag|🟢|💰💰');
    // 3 for 4 💰 and a 🧠 is more than 1 for 2 💰, until a 💰 weighs half: 3 ÷ 3 and 1 ÷ 1.
    expect(smallestSwap(values, 'value-for-cost', ROLES, DEFAULT_WEIGHTS, 0, 1)).toEqual({
      mark: '💰',
      kind: 'cost',
      now: 1,
      weight: 0.5,
      isEnough: false,
      isMore: false,
    });
  });

  it('has to go beyond a tie that the note’s order decides', () => {
    const values = tableOf('Way|Gain|Price', 'Leaf|🟢🟢|💰', 'Bag|🟢 ⭐|💰');
    expect(smallestSwap(values, 'value', ROLES, DEFAULT_WEIGHTS, 0, 1)).toEqual({
      mark: '🟢',
      kind: 'value',
      now: 1,
      weight: 1,
      isEnough: false,
      isMore: false,
    });
    const other = tableOf('Way|Gain|Price', 'Bag|🟢|💰', 'Leaf|🟢🟢|💰');
    expect(smallestSwap(other, 'value', ROLES, DEFAULT_WEIGHTS, 1, 0)).toEqual({
      mark: '🟢',
      kind: 'value',
      now: 1,
      weight: 0,
      isEnough: true,
      isMore: false,
    });
  });

  it('is none where no weight tells the rows apart', () => {
    const same = tableOf('Way|Gain|Price', 'Leaf|🟢|💰', 'Bag|🟢|💰');
    expect(smallestSwap(same, 'value-for-cost', ROLES, DEFAULT_WEIGHTS, 0, 1)).toBeNull();
    const numbers = tableOf('Way|Gain|Price', 'Leaf|3|2', 'Bag|1|2');
    expect(smallestSwap(numbers, 'value', ROLES, DEFAULT_WEIGHTS, 0, 1)).toBeNull();
  });

  it('is none that leaves the table without what it is ranked by', () => {
    const values = tableOf('Way|Gain|Price', 'Leaf|🟢|', 'Bag||💰');
    expect(smallestSwap(values, 'cost', ROLES, DEFAULT_WEIGHTS, 1, 0)).toBeNull();
  });

  it('swaps any two neighbours of a well-known table, or says that nothing does', () => {
    const roles = columnRoles(FIFTEEN);
    const order = placesOf(FIFTEEN, 'value-for-cost', DEFAULT_WEIGHTS, roles) ?? [];
    const swaps = order.slice(1).map((below, at) => {
      const above = order[at] ?? 0;
      const swap = smallestSwap(FIFTEEN, 'value-for-cost', roles, DEFAULT_WEIGHTS, above, below);
      if (swap === null) return false;
      const weights = withWeight(DEFAULT_WEIGHTS, swap.kind, swap.mark, beyond(swap));
      return isAbove(placesOf(FIFTEEN, 'value-for-cost', weights, roles), below, above);
    });
    expect(swaps.filter(Boolean).length).toBeGreaterThan(10);
  });

  const cell = (...marks: readonly string[]): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...marks), { maxLength: 4 }).map((all) => all.join(' '));
  const row = fc.tuple(
    fc.oneof(cell('🟢', '⭐', '🔴', '⚪'), fc.integer({ min: -2, max: 4 }).map(String)),
    fc.oneof(cell('💰', '🧠', '⏳'), fc.integer({ min: 0, max: 4 }).map(String)),
  );

  it('is as small as trying all weights finds it, and swaps the rows', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 5 }),
        fc.constantFrom<ScoreName>('value', 'cost', 'value-for-cost'),
        fc.nat(9),
        fc.nat(3),
        (rows, by, pick, further) => {
          const values = tableOf('Way|Gain|Price', ...rows.map(([gain, price], at) => `row ${at}|${gain}|${price}`));
          const order = placesOf(values, by, DEFAULT_WEIGHTS);
          if (order === null) return;
          const at = pick % (order.length - 1);
          const above = order[at] ?? 0;
          const below = order[Math.min(at + 1 + further, order.length - 1)] ?? 0;
          const swap = smallestSwap(values, by, ROLES, DEFAULT_WEIGHTS, above, below);
          const isSwapped = (mark: string, kind: 'value' | 'cost', weight: number): boolean =>
            isAbove(placesOf(values, by, withWeight(DEFAULT_WEIGHTS, kind, mark, weight)), below, above);
          const least = swap === null ? Infinity : Math.abs(swap.weight - swap.now);
          for (const { mark, kind, weight } of usedMarks(values, ROLES, DEFAULT_WEIGHTS)) {
            if (weight === null) continue;
            const steps = Array.from({ length: 80 }, (_, step) => (step + 1) / 8);
            for (const step of [...steps, least * 0.999, least / 2].filter((one) => one < least - 1e-9 && one > 0)) {
              for (const tried of [weight + step, weight - step]) {
                if (kind === 'cost' && tried < 0) continue;
                expect(isSwapped(mark, kind, tried), `${mark} at ${tried}, not ${JSON.stringify(swap)}`).toBe(false);
              }
            }
          }
          if (swap === null) return;
          found++;
          const way = swap.isEnough ? 0 : swap.isMore ? 1e-6 : -1e-6;
          expect(isSwapped(swap.mark, swap.kind, swap.weight + way)).toBe(true);
        },
      ),
    );
    expect(found).toBeGreaterThan(10);
  });
});
