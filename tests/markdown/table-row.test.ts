import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/table';
import { readLinks, readNote } from '../../src/read/note';
import { readDelimiterRow, splitRow } from '../../src/markdown/table-row';

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

  it('leave short rows short and drop what is too much', () => {
    expect(tablesOf('a|b\n-|-\n1\n1|2|3')).toEqual([[['a', 'b'], ['1'], ['1', '2']]]);
  });

  describe('of a header far wider than its rows', () => {
    const head = `${'|a'.repeat(50_000)}\n${'|-'.repeat(50_000)}`;
    const counted = ({ body }: Table): number => body.reduce((sum, { cells }) => sum + cells.length, 0);

    it.each([
      ['', ''],
      ['> ', ''],
      ['> > ', '## Upstream ideas\n\n'],
    ])('make up no cell that is not written, behind %j and below %j', (quote, above) => {
      const lines = `${head}\n${'|1\n'.repeat(16_000)}`.trimEnd().split('\n');
      const text = `${above}${lines.map((line) => quote + line).join('\n')}`;
      const [table] = readNote(text).tables;
      expect(table?.header).toHaveLength(50_000);
      expect(table?.body).toHaveLength(16_000);
      expect(table && counted(table)).toBe(16_000);
      expect(readLinks(text)).toEqual([]);
    });

    it('keep one whole row among them', () => {
      const [table] = readNote(`${head}\n${'|1\n'.repeat(500)}${'|b'.repeat(50_000)}\n|1`).tables;
      expect(table && counted(table)).toBe(50_501);
      expect(table?.body[500]?.cells).toHaveLength(50_000);
      expect(table?.tier?.subjectColumn ?? null).toBeNull();
    });

    it('are none where the delimiter row is wider still', () => {
      expect(readNote(`|a|b\n${'|-'.repeat(50_000)}\n|1`).tables).toEqual([]);
    });
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
      [['a', 'b'], ['1', '2'], ['afterthought']],
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
