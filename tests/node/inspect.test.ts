import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect as program } from '../../src/node/programs/inspect';
import { garble, withoutInvisible } from '../repair/garble';
import { callProgram, folderWith, type Run } from './program';

const NOTE = `---
title: Сад
category: [a, b]
---
## Вышестоящие идеи

- [[Почва#Глина|Земля]] — основа. [^1]
- [Погреб](Погреб.md)

| Тир | Вещь | Отзыв (🟢=хорошо) |
|---|---|---|
| 1 | Лейка | 🟢 легко |
| T2 | Шланг | |

> [!nexus_agent] x
> | a |
> |---|
> | 1 |

### Шаг 1 — Корректура
Сад цветёт.

#### Sources
[^1]: [[Дневник]]
`;

let folder: string;

beforeAll(async () => {
  folder = await folderWith({
    'Сад.md': NOTE,
    'b/second.md': 'text',
    'b/Capital.MD': 'text',
    'a/first.md': '',
    'a-b.md': 'text',
    '.obsidian/hidden.md': 'text',
    'b/.trash/hidden.md': 'text',
    'node_modules/package/README.md': 'text',
    'b/picture.png': 'text',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const inspect = (...args: readonly string[]): Promise<Run> => callProgram(program, args);

/** The objects of NDJSON; every line has to be one, and the last one has to end. */
function objectsOf(out: string): Record<string, unknown>[] {
  expect(out === '' || out.endsWith('\n')).toBe(true);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('npm run inspect -- PATH [PATH ...]', { timeout: 60_000 }, () => {
  it('prints one object a note of a folder, in path order, and nothing else', async () => {
    const { status, out, err } = await inspect(folder);
    expect([status, err]).toEqual([0, '']);
    const paths = objectsOf(out).map((note) => note['path']);
    expect(paths).toEqual(['a-b.md', 'a/first.md', 'b/Capital.MD', 'b/second.md', 'Сад.md']);
  });

  it('prints what it found in a note, with lines and columns from 1', async () => {
    const { out } = await inspect(path.join(folder, 'Сад.md'));
    const [note] = objectsOf(out);
    expect(note).toMatchObject({
      path: 'Сад.md',
      ideaLinks: [
        {
          line: 7,
          target: 'Почва',
          relation: 'upstream',
          description: 'основа.',
          footnotes: ['1'],
          group: 'Вышестоящие идеи',
          heading: 'Глина',
        },
        { line: 24, target: 'Дневник', relation: 'source', description: '', footnotes: [], heading: '' },
      ],
      markdownLinks: [{ line: 8, target: 'Погреб.md', relation: 'upstream' }],
      steps: [{ step: 1, line: 20, language: 'ru', words: 2, set: 1 }],
      turns: { user: 0, agent: 1 },
      frontmatter: { present: true, problems: [{ field: 'category' }] },
    });
    expect(note?.['tables']).toEqual([
      {
        line: 10,
        rows: 2,
        columns: 3,
        tier: true,
        rankColumn: 1,
        subjectColumn: 2,
        caption: 'Вышестоящие идеи',
        callout: '',
        legend: { '🟢': 'хорошо' },
        body: [
          {
            line: 12,
            rank: 1,
            rankText: '1',
            subject: 'Лейка',
            cells: [{ column: 3, text: '🟢 легко', marks: [{ mark: '🟢', count: 1, words: 'легко' }] }],
            marks: { '🟢': 1 },
          },
          { line: 13, rank: 2, rankText: 'T2', subject: 'Шланг', cells: [], marks: {} },
        ],
      },
      {
        line: 16,
        rows: 1,
        columns: 1,
        tier: false,
        caption: 'Вышестоящие идеи',
        callout: 'nexus_agent',
        legend: {},
      },
    ]);
  });

  it('words its problems, those of the frontmatter with the field', async () => {
    const { out } = await inspect(path.join(folder, 'Сад.md'));
    const [note] = objectsOf(out);
    const values = { field: 'category', expected: 'text' };
    const message = expect.stringContaining('category') as unknown;
    const problem = { code: 'frontmatter-field', line: 3, message, values };
    expect(note?.['problems']).toContainEqual(problem);
    expect(note?.['frontmatter']).toEqual({
      present: true,
      problems: [{ field: 'category', message: expect.stringContaining('category') as unknown }],
    });
  });

  it('reads a garbled note from its repaired text, and says how it is garbled', async () => {
    const garbled = path.join(folder, 'garbled.txt');
    await writeFile(garbled, garble(NOTE, 'macintosh'));
    const { out } = await inspect(garbled, path.join(folder, 'Сад.md'));
    const [note, healthy] = objectsOf(out);
    const garbledCharacters = [...NOTE].filter((one) => one > '\u007F').length;
    const encoding = { suspect: 'macintosh', encodings: ['macintosh'], lossless: true, garbledCharacters, lost: 0 };
    expect(note).toEqual({ ...healthy, path: 'garbled.txt', encoding });
    expect(healthy?.['encoding']).toBeNull();
    const lossy = withoutInvisible(garble(NOTE, 'windows-1254'));
    await writeFile(garbled, lossy);
    const lost = NOTE.match(/[сэюяЁАНОЭ]/g)?.length ?? 0;
    expect(objectsOf((await inspect(garbled)).out)[0]?.['encoding']).toEqual({
      suspect: 'windows-1254',
      encodings: ['windows-1254'],
      lossless: false,
      garbledCharacters,
      lost,
    });
  });

  it('has the same keys for every note, an empty one too', async () => {
    const { out } = await inspect(path.join(folder, 'a/first.md'), path.join(folder, 'Сад.md'));
    const [empty, full] = objectsOf(out);
    expect(Object.keys(empty ?? {})).toEqual(Object.keys(full ?? {}));
    for (const key of [
      'path',
      'ideaLinks',
      'markdownLinks',
      'tables',
      'steps',
      'turns',
      'frontmatter',
      'encoding',
      'problems',
    ])
      expect(Object.keys(full ?? {})).toContain(key);
    expect(empty).toMatchObject({ path: 'first.md', ideaLinks: [], tables: [], steps: [], problems: [] });
    expect(empty).toMatchObject({ turns: { user: 0, agent: 0 }, frontmatter: { present: false, problems: [] } });
  });

  it('tells links that are near to a note from wanted ones where it knows the vault, and says nothing of them elsewhere', async () => {
    const vault = await folderWith({
      'Mirrors.md': '- [[Looking glass#Silver|glass]]\n- [[Glass as a slow liquid]]\n- [[Optcial bench]]\n',
      'Mirror.md': '---\naliases: [Looking glass]\n---\n',
      'Optical bench.md': '',
      'Templates/Idea.md': '- [[Optcial bench]]\n- [[Any other]]\n',
      'Draft.md': '- [[Optcial bench]]\n- [[<% tp.file.title %>]]\n',
      '.obsidian/plugins/templater-obsidian/data.json': '{"templates_folder":"Molds"}',
      'Molds/Idea.md': '- [[Optcial bench]]\n- [[Any other]]\n',
    });
    const found = async (...args: readonly string[]): Promise<unknown[]> =>
      objectsOf((await inspect(...args)).out).map(({ path: note, problems, wanted }) => ({ note, problems, wanted }));
    const problem = (line: number, target: string, near: string): object => ({
      code: 'link-without-note',
      line,
      message: `There is no note “${target}”. Did you mean “${near}”?`,
      values: { target, near: [near] },
    });
    expect(await found(vault)).toEqual([
      { note: 'Draft.md', problems: [], wanted: [] },
      { note: 'Mirror.md', problems: [], wanted: [] },
      {
        note: 'Mirrors.md',
        problems: [problem(1, 'Looking glass', 'Mirror'), problem(3, 'Optcial bench', 'Optical bench')],
        wanted: [{ line: 2, target: 'Glass as a slow liquid' }],
      },
      { note: 'Molds/Idea.md', problems: [], wanted: [] },
      { note: 'Optical bench.md', problems: [], wanted: [] },
      { note: 'Templates/Idea.md', problems: [], wanted: [] },
    ]);
    expect(await found(path.join(vault, 'Mirrors.md'))).toEqual([{ note: 'Mirrors.md', problems: [], wanted: [] }]);
    await rm(vault, { recursive: true, force: true });
  });

  it('goes on past a note that cannot be read, says so on standard error, and ends with 1', async () => {
    const { status, out, err } = await inspect(path.join(folder, 'missing.md'), path.join(folder, 'b'));
    expect(status).toBe(1);
    expect(objectsOf(out).map((note) => note['path'])).toEqual(['Capital.MD', 'second.md']);
    expect(err).toContain('missing.md');
  });

  it('explains itself and ends with 2 where it is used wrongly', async () => {
    for (const args of [[], ['--wrong'], ['--json', folder]]) {
      const { status, out, err } = await inspect(...args);
      expect([args, status, out]).toEqual([args, 2, '']);
      expect(err).toContain('inspect');
    }
  });
});
