import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { fitChanges } from '../../src/obsidian/line-ends';

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
});
