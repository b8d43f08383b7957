import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInThisFile } from './every-shape';
import { growthOf } from './growth';
import { SHAPES } from './shapes';
import { LINES_AND_SIGNS } from './signs';
import { loadCounted } from './work';

const counted = await loadCounted();
const { kinds } = counted;
const KINDS = [...kinds.READINGS, ...kinds.EDITS, ...kinds.EDITS_WITHIN];
const kindOf = (name: string): (typeof KINDS)[number] => {
  const kind = KINDS.find((one) => one.name === name);
  if (!kind) throw new Error(`no ${name}`);
  return kind;
};

countInThisFile();

describe('the work grows as the text does:', () => {
  it('of a text that lost something in each of its lines', () => {
    expect(growthOf(counted, kinds.MUCH_LOST, { text: (size) => 'a\n'.repeat(size / 2) })).toMatchObject({
      isLinear: true,
    });
  });

  it('of signs and lines by chance, again and again', { timeout: 600_000 }, () => {
    const pieces = fc.array(fc.constantFrom(...LINES_AND_SIGNS), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), pieces, pieces, (kind, opening, repeated) => {
        const piece = repeated.join('');
        const text = (size: number): string => opening.join('') + piece.repeat(Math.ceil(size / piece.length));
        expect(growthOf(counted, kind, { text })).toMatchObject({ isLinear: true });
      }),
      {
        examples: [
          [kindOf('remove'), ['\\['], ['- [[a]] [^1]\n', 'a\n\n']],
          [kindOf('relink-note in a whole note'), ['a'], ['`a` ']],
        ],
      },
    );
  });
});

it('a search backwards counts as far as it goes', () => {
  const text = `\n${'a'.repeat(9_000)}\n${'a'.repeat(999)}`;
  const near = counted.workOf(() => text.lastIndexOf('\n'));
  const far = counted.workOf(() => text.lastIndexOf('\n', 9_000));
  const nowhere = counted.workOf(() => text.lastIndexOf('b', 5_000));
  expect([near, far, nowhere]).toEqual([1_000, 9_000, 5_000]);
});

it('there are shapes of many kinds, and each is as large as it is asked to be', () => {
  expect(SHAPES.length).toBeGreaterThanOrEqual(120);
  expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
  for (const { name, text } of SHAPES) {
    expect(text(20_000).length, name).toBeGreaterThan(18_000);
    expect(text(200_000).length, name).toBeGreaterThan(180_000);
  }
});
