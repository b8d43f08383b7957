import { describe, expect, it } from 'vitest';
import { edited, entryOf } from './idea-link-reading';

type Result = ReturnType<typeof edited>;

const removed = (text: string, target: string): Result =>
  edited(text, { kind: 'remove', entry: entryOf(text, target) });
const added = (text: string, relation: 'upstream' | 'downstream' = 'downstream'): Result =>
  edited(text, { kind: 'add', relation, link: 'New', sentence: 'why', footnote: null });

describe('edits of idea links that are no entries of lists', () => {
  it('leave the entry alone that a field stands in', () => {
    const text = '## Upstream ideas\n\n- [[A]] — so (supports:: [[B]])\n- [[C]]\n';
    expect(removed(text, 'A')).toEqual({ refused: 'nested' });
    expect(removed(text, 'C')).toBe('## Upstream ideas\n\n- [[A]] — so (supports:: [[B]])\n');
  });

  it('take a line of one field away, and nothing else', () => {
    expect(removed('up:: [[A]]\nx:: [[B]]\n\nWords.\n', 'B')).toBe('up:: [[A]]\n\nWords.\n');
    // The one on the line that was shown.
    expect(removed('---\nup: "[[A]]"\n---\nup:: [[A]]\n\nWords.\n', 'A')).toBe('up:: [[A]]\n\nWords.\n');
  });

  it('add to lists, not to properties, and know what is listed there', () => {
    expect(added('---\nup: "[[New]]"\n---\nWords.\n', 'upstream')).toEqual({ refused: 'listed' });
    const text = '---\nchildren: ["[[A]]"]\n---\nWords.\n\n## Downstream ideas\n\n- [[B]]\n';
    expect(added(text)).toBe(text.replace('- [[B]]\n', '- [[B]]\n- [[New]] — why\n'));
  });

  it.each(['See [[A]] and [[B]].', 'up:: [[A]]', '↑ [[A]]', 'Part of: [[A]]'])('make no list like %j', (line) => {
    expect(added(`Words.\n\n${line}\n\n## More\n\nWords.\n`)).toContain('\n- [[New]] — why\n');
  });

  it('keep a link that stands alone at the end where a section is added below it', () => {
    expect(added('Words.\n\n[[A]]\n')).toMatch(/^Words\.\n\n\[\[A\]\]\n[^]*\[\[New\]\] — why\n$/);
  });
});
