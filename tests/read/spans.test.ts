import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/span';
import { cellOffsets, readDelimiterRow, splitRow } from '../../src/markdown/table-row';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { stepText } from '../../src/markdown/step-text';
import { turnTexts } from '../../src/read/turn-texts';
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
        expect(readNote(text).steps.map((one) => stepText(text, one))).toEqual(
          readNote(plain).steps.map((one) => stepText(plain, one)),
        );
      }),
      RUNS,
    );
  });
});

/** A chat: messages as callouts at several depths and as headings, with and without what it knows them by. */
const chats = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '> '),
      fc.constantFrom(
        '> [!nexus_user] **User** - 08.03.2025 at 19:02',
        '>[!nexus_agent] **Assistant**',
        '### User, on 07/12/2025 at 9:05 AM;',
        '#### ChatGPT, on 07/12/2025 at 9:06 AM;',
        '> [!note] слово',
      ),
      fc.array(
        fc.constantFrom('> слово', '>> word', '>', '> > ', '', ' ', 'word', '<!-- UID: a1 -->', '> <!-- UID: b -->'),
        { maxLength: 6 },
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((parts) => {
    const lines = parts.flatMap(([quote, head, below]) => [head, ...below].map((line) => quote + line));
    const ends = fc.constantFrom<readonly string[]>(['\n'], ['\r\n'], ['\r'], ['\r', '\n', '\r\n']);
    return ends.map((each) =>
      lines.map((line, index) => (index === 0 ? '' : (each[index % each.length] ?? '')) + line),
    );
  })
  .map((lines) => lines.join(''));

describe('the spans of turns', { timeout: 60_000 }, () => {
  it('cut out a head, and whole lines below it up to the next', () => {
    fc.assert(
      fc.property(fc.oneof(chats, notes), (text) => {
        const { turns, lineCount } = readNote(text);
        for (const [index, { line, head, body }] of turns.entries()) {
          expect([lineOf(text, head.from), lineOf(text, head.to)]).toEqual([line, line]);
          expect(cut(text, head)).toMatch(/^(?:\[!nexus_(?:user|agent)|#{3,4}\s)/i);
          expect(text.slice(head.to, head.to + 1)).toMatch(/^[\r\n]?$/);
          const last = lineOf(text, body.to);
          expect(last).toBeLessThan(turns[index + 1]?.line ?? lineCount + 1);
          if (last === line) expect(body).toEqual({ from: head.to, to: head.to });
          else expect(unix(cut(text, body))).toBe(linesOf(text, line + 1, last));
        }
      }),
      RUNS,
    );
  });

  it('give what turns say whatever their lines end in', () => {
    fc.assert(
      fc.property(chats, (text) => {
        const plain = unix(text);
        expect(turnTexts(text, readNote(text).turns)).toEqual(turnTexts(plain, readNote(plain).turns));
      }),
      RUNS,
    );
  });

  it('hold the lines of the quote, and what the chat knows the turn by', () => {
    const bodyOf = (...lines: readonly string[]): readonly string[] => {
      const text = lines.join('\n');
      return readNote(text).turns.map(({ body }) => cut(text, body));
    };
    const head = '> [!nexus_user] **User**';
    expect(bodyOf(head, '> a', '>', '> > b', '', '<!-- UID: c -->', 'd')).toEqual(['> a\n>\n> > b\n\n<!-- UID: c -->']);
    expect(bodyOf(head, '> a', 'b', '<!-- UID: c -->')).toEqual(['> a']);
    expect(bodyOf(head, '<!-- UID: c -->')).toEqual(['<!-- UID: c -->']);
    expect(bodyOf(head)).toEqual(['']);
    expect(bodyOf(`> ${head}`, '> > a', '> b')).toEqual(['> > a']);
    expect(bodyOf('### User, on 1/2/2025 at 9:05 AM;', 'a', '> b', head, '> c', '')).toEqual(['a\n> b', '> c']);
  });
});
