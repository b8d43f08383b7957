import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFrontmatter } from '../../src/markdown/frontmatter';
import { scanFields, scanFrontmatter, type FrontmatterField } from '../../src/markdown/frontmatter-scan';
import { splitLines } from '../../src/text/line-breaks';
import { anyText } from '../read/nasty-text';
import { anyFields, claimByYaml, claimOf, fieldsByYaml, writtenFields } from './yaml-fields';

const RUNS = { numRuns: 1000 };
const noteOf = (yaml: string): string => `---\n${yaml}\n---\nBody: no field\n`;
/** The line of an offset, which may stand within a line break. */
const lineOf = (text: string, at: number): number =>
  splitLines(text.slice(0, at)).length - (text.slice(at - 1, at + 1) === '\r\n' ? 1 : 0);
const fieldsOf = (yaml: string): readonly FrontmatterField[] => scanFrontmatter(noteOf(yaml)).fields;
const readingOf = (yaml: string): unknown =>
  fieldsOf(yaml).map(({ name, kind, values }) => [name, kind, ...values.map(({ text }) => text)]);

describe('scanFrontmatter(text), a field', () => {
  it.each([
    ['a: b', 'text', ['b']],
    ['a:   b c \t', 'text', ['b c']],
    ['a : b', 'text', ['b']],
    ['a: b:c#d', 'text', ['b:c#d']],
    ['a: "b\\t\\"c\\" \\u0434"', 'text', ['b\t"c" д']],
    ["a: 'it''s: # so'", 'text', ["it's: # so"]],
    ['a: b\n  c\n\n  d', 'text', ['b c\nd']],
    ['a: "b\n  c\\\n  d"', 'text', ['b cd']],
    ['a:\n  b', 'text', ['b']],
    ['a: |\n  b\n  # c\n\n   d\n', 'text', ['b\n# c\n\n d\n']],
    ['a: >-\n  b\n  c\n\n  d', 'text', ['b c\nd']],
    ['a: |+\n  b\n\n', 'text', ['b\n\n\n']],
    ['a: |2-\n   b', 'text', [' b']],
    ['a: |\n  x\n  ---\n  y', 'text', ['x\n---\ny\n']],
    ['a: yes', 'text', ['yes']],
    ['a: "42"', 'text', ['42']],
    ['a: 42', 'number', ['42']],
    ['a: -1.50e3', 'number', ['-1.50e3']],
    ['a: true', 'boolean', ['true']],
    ['a: "true"', 'text', ['true']],
    ['a: 2024-01-02', 'date', ['2024-01-02']],
    ['a: "2024-01-02"', 'date', ['2024-01-02']],
    ['a: 2024-01-02 03:04', 'date-time', ['2024-01-02 03:04']],
    ['a: 2024-01-02T03:04:05Z', 'date-time', ['2024-01-02T03:04:05Z']],
    ['a: 2024-01-02 or so', 'text', ['2024-01-02 or so']],
    ['a:', 'empty', []],
    ['a: # nothing yet', 'empty', []],
    ['a: ~', 'empty', []],
    ['a:\n  # nothing yet\n\n', 'empty', []],
    ['a: ""', 'text', ['']],
    ['a: []', 'list', []],
    ['a: [b, "c, d", \'e\', 5,]', 'list', ['b', 'c, d', 'e', '5']],
    ['a: [\n  b, # so\n  c\n]', 'list', ['b', 'c']],
    ['a:\n  - b # so\n\n  # or so\n  - "c"\n  -\n  - d\n    e', 'list', ['b', 'c', 'd e']],
    ['a:\n- b\n- |\n  c', 'list', ['b', 'c\n']],
    ['a: {b: c}', 'object', []],
    ['a:\n  b: c', 'object', []],
    ['a: [[B]]', 'unknown', []],
    ['a:\n  - b: c', 'unknown', []],
    ['a: &b c', 'unknown', []],
    ['a: *b', 'unknown', []],
    ['a: !!str 5', 'unknown', []],
    ['a: "never closed', 'unknown', []],
    ['a: [never, closed', 'unknown', []],
    ['a: b: c', 'unknown', []],
    ['a: "b" c', 'unknown', []],
    ['a: b\rc', 'unknown', []],
    ['a: "\\q"', 'unknown', []],
    ['a: "\\ud83d"', 'text', ['\ud83d']],
    ['a: "\\U00110000"', 'unknown', []],
  ])('in %j is %s %j', (yaml, kind, values) => {
    expect(readingOf(yaml)).toEqual([['a', kind, ...values]]);
    const next = `${yaml}\nnext: 1`;
    expect(readingOf(next)).toEqual([
      ['a', kind, ...values],
      ['next', 'number', '1'],
    ]);
    // A carriage return in quotes is another text.
    if (!yaml.includes('\r')) expect(readingOf(next.replaceAll('\n', '\r\n'))).toEqual(readingOf(next));
  });

  it('is told as often as it stands there, under its name as written', () => {
    expect(readingOf("A: 1\n\"a: b\": 2\n'it''s': 3\nA: 4\nх: 5")).toEqual([
      ['A', 'number', '1'],
      ['a: b', 'number', '2'],
      ["it's", 'number', '3'],
      ['A', 'number', '4'],
      ['х', 'number', '5'],
    ]);
  });

  it('stands where it says', () => {
    const text =
      '\uFEFF---\r\n# first\r\n"k" : "v \\" w"\r\n\r\n# more\r\nlist:\r\n  - one\r\n  - \'two\' # so\r\n\r\n# last\r\n---\r\n';
    const cut = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
    const [one, two] = scanFrontmatter(text).fields;
    if (!one || !two) throw new Error('no fields');
    expect([cut(one), cut(one.key), cut(one.value), ...one.values.map(cut)]).toEqual([
      '"k" : "v \\" w"',
      '"k"',
      '"v \\" w"',
      'v \\" w',
    ]);
    expect([one.line, one.endLine]).toEqual([3, 3]);
    expect([cut(two), cut(two.key), cut(two.value)]).toEqual([
      "list:\r\n  - one\r\n  - 'two'",
      'list',
      "- one\r\n  - 'two'",
    ]);
    expect(two.values.map(cut)).toEqual(['one', 'two']);
    expect([two.line, two.endLine]).toEqual([6, 8]);
  });

  it('ends with its value: blank lines and remarks below are no part of it, lines of a block are', () => {
    const ends = fieldsOf('a: |\n  b\n  # c\n\n# d\nb: x\n\n  # e\nc:\n  d: 1\n  # f\n\n# g\nd: |+\n  x\n\n# h');
    expect(ends.map(({ line, endLine }) => [line, endLine])).toEqual([
      [2, 4],
      [7, 7],
      [10, 12],
      [15, 17],
    ]);
  });
});

