import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, type Run } from '../../src/compare/diff';

const text = (runs: readonly Run[], before: string, after: string): string =>
  runs
    .map(({ kind, before: from, after: to, length }) => {
      if (kind === 'same') return before.slice(from, from + length);
      return kind === 'removed' ? `[-${before.slice(from, from + length)}]` : `[+${after.slice(to, to + length)}]`;
    })
    .join('');

const shown = (before: string, after: string): string => text(diff([...before], [...after]), before, after);

/** What comes of the first list when the runs are followed. */
function follow(before: readonly string[], after: readonly string[], runs: readonly Run[]): readonly string[] {
  const result: string[] = [];
  let at = 0;
  for (const run of runs) {
    expect(run.before).toBe(at);
    expect(run.after).toBe(result.length);
    if (run.kind !== 'added') at += run.length;
    if (run.kind === 'same') result.push(...before.slice(run.before, run.before + run.length));
    if (run.kind === 'added') result.push(...after.slice(run.after, run.after + run.length));
  }
  expect(at).toBe(before.length);
  return result;
}

/** Length of the longest common subsequence, by the table that everybody knows. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const one of a) {
    const next: number[] = [];
    b.forEach((other, j) => {
      next.push(one === other ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 24 });

describe('diff(before, after)', () => {
  it('finds what stays, and says what is removed before what is added in its place', () => {
    expect(shown('', '')).toBe('');
    expect(shown('abc', 'abc')).toBe('abc');
    expect(shown('', 'ab')).toBe('[+ab]');
    expect(shown('ab', '')).toBe('[-ab]');
    expect(shown('abc', 'axc')).toBe('a[-b][+x]c');
    expect(shown('abcdef', 'bcdefa')).toBe('[-a]bcdef[+a]');
    expect(shown('one', 'two')).toMatch(/^(\[-on?e?\]|\[\+two?\]|o|\[-ne\]|\[\+tw\])+$/);
  });

  it('gives the second list when its runs are followed in the first', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(follow(a, b, diff(a, b))).toEqual(b);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps as much as can be kept', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const kept = diff(a, b).reduce((sum, run) => sum + (run.kind === 'same' ? run.length : 0), 0);
        expect(kept).toBe(longestCommon(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('never says the same kind twice in a row', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const kinds = diff(a, b).map(({ kind }) => kind);
        expect(kinds.filter((kind, index) => kind === kinds[index - 1])).toEqual([]);
      }),
    );
  });

  it('takes two thousand rows turned upside down', () => {
    const rows = Array.from({ length: 2000 }, (_, row) => `row ${row}`);
    const turned = [...rows].reverse();
    expect(follow(rows, turned, diff(rows, turned))).toEqual(turned);
  });
});
