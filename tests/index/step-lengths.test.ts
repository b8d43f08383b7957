import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexChange } from '../../src/index/idea-graph';
import { StepLengths } from '../../src/index/step-lengths';

const set = (path: string, expansion: number): IndexChange => ({ kind: 'set', path, links: [], expansion });

describe('StepLengths', () => {
  it('says how many words half of the notes exceed, once there are some', () => {
    const lengths = new StepLengths();
    lengths.update([set('A.md', 100), set('B.md', 900), set('C.md', 507), set('D.md', 0), set('E.md', 300)]);
    expect(lengths.median()).toBeNull();
    lengths.update([set('D.md', 5000)]);
    expect(lengths.median()).toBe(507);
    expect(lengths.of('D.md')).toBe(4095);
  });

  it('leaves out templates, and notes that are not read yet', () => {
    const lengths = new StepLengths();
    const facts = { aliases: [], kinds: '', isTemplate: true };
    lengths.update([{ kind: 'set', path: 'T.md', links: [], facts, expansion: 9 }]);
    lengths.update([{ kind: 'set', path: 'N.md', links: [] }]);
    expect([lengths.of('T.md'), lengths.of('N.md')]).toEqual([0, 0]);
  });

  it('is in step with the notes whatever happens to them (property)', () => {
    const path = fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md', 'E.md', 'F.md', 'G.md');
    const change: fc.Arbitrary<IndexChange> = fc.oneof(
      fc.tuple(path, fc.nat(20)).map(([at, words]) => set(at, words)),
      path.map((at): IndexChange => ({ kind: 'remove', path: at })),
      fc.tuple(path, path).map(([from, to]): IndexChange => ({ kind: 'rename', from, to })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const lengths = new StepLengths();
        const words = new Map<string, number>();
        for (const one of changes) {
          lengths.update([one]);
          if (one.kind === 'set') words.set(one.path, one.expansion ?? 0);
          else if (one.kind === 'remove') words.delete(one.path);
          else if (one.kind === 'rename' && one.from !== one.to) {
            words.set(one.to, words.get(one.from) ?? 0);
            words.delete(one.from);
          }
        }
        const sorted = [...words.values()].filter((count) => count > 0).sort((a, b) => a - b);
        expect(lengths.median()).toBe(sorted.length < 5 ? null : sorted[Math.ceil(sorted.length / 2) - 1]);
      }),
    );
  });
});
