import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/span';
import { cellOffsets, readDelimiterRow, splitRow } from '../../src/markdown/table-row';
import { readNote } from '../../src/read/note';
import { tableText } from '../write/tables';
import { anyText } from './nasty-text';

const RUNS = { numRuns: 500 };

/** Notes of any kind, tables among them, with every kind of line break. */
const notes = fc.oneof(
  anyText,
  fc
    .tuple(anyText, tableText, fc.constantFrom('\n', '\r\n', '\r'), anyText)
    .map(([above, table, end, below]) => [above, table.text, below].join(end + end)),
);

const cut = (text: string, { from, to }: Span): string => text.slice(from, to);

/** The line, 1-based, that an offset stands in, counted without the plugin's own code. */
const lineOf = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;

describe('the spans of a table', { timeout: 60_000 }, () => {
  it('cut its rows out of the note, each in its line', () => {
    fc.assert(
      fc.property(notes, (text) => {
        for (const { span, headerSpan, delimiterSpan, line, endLine, header, align, body } of readNote(text).tables) {
          const rows = [headerSpan, delimiterSpan, ...body.map((row) => row.span)];
          expect(rows.map(({ from }) => lineOf(text, from))).toEqual(rows.map((_, index) => line + index));
          for (const row of rows) expect(cut(text, row)).not.toMatch(/[\r\n]/);
          for (const { to } of rows) expect(text.slice(to, to + 1)).toMatch(/^[\r\n]?$/);
          expect(splitRow(text, headerSpan.from, headerSpan.to)).toEqual(header);
          expect(readDelimiterRow(text, delimiterSpan.from, delimiterSpan.to)).toEqual(align);
          expect(span).toEqual({ from: headerSpan.from, to: rows.at(-1)?.to });
          expect(lineOf(text, span.to)).toBe(endLine);
        }
      }),
      RUNS,
    );
  });

  it('give the cells of its rows', () => {
    fc.assert(
      fc.property(notes, (text) => {
        for (const { header, body } of readNote(text).tables) {
          for (const row of body) {
            const at = cellOffsets(text, row.span);
            const written = row.cells.map((_, index) => text.slice(at[2 * index], at[2 * index + 1]));
            expect(written.map((cell) => cell.replaceAll('\\|', '|'))).toEqual(row.cells);
            expect(row.cells).toHaveLength(Math.min(at.length / 2, header.length));
            expect([...at].sort((a, b) => a - b)).toEqual(at);
            expect(at[0]).toBeGreaterThanOrEqual(row.span.from);
            expect(at.at(-1)).toBeLessThanOrEqual(row.span.to);
          }
        }
      }),
      RUNS,
    );
  });
});
