import { describe, expect, test, vi } from 'vitest';
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

test('many files of one name are found as few are, after changes too', () => {
  const folders = Array.from({ length: 40 }, (_, folder) => `${folder % 7}/${folder}`);
  const few = (folder: string): NoteNames => new NoteNames(['Log.md', `${folder}/Log.md`, `${folder}/log.md`]);
  const many = new NoteNames(['Log.md', ...folders.flatMap((folder) => [`${folder}/Log.md`, `${folder}/log.md`])]);
  many.add('3/3/Log.md');
  for (const folder of folders) {
    for (const target of [
      'Log',
      'log',
      `${folder}/Log`,
      `${folder.split('/')[1]}/log`,
      './Log',
      '/Log.md',
      '../Log',
      'gone/Log',
    ]) {
      expect(many.resolve(target, `${folder}/a.md`), `${target} from ${folder}`).toBe(
        few(folder).resolve(target, `${folder}/a.md`),
      );
    }
  }
  expect(many.resolve('Log', 'elsewhere/a.md')).toBe('Log.md');
  many.delete('Log.md');
  many.delete('0/0/log.md');
  expect(many.resolve('Log', 'elsewhere/a.md')).toBe('0/0/Log.md');
  expect(many.resolve('0/log', 'elsewhere/a.md')).toBe('0/0/Log.md');
  many.add('Log.md');
  expect(many.resolve('Log', 'elsewhere/a.md')).toBe('Log.md');
  for (const folder of folders) for (const name of ['Log', 'log']) many.delete(`${folder}/${name}.md`);
  many.delete('Log.md');
  expect(many.resolve('Log', 'elsewhere/a.md')).toBe(null);
});

test('links among thousands of files of one name are led by a look-up, not by a look at each', () => {
  const looks = (count: number): number => {
    const names = new NoteNames(Array.from({ length: count }, (_, folder) => `${folder}/Log.md`));
    const endsWith = vi.spyOn(String.prototype, 'endsWith');
    for (let link = 0; link < count; link++) names.resolve('Log', 'a.md');
    const { length } = endsWith.mock.calls;
    endsWith.mockRestore();
    return length;
  };
  expect(looks(400)).toBeLessThan(looks(200) * 2.2);
});
