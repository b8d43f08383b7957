import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';
import { markdownTable, pickColumns, tableCell, type MarkdownTable } from '../../src/write/table-markdown';
import { tableText } from './tables';

const TABLE: MarkdownTable = {
  header: ['Tier', '[[Note|Way]]', 'Cost'],
  align: ['right', null, 'center'],
  rows: [
    ['1', '`a|b`', '💰'],
    ['2', '', '—'],
  ],
};

describe('markdownTable(table)', () => {
  it('writes a pipe table with escaped pipes', () => {
    expect(markdownTable(TABLE)).toBe(
      '| Tier | [[Note\\|Way]] | Cost |\n| ---: | --- | :---: |\n| 1 | `a\\|b` | 💰 |\n| 2 |  | — |\n',
    );
  });

  it('writes the columns that are asked for, in their order', () => {
    expect(markdownTable(pickColumns(TABLE, [2, 0]))).toBe(
      '| Cost | Tier |\n| :---: | ---: |\n| 💰 | 1 |\n| — | 2 |\n',
    );
  });

  it('is read back cell for cell, whatever a table that was read holds', () => {
    fc.assert(
      fc.property(tableText, ({ text }) => {
        const [read] = readNote(text).tables;
        fc.pre(read !== undefined);
        if (read === undefined) return;
        const written = markdownTable({ ...read, rows: read.body.map(({ cells }) => cells) });
        const [again] = readNote(written).tables;
        expect(again?.header).toEqual(read.header);
        expect(again?.align).toEqual(read.align);
        expect(again?.body.map(({ cells }) => cells)).toEqual(read.body.map(({ cells }) => cells));
      }),
    );
  });
});

describe('tableCell(markdown)', () => {
  it('makes one line of several', () => {
    expect(tableCell(' one\r\n  two\nthree ')).toBe('one<br>two<br>three');
  });

  it('never lets a backslash undo the escape of a pipe', () => {
    expect(tableCell('a\\|b')).toBe('a\\&#124;b');
    expect(tableCell('a\\\\|b')).toBe('a\\\\\\|b');
    expect(readNote(`| x | ${tableCell('a\\|b')} | y |\n|---|---|---|`).tables[0]?.header).toHaveLength(3);
  });
});
