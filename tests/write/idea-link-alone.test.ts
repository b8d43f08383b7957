import { describe, expect, it } from 'vitest';
import { edited, entryOf } from './idea-link-reading';

const BELOW = '\n\nWords.\n\n## Downstream\n\n- [[Z]]\n';

describe('links of a line that stands alone', () => {
  it.each([
    ['a way down to the note', '[[A]] > [[B]] > [[C]]', '[[B]] > [[C]]'],
    ['one with slashes', '[[B]] / [[A]] / [[C]]', '[[B]] / [[C]]'],
    ['one with arrows', '[[B]] → [[C]] → [[A]]', '[[B]] → [[C]]'],
    ['a way to the notes beside it', '← [[A]] | [[B]] →', '← [[B]] →'],
  ])('are taken out of %s one by one, and moved', (_, line, left) => {
    const entry = entryOf(line + BELOW, 'A');
    expect(edited(line + BELOW, { kind: 'remove', entry })).toBe(left + BELOW);
    expect(edited(line + BELOW, { kind: 'move', entry, relation: 'downstream' })).toBe(`${left}${BELOW}- [[A]]\n`);
  });

  it('leave no arrow where they go, and no blank line at the top', () => {
    const text = `↑ [[A]]${BELOW}`;
    const entry = entryOf(text, 'A');
    expect(edited(text, { kind: 'move', entry, relation: 'downstream' })).toBe(`${BELOW.trimStart()}- [[A]]\n`);
    expect(edited(text, { kind: 'remove', entry })).toBe(BELOW.trimStart());
  });

  it('stay where the rest would say something else', () => {
    const text = `[[A]] > [[B]]${BELOW}`;
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toEqual({ refused: 'unclear' });
  });
});

describe('links behind words of other languages', () => {
  it.each([
    ['Siehe auch: [[A]] und [[B]]', 'Siehe auch: [[B]]'],
    ['Véase también [[B]] y [[A]].', 'Véase también [[B]].'],
    ['参见：[[A]]和[[B]]', '参见：[[B]]'],
  ])('are parted by their words: %s', (text, left) => {
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toBe(left);
  });
});
