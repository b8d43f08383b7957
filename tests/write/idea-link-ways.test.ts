import { describe, expect, it } from 'vitest';
import { edited, entryOf } from './idea-link-reading';

type Result = ReturnType<typeof edited>;

const removed = (text: string, target: string): Result =>
  edited(text, { kind: 'remove', entry: entryOf(text, target) });
const added = (text: string, relation: 'upstream' | 'downstream' = 'downstream'): Result =>
  edited(text, { kind: 'add', relation, link: 'New', sentence: 'why', footnote: null });

const addedAlone = (text: string, relation: 'downstream' | 'related'): Result =>
  edited(text, { kind: 'add', relation, link: 'New', sentence: '', footnote: null });

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

  it.each([
    ['next:: [[A]]\n', 'next:: [[A]]\nrelated:: [[New]]\n'],
    ['supports:: [[A]]\nup:: [[B]]\n', 'supports:: [[A]]\nup:: [[B]]\nrelated:: [[New]]\n'],
    ['same:: [[A]]\nnext:: [[B]]\n', 'same:: [[A]], [[New]]\nnext:: [[B]]\n'],
    ['x:: [[A]]\n', 'x:: [[A]], [[New]]\n'],
    ['---\nprevious: "[[A]]"\n---\n', '---\nprevious: "[[A]]"\nrelated: "[[New]]"\n---\n'],
    ['Siehe auch: [[A]]\n', 'Siehe auch: [[A]], [[New]]\n'],
    ['**Prev:** [[A]]\n', '**Prev:** [[A]]\n\n## Related ideas\n\n- [[New]]\n'],
  ])('put a related idea into no field that says more: %j', (text, after) => {
    expect(addedAlone(text, 'related')).toBe(after);
  });

  it.each([
    ['up:: [[A]]\n\nWords.\n', 'up:: [[A]]\ndown:: [[New]]\n\nWords.\n'],
    ['- up:: [[A]] | x:: [[B]]\n', '- up:: [[A]] | x:: [[B]]\n- down:: [[New]]\n'],
    ['> up:: [[A]]\n', '> up:: [[A]]\n> down:: [[New]]\n'],
  ])('put a first idea into a field of its own beside others: %j', (text, after) => {
    expect(addedAlone(text, 'downstream')).toBe(after);
  });

  it('put a first idea into a list where the note has one', () => {
    expect(addedAlone('up:: [[A]]\n\n## Related ideas\n\n- [[B]]\n', 'downstream')).toContain('\n- [[New]]\n');
  });

  it('take a link away from behind the word that joins it', () => {
    expect(removed('See [[A]], [[B]] and [[C]].\n', 'C')).toBe('See [[A]], [[B]].\n');
    expect(removed('См. [[A]] и [[B]]\n', 'A')).toBe('См. [[B]]\n');
  });

  it('move no idea to a relation under which it stands', () => {
    const text = 'up:: [[A]]\nrelated:: [[A]]\n';
    expect(edited(text, { kind: 'move', entry: entryOf(text, 'A'), relation: 'related' })).toEqual({
      refused: 'listed',
    });
  });

  it.each(['See [[A]] and [[B]].', 'up:: [[A]]', '↑ [[A]]', 'Part of: [[A]]'])('make no list like %j', (line) => {
    expect(added(`Words.\n\n${line}\n\n## More\n\nWords.\n`)).toContain('\n- [[New]] — why\n');
  });

  it('keep a link that stands alone at the end where a section is added below it', () => {
    expect(added('Words.\n\n[[A]]\n')).toMatch(/^Words\.\n\n\[\[A\]\]\n[^]*\[\[New\]\] — why\n$/);
  });
});