describe('scanFrontmatter(text)', () => {
  it.each(['', 'a: b', '---\na: b', '---\n---\n', ' ---\na: b\n---\n'])('finds no field in %j', (text) => {
    expect(scanFrontmatter(text)).toEqual({ fields: [], isClear: true });
  });

  it.each(['a: b', '# remark\n\na: b\n  # remark', 'a:\n- b\n\nc: [\n]', '"a": |\n  b'])(
    'is clear about %j',
    (yaml) => {
      expect(scanFrontmatter(noteOf(yaml)).isClear).toBe(true);
    },
  );

  it.each([
    'words',
    'a: b\nwords',
    '- a',
    '{a: b}',
    '? a\n: b',
    '  a: b',
    'a: b\n]',
    '...',
    'a: 1\n--- # two\nb: 2',
    '%YAML 1.2',
    'a:b',
  ])('is not clear about %j', (yaml) => {
    expect(scanFrontmatter(noteOf(yaml)).isClear).toBe(false);
  });
});

describe('fields as YAML writes them', { timeout: 60_000 }, () => {
  it('are read as YAML reads them, all of them', () => {
    fc.assert(
      fc.property(writtenFields, fc.constantFrom('\n', '\r\n'), (yaml, eol) => {
        const written = yaml.replaceAll('\n', eol);
        const byYaml = fieldsByYaml(written);
        const claims = scanFields(written).fields.map((field) => [
          field.name,
          field.kind === 'unknown' ? field : claimOf(field),
        ]);
        expect(claims).toEqual([...(byYaml ?? [])].map(([name, node]) => [name, claimByYaml(node)]));
      }),
      RUNS,
    );
  });
});

