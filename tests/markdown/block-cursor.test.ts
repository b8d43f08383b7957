import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockCursor } from '../../src/markdown/block-cursor';
import { readNote } from '../../src/read/note';

/** Each line as its kind, with the text that is the line's own. */
function kindsOf(text: string): string[] {
  const block = new BlockCursor(text);
  const kinds: string[] = [];
  while (block.next()) kinds.push(`${block.kind}: ${text.slice(block.from, block.to)}`.trimEnd());
  return kinds;
}

const kinds = (...lines: readonly string[]): string[] =>
  kindsOf(lines.join('\n')).map((kind) => kind.split(':')[0] ?? '');

describe('BlockCursor', () => {
  it('tells what each line is, and where its own text stands', () => {
    const text = [
      '---',
      'title: a',
      '---',
      '## Words ##',
      '',
      '- an item',
      '[^1]: said',
      '***',
      'text',
      '> [!note]+ Title',
    ];
    expect(kindsOf(text.join('\n'))).toEqual([
      'heading: Words',
      'blank:',
      'item: an item',
      'definition:  said',
      'rule: ***',
      'text: text',
      'callout:  Title',
    ]);
  });

  it('takes a line of text for a heading by the signs below it', () => {
    expect(kindsOf('Honest clocks\n===\n\nUpstream ideas \n---\ntext')).toEqual([
      'heading: Honest clocks',
      'underline: ===',
      'blank:',
      'heading: Upstream ideas',
      'underline: ---',
      'text: text',
    ]);
    expect(kinds('> Quoted', '> ---')).toEqual(['heading', 'underline']);
  });

  it.each([
    ['a sentence', ['It runs.', '---'], ['text', 'rule']],
    ['a label in bold', ['**Words:**', '---'], ['text', 'rule']],
    ['the last entry of a list', ['[[Patience]]', '---'], ['text', 'rule']],
    ['the end of a paragraph', ['one', 'two', '---'], ['text', 'text', 'rule']],
    ['a line of a list', ['- one', '---'], ['item', 'rule']],
    ['an item that somebody began', ['Words', '-'], ['text', 'item']],
    ['a line outside of the quote', ['> Words', '---'], ['text', 'rule']],
    ['a table', ['| a |', '|---|'], ['text', 'delimiter']],
    ['what a footnote says', ['[^1]: said', '    words', '---'], ['definition', 'text', 'rule']],
    ['what runs on from a footnote', ['[^1]: said', 'words', '---'], ['definition', 'text', 'rule']],
    ['a paragraph of an item', ['- one', '', '    words', '---'], ['item', 'blank', 'text', 'rule']],
  ])('draws a rule below %s', (_, lines, expected) => {
    expect(kinds(...lines)).toEqual(expected);
  });

  it.each([
    ['to the next blank line', ['<div>', '- [[A]]', '</div>', '', 'text'], ['html', 'html', 'html', 'blank', 'text']],
    ['to the closing tag', ['<pre>', '- [[A]]', '', '</pre>', 'text'], ['html', 'html', 'html', 'html', 'text']],
    ['on one line', ['<script>a</script>', 'text'], ['html', 'text']],
    ['in a quote to its end', ['> <details>', '> a', 'text'], ['html', 'html', 'text']],
    ['behind a lone tag', ['<span class="a">', 'a', '', 'b'], ['html', 'html', 'blank', 'text']],
    ['but not by a lone inline tag in a paragraph', ['a', '<b>', 'c'], ['text', 'text', 'text']],
    ['but not by an inline tag with words', ['<b>a</b> b'], ['text']],
    ['but not by a sign', ['<3 is a heart', '< 5'], ['text', 'text']],
  ])('shows a block of HTML as it stands, %s', (_, lines, expected) => {
    expect(kinds(...lines)).toEqual(expected);
  });

  it('ends a table where HTML begins', () => {
    expect(kinds('| a |', '|---|', '| 1 |', '</details>', 'x')).toEqual(['text', 'delimiter', 'row', 'html', 'html']);
    expect(kinds('| a |', '|---|', '<b>1</b>')).toEqual(['text', 'delimiter', 'row']);
  });

  it('ends lines as an editor does', () => {
    expect(kindsOf('# a\r- b\r\nc\r\r\nd\r')).toEqual([
      'heading: a',
      'item: b',
      'text: c',
      'blank:',
      'text: d',
      'blank:',
    ]);
  });

  it('says something of every line of any text, in order', () => {
    const sign = fc.constantFrom(
      '`',
      '~',
      '<',
      '-',
      '=',
      '>',
      ' ',
      '\n',
      '\r',
      '|',
      '#',
      'a',
      '[',
      ']',
      '!',
      '%',
      '/',
      ':',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
        (text) => {
          const block = new BlockCursor(text);
          let line = 0;
          while (block.next()) {
            expect(block.at.line).toBeGreaterThan(line);
            expect(block.from).toBeGreaterThanOrEqual(block.at.start);
            expect(block.to).toBeLessThanOrEqual(block.at.end);
            line = block.at.line;
          }
          expect(line).toBeGreaterThanOrEqual(readNote(text).lineCount);
        },
      ),
    );
  });
});
