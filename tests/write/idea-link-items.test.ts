import { describe, expect, it } from 'vitest';
import { edited, entryOf } from './idea-link-reading';

const BELOW = '\n## Upstream\n\n- [[Z]]\n';

describe('items of several links of which nothing is said', () => {
  it.each([
    ['- [[A]], [[B]], [[C]]', 'A', '- [[B]], [[C]]'],
    ['- [[A]], [[B]], [[C]]', 'B', '- [[A]], [[C]]'],
    ['* [[A]] and [[B]]', 'B', '* [[A]]'],
    ['- [[A]] ↔ [[B]]', 'A', '- [[B]]'],
    ['- [[A]] => [[B]]', 'B', '- [[A]]'],
    ['1. **[[A]]** | **[[B]]**', 'A', '1. **[[B]]**'],
    ['- [ ] [[A]] / [[B]]', 'B', '- [ ] [[A]]'],
  ])('lose one, and give it to another list: %s without %s', (item, name, left) => {
    const text = `## Related\n\n${item}\n- [[Y]]\n${BELOW}`;
    const entry = entryOf(text, name);
    const without = text.replace(item, left);
    expect(edited(text, { kind: 'remove', entry })).toBe(without);
    expect(edited(text, { kind: 'move', entry, relation: 'upstream' })).toBe(`${without}- [[${name}]]\n`);
  });

  it('keep the words that stand before them', () => {
    const text = `# Plants MOC\n\n- **Roots**: [[A]], [[B]]\n${BELOW}`;
    const without = text.replace('[[A]], ', '');
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toBe(without);
    expect(edited(text, { kind: 'move', entry: entryOf(text, 'A'), relation: 'upstream' })).toBe(`${without}- [[A]]\n`);
  });

  it.each(['- [[A]], [[B]] — both', '- [[A]], [[B]]\n  - both', '- [[A]], [[B]] [^1]\n\n[^1]: Words.'])(
    'stay where something is said of all: %j',
    (item) => {
      const text = `## Related\n\n${item}\n${BELOW}`;
      expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toEqual({ refused: 'several' });
    },
  );

  it('stay in a footnote, which is cited with all that it says', () => {
    const text = `Words[^1].\n\n## Related\n\n[^1]: [[A]] and [[B]]\n${BELOW}`;
    const entry = entryOf(text, 'B');
    expect(edited(text, { kind: 'remove', entry })).toHaveProperty('refused');
    expect(edited(text, { kind: 'move', entry, relation: 'upstream' })).toHaveProperty('refused');
  });
});

describe('words before a link that say no relation', () => {
  it.each(['---\nup: "[[Z]]"\n---\n', 'up:: [[Z]]\n\n', 'Up: [[Z]]\n\n'])('go along to a list, not to %j', (top) => {
    for (const item of ['- Fish: [[Cod]]', '- **Meat:** [[Cod]]']) {
      const text = `${top}# Food MOC\n\n- [[Leek]]\n${item}\n`;
      const moved = edited(text, { kind: 'move', entry: entryOf(text, 'Cod'), relation: 'upstream' });
      expect(moved).toBe(`${top}# Food MOC\n\n- [[Leek]]\n\n## Upstream ideas\n\n${item}\n`);
    }
  });

  it('are none where they are its relation', () => {
    const text = '---\nup: "[[Z]]"\n---\n## Related\n\n- Child: [[A]]\n- [[B]]\n';
    expect(edited(text, { kind: 'move', entry: entryOf(text, 'A'), relation: 'upstream' })).toBe(
      '---\nup:\n  - "[[Z]]"\n  - "[[A]]"\n---\n## Related\n\n- [[B]]\n',
    );
  });
});
