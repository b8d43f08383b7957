import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, invertChanges, joinChanges, linePairs } from '../../src/model/apply-changes';
import type { TextChange } from '../../src/model/text-change';

describe('applyChanges(text, changes)', () => {
  it('throws where changes overlap, are out of order, or reach out of the text', () => {
    const at = (from: number, to: number): TextChange => ({ from, to, insert: '' });
    for (const changes of [[at(2, 1)], [at(0, 2), at(1, 3)], [at(3, 4), at(0, 1)], [at(0, 99)]]) {
      expect(() => applyChanges('text', changes)).toThrow('text change');
    }
  });

  it('is taken back by invertChanges, and is the same with changes joined', () => {
    const cuts = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.string({ maxLength: 4 })));
    fc.assert(
      fc.property(fc.string({ minLength: 60, maxLength: 60 }), cuts, (text, steps) => {
        let at = 0;
        const changes: TextChange[] = [];
        for (const [skip, length, insert] of steps) {
          if (at + skip + length > text.length) break;
          changes.push({ from: at + skip, to: at + skip + length, insert });
          at += skip + length;
        }
        const after = applyChanges(text, changes);
        expect(applyChanges(after, invertChanges(text, changes))).toBe(text);
        expect(applyChanges(text, joinChanges(changes))).toBe(after);
      }),
    );
  });
});

describe('linePairs(text, changes)', () => {
  it.each(['\n', '\r\n', '\r'])('counts lines that end in %j', (end) => {
    const text = ['a', 'b', 'c', 'd'].join(end);
    const at = (line: string, insert: string): TextChange => {
      const from = text.indexOf(line);
      return { from, to: from + 1, insert };
    };
    expect([...linePairs(text, [at('b', 'B'), at('c', `c${end}more`), at('d', 'D')])]).toEqual([
      [2, 2],
      [4, 5],
    ]);
  });

  it('takes both signs of a line break for one, also where a change begins between them', () => {
    const text = 'a\r\nb\r\nc';
    const added = { from: 2, to: 2, insert: '\nmore\r' };
    expect([...linePairs(text, [added, { from: 6, to: 7, insert: 'C' }])]).toEqual([[3, 4]]);
  });
});
