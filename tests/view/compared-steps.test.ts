import { describe, expect, it } from 'vitest';
import type { ShownNote } from '../../src/model/shown-note';
import { readNote } from '../../src/read/note';
import { compareSteps } from '../../src/view/compare/compared-steps';

const noteOf = (second: string): Pick<ShownNote, 'text' | 'note'> => {
  const text = `### Step 1 — Correction\n\nЧасы отстают, потому что масло густеет.\n\n### Step 2 — Translation\n\n${second}\n`;
  return { text, note: readNote(text) };
};

describe('compareSteps(note, set)', () => {
  it('says how long the translation is for its text', () => {
    expect(compareSteps(noteOf('Clocks lose time, for the oil thickens.'), 1)?.length).toBe(1);
    expect(compareSteps(noteOf('Clocks lose time.'), 1)?.length).toBeCloseTo(0.44, 1);
  });

  const noteIn = (first: string, second: string): Pick<ShownNote, 'text' | 'note'> => {
    const text = `### Step 1 — Correction\n\n${first}\n\n### Step 2 — Translation\n\n${second}\n`;
    return { text, note: readNote(text) };
  };
  const RUSSIAN =
    'Старые часы отстают на семь минут в сутки. Почему это началось только зимой? Масло в опорах загустело от холода.';

  it('looks into a line: what has no sentence in the other step is a gap', () => {
    const compared = compareSteps(
      noteIn(RUSSIAN, 'The old clock loses seven minutes a day. The oil in the bearings has thickened in the cold.'),
      1,
    );
    expect(compared?.unit).toBe('sentence');
    expect(compared?.pairs.map(({ sides }) => sides.map((side) => side.map(({ line }) => line)))).toEqual([
      [[3], [7]],
      [[3], []],
      [[3], [7]],
    ]);
    expect(compared?.pairs[1]?.sides[0][0]?.text).toBe('Почему это началось только зимой?');
  });

  it('shows sentences of one line that belong to one sentence as that line', () => {
    const compared = compareSteps(
      noteIn(
        RUSSIAN,
        'The old clock loses seven minutes a day, and why did this begin only in winter? The oil has thickened.',
      ),
      1,
    );
    expect(compared?.pairs.flatMap(({ sides }) => sides.map((side) => side.length))).not.toContain(2);
  });

  it('pairs lines where they are many and of one sentence each', () => {
    const lines = ['Раз.', 'Два.', 'Три.', 'Четыре.'];
    expect(compareSteps(noteIn(lines.join('\n'), 'One.\nTwo.\nThree.\nFour.'), 1)?.unit).toBe('line');
  });
});
