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
});