describe('anything at all', { timeout: 60_000 }, () => {
  it('is never read otherwise than by YAML', () => {
    let claims = 0;
    fc.assert(
      fc.property(anyFields, (mess) => {
        const note = noteOf(mess);
        const { from, to } = findFrontmatter(note) ?? { from: 0, to: 0 };
        const byYaml = fieldsByYaml(note.slice(from, to));
        const { fields, isClear } = scanFrontmatter(note);
        if (byYaml === null || !isClear) return;
        for (const field of fields) {
          const isAlone = fields.filter(({ name }) => name === field.name).length === 1 && byYaml.has(field.name);
          if (!isAlone || field.kind === 'unknown') continue;
          claims++;
          expect([field.name, claimOf(field)]).toEqual([field.name, claimByYaml(byYaml.get(field.name))]);
        }
      }),
      { numRuns: 4000, examples: [['a: x\n--- a: x\n'], ['a: x\n\n : '], ['a: >\n  f\n\n  h\n\n    ']] },
    );
    expect(claims).toBeGreaterThan(500);
  });

  it('has fields one behind the other, within the frontmatter, each with its parts inside', () => {
    fc.assert(
      fc.property(fc.oneof(anyFields, anyText).map(noteOf), (note) => {
        const place = findFrontmatter(note) ?? { from: 0, to: 0 };
        let before = place.from;
        for (const { name, from, to, key, value, values, line, endLine } of scanFrontmatter(note).fields) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(key.from).toBe(from);
          expect(value.from).toBeGreaterThan(key.to);
          expect(to).toBeGreaterThanOrEqual(value.to);
          expect(to).toBeLessThanOrEqual(place.to);
          expect(line).toBe(lineOf(note, from));
          expect(endLine).toBe(lineOf(note, to));
          if (!/["']/.test(note.charAt(from))) expect(note.slice(key.from, key.to)).toBe(name);
          let behind = value.from;
          for (const one of values) {
            expect(one.from).toBeGreaterThanOrEqual(behind);
            expect(one.to).toBeLessThanOrEqual(value.to);
            if (one.pieces === null) expect(note.slice(one.from, one.to)).toBe(one.text);
            behind = one.to;
          }
          before = to;
        }
      }),
      RUNS,
    );
  });

  it('is read without an exception', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => scanFields(text).fields.map(({ values }) => values.map((value) => value.text))).not.toThrow();
      }),
      RUNS,
    );
  });
});

describe('a long text', () => {
  const MANY = 50_000;
  it.each([
    ['blanks in a value', `a: b${' '.repeat(2 * MANY)}c`, 1],
    ['blanks without a value', `a:${' '.repeat(2 * MANY)}`, 1],
    ['fields', Array.from({ length: MANY }, (_, index) => `k${index}: v`).join('\n'), MANY],
    ['lines that are no fields', 'word\n'.repeat(MANY), 0],
    ['one line that is no field', 'word '.repeat(MANY), 0],
    ['entries', `a:\n${'  - "b"\n'.repeat(MANY)}`, 1],
    ['entries that never close', `a:\n${'  - "b\n'.repeat(MANY)}`, 1],
    ['entries between brackets', `a: [${'b, '.repeat(MANY)}]`, 1],
    ['brackets', `a: ${'['.repeat(MANY)}`, 1],
    ['fields that never close', 'a: "b\n'.repeat(MANY), MANY],
    ['fields with brackets that never close', 'a: [b\n'.repeat(MANY), MANY],
    ['lines of a block', `a: |\n${'  b\n'.repeat(MANY)}`, 1],
    ['blank lines', `a: b${'\n'.repeat(MANY)}  c`, 1],
    ['blank lines and remarks', `a: "b"\n${'\n  # c\n'.repeat(MANY)}`, 1],
    ['escapes', `a: "${'\\\\'.repeat(MANY)}`, 1],
    ['carriage returns', 'a: \r b\n'.repeat(MANY), MANY],
  ])('of %s is read in time', (_, yaml, count) => {
    const fields = fieldsOf(yaml);
    const texts = fields.map(({ values }) => values.map(({ text }) => text));
    expect(texts).toHaveLength(count);
  });
});
