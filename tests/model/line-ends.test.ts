import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { fitChanges } from '../../src/model/line-ends';
import type { TextChange } from '../../src/model/text-change';
import { changesIn, endedOtherwise, inEditor, lineEnded } from './line-ended';

describe('fitChanges(changes, read, text)', () => {
  it('gives null where more than line ends differs', () => {
    expect(fitChanges([], 'one\ntwo\n', 'one\ntwo')).toBeNull();
    expect(fitChanges([], 'one\ntwo\n', 'one \ntwo\n')).toBeNull();
  });

  it('means the same lines whatever ends them', () => {
    const lines = fc.array(fc.constantFrom('', 'a', 'bc', '| 1 | 🟢 |'), { minLength: 1, maxLength: 8 });
    const ends = fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(lines, ends, fc.nat(), fc.nat(), lines, (texts, breaks, one, other, inserted) => {
        const plain = texts.join('\n');
        const mixed = texts.map((text, index) => text + (index < texts.length - 1 ? breaks[index] : '')).join('');
        const places = [one % (plain.length + 1), other % (plain.length + 1)];
        const changes = [{ from: Math.min(...places), to: Math.max(...places), insert: inserted.join('\n') }];
        const fitted = fitChanges(changes, plain, mixed);
        if (!fitted) throw new Error('refused');
        expect(applyChanges(mixed, fitted).replaceAll('\r\n', '\n')).toBe(applyChanges(plain, changes));
      }),
    );
  });

  it('ends what is inserted as its place does', () => {
    const changes = [{ from: 4, to: 4, insert: 'new\n' }];
    const fitted = fitChanges(changes, 'one\ntwo\n', 'one\r\ntwo\r\n') ?? [];
    expect(applyChanges('one\r\ntwo\r\n', fitted)).toBe('one\r\nnew\r\ntwo\r\n');
    const atTheEnd = fitChanges([{ from: 7, to: 7, insert: '\nnew' }], 'one\ntwo', 'one\r\ntwo') ?? [];
    expect(applyChanges('one\r\ntwo', atTheEnd)).toBe('one\r\ntwo\r\nnew');
  });

  it('takes a carriage return alone for a line end, as an editor does', () => {
    const fitted = fitChanges([{ from: 2, to: 3, insert: 'x' }], 'a\rb', 'a\nb') ?? [];
    expect(applyChanges('a\nb', fitted)).toBe('a\nx');
  });

  it('makes the same lines of any text, also where a change cuts a line break in two', () => {
    const cases = lineEnded().chain((read) => fc.tuple(fc.constant(read), endedOtherwise(read), changesIn(read)));
    fc.assert(
      fc.property(cases, ([read, text, changes]) => {
        const fitted = fitChanges(changes, read, text);
        if (!fitted) throw new Error('refused');
        expect(inEditor(applyChanges(text, fitted))).toBe(inEditor(applyChanges(read, changes)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, string, string, TextChange, string]>([
    ['an insert that ends in the first half', 'a\r\nb', 'a\nb', { from: 1, to: 1, insert: '\r\nc' }, 'a\nc\nb'],
    ['an insert between the halves', 'a\r\nb', 'a\nb', { from: 2, to: 2, insert: '\nc\r' }, 'a\nc\nb'],
    ['half a line break taken', 'a\r\nb', 'a\nb', { from: 1, to: 2, insert: '' }, 'a\nb'],
    ['halves that come together', 'a\rb\nc', 'a\nb\nc', { from: 2, to: 3, insert: '' }, 'a\nc'],
    ['breaks that must not come together', 'a\nb\nc', 'a\rb\nc', { from: 2, to: 3, insert: '' }, 'a\r\r\nc'],
    ['one more \\r at the very end', 'a\r', 'a\n', { from: 2, to: 2, insert: '\n' }, 'a\n'],
  ])('keeps line breaks whole: %s', (_name, read, text, change, after) => {
    expect(applyChanges(text, fitChanges([change], read, text) ?? [])).toBe(after);
  });

  it('keeps the line ends of lines that it does not change', () => {
    const fitted = fitChanges([{ from: 2, to: 2, insert: '\nnew\r' }], 'a\r\nb\r\n', 'a\nb\r\n') ?? [];
    expect(applyChanges('a\nb\r\n', fitted)).toBe('a\nnew\r\nb\r\n');
  });
});
