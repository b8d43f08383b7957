import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';
import { plainText } from '../../src/markdown/plain-text';
import { csvText, spreadsheetText } from '../../src/write/table-csv';

describe('csvText(rows)', () => {
  it('writes rows as RFC 4180 has them', () => {
    expect(
      csvText([
        ['Tier', 'Way, how'],
        ['1', 'say "no"'],
        ['', 'two\nlines'],
        [' 💰 ', ''],
      ]),
    ).toBe('Tier,"Way, how"\r\n1,"say ""no"""\r\n,"two\nlines"\r\n 💰 ,\r\n');
  });

  it('leaves formulas and signs as they are', () => {
    expect(csvText([['=1+1', '+', '-2', '@x']])).toBe('=1+1,+,-2,@x\r\n');
  });

  it('keeps a row of one empty field', () => {
    expect(csvText([['a'], [''], ['b']])).toBe('a\r\n""\r\nb\r\n');
    expect(csvText([])).toBe('');
  });

  it('is read back by another parser field for field', () => {
    const field = fc.oneof(
      fc.constantFrom('', '"', ',', '\r\n', '\n', '\r', '""', ' '),
      fc.string({ unit: 'grapheme' }),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        expect(csvParseRows(csvText(rows))).toEqual(rows);
      }),
    );
  });

  const data = process.env.IDEA_TIERS_DATA;
  it.skipIf(data === undefined)(
    'gives another parser the cells of every table of the real notes (IDEA_TIERS_DATA)',
    { timeout: 120_000 },
    () => {
      const folder = path.join(data ?? '', 'corpus/notes');
      let tables = 0;
      for (const note of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!note.endsWith('.md')) continue;
        for (const { header, body } of readNote(readFileSync(path.join(folder, note), 'utf8')).tables) {
          tables++;
          const rows = [header, ...body.map(({ cells }) => cells)].map((cells) => cells.map((cell) => plainText(cell)));
          expect(csvParseRows(csvText(rows))).toEqual(rows);
        }
      }
      expect(tables).toBeGreaterThan(1000);
    },
  );
});

describe('spreadsheetText(rows)', () => {
  it.each(['=1+1', '=cmd()', '@SUM(A1)', '+cmd', '-cmd', '+(1)', '-(1)', '-я', '+Ü'])('has %j as text', (cell) => {
    expect(spreadsheetText([[cell, 'a']])).toBe(`'${cell}\ta\r\n`);
  });

  it.each(['\t=1+1', '\r=1+1', '=1\t2'])('has %j as text, between quotes', (cell) => {
    expect(spreadsheetText([[cell]])).toBe(`"'${cell}"\r\n`);
  });

  it.each(['', '-2', '+7 %', '−3', '- 5', '-', '+', '--', '1=1', 'a@b', '💰', ' =1', "'"])('leaves %j', (cell) => {
    expect(spreadsheetText([[cell]])).toBe(`${cell}\r\n`);
  });

  it('has quotes around what would part cells or rows', () => {
    expect(spreadsheetText([['a"b', 'a\nb', 'a,b']])).toBe('"a""b"\t"a\nb"\ta,b\r\n');
  });
});
