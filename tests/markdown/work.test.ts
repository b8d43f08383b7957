import { afterEach, describe, expect, it, vi } from 'vitest';
import { BlockCursor } from '../../src/markdown/block-cursor';
import { plainText } from '../../src/markdown/plain-text';
import { withoutComments } from '../../src/markdown/unseen';
import { readLinks } from '../../src/read/note';

afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * How many characters a reader looks at one by one, or by search, and copies. Expressions are only let at what was copied, or match in
 * place. Each spy does in another way what it stands for.
 */
function workOf(read: () => unknown): number {
  let work = 0;
  vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
    work++;
    const point = this.codePointAt(at) ?? Number.NaN;
    return point > 0xffff ? 0xd800 + ((point - 0x10000) >> 10) : point;
  });
  vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, sign: string, from = 0) {
    const rest = this.substring(from);
    const passed = rest.split(sign, 1)[0]?.length ?? 0;
    work += passed;
    return passed === rest.length ? -1 : from + passed;
  });
  vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, from = 0, to = this.length) {
    const part = this.substring(from < 0 ? this.length + from : from, to < 0 ? this.length + to : to);
    work += part.length;
    return part;
  });
  read();
  vi.restoreAllMocks();
  return work;
}

const PIECES = [
  '`',
  '`` ` ',
  '[',
  '[[',
  '![[',
  '[a](',
  '[a](b "',
  '[a](<',
  '![',
  '^[',
  ']',
  '](',
  '<a',
  '<a b="',
  '<b>',
  '</b>',
  '<b><i>',
  '<!--',
  '%%',
  '%',
  '<',
  '<x:',
  '*',
  '* ',
  '*a',
  '**a *b ',
  'a*',
  'a**',
  '_a',
  '~~a',
  '==a',
  '*a _b ',
  '*a** ',
  '$',
  '$a',
  '$$',
  '\\',
  '&',
  '&a',
  '&#',
  'http://',
  ':',
  '[^',
  '[^a',
  '(',
  '[a](b)',
  '[[a]]',
  '<b>a</b>',
  '*a*',
  '`a`',
  '<li>',
  '<a href="b">',
  ' ^a',
  ' ^',
  'a\n',
  '%%\n',
  '<!-- -->\n',
];

describe('the work for a text of nothing but', () => {
  it.each(PIECES)('%j grows as the text does', (piece) => {
    for (const read of [plainText, withoutComments]) {
      const work = (times: number): number => workOf(() => read(piece.repeat(times)));
      const once = work(2000);
      expect(work(4000)).toBeLessThan(once * 2.2 + 1000);
    }
  });

  it.each([
    'a.\n---\n',
    'a\n--\n',
    'a\n===\n',
    '> a\n> ---\n',
    '[[a]]\n- - -\n',
    'a\n- a\n',
    '# a\n',
    '| a |\n|---|\n\n',
  ])('%j grows as its lines do', (lines) => {
    const work = (times: number): number =>
      workOf(() => {
        const cursor = new BlockCursor(lines.repeat(times));
        while (cursor.next());
      });
    expect(work(400)).toBeLessThan(work(200) * 2.2);
  });

  it.each(['→ [[a]]\n⇒ [[b]]\n', '• [[a]]\n', '- [[a]] — b\n'])('entries such as %j grows as its lines do', (lines) => {
    const work = (times: number): number => workOf(() => readLinks(`a\n${lines.repeat(times)}`));
    work(1);
    expect(work(400)).toBeLessThan(work(200) * 2.2);
  });

  it('backticks in runs of ever other lengths grows as the text does', () => {
    const text = (runs: number): string => Array.from({ length: runs }, (_, index) => '`'.repeat(index + 1)).join(' ');
    const short = text(100);
    const long = text(200);
    const perSign = (all: string): number => workOf(() => plainText(all)) / all.length;
    expect(perSign(long)).toBeLessThan(perSign(short) * 1.2);
  });

  it('links between brackets that nothing closes grows as the text does', () => {
    const work = (times: number): number => workOf(() => plainText('[ ![ '.repeat(times) + '[a](b) '.repeat(times)));
    expect(work(4000)).toBeLessThan(work(2000) * 2.2);
  });

  it('emphasis nested in itself grows as the text does', () => {
    const work = (times: number): number => workOf(() => plainText('*a **b '.repeat(times) + 'c** d* '.repeat(times)));
    expect(work(4000)).toBeLessThan(work(2000) * 2.2);
  });
});

it('reads a million signs that open something in vain', () => {
  for (const piece of ['`', '[', '<a', '*a ', '**a _b ', '![', '<b>', '%%%', '&a']) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(plainText(text).length).toBeGreaterThan(0);
  }
});
