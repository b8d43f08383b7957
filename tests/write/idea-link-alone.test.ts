import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, entryOf } from './idea-link-reading';

const BELOW = '\n\nWords.\n\n## Downstream\n\n- [[Z]]\n';

describe('links of a line that stands alone', () => {
  it.each([
    ['a way down to the note', '[[A]] > [[B]] > [[C]]', '[[B]] > [[C]]'],
    ['one with slashes', '[[B]] / [[A]] / [[C]]', '[[B]] / [[C]]'],
    ['one with arrows', '[[B]] → [[C]] → [[A]]', '[[B]] → [[C]]'],
    ['a way to the notes beside it', '← [[A]] | [[B]] →', '[[B]] →'],
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

  it.each(['[[A]] ↑', '**[[A]]** ⬇️', '[[A]] →'])('leave none where it stands behind them: %s', (line) => {
    const text = line + BELOW;
    const entry = entryOf(text, 'A');
    expect(edited(text, { kind: 'remove', entry })).toBe(BELOW.trimStart());
    if (entry.relation === 'downstream') return;
    expect(edited(text, { kind: 'move', entry, relation: 'downstream' })).toBe(`${BELOW.trimStart()}- [[A]]\n`);
  });

  it('are moved from behind them to where a note ends with others', () => {
    const text = '# Wheel\n\nWords.\n\n[[A]] ↑\n[[B]] ↓\n';
    const entry = entryOf(text, 'A');
    expect(edited(text, { kind: 'remove', entry })).toBe('# Wheel\n\nWords.\n\n[[B]] ↓\n');
    expect(edited(text, { kind: 'move', entry, relation: 'downstream' })).toBe(
      '# Wheel\n\nWords.\n\n[[B]] ↓ · [[A]] ↓\n',
    );
  });

  it('stay where the rest would say something else', () => {
    const text = `[[A]] > [[B]]${BELOW}`;
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toEqual({ refused: 'unclear' });
  });
});

describe('links of a line in which each has an arrow', () => {
  it.each([
    ['⬅️ [[A]] | ⬆️ [[B]] | ➡️ [[C]]', 'A', '⬆️ [[B]] | ➡️ [[C]]'],
    ['⬅️ [[A]] | ⬆️ [[B]] | ➡️ [[C]]', 'B', '⬅️ [[A]] | ➡️ [[C]]'],
    ['⬅️ [[A]] | ⬆️ [[B]] | ➡️ [[C]]', 'C', '⬅️ [[A]] | ⬆️ [[B]]'],
    ['← [[A]] · ↑ [[B]] · [[C]] →', 'B', '← [[A]] · [[C]] →'],
    ['← [[A]] · ↑ [[B]] · [[C]] →', 'C', '← [[A]] · ↑ [[B]]'],
    ['↑ [[A]] → [[B]]', 'A', '→ [[B]]'],
    ['- ↑ [[A]] | → [[B]]', 'A', '- → [[B]]'],
    ['> ⬅️ [[A]] | ➡️ [[B|b]]', 'B', '> ⬅️ [[A]]'],
    ['↑ **[[A]]** | → **[[B]]**', 'B', '↑ **[[A]]**'],
    ['[[A]] ↑ | [[B]] ← | [[C]] →', 'A', '[[B]] ← | [[C]] →'],
    ['[[A]] ↑ | [[B]] ← | [[C]] →', 'B', '[[A]] ↑ | [[C]] →'],
    ['[[A]] ↑ | [[B]] ← | [[C]] →', 'C', '[[A]] ↑ | [[B]] ←'],
    ['> **[[A]]** ⬆️ · [[B|b]] ➡️ · [[C]] ↑', 'B', '> **[[A]]** ⬆️ · [[C]] ↑'],
    // One arrow is of both.
    ['↑ [[A]], [[B]] | → [[C]]', 'A', '↑ [[B]] | → [[C]]'],
    ['↑ [[A]], [[B]] | → [[C]]', 'B', '↑ [[A]] | → [[C]]'],
  ])('go with their arrows: %s without %s', (line, name, left) => {
    const entry = entryOf(line + BELOW, name);
    expect(edited(line + BELOW, { kind: 'remove', entry })).toBe(left + BELOW);
    const moved = edited(line + BELOW, { kind: 'move', entry, relation: 'downstream' });
    expect(moved).toBe(`${left}${BELOW}- ${line.includes('|b]') ? '[[B|b]]' : `[[${name}]]`}\n`);
  });

  it('stay where the next one would lose its arrow', () => {
    const line = `↑ [[A]] | [[B]] ↓${BELOW}`;
    const text = `Words.\n\n${line}`;
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toEqual({ refused: 'unclear' });
    // As a note's first line it keeps its own.
    expect(edited(line, { kind: 'remove', entry: entryOf(line, 'A') })).toBe(`[[B]] ↓${BELOW}`);
  });

  it('leave the others byte for byte', () => {
    const arrow = fc.constantFrom('←', '→', '↑', '↓', '⬅️', '⬆️', '➡️', '⬇️', '->');
    const parted = fc.constantFrom(' | ', ' · ', ' / ', ', ', ' ', ' • ');
    const arrows = fc.array(arrow, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(arrows, parted, fc.nat(), (signs, between, nat) => {
        const index = nat % signs.length;
        const parts = signs.map((sign, at) => `${sign} [[N${at}]]`);
        const text = parts.join(between) + BELOW;
        const left = parts.filter((_, at) => at !== index).join(between) + BELOW;
        expect(edited(text, { kind: 'remove', entry: entryOf(text, `N${index}`) })).toBe(left);
      }),
    );
  });

  it('leave the others byte for byte where arrows stand behind links', () => {
    const arrow = fc.constantFrom('←', '→', '↑', '↓', '⬅️', '⬆️', '➡️', '⬇️', '->');
    const gap = fc.constantFrom('', ' ', '  ');
    const link = fc.tuple(gap, arrow).map(([space, sign]) => space + sign);
    const parted = fc.tuple(gap, fc.constantFrom('|', '·', '•'), gap).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(link, { minLength: 3, maxLength: 6 }), parted, fc.nat(), (signs, between, nat) => {
        const index = nat % signs.length;
        const parts = signs.map((sign, at) => `[[N${at}]]${sign}`);
        const text = parts.join(between) + BELOW;
        const left = parts.filter((_, at) => at !== index).join(between) + BELOW;
        expect(edited(text, { kind: 'remove', entry: entryOf(text, `N${index}`) })).toBe(left);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('two links that a note ends with', () => {
  it.each([' | ', ' · ', ' / '])('are taken out one by one, and moved: %s', (between) => {
    const text = `## Downstream\n\n- [[Z]]\n\n## Words\n\nWords.\n\n[[A]]${between}[[B]]\n`;
    const left = (name: string): string => text.replace(`[[A]]${between}[[B]]`, `[[${name}]]`);
    for (const [name, other] of [
      ['A', 'B'],
      ['B', 'A'],
    ] as const) {
      const entry = entryOf(text, name);
      expect(entry.relation).toBe('related');
      expect(edited(text, { kind: 'remove', entry })).toBe(left(other));
      const moved = edited(text, { kind: 'move', entry, relation: 'downstream' });
      expect(moved).toBe(left(other).replace('[[Z]]\n', `[[Z]]\n- [[${name}]]\n`));
    }
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

describe('labels side by side', () => {
  it.each([
    ['Up: [[A]] · Previous: [[B]] · Next: [[C]]', 'Up: [[A]] · Next: [[C]]', 'Up: [[A]] · Previous: [[B]]'],
    [
      '⬆️ Up: [[A]] | ⬅️ Prev: [[B]] | ➡️ Next: [[C]]',
      '⬆️ Up: [[A]] | ➡️ Next: [[C]]',
      '⬆️ Up: [[A]] | ⬅️ Prev: [[B]]',
    ],
    ['**Up:** [[A]] **Prev:** [[B]] **Next:** [[C]]', '**Up:** [[A]] **Next:** [[C]]', '**Up:** [[A]] **Prev:** [[B]]'],
  ])('go one by one, with what parts them: %s', (line, withoutB, withoutC) => {
    const text = `${line}\n\nWords.\n`;
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'B') })).toBe(`${withoutB}\n\nWords.\n`);
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'C') })).toBe(`${withoutC}\n\nWords.\n`);
  });
});
