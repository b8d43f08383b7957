import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineCursor, skipSpace, trimEnd } from '../../src/markdown/lines';

interface Line {
  readonly line: number;
  readonly text: string;
  readonly content: string;
  readonly depth: number;
  readonly indent: number;
}

function linesOf(text: string, offset?: number, line?: number): Line[] {
  const cursor = new LineCursor(text, offset, line);
  const lines: Line[] = [];
  while (cursor.next()) {
    const { line, start, content, end, depth, indent } = cursor;
    lines.push({ line, text: text.slice(start, end), content: text.slice(content, end), depth, indent });
  }
  return lines;
}

describe('LineCursor', () => {
  it('counts lines as an editor does', () => {
    expect(linesOf('').map(({ line }) => line)).toEqual([1]);
    expect(linesOf('a').map(({ line }) => line)).toEqual([1]);
    expect(linesOf('a\n').map(({ text }) => text)).toEqual(['a', '']);
    expect(linesOf('a\n\nb').map(({ text }) => text)).toEqual(['a', '', 'b']);
  });

  it('leaves the line break out, on Windows too', () => {
    expect(linesOf('a\r\nb\r\n').map(({ text }) => text)).toEqual(['a', 'b', '']);
  });

  it('tells how deep a line is quoted, and where its content begins', () => {
    expect(linesOf('> a\n>> b\n> > c\n>d\n   > e\ne')).toMatchObject([
      { depth: 1, content: 'a' },
      { depth: 2, content: 'b' },
      { depth: 2, content: 'c' },
      { depth: 1, content: 'd' },
      { depth: 1, content: 'e' },
      { depth: 0, content: 'e' },
    ]);
  });

  it('measures indentation in columns, behind the quote mark and its space', () => {
    expect(linesOf('  a\n\tb\n \tc\n>   d').map(({ indent }) => indent)).toEqual([2, 4, 4, 2]);
  });

  it('knows an empty quoted line as blank', () => {
    const cursor = new LineCursor('>  ');
    cursor.next();
    expect(cursor.content).toBe(cursor.end);
    expect(cursor.depth).toBe(1);
  });

  it('starts where it is told', () => {
    expect(linesOf('front\nbody\nend', 6, 2)).toMatchObject([
      { line: 2, text: 'body' },
      { line: 3, text: 'end' },
    ]);
  });

  it('gives all lines of any text, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '>', ' ', '\t', '\n', '\r\n', '\ud800', '|')), (parts) => {
        const text = parts.join('');
        const lines = linesOf(text);
        expect(lines.map(({ text: one }) => one)).toEqual(text.split(/\r?\n/));
        expect(lines.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
        for (const { content } of lines) expect(content).not.toMatch(/^[ \t>]/);
      }),
    );
  });
});

describe('trimEnd(text, start, end) and skipSpace(text, start, end)', () => {
  it('pass over spaces, tabs and no-break spaces, but not over their bounds', () => {
    const text = ' \t\u00A0a \u00A0\t';
    expect(skipSpace(text, 0, text.length)).toBe(3);
    expect(skipSpace(text, 0, 2)).toBe(2);
    expect(trimEnd(text, 0, text.length)).toBe(4);
    expect(trimEnd(text, 5, text.length)).toBe(5);
  });
});
