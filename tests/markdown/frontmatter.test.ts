import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFrontmatter, frontmatterEnd, isUnfinishedFrontmatter } from '../../src/markdown/frontmatter';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { applyChanges } from '../../src/model/apply-changes';
import { fieldChange } from '../../src/write/answer-fields';
import { missingFields } from '../../src/write/fill-frontmatter';
import { fillInMissing } from '../../src/write/fill-in';
import { copyToProperties } from '../../src/write/property-copy';
import { readLines } from '../../src/write/idea-link-lines';
import { READING } from '../write/idea-link-reading';
import { tidyTypography } from '../../src/write/typography';
import { updatedChange } from '../../src/write/updated';

describe('frontmatterEnd(text)', () => {
  it.each([
    ['---\na: 1\n---\nBody', 'Body', 4],
    ['---\r\na: 1\r\n---\r\nBody', 'Body', 4],
    ['---\n---\nBody', 'Body', 3],
    ['--- \na: 1\n---\t\nBody', 'Body', 4],
    ['---\na: |\n  x\n  ---\n  y\n---\nBody', 'Body', 7],
    ['---\na: 1\n--- # no end\nb: 2\n---\nBody', 'Body', 6],
    ['Body', 'Body', 1],
    ['\n---\na: 1\n---\n', '\n---\na: 1\n---\n', 1],
    ['----\na: 1\n----\n', '----\na: 1\n----\n', 1],
    ['---\nnever closed', '---\nnever closed', 1],
    ['\uFEFF---\na: 1\n---\nBody', 'Body', 4],
    [`---${' '.repeat(99)}\na: 1\n---${'\t'.repeat(99)}\nBody`, 'Body', 4],
    ['---\ra: 1\r---\rBody', '---\ra: 1\r---\rBody', 1],
    ['---\na: 1\n---\rb: 2\n---\nBody', 'Body', 6],
    ['---\na: x\u2028---\nb: 2\n---\nBody', 'Body', 5],
    ['---', '---', 1],
    ['', '', 1],
  ])('finds where the body of %j begins', (text, body, line) => {
    const end = frontmatterEnd(text);
    expect(text.slice(end.offset)).toBe(body);
    expect(end.line).toBe(line);
  });

  it('leaves no body where the note ends with the frontmatter', () => {
    expect('---\na: 1\n---'.slice(frontmatterEnd('---\na: 1\n---').offset)).toBe('');
  });
});

describe('findFrontmatter(text)', () => {
  it.each([
    ['---\na: 1\n---\nBody', 'a: 1\n'],
    ['\uFEFF--- \r\na: 1\r\nb: 2\r\n---', 'a: 1\r\nb: 2\r\n'],
    ['---\n---', ''],
    ['---\n\n---\n---\n', '\n'],
  ])('finds the YAML in %j', (text, yaml) => {
    const { from, to } = findFrontmatter(text) ?? { from: 0, to: -1 };
    expect(text.slice(from, to)).toBe(yaml);
  });

  it.each(['', '---', 'Body', '---\nnever closed', '---x\n---\n'])('finds none in %j', (text) => {
    expect(findFrontmatter(text)).toBeNull();
  });
});

describe('isUnfinishedFrontmatter(text)', () => {
  it.each([
    ['---', true],
    ['---\nnever closed', true],
    ['\uFEFF--- \r\nnever closed', true],
    ['---\ra: 1\r---\rBody', true],
    ['---\rnever closed', true],
    ['---\na: 1\n---', false],
    ['Body\n---\n', false],
    ['', false],
  ])('tells of %j: %j', (text, isUnfinished) => {
    expect(isUnfinishedFrontmatter(text)).toBe(isUnfinished);
  });
});

describe('every reader and writer', () => {
  const pieces = [
    '---',
    '--- ',
    ' ---',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    'updated: 2024-01-02',
    'a: |',
    '\uFEFF',
    '\t',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

  it('finds the same end of frontmatter', () => {
    fc.assert(
      fc.property(text, (start) => {
        const note = `${start}\nupdated: 2024-01-02\n[[A]] "x" 3 -- 4\n`;
        const place = findFrontmatter(note);
        const { offset, line } = frontmatterEnd(note);
        expect(readOutline(note).outline.bodyLine).toBe(line);
        expect(readLines(note).filter(({ closedBy }) => closedBy === 'frontmatter')).toHaveLength(line - 1);
        // Lines that end in a carriage return alone are more lines to typograf.
        if (!/\r(?!\n)/.test(note)) {
          expect(tidyTypography(note, { nbsp: true, yo: true }).slice(0, offset)).toBe(note.slice(0, offset));
        }
        const change = updatedChange(note, new Date(0));
        if (change) expect(change.to).toBeLessThan(place?.to ?? 0);
        const template = readOutline('---\nnew:\n---\n');
        const missing = missingFields(readOutline(note), template);
        if (missing.kind === 'whole') expect(place === null && !isUnfinishedFrontmatter(note)).toBe(true);
        else for (const { after } of missing.insertions) expect(after).toBeLessThan(line - 1);
        expect(readNote(note).lineCount).toBe(note.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 1000, examples: [['---\n---\u2028updated: 2024-01-02\n---'], ['---\na: x\u2028---']] },
    );
  });
});

describe('what would be frontmatter, did its lines not end in carriage returns alone', () => {
  const value = fc.constantFrom('"x"', '3 -- 4', "it's", '', '[[A]] "b"');
  const yaml = fc.array(fc.tuple(fc.constantFrom('up', 'title', 'updated', 'x'), value), { maxLength: 4 });
  const body = '\r## Upstream ideas\r\r- [[Brass]] "x" -- y\r';
  const note = fc
    .record({ yaml, mark: fc.constantFrom('', '\uFEFF'), blank: fc.constantFrom('', ' ', '\t ') })
    .map(({ yaml: fields, mark, blank }) => {
      const lines = ['---', ...fields.map(([name, said]) => `${name}: ${said}`), '---'];
      return { block: mark + lines.map((line) => (line === '---' ? line + blank : line)).join('\r'), body };
    });

  it('gets no second block above it, and no line within it', () => {
    const template = readOutline('---\nnew: 1\n---\n## Step 1. Text\n\n## Upstream ideas\n');
    fc.assert(
      fc.property(note, ({ block, body: below }) => {
        const text = block + below;
        expect(copyToProperties(text, READING).kind).toBe('refused');
        expect(fieldChange(text, { name: 'new', lines: ['new: 1'] })).toBeNull();
        expect(missingFields(readOutline(text), template)).toEqual({ kind: 'fields', insertions: [] });
        expect(updatedChange(text, new Date(0))).toBeNull();
        const filled = fillInMissing(readOutline(text), template);
        if (filled.kind === 'changes') expect(applyChanges(text, filled.changes).startsWith(block)).toBe(true);
      }),
    );
  });

  it.each(['    code', '```', '~~~js\r~~~'])('is not said twice where a line of it is code in a body: %s', (code) => {
    const kept = `---\r${code}\rtitle: a\r---\r\r`;
    // A fence that nothing closes holds all that is below it.
    const dash = code === '```' ? '-' : '—';
    expect(tidyTypography(`${kept}Он - там.\r`, { nbsp: false, yo: false })).toBe(`${kept}Он ${dash} там.\r`);
  });

  it('is left as it is where the note is tidied', () => {
    fc.assert(
      fc.property(note, ({ block, body: below }) => {
        const tidied = tidyTypography(block + below, { nbsp: true, yo: true });
        expect(tidied.startsWith(block)).toBe(true);
        expect(tidied).not.toBe(block + below);
      }),
    );
  });
});
