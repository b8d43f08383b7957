import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines, type ChangedLine } from '../../src/compare/changed-lines';
import { compareWords, type Part } from '../../src/compare/words';

const words = (parts: readonly Part[]): string =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`)).join('');

/** One line a line: its sign, its numbers, its text. */
const told = (lines: readonly ChangedLine[]): readonly string[] =>
  lines.map((line) => {
    switch (line.kind) {
      case 'same':
        return `= ${line.text}`;
      case 'removed':
        return `- ${line.before} ${line.text}`;
      case 'added':
        return `+ ${line.after} ${line.text}`;
      case 'altered':
        return `~ ${line.before} ${words(line.parts)}`;
      case 'moved':
        return `^ ${line.before}→${line.after} ${words(line.parts)}`;
      case 'skipped':
        return `… ${line.count}`;
    }
  });

const TABLE = '| # | Way |\n| - | --- |\n| 1 | Walk |\n| 2 | Ride |\n| 3 | Swim |\n';

describe('changedLines(before, after)', () => {
  it('tells a row that moves once, where it comes to stand', () => {
    const after = '| # | Way |\n| - | --- |\n| 3 | Swim |\n| 1 | Walk |\n| 2 | Ride |\n';
    expect(told(changedLines(TABLE, after))).toEqual([
      '= | # | Way |',
      '= | - | --- |',
      '^ 5→3 | 3 | Swim |',
      '= | 1 | Walk |',
      '= | 2 | Ride |',
      '… 1',
    ]);
  });

  it('tells a row that moves and is renumbered once too, where the pairs of lines are given', () => {
    const after = '| # | Way |\n| - | --- |\n| 1 | Swim |\n| 2 | Walk |\n| 3 | Ride |\n';
    const pairs = new Map([
      [5, 3],
      [3, 4],
      [4, 5],
    ]);
    expect(told(changedLines(TABLE, after, pairs))).toEqual([
      '= | # | Way |',
      '= | - | --- |',
      '^ 5→3 | [-3][+1] | Swim |',
      '~ 3 | [-1][+2] | Walk |',
      '~ 4 | [-2][+3] | Ride |',
      '= ',
    ]);
  });

  it('tells a line that is altered in place by its words', () => {
    expect(told(changedLines(TABLE, TABLE.replace('| Ride |', '| Ride | 4 |')))).toEqual([
      '… 1',
      '= | - | --- |',
      '= | 1 | Walk |',
      '~ 4 | 2 | Ride |[+ 4 |]',
      '= | 3 | Swim |',
      '= ',
    ]);
  });

  it('tells lines that have little in common as removed and added', () => {
    expect(told(changedLines('one\ntwo\n', 'one\nquite another thing\n'))).toEqual([
      '= one',
      '- 2 two',
      '+ 2 quite another thing',
      '= ',
    ]);
  });

  it('leaves out what is far from any change, and says how much', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
    const after = lines.with(19, 'new').join('\n');
    expect(told(changedLines(lines.join('\n'), after))).toEqual([
      '… 17',
      '= line 18',
      '= line 19',
      '- 20 line 20',
      '+ 20 new',
      '= line 21',
      '= line 22',
      '… 18',
    ]);
    expect(changedLines('same\ntext', 'same\ntext')).toEqual([{ kind: 'skipped', count: 2 }]);
  });

  it('shows lines without their carriage returns', () => {
    expect(told(changedLines('a\r\nb\r\n', 'a\r\nb\r\nc\r\n')).slice(0, 3)).toEqual(['= a', '= b', '+ 3 c']);
  });

  it.each(['\r\n', '\r'])('tells the same of lines that end in %j', (end) => {
    const line = fc.constantFrom('| 1 | a |', 'text of some length', '', '---');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(changedLines(a.replaceAll('\n', end), b.replaceAll('\n', end))).toEqual(changedLines(a, b));
      }),
      // The last line has no line break before something is put behind it.
      { examples: [['a', 'a\nb']] },
    );
  });

  it('tells every line of both texts once, in the order of the second', () => {
    const line = fc.constantFrom('| 1 | a |', '| 2 | b |', '| 3 | c |', 'text of some length', '', '---');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (a, b) => {
        let next = 1;
        const from: number[] = [];
        for (const line of changedLines(a.join('\n'), b.join('\n'))) {
          if (line.kind === 'skipped') {
            next += line.count;
            continue;
          }
          if (line.kind !== 'added') from.push(line.before);
          if (line.kind === 'removed') continue;
          expect(line.after).toBe(next++);
        }
        expect(next - 1).toBe(b.join('\n').split('\n').length);
        expect(new Set(from).size).toBe(from.length);
        for (const line of changedLines(a.join('\n'), b.join('\n'))) {
          if (line.kind !== 'moved' && line.kind !== 'altered') continue;
          const side = (kind: Part['kind']): string =>
            line.parts.map((part) => (part.kind === kind ? '' : part.text)).join('');
          expect(side('added')).toBe(a[line.before - 1]);
          expect(side('removed')).toBe(b[line.after - 1]);
        }
      }),
    );
  });
});

describe('changedLines(before, after, pairs)', () => {
  const paired = (before: string, after: string): readonly string[] =>
    told(changedLines(before, after, new Map([[1, 1]])));

  it('sets a line that keeps hardly a word against the one in its place, as a whole', () => {
    expect(paired('to be or not to be', 'to sing or then to dance')).toEqual([
      '~ 1 [-to be or not to be][+to sing or then to dance]',
    ]);
    expect(paired('one two three four', 'one 2 three four')).toEqual(['~ 1 one [-two][+2] three four']);
    // The same words, but each elsewhere.
    expect(paired('a1 b2 c3 d4 e5', 'e5 d4 c3 b2 a1')).toEqual(['~ 1 [-a1 b2 c3 d4 e5][+e5 d4 c3 b2 a1]']);
  });
});

describe('compareWords(before, after)', () => {
  it('keeps an emoji of several signs in one piece', () => {
    expect(words(compareWords('| 👩🏽‍🚀 |', '| 👩🏽 |'))).toBe('| [-👩🏽‍🚀][+👩🏽] |');
  });

  it('takes very long lines as a whole', () => {
    const long = 'a b '.repeat(3000);
    expect(compareWords(long, `${long}c`)).toEqual([
      { kind: 'removed', text: long },
      { kind: 'added', text: `${long}c` },
    ]);
  });
});
