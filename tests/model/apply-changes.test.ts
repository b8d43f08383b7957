import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, invertChanges, joinChanges } from '../../src/model/apply-changes';
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
