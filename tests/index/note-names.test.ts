import { describe, expect, test } from 'vitest';
import { NoteNames } from '../../src/index/note-names.ts';

const names = new NoteNames([
  'Top.md',
  'A/Twin.md',
  'B/Twin.md',
  'B/Deep/Twin.md',
  'A/Idea with spaces.md',
  'B/board.canvas',
  'Caf\u00e9.md',
  'A/100% sure.md',
]);

describe('a link leads', () => {
  test.each([
    ['by name', 'top', 'A/Twin.md', 'Top.md'],
    ['by path', 'A/Twin', 'Top.md', 'A/Twin.md'],
    ['by the end of a path', 'Deep/Twin', 'Top.md', 'B/Deep/Twin.md'],
    ['with its extension', 'Top.md', 'A/Twin.md', 'Top.md'],
    ['to the nearest of several notes of one name', 'Twin', 'B/Other.md', 'B/Twin.md'],
    ['to the one nearest to the top from elsewhere', 'Twin', 'Top.md', 'A/Twin.md'],
    ['relative to its note', './Twin', 'B/Other.md', 'B/Twin.md'],
    ['relative to the folder above', '../Twin', 'B/Deep/Other.md', 'B/Twin.md'],
    ['from the top', '/Top', 'A/Twin.md', 'Top.md'],
    ['to another kind of file', 'board.canvas', 'Top.md', 'B/board.canvas'],
    ['whatever its Unicode form', 'Cafe\u0301', 'Top.md', 'Caf\u00e9.md'],
    ['with a non-breaking space', 'Idea\u00a0with spaces', 'Top.md', 'A/Idea with spaces.md'],
    ['percent-encoded', 'A/Idea%20with%20spaces.md', 'Top.md', 'A/Idea with spaces.md'],
    ['with a stray percent sign', '100% sure', 'Top.md', 'A/100% sure.md'],
    ['by a file URL', 'file:///home/me/vault/A/Idea%20with%20spaces.md', 'Top.md', 'A/Idea with spaces.md'],
    ['by a file URL of another system', 'file:///C:\\vault\\B\\Deep\\Twin.md', 'Top.md', 'B/Deep/Twin.md'],
    ['to its own note where it names none', '', 'A/Twin.md', 'A/Twin.md'],
  ])('%s', (_, target, from, path) => {
    expect(names.resolve(target, from)).toBe(path);
  });

  test.each(['Nothing', 'C/Twin', '/Twin', '../Top', 'file:///elsewhere/Nothing.md'])('nowhere: %s', (target) => {
    expect(names.resolve(target, 'B/Deep/Other.md')).toBeNull();
  });

  test('by case or Unicode form where paths differ by nothing else', () => {
    const twins = new NoteNames(['e\u0301.md', '\u00e9.md', 'x.md', 'X.md']);
    for (const name of ['e\u0301', '\u00e9', 'x', 'X']) expect(twins.resolve(name, 'a.md')).toBe(`${name}.md`);
  });

  test('to no file that was deleted', () => {
    const some = new NoteNames(['A.md', 'B/A.md']);
    some.delete('A.md');
    expect(some.resolve('A', 'C.md')).toBe('B/A.md');
    some.delete('B/A.md');
    expect(some.resolve('A', 'C.md')).toBeNull();
  });
});
