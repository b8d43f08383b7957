import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';
import { readDelimiterRow, splitRow } from '../../src/read/tables';

const tablesOf = (text: string): string[][][] =>
  readNote(text).tables.map(({ header, body }) => [[...header], ...body.map(({ cells }) => [...cells])]);

describe('readDelimiterRow(text, from, end)', () => {
  it.each([
    ['|---|---|', [null, null]],
    ['--- | ---', [null, null]],
    ['|:--|--:|:-:|-|', ['left', 'right', 'center', null]],
    ['| - |', [null]],
    ['  |---|', [null]],
    ['|---', [null]],
    ['---|', [null]],
  ])('reads %j', (row, align) => {
    const from = row.length - row.trimStart().length;
    expect(readDelimiterRow(row, from, row.length)).toEqual(align);
  });

  it.each(['---', '', '|', '||', '|-|-|x', '| - - |', '|=|', '|:|', '|::-|', '|--||--|', '- | a'])(
    'takes %j for none',
    (row) => {
      expect(readDelimiterRow(row, 0, row.length)).toBeNull();
    },
  );
});

describe('splitRow(text, from, end)', () => {
  it.each([
    ['| a | b |', ['a', 'b']],
    ['a|b', ['a', 'b']],
    ['| a | b', ['a', 'b']],
    ['a | b |', ['a', 'b']],
    ['| a || b |', ['a', '', 'b']],
    ['| a \\| b | c |', ['a | b', 'c']],
    ['| \\\\ | b |', ['\\\\', 'b']],
    ['| `a \\| b` |', ['`a | b`']],
    ['| `a | b` |', ['`a', 'b`']],
    ['| [[A\\|b]] |', ['[[A|b]]']],
    ['| **a** |  |', ['**a**', '']],
    ['|\u00A0a\u00A0|\tb\t|', ['a', 'b']],
    ['a', ['a']],
    ['|', ['']],
  ])('splits %j', (row, cells) => {
    expect(splitRow(row, 0, row.length)).toEqual(cells);
  });
});

describe('the tables of a note', () => {
  it('begin with a header and a delimiter row of as many cells', () => {
    expect(tablesOf('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ]);
    expect(tablesOf('| a | b |\n|---|\n| 1 | 2 |')).toEqual([]);
    expect(tablesOf('| a |\n|---|---|\n| 1 | 2 |')).toEqual([]);
    expect(tablesOf('|---|---|\n| 1 | 2 |')).toEqual([]);
  });

  it('fill short rows and drop what is too much', () => {
    expect(tablesOf('a|b\n-|-\n1\n1|2|3')).toEqual([
      [
        ['a', 'b'],
        ['1', ''],
        ['1', '2'],
      ],
    ]);
  });

  it('may have no rows', () => {
    expect(readNote('| a |\n|---|').tables).toMatchObject([{ line: 1, endLine: 2, body: [] }]);
  });

  it.each([
    ['a blank line', ''],
    ['a heading', '# b'],
    ['a quote', '> b'],
    ['a fence', '```'],
    ['a rule', '***'],
    ['a bullet', '- b'],
    ['a first number', '1. b'],
  ])('end at %s', (_, line) => {
    expect(readNote(`| a |\n|---|\n| 1 |\n${line}\n| 2 |`).tables).toMatchObject([{ endLine: 3, body: [{ line: 3 }] }]);
  });

  it('take a table without an empty line above it for more rows, and tell the author', () => {
    const { tables, problems } = readNote('|A|B|\n|-|-|\n|1|2|\n|C|D|\n|---|:-:|\n|3|4|\n|-|5|\n');
    expect(tables.map(({ body }) => body.length)).toEqual([5]);
    expect(problems).toEqual([{ code: 'table-joined', line: 4 }]);
    expect(readNote('|A|B|\n|-|-|\n|-|-|\n|1|2|\n').problems).toEqual([]);
  });

  it('go on with a line of text, as Markdown has it', () => {
    expect(tablesOf('| a | b |\n|--|--|\n| 1 | 2 |\nafterthought')).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
        ['afterthought', ''],
      ],
    ]);
  });

  it('take their header from the last line of a paragraph or an item', () => {
    expect(tablesOf('words\n| a |\n|---|\n| 1 |')).toEqual([[['a'], ['1']]]);
    expect(tablesOf('- | a |\n  |---|\n  | 1 |')).toEqual([[['a'], ['1']]]);
    expect(tablesOf('- item\n  | a |\n  |---|\n  | 1 |')).toEqual([[['a'], ['1']]]);
  });

  it('take no header across the edge of a quote', () => {
    expect(tablesOf('> | a |\n|---|\n| 1 |')).toEqual([]);
    expect(tablesOf('| a |\n> |---|\n> | 1 |')).toEqual([]);
  });

  it('name the nearest heading and the innermost callout', () => {
    const table = '| a |\n> |---|\n> | 1 |';
    expect(readNote(`# One\n## **Two** 🔹\n\n> [!Nexus_Agent]+ x\n> ${table}`).tables).toMatchObject([
      { caption: 'Two 🔹', callout: 'nexus_agent' },
    ]);
    expect(readNote(`> [!note]\n> text\n\n> ${table}`).tables).toMatchObject([{ caption: '', callout: '' }]);
  });
});
