import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/span';
import { cellOffsets, readDelimiterRow, splitRow } from '../../src/markdown/table-row';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { stepTexts } from '../../src/read/step-texts';
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

/** What stands between two lines, 1-based and inclusive, with `\n` for every line break, cut out without the plugin's own code. */
const linesOf = (text: string, first: number, last: number): string =>
  text
    .split(/\r\n|\r|\n/)
    .slice(first - 1, last)
    .join('\n');

const unix = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A note of steps and lists of ideas, their headings of both forms, quoted or not. */
const sections = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '> ', '> > '),
      fc.constantFrom(
        '### Шаг 1 — Корректура',
        '### Step 2 — Translation',
        '  ### Шаг 3 — Векторное расширение',
        'Step 2: English translation\n---',
        '## Upstream ideas',
        '**Нижестоящие идеи:**\n- [[Дом]]',
      ),
      fc.constantFrom('', 'слово\n\nword', '---', '- [[Дом]] — слово\n---\n', '```\n# code', '> >'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((parts) => {
    const lines = parts.flatMap(([quote, head, below]) =>
      [...head.split('\n'), ...below.split('\n')].map((line) => quote + line),
    );
    const ends = fc.constantFrom<readonly string[]>(['\n'], ['\r\n'], ['\r'], ['\r', '\n', '\r\n']);
    return ends.map((each) => lines.map((line, index) => line + (each[index % each.length] ?? '')).join(''));
  });

describe('the spans of steps and sections', { timeout: 60_000 }, () => {
  it('cut out the lines that the reader counts', () => {
    fc.assert(
      fc.property(fc.oneof(sections, notes), (text) => {
        const { outline } = readOutline(text);
        for (const { heading, body, line, headEnd, endLine } of [...readNote(text).steps, ...outline.sections]) {
          expect([lineOf(text, heading.from), lineOf(text, heading.to)]).toEqual([line, headEnd]);
          const head = linesOf(text, line, headEnd);
          expect(head.endsWith(unix(cut(text, heading)))).toBe(true);
          expect(head.slice(0, head.length - unix(cut(text, heading)).length)).toMatch(/^\uFEFF?[ \t>]*$/);
          if (endLine === headEnd) expect(body).toEqual({ from: heading.to, to: heading.to });
          else {
            expect(unix(cut(text, body))).toBe(linesOf(text, headEnd + 1, endLine));
            expect(lineOf(text, body.from)).toBe(headEnd + 1);
          }
        }
      }),
      RUNS,
    );
  });

  it('are the same for steps as for the sections that they are', () => {
    fc.assert(
      fc.property(fc.oneof(sections, notes), (text) => {
        const found = readOutline(text).outline.sections.filter(({ set }) => set > 0);
        for (const { heading, body, line } of found) {
          expect(readNote(text).steps).toContainEqual(expect.objectContaining({ heading, body, line }));
        }
      }),
      RUNS,
    );
  });

  it('give what steps say whatever their lines end in', () => {
    fc.assert(
      fc.property(sections, (text) => {
        const plain = unix(text);
        const shape = (of: string): unknown => readNote(of).steps.map(({ heading: _, body: __, ...step }) => step);
        expect(shape(text)).toEqual(shape(plain));
        expect(stepTexts(text, readNote(text).steps)).toEqual(stepTexts(plain, readNote(plain).steps));
      }),
      RUNS,
    );
  });
});
